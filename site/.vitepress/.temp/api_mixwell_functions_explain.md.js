import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: explain()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/explain.md","filePath":"api/mixwell/functions/explain.md"}');
const _sfc_main = { name: "api/mixwell/functions/explain.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-explain" tabindex="-1">Function: explain() <a class="header-anchor" href="#function-explain" aria-label="Permalink to &quot;Function: explain()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> explain</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   of</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> </span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Plan</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">  |</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> {</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">  plan</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Plan</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">}, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   row</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">?:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> object</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> string</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>What was drawn for a picture of a batch, in words: &quot;sample 4: rotated by 12°, brightness ×1.3, then mixed 0.62 with 0.38 of sample 17 (CutMix box 10,20–40,60)&quot;. Ops say themselves how they are said, own ones by their names and numbers. λ and shares are those of the label; where more than two pictures were mixed, all of them are listed at the end.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><code>of</code></td><td>| <a href="./../interfaces/Plan"><code>Plan</code></a> | { <code>plan</code>: <a href="./../interfaces/Plan"><code>Plan</code></a>; }</td><td>a batch, or a plan</td></tr><tr><td><code>row</code></td><td><code>number</code></td><td>the picture&#39;s place in the batch</td></tr><tr><td><code>options?</code></td><td>{ <code>name?</code>: (<code>source</code>: <a href="./../interfaces/SourceRef"><code>SourceRef</code></a>) =&gt; <code>string</code>; }</td><td><code>name</code>: what a sample is called, such as <code>({ index }) =&gt; names[labels[index]]</code>; default &quot;sample 17&quot;</td></tr><tr><td><code>options.name?</code></td><td>(<code>source</code>: <a href="./../interfaces/SourceRef"><code>SourceRef</code></a>) =&gt; <code>string</code></td><td>-</td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>string</code></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>PlanError for a plan that is not valid; InputError for a row that it does not have</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/explain.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const explain = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  explain as default
};
