import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LoadOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/LoadOptions.md","filePath":"api/mixwell/interfaces/LoadOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/LoadOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-loadoptions" tabindex="-1">Interface: LoadOptions <a class="header-anchor" href="#interface-loadoptions" aria-label="Permalink to &quot;Interface: LoadOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-onprogress"></a> <code>onProgress?</code></td><td>(<code>progress</code>: <a href="./LoadProgress"><code>LoadProgress</code></a>) =&gt; <code>void</code></td><td>Told of each phase, with its rate and the time that is left. What it throws ends the load.</td></tr><tr><td><a id="property-pagebytes"></a> <code>pageBytes?</code></td><td><code>number</code></td><td>Bytes in one page at most; default and upper bound: the device&#39;s binding limit. There are up to four pages.</td></tr><tr><td><a id="property-signal"></a> <code>signal?</code></td><td><code>AbortSignal</code></td><td>Ends the load, which then rejects with the signal&#39;s reason. Nothing is left on the GPU.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/LoadOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LoadOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LoadOptions as default
};
