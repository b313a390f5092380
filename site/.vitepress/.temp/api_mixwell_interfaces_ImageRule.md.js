import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ImageRule","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ImageRule.md","filePath":"api/mixwell/interfaces/ImageRule.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ImageRule.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-imagerule" tabindex="-1">Interface: ImageRule <a class="header-anchor" href="#interface-imagerule" aria-label="Permalink to &quot;Interface: ImageRule&quot;">​</a></h1><p>A further picture of the sample.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-color"></a> <code>color?</code></td><td><code>boolean</code></td><td>Whether colours, noise, blurs and what is painted over are for it too. Default false.</td></tr><tr><td><a id="property-fill"></a> <code>fill?</code></td><td>readonly <code>number</code>[]</td><td>Levels 0..255 where there is nothing to read. Default 0, and as in the picture with <code>color</code>.</td></tr><tr><td><a id="property-interpolation"></a> <code>interpolation?</code></td><td><a href="./../type-aliases/Interpolation"><code>Interpolation</code></a> | <code>&quot;same&quot;</code></td><td>How warps read it; <code>same</code>: as they read the picture. Default <code>nearest</code>, and <code>same</code> with <code>color</code>.</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;image&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ImageRule.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ImageRule = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ImageRule as default
};
