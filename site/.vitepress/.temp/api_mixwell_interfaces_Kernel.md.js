import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Kernel","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Kernel.md","filePath":"api/mixwell/interfaces/Kernel.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Kernel.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-kernel" tabindex="-1">Interface: Kernel <a class="header-anchor" href="#interface-kernel" aria-label="Permalink to &quot;Interface: Kernel&quot;">​</a></h1><p>What the host must know of one kernel to put it together and to make and dispatch its pipeline.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bindings"></a> <code>bindings</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./Binding"><code>Binding</code></a>&gt;&gt;</td><td>-</td></tr><tr><td><a id="property-declarations"></a> <code>declarations</code></td><td>readonly <code>string</code>[]</td><td>Its WGSL, but for the ops.</td></tr><tr><td><a id="property-entrypoint"></a> <code>entryPoint</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-features"></a> <code>features</code></td><td>readonly <code>string</code>[]</td><td>Device features it cannot do without.</td></tr><tr><td><a id="property-overrides"></a> <code>overrides</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./Override"><code>Override</code></a>&gt;&gt;</td><td>-</td></tr><tr><td><a id="property-pipeline"></a> <code>pipeline</code></td><td><code>&quot;u8&quot;</code> | <code>&quot;f32&quot;</code> | <code>undefined</code></td><td>Which cases of an op it takes; undefined: it has no ops.</td></tr><tr><td><a id="property-switches"></a> <code>switches</code></td><td>readonly <a href="./Switch"><code>Switch</code></a>[]</td><td>-</td></tr><tr><td><a id="property-workgroupbytes"></a> <code>workgroupBytes</code></td><td><code>number</code></td><td>Bytes of workgroup memory.</td></tr><tr><td><a id="property-workgroupsize"></a> <code>workgroupSize</code></td><td>readonly [<code>number</code>, <code>number</code>, <code>number</code>]</td><td>Invocations in x, y, z, with every override at its default.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Kernel.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Kernel = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Kernel as default
};
