import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TimmMixup","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/TimmMixup.md","filePath":"api/mixwell/interfaces/TimmMixup.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/TimmMixup.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-timmmixup" tabindex="-1">Interface: TimmMixup <a class="header-anchor" href="#interface-timmmixup" aria-label="Permalink to &quot;Interface: TimmMixup&quot;">​</a></h1><p>The arguments of timm&#39;s <code>Mixup</code> and <code>FastCollateMixup</code>, under our names.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-correctlam"></a> <code>correctLam?</code></td><td><code>boolean</code></td><td><code>correct_lam</code>, default true; false leaves λ as drawn although the box was clipped.</td></tr><tr><td><a id="property-cutmixalpha"></a> <code>cutmixAlpha?</code></td><td><a href="./../type-aliases/Scalar"><code>Scalar</code></a></td><td><code>cutmix_alpha</code>, default 0; 0 switches CutMix off.</td></tr><tr><td><a id="property-cutmixminmax"></a> <code>cutmixMinmax?</code></td><td>[<code>number</code>, <code>number</code>]</td><td><code>cutmix_minmax</code>, default none. When given, CutMix is on and its alpha does not matter, as in timm.</td></tr><tr><td><a id="property-labelsmoothing"></a> <code>labelSmoothing?</code></td><td><code>number</code></td><td><code>label_smoothing</code>, default 0.1; applied to rows that are not mixed too.</td></tr><tr><td><a id="property-mixupalpha"></a> <code>mixupAlpha?</code></td><td><a href="./../type-aliases/Scalar"><code>Scalar</code></a></td><td><code>mixup_alpha</code>, default 1; 0 switches MixUp off.</td></tr><tr><td><a id="property-mode"></a> <code>mode?</code></td><td><code>&quot;batch&quot;</code> | <code>&quot;pair&quot;</code> | <code>&quot;half&quot;</code> | <code>&quot;elem&quot;</code></td><td><code>mode</code>, default <code>&quot;batch&quot;</code>; <code>&quot;half&quot;</code> is FastCollateMixup&#39;s.</td></tr><tr><td><a id="property-numclasses"></a> <code>numClasses?</code></td><td><code>number</code></td><td><code>num_classes</code>, default 1000.</td></tr><tr><td><a id="property-prob"></a> <code>prob?</code></td><td><code>number</code></td><td><code>prob</code>, default 1.</td></tr><tr><td><a id="property-switchprob"></a> <code>switchProb?</code></td><td><code>number</code></td><td><code>switch_prob</code>, default 0.5: the chance of CutMix where both are on.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/TimmMixup.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TimmMixup = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TimmMixup as default
};
