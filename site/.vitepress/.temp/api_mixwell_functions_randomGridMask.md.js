import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: randomGridMask()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/randomGridMask.md","filePath":"api/mixwell/functions/randomGridMask.md"}');
const _sfc_main = { name: "api/mixwell/functions/randomGridMask.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-randomgridmask" tabindex="-1">Function: randomGridMask() <a class="header-anchor" href="#function-randomgridmask" aria-label="Permalink to &quot;Function: randomGridMask()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> randomGridMask</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">?:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Omit</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">RandomGridMask</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;">&quot;kind&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&gt;)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> RandomGridMask</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>GridMask (Chen et al. 2020, arXiv:2001.04086) as KerasCV draws it. The grid&#39;s unit is about 0.3 to 0.5 of the sides, its phase is random, and it is turned by <code>rotation</code> (in turns, default [-0.15, 0.15]). In every cell a square is dropped whose side is the unit times <code>ratio</code> (default [0, 0.5]). It becomes <code>fill</code>, in levels, default [0]; with <code>mode: &quot;pixel&quot;</code> noise from N(<code>mean</code>, <code>std</code>), default N(127.5, 63.75).</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options?</code></td><td><code>Omit</code>&lt;<a href="./../interfaces/RandomGridMask"><code>RandomGridMask</code></a>, <code>&quot;kind&quot;</code>&gt;</td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/RandomGridMask"><code>RandomGridMask</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/randomGridMask.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const randomGridMask = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  randomGridMask as default
};
