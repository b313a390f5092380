import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: geometryOf()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/geometryOf.md","filePath":"api/mixwell/functions/geometryOf.md"}');
const _sfc_main = { name: "api/mixwell/functions/geometryOf.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-geometryof" tabindex="-1">Function: geometryOf() <a class="header-anchor" href="#function-geometryof" aria-label="Permalink to &quot;Function: geometryOf()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> geometryOf</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   plan</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Plan</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   row</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">, </span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">   leaf</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">?:</span><span style="--shiki-light:#023B95;--shiki-dark:#79C0FF;"> number</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> Geometry</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>The geometry of one row&#39;s leaf: for values that turn with the picture (normals, flow), for overlays, for checks.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th><th>Default value</th><th>Description</th></tr></thead><tbody><tr><td><code>plan</code></td><td><a href="./../interfaces/Plan"><code>Plan</code></a></td><td><code>undefined</code></td><td>-</td></tr><tr><td><code>row</code></td><td><code>number</code></td><td><code>undefined</code></td><td>of the output</td></tr><tr><td><code>leaf?</code></td><td><code>number</code></td><td><code>0</code></td><td>which of the row&#39;s sources, numbered as <code>provenance</code> numbers them: read from the top, each bit takes the own (0) or the partner&#39;s side (1) of a row, beginning with the last stage. Default 0: own pictures all the way</td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Geometry"><code>Geometry</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>PlanError for a plan that is not valid; InputError for a row or leaf that it does not have</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/geometryOf.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const geometryOf = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  geometryOf as default
};
