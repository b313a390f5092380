import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./medianBlur.Txii7odC.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"medianBlur","description":"The image op medianBlur: The median of each channel over a pixel and its eight neighbours, beyond the edge the nearest pixel: OpenCV's medianBlur of 3, albumentations' MedianBlur with blur_limit 3.","frontmatter":{"aside":false,"description":"The image op medianBlur: The median of each channel over a pixel and its eight neighbours, beyond the edge the nearest pixel: OpenCV's medianBlur of 3, albumentations' MedianBlur with blur_limit 3.","prev":{"text":"jigsaw","link":"/ops/jigsaw"},"next":{"text":"sharpness","link":"/ops/sharpness"}},"headers":[],"relativePath":"ops/medianBlur.md","filePath":"ops/medianBlur.md"}`);
const _sfc_main = { name: "ops/medianBlur.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="medianblur" tabindex="-1">medianBlur <a class="header-anchor" href="#medianblur" aria-label="Permalink to &quot;medianBlur&quot;">​</a></h1><p class="op-kind">Stencil op</p><p>The median of each channel over a pixel and its eight neighbours, beyond the edge the nearest pixel: OpenCV&#39;s medianBlur of 3, albumentations&#39; MedianBlur with blur_limit 3. Alpha is left alone, which OpenCV filters too. Cost: 9 reads per pixel.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="medianBlur"></p><p><sub>the picture · applied</sub></p><p><code>ops.medianBlur()</code></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "medianBlur" }, null, _parent));
  _push(`<p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#stencil-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/medianBlur.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const medianBlur = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  medianBlur as default
};
