import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FrameOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/FrameOptions.md","filePath":"api/mixwell/interfaces/FrameOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/FrameOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-frameoptions" tabindex="-1">Interface: FrameOptions <a class="header-anchor" href="#interface-frameoptions" aria-label="Permalink to &quot;Interface: FrameOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-background"></a> <code>background?</code></td><td>readonly <code>number</code>[]</td><td>RGB or RGBA, 0..255: lies under transparent pixels when alpha is dropped, and around a frame fitted by <code>contain</code> (default black).</td></tr><tr><td><a id="property-channels"></a> <code>channels?</code></td><td><code>1</code> | <code>4</code> | <code>3</code></td><td>3 is RGB (the default), 4 is RGBA, 1 is grey by ITU-R 601 weights.</td></tr><tr><td><a id="property-fit"></a> <code>fit?</code></td><td><a href="./../type-aliases/Fit"><code>Fit</code></a></td><td>How a frame of another shape is fitted in (default <code>cover</code>: filled, the overhang cut off at both ends).</td></tr><tr><td><a id="property-height"></a> <code>height?</code></td><td><code>number</code></td><td>Size of every picture, in pixels. Left out: that of the frames, which must then have one size; the policy may crop and resize them.</td></tr><tr><td><a id="property-width"></a> <code>width?</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/FrameOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FrameOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FrameOptions as default
};
