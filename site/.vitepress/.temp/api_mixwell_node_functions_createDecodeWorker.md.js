import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: createDecodeWorker()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/node/functions/createDecodeWorker.md","filePath":"api/mixwell/node/functions/createDecodeWorker.md"}');
const _sfc_main = { name: "api/mixwell/node/functions/createDecodeWorker.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-createdecodeworker" tabindex="-1">Function: createDecodeWorker() <a class="header-anchor" href="#function-createdecodeworker" aria-label="Permalink to &quot;Function: createDecodeWorker()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> createDecodeWorker</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">()</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Worker</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>Begins a thread that decodes picture files by <code>sharp</code> and resizes them, for <code>makeWorker</code> of <code>Dataset.fromImages</code>, <code>Stream.fromImages</code> and <code>Stream.fromTar</code> in Node: what <code>decodeImage</code> gives, resized to the same bytes, on as many cores as there are <code>workers</code>. It keeps the process only while it is at work. Needs the optional peer dependency <code>sharp</code>.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Worker</code></p><p>as much of a <code>Worker</code> as <code>makeWorker</code> asks for</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>MixwellError where <code>sharp</code> is not there</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/node/functions/createDecodeWorker.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const createDecodeWorker = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  createDecodeWorker as default
};
