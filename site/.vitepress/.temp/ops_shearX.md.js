import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./shearX.4nbY7SQM.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"shearX","description":"The image op shearX: Slants the picture: a row is read `share` times its height below the top further right, x_in = x + share · y, about the top left corner of the picture, as Pillow, timm and torchvision\'s policies do.","frontmatter":{"aside":false,"description":"The image op shearX: Slants the picture: a row is read `share` times its height below the top further right, x_in = x + share · y, about the top left corner of the picture, as Pillow, timm and torchvision\'s policies do.","prev":{"text":"rotate","link":"/ops/rotate"},"next":{"text":"shearY","link":"/ops/shearY"}},"headers":[],"relativePath":"ops/shearX.md","filePath":"ops/shearX.md"}');
const _sfc_main = { name: "ops/shearX.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="shearx" tabindex="-1">shearX <a class="header-anchor" href="#shearx" aria-label="Permalink to &quot;shearX&quot;">​</a></h1><p class="op-kind">Warp op</p><p>Slants the picture: a row is read <code>share</code> times its height below the top further right, x_in = x + share · y, about the top left corner of the picture, as Pillow, timm and torchvision&#39;s policies do. KerasCV&#39;s is about the middle of the first pixel: share/2 pixels beside.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="shearX"></p><p><sub>Strength 0, 0.25, 0.5, 0.75, 1: share 0 · share 0.075 · share 0.15 · share 0.225 · share 0.3</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "shearX" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>share</code></td><td>number</td><td>−8 to 8</td><td>pixels across per pixel down</td><td>required</td><td><code>0</code></td><td>Positive moves lower rows left.</td></tr><tr><td><code>interpolation</code></td><td>choice</td><td><code>nearest</code>, <code>bilinear</code>, <code>bicubic</code></td><td>name</td><td><code>&quot;bilinear&quot;</code></td><td></td><td>The pixel that a position lies in, a weighted mean of the four around it, or a cubic through sixteen.</td></tr><tr><td><code>edge</code></td><td>choice</td><td><code>constant</code>, <code>edge</code>, <code>reflect</code>, <code>symmetric</code>, <code>wrap</code></td><td>name</td><td><code>&quot;constant&quot;</code></td><td></td><td>Outside a picture a b c d there is: constant, <code>fill</code>; edge, a a|a b c d|d d; reflect, c b|a b c d|c b; symmetric, b a|a b c d|d c; wrap, c d|a b c d|a b.</td></tr><tr><td><code>fill</code></td><td>list</td><td>0 to 255</td><td>level 0..255</td><td></td><td></td><td>For edge constant: one level for all channels, or one per channel (three are opaque). Left out it is 0, and for torchvision the border does not fade to it (its null).</td></tr></tbody></table><p>Rounds as <code>pillow</code>; <code>peer</code> chooses <code>torchvision</code> or <code>kerascv</code> instead.</p><p><code>ops.shearX({ share: 0.15 })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#warp-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/shearX.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const shearX = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  shearX as default
};
