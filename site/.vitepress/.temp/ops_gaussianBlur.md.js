import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_42 } from "./gaussianBlur.DW6LrFd8.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"gaussianBlur","description":"The image op gaussianBlur: A Gaussian blur of all channels. torchvision: a true Gaussian of `kernel` taps, reflected at the border, rounded once, half to even (u8 in fixed point: at most 1 level off in under 1 % of the values). kerascv: the same with zeros outside of the picture, so edges darken. pillow: ImageFilter.GaussianBlur, three box blurs each way, each rounded, byte for byte; in f32, where there is no peer, the convolution of the three boxes without rounding.","frontmatter":{"aside":false,"description":"The image op gaussianBlur: A Gaussian blur of all channels. torchvision: a true Gaussian of `kernel` taps, reflected at the border, rounded once, half to even (u8 in fixed point: at most 1 level off in under 1 % of the values). kerascv: the same with zeros outside of the picture, so edges darken. pillow: ImageFilter.GaussianBlur, three box blurs each way, each rounded, byte for byte; in f32, where there is no peer, the convolution of the three boxes without rounding.","prev":{"text":"downscale","link":"/ops/downscale"},"next":{"text":"jigsaw","link":"/ops/jigsaw"}},"headers":[],"relativePath":"ops/gaussianBlur.md","filePath":"ops/gaussianBlur.md"}');
const _sfc_main = { name: "ops/gaussianBlur.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="gaussianblur" tabindex="-1">gaussianBlur <a class="header-anchor" href="#gaussianblur" aria-label="Permalink to &quot;gaussianBlur&quot;">​</a></h1><p class="op-kind">Stencil op</p><p>A Gaussian blur of all channels. torchvision: a true Gaussian of <code>kernel</code> taps, reflected at the border, rounded once, half to even (u8 in fixed point: at most 1 level off in under 1 % of the values). kerascv: the same with zeros outside of the picture, so edges darken. pillow: ImageFilter.GaussianBlur, three box blurs each way, each rounded, byte for byte; in f32, where there is no peer, the convolution of the three boxes without rounding. Cost: kernel height x width reads per pixel; for pillow up to 19 x 19.</p><p><img${ssrRenderAttr("src", _imports_42)} alt="gaussianBlur"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: sigma [0, 0] · sigma [0.75, 0.75] · sigma [1.5, 1.5] · sigma [2.25, 2.25] · sigma [3, 3]</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "gaussianBlur" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>sigma</code></td><td>list of 2</td><td>0 to 10</td><td>pixels</td><td>required</td><td><code>[0, 0]</code></td><td>Standard deviation down and across, [sy, sx]. With 0 that direction is not blurred. Pillow&#39;s up to 3.4.</td></tr><tr><td><code>kernel</code></td><td>list of 2</td><td>0 to 23</td><td>pixels</td><td><code>[0, 0]</code></td><td></td><td>Taps down and across, [ky, kx], odd (an even number is one more). 0 is up to three standard deviations each way.</td></tr></tbody></table><p>Rounds as <code>torchvision</code>; <code>peer</code> chooses <code>pillow</code> or <code>kerascv</code> instead.</p><p><code>ops.gaussianBlur({ sigma: [1.5, 1.5] })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#stencil-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/gaussianBlur.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const gaussianBlur = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  gaussianBlur as default
};
