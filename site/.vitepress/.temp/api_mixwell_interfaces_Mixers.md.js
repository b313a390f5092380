import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Mixers","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Mixers.md","filePath":"api/mixwell/interfaces/Mixers.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Mixers.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-mixers" tabindex="-1">Interface: Mixers <a class="header-anchor" href="#interface-mixers" aria-label="Permalink to &quot;Interface: Mixers&quot;">​</a></h1><p>Every mixer by its name. Each mixer&#39;s file adds its own.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-cutblur"></a> <code>cutblur</code></td><td><a href="./CutBlur"><code>CutBlur</code></a></td></tr><tr><td><a id="property-cutmix"></a> <code>cutmix</code></td><td><a href="./CutMix"><code>CutMix</code></a></td></tr><tr><td><a id="property-fmix"></a> <code>fmix</code></td><td><a href="./FMix"><code>FMix</code></a></td></tr><tr><td><a id="property-gridmix"></a> <code>gridmix</code></td><td><a href="./GridMix"><code>GridMix</code></a></td></tr><tr><td><a id="property-maskmix"></a> <code>maskmix</code></td><td><a href="./MaskMix"><code>MaskMix</code></a></td></tr><tr><td><a id="property-mixup"></a> <code>mixup</code></td><td><a href="./MixUp"><code>MixUp</code></a></td></tr><tr><td><a id="property-mosaic"></a> <code>mosaic</code></td><td><a href="./Mosaic"><code>Mosaic</code></a></td></tr><tr><td><a id="property-multimixup"></a> <code>multimixup</code></td><td><a href="./MultiMixUp"><code>MultiMixUp</code></a></td></tr><tr><td><a id="property-resizemix"></a> <code>resizemix</code></td><td><a href="./ResizeMix"><code>ResizeMix</code></a></td></tr><tr><td><a id="property-smoothmix"></a> <code>smoothmix</code></td><td><a href="./SmoothMix"><code>SmoothMix</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Mixers.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Mixers = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Mixers as default
};
