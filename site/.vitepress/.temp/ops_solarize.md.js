import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./solarize.B42VY6y5.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"solarize","description":"The image op solarize: Inverts what is at or above a threshold: v < t ? v : 255 − v.","frontmatter":{"aside":false,"description":"The image op solarize: Inverts what is at or above a threshold: v < t ? v : 255 − v.","prev":{"text":"solarization","link":"/ops/solarization"},"next":{"text":"solarizeAdd","link":"/ops/solarizeAdd"}},"headers":[],"relativePath":"ops/solarize.md","filePath":"ops/solarize.md"}');
const _sfc_main = { name: "ops/solarize.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="solarize" tabindex="-1">solarize <a class="header-anchor" href="#solarize" aria-label="Permalink to &quot;solarize&quot;">​</a></h1><p class="op-kind">Color op</p><p>Inverts what is at or above a threshold: v &lt; t ? v : 255 − v. Pillow and torchvision agree; a threshold between two levels (torchvision&#39;s 178.5) is legal.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="solarize"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: threshold 256 · threshold 192 · threshold 128 · threshold 64 · threshold 0</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "solarize" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>threshold</code></td><td>number</td><td>0 to 256</td><td>level 0..256</td><td>required</td><td><code>256</code></td><td>Values from here on are inverted: 256 changes nothing, 0 inverts everything.</td></tr></tbody></table><p><code>ops.solarize({ threshold: 128 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/solarize.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const solarize = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  solarize as default
};
