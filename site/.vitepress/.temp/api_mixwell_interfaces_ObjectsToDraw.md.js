import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ObjectsToDraw","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ObjectsToDraw.md","filePath":"api/mixwell/interfaces/ObjectsToDraw.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ObjectsToDraw.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-objectstodraw" tabindex="-1">Interface: ObjectsToDraw <a class="header-anchor" href="#interface-objectstodraw" aria-label="Permalink to &quot;Interface: ObjectsToDraw&quot;">​</a></h1><p>The boxes that crops look at while they draw. <code>objectsToDraw</code> makes it of objects.</p><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="boxesof" tabindex="-1">boxesOf() <a class="header-anchor" href="#boxesof" aria-label="Permalink to &quot;boxesOf()&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;">boxesOf</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">   source: Pick</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">&lt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">SourceRef, </span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;">&quot;from&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;index&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">   size: Size, </span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">   calls: readonly OpCall[]</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">): ArrayLike</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">&lt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">number</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>The boxes of a source picture after some ops: left, top, right, bottom of each, one after the other, in pixels of the picture that the ops make. What is not in it any more has none.</p><h4 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h4><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>source</code></td><td><code>Pick</code>&lt;<a href="./SourceRef"><code>SourceRef</code></a>, <code>&quot;from&quot;</code> | <code>&quot;index&quot;</code>&gt;</td></tr><tr><td><code>size</code></td><td><a href="./Size"><code>Size</code></a></td></tr><tr><td><code>calls</code></td><td>readonly <a href="./../type-aliases/OpCall"><code>OpCall</code></a>[]</td></tr></tbody></table><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>ArrayLike</code>&lt;<code>number</code>&gt;</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ObjectsToDraw.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ObjectsToDraw = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ObjectsToDraw as default
};
