import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OwnSizes","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/OwnSizes.md","filePath":"api/mixwell/interfaces/OwnSizes.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/OwnSizes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-ownsizes" tabindex="-1">Interface: OwnSizes <a class="header-anchor" href="#interface-ownsizes" aria-label="Permalink to &quot;Interface: OwnSizes&quot;">​</a></h1><p>The sizes of source pictures, for pictures of different size in one batch.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batch"></a> <code>batch?</code></td><td><a href="./../type-aliases/SizePairs"><code>SizePairs</code></a></td><td>Of the batch, by row.</td></tr><tr><td><a id="property-dataset"></a> <code>dataset?</code></td><td>| <a href="./../type-aliases/SizePairs"><code>SizePairs</code></a> | ((<code>id</code>: <code>number</code>) =&gt; <a href="./Size"><code>Size</code></a>)</td><td>Of the dataset, by sample id; or a function that is asked for the size of a sample.</td></tr><tr><td><a id="property-external"></a> <code>external?</code></td><td><a href="./../type-aliases/SizePairs"><code>SizePairs</code></a></td><td>Of the second batch, by row.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/OwnSizes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OwnSizes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OwnSizes as default
};
