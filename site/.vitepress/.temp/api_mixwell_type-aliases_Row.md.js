import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Row","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/Row.md","filePath":"api/mixwell/type-aliases/Row.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/Row.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-row" tabindex="-1">Type Alias: Row <a class="header-anchor" href="#type-alias-row" aria-label="Permalink to &quot;Type Alias: Row&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Row</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> MixRow</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> &amp;</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> object</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>How a row&#39;s own picture and its partner make one picture. <code>own</code> and <code>partner</code> are positions in the level below; <code>ops</code> are applied to the result.</p><h2 id="type-declaration" tabindex="-1">Type Declaration <a class="header-anchor" href="#type-declaration" aria-label="Permalink to &quot;Type Declaration&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Name</th><th>Type</th></tr></thead><tbody><tr><td><code>ops?</code></td><td><a href="./OpCall"><code>OpCall</code></a>[]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/Row.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Row = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Row as default
};
