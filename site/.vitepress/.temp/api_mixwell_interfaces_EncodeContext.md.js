import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EncodeContext","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/EncodeContext.md","filePath":"api/mixwell/interfaces/EncodeContext.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/EncodeContext.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-encodecontext" tabindex="-1">Interface: EncodeContext <a class="header-anchor" href="#interface-encodecontext" aria-label="Permalink to &quot;Interface: EncodeContext&quot;">​</a></h1><p>What encoding may depend on besides the arguments.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-channels"></a> <code>channels</code></td><td><code>number</code></td></tr><tr><td><a id="property-height"></a> <code>height</code></td><td><code>number</code></td></tr><tr><td><a id="property-width"></a> <code>width</code></td><td><code>number</code></td></tr></tbody></table><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="table" tabindex="-1">table() <a class="header-anchor" href="#table" aria-label="Permalink to &quot;table()&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;">table</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(bytes: Uint8Array): number;</span></span></code></pre></div><p>Uploads a table of bytes (a multiple of four) with the program; the word it returns is where the shader finds it.</p><h4 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h4><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>bytes</code></td><td><code>Uint8Array</code></td></tr></tbody></table><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>number</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/EncodeContext.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EncodeContext = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EncodeContext as default
};
