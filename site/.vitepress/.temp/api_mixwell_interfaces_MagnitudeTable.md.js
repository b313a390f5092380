import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MagnitudeTable","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/MagnitudeTable.md","filePath":"api/mixwell/interfaces/MagnitudeTable.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/MagnitudeTable.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-magnitudetable" tabindex="-1">Interface: MagnitudeTable <a class="header-anchor" href="#interface-magnitudetable" aria-label="Permalink to &quot;Interface: MagnitudeTable&quot;">​</a></h1><p>What a peer&#39;s policies do at which strength: its op names, units and directions, as data.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-about"></a> <code>about?</code></td><td><code>string</code></td><td>For the documentation. The package is built without it.</td></tr><tr><td><a id="property-bins"></a> <code>bins?</code></td><td><code>number</code></td><td>How many bins, unless the policy says otherwise.</td></tr><tr><td><a id="property-edge"></a> <code>edge?</code></td><td><code>&quot;constant&quot;</code> | <code>&quot;symmetric&quot;</code></td><td>-</td></tr><tr><td><a id="property-entries"></a> <code>entries</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../type-aliases/Entry"><code>Entry</code></a>&gt;&gt;</td><td>-</td></tr><tr><td><a id="property-fill"></a> <code>fill</code></td><td>readonly <code>number</code>[] | <code>null</code></td><td>Levels for <code>constant</code>; null is nothing at all.</td></tr><tr><td><a id="property-interpolation"></a> <code>interpolation?</code></td><td>| <a href="./../type-aliases/Interpolation"><code>Interpolation</code></a> | readonly <a href="./../type-aliases/Interpolation"><code>Interpolation</code></a>[]</td><td>How warps read their input and what shows beside it; left out: by each op&#39;s own defaults.</td></tr><tr><td><a id="property-max"></a> <code>max?</code></td><td><code>number</code></td><td>The largest magnitude; for bins one less than their number.</td></tr><tr><td><a id="property-peer"></a> <code>peer</code></td><td><a href="./../type-aliases/Peer"><code>Peer</code></a></td><td>Whose rounding the ops follow.</td></tr><tr><td><a id="property-unit"></a> <code>unit</code></td><td><code>&quot;level&quot;</code> | <code>&quot;share&quot;</code> | <code>&quot;bin&quot;</code></td><td>The unit of a magnitude: <code>bin</code> counts whole steps from 0; the others are any number from 0 to <code>max</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/MagnitudeTable.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MagnitudeTable = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MagnitudeTable as default
};
