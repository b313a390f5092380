import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: capacity()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/capacity.md","filePath":"api/mixwell/functions/capacity.md"}');
const _sfc_main = { name: "api/mixwell/functions/capacity.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-capacity" tabindex="-1">Function: capacity() <a class="header-anchor" href="#function-capacity" aria-label="Permalink to &quot;Function: capacity()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> capacity</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">of</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> object</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> CapacityOptions</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Capacity</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>What fits, before anything is loaded: <code>capacity(adapter, { height: 224, width: 224, channels: 3, count: 20_000 })</code>. Give it a device for what it holds, or an adapter for what it could. It counts what limits allow; how much memory there is WebGPU does not tell.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>of</code></td><td>{ <code>limits</code>: <code>Readonly</code>&lt;<a href="./../type-aliases/PageLimits"><code>PageLimits</code></a>&gt;; }</td></tr><tr><td><code>of.limits</code></td><td><code>Readonly</code>&lt;<a href="./../type-aliases/PageLimits"><code>PageLimits</code></a>&gt;</td></tr><tr><td><code>options</code></td><td><a href="./../interfaces/CapacityOptions"><code>CapacityOptions</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Capacity"><code>Capacity</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>InputError</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/capacity.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const capacity = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  capacity as default
};
