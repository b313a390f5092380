import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LabelOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/LabelOptions.md","filePath":"api/mixwell/interfaces/LabelOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/LabelOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-labeloptions" tabindex="-1">Interface: LabelOptions <a class="header-anchor" href="#interface-labeloptions" aria-label="Permalink to &quot;Interface: LabelOptions&quot;">​</a></h1><p>What a label row looks like.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classes"></a> <code>classes</code></td><td><code>number</code></td><td>Number of classes, K.</td></tr><tr><td><a id="property-dense"></a> <code>dense?</code></td><td><code>boolean</code></td><td>Write dense labels: f32, one row of K numbers for each of the B pictures, shape [B, K]. Default true.</td></tr><tr><td><a id="property-smoothing"></a> <code>smoothing?</code></td><td><code>number</code></td><td>Label smoothing ε in [0, 1], as timm: ε/K off, 1 − ε + ε/K on. Default 0.</td></tr><tr><td><a id="property-smoothunmixed"></a> <code>smoothUnmixed?</code></td><td><code>boolean</code></td><td>Smooth rows that nothing was mixed into as well, so that all rows have one form (timm does). Default true.</td></tr><tr><td><a id="property-sparse"></a> <code>sparse?</code></td><td><code>boolean</code></td><td>Write sparse labels: the class ids (u32) and the shares (f32) of all sources of every picture, each of shape [B, T]. T is the number of sources: 2 with one mixer, which are the picture itself and its partner, with shares λ and 1 − λ. Default false.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/LabelOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LabelOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LabelOptions as default
};
