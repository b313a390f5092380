import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_48 } from "./cutout.CSMtJc8u.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"cutout","description":"The image op cutout: Fills a box (DeVries and Taylor, 2017): torchvision's erase with a value, KerasCV's RandomCutout with a constant, TensorFlow Models' Cutout with fill [128].","frontmatter":{"aside":false,"description":"The image op cutout: Fills a box (DeVries and Taylor, 2017): torchvision's erase with a value, KerasCV's RandomCutout with a constant, TensorFlow Models' Cutout with fill [128].","prev":{"text":"jpegQuality","link":"/ops/jpegQuality"},"next":{"text":"erase","link":"/ops/erase"}},"headers":[],"relativePath":"ops/cutout.md","filePath":"ops/cutout.md"}`);
const _sfc_main = { name: "ops/cutout.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="cutout" tabindex="-1">cutout <a class="header-anchor" href="#cutout" aria-label="Permalink to &quot;cutout&quot;">​</a></h1><p class="op-kind">Mask op</p><p>Fills a box (DeVries and Taylor, 2017): torchvision&#39;s erase with a value, KerasCV&#39;s RandomCutout with a constant, TensorFlow Models&#39; Cutout with fill [128]. Exact. For noise in a box see <code>erase</code>.</p><p><img${ssrRenderAttr("src", _imports_48)} alt="cutout"></p><p><sub>the picture · box [12, 12, 28, 28], fill [128] · box [24, 36, 56, 68], fill [128] · box [36, 20, 84, 68], fill [128] · box [16, 16, 80, 80], fill [128]</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "cutout" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>box</code></td><td>list of 4</td><td>−65,535 to 65,535</td><td>pixels</td><td>required</td><td></td><td>[x0, y0, x1, y1), half-open and in whole pixels, cut off at the picture&#39;s edges. An empty box changes nothing.</td></tr><tr><td><code>fill</code></td><td>list</td><td>0 to 255</td><td>level 0..255</td><td><code>[0]</code></td><td></td><td>One value for all colour channels or one for each; a fourth is for alpha, which is left alone otherwise.</td></tr></tbody></table><p><code>ops.cutout({ box: [36, 20, 84, 68], fill: [128] })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#mask-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/cutout.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const cutout = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  cutout as default
};
