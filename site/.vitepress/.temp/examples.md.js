import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Examples","description":"","frontmatter":{"aside":false},"headers":[],"relativePath":"examples.md","filePath":"examples.md"}');
const _sfc_main = { name: "examples.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="examples" tabindex="-1">Examples <a class="header-anchor" href="#examples" aria-label="Permalink to &quot;Examples&quot;">​</a></h1><pre tabindex="0"><code>npm run examples     # serves them and prints the address; they need a browser with WebGPU
</code></pre><p>Each folder is complete, imports Mixwell as a project would that has it installed, and can be read in two minutes. The pictures are the demo&#39;s seven photographs, whole or in patches. (<code>onnx-tta/make-model.ts</code>, which wrote the <code>model.onnx</code> beside it, is the one file that needs this repository&#39;s tools.) The tests run every one of them headless and check its numbers (<code>test/examples</code>).</p><table tabindex="0"><thead><tr><th>example</th><th>what it shows</th><th>from the tutorials</th></tr></thead><tbody><tr><td>tfjs-fit-dataset</td><td>a source for <code>model.fitDataset</code>: RandAugment, then CutMix, then MixUp, smoothed labels, SGD with momentum</td><td>KerasCV&#39;s guide (the whole chain feeds training); MixUp in Keras, way 4</td></tr><tr><td>tfjs-custom-loop</td><td>gradients by hand, soft cross-entropy, λ-weighted accuracy, MixUp or CutMix per sample on normalised pictures</td><td>MixUp in Keras, way 3; Datarax&#39;s training step</td></tr><tr><td>jax-training</td><td><code>valueAndGrad</code> and <code>jit</code> over batches that are jax arrays; batches mixed ahead</td><td>MixUp in Keras, ways 3 and 4</td></tr><tr><td>onnx-tta</td><td>test-time augmentation: the answers to eight augmented views, averaged</td><td></td></tr><tr><td>raw-webgpu</td><td><code>encode()</code> between two passes of your own, in buffers of your own, pairing <code>reverse</code></td><td>MixUp in Keras, way 1</td></tr><tr><td>node-dawn</td><td>an epoch in Node, without a browser</td><td>MixUp in Keras, way 2</td></tr><tr><td>web-worker</td><td>everything in a Web Worker, which draws to an OffscreenCanvas</td><td></td></tr><tr><td>own-ops</td><td>three image ops of one&#39;s own: a vignette, a relief, a ripple</td><td></td></tr><tr><td>webcam</td><td>live frames: two things are filmed, a head learns to tell them apart, and says what it sees</td><td></td></tr><tr><td>streaming</td><td>a dataset bigger than GPU memory, read ahead batch by batch; two shuffled passes zipped (pairing <code>external</code>)</td><td>MixUp in Keras, ways 2 and 4; keras.io&#39;s zipped datasets</td></tr></tbody></table><p>slurm and kubernetes are recipes: an array job and an indexed job that run the command <code>mixwell</code> on many machines (<a href="./cli">its page</a>).</p><p>The tutorials are: a blog&#39;s &quot;MixUp in Keras, four ways&quot; (1 in the model&#39;s graph, 2 a generator, 3 inside <code>train_step</code>, 4 two zipped datasets), keras.io&#39;s &quot;MixUp augmentation for image classification&quot;, KerasCV&#39;s &quot;CutMix, MixUp, and RandAugment&quot;, and Datarax&#39;s &quot;MixUp and CutMix&quot;. What else they do stands in the demo: its galleries and charts.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const examples = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  examples as default
};
