import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: ListDraw<List extends readonly number[]>","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/ListDraw.md","filePath":"api/mixwell/type-aliases/ListDraw.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/ListDraw.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-listdrawlist-extends-readonly-number" tabindex="-1">Type Alias: ListDraw&lt;List <em>extends</em> readonly <code>number</code>[]&gt; <a class="header-anchor" href="#type-alias-listdrawlist-extends-readonly-number" aria-label="Permalink to &quot;Type Alias: ListDraw\\&lt;List *extends* readonly \`number\`[]\\&gt;&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> ListDraw</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">List</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> extends</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> readonly</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">[]&gt; </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">=</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> </span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> List</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> ChoiceDraw</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">List</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&gt;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> EntriesDraw</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&lt;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">List</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">&gt;</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> AllDraw</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> PermutationDraw</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>A list: itself, or its entries drawn.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-list"></a> <code>List</code> <em>extends</em> readonly <code>number</code>[]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/ListDraw.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ListDraw = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ListDraw as default
};
