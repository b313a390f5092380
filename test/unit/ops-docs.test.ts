/** docs/ops.md and its pictures are what the code makes today. `npm run docs` writes them anew. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { imageOps } from "../../src/ops/index.ts";
import { magnitudeTables } from "../../src/tables/index.ts";
import { PAGE, PHOTOGRAPH, pages, pageText, pathOf, strips } from "../../tools/ops-docs/generate.ts";
import { type Indexed, readIndexed, readRgb, writeIndexed } from "../../tools/ops-docs/png.ts";
import { LARGEST, pictureOf, stripOf } from "../../tools/ops-docs/strips.ts";

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const text = pageText();
/** Drawn once, for the two tests that look at them. */
const made = strips(readFileSync(file(PHOTOGRAPH)));
/** Without line breaks in its sentences. */
const unwrapped = (words: string) => words.replace(/\s+/g, " ");

/** Colours as 0xRRGGBB, and −1 where there is none: the same picture, however its palette is ordered or packed. */
const pixelsOf = ({ palette, indices }: Indexed) =>
  Int32Array.from(indices, (i) =>
    i === 0 ? -1 : (palette[3 * i]! << 16) | (palette[3 * i + 1]! << 8) | palette[3 * i + 2]!,
  );

const written = pages();

test.each(Object.keys(written))("%s is what the descriptions and tables say", (path) => {
  expect(readFileSync(file(path), "utf8")).toBe(written[path]);
});

test("what a magnitude is stands in the policies' pages as in the peers' documents, and no table is left out", () => {
  const numbers = Object.entries(written).filter(([path]) => path !== PAGE);
  const all = numbers.map(([, page]) => page).join("\n");
  for (const name of Object.keys(magnitudeTables)) expect(all.split(`\n## \`${name}\`\n`), name).toHaveLength(2);
  const row = (table: string, entry: string) =>
    all
      .split(`\n## \`${table}\`\n`)[1]!
      .split("\n")
      .find((line) => line.startsWith(`| ${entry} |`))!
      .split(" | ")
      .slice(3);
  // torchvision: 31 bins to 0.3, to 30 degrees, of 255 down to 0, 8 to 4 bits; timm: level 9 of 10.
  expect(row("torchvision", "ShearX").slice(0, 4)).toEqual(["0", "±0.03", "±0.06", "±0.09"]);
  expect(row("torchvision", "Rotate")[3]).toBe("±9");
  expect(row("torchvisionWide", "Rotate").at(-1)).toBe("±135 |");
  expect(row("timm", "Rotate").slice(5)).toEqual(["±27", "±30 |"]);
  expect(row("keras3", "RandomRotation").at(-1)).toBe("±360 |");
  expect(all).toContain("| 1 | Posterize 4, in 40 % | Rotate ±30, in 60 % |");
});

test("every op has its section, its picture and every argument", () => {
  for (const [name, op] of Object.entries(imageOps)) {
    const section = text.split(`\n### ${name}\n`)[1]?.split("\n### ")[0];
    expect(unwrapped(section!), name).toContain(unwrapped(op.about!));
    expect(section, name).toContain(`](images/ops/${name}.png)`);
    for (const argument of Object.keys(op.args)) expect(section, name).toContain(`| \`${argument}\` |`);
  }
});

test("every link within the page leads to a heading", () => {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, words]) => words!.toLowerCase().replaceAll(" ", "-"));
  const targets = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target!);
  expect(targets.length).toBeGreaterThan(100);
  expect(targets.filter((target) => !headings.includes(target))).toEqual([]);
});

test("no row of a table has other cells than its head", () => {
  const tables = text.split("\n\n").filter((block) => block.startsWith("| "));
  for (const block of tables) {
    const widths = block
      .trimEnd()
      .split("\n")
      .map((line) => line.replaceAll("\\|", "").split("|").length);
    expect(new Set(widths).size, block.slice(0, 80)).toBe(1);
  }
});

test("the strips are what the reference draws, and small", () => {
  expect(readdirSync(file("docs/images/ops")).sort()).toEqual(made.map(({ path }) => path.split("/").pop()).sort());
  for (const { path, strip } of made) {
    const kept = readIndexed(readFileSync(file(path)));
    expect([kept.height, kept.width], path).toEqual([strip.height, strip.width]);
    expect(Buffer.compare(Buffer.from(pixelsOf(kept).buffer), Buffer.from(pixelsOf(strip).buffer)), path).toBe(0);
    expect(statSync(file(path)).size, path).toBeLessThanOrEqual(LARGEST);
  }
});

test("an op's strip shows that the op does something, and identity that it does not", () => {
  for (const { path, strip } of made) {
    const pixels = pixelsOf(strip);
    const last = strip.width - 96;
    const differs = pixels.some((colour, i) => i % strip.width < 96 && colour !== pixels[i + last]);
    expect(differs, path).toBe(path !== pathOf("identity"));
  }
});

test("an op with neither a strength nor examples has its strip all the same", () => {
  const picture = pictureOf(readRgb(readFileSync(file(PHOTOGRAPH))));
  for (const op of [imageOps.brightness, imageOps.posterize, imageOps.solarize]) {
    const { atMagnitude: _, ...plain } = op;
    const strip = stripOf(plain, picture);
    expect(strip.width, op.name).toBe(stripOf(imageOps.invert, picture).width);
    expect(pixelsOf(strip), op.name).not.toEqual(pixelsOf(stripOf(imageOps.identity, picture)));
  }
});

test("the PNG reader and writer agree", () => {
  const palette = Uint8Array.from([0, 0, 0, 10, 20, 30, 200, 100, 0]);
  const picture = { height: 2, width: 3, palette, indices: Uint8Array.from([0, 1, 2, 2, 1, 0]) };
  expect(readIndexed(writeIndexed(picture))).toEqual(picture);
  expect(() => readRgb(writeIndexed(picture))).toThrow("expected a PNG of type 2");
});
