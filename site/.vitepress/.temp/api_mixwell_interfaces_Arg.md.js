import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Arg","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/Arg.md","filePath":"api/mixwell/interfaces/Arg.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/Arg.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-arg" tabindex="-1">Interface: Arg <a class="header-anchor" href="#interface-arg" aria-label="Permalink to &quot;Interface: Arg&quot;">​</a></h1><p>One argument, as documentation, check and default in one.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-about"></a> <code>about?</code></td><td><code>string</code></td><td>For the documentation. The package is built without it.</td></tr><tr><td><a id="property-default"></a> <code>default?</code></td><td><code>unknown</code></td><td>Left out, the argument must be given.</td></tr><tr><td><a id="property-identity"></a> <code>identity?</code></td><td><code>unknown</code></td><td>The value that changes nothing, where there is one.</td></tr><tr><td><a id="property-isnorange"></a> <code>isNoRange?</code></td><td><code>true</code></td><td>For <code>list</code>: the entries are names, places or counts that go with another argument, so that nobody takes two of them for a range.</td></tr><tr><td><a id="property-length"></a> <code>length?</code></td><td><code>number</code></td><td>For <code>list</code>: how many entries; left out, any number.</td></tr><tr><td><a id="property-max"></a> <code>max?</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-min"></a> <code>min?</code></td><td><code>number</code></td><td>Smallest and largest value (of each entry, for a list).</td></tr><tr><td><a id="property-sideofresult"></a> <code>sideOfResult?</code></td><td><code>&quot;height&quot;</code> | <code>&quot;width&quot;</code> | <code>&quot;both&quot;</code></td><td>Set where the argument is a side of the result, or with others decides <code>both</code> (then the op has a <code>sizeAfter</code>). A policy gives all pictures the same.</td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>&quot;number&quot;</code> | <code>&quot;boolean&quot;</code> | <code>&quot;integer&quot;</code> | <code>&quot;choice&quot;</code> | <code>&quot;list&quot;</code></td><td>-</td></tr><tr><td><a id="property-unit"></a> <code>unit</code></td><td><code>string</code></td><td>What the number counts: <code>level 0..255</code>, <code>degrees</code>, <code>pixels</code>, <code>factor</code>, <code>share of the width</code> …</td></tr><tr><td><a id="property-values"></a> <code>values?</code></td><td>readonly <code>string</code>[]</td><td>For <code>choice</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/Arg.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Arg = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Arg as default
};
