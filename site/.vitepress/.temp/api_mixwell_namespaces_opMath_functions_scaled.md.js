import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: scaled()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/namespaces/opMath/functions/scaled.md","filePath":"api/mixwell/namespaces/opMath/functions/scaled.md"}');
const _sfc_main = { name: "api/mixwell/namespaces/opMath/functions/scaled.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-scaled" tabindex="-1">Function: scaled() <a class="header-anchor" href="#function-scaled" aria-label="Permalink to &quot;Function: scaled()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> scaled</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   a</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   b</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   bits</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>a b / 2^bits, rounded to nearest, halves away from zero; <code>bits</code> is 1 to 31. The product may have 62 bits; the result must fit in 31.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>a</code></td><td><code>number</code></td></tr><tr><td><code>b</code></td><td><code>number</code></td></tr><tr><td><code>bits</code></td><td><code>number</code></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>number</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/namespaces/opMath/functions/scaled.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const scaled = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  scaled as default
};
