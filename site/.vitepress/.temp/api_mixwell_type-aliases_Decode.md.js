import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Decode","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/Decode.md","filePath":"api/mixwell/type-aliases/Decode.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/Decode.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-decode" tabindex="-1">Type Alias: Decode <a class="header-anchor" href="#type-alias-decode" aria-label="Permalink to &quot;Type Alias: Decode&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Decode</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> (</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">file</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Blob</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">name</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> string</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">) </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">=&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> </span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Promise</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">RawPixels</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&gt;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> RawPixels</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>A decoder of files, for where there is no browser&#39;s: it turns the picture upright, and applies no colour profile.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>file</code></td><td><code>Blob</code></td></tr><tr><td><code>name</code></td><td><code>string</code></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p>| <code>Promise</code>&lt;<a href="./../interfaces/RawPixels"><code>RawPixels</code></a>&gt; | <a href="./../interfaces/RawPixels"><code>RawPixels</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/Decode.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Decode = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Decode as default
};
