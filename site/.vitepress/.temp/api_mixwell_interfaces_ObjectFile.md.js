import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ObjectFile","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ObjectFile.md","filePath":"api/mixwell/interfaces/ObjectFile.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ObjectFile.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-objectfile" tabindex="-1">Interface: ObjectFile <a class="header-anchor" href="#interface-objectfile" aria-label="Permalink to &quot;Interface: ObjectFile&quot;">​</a></h1><p>Boxes in JSON files.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-degenerate"></a> <code>degenerate?</code></td><td><code>&quot;drop&quot;</code> | <code>&quot;throw&quot;</code></td><td>What is done about a box without area in its picture. Default: the picture cannot be read.</td></tr><tr><td><a id="property-file"></a> <code>file?</code></td><td><code>string</code></td><td>The ending of the files. Default <code>json</code>.</td></tr><tr><td><a id="property-format"></a> <code>format</code></td><td><a href="./../type-aliases/BoxFormat"><code>BoxFormat</code></a></td><td>What the numbers of a box are.</td></tr><tr><td><a id="property-keypoints"></a> <code>keypoints?</code></td><td><code>Omit</code>&lt;<a href="./Keypoints"><code>Keypoints</code></a>, <code>&quot;data&quot;</code>&gt;</td><td>Of the points, where there are any: how many an object has, what x = 0 is, which change places in a mirror.</td></tr><tr><td><a id="property-kind"></a> <code>kind</code></td><td><code>&quot;objects&quot;</code></td><td>-</td></tr><tr><td><a id="property-normalized"></a> <code>normalized?</code></td><td><code>boolean</code></td><td>-</td></tr><tr><td><a id="property-read"></a> <code>read?</code></td><td>(<code>value</code>: <code>unknown</code>) =&gt; <a href="./FileObjects"><code>FileObjects</code></a></td><td>Finds a picture&#39;s objects in the value of its file. Default: it has them, as <code>boxes</code> and <code>labels</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ObjectFile.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ObjectFile = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ObjectFile as default
};
