import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OutputOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/OutputOptions.md","filePath":"api/mixwell/interfaces/OutputOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/OutputOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-outputoptions" tabindex="-1">Interface: OutputOptions <a class="header-anchor" href="#interface-outputoptions" aria-label="Permalink to &quot;Interface: OutputOptions&quot;">​</a></h1><p>What the engine writes.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-format"></a> <code>format?</code></td><td><a href="./../type-aliases/Format"><code>Format</code></a></td><td>Default <code>f32</code>.</td></tr><tr><td><a id="property-layout"></a> <code>layout?</code></td><td><a href="./../type-aliases/Layout"><code>Layout</code></a></td><td>Default <code>nhwc</code>.</td></tr><tr><td><a id="property-normalize"></a> <code>normalize?</code></td><td><code>object</code></td><td>Makes (v − mean) / std of every value v of float output. <code>mean</code> and <code>std</code> are in units of <code>valueRange</code>. Each is one number for all channels, or a list of one number per channel.</td></tr><tr><td><code>normalize.mean</code></td><td><code>number</code> | readonly <code>number</code>[]</td><td>-</td></tr><tr><td><code>normalize.std</code></td><td><code>number</code> | readonly <code>number</code>[]</td><td>-</td></tr><tr><td><a id="property-valuerange"></a> <code>valueRange?</code></td><td>[<code>number</code>, <code>number</code>]</td><td>What black and white become in float output; default [0, 1]. In u8 output they are always 0 and 255.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/OutputOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OutputOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OutputOptions as default
};
