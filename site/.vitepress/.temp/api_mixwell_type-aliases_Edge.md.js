import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Edge","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/Edge.md","filePath":"api/mixwell/type-aliases/Edge.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/Edge.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-edge" tabindex="-1">Type Alias: Edge <a class="header-anchor" href="#type-alias-edge" aria-label="Permalink to &quot;Type Alias: Edge&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Edge</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;constant&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;reflect&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;symmetric&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;edge&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;wrap&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>What is read outside the picture a b c d: <code>constant</code> fill, <code>edge</code> a a|a b c d|d d, <code>wrap</code> c d|a b c d|a b, <code>reflect</code> c b|a b c d|c b (numpy&#39;s and torchvision&#39;s), <code>symmetric</code> b a|a b c d|d c (what KerasCV and Keras call reflect).</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/Edge.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Edge = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Edge as default
};
