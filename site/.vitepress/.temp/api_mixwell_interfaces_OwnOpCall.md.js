import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OwnOpCall","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/OwnOpCall.md","filePath":"api/mixwell/interfaces/OwnOpCall.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/OwnOpCall.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-ownopcall" tabindex="-1">Interface: OwnOpCall <a class="header-anchor" href="#interface-ownopcall" aria-label="Permalink to &quot;Interface: OwnOpCall&quot;">​</a></h1><p>A call of it: <code>vignette.opCall({ strength: 1 })</code>. In JSON it is <code>{ op: &quot;vignette&quot;, strength: 1 }</code>.</p><h2 id="indexable" tabindex="-1">Indexable <a class="header-anchor" href="#indexable" aria-label="Permalink to &quot;Indexable&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">[argument: string]: unknown</span></span></code></pre></div><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-op"></a> <code>op</code></td><td><a href="./../enumerations/OwnOpName#defined"><code>defined</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/OwnOpCall.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OwnOpCall = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OwnOpCall as default
};
