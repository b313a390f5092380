import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Sample","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Sample.md","filePath":"api/mixwell/interfaces/Sample.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Sample.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-sample" tabindex="-1">Interface: Sample <a class="header-anchor" href="#interface-sample" aria-label="Permalink to &quot;Interface: Sample&quot;">​</a></h1><p>One sample, as <code>dataset.subset</code> asks about it.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-fields"></a> <code>fields</code></td><td><code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;</td><td>Its fields, by name.</td></tr><tr><td><a id="property-id"></a> <code>id</code></td><td><code>number</code></td><td>Its number in the whole dataset.</td></tr><tr><td><a id="property-index"></a> <code>index</code></td><td><code>number</code></td><td>Its place in the dataset that is asked, 0 to count − 1.</td></tr><tr><td><a id="property-label"></a> <code>label?</code></td><td><code>number</code></td><td>Its class id, where there are class ids.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Sample.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Sample = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Sample as default
};
