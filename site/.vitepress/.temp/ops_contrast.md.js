import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_20 } from "./contrast.BsCEcXoI.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"contrast","description":"The image op contrast: mean + factor · (v − mean), with a mean of the whole picture: Pillow's ImageEnhance.Contrast rounds the mean grey, torchvision's adjust_contrast takes the unrounded mean of truncated greys, and KerasCV's and Keras 3's RandomContrast the mean of each channel.","frontmatter":{"aside":false,"description":"The image op contrast: mean + factor · (v − mean), with a mean of the whole picture: Pillow's ImageEnhance.Contrast rounds the mean grey, torchvision's adjust_contrast takes the unrounded mean of truncated greys, and KerasCV's and Keras 3's RandomContrast the mean of each channel.","prev":{"text":"autocontrast","link":"/ops/autocontrast"},"next":{"text":"equalize","link":"/ops/equalize"}},"headers":[],"relativePath":"ops/contrast.md","filePath":"ops/contrast.md"}`);
const _sfc_main = { name: "ops/contrast.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="contrast" tabindex="-1">contrast <a class="header-anchor" href="#contrast" aria-label="Permalink to &quot;contrast&quot;">​</a></h1><p class="op-kind">Tone op</p><p>mean + factor · (v − mean), with a mean of the whole picture: Pillow&#39;s ImageEnhance.Contrast rounds the mean grey, torchvision&#39;s adjust_contrast takes the unrounded mean of truncated greys, and KerasCV&#39;s and Keras 3&#39;s RandomContrast the mean of each channel. In u8 the result is truncated; floats follow torchvision, or KerasCV where asked. For pictures of up to 2^24 pixels.</p><p><img${ssrRenderAttr("src", _imports_20)} alt="contrast"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: factor 1 · factor 1.225 · factor 1.45 · factor 1.675 · factor 1.9</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "contrast" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>factor</code></td><td>number</td><td>0 to 7</td><td>factor</td><td>required</td><td><code>1</code></td><td>0 is flat grey, 1 changes nothing, 2 is twice the contrast.</td></tr></tbody></table><p>Rounds as <code>pillow</code>; <code>peer</code> chooses <code>torchvision</code> or <code>kerascv</code> instead.</p><p><code>ops.contrast({ factor: 1.45 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#tone-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/contrast.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const contrast = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  contrast as default
};
