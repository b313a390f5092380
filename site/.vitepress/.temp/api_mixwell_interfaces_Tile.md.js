import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Tile","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Tile.md","filePath":"api/mixwell/interfaces/Tile.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Tile.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tile" tabindex="-1">Interface: Tile <a class="header-anchor" href="#interface-tile" aria-label="Permalink to &quot;Interface: Tile&quot;">​</a></h1><p>A tile of 16 × 16 pixels: its upper left one, and the size of the picture that is read and made.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-channels"></a> <code>channels</code></td><td><code>number</code></td></tr><tr><td><a id="property-height"></a> <code>height</code></td><td><code>number</code></td></tr><tr><td><a id="property-width"></a> <code>width</code></td><td><code>number</code></td></tr><tr><td><a id="property-x"></a> <code>x</code></td><td><code>number</code></td></tr><tr><td><a id="property-y"></a> <code>y</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Tile.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Tile = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Tile as default
};
