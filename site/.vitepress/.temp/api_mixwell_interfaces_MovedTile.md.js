import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MovedTile","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/MovedTile.md","filePath":"api/mixwell/interfaces/MovedTile.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/MovedTile.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-movedtile" tabindex="-1">Interface: MovedTile <a class="header-anchor" href="#interface-movedtile" aria-label="Permalink to &quot;Interface: MovedTile&quot;">​</a></h1><p>A part of the picture, and how far it moves: in whole pixels, to the right and down.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-by"></a> <code>by</code></td><td>readonly [<code>number</code>, <code>number</code>]</td></tr><tr><td><a id="property-from"></a> <code>from</code></td><td><a href="./../type-aliases/PixelBox"><code>PixelBox</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/MovedTile.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MovedTile = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MovedTile as default
};
