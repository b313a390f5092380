import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Switch","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Switch.md","filePath":"api/mixwell/interfaces/Switch.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Switch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-switch" tabindex="-1">Interface: Switch <a class="header-anchor" href="#interface-switch" aria-label="Permalink to &quot;Interface: Switch&quot;">​</a></h1><p>A function of a kernel that is a choice between ops.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-head"></a> <code>head</code></td><td><code>string</code></td><td>Up to its body. Without a parameter <code>op</code> all ops that have a case here have the same.</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-otherwise"></a> <code>otherwise</code></td><td><code>string</code></td><td>What it returns where no op has a case.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Switch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Switch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Switch as default
};
