import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LoadProgress","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/LoadProgress.md","filePath":"api/mixwell/interfaces/LoadProgress.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/LoadProgress.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-loadprogress" tabindex="-1">Interface: LoadProgress <a class="header-anchor" href="#interface-loadprogress" aria-label="Permalink to &quot;Interface: LoadProgress&quot;">​</a></h1><p>What a loader reports while it works.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-loaded"></a> <code>loaded</code></td><td><code>number</code></td><td>Bytes (read, decompress, index, upload) or pictures (decode) done so far.</td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>string</code></td><td>Which file.</td></tr><tr><td><a id="property-phase"></a> <code>phase</code></td><td><code>&quot;decode&quot;</code> | <code>&quot;index&quot;</code> | <code>&quot;read&quot;</code> | <code>&quot;decompress&quot;</code> | <code>&quot;upload&quot;</code></td><td>-</td></tr><tr><td><a id="property-rate"></a> <code>rate?</code></td><td><code>number</code></td><td>How much of <code>loaded</code> came in a second so far in this phase.</td></tr><tr><td><a id="property-secondsleft"></a> <code>secondsLeft?</code></td><td><code>number</code></td><td>How long the phase will take at that rate, where <code>total</code> is known.</td></tr><tr><td><a id="property-total"></a> <code>total?</code></td><td><code>number</code></td><td>The same unit, when known in advance.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/LoadProgress.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LoadProgress = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LoadProgress as default
};
