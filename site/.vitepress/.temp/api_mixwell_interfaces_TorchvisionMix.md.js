import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TorchvisionMix","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/TorchvisionMix.md","filePath":"api/mixwell/interfaces/TorchvisionMix.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/TorchvisionMix.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-torchvisionmix" tabindex="-1">Interface: TorchvisionMix <a class="header-anchor" href="#interface-torchvisionmix" aria-label="Permalink to &quot;Interface: TorchvisionMix&quot;">​</a></h1><p>The arguments of torchvision&#39;s <code>MixUp</code> and <code>CutMix</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-alpha"></a> <code>alpha?</code></td><td><a href="./../type-aliases/Scalar"><code>Scalar</code></a></td><td>Default 1.</td></tr><tr><td><a id="property-numclasses"></a> <code>numClasses?</code></td><td><code>number</code></td><td><code>num_classes</code>, default none: labels that are class ids need it, rows of probabilities do not.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/TorchvisionMix.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TorchvisionMix = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TorchvisionMix as default
};
