import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ViewPlanes","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ViewPlanes.md","filePath":"api/mixwell/interfaces/ViewPlanes.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ViewPlanes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-viewplanes" tabindex="-1">Interface: ViewPlanes <a class="header-anchor" href="#interface-viewplanes" aria-label="Permalink to &quot;Interface: ViewPlanes&quot;">​</a></h1><p>What a network said of a batch of views: K numbers for each pixel.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-buffer"></a> <code>buffer</code></td><td><code>GPUBuffer</code></td><td>[B, K, H, W] or [B, H, W, K], tightly packed.</td></tr><tr><td><a id="property-channels"></a> <code>channels</code></td><td><code>number</code></td><td>K.</td></tr><tr><td><a id="property-format"></a> <code>format?</code></td><td><a href="./../type-aliases/Format"><code>Format</code></a></td><td>Default <code>f32</code>. Of <code>u8</code> the numbers are 0 to 255.</td></tr><tr><td><a id="property-height"></a> <code>height?</code></td><td><code>number</code></td><td>Of the planes, where a network makes them smaller than its pictures. Default: the views&#39; own.</td></tr><tr><td><a id="property-layout"></a> <code>layout?</code></td><td><a href="./../type-aliases/Layout"><code>Layout</code></a></td><td>Default <code>nchw</code>. The result has the same.</td></tr><tr><td><a id="property-width"></a> <code>width?</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ViewPlanes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ViewPlanes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ViewPlanes as default
};
