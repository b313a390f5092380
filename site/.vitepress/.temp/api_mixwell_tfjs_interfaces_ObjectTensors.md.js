import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ObjectTensors<Tensor>","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/tfjs/interfaces/ObjectTensors.md","filePath":"api/mixwell/tfjs/interfaces/ObjectTensors.md"}');
const _sfc_main = { name: "api/mixwell/tfjs/interfaces/ObjectTensors.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-objecttensorstensor" tabindex="-1">Interface: ObjectTensors&lt;Tensor&gt; <a class="header-anchor" href="#interface-objecttensorstensor" aria-label="Permalink to &quot;Interface: ObjectTensors\\&lt;Tensor\\&gt;&quot;">​</a></h1><p>Padded objects, <code>rows</code> (M) a picture: see <code>pad</code> of <code>objectTarget</code>. What a picture has less is zeros.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-tensor"></a> <code>Tensor</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-boxes"></a> <code>boxes</code></td><td><code>Tensor</code></td><td>float32 [B, M, 4]: as many numbers as the format has.</td></tr><tr><td><a id="property-counts"></a> <code>counts</code></td><td><code>Tensor</code></td><td>How many objects a picture has, [B].</td></tr><tr><td><a id="property-keypoints"></a> <code>keypoints?</code></td><td><code>Tensor</code></td><td>float32 [B, M, K, 3], where there are keypoints.</td></tr><tr><td><a id="property-labels"></a> <code>labels</code></td><td><code>Tensor</code></td><td>Class ids, [B, M].</td></tr><tr><td><a id="property-weight"></a> <code>weight</code></td><td><code>Tensor</code></td><td>float32 [B, M]: λ, 1 − λ or 1; 0 of rows that are none.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/tfjs/interfaces/ObjectTensors.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ObjectTensors = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ObjectTensors as default
};
