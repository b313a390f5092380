import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: randAugment()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/randAugment.md","filePath":"api/mixwell/functions/randAugment.md"}');
const _sfc_main = { name: "api/mixwell/functions/randAugment.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-randaugment" tabindex="-1">Function: randAugment() <a class="header-anchor" href="#function-randaugment" aria-label="Permalink to &quot;Function: randAugment()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> randAugment</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">?:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> RandAugment</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> RandomPipeline</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>RandAugment (Cubuk et al. 2020, arXiv:1909.13719): every picture draws <code>layers</code> ops of a table and applies them in turn, each with its own sign, noise and magnitude. It is a <code>randomPipeline</code> of <a href="./standardPolicy">standardPolicy</a>.</p><ul><li><code>layers</code>: default 2. <code>magnitude</code>: in the table&#39;s unit (see <a href="./opAt">opAt</a>), default 0.3 for Keras, 9 elsewhere.</li><li><code>table</code>: default <code>&quot;kerascv&quot;</code>. The presets have every peer&#39;s own defaults: <code>presets.timmRandAugment(&quot;rand-m9-mstd0.5-inc1&quot;)</code>.</li><li><code>rate</code>: the chance of each op that was drawn, default 1; <code>prob</code>: the chance of the whole.</li><li><code>weights</code>, <code>replace</code>, <code>entries</code> and the options of <a href="./opAt">opAt</a>.</li></ul><p>Throws PolicyError when an option is unknown or out of range.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options?</code></td><td><a href="./../interfaces/RandAugment"><code>RandAugment</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/RandomPipeline"><code>RandomPipeline</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/randAugment.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const randAugment = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  randAugment as default
};
