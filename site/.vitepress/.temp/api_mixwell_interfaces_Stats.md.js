import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Stats","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Stats.md","filePath":"api/mixwell/interfaces/Stats.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Stats.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-stats" tabindex="-1">Interface: Stats <a class="header-anchor" href="#interface-stats" aria-label="Permalink to &quot;Interface: Stats&quot;">​</a></h1><p>The same for f32 pictures, where levels are too coarse.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-high"></a> <code>high</code></td><td><a href="./../type-aliases/Pixel"><code>Pixel</code></a></td><td>-</td></tr><tr><td><a id="property-low"></a> <code>low</code></td><td><a href="./../type-aliases/Pixel"><code>Pixel</code></a></td><td>Smallest and largest value by channel.</td></tr><tr><td><a id="property-mean"></a> <code>mean</code></td><td>readonly [<code>number</code>, <code>number</code>, <code>number</code>]</td><td>By channel: the mean of 0.2989 R + 0.587 G + 0.114 B, or the channel&#39;s own, as the op wants it (see <code>mean.ts</code>).</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Stats.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Stats = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Stats as default
};
