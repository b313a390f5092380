import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EpochOrderOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/EpochOrderOptions.md","filePath":"api/mixwell/interfaces/EpochOrderOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/EpochOrderOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-epochorderoptions" tabindex="-1">Interface: EpochOrderOptions <a class="header-anchor" href="#interface-epochorderoptions" aria-label="Permalink to &quot;Interface: EpochOrderOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batches"></a> <code>batches?</code></td><td><code>number</code></td><td>The epoch ends after so many batches at the latest, as with <code>take</code> of tf.data. Default: no limit.</td></tr><tr><td><a id="property-batchsize"></a> <code>batchSize</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-count"></a> <code>count</code></td><td><code>number</code></td><td>Samples in the dataset, 1..2^32−1.</td></tr><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>number</code></td><td>A u32.</td></tr><tr><td><a id="property-last"></a> <code>last?</code></td><td><a href="./../type-aliases/LastBatch"><code>LastBatch</code></a></td><td>Default <code>&quot;keep&quot;</code>.</td></tr><tr><td><a id="property-pass"></a> <code>pass?</code></td><td><code>number</code></td><td>Another order over the same epoch, for a pass that is zipped with the first (as two shuffled datasets in <code>tf.data.Dataset.zip</code>): a u32, default 0, the first.</td></tr><tr><td><a id="property-sampler"></a> <code>sampler?</code></td><td><a href="./OrderSampler"><code>OrderSampler</code></a></td><td>Default: every sample once.</td></tr><tr><td><a id="property-seed"></a> <code>seed</code></td><td><code>number</code></td><td>An integer in 0..2^53−1.</td></tr><tr><td><a id="property-shard"></a> <code>shard?</code></td><td><a href="./Shard"><code>Shard</code></a></td><td>Default: the whole epoch.</td></tr><tr><td><a id="property-shuffle"></a> <code>shuffle?</code></td><td><code>boolean</code></td><td>Default true; false goes through the dataset from first to last.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/EpochOrderOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EpochOrderOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EpochOrderOptions as default
};
