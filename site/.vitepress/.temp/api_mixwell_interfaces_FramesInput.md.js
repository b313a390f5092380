import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FramesInput","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/FramesInput.md","filePath":"api/mixwell/interfaces/FramesInput.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/FramesInput.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-framesinput" tabindex="-1">Interface: FramesInput <a class="header-anchor" href="#interface-framesinput" aria-label="Permalink to &quot;Interface: FramesInput&quot;">​</a></h1><p>Frames as a batch: <code>engine.run({ frames: [video], labels })</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-clip"></a> <code>clip?</code></td><td><code>number</code></td><td>Frames in a clip, one after the other: they share one draw, and the step&#39;s <code>ids</code> are the clips&#39;. Default 1: every frame has its own.</td></tr><tr><td><a id="property-fields"></a> <code>fields?</code></td><td><code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;</td><td>Anything else that belongs to the frames: handed on untouched.</td></tr><tr><td><a id="property-frames"></a> <code>frames</code></td><td>readonly <a href="./../type-aliases/FrameSource"><code>FrameSource</code></a>[]</td><td>Copied within the call: whatever is done to them afterwards changes nothing.</td></tr><tr><td><a id="property-labelform"></a> <code>labelForm?</code></td><td><code>&quot;ids&quot;</code> | <code>&quot;rows&quot;</code></td><td>What a label <em>buffer</em> holds. Default <code>ids</code>. Arrays say it themselves.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td>| <code>Float32Array</code>&lt;<code>ArrayBuffer</code>&gt; | <code>GPUBuffer</code> | <code>Uint32Array</code>&lt;<code>ArrayBuffer</code>&gt;</td><td>Class ids, or rows of weights. In an array one for each frame or, with <code>clip</code>, one for each clip; in a buffer one for each frame.</td></tr><tr><td><a id="property-noise"></a> <code>noise?</code></td><td><a href="./../type-aliases/ClipNoise"><code>ClipNoise</code></a></td><td>Whether noise is the same in all frames of a clip (<code>clip</code>, default) or each has its own (<code>frame</code>).</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/FramesInput.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FramesInput = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FramesInput as default
};
