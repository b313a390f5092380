import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TorchvisionOp","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/TorchvisionOp.md","filePath":"api/mixwell/interfaces/TorchvisionOp.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/TorchvisionOp.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-torchvisionop" tabindex="-1">Interface: TorchvisionOp <a class="header-anchor" href="#interface-torchvisionop" aria-label="Permalink to &quot;Interface: TorchvisionOp&quot;">​</a></h1><p>One op as torchvision&#39;s <code>_apply_op</code> gets it: the final, signed magnitude.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-fill"></a> <code>fill?</code></td><td><code>number</code>[] | <code>null</code></td></tr><tr><td><a id="property-interpolation"></a> <code>interpolation?</code></td><td><a href="./../type-aliases/Interpolation"><code>Interpolation</code></a></td></tr><tr><td><a id="property-magnitude"></a> <code>magnitude</code></td><td><code>number</code></td></tr><tr><td><a id="property-op"></a> <code>op</code></td><td><code>string</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/TorchvisionOp.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TorchvisionOp = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TorchvisionOp as default
};
