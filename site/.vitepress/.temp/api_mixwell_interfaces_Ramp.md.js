import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Ramp","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Ramp.md","filePath":"api/mixwell/interfaces/Ramp.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Ramp.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-ramp" tabindex="-1">Interface: Ramp <a class="header-anchor" href="#interface-ramp" aria-label="Permalink to &quot;Interface: Ramp&quot;">​</a></h1><p>Where a ramp goes and when: <code>from</code> until <code>start</code>, <code>to</code> from <code>end</code> on. <code>start</code> is 0 and <code>unit</code> is <code>&quot;epoch&quot;</code> by default.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-end"></a> <code>end</code></td><td><code>number</code></td></tr><tr><td><a id="property-from"></a> <code>from</code></td><td><code>number</code></td></tr><tr><td><a id="property-start"></a> <code>start?</code></td><td><code>number</code></td></tr><tr><td><a id="property-to"></a> <code>to</code></td><td><code>number</code></td></tr><tr><td><a id="property-unit"></a> <code>unit?</code></td><td><a href="./../type-aliases/TimeUnit"><code>TimeUnit</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Ramp.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Ramp = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Ramp as default
};
