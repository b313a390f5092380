import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: importTensor()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/ort/functions/importTensor.md","filePath":"api/mixwell/ort/functions/importTensor.md"}');
const _sfc_main = { name: "api/mixwell/ort/functions/importTensor.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-importtensor" tabindex="-1">Function: importTensor() <a class="header-anchor" href="#function-importtensor" aria-label="Permalink to &quot;Function: importTensor()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> importTensor</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   buffer</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> GPUBuffer</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   shape</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> readonly</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">[], </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   dtype</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">?:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> GpuBufferDataTypes</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Tensor</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>A tensor over a buffer of yours, as input or as the place for an output. It stays yours: <code>dispose()</code> leaves it alive, and <code>getData()</code> cannot read it.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th><th>Default value</th><th>Description</th></tr></thead><tbody><tr><td><code>buffer</code></td><td><code>GPUBuffer</code></td><td><code>undefined</code></td><td>-</td></tr><tr><td><code>shape</code></td><td>readonly <code>number</code>[]</td><td><code>undefined</code></td><td>dimensions; at least their product × the type&#39;s bytes, rounded up to 4, must be there</td></tr><tr><td><code>dtype?</code></td><td><code>GpuBufferDataTypes</code></td><td><code>&quot;float32&quot;</code></td><td>float32 (default), float16, int32, uint32, int64, uint8 or bool</td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Tensor</code></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>InputError for a buffer that is too small, is mapped or lacks STORAGE, and for other shapes and types</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/ort/functions/importTensor.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const importTensor = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  importTensor as default
};
