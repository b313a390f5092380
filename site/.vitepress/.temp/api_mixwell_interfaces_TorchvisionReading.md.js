import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TorchvisionReading","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/TorchvisionReading.md","filePath":"api/mixwell/interfaces/TorchvisionReading.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/TorchvisionReading.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-torchvisionreading" tabindex="-1">Interface: TorchvisionReading <a class="header-anchor" href="#interface-torchvisionreading" aria-label="Permalink to &quot;Interface: TorchvisionReading&quot;">​</a></h1><p>What torchvision&#39;s policies take beside their own arguments.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-fill"></a> <code>fill?</code></td><td><code>number</code>[]</td><td>Levels; default none.</td></tr><tr><td><a id="property-interpolation"></a> <code>interpolation?</code></td><td><a href="./../type-aliases/Interpolation"><code>Interpolation</code></a></td><td>Default <code>&quot;nearest&quot;</code> (AugMix: <code>&quot;bilinear&quot;</code>).</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/TorchvisionReading.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TorchvisionReading = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TorchvisionReading as default
};
