import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Provenance","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Provenance.md","filePath":"api/mixwell/interfaces/Provenance.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Provenance.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-provenance" tabindex="-1">Interface: Provenance <a class="header-anchor" href="#interface-provenance" aria-label="Permalink to &quot;Interface: Provenance&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-boxes"></a> <code>boxes</code></td><td><code>Int32Array</code></td><td>rows × slots × 4: x0, y0, x1, y1 of inner node n at slot n; x0 = NO_BOX for a blend, and MASK_BOX for a mask, whose place in <code>masks</code> follows. Slot 0 is unused.</td></tr><tr><td><a id="property-masks"></a> <code>masks</code></td><td><a href="./../type-aliases/MaskShape"><code>MaskShape</code></a>[]</td><td>-</td></tr><tr><td><a id="property-rows"></a> <code>rows</code></td><td><code>number</code></td><td>Output rows.</td></tr><tr><td><a id="property-shares"></a> <code>shares</code></td><td><code>Float32Array</code></td><td>rows × slots: the leaf&#39;s part of the label.</td></tr><tr><td><a id="property-slots"></a> <code>slots</code></td><td><code>number</code></td><td>Leaves a row: 1 without a mixer, 2 with one, 4 with two stacked …</td></tr><tr><td><a id="property-sources"></a> <code>sources</code></td><td><code>Uint32Array</code></td><td>rows × slots: position in <code>plan.sources</code>.</td></tr><tr><td><a id="property-untouched"></a> <code>untouched</code></td><td><code>Uint8Array</code></td><td>rows: 1 where nothing was mixed in (every mixer&#39;s row is <code>none</code>).</td></tr><tr><td><a id="property-weights"></a> <code>weights</code></td><td><code>Float32Array</code></td><td>rows × slots: weight of the leaf&#39;s pixels where they show; 0 where the leaf is not there at all.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Provenance.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Provenance = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Provenance as default
};
