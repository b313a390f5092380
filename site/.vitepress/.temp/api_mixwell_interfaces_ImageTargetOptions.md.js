import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ImageTargetOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ImageTargetOptions.md","filePath":"api/mixwell/interfaces/ImageTargetOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ImageTargetOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-imagetargetoptions" tabindex="-1">Interface: ImageTargetOptions <a class="header-anchor" href="#interface-imagetargetoptions" aria-label="Permalink to &quot;Interface: ImageTargetOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-color"></a> <code>color?</code></td><td><code>boolean</code></td><td>Whether colours, noise, blurs and what is painted over are for it too, with the same numbers as for the picture: for pairs of images and stereo. Default false.</td></tr><tr><td><a id="property-fill"></a> <code>fill?</code></td><td>readonly <code>number</code>[]</td><td>What stands where there is nothing to read, in its own value range: one number, or one a channel. Default 0.</td></tr><tr><td><a id="property-interpolation"></a> <code>interpolation?</code></td><td><a href="./../type-aliases/Interpolation"><code>Interpolation</code></a> | <code>&quot;same&quot;</code></td><td>How warps read it. Default <code>nearest</code>, since an average of two depths is no depth; with <code>color</code> as the picture.</td></tr><tr><td><a id="property-output"></a> <code>output?</code></td><td><code>Omit</code>&lt;<a href="./OutputOptions"><code>OutputOptions</code></a>, <code>&quot;normalize&quot;</code>&gt;</td><td>What comes out. Default the element type and the value range that came in, in <code>nhwc</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ImageTargetOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ImageTargetOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ImageTargetOptions as default
};
