import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OrtRun","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/ort/interfaces/OrtRun.md","filePath":"api/mixwell/ort/interfaces/OrtRun.md"}');
const _sfc_main = { name: "api/mixwell/ort/interfaces/OrtRun.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-ortrun" tabindex="-1">Interface: OrtRun <a class="header-anchor" href="#interface-ortrun" aria-label="Permalink to &quot;Interface: OrtRun&quot;">​</a></h1><p>What else goes to <code>session.run</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-feeds"></a> <code>feeds?</code></td><td><code>OnnxValueMapType</code></td><td>The model&#39;s other inputs.</td></tr><tr><td><a id="property-fetches"></a> <code>fetches?</code></td><td><code>FetchesType</code></td><td>Outputs to fetch, by name; or tensors to write them to (see <code>importTensor</code>).</td></tr><tr><td><a id="property-options"></a> <code>options?</code></td><td><code>RunOptions</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/ort/interfaces/OrtRun.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OrtRun = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OrtRun as default
};
