import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DrawOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/DrawOptions.md","filePath":"api/mixwell/interfaces/DrawOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/DrawOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-drawoptions" tabindex="-1">Interface: DrawOptions <a class="header-anchor" href="#interface-drawoptions" aria-label="Permalink to &quot;Interface: DrawOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-color"></a> <code>color?</code></td><td><code>string</code></td><td>Colour of the titles, in CSS. Default: the element&#39;s; a grey for an <code>OffscreenCanvas</code>.</td></tr><tr><td><a id="property-columns"></a> <code>columns?</code></td><td><code>number</code></td><td>Pictures in a line. Default: as many as fit.</td></tr><tr><td><a id="property-device"></a> <code>device?</code></td><td><code>GPUDevice</code></td><td>Where the batch lies. Needed only for a batch that no engine made.</td></tr><tr><td><a id="property-names"></a> <code>names?</code></td><td>readonly <code>string</code>[]</td><td>Names of the classes, for the titles. Without: &quot;class 3&quot;.</td></tr><tr><td><a id="property-objects"></a> <code>objects?</code></td><td><a href="./ObjectBatch"><code>ObjectBatch</code></a></td><td>Boxes to draw over the pictures, by class in colours: what <code>transformObjects</code> makes of the batch&#39;s plan.</td></tr><tr><td><a id="property-pixelratio"></a> <code>pixelRatio?</code></td><td><code>number</code></td><td>Pixels of the canvas in a CSS pixel. Default: the screen&#39;s; 1 for an <code>OffscreenCanvas</code>.</td></tr><tr><td><a id="property-rows"></a> <code>rows?</code></td><td>readonly <code>number</code>[]</td><td>Which pictures, by their places in the batch. Default: all.</td></tr><tr><td><a id="property-tile"></a> <code>tile?</code></td><td><code>number</code></td><td>Width of a picture in CSS pixels. Default: what fits, between 96 and 224 or the picture&#39;s own width.</td></tr><tr><td><a id="property-titles"></a> <code>titles?</code></td><td><code>false</code> | readonly <code>string</code>[]</td><td>Titles of your own, one for each picture that is drawn; <code>false</code>: none, and then nothing at all is read back. Default: the labels, as &quot;cat 0.62, dog 0.38&quot;; for a batch without labels the classes of its objects, if any.</td></tr><tr><td><a id="property-valuerange"></a> <code>valueRange?</code></td><td>[<code>number</code>, <code>number</code>]</td><td>What is black and what is white, in the batch&#39;s own numbers. Default: what the batch says, denormalised.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/DrawOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DrawOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DrawOptions as default
};
