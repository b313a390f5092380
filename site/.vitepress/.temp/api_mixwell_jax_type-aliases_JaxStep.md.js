import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: JaxStep","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/jax/type-aliases/JaxStep.md","filePath":"api/mixwell/jax/type-aliases/JaxStep.md"}');
const _sfc_main = { name: "api/mixwell/jax/type-aliases/JaxStep.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-jaxstep" tabindex="-1">Type Alias: JaxStep <a class="header-anchor" href="#type-alias-jaxstep" aria-label="Permalink to &quot;Type Alias: JaxStep&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> JaxStep</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Omit</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">StepOptions</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;">&quot;out&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&gt;;</span></span></code></pre></div><p>As the engine&#39;s, but for <code>out</code>: the arrays are jax&#39;s.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/jax/type-aliases/JaxStep.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const JaxStep = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  JaxStep as default
};
