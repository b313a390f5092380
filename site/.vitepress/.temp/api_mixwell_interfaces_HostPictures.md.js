import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: HostPictures","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/HostPictures.md","filePath":"api/mixwell/interfaces/HostPictures.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/HostPictures.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-hostpictures" tabindex="-1">Interface: HostPictures <a class="header-anchor" href="#interface-hostpictures" aria-label="Permalink to &quot;Interface: HostPictures&quot;">​</a></h1><p>Pictures and labels in host memory.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-images"></a> <code>images</code></td><td>| <code>Uint8Array</code>&lt;<code>ArrayBufferLike</code>&gt; | <code>Float32Array</code>&lt;<code>ArrayBufferLike</code>&gt; | <code>Uint8ClampedArray</code>&lt;<code>ArrayBufferLike</code>&gt; | <code>Uint16Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>N × H × W × C values; f16 as 16-bit patterns.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>Uint32Array</code>&lt;<code>ArrayBufferLike</code>&gt; | <code>Float32Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>N class ids, or N × K label weights.</td></tr><tr><td><a id="property-sizes"></a> <code>sizes?</code></td><td><a href="./../type-aliases/SizePairs"><code>SizePairs</code></a></td><td>Height and width of each, one pair after the other, where pictures have sizes of their own. They are packed tightly, each as large as it is.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/HostPictures.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const HostPictures = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  HostPictures as default
};
