import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_7 } from "./grayscale.gWCLmbUh.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"grayscale","description":"The image op grayscale: Grey in all three channels, or with `channels: \\"one\\"` a picture of one (then every picture of the batch must become one).","frontmatter":{"aside":false,"description":"The image op grayscale: Grey in all three channels, or with `channels: \\"one\\"` a picture of one (then every picture of the batch must become one).","prev":{"text":"gamma","link":"/ops/gamma"},"next":{"text":"hue","link":"/ops/hue"}},"headers":[],"relativePath":"ops/grayscale.md","filePath":"ops/grayscale.md"}');
const _sfc_main = { name: "ops/grayscale.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="grayscale" tabindex="-1">grayscale <a class="header-anchor" href="#grayscale" aria-label="Permalink to &quot;grayscale&quot;">​</a></h1><p class="op-kind">Color op</p><p>Grey in all three channels, or with <code>channels: &quot;one&quot;</code> a picture of one (then every picture of the batch must become one). Pillow&#39;s convert(&quot;L&quot;) rounds, torchvision&#39;s rgb_to_grayscale truncates and has weights that sum to 0.9999. Floats follow torchvision.</p><p><img${ssrRenderAttr("src", _imports_7)} alt="grayscale"></p><p><sub>the picture · applied</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "grayscale" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>channels</code></td><td>choice</td><td><code>same</code>, <code>one</code></td><td>channels</td><td><code>&quot;same&quot;</code></td><td></td><td>Whether the picture keeps its channels, all of them grey, or has one afterwards (KerasCV&#39;s output_channels=1).</td></tr></tbody></table><p>Rounds as <code>pillow</code>; <code>peer</code> chooses <code>torchvision</code> instead.</p><p><code>ops.grayscale()</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/grayscale.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const grayscale = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  grayscale as default
};
