/** What an entry of a table does to photographs from its weakest to its strongest magnitude; for `test:whole`. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { AnyCall } from "../../../src/ops/op.ts";
import { applyOps, type PixelPicture } from "../../../src/reference/ops.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { opAt } from "../../../src/stages/op-at.ts";
import { largestOf, magnitudeTables, type TableName, tableOf } from "../../../src/tables/index.ts";
import { readRgb } from "../../../tools/ops-docs/png.ts";
import { pictureOf } from "../../../tools/ops-docs/strips.ts";
import { range } from "../sample/request.ts";
import { PAPERS, QUIRKS } from "./wrong-way.ts";

const tables = Object.keys(magnitudeTables) as TableName[];

/** Up to a full turn either way: half a turn is as far as it goes. */
const ROUND = ["keras3 RandomRotation"];

/** A photograph at 32 × 32, every third pixel. */
const pictures = ["chelsea", "coffee", "raccoon"].map((name): PixelPicture => {
  const large = pictureOf(
    readRgb(readFileSync(fileURLToPath(new URL(`../../../demo/public/photos/${name}.png`, import.meta.url)))),
  );
  const values = new Float64Array(32 * 32 * 4);
  for (let i = 0; i < values.length; i++) {
    const pixel = i >> 2;
    values[i] = large.values[(3 * (pixel >> 5) * large.width + 3 * (pixel & 31)) * 4 + (i & 3)]!;
  }
  return { height: 32, width: 32, channels: 3, values };
});
/** By the calls: many draws are alike. */
const known = new Map<string, number>();
const damage = (calls: AnyCall[]) => {
  const key = JSON.stringify(calls);
  const before = known.get(key);
  if (before !== undefined) return before;
  let sum = 0;
  for (const picture of pictures) {
    const { values } = applyOps(picture, calls as never[], "u8");
    for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]! - picture.values[i]!);
  }
  known.set(key, sum / (pictures.length * 32 * 32 * 3));
  return known.get(key)!;
};

/** Mean damage of an entry over the same 16 draws: signs, noise and ranges are drawn alike at every magnitude. */
function damages(table: TableName, entry: string): number[] {
  const largest = largestOf(tableOf(table));
  return [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const magnitude = tableOf(table).unit === "bin" ? Math.round(share * largest) : share * largest;
    const plan = samplePlan({
      policy: opAt(table, entry, { magnitude }),
      seed: 2,
      ids: range(16),
      height: 32,
      width: 32,
    });
    const each = plan.sources.map(({ ops = [] }) => damage(ops));
    return each.reduce((sum, one) => sum + one, 0) / each.length;
  });
}

// A twentieth: once a warp shows pixels from far away, whether these are nearer in colour or not is chance.
const SLACK = 0.05;
const grows = (list: number[]) => list.every((value, i) => i === 0 || value >= (1 - SLACK) * list[i - 1]!);

test("a stronger magnitude that damages less, where the papers and the quirks have it, and nowhere else", () => {
  const wrong = tables.flatMap((table) =>
    Object.keys(tableOf(table).entries).flatMap((entry) => (grows(damages(table, entry)) ? [] : [`${table} ${entry}`])),
  );
  expect(wrong.filter((name) => ![...PAPERS, ...QUIRKS].includes(name))).toEqual(ROUND);
  expect(wrong).toEqual(
    expect.arrayContaining(["timm Posterize", "timm Brightness", "keras3Quirks RandomPosterization"]),
  );
});
