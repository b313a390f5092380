/** timm's CutMix boxes: the box from λ and centre (or from its drawn sides), and the λ that ends up in the label. */
import { createEngine, type Plan } from "mixwell";
import { test } from "vitest";
import { boxLambda, cutBox, minmaxSides, placedBox } from "../../src/mixers/cutmix-box.ts";
import { expectNoGpuErrors, getDevice } from "../gpu/device.ts";
import { upload } from "../gpu/help.ts";
import { readOracleJson } from "./files.ts";
import { PATHS, recordSet } from "./report.ts";
import { groupBy, setsOf, Tally } from "./sets.ts";

interface BoxTable {
  rand_bbox: { columns: string[]; rows: number[][] };
  rand_bbox_minmax?: { columns: string[]; rows: number[][] };
}

/** A recorded row by its columns' names, and our box for it. */
interface BoxCase {
  id: string;
  height: number;
  width: number;
  box: ReturnType<typeof cutBox>;
  /** yl, yh, xl, xh. */
  wanted: number[];
  lambda: number;
  /** What is wrong with the sides that our min/max rule may draw, where there is one. */
  wrongSide?: string;
}

/** λ is a float32 in the label: half a unit in the last place of 1. */
const ONE_ROUNDING = 2 ** -25;

const sets = await setsOf("boxes");
if (sets.length === 0) test.skip("no set of this kind in the folder");

for (const { path: set } of sets) {
  if (PATHS.includes("reference"))
    test(`${set}, reference`, async ({ task }) => {
      const tally = new Tally();
      for (const { id, height, width, box, wanted, lambda, wrongSide } of casesOf(
        await readOracleJson<BoxTable>(set),
      )) {
        await tally.add(id, () => {
          if (wrongSide) return wrongSide;
          const found = [box.y.start, box.y.end, box.x.start, box.x.end];
          if (found.join() !== wanted.join()) return `the box [${found}] instead of [${wanted}]`;
          const exact = boxLambda("exact", height, width, box, Number.NaN);
          return exact === lambda ? undefined : `lambda ${exact} instead of ${lambda}`;
        });
      }
      recordSet(task, {
        set,
        path: "reference",
        skipped: 0,
        passed: tally.passed,
        failed: tally.failed,
        failures: tally.failures,
      });
    });

  test(`${set}, GPU`, async ({ task }) => {
    const tally = new Tally();
    for (const cases of groupBy(
      casesOf(await readOracleJson<BoxTable>(set)),
      ({ height, width }) => `${height}×${width}`,
    )) {
      const { counted, labels } = await labelsOf(cases);
      for (const [row, { id, lambda }] of cases.entries()) {
        await tally.add(id, () => {
          const label = labels[2 * row]!;
          if (!(Math.abs(label - lambda) <= ONE_ROUNDING)) return `label weight ${label} instead of ${lambda}`;
          return counted[row] === Math.fround(lambda)
            ? undefined
            : `a share of ${counted[row]} own pixels instead of ${lambda}`;
        });
      }
    }
    await expectNoGpuErrors();
    recordSet(task, {
      set,
      path: "gpu",
      skipped: 0,
      passed: tally.passed,
      failed: tally.failed,
      failures: tally.failures,
    });
  });
}

function casesOf({ rand_bbox, rand_bbox_minmax }: BoxTable): BoxCase[] {
  const named = ({ columns, rows }: BoxTable["rand_bbox"]) =>
    rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]!])));
  const centred = named(rand_bbox).map((row, i) => {
    const { H, W, lam, cy, cx, yl, yh, xl, xh, lam_corrected } = row as Record<string, number> & {
      H: number;
      W: number;
    };
    const box = cutBox("timm", { height: H, width: W }, lam!, cx!, cy!);
    return { id: `rand_bbox[${i}]`, height: H, width: W, box, wanted: [yl!, yh!, xl!, xh!], lambda: lam_corrected! };
  });
  if (!rand_bbox_minmax) return centred;
  const placed = named(rand_bbox_minmax).map((row, i) => {
    const { H, W, min, max, cut_h, cut_w, y, x, yl, yh, xl, xh, lam } = row as Record<string, number> & {
      H: number;
      W: number;
    };
    const box = placedBox(x!, y!, cut_w!, cut_h!);
    const fits = (length: number, cut: number) => {
      const { first, count } = minmaxSides(length, [min!, max!]);
      return cut >= first && cut < first + count;
    };
    const wrongSide =
      fits(H, cut_h!) && fits(W, cut_w!) ? undefined : `sides ${cut_h} × ${cut_w}, which our rule would not draw`;
    return {
      id: `rand_bbox_minmax[${i}]`,
      height: H,
      width: W,
      box,
      wanted: [yl!, yh!, xl!, xh!],
      lambda: lam!,
      wrongSide,
    };
  });
  return [...centred, ...placed];
}

/**
 * One batch of all boxes for one picture size, each cut out of white and filled with black: the label weights that the
 * GPU wrote (own class, partner class), and the share of white pixels that it left.
 */
async function labelsOf(cases: BoxCase[]) {
  const device = await getDevice();
  const { height, width } = cases[0]!;
  const size = cases.length;
  const pixels = height * width;
  const plan: Plan = {
    version: 1,
    seed: 0,
    epoch: 0,
    height,
    width,
    sources: [
      ...cases.map((_, index) => ({ from: "batch" as const, index, id: index })),
      ...cases.map((_, index) => ({ from: "external" as const, index, id: index })),
    ],
    batchSize: size,
    stages: [
      {
        pairing: "external",
        rows: cases.map(({ box, box: { x, y } }, own) => ({
          mixer: "cutmix",
          own,
          partner: size + own,
          bbox: [x.start, y.start, x.end, y.end],
          lambda: boxLambda("exact", height, width, box, Number.NaN),
        })),
      },
    ],
  };
  const engine = await createEngine(device, {
    policy: [],
    output: { format: "u8" },
    labels: { classes: 2 },
    warm: false,
  });
  const white = upload(device, new Uint8Array(size * pixels).fill(255));
  const black = upload(device, new Uint8Array(size * pixels));
  const input = { images: white, size, height, width, channels: 1, labels: new Uint32Array(size) };
  const batch = engine.run(
    { ...input, external: { images: black, size, labels: new Uint32Array(size).fill(1) } },
    { plan },
  );
  const { images, labels } = await engine.read(batch);
  for (const thing of [engine, white, black]) thing.destroy();
  const counted = cases.map((_, row) => {
    let left = 0;
    for (let i = row * pixels; i < (row + 1) * pixels; i++) if (images[i] === 255) left++;
    return Math.fround(left / pixels);
  });
  return { counted, labels: labels! };
}
