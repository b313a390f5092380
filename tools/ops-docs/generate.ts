/** docs/ops.md and its pictures, as values: `tools/ops-docs.mjs` writes them, `test/unit/ops-docs.test.ts` compares. */
import "../../src/all.ts";
import { imageOps } from "../../src/ops/index.ts";
import type { ImageOp } from "../../src/ops/op.ts";
import { wrapMarkdown } from "../wrap-markdown.mjs";
import { magnitudePages } from "./magnitude-pages.ts";
import { opsChapter } from "./ops-page.ts";
import { readRgb, writeIndexed } from "./png.ts";
import { policiesChapter } from "./policies-page.ts";
import { pictureOf, stripOf } from "./strips.ts";

/** The photograph of the strips. */
export const PHOTOGRAPH = "demo/public/photos/coffee.png";
export const PAGE = "docs/ops.md";
export const pathOf = (name: string): string => `docs/images/ops/${name}.png`;

const INTRODUCTION = `<!-- \`npm run docs\` writes this page, from the ops' own descriptions. Do not edit it. -->

# Image ops and policies

This page says what each image op does, with which arguments and after whom. Then it has the tables of the policies in numbers.

Where an argument is a list, a policy refuses two numbers with the smaller first, since they could be a range: write \`{ all: [low, high] }\` for the range, and \`{ list: [a, b] }\` for the list.

Each op has a strip of pictures: 96 × 96 pixels at five strengths. The CPU reference draws them, in u8 (normalize in f32), and in few colours to keep them small. To try ops on your own pictures, see the policy page of the demo (\`npm start\`).

In a policy an op is called as \`ops.solarize({ threshold: 128 })\`. There any number may also be drawn: \`[low, high]\`, \`{ normal: [mean, std] }\`, \`{ choice: […] }\`. In a plan it stands as \`{ op: "solarize", threshold: 128 }\`. Levels are 0 to 255, whatever the pictures' format.`;

export const pageText = (): string => wrapMarkdown(`${INTRODUCTION}\n\n${opsChapter()}\n\n${policiesChapter()}\n`);

/** Every page that is written, by its path. */
export const pages = (): Record<string, string> => ({ [PAGE]: pageText(), ...magnitudePages() });

/** Every op's strip by its path, given the photograph's file. */
export function strips(photograph: Uint8Array) {
  const picture = pictureOf(readRgb(photograph));
  return Object.values(imageOps).map((op: ImageOp) => ({ path: pathOf(op.name), strip: stripOf(op, picture) }));
}

export const encode = writeIndexed;
