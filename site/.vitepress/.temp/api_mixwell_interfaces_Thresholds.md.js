import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Thresholds","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Thresholds.md","filePath":"api/mixwell/interfaces/Thresholds.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Thresholds.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-thresholds" tabindex="-1">Interface: Thresholds <a class="header-anchor" href="#interface-thresholds" aria-label="Permalink to &quot;Interface: Thresholds&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./ObjectOptions"><code>ObjectOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-maxaspect"></a> <code>maxAspect?</code></td><td><code>number</code></td><td>Most of the longer side over the shorter. Default: any.</td></tr><tr><td><a id="property-minarea"></a> <code>minArea?</code></td><td><code>number</code></td><td>Least area of what is left, in square pixels of the output. Default 1.</td></tr><tr><td><a id="property-minsize"></a> <code>minSize?</code></td><td><code>number</code></td><td>Least width and height of a box, in pixels of the output. Default 1.</td></tr><tr><td><a id="property-minvisibility"></a> <code>minVisibility?</code></td><td><code>number</code></td><td>Least share of an object&#39;s own area that is left, 0 to 1. Default 0.</td></tr><tr><td><a id="property-minweight"></a> <code>minWeight?</code></td><td><code>number</code></td><td>Least part of the picture that the object&#39;s source is, 0 to 1. Default 0.</td></tr><tr><td><a id="property-preset"></a> <code>preset?</code></td><td><code>&quot;torchvision&quot;</code> | <code>&quot;yolo&quot;</code></td><td>A peer&#39;s numbers in place of the defaults. <code>torchvision</code>: boxes too are enclosed and clipped call by call, and their own area counts. <code>yolo</code>: sides above 2 pixels, an aspect below 100, more than a tenth left, all of them strictly.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Thresholds.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Thresholds = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Thresholds as default
};
