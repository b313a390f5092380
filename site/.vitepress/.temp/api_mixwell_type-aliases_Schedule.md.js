import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Schedule","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/Schedule.md","filePath":"api/mixwell/type-aliases/Schedule.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/Schedule.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-schedule" tabindex="-1">Type Alias: Schedule <a class="header-anchor" href="#type-alias-schedule" aria-label="Permalink to &quot;Type Alias: Schedule&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Schedule</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> </span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> {</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  end</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  from</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  schedule</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;linear&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;cosine&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  start</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  to</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  unit</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> TimeUnit</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">}</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> {</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  points</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> [</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">at</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">: </span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;">number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">value</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">: </span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;">number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">][];</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  schedule</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;piecewise&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  unit</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> TimeUnit</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">};</span></span></code></pre></div><p>A strength over time, as data: it survives JSON. Made by <a href="./../functions/linear">linear</a>, <a href="./../functions/cosine">cosine</a> and <a href="./../functions/piecewise">piecewise</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/Schedule.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Schedule = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Schedule as default
};
