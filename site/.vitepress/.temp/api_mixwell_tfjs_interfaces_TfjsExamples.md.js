import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TfjsExamples","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/tfjs/interfaces/TfjsExamples.md","filePath":"api/mixwell/tfjs/interfaces/TfjsExamples.md"}');
const _sfc_main = { name: "api/mixwell/tfjs/interfaces/TfjsExamples.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tfjsexamples" tabindex="-1">Interface: TfjsExamples <a class="header-anchor" href="#interface-tfjsexamples" aria-label="Permalink to &quot;Interface: TfjsExamples&quot;">​</a></h1><p>A batch under the names that tf.layers uses: <code>xs</code> the pictures, <code>ys</code> the dense labels.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Omit</code>&lt;<a href="./TfjsBatch"><code>TfjsBatch</code></a>, <code>&quot;images&quot;</code> | <code>&quot;labels&quot;</code>&gt;</li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-batch"></a> <code>batch</code></td><td><code>Omit</code>&lt;<a href="./../../interfaces/Batch"><code>Batch</code></a>, <code>&quot;images&quot;</code> | <code>&quot;labels&quot;</code> | <code>&quot;sparse&quot;</code>&gt;</td><td>What was made: shape, ids, plan, fields.</td><td><a href="./TfjsBatch"><code>TfjsBatch</code></a>.<a href="./TfjsBatch#property-batch"><code>batch</code></a></td></tr><tr><td><a id="property-sparse"></a> <code>sparse?</code></td><td><code>object</code></td><td>int32 class ids and float32 shares, [pictures, sources] each, where the engine makes sparse labels.</td><td><a href="./TfjsBatch"><code>TfjsBatch</code></a>.<a href="./TfjsBatch#property-sparse"><code>sparse</code></a></td></tr><tr><td><code>sparse.classes</code></td><td><code>Tensor2D</code></td><td>-</td><td>-</td></tr><tr><td><code>sparse.shares</code></td><td><code>Tensor2D</code></td><td>-</td><td>-</td></tr><tr><td><a id="property-targets"></a> <code>targets?</code></td><td><a href="./../type-aliases/TargetTensors"><code>TargetTensors</code></a>&lt;<code>Tensor</code>&lt;<code>Rank</code>&gt;&gt;</td><td>The engine&#39;s targets by name: a map or a further picture as float32, of padded objects int32 <code>labels</code> and <code>counts</code>, and the rest float32. Objects without <code>pad</code> are in <code>batch.targets</code> alone.</td><td><a href="./TfjsBatch"><code>TfjsBatch</code></a>.<a href="./TfjsBatch#property-targets"><code>targets</code></a></td></tr><tr><td><a id="property-xs"></a> <code>xs</code></td><td><code>Tensor4D</code></td><td>-</td><td>-</td></tr><tr><td><a id="property-ys"></a> <code>ys?</code></td><td><code>Tensor2D</code></td><td>-</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/tfjs/interfaces/TfjsExamples.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TfjsExamples = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TfjsExamples as default
};
