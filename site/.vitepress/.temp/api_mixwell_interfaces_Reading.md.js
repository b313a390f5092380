import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Reading","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Reading.md","filePath":"api/mixwell/interfaces/Reading.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Reading.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-reading" tabindex="-1">Interface: Reading <a class="header-anchor" href="#interface-reading" aria-label="Permalink to &quot;Interface: Reading&quot;">​</a></h1><p>How a warp reads its input, where it reads.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./Warp"><code>Warp</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-edge"></a> <code>edge</code></td><td><a href="./../type-aliases/Edge"><code>Edge</code></a></td><td>-</td></tr><tr><td><a id="property-fill"></a> <code>fill</code></td><td>readonly <code>number</code>[] | <code>undefined</code></td><td>Levels 0..255, for <code>constant</code>; torchvision&#39;s <code>null</code> (zero padding, no second blending at the border) is undefined.</td></tr><tr><td><a id="property-interpolation"></a> <code>interpolation</code></td><td><a href="./../type-aliases/Interpolation"><code>Interpolation</code></a></td><td>-</td></tr><tr><td><a id="property-peer"></a> <code>peer</code></td><td><code>&quot;pillow&quot;</code> | <code>&quot;torchvision&quot;</code></td><td>-</td></tr><tr><td><a id="property-size"></a> <code>size?</code></td><td><code>object</code></td><td>The result&#39;s size where it is not the input&#39;s.</td></tr><tr><td><code>size.height</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>size.width</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-window"></a> <code>window?</code></td><td><code>object</code></td><td>Read from this part of the input only, as if it had been cut out first: positions outside are <code>fill</code> or its nearest edge.</td></tr><tr><td><code>window.height</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>window.left</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>window.top</code></td><td><code>number</code></td><td>-</td></tr><tr><td><code>window.width</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Reading.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Reading = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Reading as default
};
