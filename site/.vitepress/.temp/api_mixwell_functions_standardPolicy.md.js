import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: standardPolicy()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/standardPolicy.md","filePath":"api/mixwell/functions/standardPolicy.md"}');
const _sfc_main = { name: "api/mixwell/functions/standardPolicy.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-standardpolicy" tabindex="-1">Function: standardPolicy() <a class="header-anchor" href="#function-standardpolicy" aria-label="Permalink to &quot;Function: standardPolicy()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> standardPolicy</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">?:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> StandardPolicy</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> OpAt</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">[];</span></span></code></pre></div><p>The ops that <a href="./randAugment">randAugment</a> draws from, as a plain list (KerasCV&#39;s <code>RandAugment.get_standard_policy</code>): filter it by <code>op</code>, add stages of any kind, and hand it to <code>randomPipeline</code>.</p><p>randomPipeline([...standardPolicy({ magnitude: 0.4 }).filter(({ op }) =&gt; op !== &quot;equalize&quot;), randomGridMask()], { augmentationsPerImage: 3 })</p><p>Throws PolicyError when an option is unknown or out of range.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options?</code></td><td><a href="./../interfaces/StandardPolicy"><code>StandardPolicy</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/OpAt"><code>OpAt</code></a>[]</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/standardPolicy.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const standardPolicy = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  standardPolicy as default
};
