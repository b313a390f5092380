import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Drawing","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Drawing.md","filePath":"api/mixwell/interfaces/Drawing.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Drawing.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-drawing" tabindex="-1">Interface: Drawing <a class="header-anchor" href="#interface-drawing" aria-label="Permalink to &quot;Interface: Drawing&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-text"></a> <code>text</code></td><td><code>string</code></td><td>The drawing in words: the canvas&#39;s <code>aria-label</code>, where the page has given it none.</td></tr><tr><td><a id="property-tiles"></a> <code>tiles</code></td><td><a href="./DrawnTile"><code>DrawnTile</code></a>[]</td><td>-</td></tr><tr><td><a id="property-titles"></a> <code>titles</code></td><td><code>string</code>[]</td><td>One for each picture, empty where there is none.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Drawing.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Drawing = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Drawing as default
};
