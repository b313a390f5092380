import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ImageOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ImageOptions.md","filePath":"api/mixwell/interfaces/ImageOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ImageOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-imageoptions" tabindex="-1">Interface: ImageOptions <a class="header-anchor" href="#interface-imageoptions" aria-label="Permalink to &quot;Interface: ImageOptions&quot;">​</a></h1><p>The options of every image stage, with their defaults.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./AugMix"><code>AugMix</code></a></li><li><a href="./AutoAugment"><code>AutoAugment</code></a></li><li><a href="./RandAugment"><code>RandAugment</code></a></li><li><a href="./ColorJitter"><code>ColorJitter</code></a></li><li><a href="./AnyOpStage"><code>AnyOpStage</code></a></li><li><a href="./OwnOpStage"><code>OwnOpStage</code></a></li><li><a href="./OpAt"><code>OpAt</code></a></li><li><a href="./RandomApply"><code>RandomApply</code></a></li><li><a href="./RandomAspectRatio"><code>RandomAspectRatio</code></a></li><li><a href="./RandomChoice"><code>RandomChoice</code></a></li><li><a href="./RandomCrop"><code>RandomCrop</code></a></li><li><a href="./RandomErasing"><code>RandomErasing</code></a></li><li><a href="./RandomGridMask"><code>RandomGridMask</code></a></li><li><a href="./RandomOrder"><code>RandomOrder</code></a></li><li><a href="./RandomPerspective"><code>RandomPerspective</code></a></li><li><a href="./RandomPipeline"><code>RandomPipeline</code></a></li><li><a href="./RandomResizedCrop"><code>RandomResizedCrop</code></a></li><li><a href="./Sequential"><code>Sequential</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-granularity"></a> <code>granularity?</code></td><td><a href="./../type-aliases/ImageGranularity"><code>ImageGranularity</code></a></td><td>What shares one draw: every picture its own, or the whole batch. Default: the enclosing stage&#39;s, else <code>&quot;sample&quot;</code>.</td></tr><tr><td><a id="property-prob"></a> <code>prob?</code></td><td><a href="./../type-aliases/Scalar"><code>Scalar</code></a></td><td>The chance that the stage does anything to a picture, 0 to 1, drawn once. Default 1.</td></tr><tr><td><a id="property-stream"></a> <code>stream?</code></td><td><code>string</code></td><td>Names the random stream, so that stages added or removed before this one leave its draws alone. Only outside of other stages.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ImageOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ImageOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ImageOptions as default
};
