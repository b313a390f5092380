import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_23 } from "./centerCrop.B8uzSiAD.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"centerCrop","description":"The image op centerCrop: Cuts a box out of the picture\'s middle (`CenterCrop`, `F.center_crop`).","frontmatter":{"aside":false,"description":"The image op centerCrop: Cuts a box out of the picture\'s middle (`CenterCrop`, `F.center_crop`).","prev":{"text":"affine","link":"/ops/affine"},"next":{"text":"crop","link":"/ops/crop"}},"headers":[],"relativePath":"ops/centerCrop.md","filePath":"ops/centerCrop.md"}');
const _sfc_main = { name: "ops/centerCrop.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="centercrop" tabindex="-1">centerCrop <a class="header-anchor" href="#centercrop" aria-label="Permalink to &quot;centerCrop&quot;">​</a></h1><p class="op-kind">Warp op</p><p>Cuts a box out of the picture&#39;s middle (<code>CenterCrop</code>, <code>F.center_crop</code>). Where the picture is smaller, it is padded in the mode of <code>edge</code>, the odd line below and to the right. Of an odd number of lines to cut off, torchvision&#39;s <code>round</code> may take one more above or below; for the peers pillow and kerascv (albumentations, Keras) the odd one is always below and to the right. Pixels move whole.</p><p><img${ssrRenderAttr("src", _imports_23)} alt="centerCrop"></p><p><sub>the picture · height 80, width 80 · height 64, width 64 · height 48, width 96 · height 112, width 112</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "centerCrop" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>height</code></td><td>integer</td><td>1 to 16,384</td><td>pixels</td><td>required</td><td></td><td>Of the box, and of the result.</td></tr><tr><td><code>width</code></td><td>integer</td><td>1 to 16,384</td><td>pixels</td><td>required</td><td></td><td>Of the box, and of the result.</td></tr><tr><td><code>edge</code></td><td>choice</td><td><code>constant</code>, <code>edge</code>, <code>reflect</code>, <code>symmetric</code>, <code>wrap</code></td><td>name</td><td><code>&quot;constant&quot;</code></td><td></td><td>Outside a picture a b c d there is: constant, <code>fill</code>; edge, a a|a b c d|d d; reflect, c b|a b c d|c b; symmetric, b a|a b c d|d c; wrap, c d|a b c d|a b.</td></tr><tr><td><code>fill</code></td><td>list</td><td>0 to 255</td><td>level 0..255</td><td></td><td></td><td>For edge constant: one level for all channels, or one per channel (three are opaque). Left out it is 0, and for torchvision the border does not fade to it (its null).</td></tr></tbody></table><p>Rounds as <code>torchvision</code>; <code>peer</code> chooses <code>pillow</code> or <code>kerascv</code> instead.</p><p><code>ops.centerCrop({ height: 48, width: 96 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#warp-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/centerCrop.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const centerCrop = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  centerCrop as default
};
