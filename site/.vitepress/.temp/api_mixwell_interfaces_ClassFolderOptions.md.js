import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ClassFolderOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ClassFolderOptions.md","filePath":"api/mixwell/interfaces/ClassFolderOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ClassFolderOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-classfolderoptions" tabindex="-1">Interface: ClassFolderOptions <a class="header-anchor" href="#interface-classfolderoptions" aria-label="Permalink to &quot;Interface: ClassFolderOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classnames"></a> <code>classNames?</code></td><td>readonly <code>string</code>[]</td><td>The classes, by id: those of the training folders for a validation folder, in which some may be missing.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ClassFolderOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ClassFolderOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ClassFolderOptions as default
};
