import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MapFile","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/MapFile.md","filePath":"api/mixwell/interfaces/MapFile.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/MapFile.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-mapfile" tabindex="-1">Interface: MapFile <a class="header-anchor" href="#interface-mapfile" aria-label="Permalink to &quot;Interface: MapFile&quot;">​</a></h1><p>Class maps in PNG files: levels of grey, places in a palette, or ids in three colours.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bytes"></a> <code>bytes?</code></td><td><code>1</code> | <code>3</code> | <code>2</code></td><td>Of an id: 1 (default), 2 or 3.</td></tr><tr><td><a id="property-classes"></a> <code>classes?</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-file"></a> <code>file?</code></td><td><code>string</code></td><td>The ending of the files. Default <code>seg.png</code>.</td></tr><tr><td><a id="property-ignoreindex"></a> <code>ignoreIndex?</code></td><td><code>number</code> | <code>null</code></td><td>-</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;mask&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/MapFile.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MapFile = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MapFile as default
};
