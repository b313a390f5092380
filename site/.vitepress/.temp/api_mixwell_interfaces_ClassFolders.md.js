import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ClassFolders<Path>","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ClassFolders.md","filePath":"api/mixwell/interfaces/ClassFolders.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ClassFolders.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-classfolderspath" tabindex="-1">Interface: ClassFolders&lt;Path&gt; <a class="header-anchor" href="#interface-classfolderspath" aria-label="Permalink to &quot;Interface: ClassFolders\\&lt;Path\\&gt;&quot;">​</a></h1><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-path"></a> <code>Path</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-classnames"></a> <code>classNames</code></td><td><code>string</code>[]</td><td>-</td></tr><tr><td><a id="property-files"></a> <code>files</code></td><td><code>Path</code>[]</td><td>The paths or files that count, in their order: pass these on, not the list they came from.</td></tr><tr><td><a id="property-labels"></a> <code>labels</code></td><td><code>Uint32Array</code>&lt;<code>ArrayBuffer</code>&gt;</td><td>A class id for each of <code>files</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ClassFolders.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ClassFolders = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ClassFolders as default
};
