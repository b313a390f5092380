import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PlanShape","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/PlanShape.md","filePath":"api/mixwell/interfaces/PlanShape.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/PlanShape.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-planshape" tabindex="-1">Interface: PlanShape <a class="header-anchor" href="#interface-planshape" aria-label="Permalink to &quot;Interface: PlanShape&quot;">​</a></h1><p>What a plan is about to be applied to.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batchsize"></a> <code>batchSize</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-datasetsize"></a> <code>datasetSize?</code></td><td><code>number</code></td><td>Samples in the dataset; left out, no source may come from one.</td></tr><tr><td><a id="property-externalsize"></a> <code>externalSize?</code></td><td><code>number</code></td><td>Rows of the second batch; left out, no source may come from one.</td></tr><tr><td><a id="property-height"></a> <code>height?</code></td><td><code>number</code></td><td>Picture size in pixels.</td></tr><tr><td><a id="property-sizes"></a> <code>sizes?</code></td><td><a href="./OwnSizes"><code>OwnSizes</code></a> | <code>&quot;plan&quot;</code></td><td>Instead of both, where pictures have sizes of their own; <code>plan</code>: as the plan says.</td></tr><tr><td><a id="property-width"></a> <code>width?</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/PlanShape.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PlanShape = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PlanShape as default
};
