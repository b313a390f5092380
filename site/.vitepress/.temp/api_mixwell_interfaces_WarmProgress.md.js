import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WarmProgress","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/WarmProgress.md","filePath":"api/mixwell/interfaces/WarmProgress.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/WarmProgress.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-warmprogress" tabindex="-1">Interface: WarmProgress <a class="header-anchor" href="#interface-warmprogress" aria-label="Permalink to &quot;Interface: WarmProgress&quot;">​</a></h1><p>How many of an engine&#39;s pipelines are compiled.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-done"></a> <code>done</code></td><td><code>number</code></td></tr><tr><td><a id="property-total"></a> <code>total</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/WarmProgress.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WarmProgress = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WarmProgress as default
};
