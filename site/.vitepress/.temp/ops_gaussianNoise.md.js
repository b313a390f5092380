import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_50 } from "./gaussianNoise.ByHF6r1T.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"gaussianNoise","description":"The image op gaussianNoise: Adds noise from N(0, std) to every pixel and colour channel, independently, and clips: torchvision's GaussianNoise. u8 is rounded; f32 adds the same numbers in steps of 1/65280.","frontmatter":{"aside":false,"description":"The image op gaussianNoise: Adds noise from N(0, std) to every pixel and colour channel, independently, and clips: torchvision's GaussianNoise. u8 is rounded; f32 adds the same numbers in steps of 1/65280.","prev":{"text":"erase","link":"/ops/erase"},"next":{"text":"gridMask","link":"/ops/gridMask"}},"headers":[],"relativePath":"ops/gaussianNoise.md","filePath":"ops/gaussianNoise.md"}`);
const _sfc_main = { name: "ops/gaussianNoise.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="gaussiannoise" tabindex="-1">gaussianNoise <a class="header-anchor" href="#gaussiannoise" aria-label="Permalink to &quot;gaussianNoise&quot;">​</a></h1><p class="op-kind">Mask op</p><p>Adds noise from N(0, std) to every pixel and colour channel, independently, and clips: torchvision&#39;s GaussianNoise. u8 is rounded; f32 adds the same numbers in steps of 1/65280. A picture of one channel keeps equal channels; alpha is left alone.</p><p><img${ssrRenderAttr("src", _imports_50)} alt="gaussianNoise"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: std 0 · std 12.5 · std 25 · std 37.5 · std 50</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "gaussianNoise" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>std</code></td><td>number</td><td>0 to 255</td><td>level 0..255</td><td>required</td><td><code>0</code></td><td>Standard deviation of the noise, in steps of 1/256.</td></tr><tr><td><code>key</code></td><td>list of 2</td><td>0 to 4,294,967,295</td><td>two u32</td><td>required</td><td></td><td>Names the noise: the same key, picture size and pixel give the same noise, another key gives noise independent of it.</td></tr></tbody></table><p><code>ops.gaussianNoise({ std: 25 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#mask-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/gaussianNoise.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const gaussianNoise = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  gaussianNoise as default
};
