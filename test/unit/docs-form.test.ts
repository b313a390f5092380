/** The form of the documents: what a reader can count on when he opens one. */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { anchorOf, PAGES } from "../../tools/docs-blocks.mjs";
import { MARKDOWN_WIDTH, wrapMarkdown } from "../../tools/wrap-markdown.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(posix.join(root, path), "utf8");

const EXAMPLES = readdirSync(posix.join(root, "examples"), { recursive: true, encoding: "utf8" })
  .map((path) => `examples/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith("README.md"));
const OTHERS = ["ARCHITECTURE.md", "DECISIONS.md", "CONTRIBUTING.md", "CHANGELOG.md"];
const SITE = ["site/pages/index.md", "SECURITY.md"];
const WRAPPED = [...PAGES, ...EXAMPLES, ...SITE, "ARCHITECTURE.md", "DECISIONS.md", "CHANGELOG.md", "CONTRIBUTING.md"];

/** Prose that could have been broken: no row of a table, and no line that a link or a picture makes long. */
const tooLong = (text: string) =>
  text
    .split("\n")
    .filter((line) => [...line].length > MARKDOWN_WIDTH && !line.startsWith("|") && !/\]\([^)]*\)[.,:]?$/.test(line));

/** Lines that go on with a paragraph and yet begin a list: Markdown takes "1." for one wherever it stands. */
const listsByChance = (text: string) => {
  const lines = text.replace(/^```[\s\S]*?^```$/gm, "").split("\n");
  return lines.filter(
    (line, i) => /^(?:1\.|[-+*]) /.test(line) && /^[\p{L}`*([]/u.test(lines[i - 1] ?? "") && !/:$/.test(lines[i - 1]!),
  );
};

const isConflict = (line: string) => /^(?:<{7} |={7}$|>{7} )/.test(line);

test.each([
  ["README.md", 200],
  ["ARCHITECTURE.md", 250],
])("%s is read once: at most %i lines", (page, lines) => {
  expect(read(page).split("\n").length - 1).toBeLessThanOrEqual(lines);
});

describe.each(WRAPPED)("%s", (page) => {
  test(`is wrapped at ${MARKDOWN_WIDTH} columns`, () => {
    expect(tooLong(read(page))).toEqual([]);
  });

  test("has no line that is a list by chance", () => {
    expect(listsByChance(read(page))).toEqual([]);
    expect(listsByChance("between 0 and\n1. A part\n\n1. A list\n- of:\n- two")).toEqual(["1. A part"]);
  });

  test("has no marks of a merge that nobody finished", () => {
    expect(read(page).split("\n").filter(isConflict)).toEqual([]);
    expect(["<<<<<<< HEAD", "=======", ">>>>>>> main", "a ======= b"].filter(isConflict)).toHaveLength(3);
  });
});

/** The first paragraph below a page's title. */
const opening = (text: string) => text.replace(/^<!--.*?-->\s*/s, "").split(/\n{2,}/)[1]!;

describe.each(PAGES.slice(1))("%s", (page) => {
  test("opens with what it answers, in one or two sentences", () => {
    const words = opening(read(page)).replaceAll("\n", " ");
    expect(words).toMatch(/^This page (answers|says|lists|shows) /);
    expect(words.match(/[.?](?= |$)/g)!.length).toBeLessThanOrEqual(2);
  });

  test("is in the index", () => {
    const index = `${posix.dirname(page)}/README.md`;
    if (page !== index) expect(read(index)).toContain(`](${posix.basename(page)}) | `);
  });
});

/** The links of a text that lead into the project: file, if another, and anchor. */
const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!).filter((target) => !/^https?:/.test(target));

const anchorsOf = (text: string) =>
  [...text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));

test("every link to a heading finds it", () => {
  const lost: string[] = [];
  let found = 0;
  for (const page of [...PAGES, ...EXAMPLES, ...OTHERS]) {
    for (const link of linksIn(read(page))) {
      const [file, anchor] = link.split("#") as [string, string?];
      if (anchor === undefined) continue;
      found++;
      const target = file === "" ? page : posix.join(posix.dirname(page), file);
      if (!anchorsOf(read(target)).includes(anchor)) lost.push(`${page}: ${link}`);
    }
  }
  expect(lost).toEqual([]);
  expect(found).toBeGreaterThan(100);
});

test("the searches above find what they look for", () => {
  const long = "word ".repeat(25);
  expect(tooLong(`${long}\n| ${long}|\n![${long}](a.png)\nshort`)).toEqual([long]);
  expect(opening("<!-- by\nhand -->\n\n# A\n\nOne.\nTwo.\n\nThree.")).toBe("One.\nTwo.");
  expect(linksIn("[a](b.md#c) [d](#e) [f](https://g)")).toEqual(["b.md#c", "#e"]);
  expect(anchorsOf("# `a.b(c, d)`, e\n\n```ts\n# no\n```\n## KerasCV's layers")).toEqual([
    "abc-d-e",
    "kerascvs-layers",
  ]);
});

describe("wrapping", () => {
  test("fills paragraphs and list items, and leaves tables, headings, commands and code alone", () => {
    const word = "x".repeat(48);
    const kept = `# ${word} ${word} ${word}\n\n| ${word} | ${word} | ${word} |\n\n    ${word} ${word} ${word}\n\n\`\`\`ts\n${word} ${word} ${word}\n\`\`\``;
    expect(wrapMarkdown(kept)).toBe(kept);
    expect(wrapMarkdown(`${word} ${word} ${word}\nmore`)).toBe(`${word} ${word}\n${word} more`);
    expect(wrapMarkdown(`- ${word} ${word} ${word}\n  more\n1. b`)).toBe(`- ${word} ${word}\n  ${word} more\n1. b`);
  });

  test("breaks no link and no piece of code", () => {
    const link = `[${"a b ".repeat(14)}](c.md)`;
    expect(wrapMarkdown(`${link} ${link}`)).toBe(`${link}\n${link}`);
    const code = `\`${"a b ".repeat(14)}\``;
    expect(wrapMarkdown(`(${code}), ${code}.`)).toBe(`(${code}),\n${code}.`);
  });

  test("changes nothing that it made", () => {
    for (const page of PAGES) expect(wrapMarkdown(wrapMarkdown(read(page)))).toBe(wrapMarkdown(read(page)));
  });
});
