import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SourceRef","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/SourceRef.md","filePath":"api/mixwell/interfaces/SourceRef.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/SourceRef.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-sourceref" tabindex="-1">Interface: SourceRef <a class="header-anchor" href="#interface-sourceref" aria-label="Permalink to &quot;Interface: SourceRef&quot;">​</a></h1><p>One source picture. <code>batch</code>: row <code>index</code> of the caller&#39;s batch. <code>dataset</code>: sample <code>index</code> of the dataset. <code>external</code>: row <code>index</code> of the second batch.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-from"></a> <code>from</code></td><td><code>&quot;batch&quot;</code> | <code>&quot;dataset&quot;</code> | <code>&quot;external&quot;</code></td><td>-</td></tr><tr><td><a id="property-height"></a> <code>height?</code></td><td><code>number</code></td><td>Its size in pixels, where pictures have sizes of their own: then every source says it, else none.</td></tr><tr><td><a id="property-id"></a> <code>id</code></td><td><code>number</code></td><td>The sample id its draws are addressed by.</td></tr><tr><td><a id="property-index"></a> <code>index</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-ops"></a> <code>ops?</code></td><td><a href="./../type-aliases/OpCall"><code>OpCall</code></a>[]</td><td>What is done to it before the first stage, in order.</td></tr><tr><td><a id="property-width"></a> <code>width?</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/SourceRef.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SourceRef = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SourceRef as default
};
