import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StreamOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/StreamOptions.md","filePath":"api/mixwell/interfaces/StreamOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/StreamOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-streamoptions" tabindex="-1">Interface: StreamOptions <a class="header-anchor" href="#interface-streamoptions" aria-label="Permalink to &quot;Interface: StreamOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-ahead"></a> <code>ahead?</code></td><td><code>Partial</code>&lt;<a href="./AheadLimits"><code>AheadLimits</code></a>&gt;</td><td>How far to read ahead in an epoch: so many pictures, and so many bytes of them, in host memory or on their way there; whichever is reached first. A batch that is asked for is read in any case. Partners count too, and stay as long as there is room. Default 4096 pictures and 64 MiB.</td></tr><tr><td><a id="property-onerror"></a> <code>onError?</code></td><td><code>&quot;throw&quot;</code> | <code>&quot;skip&quot;</code></td><td>What a picture does that cannot be read: end the epoch with a SourceError that names it (<code>throw</code>, the default), or stay out of it and be listed in <code>skipped</code> (<code>skip</code>). A batch then has fewer rows, and who would have had it as a partner from the dataset has the next one, as in a view without it.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/StreamOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StreamOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StreamOptions as default
};
