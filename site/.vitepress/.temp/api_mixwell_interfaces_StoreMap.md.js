import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StoreMap","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/StoreMap.md","filePath":"api/mixwell/interfaces/StoreMap.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/StoreMap.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-storemap" tabindex="-1">Interface: StoreMap <a class="header-anchor" href="#interface-storemap" aria-label="Permalink to &quot;Interface: StoreMap&quot;">​</a></h1><p>Class maps that are read with the pictures, as large as these.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bytes"></a> <code>bytes?</code></td><td><code>1</code> | <code>3</code> | <code>2</code></td><td>Of an id: 1 (default) for a <code>Uint8Array</code>, 2 for a <code>Uint16Array</code>, 3 for a <code>Uint32Array</code> of ids below 2^24.</td></tr><tr><td><a id="property-classes"></a> <code>classes?</code></td><td><code>number</code></td><td>How many classes there are: every id is less, or the one that is ignored. Left out: any id.</td></tr><tr><td><a id="property-ignoreindex"></a> <code>ignoreIndex?</code></td><td><code>number</code> | <code>null</code></td><td>The id that the loss ignores. Default the largest that the bytes hold; <code>null</code>: none.</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;mask&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/StoreMap.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StoreMap = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StoreMap as default
};
