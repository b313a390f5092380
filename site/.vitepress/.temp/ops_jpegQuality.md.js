import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./jpegQuality.D5tPdktA.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"jpegQuality","description":"The image op jpegQuality: What saving as a baseline JPEG of this quality and loading it again does: byte for byte libjpeg-turbo's result with its defaults, as Pillow has it, chroma at half resolution and interpolated back.","frontmatter":{"aside":false,"description":"The image op jpegQuality: What saving as a baseline JPEG of this quality and loading it again does: byte for byte libjpeg-turbo's result with its defaults, as Pillow has it, chroma at half resolution and interpolated back.","prev":{"text":"smooth3x3","link":"/ops/smooth3x3"},"next":{"text":"cutout","link":"/ops/cutout"}},"headers":[],"relativePath":"ops/jpegQuality.md","filePath":"ops/jpegQuality.md"}`);
const _sfc_main = { name: "ops/jpegQuality.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="jpegquality" tabindex="-1">jpegQuality <a class="header-anchor" href="#jpegquality" aria-label="Permalink to &quot;jpegQuality&quot;">​</a></h1><p class="op-kind">Tile op</p><p>What saving as a baseline JPEG of this quality and loading it again does: byte for byte libjpeg-turbo&#39;s result with its defaults, as Pillow has it, chroma at half resolution and interpolated back. Alpha is left alone. A picture of one channel keeps equal channels. f32 pictures are rounded to bytes first, so they come back as multiples of 1/255. KerasCV&#39;s RandomJpegQuality draws the quality. Cost: a pass that codes tiles of 16 × 16 pixels (one read and about a hundred integer operations per pixel), and a pass that shows them, with up to 4 reads per pixel.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="jpegQuality"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: quality 100 · quality 76 · quality 52 · quality 29 · quality 5</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "jpegQuality" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>quality</code></td><td>integer</td><td>1 to 100</td><td>IJG quality 1..100</td><td>required</td><td></td><td>100 loses least, but not nothing.</td></tr><tr><td><code>chroma</code></td><td>choice</td><td><code>4:2:0</code>, <code>4:4:4</code></td><td>subsampling</td><td><code>&quot;4:2:0&quot;</code></td><td></td><td>Whether colour has half the resolution each way, or all of it.</td></tr></tbody></table><p><code>ops.jpegQuality({ quality: 52 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#tile-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/jpegQuality.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const jpegQuality = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  jpegQuality as default
};
