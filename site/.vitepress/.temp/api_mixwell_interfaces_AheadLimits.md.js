import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AheadLimits","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/AheadLimits.md","filePath":"api/mixwell/interfaces/AheadLimits.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/AheadLimits.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-aheadlimits" tabindex="-1">Interface: AheadLimits <a class="header-anchor" href="#interface-aheadlimits" aria-label="Permalink to &quot;Interface: AheadLimits&quot;">​</a></h1><p>How much may lie in host memory, or be on its way there.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-bytes"></a> <code>bytes</code></td><td><code>number</code></td></tr><tr><td><a id="property-pictures"></a> <code>pictures</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/AheadLimits.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AheadLimits = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AheadLimits as default
};
