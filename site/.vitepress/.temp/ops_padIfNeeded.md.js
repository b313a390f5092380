import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderAttr, ssrRenderComponent } from "vue/server-renderer";
import { _ as _imports_0 } from "./padIfNeeded.BZAAdLcV.js";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"padIfNeeded","description":"The image op padIfNeeded: Pads the picture to a least size (albumentations\' `PadIfNeeded`); a side that is long enough stays.","frontmatter":{"aside":false,"description":"The image op padIfNeeded: Pads the picture to a least size (albumentations\' `PadIfNeeded`); a side that is long enough stays.","prev":{"text":"lensDistortion","link":"/ops/lensDistortion"},"next":{"text":"perspective","link":"/ops/perspective"}},"headers":[],"relativePath":"ops/padIfNeeded.md","filePath":"ops/padIfNeeded.md"}');
const _sfc_main = { name: "ops/padIfNeeded.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_OpPreview = resolveComponent("OpPreview");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="padifneeded" tabindex="-1">padIfNeeded <a class="header-anchor" href="#padifneeded" aria-label="Permalink to &quot;padIfNeeded&quot;">​</a></h1><p class="op-kind">Warp op</p><p>Pads the picture to a least size (albumentations&#39; <code>PadIfNeeded</code>); a side that is long enough stays. After <code>resize({ longest: 640 })</code> it makes a letterbox of 640 × 640, as <code>resize</code> with <code>fit: &quot;contain&quot;</code> does in one read. Pixels move whole.</p><p><img${ssrRenderAttr("src", _imports_0)} alt="padIfNeeded"></p><p><sub>the picture · minHeight 112, minWidth 112 · minHeight 96, minWidth 128, fill [128] · minHeight 128, minWidth 112, position &quot;topLeft&quot; · minHeight 112, minWidth 112, edge &quot;reflect&quot;</sub></p>`);
  _push(ssrRenderComponent(_component_OpPreview, { op: "padIfNeeded" }, null, _parent));
  _push(`<h2 id="arguments" tabindex="-1">Arguments <a class="header-anchor" href="#arguments" aria-label="Permalink to &quot;Arguments&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Argument</th><th>Type</th><th>Range</th><th>Unit</th><th>Default</th><th>Identity</th><th>Meaning</th></tr></thead><tbody><tr><td><code>minHeight</code></td><td>integer</td><td>1 to 16,384</td><td>pixels</td><td>required</td><td></td><td>Of the result, at least.</td></tr><tr><td><code>minWidth</code></td><td>integer</td><td>1 to 16,384</td><td>pixels</td><td>required</td><td></td><td>Of the result, at least.</td></tr><tr><td><code>position</code></td><td>choice</td><td><code>center</code>, <code>topLeft</code>, <code>topRight</code>, <code>bottomLeft</code>, <code>bottomRight</code></td><td>name</td><td><code>&quot;center&quot;</code></td><td></td><td>Where the picture lies in the result; in the center the odd line is below and to the right.</td></tr><tr><td><code>edge</code></td><td>choice</td><td><code>constant</code>, <code>edge</code>, <code>reflect</code>, <code>symmetric</code>, <code>wrap</code></td><td>name</td><td><code>&quot;constant&quot;</code></td><td></td><td>Outside a picture a b c d there is: constant, <code>fill</code>; edge, a a|a b c d|d d; reflect, c b|a b c d|c b; symmetric, b a|a b c d|d c; wrap, c d|a b c d|a b.</td></tr><tr><td><code>fill</code></td><td>list</td><td>0 to 255</td><td>level 0..255</td><td></td><td></td><td>For edge constant: one level for all channels, or one per channel (three are opaque). Left out it is 0, and for torchvision the border does not fade to it (its null).</td></tr></tbody></table><p>Rounds as <code>pillow</code>; <code>peer</code> chooses <code>torchvision</code> or <code>kerascv</code> instead.</p><p><code>ops.padIfNeeded({ minHeight: 128, minWidth: 112, position: &quot;topLeft&quot; })</code></p><p>Options of every op: <a href="./../policies#image-ops">policies</a>. All ops: <a href="./#warp-ops">gallery</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("ops/padIfNeeded.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const padIfNeeded = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  padIfNeeded as default
};
