import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: liveFrames()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/liveFrames.md","filePath":"api/mixwell/functions/liveFrames.md"}');
const _sfc_main = { name: "api/mixwell/functions/liveFrames.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-liveframes" tabindex="-1">Function: liveFrames() <a class="header-anchor" href="#function-liveframes" aria-label="Permalink to &quot;Function: liveFrames()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> liveFrames</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">?:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> FrameOptions</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> FrameReader</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>Lets an engine take live frames: <code>createEngine(device, { frames: liveFrames({ height: 224, width: 224 }), … })</code>, and then <code>engine.run({ frames: [video, canvas], labels }, { step })</code>.</p><p>A frame is copied within the call, on the GPU, and nothing of it is kept or read back. Its pixels are those of a canvas that it is drawn on: as it is displayed (turned, mirrored, cut and stretched as a <code>VideoFrame</code> says), in sRGB. A frame of another size is cropped and resized by the rule of <code>Dataset.fromImages</code>, to the same bytes.</p><p>Browsers convert the colours of video in ways of their own, so its bytes differ between them.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options?</code></td><td><a href="./../interfaces/FrameOptions"><code>FrameOptions</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/FrameReader"><code>FrameReader</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>InputError for an option</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/liveFrames.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const liveFrames = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  liveFrames as default
};
