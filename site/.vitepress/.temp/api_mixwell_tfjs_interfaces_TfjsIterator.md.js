import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TfjsIterator","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/tfjs/interfaces/TfjsIterator.md","filePath":"api/mixwell/tfjs/interfaces/TfjsIterator.md"}');
const _sfc_main = { name: "api/mixwell/tfjs/interfaces/TfjsIterator.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tfjsiterator" tabindex="-1">Interface: TfjsIterator <a class="header-anchor" href="#interface-tfjsiterator" aria-label="Permalink to &quot;Interface: TfjsIterator&quot;">​</a></h1><p>The next batch, and <code>done</code> after the last.</p><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="next" tabindex="-1">next() <a class="header-anchor" href="#next" aria-label="Permalink to &quot;next()&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;">next</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(): </span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;">Promise</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">&lt;</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;">IteratorResult</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;{</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  xs</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Tensor4D</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  ys</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Tensor2D</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">}, </span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;">any</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&gt;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>Promise</code>&lt;<code>IteratorResult</code>&lt;{ <code>xs</code>: <code>Tensor4D</code>; <code>ys</code>: <code>Tensor2D</code>; }, <code>any</code>&gt;&gt;</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/tfjs/interfaces/TfjsIterator.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TfjsIterator = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TfjsIterator as default
};
