import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MaskRule","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/MaskRule.md","filePath":"api/mixwell/interfaces/MaskRule.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/MaskRule.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-maskrule" tabindex="-1">Interface: MaskRule <a class="header-anchor" href="#interface-maskrule" aria-label="Permalink to &quot;Interface: MaskRule&quot;">​</a></h1><p>A map of ids, one a pixel, in 1 to 3 bytes, the lowest first: a picture of as many channels.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-blends"></a> <code>blends?</code></td><td><code>&quot;soft&quot;</code> | <code>&quot;refuse&quot;</code> | <code>&quot;dominant&quot;</code></td><td>Where pictures are blended, an id would be of neither: refused (default); the id of the larger part, row by row, the own one of equal parts (<code>dominant</code>); or blended all the same (<code>soft</code>), for pictures of one class each.</td></tr><tr><td><a id="property-fill"></a> <code>fill</code></td><td>readonly <code>number</code>[]</td><td>The bytes of the id where there is nothing to read; mostly the one that the loss ignores.</td></tr><tr><td><a id="property-hidden"></a> <code>hidden?</code></td><td><code>&quot;fill&quot;</code> | <code>&quot;keep&quot;</code></td><td>Where a mask op paints over the picture: the ids stay (default), or are <code>fill</code>.</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;mask&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/MaskRule.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MaskRule = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MaskRule as default
};
