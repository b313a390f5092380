import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FileObjects","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/FileObjects.md","filePath":"api/mixwell/interfaces/FileObjects.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/FileObjects.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-fileobjects" tabindex="-1">Interface: FileObjects <a class="header-anchor" href="#interface-fileobjects" aria-label="Permalink to &quot;Interface: FileObjects&quot;">​</a></h1><p>The objects of one picture.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-boxes"></a> <code>boxes</code></td><td>readonly (readonly <code>number</code>[])[]</td><td>-</td></tr><tr><td><a id="property-fields"></a> <code>fields?</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../type-aliases/Field"><code>Field</code></a>&gt;&gt;</td><td>-</td></tr><tr><td><a id="property-keypoints"></a> <code>keypoints?</code></td><td>readonly <code>number</code>[]</td><td>x, y and v of all points.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td>readonly <code>number</code>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/FileObjects.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FileObjects = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FileObjects as default
};
