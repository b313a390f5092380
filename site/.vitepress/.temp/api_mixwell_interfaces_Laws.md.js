import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Laws","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Laws.md","filePath":"api/mixwell/interfaces/Laws.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Laws.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-laws" tabindex="-1">Interface: Laws <a class="header-anchor" href="#interface-laws" aria-label="Permalink to &quot;Interface: Laws&quot;">​</a></h1><p>What tests hold every op to, and how an op may differ.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-floatswithin"></a> <code>floatsWithin?</code></td><td><code>number</code></td><td>The GPU&#39;s floats are within 5e-7 of the reference&#39;s, times the value where that is above 1. This is another bound: WGSL leaves roundings open.</td></tr><tr><td><a id="property-jumps"></a> <code>jumps?</code></td><td><code>true</code></td><td>Set where floats jump: a difference in the last place before the op (at a level, a threshold, in a histogram) can be a whole step after it.</td></tr><tr><td><a id="property-leavesrangeby"></a> <code>leavesRangeBy?</code></td><td><code>number</code></td><td>Floats of 0..1 stay in it. This is how far they may leave it.</td></tr><tr><td><a id="property-neutral"></a> <code>neutral?</code></td><td>| <code>&quot;none&quot;</code> | ((<code>picture</code>: <a href="./PictureShape"><code>PictureShape</code></a>) =&gt; readonly <code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;&gt;[])</td><td>An op has neutral arguments, which change nothing: the <code>identity</code> of its arguments, and a strength of 0. Here they are where they depend on the picture, or are a box or an order that means nothing. <code>none</code>: every call changes something.</td></tr><tr><td><a id="property-neutralwithin"></a> <code>neutralWithin?</code></td><td><code>number</code></td><td>Neutral arguments change no bit. This is how far from its input a float may be all the same, where white is 1.</td></tr><tr><td><a id="property-shrinksby"></a> <code>shrinksBy?</code></td><td><code>number</code> | <code>&quot;any&quot;</code></td><td>A greater strength changes a photograph more. This is by which share it may be less; <code>any</code>: the strength is no amount of change.</td></tr><tr><td><a id="property-weighsgrey"></a> <code>weighsGrey?</code></td><td><code>true</code></td><td>One channel is treated as a grey picture of three. Set where a grey is weighed of three channels by weights whose sum is not 1.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Laws.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Laws = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Laws as default
};
