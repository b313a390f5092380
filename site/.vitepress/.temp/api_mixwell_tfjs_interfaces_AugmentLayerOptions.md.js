import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AugmentLayerOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/tfjs/interfaces/AugmentLayerOptions.md","filePath":"api/mixwell/tfjs/interfaces/AugmentLayerOptions.md"}');
const _sfc_main = { name: "api/mixwell/tfjs/interfaces/AugmentLayerOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-augmentlayeroptions" tabindex="-1">Interface: AugmentLayerOptions <a class="header-anchor" href="#interface-augmentlayeroptions" aria-label="Permalink to &quot;Interface: AugmentLayerOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-inputshape"></a> <code>inputShape?</code></td><td>[<code>number</code>, <code>number</code>, <code>number</code>]</td><td>[height, width, channels], where the layer is the first of a model.</td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>string</code></td><td>The layer&#39;s name; default: one that TensorFlow.js makes up.</td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>number</code></td><td>Any integer in 0..2^53 − 1; default 0.</td></tr><tr><td><a id="property-valuerange"></a> <code>valueRange?</code></td><td>[<code>number</code>, <code>number</code>]</td><td>The values of black and white, in and out; default [0, 1].</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/tfjs/interfaces/AugmentLayerOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AugmentLayerOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AugmentLayerOptions as default
};
