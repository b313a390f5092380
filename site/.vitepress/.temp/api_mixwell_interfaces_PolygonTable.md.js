import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PolygonTable","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/PolygonTable.md","filePath":"api/mixwell/interfaces/PolygonTable.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/PolygonTable.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-polygontable" tabindex="-1">Interface: PolygonTable <a class="header-anchor" href="#interface-polygontable" aria-label="Permalink to &quot;Interface: PolygonTable&quot;">​</a></h1><p>What is left of the objects&#39; outlines.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-offsets"></a> <code>offsets</code></td><td><code>Uint32Array</code></td><td>One number more than there are rings: the vertex that each begins with.</td></tr><tr><td><a id="property-rings"></a> <code>rings</code></td><td><code>Uint32Array</code></td><td>One number more than there are objects: the ring that each begins with.</td></tr><tr><td><a id="property-vertices"></a> <code>vertices</code></td><td><code>Float32Array</code></td><td>x and y of all vertices.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/PolygonTable.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PolygonTable = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PolygonTable as default
};
