import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Places","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Places.md","filePath":"api/mixwell/interfaces/Places.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Places.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-places" tabindex="-1">Interface: Places <a class="header-anchor" href="#interface-places" aria-label="Permalink to &quot;Interface: Places&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-firsts"></a> <code>firsts</code></td><td><code>Uint32Array</code></td><td>The first value of each picture in its page, by index.</td></tr><tr><td><a id="property-pagestarts"></a> <code>pageStarts</code></td><td>readonly <code>number</code>[]</td><td>The first picture of each page.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Places.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Places = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Places as default
};
