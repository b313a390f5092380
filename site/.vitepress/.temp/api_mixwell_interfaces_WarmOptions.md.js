import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WarmOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/WarmOptions.md","filePath":"api/mixwell/interfaces/WarmOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/WarmOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-warmoptions" tabindex="-1">Interface: WarmOptions <a class="header-anchor" href="#interface-warmoptions" aria-label="Permalink to &quot;Interface: WarmOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-onprogress"></a> <code>onProgress?</code></td><td>(<code>progress</code>: <a href="./WarmProgress"><code>WarmProgress</code></a>) =&gt; <code>void</code></td><td>Told before the first kernel is compiled and after each. Not called where none has to be. What it throws ends the waiting.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/WarmOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WarmOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WarmOptions as default
};
