import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_6 } from "./gamma.CvNuPxyv.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"gamma","description":"The image op gamma: gain · v ^ gamma on the scale 0..1, clipped: torchvision's adjust_gamma.","frontmatter":{"aside":false,"description":"The image op gamma: gain · v ^ gamma on the scale 0..1, clipped: torchvision's adjust_gamma.","prev":{"text":"colorDegeneration","link":"/ops/colorDegeneration"},"next":{"text":"grayscale","link":"/ops/grayscale"}},"headers":[],"relativePath":"ops/gamma.md","filePath":"ops/gamma.md"}`);
const _sfc_main = { name: "ops/gamma.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="gamma" tabindex="-1">gamma <a class="header-anchor" href="#gamma" aria-label="Permalink to &quot;gamma&quot;">​</a></h1><p class="op-kind">Color op</p><p>gain · v ^ gamma on the scale 0..1, clipped: torchvision&#39;s adjust_gamma. In u8 the host makes a table of 256 levels with a power function that is the same in every browser.</p><p><img${ssrRenderAttr("src", _imports_6)} alt="gamma"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: gamma 1, gain 1 · gamma 1.5, gain 1 · gamma 2, gain 1 · gamma 2.5, gain 1 · gamma 3, gain 1</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "gamma" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>gamma</code></td><td>number</td><td>0 to 16</td><td>exponent</td><td>required</td><td><code>1</code></td><td>Above 1 darkens, below 1 brightens.</td></tr><tr><td><code>gain</code></td><td>number</td><td>0 to 16</td><td>factor</td><td><code>1</code></td><td><code>1</code></td><td>Multiplies the result.</td></tr></tbody></table><p><code>ops.gamma({ gamma: 2, gain: 1 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/gamma.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const gamma = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  gamma as default
};
