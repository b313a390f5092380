import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PaddedObjects","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/PaddedObjects.md","filePath":"api/mixwell/interfaces/PaddedObjects.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/PaddedObjects.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-paddedobjects" tabindex="-1">Interface: PaddedObjects <a class="header-anchor" href="#interface-paddedobjects" aria-label="Permalink to &quot;Interface: PaddedObjects&quot;">​</a></h1><p>Equally many rows a picture, as trainers want them. What a picture has less is zeros.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-boxes"></a> <code>boxes</code></td><td><code>GPUBuffer</code></td><td>f32 [B, M, 4]: as many numbers as the format has.</td></tr><tr><td><a id="property-counts"></a> <code>counts</code></td><td><code>GPUBuffer</code></td><td>u32 [B]: objects that a picture has, also where they are more than M.</td></tr><tr><td><a id="property-keypoints"></a> <code>keypoints?</code></td><td><code>GPUBuffer</code></td><td>f32 [B, M, K, 3], where there are keypoints.</td></tr><tr><td><a id="property-labels"></a> <code>labels</code></td><td><code>GPUBuffer</code></td><td>u32 [B, M].</td></tr><tr><td><a id="property-rows"></a> <code>rows</code></td><td><code>number</code></td><td>M, rows a picture.</td></tr><tr><td><a id="property-weight"></a> <code>weight</code></td><td><code>GPUBuffer</code></td><td>f32 [B, M]: λ, 1 − λ or 1; 0 of rows that are none.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/PaddedObjects.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PaddedObjects = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PaddedObjects as default
};
