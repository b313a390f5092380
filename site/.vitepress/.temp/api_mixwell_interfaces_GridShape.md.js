import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GridShape","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/GridShape.md","filePath":"api/mixwell/interfaces/GridShape.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/GridShape.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-gridshape" tabindex="-1">Interface: GridShape <a class="header-anchor" href="#interface-gridshape" aria-label="Permalink to &quot;Interface: GridShape&quot;">​</a></h1><p>255 in a square hole at the top left of every cell of a grid of squares (GridMix).</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-cell"></a> <code>cell</code></td><td><code>number</code></td><td>Sides in pixels, the hole&#39;s less than the cell&#39;s.</td></tr><tr><td><a id="property-hole"></a> <code>hole</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>&quot;grid&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/GridShape.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GridShape = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GridShape as default
};
