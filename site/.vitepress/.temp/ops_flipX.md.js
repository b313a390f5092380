import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_27 } from "./flipX.Bn9Cl-bY.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"flipX","description":"The image op flipX: Mirrors the picture left to right (`ImageOps.mirror`, `F.hflip`).","frontmatter":{"aside":false,"description":"The image op flipX: Mirrors the picture left to right (`ImageOps.mirror`, `F.hflip`).","prev":{"text":"elastic","link":"/ops/elastic"},"next":{"text":"flipY","link":"/ops/flipY"}},"headers":[],"relativePath":"ops/flipX.md","filePath":"ops/flipX.md"}');
const _sfc_main = { name: "ops/flipX.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="flipx" tabindex="-1">flipX <a class="header-anchor" href="#flipx" aria-label="Permalink to &quot;flipX&quot;">​</a></h1><p class="op-kind">Warp op</p><p>Mirrors the picture left to right (<code>ImageOps.mirror</code>, <code>F.hflip</code>). No pixel changes, so it folds with any other warp.</p><p><img${ssrRenderAttr("src", _imports_27)} alt="flipX"></p><p><sub>the picture · applied</sub></p><p><code>ops.flipX()</code></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "flipX" }, null, _parent));
  _push(`<p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#warp-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/flipX.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const flipX = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  flipX as default
};
