import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RestoreOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/RestoreOptions.md","filePath":"api/mixwell/interfaces/RestoreOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/RestoreOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-restoreoptions" tabindex="-1">Interface: RestoreOptions <a class="header-anchor" href="#interface-restoreoptions" aria-label="Permalink to &quot;Interface: RestoreOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-fill"></a> <code>fill?</code></td><td><code>number</code></td><td>What stands where no view looks. Default 0.</td></tr><tr><td><a id="property-interpolation"></a> <code>interpolation?</code></td><td><code>&quot;nearest&quot;</code> | <code>&quot;bilinear&quot;</code></td><td>How planes are read. <code>nearest</code> for ids. Default <code>bilinear</code>.</td></tr><tr><td><a id="property-mean"></a> <code>mean?</code></td><td><code>&quot;none&quot;</code> | <code>&quot;covered&quot;</code> | <code>&quot;views&quot;</code></td><td>What becomes of several views of one sample. <code>none</code> (default): each row is a picture of its own. <code>covered</code>: their mean, of each pixel over the views that look at it. <code>views</code>: their mean over all views, where one that does not look counts as <code>fill</code>.</td></tr><tr><td><a id="property-rows"></a> <code>rows?</code></td><td>readonly <code>number</code>[]</td><td>Which rows of the batch. Default: all.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/RestoreOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RestoreOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RestoreOptions as default
};
