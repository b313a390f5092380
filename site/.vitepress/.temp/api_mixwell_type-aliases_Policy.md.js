import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Policy","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/Policy.md","filePath":"api/mixwell/type-aliases/Policy.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/Policy.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-policy" tabindex="-1">Type Alias: Policy <a class="header-anchor" href="#type-alias-policy" aria-label="Permalink to &quot;Type Alias: Policy&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Policy</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> </span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> PolicyStage</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> readonly</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> PolicyStage</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">[];</span></span></code></pre></div><p>A policy says what may happen to a batch; a plan says what did. It is one stage or a list, applied in order, and plain data: unless a strength is a function, it survives <code>JSON.stringify</code>. An empty list leaves every picture as it is.</p><p>Image stages work on pictures one by one, mixers make one picture of two or more, and they may stand in any order. Up to four levels of mixing fit into one policy: a mixer of two pictures is one, a Mosaic of 2 × 2 and an AugMix of three chains are two.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/Policy.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Policy = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Policy as default
};
