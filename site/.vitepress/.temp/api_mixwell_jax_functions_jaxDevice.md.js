import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: jaxDevice()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/jax/functions/jaxDevice.md","filePath":"api/mixwell/jax/functions/jaxDevice.md"}');
const _sfc_main = { name: "api/mixwell/jax/functions/jaxDevice.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-jaxdevice" tabindex="-1">Function: jaxDevice() <a class="header-anchor" href="#function-jaxdevice" aria-label="Permalink to &quot;Function: jaxDevice()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> jaxDevice</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">()</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Promise</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">GPUDevice</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&gt;;</span></span></code></pre></div><p>The device that jax-js computes on, for <code>createEngine</code>. Starts jax&#39;s WebGPU backend if need be and makes it jax&#39;s default.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<code>GPUDevice</code>&gt;</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>NoWebGpuError when jax finds no adapter; DeviceLostError once its device is gone</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/jax/functions/jaxDevice.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const jaxDevice = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  jaxDevice as default
};
