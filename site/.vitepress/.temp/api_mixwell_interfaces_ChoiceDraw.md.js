import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ChoiceDraw<Value>","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ChoiceDraw.md","filePath":"api/mixwell/interfaces/ChoiceDraw.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ChoiceDraw.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-choicedrawvalue" tabindex="-1">Interface: ChoiceDraw&lt;Value&gt; <a class="header-anchor" href="#interface-choicedrawvalue" aria-label="Permalink to &quot;Interface: ChoiceDraw\\&lt;Value\\&gt;&quot;">​</a></h1><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-value"></a> <code>Value</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-choice"></a> <code>choice</code></td><td>readonly <code>Value</code>[]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ChoiceDraw.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ChoiceDraw = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ChoiceDraw as default
};
