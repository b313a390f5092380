import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ObjectSet","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ObjectSet.md","filePath":"api/mixwell/interfaces/ObjectSet.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ObjectSet.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-objectset" tabindex="-1">Interface: ObjectSet <a class="header-anchor" href="#interface-objectset" aria-label="Permalink to &quot;Interface: ObjectSet&quot;">​</a></h1><p>The objects of many pictures, one picture after the other. M is how many there are together.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./ObjectData"><code>ObjectData</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-boxes"></a> <code>boxes</code></td><td>| <a href="./../type-aliases/Boxes"><code>Boxes</code></a> | readonly (readonly (readonly <code>number</code>[])[])[]</td><td>M boxes in one array, with <code>offsets</code>; or a list of boxes for each picture.</td></tr><tr><td><a id="property-degenerate"></a> <code>degenerate?</code></td><td><code>&quot;drop&quot;</code> | <code>&quot;throw&quot;</code></td><td>What is done about a box without area in its picture: refuse it (default), or leave it out.</td></tr><tr><td><a id="property-fields"></a> <code>fields?</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../type-aliases/Field"><code>Field</code></a>&gt;&gt;</td><td>What else belongs to the objects: one value each, or equally many. It is handed on with them.</td></tr><tr><td><a id="property-format"></a> <code>format</code></td><td><a href="./../type-aliases/BoxFormat"><code>BoxFormat</code></a></td><td>What the numbers of a box are.</td></tr><tr><td><a id="property-keypoints"></a> <code>keypoints?</code></td><td><a href="./Keypoints"><code>Keypoints</code></a></td><td>-</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td>readonly <code>number</code>[] | <code>Uint32Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>M class ids, below 2^32. Left out they are 0.</td></tr><tr><td><a id="property-normalized"></a> <code>normalized?</code></td><td><code>boolean</code></td><td>Whether boxes, points and vertices are divided by their own picture&#39;s width and height. Default false.</td></tr><tr><td><a id="property-offsets"></a> <code>offsets?</code></td><td><code>Uint32Array</code>&lt;<code>ArrayBufferLike</code>&gt;</td><td>N + 1 numbers for N pictures: picture i has the objects from offsets[i] on, up to offsets[i + 1].</td></tr><tr><td><a id="property-polygons"></a> <code>polygons?</code></td><td><a href="./Polygons"><code>Polygons</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ObjectSet.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ObjectSet = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ObjectSet as default
};
