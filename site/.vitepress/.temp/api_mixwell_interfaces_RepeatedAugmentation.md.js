import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RepeatedAugmentation","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/RepeatedAugmentation.md","filePath":"api/mixwell/interfaces/RepeatedAugmentation.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/RepeatedAugmentation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-repeatedaugmentation" tabindex="-1">Interface: RepeatedAugmentation <a class="header-anchor" href="#interface-repeatedaugmentation" aria-label="Permalink to &quot;Interface: RepeatedAugmentation&quot;">​</a></h1><p>Made by <code>repeatedAugmentation()</code>: the first entry of a list.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-augmenters"></a> <code>augmenters</code></td><td><a href="./../type-aliases/ImageStage"><code>ImageStage</code></a>[]</td><td>What the first, second, … copy of the batch gets before the rest of the policy.</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;repeatedAugmentation&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/RepeatedAugmentation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RepeatedAugmentation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RepeatedAugmentation as default
};
