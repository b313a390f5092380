import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EpochSampler","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/EpochSampler.md","filePath":"api/mixwell/interfaces/EpochSampler.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/EpochSampler.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-epochsampler" tabindex="-1">Interface: EpochSampler <a class="header-anchor" href="#interface-epochsampler" aria-label="Permalink to &quot;Interface: EpochSampler&quot;">​</a></h1><p>Which samples an epoch takes, and how often: see <code>OrderSampler</code>.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./OrderSampler"><code>OrderSampler</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-balance"></a> <code>balance?</code></td><td><code>boolean</code></td><td>Every class comes equally often: each has the same sum of <code>weights</code>. Default false. For a milder balance give <code>weights</code>, such as n^−½ for a sample of a class of n.</td><td>-</td></tr><tr><td><a id="property-repeats"></a> <code>repeats?</code></td><td><code>number</code></td><td>Every sample that is drawn comes so many times in a row, and each time draws anew (repeated augmentation: Hoffer et al. 2020, timm&#39;s <code>RepeatAugSampler</code>, which repeats 3 times). The length of the epoch stays. Default 1.</td><td><a href="./OrderSampler"><code>OrderSampler</code></a>.<a href="./OrderSampler#property-repeats"><code>repeats</code></a></td></tr><tr><td><a id="property-samples"></a> <code>samples?</code></td><td><code>number</code></td><td>Samples in the epoch, repeats included, all shards together. Default: as many as the dataset has.</td><td><a href="./OrderSampler"><code>OrderSampler</code></a>.<a href="./OrderSampler#property-samples"><code>samples</code></a></td></tr><tr><td><a id="property-weights"></a> <code>weights?</code></td><td><code>ArrayLike</code>&lt;<code>number</code>&gt;</td><td>How often each sample is drawn, relative to the others: a finite number ≥ 0 for each, as in torch&#39;s <code>WeightedRandomSampler</code> with replacement, but with less chance. A sample of weight w comes <code>samples · w / (sum of weights)</code> times, rounded up or down by one draw that all samples share: equal weights give every sample once. Only with <code>shuffle</code>.</td><td><a href="./OrderSampler"><code>OrderSampler</code></a>.<a href="./OrderSampler#property-weights"><code>weights</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/EpochSampler.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EpochSampler = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EpochSampler as default
};
