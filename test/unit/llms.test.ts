/** What assistants read of the package: every page, every exported name, and code that other tests run. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { PAGES, readBlocks } from "../../tools/docs-blocks.mjs";
import { filesForAssistants } from "../../tools/llms.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { "llms.txt": index, "ASSISTANTS.md": guide } = filesForAssistants((page) => `../${page}`);

test("llms.txt has the form that llmstxt.org gives it, and every page with what it answers", () => {
  expect(index).toMatch(/^# Mixwell\n\n> Mixwell augments .*\n\n/);
  const links = [...index.matchAll(/^- \[.+\]\(\.\.\/(.+?)\): (.+)$/gm)];
  const pages = links.map(([, page]) => page!);
  const listed = PAGES.filter((page) => page === "README.md" || !page.endsWith("README.md"));
  expect(pages.sort()).toEqual([...listed, "CHANGELOG.md"].sort());
  expect(pages.filter((page) => !existsSync(`${root}${page}`))).toEqual([]);
  expect(links.filter(([, , purpose]) => purpose!.startsWith("This page")).map(([line]) => line)).toEqual([]);
});

test("the guide names everything that is exported, and nothing that is not", () => {
  for (const name of ["exports", "exports-tfjs", "exports-node"])
    for (const exported of readFileSync(`${root}test/package/${name}.txt`, "utf8").split("\n").filter(Boolean))
      expect(guide).toContain(`\`${exported}\``);
  const imported = [...guide.matchAll(/from "(mixwell[\w/]*)"/g)].map(([, entry]) => entry!);
  for (const entry of new Set(imported)) expect(guide).toContain(`- \`${entry}\`: `);
});

test("its code is code of the documents, as it is tested there", () => {
  const blocks = readBlocks().map(({ code }) => code);
  const own = [...guide.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code!);
  expect(own.length).toBe(3);
  expect(own.filter((code) => !blocks.includes(code))).toEqual([]);
});
