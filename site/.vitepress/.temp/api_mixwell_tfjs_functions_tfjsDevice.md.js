import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: tfjsDevice()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/tfjs/functions/tfjsDevice.md","filePath":"api/mixwell/tfjs/functions/tfjsDevice.md"}');
const _sfc_main = { name: "api/mixwell/tfjs/functions/tfjsDevice.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-tfjsdevice" tabindex="-1">Function: tfjsDevice() <a class="header-anchor" href="#function-tfjsdevice" aria-label="Permalink to &quot;Function: tfjsDevice()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> tfjsDevice</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">()</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Promise</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">GPUDevice</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&gt;;</span></span></code></pre></div><p>The device that TensorFlow.js computes on, for <code>createEngine</code>. Starts its WebGPU backend if need be and makes it the active one.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<code>GPUDevice</code>&gt;</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>NoWebGpuError when it finds no adapter; DeviceLostError once its device is gone</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/tfjs/functions/tfjsDevice.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const tfjsDevice = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  tfjsDevice as default
};
