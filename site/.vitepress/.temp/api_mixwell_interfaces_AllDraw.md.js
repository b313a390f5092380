import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AllDraw","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/AllDraw.md","filePath":"api/mixwell/interfaces/AllDraw.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/AllDraw.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-alldraw" tabindex="-1">Interface: AllDraw <a class="header-anchor" href="#interface-alldraw" aria-label="Permalink to &quot;Interface: AllDraw&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-all"></a> <code>all</code></td><td><a href="./../type-aliases/NumberDraw"><code>NumberDraw</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/AllDraw.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AllDraw = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AllDraw as default
};
