import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: IdxOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/IdxOptions.md","filePath":"api/mixwell/interfaces/IdxOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/IdxOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-idxoptions" tabindex="-1">Interface: IdxOptions <a class="header-anchor" href="#interface-idxoptions" aria-label="Permalink to &quot;Interface: IdxOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>ClassOptions</code></li><li><code>Omit</code>&lt;<code>ReadOptions</code>, <code>&quot;name&quot;</code>&gt;</li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-classes"></a> <code>classes?</code></td><td><code>number</code></td><td>Number of classes K: every id must lie in 0..K − 1. Without it (and without names) any id is taken.</td><td><code>ClassOptions.classes</code></td></tr><tr><td><a id="property-classnames"></a> <code>classNames?</code></td><td>readonly <code>string</code>[]</td><td>A name for every class.</td><td><code>ClassOptions.classNames</code></td></tr><tr><td><a id="property-maxbytes"></a> <code>maxBytes?</code></td><td><code>number</code></td><td>The most bytes to take in (default 2 GiB).</td><td><code>Omit.maxBytes</code></td></tr><tr><td><a id="property-names"></a> <code>names?</code></td><td><code>object</code></td><td>What messages call the two files, where they have no name of their own (default <code>images</code> and <code>labels</code>).</td><td>-</td></tr><tr><td><code>names.images?</code></td><td><code>string</code></td><td>-</td><td>-</td></tr><tr><td><code>names.labels?</code></td><td><code>string</code></td><td>-</td><td>-</td></tr><tr><td><a id="property-onprogress"></a> <code>onProgress?</code></td><td>(<code>progress</code>: <a href="./LoadProgress"><code>LoadProgress</code></a>) =&gt; <code>void</code></td><td>-</td><td><code>Omit.onProgress</code></td></tr><tr><td><a id="property-signal"></a> <code>signal?</code></td><td><code>AbortSignal</code></td><td>Ends the reading, which then rejects with the signal&#39;s reason.</td><td><code>Omit.signal</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/IdxOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const IdxOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  IdxOptions as default
};
