import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ImageDataOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ImageDataOptions.md","filePath":"api/mixwell/interfaces/ImageDataOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ImageDataOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-imagedataoptions" tabindex="-1">Interface: ImageDataOptions <a class="header-anchor" href="#interface-imagedataoptions" aria-label="Permalink to &quot;Interface: ImageDataOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-valuerange"></a> <code>valueRange?</code></td><td>[<code>number</code>, <code>number</code>]</td><td>What is black and what is white, in the batch&#39;s own numbers. Default: what the batch says, with its normalisation taken back.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ImageDataOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ImageDataOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ImageDataOptions as default
};
