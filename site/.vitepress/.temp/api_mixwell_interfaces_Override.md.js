import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Override","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Override.md","filePath":"api/mixwell/interfaces/Override.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Override.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-override" tabindex="-1">Interface: Override <a class="header-anchor" href="#interface-override" aria-label="Permalink to &quot;Interface: Override&quot;">​</a></h1><p>A constant the pipeline may set, by its WGSL name. Without a default it must.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-default"></a> <code>default?</code></td><td><code>number</code> | <code>boolean</code></td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>&quot;f32&quot;</code> | <code>&quot;f16&quot;</code> | <code>&quot;u32&quot;</code> | <code>&quot;i32&quot;</code> | <code>&quot;bool&quot;</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Override.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Override = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Override as default
};
