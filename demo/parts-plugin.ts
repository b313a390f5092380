/** Writes what the pages share into each of them: `<!-- part: footer -->` becomes demo/parts/footer.html. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const PART = /^( *)<!-- part: (\w+) -->$/gm;

const pathOf = (part: string) => fileURLToPath(new URL(`./parts/${part}.html`, import.meta.url));
const read = (part: string) => readFileSync(pathOf(part), "utf8").trimEnd();

export function partsPlugin(): Plugin {
  return {
    name: "mixwell-parts",
    transformIndexHtml: {
      order: "pre",
      handler(html, { path }) {
        const partOf = (_: string, indent: string, part: string) => indented(fill(read(part), path), indent);
        return html.replace(PART, partOf);
      },
    },
  };
}

/** A page has no link to itself. */
const fill = (part: string, page: string) =>
  part
    .split("\n")
    .filter((line) => !line.includes(`href="./${basename(page) || "index.html"}"`))
    .join("\n");

const indented = (text: string, indent: string) => text.replace(/^(?=.)/gm, indent);
