import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: mapTarget()","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/functions/mapTarget.md","filePath":"api/mixwell/functions/mapTarget.md"}');
const _sfc_main = { name: "api/mixwell/functions/mapTarget.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-maptarget" tabindex="-1">Function: mapTarget() <a class="header-anchor" href="#function-maptarget" aria-label="Permalink to &quot;Function: mapTarget()&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">function</span><span style="--shiki-light:#622CBC;--shiki-dark:#D2A8FF;"> mapTarget</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">(</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;">options</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">?:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> MapTargetOptions</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">)</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">:</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> EngineTarget</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>Takes class maps along: <code>createEngine(device, { targets: { masks: mapTarget() }, … })</code>, and then <code>batch.targets.masks</code>. The map of a picture is what the picture would be if its levels were ids and every warp read the nearest pixel, byte for byte. Colours, noise and blurs do nothing to it.</p><p>Policies that blend pictures (MixUp, SmoothMix, an AugMix that warps) have no ids: such an engine is refused, unless <code>blends</code> says what to do, or maps come out <code>soft</code>. In a soft map the ignored id adds nothing, so that a pixel&#39;s sum is the share of it that is labelled.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options?</code></td><td><a href="./../interfaces/MapTargetOptions"><code>MapTargetOptions</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/EngineTarget"><code>EngineTarget</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>InputError</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/functions/mapTarget.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const mapTarget = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  mapTarget as default
};
