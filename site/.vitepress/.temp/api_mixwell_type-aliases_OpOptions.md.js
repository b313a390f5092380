import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: OpOptions<Name extends OpName>","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/OpOptions.md","filePath":"api/mixwell/type-aliases/OpOptions.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/OpOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-opoptionsname-extends-opname" tabindex="-1">Type Alias: OpOptions&lt;Name <em>extends</em> <a href="./OpName"><code>OpName</code></a>&gt; <a class="header-anchor" href="#type-alias-opoptionsname-extends-opname" aria-label="Permalink to &quot;Type Alias: OpOptions\\&lt;Name *extends* [\`OpName\`](OpName.md)\\&gt;&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> OpOptions</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">Name</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> extends</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> OpName</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&gt; </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">=</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Flat</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">OpDraws</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">Name</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&gt; </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">&amp;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> ImageOptions</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&gt;;</span></span></code></pre></div><p>An op&#39;s arguments, fixed or drawn, and the options of every image stage.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-name"></a> <code>Name</code> <em>extends</em> <a href="./OpName"><code>OpName</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/OpOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OpOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OpOptions as default
};
