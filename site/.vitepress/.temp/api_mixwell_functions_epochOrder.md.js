import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: epochOrder()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/epochOrder.md","filePath":"api/mixwell/functions/epochOrder.md"}');
const _sfc_main = { name: "api/mixwell/functions/epochOrder.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-epochorder" tabindex="-1">Function: epochOrder() <a class="header-anchor" href="#function-epochorder" aria-label="Permalink to &quot;Function: epochOrder()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> epochOrder</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> EpochOrderOptions</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> EpochOrder</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>The order in which one epoch goes through a dataset. Every sample comes exactly once an epoch over all shards together (<code>drop</code> leaves some out, <code>wrap</code> repeats some); which shard and which batch it comes in is a pure function of (seed, epoch). A <code>sampler</code> takes samples as often as it says instead, and then of (seed, epoch, sampler): shards are parts of one sequence, so that a sample that comes in two of them is another occurrence in each.</p><p>Shards differ by at most one sample. With <code>drop</code> and <code>wrap</code> they all have the same number of batches, so that workers who wait for each other after every batch end together: <code>drop</code> counts the batches of the smallest shard, <code>wrap</code> those of the largest. With <code>keep</code> a shard can have one batch less than another.</p><p>Throws InputError when an option is out of range, and when <code>drop</code> would leave no batch at all.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options</code></td><td><a href="./../interfaces/EpochOrderOptions"><code>EpochOrderOptions</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/EpochOrder"><code>EpochOrder</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/epochOrder.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const epochOrder = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  epochOrder as default
};
