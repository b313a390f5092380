/**
 * Writes what the pages share into each of them: `<!-- part: footer -->` becomes demo/parts/footer.html. What differs
 * from page to page is said with it: `<!-- part: panel id="plan" title="Plan" -->` fills `{id}` and `{title}`.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { docsAddress, GUIDES, PAGES, type Place } from "./places.ts";

const PART = /^( *)<!-- part: (\w+)((?: \w+="[^"]*")*) -->$/gm;

export function partsPlugin(): Plugin {
  return {
    name: "mixwell-parts",
    transformIndexHtml: {
      order: "pre",
      handler: (html, { path }) => withParts(html, basename(path) || "index.html"),
    },
  };
}

/** @throws Error where a part asks for something that the page does not say */
export const withParts = (html: string, page: string): string =>
  html.replace(PART, (_, indent: string, part: string, said: string) =>
    indented(filled(part, { ...listsOf(page), ...attributesOf(said) }), indent),
  );

function filled(part: string, values: Record<string, string>): string {
  const path = fileURLToPath(new URL(`./parts/${part}.html`, import.meta.url));
  // Parts may have parts.
  const text = readFileSync(path, "utf8")
    .trimEnd()
    .replace(PART, (_, indent: string, inner: string, said: string) =>
      indented(filled(inner, { ...values, ...attributesOf(said) }), indent),
    );
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`part ${part}: expected ${name}="…", found nothing`);
    return value;
  });
}

const attributesOf = (said: string) =>
  Object.fromEntries(
    [...said.matchAll(/ (\w+)="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      name === "sections" ? anchors(value!) : name === "docs" ? docsAddress(value!) : value!,
    ]),
  );

/** `#run Measure | #report Report` as links. */
const anchors = (sections: string): string =>
  sections
    .split(" | ")
    .map((one) => one.replace(/^(\S+) (.+)$/, '<a class="topbar-link" href="$1">$2</a>'))
    .join("");

/** The header's lists of links; the page itself is marked. */
function listsOf(page: string): Record<string, string> {
  const links = (places: readonly Place[], address: (link: string) => string) =>
    places
      .map(({ text, link }) => {
        const here = link === page ? ' aria-current="page"' : "";
        return `<a class="topbar-link" href="${address(link)}"${here}>${text}</a>`;
      })
      .join("");
  return { guides: links(GUIDES, docsAddress), pages: links(PAGES, (link) => `./${link}`) };
}

const indented = (text: string, indent: string) => text.replace(/^(?=.)/gm, indent);
