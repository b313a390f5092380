import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OrtBuffer","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/ort/interfaces/OrtBuffer.md","filePath":"api/mixwell/ort/interfaces/OrtBuffer.md"}');
const _sfc_main = { name: "api/mixwell/ort/interfaces/OrtBuffer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-ortbuffer" tabindex="-1">Interface: OrtBuffer <a class="header-anchor" href="#interface-ortbuffer" aria-label="Permalink to &quot;Interface: OrtBuffer&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-buffer"></a> <code>buffer</code></td><td><code>GPUBuffer</code></td><td>-</td></tr><tr><td><a id="property-bytes"></a> <code>bytes</code></td><td><code>number</code></td><td>Bytes of the tensor; ONNX Runtime&#39;s own buffers may be larger.</td></tr><tr><td><a id="property-dtype"></a> <code>dtype</code></td><td><code>GpuBufferDataTypes</code></td><td>-</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>number</code>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/ort/interfaces/OrtBuffer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OrtBuffer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OrtBuffer as default
};
