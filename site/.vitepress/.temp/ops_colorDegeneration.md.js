import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_5 } from "./colorDegeneration.Dq3RzJ6-.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"colorDegeneration","description":"The image op colorDegeneration: KerasCV\'s and Keras 3\'s RandomColorDegeneration: v + factor · (grey − v), which is `color` with the factor 1 − factor.","frontmatter":{"aside":false,"description":"The image op colorDegeneration: KerasCV\'s and Keras 3\'s RandomColorDegeneration: v + factor · (grey − v), which is `color` with the factor 1 − factor.","prev":{"text":"color","link":"/ops/color"},"next":{"text":"gamma","link":"/ops/gamma"}},"headers":[],"relativePath":"ops/colorDegeneration.md","filePath":"ops/colorDegeneration.md"}');
const _sfc_main = { name: "ops/colorDegeneration.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="colordegeneration" tabindex="-1">colorDegeneration <a class="header-anchor" href="#colordegeneration" aria-label="Permalink to &quot;colorDegeneration&quot;">​</a></h1><p class="op-kind">Color op</p><p>KerasCV&#39;s and Keras 3&#39;s RandomColorDegeneration: v + factor · (grey − v), which is <code>color</code> with the factor 1 − factor. It takes colour away and never adds any. In u8 rounded as <code>color</code> is.</p><p><img${ssrRenderAttr("src", _imports_5)} alt="colorDegeneration"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: factor 0 · factor 0.25 · factor 0.5 · factor 0.75 · factor 1</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "colorDegeneration" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>factor</code></td><td>number</td><td>0 to 1</td><td>factor</td><td>required</td><td><code>0</code></td><td>0 changes nothing, 1 is grey.</td></tr></tbody></table><p>Rounds as <code>pillow</code>; <code>peer</code> chooses <code>torchvision</code> instead.</p><p><code>ops.colorDegeneration({ factor: 0.5 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/colorDegeneration.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const colorDegeneration = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  colorDegeneration as default
};
