import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Time","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Time.md","filePath":"api/mixwell/interfaces/Time.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Time.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-time" tabindex="-1">Interface: Time <a class="header-anchor" href="#interface-time" aria-label="Permalink to &quot;Interface: Time&quot;">​</a></h1><p>Where training stands. Reading <code>step</code> throws an InputError when the call did not say at which step it is.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>number</code></td></tr><tr><td><a id="property-step"></a> <code>step</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Time.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Time = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Time as default
};
