import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TfjsDataset","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/tfjs/interfaces/TfjsDataset.md","filePath":"api/mixwell/tfjs/interfaces/TfjsDataset.md"}');
const _sfc_main = { name: "api/mixwell/tfjs/interfaces/TfjsDataset.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tfjsdataset" tabindex="-1">Interface: TfjsDataset <a class="header-anchor" href="#interface-tfjsdataset" aria-label="Permalink to &quot;Interface: TfjsDataset&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-size"></a> <code>size</code></td><td><code>number</code></td><td>Batches in a pass; Infinity with <code>repeat</code>.</td></tr></tbody></table><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="iterator" tabindex="-1">iterator() <a class="header-anchor" href="#iterator" aria-label="Permalink to &quot;iterator()&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;">iterator</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(): </span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;">Promise</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">&lt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">TfjsIterator</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>Promise</code>&lt;<a href="./TfjsIterator"><code>TfjsIterator</code></a>&gt;</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/tfjs/interfaces/TfjsDataset.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TfjsDataset = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TfjsDataset as default
};
