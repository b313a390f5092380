import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WarpMove","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/WarpMove.md","filePath":"api/mixwell/interfaces/WarpMove.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/WarpMove.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-warpmove" tabindex="-1">Interface: WarpMove <a class="header-anchor" href="#interface-warpmove" aria-label="Permalink to &quot;Interface: WarpMove&quot;">​</a></h1><p>A read through a matrix.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-back"></a> <code>back</code></td><td><a href="./../type-aliases/Matrix"><code>Matrix</code></a></td><td>Output → input and input → output, nine numbers each, in pixels with edges counted.</td></tr><tr><td><a id="property-clips"></a> <code>clips</code></td><td><code>boolean</code></td><td>Whether torchvision cuts boxes off at the border after this call.</td></tr><tr><td><a id="property-forth"></a> <code>forth</code></td><td><a href="./../type-aliases/Matrix"><code>Matrix</code></a></td><td>-</td></tr><tr><td><a id="property-input"></a> <code>input</code></td><td><a href="./Size"><code>Size</code></a></td><td>-</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;warp&quot;</code></td><td>-</td></tr><tr><td><a id="property-output"></a> <code>output</code></td><td><a href="./Size"><code>Size</code></a></td><td>-</td></tr><tr><td><a id="property-window"></a> <code>window</code></td><td><a href="./../type-aliases/PixelBox"><code>PixelBox</code></a> | <code>undefined</code></td><td>The part of the input that is read, where that is not all of it.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/WarpMove.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WarpMove = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WarpMove as default
};
