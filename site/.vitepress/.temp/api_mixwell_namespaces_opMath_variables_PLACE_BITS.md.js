import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: PLACE_BITS","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/namespaces/opMath/variables/PLACE_BITS.md","filePath":"api/mixwell/namespaces/opMath/variables/PLACE_BITS.md"}');
const _sfc_main = { name: "api/mixwell/namespaces/opMath/variables/PLACE_BITS.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-place_bits" tabindex="-1">Variable: PLACE_BITS <a class="header-anchor" href="#variable-place_bits" aria-label="Permalink to &quot;Variable: PLACE\\_BITS&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">PLACE_BITS</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">: </span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;">16</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/namespaces/opMath/variables/PLACE_BITS.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PLACE_BITS = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PLACE_BITS as default
};
