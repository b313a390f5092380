import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: KerasCvReading","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/KerasCvReading.md","filePath":"api/mixwell/interfaces/KerasCvReading.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/KerasCvReading.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-kerascvreading" tabindex="-1">Interface: KerasCvReading <a class="header-anchor" href="#interface-kerascvreading" aria-label="Permalink to &quot;Interface: KerasCvReading&quot;">​</a></h1><p>How KerasCV&#39;s warps read: bilinear, reflected at the border (its <code>reflect</code> repeats the border pixel).</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-fillmode"></a> <code>fillMode?</code></td><td><code>&quot;nearest&quot;</code> | <code>&quot;constant&quot;</code> | <code>&quot;reflect&quot;</code> | <code>&quot;wrap&quot;</code></td><td>Default <code>&quot;reflect&quot;</code>.</td></tr><tr><td><a id="property-fillvalue"></a> <code>fillValue?</code></td><td><code>number</code></td><td>A level 0..255, default 0.</td></tr><tr><td><a id="property-interpolation"></a> <code>interpolation?</code></td><td><code>&quot;nearest&quot;</code> | <code>&quot;bilinear&quot;</code></td><td>Default <code>&quot;bilinear&quot;</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/KerasCvReading.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const KerasCvReading = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  KerasCvReading as default
};
