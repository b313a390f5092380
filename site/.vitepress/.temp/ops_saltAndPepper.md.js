import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./saltAndPepper.Jy-9y4Yz.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"saltAndPepper","description":"The image op saltAndPepper: Turns pixels white or black at random, all colour channels of a pixel alike.","frontmatter":{"aside":false,"description":"The image op saltAndPepper: Turns pixels white or black at random, all colour channels of a pixel alike.","prev":{"text":"gridMask","link":"/ops/gridMask"},"next":false},"headers":[],"relativePath":"ops/saltAndPepper.md","filePath":"ops/saltAndPepper.md"}');
const _sfc_main = { name: "ops/saltAndPepper.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="saltandpepper" tabindex="-1">saltAndPepper <a class="header-anchor" href="#saltandpepper" aria-label="Permalink to &quot;saltAndPepper&quot;">​</a></h1><p class="op-kind">Mask op</p><p>Turns pixels white or black at random, all colour channels of a pixel alike. Exact in u8 and f32. Alpha is left alone.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="saltAndPepper"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: salt 0, pepper 0 · salt 0.0625, pepper 0.0625 · salt 0.125, pepper 0.125 · salt 0.1875, pepper 0.1875 · salt 0.25, pepper 0.25</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "saltAndPepper" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>salt</code></td><td>number</td><td>0 to 1</td><td>probability</td><td><code>0</code></td><td><code>0</code></td><td>That a pixel becomes white.</td></tr><tr><td><code>pepper</code></td><td>number</td><td>0 to 1</td><td>probability</td><td><code>0</code></td><td><code>0</code></td><td>That a pixel becomes black.</td></tr><tr><td><code>key</code></td><td>list of 2</td><td>0 to 4,294,967,295</td><td>two u32</td><td>required</td><td></td><td>Names the noise: the same key, picture size and pixel give the same noise, another key gives noise independent of it.</td></tr></tbody></table><p><code>ops.saltAndPepper({ salt: 0.125, pepper: 0.125 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#mask-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/saltAndPepper.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const saltAndPepper = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  saltAndPepper as default
};
