import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ShareDraw","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ShareDraw.md","filePath":"api/mixwell/interfaces/ShareDraw.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ShareDraw.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-sharedraw" tabindex="-1">Interface: ShareDraw <a class="header-anchor" href="#interface-sharedraw" aria-label="Permalink to &quot;Interface: ShareDraw&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-of"></a> <code>of</code></td><td><a href="./../type-aliases/Side"><code>Side</code></a></td></tr><tr><td><a id="property-round"></a> <code>round?</code></td><td><a href="./../type-aliases/Rounding"><code>Rounding</code></a></td></tr><tr><td><a id="property-share"></a> <code>share</code></td><td><a href="./../type-aliases/NumberDraw"><code>NumberDraw</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ShareDraw.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ShareDraw = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ShareDraw as default
};
