import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"opMath","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/namespaces/opMath/index.md","filePath":"api/mixwell/namespaces/opMath/index.md"}');
const _sfc_main = { name: "api/mixwell/namespaces/opMath/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="opmath" tabindex="-1">opMath <a class="header-anchor" href="#opmath" aria-label="Permalink to &quot;opMath&quot;">​</a></h1><h2 id="variables" tabindex="-1">Variables <a class="header-anchor" href="#variables" aria-label="Permalink to &quot;Variables&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Variable</th><th>Description</th></tr></thead><tbody><tr><td><a href="./variables/PIXEL">PIXEL</a></td><td>One pixel, as a place counts.</td></tr><tr><td><a href="./variables/PLACE_BITS">PLACE_BITS</a></td><td>-</td></tr></tbody></table><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Function</th><th>Description</th></tr></thead><tbody><tr><td><a href="./functions/hostByte">hostByte</a></td><td>Byte <code>index</code> of a table that <code>EncodeContext.table</code> uploaded, where <code>table</code> is what it returned: <code>host_byte</code> in WGSL.</td></tr><tr><td><a href="./functions/noiseWord">noiseWord</a></td><td>What the WGSL library of own ops computes, on the host: for their CPU reference.</td></tr><tr><td><a href="./functions/normal12">normal12</a></td><td>What the WGSL library of own ops computes, on the host: for their CPU reference.</td></tr><tr><td><a href="./functions/pictureMiddle">pictureMiddle</a></td><td>The middle of the picture.</td></tr><tr><td><a href="./functions/pixelCentre">pixelCentre</a></td><td>The pixel&#39;s own centre: whoever returns this changes nothing.</td></tr><tr><td><a href="./functions/scaled">scaled</a></td><td>a b / 2^bits, rounded to nearest, halves away from zero; <code>bits</code> is 1 to 31. The product may have 62 bits; the result must fit in 31.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/namespaces/opMath/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
