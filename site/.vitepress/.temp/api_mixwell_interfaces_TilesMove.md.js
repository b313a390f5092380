import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TilesMove","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/TilesMove.md","filePath":"api/mixwell/interfaces/TilesMove.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/TilesMove.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tilesmove" tabindex="-1">Interface: TilesMove <a class="header-anchor" href="#interface-tilesmove" aria-label="Permalink to &quot;Interface: TilesMove&quot;">​</a></h1><p>Parts that change places.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;tiles&quot;</code></td></tr><tr><td><a id="property-output"></a> <code>output</code></td><td><a href="./Size"><code>Size</code></a></td></tr><tr><td><a id="property-tiles"></a> <code>tiles</code></td><td>readonly <a href="./MovedTile"><code>MovedTile</code></a>[]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/TilesMove.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TilesMove = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TilesMove as default
};
