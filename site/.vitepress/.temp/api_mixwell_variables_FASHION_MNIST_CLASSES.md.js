import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: FASHION_MNIST_CLASSES","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/variables/FASHION_MNIST_CLASSES.md","filePath":"api/mixwell/variables/FASHION_MNIST_CLASSES.md"}');
const _sfc_main = { name: "api/mixwell/variables/FASHION_MNIST_CLASSES.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-fashion_mnist_classes" tabindex="-1">Variable: FASHION_MNIST_CLASSES <a class="header-anchor" href="#variable-fashion_mnist_classes" aria-label="Permalink to &quot;Variable: FASHION\\_MNIST\\_CLASSES&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> FASHION_MNIST_CLASSES</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> readonly</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> string</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">[];</span></span></code></pre></div><p>Fashion-MNIST (Xiao, Rasul, Vollgraf, 2017).</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/variables/FASHION_MNIST_CLASSES.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FASHION_MNIST_CLASSES = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FASHION_MNIST_CLASSES as default
};
