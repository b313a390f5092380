import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Dispatch","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Dispatch.md","filePath":"api/mixwell/interfaces/Dispatch.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Dispatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-dispatch" tabindex="-1">Interface: Dispatch <a class="header-anchor" href="#interface-dispatch" aria-label="Permalink to &quot;Interface: Dispatch&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>PipelineKey</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-buffers"></a> <code>buffers</code></td><td><code>Record</code>&lt;<code>string</code>, <a href="./../type-aliases/BufferName"><code>BufferName</code></a>&gt;</td><td>Which buffer goes to each of the kernel&#39;s bindings, by the binding&#39;s name in <code>generated/layouts.ts</code>.</td><td>-</td></tr><tr><td><a id="property-constants"></a> <code>constants</code></td><td><code>Record</code>&lt;<code>string</code>, <code>number</code>&gt;</td><td>Values of the kernel&#39;s <code>override</code>s. They depend on formats, shapes and the policy, never on a strength or a draw.</td><td><code>PipelineKey.constants</code></td></tr><tr><td><a id="property-groups"></a> <code>groups</code></td><td>[<code>number</code>, <code>number</code>, <code>number</code>]</td><td>-</td><td>-</td></tr><tr><td><a id="property-kernel"></a> <code>kernel</code></td><td><a href="./../type-aliases/KernelName"><code>KernelName</code></a></td><td>-</td><td><code>PipelineKey.kernel</code></td></tr><tr><td><a id="property-offset"></a> <code>offset</code></td><td><code>number</code></td><td>Byte offset of this chunk in its uniform block.</td><td>-</td></tr><tr><td><a id="property-ops"></a> <code>ops</code></td><td>readonly <code>string</code>[]</td><td>The image ops it is put together for, by name. They are the policy&#39;s, not those that were drawn: no recompile.</td><td><code>PipelineKey.ops</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Dispatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Dispatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Dispatch as default
};
