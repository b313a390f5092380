import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_3 } from "./channelShuffle.DhRr21-K.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"channelShuffle","description":"The image op channelShuffle: Puts the three colour channels in another order: KerasCV's ChannelShuffle with groups of one channel, torchvision's RandomChannelPermutation.","frontmatter":{"aside":false,"description":"The image op channelShuffle: Puts the three colour channels in another order: KerasCV's ChannelShuffle with groups of one channel, torchvision's RandomChannelPermutation.","prev":{"text":"channelShift","link":"/ops/channelShift"},"next":{"text":"color","link":"/ops/color"}},"headers":[],"relativePath":"ops/channelShuffle.md","filePath":"ops/channelShuffle.md"}`);
const _sfc_main = { name: "ops/channelShuffle.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="channelshuffle" tabindex="-1">channelShuffle <a class="header-anchor" href="#channelshuffle" aria-label="Permalink to &quot;channelShuffle&quot;">​</a></h1><p class="op-kind">Color op</p><p>Puts the three colour channels in another order: KerasCV&#39;s ChannelShuffle with groups of one channel, torchvision&#39;s RandomChannelPermutation. Alpha stays; a picture of one channel has no other order.</p><p><img${ssrRenderAttr("src", _imports_3)} alt="channelShuffle"></p><p><sub>the picture · order [0, 2, 1] · order [1, 0, 2] · order [2, 1, 0] · order [1, 2, 0]</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "channelShuffle" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>order</code></td><td>list of 3</td><td>0 to 2</td><td>channel 0..2</td><td>required</td><td><code>[0, 1, 2]</code></td><td>For each channel of the result, the channel it is taken from: [2, 1, 0] makes BGR of RGB.</td></tr></tbody></table><p><code>ops.channelShuffle({ order: [2, 1, 0] })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/channelShuffle.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const channelShuffle = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  channelShuffle as default
};
