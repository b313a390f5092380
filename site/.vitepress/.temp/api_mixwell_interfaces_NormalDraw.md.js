import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: NormalDraw","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/NormalDraw.md","filePath":"api/mixwell/interfaces/NormalDraw.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/NormalDraw.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-normaldraw" tabindex="-1">Interface: NormalDraw <a class="header-anchor" href="#interface-normaldraw" aria-label="Permalink to &quot;Interface: NormalDraw&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-clip"></a> <code>clip?</code></td><td>readonly [<code>number</code>, <code>number</code>]</td></tr><tr><td><a id="property-normal"></a> <code>normal</code></td><td>readonly [<a href="./../type-aliases/Scalar"><code>Scalar</code></a>, <a href="./../type-aliases/Scalar"><code>Scalar</code></a>]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/NormalDraw.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const NormalDraw = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  NormalDraw as default
};
