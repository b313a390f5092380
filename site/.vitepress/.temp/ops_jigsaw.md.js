import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./jigsaw.CsLhQ5Jl.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"jigsaw","description":"The image op jigsaw: Cuts the picture into a grid of tiles and puts them back in another order, as Kornia's RandomJigsaw.","frontmatter":{"aside":false,"description":"The image op jigsaw: Cuts the picture into a grid of tiles and puts them back in another order, as Kornia's RandomJigsaw.","prev":{"text":"gaussianBlur","link":"/ops/gaussianBlur"},"next":{"text":"medianBlur","link":"/ops/medianBlur"}},"headers":[],"relativePath":"ops/jigsaw.md","filePath":"ops/jigsaw.md"}`);
const _sfc_main = { name: "ops/jigsaw.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="jigsaw" tabindex="-1">jigsaw <a class="header-anchor" href="#jigsaw" aria-label="Permalink to &quot;jigsaw&quot;">​</a></h1><p class="op-kind">Stencil op</p><p>Cuts the picture into a grid of tiles and puts them back in another order, as Kornia&#39;s RandomJigsaw. Tiles are floor(H / rows) × floor(W / columns) pixels; what the grid leaves over at the right and the bottom stays where it is. Pixels move whole, alpha too.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="jigsaw"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: grid [1, 1], order [0] · grid [2, 2], order [1, 2, 3, 0] · grid [3, 3], order [1, 2, 3, 4, 5, 6, 7, 8, 0] · grid [3, 3], order [1, 2, 3, 4, 5, 6, 7, 8, 0] · grid [4, 4], order [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0]</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "jigsaw" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>grid</code></td><td>list of 2</td><td>1 to 256</td><td>tiles</td><td>required</td><td></td><td>[rows, columns], at most 256 tiles.</td></tr><tr><td><code>order</code></td><td>list</td><td>0 to 255</td><td>tile</td><td>required</td><td></td><td>For each tile of the result, line by line, the tile it is taken from.</td></tr></tbody></table><p><code>ops.jigsaw({ grid: [3, 3], order: [1, 2, 3, 4, 5, 6, 7, 8, 0] })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#stencil-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/jigsaw.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const jigsaw = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  jigsaw as default
};
