import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Abstract Interface: EngineTarget","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/EngineTarget.md","filePath":"api/mixwell/interfaces/EngineTarget.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/EngineTarget.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="abstract-interface-enginetarget" tabindex="-1">Abstract Interface: EngineTarget <a class="header-anchor" href="#abstract-interface-enginetarget" aria-label="Permalink to &quot;Abstract Interface: EngineTarget&quot;">​</a></h1><p>How an engine takes a target through its steps.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/EngineTarget.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EngineTarget = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EngineTarget as default
};
