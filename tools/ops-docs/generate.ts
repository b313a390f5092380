/** docs/ops.md and its pictures, as values: `tools/ops-docs.mjs` writes them, `test/unit/ops-docs.test.ts` compares. */

import { imageOps } from "../../src/ops/index.ts";
import type { ImageOp } from "../../src/ops/op.ts";
import { opsChapter } from "./ops-page.ts";
import { readRgb, writeIndexed } from "./png.ts";
import { policiesChapter } from "./policies-page.ts";
import { pictureOf, stripOf } from "./strips.ts";

/** The photograph of the strips. */
export const PHOTOGRAPH = "demo/public/photos/coffee.png";
export const PAGE = "docs/ops.md";
export const pathOf = (name: string): string => `docs/images/ops/${name}.png`;

const INTRODUCTION = `<!-- Written by \`npm run docs\` from the ops' own descriptions and the CPU reference. Do not edit. -->

# Image ops and policies

Every image op, what its numbers mean, and what it does to a picture of 96 × 96 at five strengths; then the policies' tables. An op is called as
\`ops.solarize({ threshold: 128 })\` in a policy, where any number may also be drawn (\`[low, high]\`, \`{ normal: [mean, std] }\`, \`{ choice: […] }\`),
and stands in a plan as \`{ op: "solarize", threshold: 128 }\`. Levels are 0..255 whatever the pictures' format.

The strips are drawn by the reference in u8 (normalize in f32), in few colours to keep them small. To try ops on your own pictures, see the policy
page of the demo (\`npm start\`).`;

export const pageText = (): string => `${INTRODUCTION}\n\n${opsChapter()}\n\n${policiesChapter()}\n`;

/** Every op's strip by its path, given the photograph's file. */
export function strips(photograph: Uint8Array) {
  const picture = pictureOf(readRgb(photograph));
  return Object.values(imageOps).map((op: ImageOp) => ({ path: pathOf(op.name), strip: stripOf(op, picture) }));
}

export const encode = writeIndexed;
