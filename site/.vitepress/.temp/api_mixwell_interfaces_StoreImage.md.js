import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StoreImage","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/StoreImage.md","filePath":"api/mixwell/interfaces/StoreImage.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/StoreImage.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-storeimage" tabindex="-1">Interface: StoreImage <a class="header-anchor" href="#interface-storeimage" aria-label="Permalink to &quot;Interface: StoreImage&quot;">​</a></h1><p>Further pictures that are read with the pictures, as large as these.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-channels"></a> <code>channels?</code></td><td><code>number</code></td><td>Default 1.</td></tr><tr><td><a id="property-format"></a> <code>format?</code></td><td><code>&quot;u8&quot;</code> | <code>&quot;f32&quot;</code></td><td>Default <code>u8</code>.</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;image&quot;</code></td><td>-</td></tr><tr><td><a id="property-layout"></a> <code>layout?</code></td><td><a href="./../type-aliases/Layout"><code>Layout</code></a></td><td>Default <code>nhwc</code>.</td></tr><tr><td><a id="property-valuerange"></a> <code>valueRange?</code></td><td>readonly [<code>number</code>, <code>number</code>]</td><td>Where black and white are in floats; default [0, 1].</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/StoreImage.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StoreImage = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StoreImage as default
};
