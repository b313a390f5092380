import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: autoAugment()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/autoAugment.md","filePath":"api/mixwell/functions/autoAugment.md"}');
const _sfc_main = { name: "api/mixwell/functions/autoAugment.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-autoaugment" tabindex="-1">Function: autoAugment() <a class="header-anchor" href="#function-autoaugment" aria-label="Permalink to &quot;Function: autoAugment()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> autoAugment</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">?:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> AutoAugment</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> RandomChoice</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>AutoAugment (Cubuk et al. 2019, arXiv:1805.09501): every picture draws one of 25 sub-policies, whose two ops are applied each with a chance and at a magnitude of its own; signs are drawn.</p><ul><li><code>policy</code>: <code>&quot;imagenet&quot;</code> (default), <code>&quot;cifar10&quot;</code>, <code>&quot;svhn&quot;</code> with torchvision&#39;s ten bins and ranges; <code>&quot;original&quot;</code>, <code>&quot;originalr&quot;</code>, <code>&quot;v0&quot;</code>, <code>&quot;v0r&quot;</code> with timm&#39;s levels (the first two are the ImageNet policy; r turns posterize the right way round).</li><li><code>magnitudeStd</code>: noise on timm&#39;s levels. <code>interpolation</code>, <code>fill</code>, <code>translate</code>: as in <a href="./opAt">opAt</a>.</li></ul><p>Throws PolicyError when an option is unknown or out of range.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options?</code></td><td><a href="./../interfaces/AutoAugment"><code>AutoAugment</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/RandomChoice"><code>RandomChoice</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/autoAugment.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const autoAugment = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  autoAugment as default
};
