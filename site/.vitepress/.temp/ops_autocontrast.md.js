import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_19 } from "./autocontrast.BWuqwwfU.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"autocontrast","description":"The image op autocontrast: Stretches each channel so that its darkest level becomes 0 and its brightest 255.","frontmatter":{"aside":false,"description":"The image op autocontrast: Stretches each channel so that its darkest level becomes 0 and its brightest 255.","prev":{"text":"solarizeAdd","link":"/ops/solarizeAdd"},"next":{"text":"contrast","link":"/ops/contrast"}},"headers":[],"relativePath":"ops/autocontrast.md","filePath":"ops/autocontrast.md"}');
const _sfc_main = { name: "ops/autocontrast.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="autocontrast" tabindex="-1">autocontrast <a class="header-anchor" href="#autocontrast" aria-label="Permalink to &quot;autocontrast&quot;">​</a></h1><p class="op-kind">Tone op</p><p>Stretches each channel so that its darkest level becomes 0 and its brightest 255. Pillow computes in f64 and can cut off a share of the pixels first, torchvision computes in f32 and cannot; both are followed to the byte (and both sometimes make 254 of the brightest). A channel of one level stays. Floats follow torchvision; a cutoff is found there among 256 levels.</p><p><img${ssrRenderAttr("src", _imports_19)} alt="autocontrast"></p><p><sub>the picture · applied · cutoffLow 5, cutoffHigh 5 · cutoffLow 15, cutoffHigh 15 · cutoffLow 30, cutoffHigh 30</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "autocontrast" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>cutoffLow</code></td><td>number</td><td>0 to 49</td><td>percent of the pixels</td><td><code>0</code></td><td></td><td>How many of the darkest pixels count as clipped before the range is taken.</td></tr><tr><td><code>cutoffHigh</code></td><td>number</td><td>0 to 49</td><td>percent of the pixels</td><td><code>0</code></td><td></td><td>How many of the brightest pixels count as clipped before the range is taken.</td></tr></tbody></table><p>Rounds as <code>pillow</code>; <code>peer</code> chooses <code>torchvision</code> instead.</p><p><code>ops.autocontrast({ cutoffLow: 15, cutoffHigh: 15 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#tone-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/autocontrast.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const autocontrast = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  autocontrast as default
};
