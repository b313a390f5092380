import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Recording","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Recording.md","filePath":"api/mixwell/interfaces/Recording.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Recording.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-recording" tabindex="-1">Interface: Recording <a class="header-anchor" href="#interface-recording" aria-label="Permalink to &quot;Interface: Recording&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-affine"></a> <code>affine</code></td><td><code>Float32Array</code></td><td>Scale and bias by channel, interleaved: the contents of the <code>affine</code> buffer. <code>plain</code> is the same for pictures that are mixed before further ops.</td></tr><tr><td><a id="property-channels"></a> <code>channels</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-dispatches"></a> <code>dispatches</code></td><td><a href="./Dispatch"><code>Dispatch</code></a>[]</td><td>-</td></tr><tr><td><a id="property-height"></a> <code>height</code></td><td><code>number</code></td><td>Shape of the output pictures; ops can change it.</td></tr><tr><td><a id="property-outputs"></a> <code>outputs</code></td><td><code>Partial</code>&lt;<code>Record</code>&lt;<a href="./../type-aliases/OutputName"><code>OutputName</code></a>, <code>number</code>&gt;&gt;</td><td>Bytes of every output this recording writes.</td></tr><tr><td><a id="property-plainaffine"></a> <code>plainAffine</code></td><td><code>Float32Array</code></td><td>-</td></tr><tr><td><a id="property-rows"></a> <code>rows</code></td><td><code>number</code></td><td>Output rows.</td></tr><tr><td><a id="property-scratch"></a> <code>scratch</code></td><td><code>Partial</code>&lt;<code>Record</code>&lt;<a href="./../type-aliases/ScratchName"><code>ScratchName</code></a>, <code>number</code>&gt;&gt;</td><td>Bytes of the memory it needs for pictures between passes; used again by the next recording.</td></tr><tr><td><a id="property-sources"></a> <code>sources</code></td><td><code>number</code></td><td>Sources a row (T): 1, 2, 4 …; the row length of the sparse labels.</td></tr><tr><td><a id="property-uploads"></a> <code>uploads</code></td><td><a href="./Upload"><code>Upload</code></a>[]</td><td>-</td></tr><tr><td><a id="property-width"></a> <code>width</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Recording.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Recording = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Recording as default
};
