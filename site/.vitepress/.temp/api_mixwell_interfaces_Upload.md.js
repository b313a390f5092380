import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Upload","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Upload.md","filePath":"api/mixwell/interfaces/Upload.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Upload.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-upload" tabindex="-1">Interface: Upload <a class="header-anchor" href="#interface-upload" aria-label="Permalink to &quot;Interface: Upload&quot;">​</a></h1><p>Bytes for a kernel: uniform blocks (one every 256 bytes or more), a program, or masks.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-block"></a> <code>block</code></td><td><a href="./../type-aliases/BlockName"><code>BlockName</code></a></td></tr><tr><td><a id="property-bytes"></a> <code>bytes</code></td><td><code>Uint8Array</code>&lt;<code>ArrayBuffer</code>&gt;</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Upload.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Upload = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Upload as default
};
