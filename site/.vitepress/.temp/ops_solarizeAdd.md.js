import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./solarizeAdd.0T4CRS_k.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"solarizeAdd","description":"The image op solarizeAdd: Adds to what is below a threshold: v < t ? clip(v + addition) : v (timm's and the TensorFlow models' SolarizeAdd).","frontmatter":{"aside":false,"description":"The image op solarizeAdd: Adds to what is below a threshold: v < t ? clip(v + addition) : v (timm's and the TensorFlow models' SolarizeAdd).","prev":{"text":"solarize","link":"/ops/solarize"},"next":{"text":"autocontrast","link":"/ops/autocontrast"}},"headers":[],"relativePath":"ops/solarizeAdd.md","filePath":"ops/solarizeAdd.md"}`);
const _sfc_main = { name: "ops/solarizeAdd.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="solarizeadd" tabindex="-1">solarizeAdd <a class="header-anchor" href="#solarizeadd" aria-label="Permalink to &quot;solarizeAdd&quot;">​</a></h1><p class="op-kind">Color op</p><p>Adds to what is below a threshold: v &lt; t ? clip(v + addition) : v (timm&#39;s and the TensorFlow models&#39; SolarizeAdd). In u8 the addition is rounded to a whole level, halves up.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="solarizeAdd"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: addition 0, threshold 128 · addition 27.5, threshold 128 · addition 55, threshold 128 · addition 82.5, threshold 128 · addition 110, threshold 128</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "solarizeAdd" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>addition</code></td><td>number</td><td>−255 to 255</td><td>level -255..255</td><td>required</td><td><code>0</code></td><td>What is added.</td></tr><tr><td><code>threshold</code></td><td>number</td><td>0 to 256</td><td>level 0..256</td><td><code>128</code></td><td><code>0</code></td><td>Values from here on stay as they are.</td></tr></tbody></table><p><code>ops.solarizeAdd({ addition: 55, threshold: 128 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/solarizeAdd.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const solarizeAdd = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  solarizeAdd as default
};
