import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MapOutput","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/MapOutput.md","filePath":"api/mixwell/interfaces/MapOutput.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/MapOutput.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-mapoutput" tabindex="-1">Interface: MapOutput <a class="header-anchor" href="#interface-mapoutput" aria-label="Permalink to &quot;Interface: MapOutput&quot;">​</a></h1><p>Class maps of a batch.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-buffer"></a> <code>buffer</code></td><td><code>GPUBuffer</code></td><td>[B, H, W] ids, or [B, H, W, bytes] where an id has more than one: the lowest byte first.</td></tr><tr><td><a id="property-bytes"></a> <code>bytes</code></td><td><code>1</code> | <code>2</code> | <code>3</code></td><td>-</td></tr><tr><td><a id="property-format"></a> <code>format</code></td><td><code>&quot;u8&quot;</code> | <code>&quot;f32&quot;</code></td><td>What a byte of an id is: a byte, or an f32.</td></tr><tr><td><a id="property-ignoreindex"></a> <code>ignoreIndex</code></td><td><code>number</code> | <code>null</code></td><td>The id that the loss ignores, and that stands where there is nothing to read.</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;mask&quot;</code></td><td>-</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>number</code>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/MapOutput.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MapOutput = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MapOutput as default
};
