import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DrawnTile","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/DrawnTile.md","filePath":"api/mixwell/interfaces/DrawnTile.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/DrawnTile.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-drawntile" tabindex="-1">Interface: DrawnTile <a class="header-anchor" href="#interface-drawntile" aria-label="Permalink to &quot;Interface: DrawnTile&quot;">​</a></h1><p>A picture on the canvas, in CSS pixels from its upper left corner: to know which one is pointed at.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-height"></a> <code>height</code></td><td><code>number</code></td></tr><tr><td><a id="property-row"></a> <code>row</code></td><td><code>number</code></td></tr><tr><td><a id="property-width"></a> <code>width</code></td><td><code>number</code></td></tr><tr><td><a id="property-x"></a> <code>x</code></td><td><code>number</code></td></tr><tr><td><a id="property-y"></a> <code>y</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/DrawnTile.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DrawnTile = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DrawnTile as default
};
