import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: ArgDraw","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/ArgDraw.md","filePath":"api/mixwell/type-aliases/ArgDraw.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/ArgDraw.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-argdraw" tabindex="-1">Type Alias: ArgDraw <a class="header-anchor" href="#type-alias-argdraw" aria-label="Permalink to &quot;Type Alias: ArgDraw&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> ArgDraw</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> </span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> NumberDraw</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> ChoiceDraw</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;">boolean</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> string</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> readonly</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">[]&gt;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> ListDraw</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">readonly</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">[]&gt;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> boolean</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> string</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>An op&#39;s argument in a policy: fixed, or how it is drawn.</p><p>128 always this (numbers may be schedules; so may the numbers below; rounded where the argument is an integer) [0, 256] uniform; whole numbers, both ends included, where the argument is an integer { normal: [mean, std], clip: [lo, hi] } normal, clipped (mass piles up at the ends); without <code>clip</code> to the argument&#39;s range { choice: [&quot;bilinear&quot;, &quot;bicubic&quot;] } one of these, all alike { share: [-0.1, 0.1], of: &quot;width&quot; } a draw as above, times a side of the picture; <code>round</code> makes it whole pixels { list: [[0, 1], 5] } a list, each entry a draw of its own { all: [0.1, 2] } a list, all entries the same draw { permutation: 3 } 0 … 2 in random order; with <code>identity: false</code> never 0, 1, 2</p><p>Where the argument itself is a list, a plain array is that list, not a range. Two numbers, the smaller first, could be either and are refused: <code>{ all: [a, b] }</code> is the range, <code>{ list: [a, b] }</code> the list.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/ArgDraw.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ArgDraw = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ArgDraw as default
};
