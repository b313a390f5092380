import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: HostSources","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/HostSources.md","filePath":"api/mixwell/interfaces/HostSources.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/HostSources.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-hostsources" tabindex="-1">Interface: HostSources <a class="header-anchor" href="#interface-hostsources" aria-label="Permalink to &quot;Interface: HostSources&quot;">​</a></h1><p>Where the plan&#39;s sources are read from.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batch"></a> <code>batch?</code></td><td><a href="./HostPictures"><code>HostPictures</code></a></td><td>-</td></tr><tr><td><a id="property-dataset"></a> <code>dataset?</code></td><td><a href="./HostPictures"><code>HostPictures</code></a></td><td>-</td></tr><tr><td><a id="property-external"></a> <code>external?</code></td><td><a href="./HostPictures"><code>HostPictures</code></a></td><td>-</td></tr><tr><td><a id="property-format"></a> <code>format</code></td><td><a href="./../type-aliases/Format"><code>Format</code></a></td><td>-</td></tr><tr><td><a id="property-layout"></a> <code>layout</code></td><td><a href="./../type-aliases/Layout"><code>Layout</code></a></td><td>-</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><a href="./../type-aliases/ShapeOrChannels"><code>ShapeOrChannels</code></a></td><td>Of all pictures; the channels alone where they have sizes of their own.</td></tr><tr><td><a id="property-valuerange"></a> <code>valueRange?</code></td><td>[<code>number</code>, <code>number</code>]</td><td>The interval that black and white are at in float input. Default [0, 1]; u8 is always 0..255.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/HostSources.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const HostSources = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  HostSources as default
};
