import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_28 } from "./flipY.BpSCN1Sm.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"flipY","description":"The image op flipY: Mirrors the picture top to bottom (`ImageOps.flip`, `F.vflip`).","frontmatter":{"aside":false,"description":"The image op flipY: Mirrors the picture top to bottom (`ImageOps.flip`, `F.vflip`).","prev":{"text":"flipX","link":"/ops/flipX"},"next":{"text":"gridDistortion","link":"/ops/gridDistortion"}},"headers":[],"relativePath":"ops/flipY.md","filePath":"ops/flipY.md"}');
const _sfc_main = { name: "ops/flipY.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="flipy" tabindex="-1">flipY <a class="header-anchor" href="#flipy" aria-label="Permalink to &quot;flipY&quot;">​</a></h1><p class="op-kind">Warp op</p><p>Mirrors the picture top to bottom (<code>ImageOps.flip</code>, <code>F.vflip</code>). No pixel changes, so it folds with any other warp.</p><p><img${ssrRenderAttr("src", _imports_28)} alt="flipY"></p><p><sub>the picture · applied</sub></p><p><code>ops.flipY()</code></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "flipY" }, null, _parent));
  _push(`<p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#warp-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/flipY.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const flipY = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  flipY as default
};
