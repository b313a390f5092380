import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: BoxForm","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/BoxForm.md","filePath":"api/mixwell/interfaces/BoxForm.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/BoxForm.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-boxform" tabindex="-1">Interface: BoxForm <a class="header-anchor" href="#interface-boxform" aria-label="Permalink to &quot;Interface: BoxForm&quot;">​</a></h1><p>A format, and whether its numbers are divided by the picture&#39;s width and height. Angles never are.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-format"></a> <code>format</code></td><td><a href="./../type-aliases/BoxFormat"><code>BoxFormat</code></a></td><td>-</td></tr><tr><td><a id="property-normalized"></a> <code>normalized?</code></td><td><code>boolean</code></td><td>Default false.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/BoxForm.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BoxForm = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BoxForm as default
};
