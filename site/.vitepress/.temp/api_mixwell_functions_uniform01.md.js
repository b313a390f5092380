import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: uniform01()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/uniform01.md","filePath":"api/mixwell/functions/uniform01.md"}');
const _sfc_main = { name: "api/mixwell/functions/uniform01.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-uniform01" tabindex="-1">Function: uniform01() <a class="header-anchor" href="#function-uniform01" aria-label="Permalink to &quot;Function: uniform01()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> uniform01</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   key</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Key</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   c0</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   c1</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>Uniform on [0, 1): 0 can occur, 1 cannot. A multiple of 2^-24, hence exact in f32 too.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>key</code></td><td><a href="./../interfaces/Key"><code>Key</code></a></td></tr><tr><td><code>c0</code></td><td><code>number</code></td></tr><tr><td><code>c1</code></td><td><code>number</code></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>number</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/uniform01.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const uniform01 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  uniform01 as default
};
