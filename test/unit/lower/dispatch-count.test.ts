/**
 * How many dispatches a batch takes. What bounds it: a picture's ops become segments, a segment is one pass of the
 * level it belongs to, and a pass is at most two `augment` dispatches (pictures read as they are, and pictures read
 * through a warp or stencil), and one `tone` before them where some picture's segment begins with a tone op. All
 * pictures of a level go through their k-th segments together, whatever these are. Colour, tone, warp and stencil ops
 * open one segment at most. The last segment is done where the pictures are mixed, if that is a run of one stage, so
 * with n ops a picture
 *
 *     dispatches ≤ 3 (n - 1) + 1 (last tones) + 1 (last segments, mixing, normalisation, layout, type) + 1 (labels)
 *
 * which is 3 n: 6 for RandAugment of two layers, and does not name the size of the policy. Without that, as on a GPU in
 * software or where several stages are mixed at once, it is 3 n + 2. A tile op with a stencil, as JPEG has one, is two
 * segments and a dispatch of its own.
 */

import { describe, expect, test } from "vitest";
import { lower } from "../../../src/lower/lower.ts";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import type { MixStage } from "../../../src/mixers/mix-stage.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import type { OpName } from "../../../src/ops/index.ts";
import type { AnyCall, Interpolation } from "../../../src/ops/op.ts";
import { sizeAfterCalls } from "../../../src/ops/size.ts";
import { randAugment } from "../../../src/peers/rand-augment.ts";
import type { OpCall, Plan } from "../../../src/plan/plan.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { opAt } from "../../../src/stages/op-at.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomPipeline } from "../../../src/stages/pipeline.ts";
import type { RandomPipeline } from "../../../src/stages/random-pipeline.ts";
import { largestOf, magnitudeTables, type TableName, tableOf } from "../../../src/tables/index.ts";
import { allOps, callsOf, runsIn } from "../ops/sample-calls.ts";

const SHAPE = { height: 224, width: 224, channels: 3 };
const LAYERS = 2;
/** What the formula above says for RandAugment. */
const BOUND = 3 * LAYERS;

/** The kernels a plan of 64 pictures runs, to f32, normalised, with soft labels. */
function kernelsOf(plan: Plan): string[] {
  const normalize = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
  const recording = lower(plan, {
    shape: SHAPE,
    format: "u8",
    layout: "nhwc",
    output: { format: "f32", layout: "nchw", normalize },
    labels: { classes: 10, smoothing: 0.1 },
    labelForm: "ids",
    pages: 1,
    picturesPerPage: 1000,
    mixers: ["mixup", "cutmix"],
    // As an engine does whose policy these plans come from.
    ops: [
      ...new Set(
        [...plan.sources, ...plan.stages.flatMap(({ rows }) => rows)].flatMap(({ ops = [] }) =>
          ops.map(({ op }) => op as OpName),
        ),
      ),
    ],
  });
  return recording.dispatches.map(({ kernel }) => kernel);
}

const { height, width } = SHAPE;
const batch = (policy: Policy, seed: number): Plan =>
  samplePlan({
    policy,
    seed,
    height,
    width,
    ids: Array.from({ length: 64 }, (_, i) => (7 * i + seed) % 1000),
    datasetSize: 1000,
    from: "dataset",
  });

const mixers: Record<string, () => MixStage> = {
  mixup: () => mixup({ alpha: 0.2 }),
  cutmix: () => cutmix(),
  "one of both": () => oneOf([mixup({ alpha: 0.2 }), cutmix()]),
};

const SEEDS = 60;

describe("RandAugment of two layers, then a mixer, normalised f32 and labels, 64 samples of a dataset", () => {
  test.each(Object.keys(magnitudeTables) as TableName[])(
    `the table %s: at most ${BOUND} dispatches, over ${SEEDS} seeds`,
    (name) => {
      const table = tableOf(name);
      const counts = new Set<number>();
      for (let seed = 0; seed < SEEDS; seed++) {
        const mixer = Object.values(mixers)[seed % 3]!();
        const magnitude = seed % 2 ? largestOf(table) : Math.round(largestOf(table) / 3);
        const plan = batch([randAugment({ table: name, layers: LAYERS, magnitude }), mixer], seed);
        // Partners come from the dataset and are augmented as themselves, so twice the batch goes through the ops.
        expect(plan.sources.length).toBeGreaterThan(100);
        const kernels = kernelsOf(plan);
        expect(kernels.length, kernels.join(", ")).toBeLessThanOrEqual(BOUND);
        expect(kernels.slice(-2).map((kernel) => kernel.split("_")[0])).toEqual(["mix", "labels"]);
        counts.add(kernels.length);
      }
      // The bound is reached, not only kept: every pass of a batch of this size has somebody with a histogram.
      expect(Math.max(...counts)).toBe(BOUND);
    },
  );
});

