import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_1 } from "./brightnessDelta.z5hjJORC.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"brightnessDelta","description":"The image op brightnessDelta: v + delta, clipped: the RandomBrightness of KerasCV and Keras 3, whose factor is delta / 255.","frontmatter":{"aside":false,"description":"The image op brightnessDelta: v + delta, clipped: the RandomBrightness of KerasCV and Keras 3, whose factor is delta / 255.","prev":{"text":"brightness","link":"/ops/brightness"},"next":{"text":"channelShift","link":"/ops/channelShift"}},"headers":[],"relativePath":"ops/brightnessDelta.md","filePath":"ops/brightnessDelta.md"}');
const _sfc_main = { name: "ops/brightnessDelta.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="brightnessdelta" tabindex="-1">brightnessDelta <a class="header-anchor" href="#brightnessdelta" aria-label="Permalink to &quot;brightnessDelta&quot;">​</a></h1><p class="op-kind">Color op</p><p>v + delta, clipped: the RandomBrightness of KerasCV and Keras 3, whose factor is delta / 255. In u8 rounded, halves up (Keras returns floats).</p><p><img${ssrRenderAttr("src", _imports_1)} alt="brightnessDelta"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: delta 0 · delta 63.75 · delta 127.5 · delta 191.25 · delta 255</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "brightnessDelta" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>delta</code></td><td>number</td><td>−255 to 255</td><td>level -255..255</td><td>required</td><td><code>0</code></td><td>What is added to every value.</td></tr></tbody></table><p><code>ops.brightnessDelta({ delta: 127.5 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/brightnessDelta.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const brightnessDelta = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  brightnessDelta as default
};
