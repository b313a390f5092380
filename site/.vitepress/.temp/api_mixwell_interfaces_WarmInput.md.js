import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WarmInput","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/WarmInput.md","filePath":"api/mixwell/interfaces/WarmInput.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/WarmInput.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-warminput" tabindex="-1">Interface: WarmInput <a class="header-anchor" href="#interface-warminput" aria-label="Permalink to &quot;Interface: WarmInput&quot;">​</a></h1><p>What batches will be like.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-channels"></a> <code>channels?</code></td><td><code>number</code></td><td>Default 3.</td></tr><tr><td><a id="property-format"></a> <code>format?</code></td><td><a href="./../type-aliases/Format"><code>Format</code></a></td><td>Default <code>u8</code>.</td></tr><tr><td><a id="property-height"></a> <code>height?</code></td><td><code>number</code></td><td>Left out: a side that divides by four.</td></tr><tr><td><a id="property-labelform"></a> <code>labelForm?</code></td><td><code>&quot;ids&quot;</code> | <code>&quot;rows&quot;</code></td><td>What labels come as, where the engine makes any. Default <code>ids</code>.</td></tr><tr><td><a id="property-layout"></a> <code>layout?</code></td><td><a href="./../type-aliases/Layout"><code>Layout</code></a></td><td>Default <code>nhwc</code>.</td></tr><tr><td><a id="property-sizes"></a> <code>sizes?</code></td><td><code>&quot;own&quot;</code></td><td><code>own</code>: pictures of different size in one batch.</td></tr><tr><td><a id="property-width"></a> <code>width?</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/WarmInput.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WarmInput = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WarmInput as default
};
