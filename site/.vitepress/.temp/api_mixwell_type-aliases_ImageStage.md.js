import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: ImageStage","description":"","frontmatter":{},"headers":[],"relativePath":"api/mixwell/type-aliases/ImageStage.md","filePath":"api/mixwell/type-aliases/ImageStage.md"}');
const _sfc_main = { name: "api/mixwell/type-aliases/ImageStage.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-imagestage" tabindex="-1">Type Alias: ImageStage <a class="header-anchor" href="#type-alias-imagestage" aria-label="Permalink to &quot;Type Alias: ImageStage&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-default vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">type</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> ImageStage</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;"> =</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> ImageStages</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">[</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF7B72;">keyof</span><span style="--shiki-light:#702C00;--shiki-dark:#FFA657;"> ImageStages</span><span style="--shiki-light:#0E1116;--shiki-dark:#E6EDF3;">];</span></span></code></pre></div><p>Image stages: what may happen to one picture by itself. They stand in a policy&#39;s list beside the mixers, in any order: those before the first mixer work on the source pictures (a partner from the dataset draws its own, at its own id), those after a mixer on its results. All of it is plain data and nests.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/mixwell/type-aliases/ImageStage.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ImageStage = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ImageStage as default
};
