import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReferenceBatch","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ReferenceBatch.md","filePath":"api/mixwell/interfaces/ReferenceBatch.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ReferenceBatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-referencebatch" tabindex="-1">Interface: ReferenceBatch <a class="header-anchor" href="#interface-referencebatch" aria-label="Permalink to &quot;Interface: ReferenceBatch&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classes"></a> <code>classes?</code></td><td><code>Uint32Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>B × T.</td></tr><tr><td><a id="property-images"></a> <code>images</code></td><td>| <code>Uint8Array</code>&lt;<code>ArrayBufferLike</code>&gt; | <code>Float32Array</code>&lt;<code>ArrayBufferLike</code>&gt; | <code>Uint16Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>f16 as 16-bit patterns.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>Float32Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>B × K.</td></tr><tr><td><a id="property-shares"></a> <code>shares?</code></td><td><code>Float32Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>-</td></tr><tr><td><a id="property-size"></a> <code>size</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-sources"></a> <code>sources</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ReferenceBatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReferenceBatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReferenceBatch as default
};
