import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Abstract Interface: FrameReader","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/FrameReader.md","filePath":"api/mixwell/interfaces/FrameReader.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/FrameReader.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="abstract-interface-framereader" tabindex="-1">Abstract Interface: FrameReader <a class="header-anchor" href="#abstract-interface-framereader" aria-label="Permalink to &quot;Abstract Interface: FrameReader&quot;">​</a></h1><p>How an engine takes live frames; made by <code>liveFrames</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/FrameReader.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FrameReader = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FrameReader as default
};
