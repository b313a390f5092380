import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Key","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Key.md","filePath":"api/mixwell/interfaces/Key.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Key.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-key" tabindex="-1">Interface: Key <a class="header-anchor" href="#interface-key" aria-label="Permalink to &quot;Interface: Key&quot;">​</a></h1><p>The 64 key bits of Threefry2x32 as two u32 numbers: a plain value that survives JSON.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-k0"></a> <code>k0</code></td><td><code>number</code></td></tr><tr><td><a id="property-k1"></a> <code>k1</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Key.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Key = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Key as default
};
