import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AugMixPolicy","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/AugMixPolicy.md","filePath":"api/mixwell/interfaces/AugMixPolicy.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/AugMixPolicy.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-augmixpolicy" tabindex="-1">Interface: AugMixPolicy <a class="header-anchor" href="#interface-augmixpolicy" aria-label="Permalink to &quot;Interface: AugMixPolicy&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Pick</code>&lt;<a href="./../type-aliases/AtOptions"><code>AtOptions</code></a>, <code>&quot;interpolation&quot;</code> | <code>&quot;fill&quot;</code> | <code>&quot;magnitudeStd&quot;</code>&gt;</li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-allops"></a> <code>allOps?</code></td><td><code>boolean</code></td><td>Colour, contrast, brightness and sharpness too, which the paper leaves out (torchvision). Default true.</td><td>-</td></tr><tr><td><a id="property-fill"></a> <code>fill?</code></td><td><code>number</code>[] | <code>null</code></td><td>What shows where a warp finds no input: one level 0..255 per channel, or <code>null</code> for the peer&#39;s own way. Default: the table&#39;s.</td><td><a href="./OpAt"><code>OpAt</code></a>.<a href="./OpAt#property-fill"><code>fill</code></a></td></tr><tr><td><a id="property-interpolation"></a> <code>interpolation?</code></td><td>| <a href="./../type-aliases/Interpolation"><code>Interpolation</code></a> | <a href="./../type-aliases/Interpolation"><code>Interpolation</code></a>[]</td><td>How warps read their input; a list is drawn from. Default: the table&#39;s.</td><td><a href="./OpAt"><code>OpAt</code></a>.<a href="./OpAt#property-interpolation"><code>interpolation</code></a></td></tr><tr><td><a id="property-magnitudestd"></a> <code>magnitudeStd?</code></td><td><a href="./../type-aliases/Scalar"><code>Scalar</code></a></td><td>Standard deviation of the normal noise on the magnitude, default 0.</td><td><a href="./OpAt"><code>OpAt</code></a>.<a href="./OpAt#property-magnitudestd"><code>magnitudeStd</code></a></td></tr><tr><td><a id="property-peer"></a> <code>peer?</code></td><td><code>&quot;torchvision&quot;</code> | <code>&quot;kerascv&quot;</code> | <code>&quot;timm&quot;</code> | <code>&quot;kerascvQuirks&quot;</code></td><td>Default <code>&quot;torchvision&quot;</code>.</td><td>-</td></tr><tr><td><a id="property-severity"></a> <code>severity?</code></td><td><code>number</code></td><td>In the peer&#39;s unit. Default 3 bins (torchvision), level 3 (timm), 0.3 (KerasCV).</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/AugMixPolicy.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AugMixPolicy = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AugMixPolicy as default
};
