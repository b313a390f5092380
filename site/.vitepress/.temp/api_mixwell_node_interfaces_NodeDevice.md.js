import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: NodeDevice","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/node/interfaces/NodeDevice.md","filePath":"api/mixwell/node/interfaces/NodeDevice.md"}');
const _sfc_main = { name: "api/mixwell/node/interfaces/NodeDevice.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-nodedevice" tabindex="-1">Interface: NodeDevice <a class="header-anchor" href="#interface-nodedevice" aria-label="Permalink to &quot;Interface: NodeDevice&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-adapter"></a> <code>adapter</code></td><td><code>GPUAdapter</code></td></tr><tr><td><a id="property-device"></a> <code>device</code></td><td><code>GPUDevice</code></td></tr><tr><td><a id="property-gpu"></a> <code>gpu</code></td><td><code>GPU</code></td></tr></tbody></table><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="close" tabindex="-1">close() <a class="header-anchor" href="#close" aria-label="Permalink to &quot;close()&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;">close</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(): </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">void</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>Destroys the device, and takes back <code>navigator.gpu</code> when no other device of ours is open.</p><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>void</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/node/interfaces/NodeDevice.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const NodeDevice = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  NodeDevice as default
};
