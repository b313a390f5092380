import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: PictureShape","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/PictureShape.md","filePath":"api/mixwell/interfaces/PictureShape.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/PictureShape.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-pictureshape" tabindex="-1">Interface: PictureShape <a class="header-anchor" href="#interface-pictureshape" aria-label="Permalink to &quot;Interface: PictureShape&quot;">​</a></h1><p>What one picture is.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./Size"><code>Size</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-channels"></a> <code>channels</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-height"></a> <code>height</code></td><td><code>number</code></td><td><a href="./Size"><code>Size</code></a>.<a href="./Size#property-height"><code>height</code></a></td></tr><tr><td><a id="property-width"></a> <code>width</code></td><td><code>number</code></td><td><a href="./Size"><code>Size</code></a>.<a href="./Size#property-width"><code>width</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/PictureShape.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PictureShape = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PictureShape as default
};
