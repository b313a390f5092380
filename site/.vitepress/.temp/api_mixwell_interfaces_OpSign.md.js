import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OpSign","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/OpSign.md","filePath":"api/mixwell/interfaces/OpSign.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/OpSign.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-opsign" tabindex="-1">Interface: OpSign <a class="header-anchor" href="#interface-opsign" aria-label="Permalink to &quot;Interface: OpSign&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./AnyOpStage"><code>AnyOpStage</code></a></li><li><a href="./OwnOpStage"><code>OwnOpStage</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-randomsign"></a> <code>randomSign?</code></td><td><code>boolean</code></td><td>Every signed number that is given is negated half the time.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/OpSign.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OpSign = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OpSign as default
};
