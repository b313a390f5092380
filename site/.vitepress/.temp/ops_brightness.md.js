import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./brightness.B45TipX5.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"brightness","description":"The image op brightness: factor · v, clipped, in u8 truncated: Pillow's ImageEnhance.Brightness and torchvision's adjust_brightness, which agree.","frontmatter":{"aside":false,"description":"The image op brightness: factor · v, clipped, in u8 truncated: Pillow's ImageEnhance.Brightness and torchvision's adjust_brightness, which agree.","prev":false,"next":{"text":"brightnessDelta","link":"/ops/brightnessDelta"}},"headers":[],"relativePath":"ops/brightness.md","filePath":"ops/brightness.md"}`);
const _sfc_main = { name: "ops/brightness.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="brightness" tabindex="-1">brightness <a class="header-anchor" href="#brightness" aria-label="Permalink to &quot;brightness&quot;">​</a></h1><p class="op-kind">Color op</p><p>factor · v, clipped, in u8 truncated: Pillow&#39;s ImageEnhance.Brightness and torchvision&#39;s adjust_brightness, which agree. Keras adds instead: see brightnessDelta.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="brightness"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: factor 1 · factor 1.225 · factor 1.45 · factor 1.675 · factor 1.9</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "brightness" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>factor</code></td><td>number</td><td>0 to 7</td><td>factor</td><td>required</td><td><code>1</code></td><td>0 is black, 1 changes nothing, 2 is twice as bright.</td></tr></tbody></table><p><code>ops.brightness({ factor: 1.45 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/brightness.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const brightness = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  brightness as default
};
