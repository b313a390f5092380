import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./solarization.Cmbe5SbG.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"solarization","description":"The image op solarization: KerasCV's Solarization: z = clip(v + addition), then z < t ? z : 255 − z.","frontmatter":{"aside":false,"description":"The image op solarization: KerasCV's Solarization: z = clip(v + addition), then z < t ? z : 255 − z.","prev":{"text":"sepia","link":"/ops/sepia"},"next":{"text":"solarize","link":"/ops/solarize"}},"headers":[],"relativePath":"ops/solarization.md","filePath":"ops/solarization.md"}`);
const _sfc_main = { name: "ops/solarization.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="solarization" tabindex="-1">solarization <a class="header-anchor" href="#solarization" aria-label="Permalink to &quot;solarization&quot;">​</a></h1><p class="op-kind">Color op</p><p>KerasCV&#39;s Solarization: z = clip(v + addition), then z &lt; t ? z : 255 − z. Unlike solarizeAdd it adds to every value, and it inverts. In u8 fractions of a level count in the comparison, and the result is rounded, halves up.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="solarization"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: addition 0, threshold 256 · addition 27.5, threshold 192 · addition 55, threshold 128 · addition 82.5, threshold 64 · addition 110, threshold 0</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "solarization" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>addition</code></td><td>number</td><td>−255 to 255</td><td>level -255..255</td><td><code>0</code></td><td><code>0</code></td><td>What is added before the comparison.</td></tr><tr><td><code>threshold</code></td><td>number</td><td>0 to 256</td><td>level 0..256</td><td>required</td><td><code>256</code></td><td>Sums from here on are inverted.</td></tr></tbody></table><p><code>ops.solarization({ addition: 55, threshold: 128 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/solarization.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const solarization = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  solarization as default
};
