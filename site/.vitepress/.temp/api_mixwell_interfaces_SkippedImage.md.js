import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SkippedImage","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/SkippedImage.md","filePath":"api/mixwell/interfaces/SkippedImage.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/SkippedImage.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-skippedimage" tabindex="-1">Interface: SkippedImage <a class="header-anchor" href="#interface-skippedimage" aria-label="Permalink to &quot;Interface: SkippedImage&quot;">​</a></h1><p>A picture that could not be decoded or read.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-index"></a> <code>index</code></td><td><code>number</code></td><td>Its place in the list that was given.</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-reason"></a> <code>reason</code></td><td><code>string</code></td><td><code>expected …, found …</code>, as in the error that it would have ended with.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/SkippedImage.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SkippedImage = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SkippedImage as default
};
