import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Plan","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Plan.md","filePath":"api/mixwell/interfaces/Plan.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Plan.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-plan" tabindex="-1">Interface: Plan <a class="header-anchor" href="#interface-plan" aria-label="Permalink to &quot;Interface: Plan&quot;">​</a></h1><p>A plan is everything that was drawn for one batch, as a plain value: it survives <code>JSON.stringify</code>, can be read and edited, and together with the batch it fixes the output bytes (invariant I2).</p><p>Mixing is a small graph. Level 0 is the list of source pictures; every stage is a list of rows, and a row names its <code>own</code> and <code>partner</code> picture by position in the level below. The last stage&#39;s rows are the output batch.</p><pre tabindex="0"><code>sources   [ 17, 4, 9 | 23, 8, 2 ]        batch samples, then partners drawn from the dataset
stage 0   [ 0+3, 1+4, 2+5 ]              own + partner, by position in \`sources\`
stage 1   [ 0+2, 1+0, 2+1 ]              own + partner, by position in stage 0
</code></pre><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batchsize"></a> <code>batchSize</code></td><td><code>number</code></td><td>How many of <code>sources</code> are the batch itself.</td></tr><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-height"></a> <code>height</code></td><td><code>number</code></td><td>Picture size in pixels: of the sources, or where these have sizes of their own, the one that their ops lead to. A mixer&#39;s boxes are drawn for the size that the pictures have there.</td></tr><tr><td><a id="property-seed"></a> <code>seed</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-sources"></a> <code>sources</code></td><td><a href="./SourceRef"><code>SourceRef</code></a>[]</td><td>Level 0: first the <code>batchSize</code> samples of the batch, then further copies of them (<code>repeatedAugmentation</code>, AugMix), then samples of the dataset, then rows of the second batch.</td></tr><tr><td><a id="property-stages"></a> <code>stages</code></td><td><a href="./Stage"><code>Stage</code></a>[]</td><td>-</td></tr><tr><td><a id="property-version"></a> <code>version</code></td><td><code>1</code></td><td>-</td></tr><tr><td><a id="property-width"></a> <code>width</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Plan.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Plan = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Plan as default
};
