import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RawPixels","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/RawPixels.md","filePath":"api/mixwell/interfaces/RawPixels.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/RawPixels.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-rawpixels" tabindex="-1">Interface: RawPixels <a class="header-anchor" href="#interface-rawpixels" aria-label="Permalink to &quot;Interface: RawPixels&quot;">​</a></h1><p>What <code>ImageData</code> is, and what any decoder for Node can make: H × W × 1, 3 or 4 bytes, interleaved, alpha not multiplied in.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-data"></a> <code>data</code></td><td>| <code>Uint8Array</code>&lt;<code>ArrayBufferLike</code>&gt; | <code>Uint8ClampedArray</code>&lt;<code>ArrayBufferLike</code>&gt;</td></tr><tr><td><a id="property-height"></a> <code>height</code></td><td><code>number</code></td></tr><tr><td><a id="property-width"></a> <code>width</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/RawPixels.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RawPixels = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RawPixels as default
};
