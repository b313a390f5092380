import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CapacityOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/CapacityOptions.md","filePath":"api/mixwell/interfaces/CapacityOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/CapacityOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-capacityoptions" tabindex="-1">Interface: CapacityOptions <a class="header-anchor" href="#interface-capacityoptions" aria-label="Permalink to &quot;Interface: CapacityOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-channels"></a> <code>channels</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-count"></a> <code>count?</code></td><td><code>number</code></td><td>Pictures that are to fit, of one size.</td></tr><tr><td><a id="property-height"></a> <code>height?</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-sizes"></a> <code>sizes?</code></td><td><a href="./../type-aliases/SizePairs"><code>SizePairs</code></a></td><td>In place of <code>height</code> and <code>width</code>, for pictures that have sizes of their own: the height and width of each, one pair after the other.</td></tr><tr><td><a id="property-width"></a> <code>width?</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/CapacityOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CapacityOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CapacityOptions as default
};
