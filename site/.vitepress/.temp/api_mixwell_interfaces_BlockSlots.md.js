import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: BlockSlots","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/BlockSlots.md","filePath":"api/mixwell/interfaces/BlockSlots.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/BlockSlots.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-blockslots" tabindex="-1">Interface: BlockSlots <a class="header-anchor" href="#interface-blockslots" aria-label="Permalink to &quot;Interface: BlockSlots&quot;">​</a></h1><p>Slots that a uniform block has room for.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-label"></a> <code>label</code></td><td><code>number</code></td><td>Of label rows.</td></tr><tr><td><a id="property-mix"></a> <code>mix</code></td><td><code>number</code></td><td>Of mixing rows.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/BlockSlots.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BlockSlots = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BlockSlots as default
};
