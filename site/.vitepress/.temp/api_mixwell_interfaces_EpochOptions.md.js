import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EpochOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/EpochOptions.md","filePath":"api/mixwell/interfaces/EpochOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/EpochOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-epochoptions" tabindex="-1">Interface: EpochOptions <a class="header-anchor" href="#interface-epochoptions" aria-label="Permalink to &quot;Interface: EpochOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./../tfjs/interfaces/TfjsDatasetOptions"><code>TfjsDatasetOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batches"></a> <code>batches?</code></td><td><code>number</code></td><td>The epoch ends after so many batches at the latest, those before <code>start</code> included. Default: no limit.</td></tr><tr><td><a id="property-batchsize"></a> <code>batchSize</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-epoch"></a> <code>epoch?</code></td><td><code>number</code></td><td>Which epoch; default 0. Every epoch has its own order and its own draws.</td></tr><tr><td><a id="property-last"></a> <code>last?</code></td><td><a href="./../type-aliases/LastBatch"><code>LastBatch</code></a></td><td>What happens to the samples that do not fill the last batch: <code>keep</code> a smaller one (default), <code>drop</code> it, or <code>wrap</code> round to fill it with samples from the start, each of which is drawn anew (its second occurrence).</td></tr><tr><td><a id="property-lookahead"></a> <code>lookAhead?</code></td><td><code>number</code></td><td>Batches submitted before they are asked for, so that the GPU mixes while the host waits or trains; default 1.</td></tr><tr><td><a id="property-sampler"></a> <code>sampler?</code></td><td><a href="./EpochSampler"><code>EpochSampler</code></a></td><td>Weights, class balance, repeats, another number of samples. Default: every sample once.</td></tr><tr><td><a id="property-shard"></a> <code>shard?</code></td><td><a href="./Shard"><code>Shard</code></a></td><td>This worker&#39;s part: rank of world; default all. Shards are disjoint and differ by at most one sample.</td></tr><tr><td><a id="property-shuffle"></a> <code>shuffle?</code></td><td><code>boolean</code></td><td>Default true; false goes through the dataset from first to last.</td></tr><tr><td><a id="property-start"></a> <code>start?</code></td><td><code>number</code></td><td>The batch to start at: resume in the middle with the same numbers. Default 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/EpochOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EpochOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EpochOptions as default
};
