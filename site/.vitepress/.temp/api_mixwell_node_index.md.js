import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"mixwell/node","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/node/index.md","filePath":"api/mixwell/node/index.md"}');
const _sfc_main = { name: "api/mixwell/node/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="mixwellnode" tabindex="-1">mixwell/node <a class="header-anchor" href="#mixwellnode" aria-label="Permalink to &quot;mixwell/node&quot;">​</a></h1><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Interface</th><th>Description</th></tr></thead><tbody><tr><td><a href="./interfaces/NodeDevice">NodeDevice</a></td><td>-</td></tr><tr><td><a href="./interfaces/NodeDeviceOptions">NodeDeviceOptions</a></td><td>-</td></tr></tbody></table><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Function</th><th>Description</th></tr></thead><tbody><tr><td><a href="./functions/createDecodeWorker">createDecodeWorker</a></td><td>Begins a thread that decodes picture files by <code>sharp</code> and resizes them, for <code>makeWorker</code> of <code>Dataset.fromImages</code>, <code>Stream.fromImages</code> and <code>Stream.fromTar</code> in Node: what <code>decodeImage</code> gives, resized to the same bytes, on as many cores as there are <code>workers</code>. It keeps the process only while it is at work. Needs the optional peer dependency <code>sharp</code>.</td></tr><tr><td><a href="./functions/createNodeDevice">createNodeDevice</a></td><td>Starts Dawn and asks for a device. Defines WebGPU&#39;s globals (<code>GPUBufferUsage</code> and the like) and, where there is none, <code>navigator.gpu</code>, which TensorFlow.js and jax-js look for: import those afterwards.</td></tr><tr><td><a href="./functions/decodeImage">decodeImage</a></td><td>Decodes a picture file: JPEG, PNG, WebP, GIF, AVIF, TIFF. It is turned upright as its EXIF orientation asks for, no colour profile is applied, and alpha is not multiplied in, as in a browser. Needs the optional peer dependency <code>sharp</code>. For <code>decode</code> of <code>Dataset.fromImages</code>, <code>Stream.fromImages</code> and <code>Stream.fromTar</code>; <code>createDecodeWorker</code> does the same in threads.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/node/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
