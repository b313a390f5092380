import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./smooth3x3.BveFt59o.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"smooth3x3","description":"The image op smooth3x3: Pillow's ImageFilter.SMOOTH: every channel is averaged with its eight neighbours, itself five times.","frontmatter":{"aside":false,"description":"The image op smooth3x3: Pillow's ImageFilter.SMOOTH: every channel is averaged with its eight neighbours, itself five times.","prev":{"text":"sharpness","link":"/ops/sharpness"},"next":{"text":"jpegQuality","link":"/ops/jpegQuality"}},"headers":[],"relativePath":"ops/smooth3x3.md","filePath":"ops/smooth3x3.md"}`);
const _sfc_main = { name: "ops/smooth3x3.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="smooth3x3" tabindex="-1">smooth3x3 <a class="header-anchor" href="#smooth3x3" aria-label="Permalink to &quot;smooth3x3&quot;">​</a></h1><p class="op-kind">Stencil op</p><p>Pillow&#39;s ImageFilter.SMOOTH: every channel is averaged with its eight neighbours, itself five times. The picture&#39;s border of one pixel is copied. Cost: 9 reads per pixel.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="smooth3x3"></p><p><sub>the picture · applied</sub></p><p><code>ops.smooth3x3()</code></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "smooth3x3" }, null, _parent));
  _push(`<p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#stencil-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/smooth3x3.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const smooth3x3 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  smooth3x3 as default
};
