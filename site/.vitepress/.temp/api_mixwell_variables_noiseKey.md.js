import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: noiseKey","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/variables/noiseKey.md","filePath":"api/mixwell/variables/noiseKey.md"}');
const _sfc_main = { name: "api/mixwell/variables/noiseKey.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-noisekey" tabindex="-1">Variable: noiseKey <a class="header-anchor" href="#variable-noisekey" aria-label="Permalink to &quot;Variable: noiseKey&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> noiseKey</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> object</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><h2 id="type-declaration" tabindex="-1">Type Declaration <a class="header-anchor" href="#type-declaration" aria-label="Permalink to &quot;Type Declaration&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Name</th><th>Type</th><th>Default value</th></tr></thead><tbody><tr><td><a id="property-about"></a> <code>about</code></td><td><code>&quot;Names the noise: the same key, picture size and pixel give the same noise, another key gives noise independent of it.&quot;</code></td><td><code>&quot;Names the noise: the same key, picture size and pixel give the same noise, another key gives noise independent of it.&quot;</code></td></tr><tr><td><a id="property-isnorange"></a> <code>isNoRange</code></td><td><code>true</code></td><td><code>true</code></td></tr><tr><td><a id="property-length"></a> <code>length</code></td><td><code>2</code></td><td><code>2</code></td></tr><tr><td><a id="property-max"></a> <code>max</code></td><td><code>4294967295</code></td><td><code>0xffffffff</code></td></tr><tr><td><a id="property-min"></a> <code>min</code></td><td><code>0</code></td><td><code>0</code></td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>&quot;list&quot;</code></td><td><code>&quot;list&quot;</code></td></tr><tr><td><a id="property-unit"></a> <code>unit</code></td><td><code>&quot;two u32&quot;</code></td><td><code>&quot;two u32&quot;</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/variables/noiseKey.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const noiseKey = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  noiseKey as default
};
