import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./saturation.Bm52k4ht.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"saturation","description":"The image op saturation: Multiplies S of HSV by factor / (1 − factor) and keeps H and V: KerasCV's RandomSaturation.","frontmatter":{"aside":false,"description":"The image op saturation: Multiplies S of HSV by factor / (1 − factor) and keeps H and V: KerasCV's RandomSaturation.","prev":{"text":"rescale","link":"/ops/rescale"},"next":{"text":"sepia","link":"/ops/sepia"}},"headers":[],"relativePath":"ops/saturation.md","filePath":"ops/saturation.md"}`);
const _sfc_main = { name: "ops/saturation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="saturation" tabindex="-1">saturation <a class="header-anchor" href="#saturation" aria-label="Permalink to &quot;saturation&quot;">​</a></h1><p class="op-kind">Color op</p><p>Multiplies S of HSV by factor / (1 − factor) and keeps H and V: KerasCV&#39;s RandomSaturation. A factor of 1, where KerasCV divides by zero, saturates fully; grey stays grey. In u8 rounded, halves up. For torchvision&#39;s saturation see <code>color</code>.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="saturation"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: factor 0.5 · factor 0.375 · factor 0.25 · factor 0.125 · factor 0</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "saturation" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>factor</code></td><td>number</td><td>0 to 1</td><td>factor</td><td>required</td><td><code>0.5</code></td><td>0 takes all colour away (each channel becomes the largest), 0.5 changes nothing, 1 makes S 1.</td></tr></tbody></table><p><code>ops.saturation({ factor: 0.25 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/saturation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const saturation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  saturation as default
};
