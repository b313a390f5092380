/** How VitePress makes the site, of what site/build laid out. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import { GUIDES, PAGES } from "../../demo/places.ts";
import { anchorOf } from "../../tools/docs-blocks.mjs";
import { aliases } from "../../tools/entries.mjs";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const staged = path("../../.cache/site");
const base = argument("--base") ?? "/docs/";
/** The demo lies one folder above the site; VitePress puts its base before it. */
const DEMO = "/../";

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Without scripts: on phones the sidebar stands below the page, and what needs a script is away. */
const WITHOUT_SCRIPTS = `<style>
.VPNavBarSearch,.VPNavBarAppearance,.VPNavBarHamburger,.VPLocalNav,.op-preview{display:none!important}
@media (max-width:959px){.VPSidebar{order:1;position:static!important;transform:none!important;opacity:1!important;visibility:visible!important;width:100%!important;max-width:none!important}}
.VPNavBarMenu{display:flex!important}
</style>`;

/** The header is the demo's: one list for both. */
const demoPages = PAGES.map(({ text, link }) => ({ text, link: `${DEMO}${link}`, target: "_self" }));
const guides = GUIDES.map(({ text, link }) => ({ text, link: `/${link}`, activeMatch: activeOf(link) }));

/** The guides are what is in no other part. */
function activeOf(link: string): string {
  const others = GUIDES.filter((place) => place.link !== "start").map((place) => place.link.replace("/", ""));
  return link === "start" ? `^/(?!${others.join("|")}|$)` : `^/${link}`;
}

export default defineConfig({
  title: "Mixwell",
  description: "Augment and mix pictures on your GPU: RandAugment, MixUp, CutMix and soft labels, over WebGPU.",
  lang: "en",
  base,
  srcDir: "../.cache/site",
  outDir: path("../../site-dist"),
  cacheDir: path("../../.cache/vitepress"),
  // Addresses end in .html, so that any server of files will do.
  cleanUrls: false,
  srcExclude: ["public/**"],
  lastUpdated: false,
  head: [
    ["link", { rel: "icon", href: `${base}icon.svg`, type: "image/svg+xml" }],
    ["meta", { name: "theme-color", content: "#2f57d0" }],
    ["noscript", {}, WITHOUT_SCRIPTS],
  ],
  // Headings have the anchors that GitHub gives them, so that the documents' links hold in both places.
  markdown: {
    anchor: { slugify: anchorOf },
    // Indented code scrolls by the keyboard, as fenced code does.
    config(md) {
      md.renderer.rules.code_block = (tokens, i) =>
        `<pre tabindex="0"><code>${md.utils.escapeHtml(tokens[i]!.content)}</code></pre>\n`;
    },
    theme: { light: "github-light-high-contrast", dark: "github-dark-default" },
  },
  themeConfig: {
    logo: { src: "/icon.svg", alt: "" },
    nav: [...guides, { text: "Demo", items: demoPages }],
    sidebar: JSON.parse(readFileSync(`${staged}/sidebars.json`, "utf8")),
    outline: { level: [2, 3], label: "On this page" },
    search: {
      provider: "local",
      options: {
        // What is called so comes first. The reference comes after the guides, and short words mean themselves.
        miniSearch: {
          searchOptions: {
            prefix: true,
            fuzzy: (term: string) => (term.length > 5 ? 0.15 : false),
            boost: { title: 8, titles: 2, text: 1 },
            boostDocument: (id: unknown) => (String(id).includes("/api/") ? 0.2 : 1),
          },
        },
      },
    },
    docFooter: { prev: "Before", next: "Next" },
    footer: { message: "Open source under the MIT licence. Photographs in the public domain or CC0." },
  },
  vite: {
    resolve: { alias: aliases },
    build: { target: "es2023", chunkSizeWarningLimit: 3000 },
    server: { fs: { allow: [path("../..")] } },
  },
});
