import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_41 } from "./downscale.BD5KuOd_.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"downscale","description":"The image op downscale: The picture at a lower resolution and its own size, as albumentations' Downscale with area and nearest interpolation: every block of factor × factor pixels becomes their mean, alpha too.","frontmatter":{"aside":false,"description":"The image op downscale: The picture at a lower resolution and its own size, as albumentations' Downscale with area and nearest interpolation: every block of factor × factor pixels becomes their mean, alpha too.","prev":{"text":"zoom","link":"/ops/zoom"},"next":{"text":"gaussianBlur","link":"/ops/gaussianBlur"}},"headers":[],"relativePath":"ops/downscale.md","filePath":"ops/downscale.md"}`);
const _sfc_main = { name: "ops/downscale.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="downscale" tabindex="-1">downscale <a class="header-anchor" href="#downscale" aria-label="Permalink to &quot;downscale&quot;">​</a></h1><p class="op-kind">Stencil op</p><p>The picture at a lower resolution and its own size, as albumentations&#39; Downscale with area and nearest interpolation: every block of factor × factor pixels becomes their mean, alpha too. Blocks begin at the top left; what is left of one at the right or bottom is a block. u8 means are rounded, halves up. Cost: factor² reads per pixel.</p><p><img${ssrRenderAttr("src", _imports_41)} alt="downscale"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: factor 1 · factor 3 · factor 5 · factor 6 · factor 8</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "downscale" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>factor</code></td><td>integer</td><td>1 to 16</td><td>pixels</td><td>required</td><td><code>1</code></td><td>Side of a block.</td></tr></tbody></table><p><code>ops.downscale({ factor: 5 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#stencil-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/downscale.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const downscale = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  downscale as default
};
