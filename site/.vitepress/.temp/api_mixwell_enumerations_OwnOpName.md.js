import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Enumeration: OwnOpName","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/enumerations/OwnOpName.md","filePath":"api/mixwell/enumerations/OwnOpName.md"}');
const _sfc_main = { name: "api/mixwell/enumerations/OwnOpName.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="enumeration-ownopname" tabindex="-1">Enumeration: OwnOpName <a class="header-anchor" href="#enumeration-ownopname" aria-label="Permalink to &quot;Enumeration: OwnOpName&quot;">​</a></h1><p>The name of an op that <code>defineOp</code> made. When the program runs it is a plain string; to the compiler no string is one, so that what it knows of the calls of built-in ops by their names stays as it is.</p><h2 id="enumeration-members" tabindex="-1">Enumeration Members <a class="header-anchor" href="#enumeration-members" aria-label="Permalink to &quot;Enumeration Members&quot;">​</a></h2><h3 id="defined" tabindex="-1">defined <a class="header-anchor" href="#defined" aria-label="Permalink to &quot;defined&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">defined</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">: </span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;">&quot;defined by defineOp&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/enumerations/OwnOpName.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OwnOpName = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OwnOpName as default
};
