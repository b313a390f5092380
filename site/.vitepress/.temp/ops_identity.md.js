import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_9 } from "./identity.BIkIc5fb.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"identity","description":"The image op identity: Changes nothing: a policy that chooses among ops can choose this one (RandAugment's and TrivialAugment's Identity).","frontmatter":{"aside":false,"description":"The image op identity: Changes nothing: a policy that chooses among ops can choose this one (RandAugment's and TrivialAugment's Identity).","prev":{"text":"hue","link":"/ops/hue"},"next":{"text":"invert","link":"/ops/invert"}},"headers":[],"relativePath":"ops/identity.md","filePath":"ops/identity.md"}`);
const _sfc_main = { name: "ops/identity.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="identity" tabindex="-1">identity <a class="header-anchor" href="#identity" aria-label="Permalink to &quot;identity&quot;">​</a></h1><p class="op-kind">Color op</p><p>Changes nothing: a policy that chooses among ops can choose this one (RandAugment&#39;s and TrivialAugment&#39;s Identity).</p><p><img${ssrRenderAttr("src", _imports_9)} alt="identity"></p><p><sub>the picture · applied</sub></p><p><code>ops.identity()</code></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "identity" }, null, _parent));
  _push(`<p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#color-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/identity.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const identity = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  identity as default
};
