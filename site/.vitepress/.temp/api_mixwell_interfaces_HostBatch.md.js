import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: HostBatch","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/HostBatch.md","filePath":"api/mixwell/interfaces/HostBatch.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/HostBatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-hostbatch" tabindex="-1">Interface: HostBatch <a class="header-anchor" href="#interface-hostbatch" aria-label="Permalink to &quot;Interface: HostBatch&quot;">​</a></h1><p>A batch in host memory.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classes"></a> <code>classes?</code></td><td><code>Uint32Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>-</td></tr><tr><td><a id="property-images"></a> <code>images</code></td><td>| <code>Uint8Array</code>&lt;<code>ArrayBufferLike</code>&gt; | <code>Float32Array</code>&lt;<code>ArrayBufferLike</code>&gt; | <code>Uint16Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>B × H × W × C values in the batch&#39;s layout; f16 as 16-bit patterns (see <code>halfToFloat</code>).</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>Float32Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>-</td></tr><tr><td><a id="property-shares"></a> <code>shares?</code></td><td><code>Float32Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>-</td></tr><tr><td><a id="property-targets"></a> <code>targets?</code></td><td><code>Record</code>&lt;<code>string</code>, <a href="./../type-aliases/HostTarget"><code>HostTarget</code></a>&gt;</td><td>Maps and pictures among the targets, by name. Objects are in host memory already.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/HostBatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const HostBatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  HostBatch as default
};
