import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: flush()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/tfjs/functions/flush.md","filePath":"api/mixwell/tfjs/functions/flush.md"}');
const _sfc_main = { name: "api/mixwell/tfjs/functions/flush.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-flush" tabindex="-1">Function: flush() <a class="header-anchor" href="#function-flush" aria-label="Permalink to &quot;Function: flush()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> flush</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">()</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> void</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>Submits what TensorFlow.js has recorded and not yet submitted (it collects up to 15 operations). Does nothing while its WebGPU backend is not there. The adapters call it where it is needed.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>void</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/tfjs/functions/flush.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const flush = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  flush as default
};
