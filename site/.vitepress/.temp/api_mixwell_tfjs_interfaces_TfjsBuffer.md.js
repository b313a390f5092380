import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TfjsBuffer","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/tfjs/interfaces/TfjsBuffer.md","filePath":"api/mixwell/tfjs/interfaces/TfjsBuffer.md"}');
const _sfc_main = { name: "api/mixwell/tfjs/interfaces/TfjsBuffer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tfjsbuffer" tabindex="-1">Interface: TfjsBuffer <a class="header-anchor" href="#interface-tfjsbuffer" aria-label="Permalink to &quot;Interface: TfjsBuffer&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-buffer"></a> <code>buffer</code></td><td><code>GPUBuffer</code></td><td>TensorFlow.js&#39; own: read it as long as the tensor lives, never write or destroy it.</td></tr><tr><td><a id="property-bytes"></a> <code>bytes</code></td><td><code>number</code></td><td>Bytes of the tensor, from the beginning of the buffer.</td></tr><tr><td><a id="property-device"></a> <code>device</code></td><td><code>GPUDevice</code></td><td>The device it is on.</td></tr><tr><td><a id="property-dtype"></a> <code>dtype</code></td><td><code>string</code></td><td>&quot;float32&quot;, &quot;int32&quot; or &quot;bool&quot; (a 32-bit word each).</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>number</code>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/tfjs/interfaces/TfjsBuffer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TfjsBuffer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TfjsBuffer as default
};
