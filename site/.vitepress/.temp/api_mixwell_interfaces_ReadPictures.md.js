import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReadPictures","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/interfaces/ReadPictures.md","filePath":"api/mixwell/interfaces/ReadPictures.md"}');
const _sfc_main = { name: "api/mixwell/interfaces/ReadPictures.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-readpictures" tabindex="-1">Interface: ReadPictures <a class="header-anchor" href="#interface-readpictures" aria-label="Permalink to &quot;Interface: ReadPictures&quot;">​</a></h1><p>What a store&#39;s <code>read</code> gives: one entry for each number, in their order.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-fields"></a> <code>fields?</code></td><td><code>Record</code>&lt;<code>string</code>, <code>ArrayLike</code>&lt;<code>unknown</code>&gt;&gt;</td><td>More fields.</td></tr><tr><td><a id="property-images"></a> <code>images</code></td><td>| <a href="./../type-aliases/Bytes"><code>Bytes</code></a> | readonly Error | Bytes | OwnSizedPicture[]</td><td>Bytes 0..255: all pictures one after the other, or a list with an entry a picture. In the list an error can stand in the place of a picture that cannot be read. Pictures that have sizes of their own come in a list, with their sizes.</td></tr><tr><td><a id="property-labelrows"></a> <code>labelRows?</code></td><td><a href="./../type-aliases/LabelRowsInput"><code>LabelRowsInput</code></a></td><td>Or soft or multi-label rows.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><a href="./../type-aliases/LabelInput"><code>LabelInput</code></a></td><td>Class ids, where the store has none beside <code>read</code>.</td></tr><tr><td><a id="property-targets"></a> <code>targets?</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <a href="./../type-aliases/ReadTarget"><code>ReadTarget</code></a>&gt;&gt;</td><td>What the store&#39;s <code>targets</code> name.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/interfaces/ReadPictures.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReadPictures = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReadPictures as default
};
