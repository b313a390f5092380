import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Restorer","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Restorer.md","filePath":"api/mixwell/interfaces/Restorer.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Restorer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-restorer" tabindex="-1">Interface: Restorer <a class="header-anchor" href="#interface-restorer" aria-label="Permalink to &quot;Interface: Restorer&quot;">​</a></h1><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="restore" tabindex="-1">restore() <a class="header-anchor" href="#restore" aria-label="Permalink to &quot;restore()&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;">restore</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">   plan: Plan, </span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">   planes: ViewPlanes, </span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">   options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">?:</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;"> RestoreOptions</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">): Restored;</span></span></code></pre></div><p>Brings the planes of a batch back, in one dispatch, which is submitted at once. <code>plan</code> is the batch&#39;s: its rows must be views of one source each. Its warps are followed as the pictures went, warps by a field too, whose inverse is sampled at 32 cells a side. What jigsaw moved goes back, and what erasing hid is as it was predicted.</p><h4 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h4><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>plan</code></td><td><a href="./Plan"><code>Plan</code></a></td></tr><tr><td><code>planes</code></td><td><a href="./ViewPlanes"><code>ViewPlanes</code></a></td></tr><tr><td><code>options?</code></td><td><a href="./RestoreOptions"><code>RestoreOptions</code></a></td></tr></tbody></table><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><a href="./Restored"><code>Restored</code></a></p><h4 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h4><p>PlanError for a row that is a mix, naming it, and for sources of several sizes; InputError for a buffer that does not hold the planes; DeviceLostError</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Restorer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Restorer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Restorer as default
};
