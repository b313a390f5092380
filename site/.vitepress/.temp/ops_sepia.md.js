import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./sepia.Dmvi--GI.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"sepia","description":"The image op sepia: Blends with the picture in sepia, clipped: R' = 0.393 R + 0.769 G + 0.189 B, G' = 0.349 R + 0.686 G + 0.168 B, B' = 0.272 R + 0.534 G + 0.131 B. albumentations' ToSepia within a level, because OpenCV rounds these weights; Kornia's sepia with rescale=False, clipped.","frontmatter":{"aside":false,"description":"The image op sepia: Blends with the picture in sepia, clipped: R' = 0.393 R + 0.769 G + 0.189 B, G' = 0.349 R + 0.686 G + 0.168 B, B' = 0.272 R + 0.534 G + 0.131 B. albumentations' ToSepia within a level, because OpenCV rounds these weights; Kornia's sepia with rescale=False, clipped.","prev":{"text":"saturation","link":"/ops/saturation"},"next":{"text":"solarization","link":"/ops/solarization"}},"headers":[],"relativePath":"ops/sepia.md","filePath":"ops/sepia.md"}`);
const _sfc_main = { name: "ops/sepia.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="sepia" tabindex="-1">sepia <a class="header-anchor" href="#sepia" aria-label="Permalink to &quot;sepia&quot;">​</a></h1><p class="op-kind">Color op</p><p>Blends with the picture in sepia, clipped: R&#39; = 0.393 R + 0.769 G + 0.189 B, G&#39; = 0.349 R + 0.686 G + 0.168 B, B&#39; = 0.272 R + 0.534 G + 0.131 B. albumentations&#39; ToSepia within a level, because OpenCV rounds these weights; Kornia&#39;s sepia with rescale=False, clipped. In u8 rounded once, after the blend, halves up. A picture of one channel is taken for grey and keeps the sepia&#39;s red: at most 1.351 times as bright.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="sepia"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: amount 0 · amount 0.25 · amount 0.5 · amount 0.75 · amount 1</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "sepia" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>amount</code></td><td>number</td><td>0 to 1</td><td>share</td><td><code>1</code></td><td><code>0</code></td><td>How much of the result is sepia: 0 changes nothing, 1 is sepia alone.</td></tr></tbody></table><p><code>ops.sepia({ amount: 0.5 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/sepia.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const sepia = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  sepia as default
};
