import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DatasetInput","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/DatasetInput.md","filePath":"api/mixwell/interfaces/DatasetInput.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/DatasetInput.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-datasetinput" tabindex="-1">Interface: DatasetInput <a class="header-anchor" href="#interface-datasetinput" aria-label="Permalink to &quot;Interface: DatasetInput&quot;">​</a></h1><p>Pictures of a dataset that lies on the GPU, by index.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dataset"></a> <code>dataset</code></td><td><a href="./../classes/Dataset"><code>Dataset</code></a></td><td>-</td></tr><tr><td><a id="property-indices"></a> <code>indices</code></td><td><code>ArrayLike</code>&lt;<code>number</code>&gt;</td><td>Places in <code>dataset</code>, 0 to count − 1. In a view they are the view&#39;s; draws, plans and <code>Batch.ids</code> have the samples&#39; ids.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/DatasetInput.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DatasetInput = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DatasetInput as default
};
