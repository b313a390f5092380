import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TimmRun","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/TimmRun.md","filePath":"api/mixwell/interfaces/TimmRun.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/TimmRun.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-timmrun" tabindex="-1">Interface: TimmRun <a class="header-anchor" href="#interface-timmrun" aria-label="Permalink to &quot;Interface: TimmRun&quot;">​</a></h1><p>What timm&#39;s ops read pictures by: the run&#39;s interpolation and fill, and the picture&#39;s size in pixels.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-fill"></a> <code>fill?</code></td><td><code>number</code>[]</td></tr><tr><td><a id="property-height"></a> <code>height</code></td><td><code>number</code></td></tr><tr><td><a id="property-interpolation"></a> <code>interpolation?</code></td><td><a href="./../type-aliases/Interpolation"><code>Interpolation</code></a></td></tr><tr><td><a id="property-width"></a> <code>width</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/TimmRun.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TimmRun = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TimmRun as default
};
