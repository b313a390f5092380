import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_24 } from "./crop.u6OTGgzP.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"crop","description":"The image op crop: Cuts a box out of the picture, which becomes the size (`Image.crop`, `F.crop`).","frontmatter":{"aside":false,"description":"The image op crop: Cuts a box out of the picture, which becomes the size (`Image.crop`, `F.crop`).","prev":{"text":"centerCrop","link":"/ops/centerCrop"},"next":{"text":"cropAndResize","link":"/ops/cropAndResize"}},"headers":[],"relativePath":"ops/crop.md","filePath":"ops/crop.md"}');
const _sfc_main = { name: "ops/crop.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="crop" tabindex="-1">crop <a class="header-anchor" href="#crop" aria-label="Permalink to &quot;crop&quot;">​</a></h1><p class="op-kind">Warp op</p><p>Cuts a box out of the picture, which becomes the size (<code>Image.crop</code>, <code>F.crop</code>). Where the box sticks out it is padding: a negative <code>top</code> and <code>left</code> with a larger <code>height</code> and <code>width</code> are <code>F.pad</code>, in the mode of <code>edge</code>. Pixels move whole.</p><p><img${ssrRenderAttr("src", _imports_24)} alt="crop"></p><p><sub>the picture · top 8, left 8, height 80, width 80 · top 16, left 16, height 64, width 64 · top 0, left 24, height 96, width 48 · top -16, left 24, height 96, width 96</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "crop" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>top</code></td><td>integer</td><td>−16,384 to 16,384</td><td>pixels</td><td>required</td><td></td><td>First row of the box; negative adds rows above.</td></tr><tr><td><code>left</code></td><td>integer</td><td>−16,384 to 16,384</td><td>pixels</td><td>required</td><td></td><td>First column of the box; negative adds columns.</td></tr><tr><td><code>height</code></td><td>integer</td><td>1 to 16,384</td><td>pixels</td><td>required</td><td></td><td>Of the box, and of the result.</td></tr><tr><td><code>width</code></td><td>integer</td><td>1 to 16,384</td><td>pixels</td><td>required</td><td></td><td>Of the box, and of the result.</td></tr><tr><td><code>edge</code></td><td>choice</td><td><code>constant</code>, <code>edge</code>, <code>reflect</code>, <code>symmetric</code>, <code>wrap</code></td><td>name</td><td><code>&quot;constant&quot;</code></td><td></td><td>Outside a picture a b c d there is: constant, <code>fill</code>; edge, a a|a b c d|d d; reflect, c b|a b c d|c b; symmetric, b a|a b c d|d c; wrap, c d|a b c d|a b.</td></tr><tr><td><code>fill</code></td><td>list</td><td>0 to 255</td><td>level 0..255</td><td></td><td></td><td>For edge constant: one level for all channels, or one per channel (three are opaque). Left out it is 0, and for torchvision the border does not fade to it (its null).</td></tr></tbody></table><p>Rounds as <code>pillow</code>; <code>peer</code> chooses <code>torchvision</code> or <code>kerascv</code> instead.</p><p><code>ops.crop({ top: 0, left: 24, height: 96, width: 48 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#warp-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/crop.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const crop = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  crop as default
};
