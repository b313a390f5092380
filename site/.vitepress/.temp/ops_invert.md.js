import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./invert.pJ-Q115A.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invert","description":"The image op invert: The negative: 255 − v, in floats 1 − v.","frontmatter":{"aside":false,"description":"The image op invert: The negative: 255 − v, in floats 1 − v.","prev":{"text":"identity","link":"/ops/identity"},"next":{"text":"normalize","link":"/ops/normalize"}},"headers":[],"relativePath":"ops/invert.md","filePath":"ops/invert.md"}');
const _sfc_main = { name: "ops/invert.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invert" tabindex="-1">invert <a class="header-anchor" href="#invert" aria-label="Permalink to &quot;invert&quot;">​</a></h1><p class="op-kind">Color op</p><p>The negative: 255 − v, in floats 1 − v. Pillow and torchvision agree.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="invert"></p><p><sub>the picture · applied</sub></p><p><code>ops.invert()</code></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "invert" }, null, _parent));
  _push(`<p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/invert.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invert = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invert as default
};
