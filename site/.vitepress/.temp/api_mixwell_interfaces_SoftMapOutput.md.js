import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SoftMapOutput","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/SoftMapOutput.md","filePath":"api/mixwell/interfaces/SoftMapOutput.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/SoftMapOutput.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-softmapoutput" tabindex="-1">Interface: SoftMapOutput <a class="header-anchor" href="#interface-softmapoutput" aria-label="Permalink to &quot;Interface: SoftMapOutput&quot;">​</a></h1><p>Soft class maps of a batch.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-buffer"></a> <code>buffer</code></td><td><code>GPUBuffer</code></td><td>-</td></tr><tr><td><a id="property-classes"></a> <code>classes</code></td><td><code>number</code></td><td>K.</td></tr><tr><td><a id="property-format"></a> <code>format</code></td><td><code>&quot;f32&quot;</code> | <code>&quot;f16&quot;</code></td><td>-</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;soft&quot;</code></td><td>-</td></tr><tr><td><a id="property-layout"></a> <code>layout</code></td><td><a href="./../type-aliases/Layout"><code>Layout</code></a></td><td>-</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td>[<code>number</code>, <code>number</code>, <code>number</code>, <code>number</code>]</td><td>[B, H, W, K] or [B, K, H, W]: how much of the pixel is of each class.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/SoftMapOutput.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SoftMapOutput = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SoftMapOutput as default
};
