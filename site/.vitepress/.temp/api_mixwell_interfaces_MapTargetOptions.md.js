import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MapTargetOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/MapTargetOptions.md","filePath":"api/mixwell/interfaces/MapTargetOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/MapTargetOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-maptargetoptions" tabindex="-1">Interface: MapTargetOptions <a class="header-anchor" href="#interface-maptargetoptions" aria-label="Permalink to &quot;Interface: MapTargetOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-blends"></a> <code>blends?</code></td><td><code>&quot;refuse&quot;</code> | <code>&quot;dominant&quot;</code></td><td>What ids are where pictures are blended: refused (default), or of the larger part, row by row (<code>dominant</code>).</td></tr><tr><td><a id="property-classes"></a> <code>classes?</code></td><td><code>number</code></td><td>Of soft maps: how many there are. Default those of the dataset&#39;s maps.</td></tr><tr><td><a id="property-fill"></a> <code>fill?</code></td><td><code>number</code></td><td>The id where there is nothing to read. Default the data&#39;s <code>ignoreIndex</code>.</td></tr><tr><td><a id="property-format"></a> <code>format?</code></td><td><code>&quot;u8&quot;</code> | <code>&quot;f32&quot;</code> | <code>&quot;f16&quot;</code></td><td>What is written. Of ids their bytes (<code>u8</code>, default), or an <code>f32</code> for each byte; of soft maps <code>f32</code> (default) or <code>f16</code>.</td></tr><tr><td><a id="property-hidden"></a> <code>hidden?</code></td><td><code>&quot;fill&quot;</code> | <code>&quot;keep&quot;</code></td><td>Where a mask op paints the picture over: the ids stay (<code>keep</code>, default), or are <code>fill</code>.</td></tr><tr><td><a id="property-layout"></a> <code>layout?</code></td><td><a href="./../type-aliases/Layout"><code>Layout</code></a></td><td>Of soft maps: [B, H, W, K] (<code>nhwc</code>, default) or [B, K, H, W].</td></tr><tr><td><a id="property-output"></a> <code>output?</code></td><td><code>&quot;ids&quot;</code> | <code>&quot;soft&quot;</code></td><td><code>ids</code> (default), or <code>soft</code>: for every class how much of the pixel is of it, as the pictures&#39; weights say. Then policies may blend.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/MapTargetOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MapTargetOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MapTargetOptions as default
};
