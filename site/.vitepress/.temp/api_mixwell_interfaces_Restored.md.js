import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Restored","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Restored.md","filePath":"api/mixwell/interfaces/Restored.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Restored.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-restored" tabindex="-1">Interface: Restored <a class="header-anchor" href="#interface-restored" aria-label="Permalink to &quot;Interface: Restored&quot;">​</a></h1><p>Predictions in the places of the pictures themselves. The buffers are the caller&#39;s to destroy.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-covered"></a> <code>covered</code></td><td><code>GPUBuffer</code></td><td>f32 [N, H, W]: how many views look at a pixel; at a view&#39;s border parts of one.</td></tr><tr><td><a id="property-layout"></a> <code>layout</code></td><td><a href="./../type-aliases/Layout"><code>Layout</code></a></td><td>-</td></tr><tr><td><a id="property-planes"></a> <code>planes</code></td><td><code>GPUBuffer</code></td><td>f32 [N, K, H, W] or [N, H, W, K].</td></tr><tr><td><a id="property-rows"></a> <code>rows</code></td><td><code>number</code>[][]</td><td>-</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td>[<code>number</code>, <code>number</code>, <code>number</code>, <code>number</code>]</td><td>-</td></tr><tr><td><a id="property-sources"></a> <code>sources</code></td><td><code>number</code>[]</td><td>Of each picture: its place in <code>plan.sources</code>, and the rows of the batch that are views of it.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Restored.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Restored = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Restored as default
};
