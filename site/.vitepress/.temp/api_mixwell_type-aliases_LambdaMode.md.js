import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: LambdaMode","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/LambdaMode.md","filePath":"api/mixwell/type-aliases/LambdaMode.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/LambdaMode.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-lambdamode" tabindex="-1">Type Alias: LambdaMode <a class="header-anchor" href="#type-alias-lambdamode" aria-label="Permalink to &quot;Type Alias: LambdaMode&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> LambdaMode</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;exact&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;beta&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;unclipped&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;continuous&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>What CutMix puts in the label as the own picture&#39;s weight.</p><ul><li><code>exact</code>: the share of own pixels after the box was clipped (timm <code>correct_lam=True</code>, torchvision).</li><li><code>beta</code>: λ as it was drawn (timm <code>correct_lam=False</code>; Keras 3, whose box is never clipped).</li><li><code>unclipped</code>: from the box&#39;s integer sides before clipping (KerasCV).</li><li><code>continuous</code>: from the real-valued box after clipping (Datarax).</li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/LambdaMode.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LambdaMode = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LambdaMode as default
};
