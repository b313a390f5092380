import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: JaxBuffer","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/jax/interfaces/JaxBuffer.md","filePath":"api/mixwell/jax/interfaces/JaxBuffer.md"}');
const _sfc_main = { name: "api/mixwell/jax/interfaces/JaxBuffer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-jaxbuffer" tabindex="-1">Interface: JaxBuffer <a class="header-anchor" href="#interface-jaxbuffer" aria-label="Permalink to &quot;Interface: JaxBuffer&quot;">​</a></h1><p><code>mixwell/jax</code>: batches as jax-js arrays, written in place. Needs the optional peer dependency <code>@jax-js/jax</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-buffer"></a> <code>buffer</code></td><td><code>GPUBuffer</code></td><td>jax&#39;s own: read it as long as the array lives, never write or destroy it.</td></tr><tr><td><a id="property-bytes"></a> <code>bytes</code></td><td><code>number</code></td><td>The array&#39;s bytes; the buffer may be up to 3 larger.</td></tr><tr><td><a id="property-device"></a> <code>device</code></td><td><code>GPUDevice</code></td><td>-</td></tr><tr><td><a id="property-dtype"></a> <code>dtype</code></td><td><code>string</code></td><td>jax&#39;s name of the element type: <code>float32</code>, <code>uint32</code>, <code>float16</code>, …</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>number</code>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/jax/interfaces/JaxBuffer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const JaxBuffer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  JaxBuffer as default
};
