import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Keypoints","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Keypoints.md","filePath":"api/mixwell/interfaces/Keypoints.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Keypoints.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-keypoints" tabindex="-1">Interface: Keypoints <a class="header-anchor" href="#interface-keypoints" aria-label="Permalink to &quot;Interface: Keypoints&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-at"></a> <code>at?</code></td><td><code>&quot;edge&quot;</code> | <code>&quot;index&quot;</code></td><td>What x = 0 is: the middle of the first pixel (<code>index</code>, as in COCO&#39;s files) or the edge of the picture (<code>edge</code>, as YOLO has it). Default <code>index</code>, and <code>edge</code> where numbers are normalised.</td></tr><tr><td><a id="property-count"></a> <code>count</code></td><td><code>number</code></td><td>K, the same for every object.</td></tr><tr><td><a id="property-data"></a> <code>data</code></td><td>| readonly <code>number</code>[] | <code>Float32Array</code>&lt;<code>ArrayBufferLike</code>&gt; | <code>Float64Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>M × K × 3: x, y and v. v is 0 for a point that isn&#39;t there, and such a point is handed on as it is.</td></tr><tr><td><a id="property-swap"></a> <code>swap?</code></td><td>readonly (readonly [<code>number</code>, <code>number</code>])[]</td><td>Pairs of points that are called left and right: they change places where the picture is mirrored.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Keypoints.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Keypoints = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Keypoints as default
};
