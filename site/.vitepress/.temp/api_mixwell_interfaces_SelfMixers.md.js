import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SelfMixers","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/SelfMixers.md","filePath":"api/mixwell/interfaces/SelfMixers.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/SelfMixers.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-selfmixers" tabindex="-1">Interface: SelfMixers <a class="header-anchor" href="#interface-selfmixers" aria-label="Permalink to &quot;Interface: SelfMixers&quot;">​</a></h1><p>The same of those that mix a picture with itself.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-augmix"></a> <code>augMix</code></td><td><a href="./AugMix"><code>AugMix</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/SelfMixers.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SelfMixers = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SelfMixers as default
};
