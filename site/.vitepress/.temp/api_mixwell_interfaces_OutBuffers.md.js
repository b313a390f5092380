import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OutBuffers","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/OutBuffers.md","filePath":"api/mixwell/interfaces/OutBuffers.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/OutBuffers.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-outbuffers" tabindex="-1">Interface: OutBuffers <a class="header-anchor" href="#interface-outbuffers" aria-label="Permalink to &quot;Interface: OutBuffers&quot;">​</a></h1><p>Buffers to write to: pictures, dense labels, and the class ids and shares of <code>labels.sparse</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-classes"></a> <code>classes?</code></td><td><code>GPUBuffer</code></td></tr><tr><td><a id="property-images"></a> <code>images?</code></td><td><code>GPUBuffer</code></td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>GPUBuffer</code></td></tr><tr><td><a id="property-shares"></a> <code>shares?</code></td><td><code>GPUBuffer</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/OutBuffers.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OutBuffers = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OutBuffers as default
};
