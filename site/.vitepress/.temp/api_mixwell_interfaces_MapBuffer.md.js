import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MapBuffer","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/MapBuffer.md","filePath":"api/mixwell/interfaces/MapBuffer.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/MapBuffer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-mapbuffer" tabindex="-1">Interface: MapBuffer <a class="header-anchor" href="#interface-mapbuffer" aria-label="Permalink to &quot;Interface: MapBuffer&quot;">​</a></h1><p>Class maps of a batch&#39;s pictures, in a buffer of yours.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bytes"></a> <code>bytes?</code></td><td><code>1</code> | <code>3</code> | <code>2</code></td><td>Default 1.</td></tr><tr><td><a id="property-ignoreindex"></a> <code>ignoreIndex?</code></td><td><code>number</code> | <code>null</code></td><td>The id that the loss ignores. Default the largest one; <code>null</code>: none.</td></tr><tr><td><a id="property-images"></a> <code>images</code></td><td><code>GPUBuffer</code></td><td>B × H × W ids, tightly packed from offset 0, of <code>bytes</code> bytes each, the lowest first. Usage STORAGE. Of pictures with sizes of their own, one map after the other.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/MapBuffer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MapBuffer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MapBuffer as default
};
