import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GivenMask","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/GivenMask.md","filePath":"api/mixwell/interfaces/GivenMask.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/GivenMask.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-givenmask" tabindex="-1">Interface: GivenMask <a class="header-anchor" href="#interface-givenmask" aria-label="Permalink to &quot;Interface: GivenMask&quot;">​</a></h1><p>The caller&#39;s weights, line by line, in base64; stretched to the picture without blending where its size is another.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-height"></a> <code>height</code></td><td><code>number</code></td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>&quot;given&quot;</code></td></tr><tr><td><a id="property-weights"></a> <code>weights</code></td><td><code>string</code></td></tr><tr><td><a id="property-width"></a> <code>width</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/GivenMask.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GivenMask = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GivenMask as default
};
