import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StoreObjects","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/StoreObjects.md","filePath":"api/mixwell/interfaces/StoreObjects.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/StoreObjects.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-storeobjects" tabindex="-1">Interface: StoreObjects <a class="header-anchor" href="#interface-storeobjects" aria-label="Permalink to &quot;Interface: StoreObjects&quot;">​</a></h1><p>Boxes, and what belongs to them, that are read with the pictures.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;objects&quot;</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/StoreObjects.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StoreObjects = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StoreObjects as default
};
