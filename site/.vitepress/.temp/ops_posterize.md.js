import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./posterize.RgWGZxUU.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"posterize","description":"The image op posterize: Keeps the upper bits of each channel. 8 changes nothing, 0 gives black (timm's and torchvision's reading).","frontmatter":{"aside":false,"description":"The image op posterize: Keeps the upper bits of each channel. 8 changes nothing, 0 gives black (timm's and torchvision's reading).","prev":{"text":"normalize","link":"/ops/normalize"},"next":{"text":"rescale","link":"/ops/rescale"}},"headers":[],"relativePath":"ops/posterize.md","filePath":"ops/posterize.md"}`);
const _sfc_main = { name: "ops/posterize.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="posterize" tabindex="-1">posterize <a class="header-anchor" href="#posterize" aria-label="Permalink to &quot;posterize&quot;">​</a></h1><p class="op-kind">Color op</p><p>Keeps the upper bits of each channel. 8 changes nothing, 0 gives black (timm&#39;s and torchvision&#39;s reading). In floats, as torchvision v2: floor(v · 2^bits) / 2^bits below 1; 8 bits change nothing there either.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="posterize"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: bits 8 · bits 6 · bits 5 · bits 3 · bits 1</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "posterize" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>bits</code></td><td>integer</td><td>0 to 8</td><td>bits</td><td>required</td><td><code>8</code></td><td>How many bits of each channel are kept.</td></tr></tbody></table><p><code>ops.posterize({ bits: 5 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/posterize.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const posterize = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  posterize as default
};
