import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CifarOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/CifarOptions.md","filePath":"api/mixwell/interfaces/CifarOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/CifarOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-cifaroptions" tabindex="-1">Interface: CifarOptions <a class="header-anchor" href="#interface-cifaroptions" aria-label="Permalink to &quot;Interface: CifarOptions&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Omit</code>&lt;<code>ReadOptions</code>, <code>&quot;name&quot;</code>&gt;</li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-kind"></a> <code>kind?</code></td><td><code>&quot;cifar10&quot;</code> | <code>&quot;cifar100&quot;</code></td><td>Which record format the files have (default <code>cifar10</code>).</td><td>-</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>&quot;fine&quot;</code> | <code>&quot;coarse&quot;</code></td><td>CIFAR-100 only: which of its two labels becomes <code>labels</code> (default <code>fine</code>); the other one becomes a field of its name.</td><td>-</td></tr><tr><td><a id="property-maxbytes"></a> <code>maxBytes?</code></td><td><code>number</code></td><td>The most bytes to take in (default 2 GiB).</td><td><code>Omit.maxBytes</code></td></tr><tr><td><a id="property-onprogress"></a> <code>onProgress?</code></td><td>(<code>progress</code>: <a href="./LoadProgress"><code>LoadProgress</code></a>) =&gt; <code>void</code></td><td>-</td><td><code>Omit.onProgress</code></td></tr><tr><td><a id="property-signal"></a> <code>signal?</code></td><td><code>AbortSignal</code></td><td>Ends the reading, which then rejects with the signal&#39;s reason.</td><td><code>Omit.signal</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/CifarOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CifarOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CifarOptions as default
};
