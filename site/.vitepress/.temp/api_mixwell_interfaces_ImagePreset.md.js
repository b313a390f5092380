import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ImagePreset<S extends ImageStage | AugMix = ImageStage>","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ImagePreset.md","filePath":"api/mixwell/interfaces/ImagePreset.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ImagePreset.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-imagepresets-extends-imagestage--augmix--imagestage" tabindex="-1">Interface: ImagePreset&lt;S <em>extends</em> <a href="./../type-aliases/ImageStage"><code>ImageStage</code></a> | <a href="./AugMix"><code>AugMix</code></a> = <a href="./../type-aliases/ImageStage"><code>ImageStage</code></a>&gt; <a class="header-anchor" href="#interface-imagepresets-extends-imagestage--augmix--imagestage" aria-label="Permalink to &quot;Interface: ImagePreset\\&lt;S *extends* [\`ImageStage\`](../type-aliases/ImageStage.md) \\| [\`AugMix\`](AugMix.md) = [\`ImageStage\`](../type-aliases/ImageStage.md)\\&gt;&quot;">​</a></h1><p>Other libraries&#39; policies of image ops, with their defaults. Each returns <code>{ policy }</code>, a stage to stand in a policy&#39;s list. The numbers drawn are ours, so results agree in distribution, and exactly for ops that were replayed (<code>callsFromTorchvision</code>, <code>callsFromTimm</code>).</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-s"></a> <code>S</code> <em>extends</em> <a href="./../type-aliases/ImageStage"><code>ImageStage</code></a> | <a href="./AugMix"><code>AugMix</code></a></td><td><a href="./../type-aliases/ImageStage"><code>ImageStage</code></a></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-policy"></a> <code>policy</code></td><td><code>S</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ImagePreset.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ImagePreset = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ImagePreset as default
};
