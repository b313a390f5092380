import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: DataraxBatchMix","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/DataraxBatchMix.md","filePath":"api/mixwell/interfaces/DataraxBatchMix.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/DataraxBatchMix.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-dataraxbatchmix" tabindex="-1">Interface: DataraxBatchMix <a class="header-anchor" href="#interface-dataraxbatchmix" aria-label="Permalink to &quot;Interface: DataraxBatchMix&quot;">​</a></h1><p>The settings of Datarax&#39;s <code>BatchMixOperatorConfig</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-alpha"></a> <code>alpha?</code></td><td><a href="./../type-aliases/Scalar"><code>Scalar</code></a></td><td>Default 1.</td></tr><tr><td><a id="property-mode"></a> <code>mode?</code></td><td><code>&quot;mixup&quot;</code> | <code>&quot;cutmix&quot;</code></td><td>Default <code>&quot;mixup&quot;</code>.</td></tr><tr><td><a id="property-streamname"></a> <code>streamName?</code></td><td><code>string</code></td><td><code>stream_name</code>, default <code>&quot;batch_mix&quot;</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/DataraxBatchMix.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DataraxBatchMix = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DataraxBatchMix as default
};
