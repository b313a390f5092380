import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FourierShape","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/FourierShape.md","filePath":"api/mixwell/interfaces/FourierShape.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/FourierShape.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-fouriershape" tabindex="-1">Interface: FourierShape <a class="header-anchor" href="#interface-fouriershape" aria-label="Permalink to &quot;Interface: FourierShape&quot;">​</a></h1><p>0 at the <code>own</code> pixels where a random smooth field is highest, else 255 (FMix).</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-decay"></a> <code>decay</code></td><td><code>number</code></td><td>A wave of frequency f has an amplitude of f to the power of −decay.</td></tr><tr><td><a id="property-key"></a> <code>key</code></td><td>[<code>number</code>, <code>number</code>]</td><td>The two words that the field is drawn by.</td></tr><tr><td><a id="property-own"></a> <code>own</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>&quot;fourier&quot;</code></td><td>-</td></tr><tr><td><a id="property-spectrum"></a> <code>spectrum</code></td><td><a href="./../type-aliases/Spectrum"><code>Spectrum</code></a></td><td><code>isotropic</code>: waves in all directions alike. <code>reference</code>: the ones that FMix&#39;s and KerasCV&#39;s codes really sum.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/FourierShape.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FourierShape = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FourierShape as default
};
