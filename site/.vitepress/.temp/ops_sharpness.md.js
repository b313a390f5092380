import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./sharpness.DFIMcyxd.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"sharpness","description":"The image op sharpness: Pillow's ImageEnhance.Sharpness, or torchvision's adjust_sharpness: d + factor (v - d), where d is the picture smoothed by 1 1 1 / 1 5 1 / 1 1 1 over 13 and the border of one pixel is left alone, so a picture of one or two lines or columns does not change.","frontmatter":{"aside":false,"description":"The image op sharpness: Pillow's ImageEnhance.Sharpness, or torchvision's adjust_sharpness: d + factor (v - d), where d is the picture smoothed by 1 1 1 / 1 5 1 / 1 1 1 over 13 and the border of one pixel is left alone, so a picture of one or two lines or columns does not change.","prev":{"text":"medianBlur","link":"/ops/medianBlur"},"next":{"text":"smooth3x3","link":"/ops/smooth3x3"}},"headers":[],"relativePath":"ops/sharpness.md","filePath":"ops/sharpness.md"}`);
const _sfc_main = { name: "ops/sharpness.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="sharpness" tabindex="-1">sharpness <a class="header-anchor" href="#sharpness" aria-label="Permalink to &quot;sharpness&quot;">​</a></h1><p class="op-kind">Stencil op</p><p>Pillow&#39;s ImageEnhance.Sharpness, or torchvision&#39;s adjust_sharpness: d + factor (v - d), where d is the picture smoothed by 1 1 1 / 1 5 1 / 1 1 1 over 13 and the border of one pixel is left alone, so a picture of one or two lines or columns does not change. Alpha is left alone. u8 results equal both peers&#39; byte for byte; f32 is torchvision&#39;s. KerasCV&#39;s RandomSharpness(f) is factor 1 - f. Cost: 9 reads per pixel.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="sharpness"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: factor 1 · factor 2.5 · factor 4 · factor 5.5 · factor 7</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "sharpness" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>factor</code></td><td>number</td><td>0 to 7</td><td>factor</td><td>required</td><td><code>1</code></td><td>0 is smoothed, 1 changes nothing, more sharpens.</td></tr></tbody></table><p>Rounds as <code>pillow</code>; <code>peer</code> chooses <code>torchvision</code> instead.</p><p><code>ops.sharpness({ factor: 4 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#stencil-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/sharpness.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const sharpness = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  sharpness as default
};
