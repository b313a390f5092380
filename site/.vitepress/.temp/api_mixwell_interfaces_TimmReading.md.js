import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TimmReading","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/TimmReading.md","filePath":"api/mixwell/interfaces/TimmReading.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/TimmReading.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-timmreading" tabindex="-1">Interface: TimmReading <a class="header-anchor" href="#interface-timmreading" aria-label="Permalink to &quot;Interface: TimmReading&quot;">​</a></h1><p>What timm passes beside the string (<code>hparams</code>).</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-fill"></a> <code>fill?</code></td><td><code>number</code>[]</td><td><code>img_mean</code> in levels, default [128].</td></tr><tr><td><a id="property-interpolation"></a> <code>interpolation?</code></td><td>| <a href="./../type-aliases/Interpolation"><code>Interpolation</code></a> | <a href="./../type-aliases/Interpolation"><code>Interpolation</code></a>[]</td><td>Default: bilinear or bicubic, drawn for every op.</td></tr><tr><td><a id="property-translatepct"></a> <code>translatePct?</code></td><td><code>number</code></td><td><code>translate_pct</code>, default 0.45.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/TimmReading.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TimmReading = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TimmReading as default
};
