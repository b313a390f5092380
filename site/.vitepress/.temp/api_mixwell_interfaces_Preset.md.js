import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Preset","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Preset.md","filePath":"api/mixwell/interfaces/Preset.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Preset.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-preset" tabindex="-1">Interface: Preset <a class="header-anchor" href="#interface-preset" aria-label="Permalink to &quot;Interface: Preset&quot;">​</a></h1><p>Other libraries&#39; mixers, with their defaults and what they really do. Each returns <code>{ policy, labels? }</code>, to spread into the options of <code>createEngine</code>. The numbers drawn are ours, so results agree in distribution, and exactly for a replayed plan.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>object</code></td><td>Where the peer makes the labels too.</td></tr><tr><td><code>labels.classes</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>labels.smoothing?</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>labels.smoothUnmixed?</code></td><td><code>boolean</code></td><td>-</td></tr><tr><td><a id="property-policy"></a> <code>policy</code></td><td><a href="./../type-aliases/MixStage"><code>MixStage</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Preset.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Preset = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Preset as default
};
