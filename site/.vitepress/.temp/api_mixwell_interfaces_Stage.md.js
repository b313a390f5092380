import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Stage","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Stage.md","filePath":"api/mixwell/interfaces/Stage.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Stage.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-stage" tabindex="-1">Interface: Stage <a class="header-anchor" href="#interface-stage" aria-label="Permalink to &quot;Interface: Stage&quot;">​</a></h1><p>One mixer applied to a whole level.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-pairing"></a> <code>pairing</code></td><td><a href="./../type-aliases/Pairing"><code>Pairing</code></a> | <code>&quot;self&quot;</code></td><td>The pairing that was used, for the reader; the rows hold the result. <code>self</code>: a picture with copies of itself (AugMix).</td></tr><tr><td><a id="property-rows"></a> <code>rows</code></td><td><a href="./../type-aliases/Row"><code>Row</code></a>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Stage.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Stage = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Stage as default
};
