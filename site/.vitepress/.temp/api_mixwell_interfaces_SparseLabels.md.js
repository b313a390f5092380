import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SparseLabels","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/SparseLabels.md","filePath":"api/mixwell/interfaces/SparseLabels.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/SparseLabels.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-sparselabels" tabindex="-1">Interface: SparseLabels <a class="header-anchor" href="#interface-sparselabels" aria-label="Permalink to &quot;Interface: SparseLabels&quot;">​</a></h1><p>The triple a mixed batch&#39;s labels boil down to: for every row, <code>sources</code> classes and how much of the picture each of them is.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classes"></a> <code>classes</code></td><td><code>ArrayLike</code>&lt;<code>number</code>&gt;</td><td>Class ids, [B, sources] row by row.</td></tr><tr><td><a id="property-shares"></a> <code>shares</code></td><td><code>ArrayLike</code>&lt;<code>number</code>&gt;</td><td>The share of each, [B, sources]; a row sums to 1. Before any label smoothing.</td></tr><tr><td><a id="property-sources"></a> <code>sources</code></td><td><code>number</code></td><td>Sources a row: 2 after one stage of mixing, 4 after two.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/SparseLabels.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SparseLabels = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SparseLabels as default
};
