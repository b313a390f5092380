import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Histogram","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Histogram.md","filePath":"api/mixwell/interfaces/Histogram.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Histogram.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-histogram" tabindex="-1">Interface: Histogram <a class="header-anchor" href="#interface-histogram" aria-label="Permalink to &quot;Interface: Histogram&quot;">​</a></h1><p>Counts of the picture a tone op works on, taken just before it.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-counts"></a> <code>counts</code></td><td>readonly <code>Uint32Array</code>&lt;<code>ArrayBufferLike</code>&gt;[]</td><td>counts[c][v]: pixels whose channel c (0, 1, 2; 3 is grey by the peer&#39;s weights: Pillow&#39;s in u8) has level v. f32 levels are floor(min(max(x, 0), 1) · 255.999).</td></tr><tr><td><a id="property-pixels"></a> <code>pixels</code></td><td><code>number</code></td><td>Pixels, N.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Histogram.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Histogram = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Histogram as default
};
