import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./normalize.D8pmd9Xw.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"normalize","description":"The image op normalize: (v − mean) / std by channel, torchvision's Normalize, of values where white is 1 whatever the pictures' range.","frontmatter":{"aside":false,"description":"The image op normalize: (v − mean) / std by channel, torchvision's Normalize, of values where white is 1 whatever the pictures' range.","prev":{"text":"invert","link":"/ops/invert"},"next":{"text":"posterize","link":"/ops/posterize"}},"headers":[],"relativePath":"ops/normalize.md","filePath":"ops/normalize.md"}`);
const _sfc_main = { name: "ops/normalize.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="normalize" tabindex="-1">normalize <a class="header-anchor" href="#normalize" aria-label="Permalink to &quot;normalize&quot;">​</a></h1><p class="op-kind">Color op</p><p>(v − mean) / std by channel, torchvision&#39;s Normalize, of values where white is 1 whatever the pictures&#39; range. For pictures of floats only: normalised values do not fit bytes (the engine&#39;s <code>output.normalize</code> normalises whatever the pictures are, after everything else).</p><p><img${ssrRenderAttr("src", _imports_0)} alt="normalize"></p><p><sub>the picture · mean [0.2, 0.2, 0.2], std [1, 1, 1] · mean [0, 0, 0], std [0.6, 0.6, 0.6] · mean [0.2, 0.2, 0.2], std [0.6, 0.6, 0.6] · mean [0.2, 0, 0], std [0.6, 1, 1]</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "normalize" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>mean</code></td><td>list</td><td>−1,000,000 to 1</td><td>white is 1, not 255</td><td>required</td><td><code>[0]</code></td><td>One number for all colour channels, or one each.</td></tr><tr><td><code>std</code></td><td>list</td><td>0.000001 to 1,000,000</td><td>white is 1, not 255</td><td>required</td><td><code>[1]</code></td><td>Standard deviations: one number, or one each.</td></tr></tbody></table><p><code>ops.normalize({ mean: [0.2, 0.2, 0.2], std: [0.6, 0.6, 0.6] })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/normalize.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const normalize = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  normalize as default
};
