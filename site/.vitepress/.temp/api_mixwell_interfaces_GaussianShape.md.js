import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GaussianShape","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/GaussianShape.md","filePath":"api/mixwell/interfaces/GaussianShape.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/GaussianShape.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-gaussianshape" tabindex="-1">Interface: GaussianShape <a class="header-anchor" href="#interface-gaussianshape" aria-label="Permalink to &quot;Interface: GaussianShape&quot;">​</a></h1><p>255 · exp(−r² / 2σ²), rounded, for the distance r of a pixel from <code>center</code> (SmoothMix).</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-center"></a> <code>center</code></td><td>[<code>number</code>, <code>number</code>]</td><td>The pixel [x, y].</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>&quot;gaussian&quot;</code></td><td>-</td></tr><tr><td><a id="property-sigma"></a> <code>sigma</code></td><td><code>number</code></td><td>In pixels.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/GaussianShape.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GaussianShape = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GaussianShape as default
};
