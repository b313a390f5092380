import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Capacity","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Capacity.md","filePath":"api/mixwell/interfaces/Capacity.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Capacity.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-capacity" tabindex="-1">Interface: Capacity <a class="header-anchor" href="#interface-capacity" aria-label="Permalink to &quot;Interface: Capacity&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-pictures"></a> <code>pictures</code></td><td><code>number</code></td><td>Pictures that one dataset can hold on the device, or on one that the adapter gives if it is asked for that much. Of <code>sizes</code> so many from the first on.</td></tr><tr><td><a id="property-requiredlimits"></a> <code>requiredLimits</code></td><td><a href="./../type-aliases/PageLimits"><code>PageLimits</code></a></td><td>For <code>adapter.requestDevice({ requiredLimits })</code>: what <code>count</code> pictures or those of all <code>sizes</code> need; without either what all need that fit. For more than <code>pictures</code> it is more than there is, and <code>requestDevice</code> refuses it.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Capacity.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Capacity = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Capacity as default
};
