import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ImageBuffer","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ImageBuffer.md","filePath":"api/mixwell/interfaces/ImageBuffer.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ImageBuffer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-imagebuffer" tabindex="-1">Interface: ImageBuffer <a class="header-anchor" href="#interface-imagebuffer" aria-label="Permalink to &quot;Interface: ImageBuffer&quot;">​</a></h1><p>Further pictures of a batch&#39;s samples, in a buffer of yours, as large as the pictures.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-channels"></a> <code>channels</code></td><td><code>number</code></td><td>1, 3 or 4, where the policy has ops.</td></tr><tr><td><a id="property-format"></a> <code>format?</code></td><td><a href="./../type-aliases/Format"><code>Format</code></a></td><td>Default <code>u8</code>.</td></tr><tr><td><a id="property-images"></a> <code>images</code></td><td><code>GPUBuffer</code></td><td>B × H × W × C values, tightly packed from offset 0. Usage STORAGE.</td></tr><tr><td><a id="property-layout"></a> <code>layout?</code></td><td><a href="./../type-aliases/Layout"><code>Layout</code></a></td><td>Default <code>nhwc</code>.</td></tr><tr><td><a id="property-valuerange"></a> <code>valueRange?</code></td><td>[<code>number</code>, <code>number</code>]</td><td>Where black and white are in float pictures; default [0, 1].</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ImageBuffer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ImageBuffer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ImageBuffer as default
};
