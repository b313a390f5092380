import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Photographs","description":"","frontmatter":{"aside":false},"headers":[],"relativePath":"photographs.md","filePath":"photographs.md"}');
const _sfc_main = { name: "photographs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="photographs" tabindex="-1">Photographs <a class="header-anchor" href="#photographs" aria-label="Permalink to &quot;Photographs&quot;">​</a></h1><p>This page says whose photographs the demo, the examples and these pages show, and on which terms.</p><p>All seven are in the public domain or CC0. They were cut to squares and reduced to 256×256.</p><table tabindex="0"><thead><tr><th>file</th><th>by</th><th>terms</th></tr></thead><tbody><tr><td>astronaut.png</td><td>NASA, Great Images (Eileen Collins)</td><td>public domain</td></tr><tr><td>chelsea.png</td><td>Stefan van der Walt</td><td>CC0</td></tr><tr><td>coffee.png</td><td>Rachel Michetti, courtesy of Pikolo Espresso Bar</td><td>CC0</td></tr><tr><td>hubble.png</td><td>NASA, Hubble eXtreme Deep Field</td><td>public domain</td></tr><tr><td>raccoon.png</td><td>public-domain-image.com</td><td>public domain</td></tr><tr><td>retina.png</td><td>Mikael Häggström, Wikimedia Commons</td><td>CC0 1.0</td></tr><tr><td>rocket.png</td><td>SpaceX</td><td>public domain</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("photographs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const photographs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  photographs as default
};
