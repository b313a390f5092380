import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_21 } from "./equalize.C22Mf2yB.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"equalize","description":"The image op equalize: A level curve for each channel that makes its histogram flat.","frontmatter":{"aside":false,"description":"The image op equalize: A level curve for each channel that makes its histogram flat.","prev":{"text":"contrast","link":"/ops/contrast"},"next":{"text":"affine","link":"/ops/affine"}},"headers":[],"relativePath":"ops/equalize.md","filePath":"ops/equalize.md"}');
const _sfc_main = { name: "ops/equalize.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="equalize" tabindex="-1">equalize <a class="header-anchor" href="#equalize" aria-label="Permalink to &quot;equalize&quot;">​</a></h1><p class="op-kind">Tone op</p><p>A level curve for each channel that makes its histogram flat. Pillow and torchvision agree: step = (N − the count of the highest level that occurs) ÷ 255, v becomes (pixels below v + step ÷ 2) ÷ step. KerasCV takes away the smallest count instead, and has <code>bins</code>; where these are fewer than 256 the result is spread over 0..255 (KerasCV leaves it at 0..bins − 1, and reads past its table). Floats are equalised in 256 levels.</p><p><img${ssrRenderAttr("src", _imports_21)} alt="equalize"></p><p><sub>the picture · applied · bins 64, peer &quot;kerascv&quot; · bins 16, peer &quot;kerascv&quot; · bins 4, peer &quot;kerascv&quot;</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "equalize" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>bins</code></td><td>integer</td><td>2 to 256</td><td>bins</td><td><code>256</code></td><td></td><td>Bins of the histogram: fewer than 256 only for peer kerascv.</td></tr></tbody></table><p>Rounds as <code>pillow</code>; <code>peer</code> chooses <code>torchvision</code> or <code>kerascv</code> instead.</p><p><code>ops.equalize({ bins: 16, peer: &quot;kerascv&quot; })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#tone-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/equalize.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const equalize = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  equalize as default
};
