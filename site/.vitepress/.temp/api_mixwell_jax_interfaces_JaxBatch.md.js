import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: JaxBatch","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/jax/interfaces/JaxBatch.md","filePath":"api/mixwell/jax/interfaces/JaxBatch.md"}');
const _sfc_main = { name: "api/mixwell/jax/interfaces/JaxBatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-jaxbatch" tabindex="-1">Interface: JaxBatch <a class="header-anchor" href="#interface-jaxbatch" aria-label="Permalink to &quot;Interface: JaxBatch&quot;">​</a></h1><p>A batch in arrays that are yours: each must be consumed or disposed, as every jax array.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batch"></a> <code>batch</code></td><td><code>Omit</code>&lt;<a href="./../../interfaces/Batch"><code>Batch</code></a>, <code>&quot;images&quot;</code> | <code>&quot;labels&quot;</code> | <code>&quot;sparse&quot;</code>&gt;</td><td>What was made: shape, ids, plan, fields.</td></tr><tr><td><a id="property-images"></a> <code>images</code></td><td><code>Array</code></td><td>float32 or float16, [B, H, W, C] or [B, C, H, W]: see <code>output.format</code> and <code>output.layout</code> of the engine.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>Array</code></td><td>float32 [B, K], where the engine makes dense labels.</td></tr><tr><td><a id="property-sparse"></a> <code>sparse?</code></td><td><code>object</code></td><td>uint32 class ids and float32 shares, [pictures, sources] each, where the engine makes sparse labels.</td></tr><tr><td><code>sparse.classes</code></td><td><code>Array</code></td><td>-</td></tr><tr><td><code>sparse.shares</code></td><td><code>Array</code></td><td>-</td></tr><tr><td><a id="property-targets"></a> <code>targets?</code></td><td><a href="./../../tfjs/type-aliases/TargetTensors"><code>TargetTensors</code></a>&lt;<code>Array</code>&gt;</td><td>The engine&#39;s targets by name: maps and further pictures in their format, of padded objects uint32 <code>labels</code> and <code>counts</code>, and the rest float32. Objects without <code>pad</code> are in <code>batch.targets</code> alone.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/jax/interfaces/JaxBatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const JaxBatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  JaxBatch as default
};
