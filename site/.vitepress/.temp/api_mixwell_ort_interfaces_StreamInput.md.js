import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StreamInput","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/ort/interfaces/StreamInput.md","filePath":"api/mixwell/ort/interfaces/StreamInput.md"}');
const _sfc_main = { name: "api/mixwell/ort/interfaces/StreamInput.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-streaminput" tabindex="-1">Interface: StreamInput <a class="header-anchor" href="#interface-streaminput" aria-label="Permalink to &quot;Interface: StreamInput&quot;">​</a></h1><p>Pictures of a stream, by index: see <code>DatasetInput</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-dataset"></a> <code>dataset</code></td><td><a href="./../../interfaces/Streamed"><code>Streamed</code></a></td></tr><tr><td><a id="property-indices"></a> <code>indices</code></td><td><code>ArrayLike</code>&lt;<code>number</code>&gt;</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/ort/interfaces/StreamInput.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StreamInput = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StreamInput as default
};
