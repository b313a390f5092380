import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OrtFeedOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/ort/interfaces/OrtFeedOptions.md","filePath":"api/mixwell/ort/interfaces/OrtFeedOptions.md"}');
const _sfc_main = { name: "api/mixwell/ort/interfaces/OrtFeedOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-ortfeedoptions" tabindex="-1">Interface: OrtFeedOptions <a class="header-anchor" href="#interface-ortfeedoptions" aria-label="Permalink to &quot;Interface: OrtFeedOptions&quot;">​</a></h1><p><code>mixwell/ort</code>: batches as ONNX Runtime Web tensors over our own buffers. Needs the optional peer dependency <code>onnxruntime-web</code>, and its entry <code>onnxruntime-web/webgpu</code>: the default entry ignores the device it is given.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-images"></a> <code>images?</code></td><td><code>string</code></td><td>The model&#39;s input for the pictures; left out: its only input.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>string</code></td><td>The model&#39;s input for dense label rows, float32 [B, K]. Left out: labels go nowhere.</td></tr><tr><td><a id="property-targets"></a> <code>targets?</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</td><td>The model&#39;s inputs for the engine&#39;s targets, by name: <code>{ masks: &quot;maps&quot;, &quot;objects.boxes&quot;: &quot;boxes&quot; }</code>. Those that are left out go nowhere.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/ort/interfaces/OrtFeedOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OrtFeedOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OrtFeedOptions as default
};
