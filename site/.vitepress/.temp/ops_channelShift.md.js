import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_2 } from "./channelShift.w1oSRgSU.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"channelShift","description":"The image op channelShift: Adds a delta of its own to each channel and clips: KerasCV's RandomChannelShift, Kornia's RGBShift.","frontmatter":{"aside":false,"description":"The image op channelShift: Adds a delta of its own to each channel and clips: KerasCV's RandomChannelShift, Kornia's RGBShift.","prev":{"text":"brightnessDelta","link":"/ops/brightnessDelta"},"next":{"text":"channelShuffle","link":"/ops/channelShuffle"}},"headers":[],"relativePath":"ops/channelShift.md","filePath":"ops/channelShift.md"}`);
const _sfc_main = { name: "ops/channelShift.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="channelshift" tabindex="-1">channelShift <a class="header-anchor" href="#channelshift" aria-label="Permalink to &quot;channelShift&quot;">​</a></h1><p class="op-kind">Color op</p><p>Adds a delta of its own to each channel and clips: KerasCV&#39;s RandomChannelShift, Kornia&#39;s RGBShift. A picture of one channel takes red&#39;s. In u8 rounded, halves up.</p><p><img${ssrRenderAttr("src", _imports_2)} alt="channelShift"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: red 0, green 0, blue 0 · red 31.875, green -31.875, blue 31.875 · red 63.75, green -63.75, blue 63.75 · red 95.625, green -95.625, blue 95.625 · red 127.5, green -127.5, blue 127.5</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "channelShift" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>red</code></td><td>number</td><td>−255 to 255</td><td>level -255..255</td><td><code>0</code></td><td><code>0</code></td><td>What is added to channel 0.</td></tr><tr><td><code>green</code></td><td>number</td><td>−255 to 255</td><td>level -255..255</td><td><code>0</code></td><td><code>0</code></td><td>What is added to channel 1.</td></tr><tr><td><code>blue</code></td><td>number</td><td>−255 to 255</td><td>level -255..255</td><td><code>0</code></td><td><code>0</code></td><td>What is added to channel 2.</td></tr></tbody></table><p><code>ops.channelShift({ red: 63.75, green: -63.75, blue: 63.75 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/channelShift.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const channelShift = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  channelShift as default
};
