import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FileTargets","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/FileTargets.md","filePath":"api/mixwell/interfaces/FileTargets.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/FileTargets.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-filetargets" tabindex="-1">Interface: FileTargets <a class="header-anchor" href="#interface-filetargets" aria-label="Permalink to &quot;Interface: FileTargets&quot;">​</a></h1><p>Made by <code>fileTargets</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/FileTargets.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FileTargets = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FileTargets as default
};
