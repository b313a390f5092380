import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_4 } from "./color.gd4RHogM.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"color","description":"The image op color: Colour saturation: grey + factor · (v − grey), with the grey of the same pixel.","frontmatter":{"aside":false,"description":"The image op color: Colour saturation: grey + factor · (v − grey), with the grey of the same pixel.","prev":{"text":"channelShuffle","link":"/ops/channelShuffle"},"next":{"text":"colorDegeneration","link":"/ops/colorDegeneration"}},"headers":[],"relativePath":"ops/color.md","filePath":"ops/color.md"}');
const _sfc_main = { name: "ops/color.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="color" tabindex="-1">color <a class="header-anchor" href="#color" aria-label="Permalink to &quot;color&quot;">​</a></h1><p class="op-kind">Color op</p><p>Colour saturation: grey + factor · (v − grey), with the grey of the same pixel. Pillow&#39;s ImageEnhance.Color rounds the grey; torchvision&#39;s adjust_saturation truncates it and has weights that sum to 0.9999. In u8 the result is truncated. Floats follow torchvision. A picture of one channel stays as it is.</p><p><img${ssrRenderAttr("src", _imports_4)} alt="color"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: factor 1 · factor 1.225 · factor 1.45 · factor 1.675 · factor 1.9</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "color" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>factor</code></td><td>number</td><td>0 to 7</td><td>factor</td><td>required</td><td><code>1</code></td><td>0 is grey, 1 changes nothing, 2 is twice as colourful.</td></tr></tbody></table><p>Rounds as <code>pillow</code>; <code>peer</code> chooses <code>torchvision</code> instead.</p><p><code>ops.color({ factor: 1.45 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/color.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const color = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  color as default
};
