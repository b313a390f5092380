import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: createFeed()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/jax/functions/createFeed.md","filePath":"api/mixwell/jax/functions/createFeed.md"}');
const _sfc_main = { name: "api/mixwell/jax/functions/createFeed.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-createfeed" tabindex="-1">Function: createFeed() <a class="header-anchor" href="#function-createfeed" aria-label="Permalink to &quot;Function: createFeed()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> createFeed</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">engine</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Engine</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> JaxFeed</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>A source of jax arrays from an engine on jax&#39;s device. One write each, in place; needs no <code>destroy</code>.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>engine</code></td><td><a href="./../../interfaces/Engine"><code>Engine</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/JaxFeed"><code>JaxFeed</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>InputError when the engine is on another device than jax, or writes a format that jax has no type for</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/jax/functions/createFeed.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const createFeed = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  createFeed as default
};
