import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_8 } from "./hue.ud-3P4nq.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"hue","description":"The image op hue: Turns the hue in HSV: torchvision's adjust_hue (and KerasCV's RandomHue with its factor / 2).","frontmatter":{"aside":false,"description":"The image op hue: Turns the hue in HSV: torchvision's adjust_hue (and KerasCV's RandomHue with its factor / 2).","prev":{"text":"grayscale","link":"/ops/grayscale"},"next":{"text":"identity","link":"/ops/identity"}},"headers":[],"relativePath":"ops/hue.md","filePath":"ops/hue.md"}`);
const _sfc_main = { name: "ops/hue.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="hue" tabindex="-1">hue <a class="header-anchor" href="#hue" aria-label="Permalink to &quot;hue&quot;">​</a></h1><p class="op-kind">Color op</p><p>Turns the hue in HSV: torchvision&#39;s adjust_hue (and KerasCV&#39;s RandomHue with its factor / 2). In u8 computed in integers, within one level of torchvision, which goes through f32 and truncates. Grey stays.</p><p><img${ssrRenderAttr("src", _imports_8)} alt="hue"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: shift 0 · shift 0.125 · shift 0.25 · shift 0.375 · shift 0.5</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "hue" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>shift</code></td><td>number</td><td>−0.5 to 0.5</td><td>share of the circle</td><td>required</td><td><code>0</code></td><td>1/3 turns red to green; 0.5 and −0.5 are the same, the complement.</td></tr></tbody></table><p><code>ops.hue({ shift: 0.25 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/hue.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const hue = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  hue as default
};
