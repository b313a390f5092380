import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RandomChoice","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/RandomChoice.md","filePath":"api/mixwell/interfaces/RandomChoice.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/RandomChoice.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-randomchoice" tabindex="-1">Interface: RandomChoice <a class="header-anchor" href="#interface-randomchoice" aria-label="Permalink to &quot;Interface: RandomChoice&quot;">​</a></h1><p>One of the stages.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./ImageOptions"><code>ImageOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-granularity"></a> <code>granularity?</code></td><td><a href="./../type-aliases/ImageGranularity"><code>ImageGranularity</code></a></td><td>What shares one draw: every picture its own, or the whole batch. Default: the enclosing stage&#39;s, else <code>&quot;sample&quot;</code>.</td><td><a href="./ImageOptions"><code>ImageOptions</code></a>.<a href="./ImageOptions#property-granularity"><code>granularity</code></a></td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;randomChoice&quot;</code></td><td>-</td><td>-</td></tr><tr><td><a id="property-prob"></a> <code>prob?</code></td><td><a href="./../type-aliases/Scalar"><code>Scalar</code></a></td><td>The chance that the stage does anything to a picture, 0 to 1, drawn once. Default 1.</td><td><a href="./ImageOptions"><code>ImageOptions</code></a>.<a href="./ImageOptions#property-prob"><code>prob</code></a></td></tr><tr><td><a id="property-stages"></a> <code>stages</code></td><td><a href="./../type-aliases/ImageStage"><code>ImageStage</code></a>[]</td><td>-</td><td>-</td></tr><tr><td><a id="property-stream"></a> <code>stream?</code></td><td><code>string</code></td><td>Names the random stream, so that stages added or removed before this one leave its draws alone. Only outside of other stages.</td><td><a href="./ImageOptions"><code>ImageOptions</code></a>.<a href="./ImageOptions#property-stream"><code>stream</code></a></td></tr><tr><td><a id="property-weights"></a> <code>weights?</code></td><td><a href="./../type-aliases/Scalar"><code>Scalar</code></a>[]</td><td>Default: all the same.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/RandomChoice.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RandomChoice = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RandomChoice as default
};
