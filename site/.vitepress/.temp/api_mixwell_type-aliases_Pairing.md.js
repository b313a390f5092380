import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Pairing","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/Pairing.md","filePath":"api/mixwell/type-aliases/Pairing.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/Pairing.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-pairing" tabindex="-1">Type Alias: Pairing <a class="header-anchor" href="#type-alias-pairing" aria-label="Permalink to &quot;Type Alias: Pairing&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Pairing</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> </span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;reverse&quot;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;roll&quot;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;permutation&quot;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;derangement&quot;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;dataset&quot;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;external&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>Who is mixed with whom. Within the batch: <code>reverse</code> (i with B−1−i), <code>roll</code> (i with i−1), <code>permutation</code> (anybody, oneself included), <code>derangement</code> (anybody but oneself). Beyond it: <code>dataset</code> (a sample of the whole dataset or view, keyed by the own sample&#39;s id, so that batch size and order do not matter), <code>external</code> (row i of a second batch).</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/Pairing.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Pairing = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Pairing as default
};
