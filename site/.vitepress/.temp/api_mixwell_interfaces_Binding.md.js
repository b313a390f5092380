import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Binding","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Binding.md","filePath":"api/mixwell/interfaces/Binding.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Binding.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-binding" tabindex="-1">Interface: Binding <a class="header-anchor" href="#interface-binding" aria-label="Permalink to &quot;Interface: Binding&quot;">​</a></h1><p>One buffer a kernel wants bound.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-binding"></a> <code>binding</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-group"></a> <code>group</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-hasdynamicoffset"></a> <code>hasDynamicOffset</code></td><td><code>boolean</code></td><td>Whether its offset is given with each dispatch: so with the uniform <code>chunk</code>, one chunk of a batch of many.</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;uniform&quot;</code> | <code>&quot;read-only-storage&quot;</code> | <code>&quot;storage&quot;</code></td><td>-</td></tr><tr><td><a id="property-minbindingsize"></a> <code>minBindingSize</code></td><td><code>number</code></td><td>In bytes. A runtime-sized array counts with one element.</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>string</code></td><td>The variable&#39;s name in WGSL.</td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>string</code></td><td>The variable&#39;s type in WGSL.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Binding.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Binding = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Binding as default
};
