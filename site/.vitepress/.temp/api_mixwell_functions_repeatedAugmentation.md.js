import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: repeatedAugmentation()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/repeatedAugmentation.md","filePath":"api/mixwell/functions/repeatedAugmentation.md"}');
const _sfc_main = { name: "api/mixwell/functions/repeatedAugmentation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-repeatedaugmentation" tabindex="-1">Function: repeatedAugmentation() <a class="header-anchor" href="#function-repeatedaugmentation" aria-label="Permalink to &quot;Function: repeatedAugmentation()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> repeatedAugmentation</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">augmenters</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> ImageStage</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">[])</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> RepeatedAugmentation</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>The batch once for each augmenter (Hoffer et al. 2020, arXiv:1901.09335; KerasCV <code>RepeatedAugmentation</code>): B samples become B × n rows, first all of the first augmenter, then all of the second. The first entry of a policy; the rest of it runs on every copy, with draws of the copy&#39;s own (the first copy draws what the policy without this entry would). In-batch pairings pair within a copy, so that nobody meets themselves.</p><p>KerasCV shuffles the rows afterwards; here they stay in order, and <code>batch.ids</code> says whose row it is.</p><ul><li><code>augmenters</code>: an image stage a copy, 1 to 16; the same one may stand there several times.</li></ul><p>Throws PolicyError when an augmenter is not an image stage.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>augmenters</code></td><td><a href="./../type-aliases/ImageStage"><code>ImageStage</code></a>[]</td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/RepeatedAugmentation"><code>RepeatedAugmentation</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/repeatedAugmentation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const repeatedAugmentation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  repeatedAugmentation as default
};
