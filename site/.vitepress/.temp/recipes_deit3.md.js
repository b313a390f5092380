import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"DeiT III","description":"","frontmatter":{"aside":false},"headers":[],"relativePath":"recipes/deit3.md","filePath":"recipes/deit3.md"}');
const _sfc_main = { name: "recipes/deit3.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="deit-iii" tabindex="-1">DeiT III <a class="header-anchor" href="#deit-iii" aria-label="Permalink to &quot;DeiT III&quot;">​</a></h1><p>This page shows the augmentation of DeiT III (Touvron et al. 2022, arXiv:2204.07118): 3-Augment, MixUp and CutMix.</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">import</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> { presets } </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">from</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;mixwell&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> command</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span></span>
<span class="line"><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;">  &quot;--aa 3a --color-jitter 0.3 --mixup 0.8 --cutmix 1.0 --smoothing 0 --train-interpolation bicubic&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> { seed: </span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">...</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">presets.</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;">fromTimm</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(command, { numClasses: </span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;">1000</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, imgSize: </span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;">192</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> }) };</span></span></code></pre></div><p><a href="./../api/mixwell/functions/createEngine"><code>createEngine(device, options)</code></a> takes it. Every picture is solarized, made grey or blurred, one of the three. Then come its colours. The paper&#39;s other recipe, for ImageNet-1k, has simple random crops: <a href="./../api/mixwell/functions/randomCrop"><code>randomCrop({ height: 192, width: 192, padding: 4 })</code></a> in place of the first stage of <code>options.policy</code>.</p><p>DeiT III trains with a binary cross-entropy. Mixed labels are targets for that, too: they need not sum to 1, but they do. Repeated augmentation, three times a sample, is <a href="./../policies#stages"><code>repeatedAugmentation</code></a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("recipes/deit3.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const deit3 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  deit3 as default
};
