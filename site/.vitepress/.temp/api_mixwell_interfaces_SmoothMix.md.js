import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SmoothMix","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/SmoothMix.md","filePath":"api/mixwell/interfaces/SmoothMix.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/SmoothMix.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-smoothmix" tabindex="-1">Interface: SmoothMix <a class="header-anchor" href="#interface-smoothmix" aria-label="Permalink to &quot;Interface: SmoothMix&quot;">​</a></h1><p>Made by <code>smoothmix()</code>.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>StageOptions</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-granularity"></a> <code>granularity?</code></td><td><a href="./../type-aliases/Granularity"><code>Granularity</code></a></td><td>What shares one draw. Default: the enclosing <code>oneOf</code>&#39;s, else <code>&quot;sample&quot;</code>.</td><td><code>StageOptions.granularity</code></td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;smoothmix&quot;</code></td><td>-</td><td>-</td></tr><tr><td><a id="property-pairing"></a> <code>pairing?</code></td><td><a href="./../type-aliases/Pairing"><code>Pairing</code></a></td><td>Who is mixed with whom. Default: <code>&quot;dataset&quot;</code> when drawn over a dataset, else <code>&quot;derangement&quot;</code>.</td><td><code>StageOptions.pairing</code></td></tr><tr><td><a id="property-prob"></a> <code>prob?</code></td><td><a href="./../type-aliases/Scalar"><code>Scalar</code></a></td><td>The chance that a row is mixed at all, 0 to 1; drawn once per row (or pair, or batch). Default 1.</td><td><code>StageOptions.prob</code></td></tr><tr><td><a id="property-sigma"></a> <code>sigma?</code></td><td>[<code>number</code>, <code>number</code>]</td><td>The standard deviation of the bell, as shares of the height. Default [0.25, 0.5].</td><td>-</td></tr><tr><td><a id="property-stream"></a> <code>stream?</code></td><td><code>string</code></td><td>Names the random stream, so that stages added or removed before this one leave its draws alone. Default: its position.</td><td><code>StageOptions.stream</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/SmoothMix.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SmoothMix = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SmoothMix as default
};
