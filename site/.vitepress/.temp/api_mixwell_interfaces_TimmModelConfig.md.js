import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TimmModelConfig","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/TimmModelConfig.md","filePath":"api/mixwell/interfaces/TimmModelConfig.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/TimmModelConfig.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-timmmodelconfig" tabindex="-1">Interface: TimmModelConfig <a class="header-anchor" href="#interface-timmmodelconfig" aria-label="Permalink to &quot;Interface: TimmModelConfig&quot;">​</a></h1><p>What timm takes from the model&#39;s configuration where the command does not say.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-imgsize"></a> <code>imgSize?</code></td><td><code>number</code> | [<code>number</code>, <code>number</code>]</td><td>Side of its pictures in pixels, or [height, width]; default 224.</td></tr><tr><td><a id="property-mean"></a> <code>mean?</code></td><td><code>number</code>[]</td><td>One number for each channel, 0 to 1; default ImageNet&#39;s.</td></tr><tr><td><a id="property-numclasses"></a> <code>numClasses?</code></td><td><code>number</code></td><td>Of the model, default 1000.</td></tr><tr><td><a id="property-std"></a> <code>std?</code></td><td><code>number</code>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/TimmModelConfig.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TimmModelConfig = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TimmModelConfig as default
};