describe("it does not grow with the number of ops in the policy", () => {
  const maximum = (pipeline: RandomPipeline) =>
    Math.max(...Array.from({ length: 20 }, (_, seed) => kernelsOf(batch([pipeline, mixup()], seed)).length));
  const entries = Object.keys(tableOf("timm").entries);
  const stages = (names: readonly string[]) => names.map((name) => opAt("timm", name));
  const withMore = [
    ...stages(entries),
    ...stages(entries.slice(0, 3)).map((stage) => ({ ...stage, magnitude: 2 })),
    ops.hue({ shift: [-0.1, 0.1] }),
  ];

  test("two ops, and thirty and more, drawn from for two layers: the same", () => {
    expect(withMore.length).toBeGreaterThan(30);
    const two = randomPipeline(stages(["Rotate", "Equalize"]), { augmentationsPerImage: 2 });
    expect(maximum(two)).toBe(BOUND);
    expect(maximum(randomPipeline(withMore, { augmentationsPerImage: 2 }))).toBe(BOUND);
  });

  test("it grows with the ops a picture gets: three more for one more at most", () => {
    const counts = [1, 2, 3, 4].map((layers) => maximum(randomPipeline(withMore, { augmentationsPerImage: layers })));
    counts.forEach((count, i) => {
      expect(count).toBeLessThanOrEqual(3 * (i + 1));
    });
    expect(counts[3]).toBeGreaterThan(counts[0]!);
  });

  test("colours alone are no pass of their own, however many", () => {
    const colours = [
      ops.invert(),
      ops.posterize({ bits: 4 }),
      ops.solarize({ threshold: 99 }),
      ops.color({ factor: 0.5 }),
    ];
    expect(maximum(randomPipeline(colours, { augmentationsPerImage: 16 }))).toBe(2);
  });
});

describe("plans made to be costly", () => {
  /** A picture a list of calls, MixUp with the next, and labels. */
  function planOf(lists: OpCall[][]): Plan {
    const sources = lists.map((calls, index) => ({ from: "batch" as const, index, id: index, ops: calls }));
    const rows = sources.map(({ index }) => ({
      mixer: "mixup" as const,
      own: index,
      partner: (index + 1) % lists.length,
      lambda: 0.5,
    }));
    return {
      version: 1,
      seed: 0,
      epoch: 0,
      height,
      width,
      sources,
      batchSize: lists.length,
      stages: [{ pairing: "roll", rows }],
    };
  }

  const keepsShape = (call: AnyCall) => {
    const after = sizeAfterCalls([call as OpCall], SHAPE, "ops");
    return (call as AnyCall).channels !== "one" && after.height === height && after.width === width;
  };

  /** A call of every op that keeps the shape: what policies of colours, tones, warps and stencils can draw. */
  const calls = allOps
    .filter(([, op]) => runsIn(op, "u8") && op.kind !== "tile")
    .map(([, op]) => callsOf(op, SHAPE).at(-1)!)
    .filter(keepsShape) as unknown as OpCall[];

  test("every ordered pair of ops, 64 to a batch, so that no two pictures agree", () => {
    const pairs = calls.flatMap((first) => calls.map((second) => [first, second]));
    expect(pairs.length).toBeGreaterThan(1500);
    for (let from = 0; from < pairs.length; from += 64)
      expect(kernelsOf(planOf(pairs.slice(from, from + 64))).length).toBeLessThanOrEqual(BOUND);
  });

  test("tone, warp, tone, warp …, and the same one later: three for each op", () => {
    const tone: OpCall = { op: "equalize" };
    const warp: OpCall = { op: "rotate", degrees: 10 };
    const alternating = (length: number, phase: number) =>
      Array.from({ length }, (_, i) => ((i + phase) % 2 ? warp : tone));
    for (const length of [1, 2, 3, 8]) {
      const lists = Array.from({ length: 64 }, (_, i) => alternating(length, i));
      expect(kernelsOf(planOf(lists))).toHaveLength(3 * length);
    }
  });

  test("warps that read differently are not one read, and the first of them is a pass", () => {
    const turned = (interpolation: Interpolation): OpCall => ({ op: "rotate", degrees: 10, interpolation });
    expect(kernelsOf(planOf([[turned("bilinear"), turned("bicubic")]]))).toHaveLength(3);
    expect(kernelsOf(planOf([[turned("bilinear"), turned("bilinear")]]))).toHaveLength(2);
  });

  test("JPEG is the exception: two segments and a dispatch of its own, so two layers with it take at most thirteen", () => {
    const jpeg: OpCall = { op: "jpegQuality", quality: 50 };
    const equalize: OpCall = { op: "equalize" };
    const pairs = [jpeg, equalize, { op: "invert" }].flatMap((first, _, all) => all.map((second) => [first, second]));
    // Three passes with somebody's histogram and somebody's tiles; from the second on somebody shows what was coded.
    // What is left for the mixing is to show what was coded twice.
    expect(kernelsOf(planOf(pairs as OpCall[][]))).toHaveLength(3 + 4 + 4 + 2);
  });
});
