import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: uniformOpen01()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/uniformOpen01.md","filePath":"api/mixwell/functions/uniformOpen01.md"}');
const _sfc_main = { name: "api/mixwell/functions/uniformOpen01.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-uniformopen01" tabindex="-1">Function: uniformOpen01() <a class="header-anchor" href="#function-uniformopen01" aria-label="Permalink to &quot;Function: uniformOpen01()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> uniformOpen01</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   key</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Key</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   c0</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   c1</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>Uniform on (0, 1): neither 0 nor 1 can occur, so its logarithm is finite and not zero. (k + 1/2) / 2^52 for a 52-bit k: symmetric about 1/2, from 2^-53 to 1 - 2^-53, each exact in f64 (rounding it to f32 may give 1).</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>key</code></td><td><a href="./../interfaces/Key"><code>Key</code></a></td></tr><tr><td><code>c0</code></td><td><code>number</code></td></tr><tr><td><code>c1</code></td><td><code>number</code></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>number</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/uniformOpen01.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const uniformOpen01 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  uniformOpen01 as default
};
