import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: KernelName","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/KernelName.md","filePath":"api/mixwell/type-aliases/KernelName.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/KernelName.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-kernelname" tabindex="-1">Type Alias: KernelName <a class="header-anchor" href="#type-alias-kernelname" aria-label="Permalink to &quot;Type Alias: KernelName&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> KernelName</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> </span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> mixQuadsKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> mixElementsKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> toneKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> augmentKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> tileKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> opQuadsKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> curvesKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> mixAugmentedKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> labelsKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> labelsSparseKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> frameKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> restoreKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> showKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> threefryWordsKernels</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> keyof</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> typeof</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> mapSoftKernels;</span></span></code></pre></div><p>What a kernel goes by, in <code>shaders/permutations.json</code> and in recordings.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/KernelName.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const KernelName = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  KernelName as default
};
