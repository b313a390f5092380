import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./rescale.CmR-_-o3.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"rescale","description":"The image op rescale: scale · v + offset, Keras's Rescaling.","frontmatter":{"aside":false,"description":"The image op rescale: scale · v + offset, Keras's Rescaling.","prev":{"text":"posterize","link":"/ops/posterize"},"next":{"text":"saturation","link":"/ops/saturation"}},"headers":[],"relativePath":"ops/rescale.md","filePath":"ops/rescale.md"}`);
const _sfc_main = { name: "ops/rescale.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="rescale" tabindex="-1">rescale <a class="header-anchor" href="#rescale" aria-label="Permalink to &quot;rescale&quot;">​</a></h1><p class="op-kind">Color op</p><p>scale · v + offset, Keras&#39;s Rescaling. In u8 rounded, halves up, and clipped, with |scale| at most 16 and |offset| at most 4095. Floats are not clipped.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="rescale"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: scale 1, offset 0 · scale 0.8125, offset 0 · scale 0.625, offset 0 · scale 0.4375, offset 0 · scale 0.25, offset 0</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "rescale" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>scale</code></td><td>number</td><td>−65,536 to 65,536</td><td>factor</td><td>required</td><td><code>1</code></td><td>Multiplies every value.</td></tr><tr><td><code>offset</code></td><td>number</td><td>−65,536 to 65,536</td><td>level</td><td><code>0</code></td><td><code>0</code></td><td>Added afterwards, on the scale where white is 255.</td></tr></tbody></table><p><code>ops.rescale({ scale: 0.625, offset: 0 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/rescale.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const rescale = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  rescale as default
};
