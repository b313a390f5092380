import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PermutationDraw","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/PermutationDraw.md","filePath":"api/mixwell/interfaces/PermutationDraw.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/PermutationDraw.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-permutationdraw" tabindex="-1">Interface: PermutationDraw <a class="header-anchor" href="#interface-permutationdraw" aria-label="Permalink to &quot;Interface: PermutationDraw&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-identity"></a> <code>identity?</code></td><td><code>boolean</code></td><td>Whether everything may stay in its place. Default true.</td></tr><tr><td><a id="property-permutation"></a> <code>permutation</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/PermutationDraw.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PermutationDraw = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PermutationDraw as default
};
