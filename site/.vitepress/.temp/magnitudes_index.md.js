import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Policies in numbers","description":"","frontmatter":{"aside":false},"headers":[],"relativePath":"magnitudes/index.md","filePath":"magnitudes/index.md"}');
const _sfc_main = { name: "magnitudes/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="policies-in-numbers" tabindex="-1">Policies in numbers <a class="header-anchor" href="#policies-in-numbers" aria-label="Permalink to &quot;Policies in numbers&quot;">​</a></h1><p>This page lists tables that say what a magnitude is: magnitude 9 means something else in every library.</p><table tabindex="0"><thead><tr><th>page</th><th>whose</th></tr></thead><tbody><tr><td><a href="./randaugment">RandAugment in numbers</a></td><td>torchvision&#39;s, KerasCV&#39;s, Keras 3&#39;s and DALI&#39;s RandAugment</td></tr><tr><td><a href="./trivialaugment">TrivialAugment in numbers</a></td><td>torchvision&#39;s and DALI&#39;s TrivialAugmentWide</td></tr><tr><td><a href="./autoaugment">AutoAugment in numbers</a></td><td>the 25 pairs for ImageNet, CIFAR-10 and SVHN, and timm&#39;s <code>v0</code></td></tr><tr><td><a href="./augmix">AugMix in numbers</a></td><td>what its chains draw from, at which severity</td></tr><tr><td><a href="./timm">timm&#39;s levels in numbers</a></td><td>the levels of <code>&quot;rand-m9-…&quot;</code>, <code>&quot;augmix-…&quot;</code> and <code>&quot;v0&quot;</code></td></tr></tbody></table><p>They are written from the tables that the policies draw by. <a href="./../api/mixwell/variables/magnitudeTables"><code>magnitudeTables</code></a> has the same as data, and <a href="./../api/mixwell/functions/opAt"><code>opAt(table, entry, { magnitude })</code></a> is one of their ops as a stage.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("magnitudes/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
