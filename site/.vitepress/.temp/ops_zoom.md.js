import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./zoom.CG9S2D_E.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"zoom","description":"The image op zoom: Enlarges or shrinks about the picture's middle, in either direction by its own factor: x_in = z x + (1 − z) W/2 for pixel centres at + 0.5, which is KerasCV's x_in = z x + (1 − z) (W − 1)/2 for whole coordinates.","frontmatter":{"aside":false,"description":"The image op zoom: Enlarges or shrinks about the picture's middle, in either direction by its own factor: x_in = z x + (1 − z) W/2 for pixel centres at + 0.5, which is KerasCV's x_in = z x + (1 − z) (W − 1)/2 for whole coordinates.","prev":{"text":"translateY","link":"/ops/translateY"},"next":{"text":"downscale","link":"/ops/downscale"}},"headers":[],"relativePath":"ops/zoom.md","filePath":"ops/zoom.md"}`);
const _sfc_main = { name: "ops/zoom.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="zoom" tabindex="-1">zoom <a class="header-anchor" href="#zoom" aria-label="Permalink to &quot;zoom&quot;">​</a></h1><p class="op-kind">Warp op</p><p>Enlarges or shrinks about the picture&#39;s middle, in either direction by its own factor: x_in = z x + (1 − z) W/2 for pixel centres at + 0.5, which is KerasCV&#39;s x_in = z x + (1 − z) (W − 1)/2 for whole coordinates. As there, a factor above 1 zooms out: the picture gets smaller and what is beside it shows; 0.5 shows the middle half at twice the size.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="zoom"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: height 1 · height 1.125 · height 1.25 · height 1.375 · height 1.5</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "zoom" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>height</code></td><td>number</td><td>0.01 to 100</td><td>factor</td><td>required</td><td><code>1</code></td><td>Of the rows: how much of the height is shown.</td></tr><tr><td><code>width</code></td><td>number</td><td>0.01 to 100</td><td>factor</td><td></td><td><code>1</code></td><td>Of the columns. Left out it is the same as <code>height</code>.</td></tr><tr><td><code>interpolation</code></td><td>choice</td><td><code>nearest</code>, <code>bilinear</code>, <code>bicubic</code></td><td>name</td><td><code>&quot;bilinear&quot;</code></td><td></td><td>The pixel that a position lies in, a weighted mean of the four around it, or a cubic through sixteen.</td></tr><tr><td><code>edge</code></td><td>choice</td><td><code>constant</code>, <code>edge</code>, <code>reflect</code>, <code>symmetric</code>, <code>wrap</code></td><td>name</td><td><code>&quot;symmetric&quot;</code></td><td></td><td>Outside a picture a b c d there is: constant, <code>fill</code>; edge, a a|a b c d|d d; reflect, c b|a b c d|c b; symmetric, b a|a b c d|d c; wrap, c d|a b c d|a b.</td></tr><tr><td><code>fill</code></td><td>list</td><td>0 to 255</td><td>level 0..255</td><td></td><td></td><td>For edge constant: one level for all channels, or one per channel (three are opaque). Left out it is 0, and for torchvision the border does not fade to it (its null).</td></tr></tbody></table><p>Rounds as <code>kerascv</code>; <code>peer</code> chooses <code>pillow</code> or <code>torchvision</code> instead.</p><p><code>ops.zoom({ height: 1.25 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#warp-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/zoom.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const zoom = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  zoom as default
};
