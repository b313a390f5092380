import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: BoxFormat","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/BoxFormat.md","filePath":"api/mixwell/type-aliases/BoxFormat.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/BoxFormat.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-boxformat" tabindex="-1">Type Alias: BoxFormat <a class="header-anchor" href="#type-alias-boxformat" aria-label="Permalink to &quot;Type Alias: BoxFormat&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> BoxFormat</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;xyxy&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;xywh&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;cxcywh&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;yxyx&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;cxcywhr&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;xywhr&quot;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> |</span><span style="--shiki-light:#032563;--shiki-dark:#A5D6FF;"> &quot;xyxyxyxy&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">;</span></span></code></pre></div><p>What the numbers of a box are.</p><ul><li><code>xyxy</code>: left, top, right, bottom (Pascal VOC, torchvision&#39;s XYXY, Keras&#39;s xyxy); normalised it is albumentations&#39;.</li><li><code>xywh</code>: left, top, width, height (COCO, torchvision&#39;s XYWH).</li><li><code>cxcywh</code>: the middle, width, height (torchvision&#39;s CXCYWH, Keras&#39;s center_xywh); normalised it is YOLO&#39;s.</li><li><code>yxyx</code>: top, left, bottom, right (TensorFlow, Keras&#39;s yxyx).</li><li><code>cxcywhr</code>: <code>cxcywh</code> turned about its middle by degrees, counter-clockwise (torchvision&#39;s CXCYWHR).</li><li><code>xywhr</code>: the first corner, width, height, and degrees (torchvision&#39;s XYWHR).</li><li><code>xyxyxyxy</code>: four corners, from the first to the second is the width (torchvision&#39;s XYXYXYXY, DOTA); normalised it is YOLO&#39;s of oriented boxes.</li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/BoxFormat.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BoxFormat = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BoxFormat as default
};
