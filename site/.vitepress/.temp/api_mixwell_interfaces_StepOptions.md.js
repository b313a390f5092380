import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StepOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/StepOptions.md","filePath":"api/mixwell/interfaces/StepOptions.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/StepOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-stepoptions" tabindex="-1">Interface: StepOptions <a class="header-anchor" href="#interface-stepoptions" aria-label="Permalink to &quot;Interface: StepOptions&quot;">​</a></h1><p>What changes from step to step.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epoch"></a> <code>epoch?</code></td><td><code>number</code></td><td>Default 0. Part of every draw&#39;s address.</td></tr><tr><td><a id="property-ids"></a> <code>ids?</code></td><td><code>ArrayLike</code>&lt;<code>number</code>&gt;</td><td>A number for every sample that is the same whenever the sample is seen; a dataset&#39;s indices are its ids.</td></tr><tr><td><a id="property-occurrences"></a> <code>occurrences?</code></td><td><code>ArrayLike</code>&lt;<code>number</code>&gt;</td><td>Which occurrence of its sample each row is, 0 the first: every one is a draw of its own. Default: counted within the batch. Whoever draws a sample into several batches of an epoch (oversampling) counts through the epoch here, as <code>epoch</code> with <code>last: &quot;wrap&quot;</code> does.</td></tr><tr><td><a id="property-out"></a> <code>out?</code></td><td>| <a href="./OutBuffers"><code>OutBuffers</code></a> | ((<code>name</code>: <a href="./../type-aliases/OutName"><code>OutName</code></a>, <code>shape</code>: <code>number</code>[], <code>type</code>: <a href="./../type-aliases/OutType"><code>OutType</code></a>) =&gt; <code>GPUBuffer</code>)</td><td>Write here instead of into our own buffers; each at least as large as the output, usage STORAGE. A function is asked for every output that is made, with its shape and type, once everything else about the step was checked. Those of targets have names such as <code>targets.masks</code> and, of padded objects, <code>targets.objects.boxes</code>; the latter are written by the queue, and need COPY_DST too.</td></tr><tr><td><a id="property-plan"></a> <code>plan?</code></td><td><a href="./Plan"><code>Plan</code></a></td><td>Replay or apply this plan instead of drawing one. The batch gets a copy of it.</td></tr><tr><td><a id="property-step"></a> <code>step?</code></td><td><code>number</code></td><td>The step in training: for schedules, and as the address of the draws when there are no <code>ids</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/StepOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StepOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StepOptions as default
};
