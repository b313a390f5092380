import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TimmRecipe","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/TimmRecipe.md","filePath":"api/mixwell/interfaces/TimmRecipe.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/TimmRecipe.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-timmrecipe" tabindex="-1">Interface: TimmRecipe <a class="header-anchor" href="#interface-timmrecipe" aria-label="Permalink to &quot;Interface: TimmRecipe&quot;">​</a></h1><p>Options for the engine, as <code>train.py</code> would augment.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-labels"></a> <code>labels</code></td><td><code>object</code></td></tr><tr><td><code>labels.classes</code></td><td><code>number</code></td></tr><tr><td><code>labels.smoothing</code></td><td><code>number</code></td></tr><tr><td><code>labels.smoothUnmixed</code></td><td><code>true</code></td></tr><tr><td><a id="property-output"></a> <code>output</code></td><td><code>object</code></td></tr><tr><td><code>output.normalize</code></td><td><code>object</code></td></tr><tr><td><code>output.normalize.mean</code></td><td><code>number</code>[]</td></tr><tr><td><code>output.normalize.std</code></td><td><code>number</code>[]</td></tr><tr><td><a id="property-policy"></a> <code>policy</code></td><td><a href="./../type-aliases/PolicyStage"><code>PolicyStage</code></a>[]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/TimmRecipe.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TimmRecipe = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TimmRecipe as default
};
