/**
 * Which pipelines an engine compiles before its first batch: those that its plans turn out to need. Too few, and a
 * batch waits for the compiler; too many, and `createEngine` does. So they are held to real plans from one side, and
 * written down for the usual policies from the other.
 */
import {
  augMix,
  colorJitter,
  cutblur,
  cutmix,
  type DrawRequest,
  type Format,
  fmix,
  gridmix,
  type ImageStage,
  type LabelOptions,
  type Mixer,
  mixup,
  mosaic,
  multimixup,
  type OutputOptions,
  oneOf,
  ops,
  type Policy,
  type PolicyStage,
  randAugment,
  randomApply,
  randomChoice,
  randomCrop,
  randomErasing,
  randomGridMask,
  randomOrder,
  randomPipeline,
  randomResizedCrop,
  repeatedAugmentation,
  samplePlan,
  sequential,
  trivialAugmentWide,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { readsExternal } from "../../../src/analysis/expected-level.ts";
import * as constants from "../../../src/generated/constants.ts";
import { type ExpectedOptions, expectedPipelines } from "../../../src/lower/expected.ts";
import { lower } from "../../../src/lower/lower.ts";
import type { PipelineKey } from "../../../src/lower/recording.ts";
import { imageOps, type OpName } from "../../../src/ops/index.ts";
import { drawsOfPolicy } from "../../../src/policy/draws.ts";
import { caseGenerator, type Generator } from "../../random.ts";

const text = ({ kernel, ops, constants }: PipelineKey) => `${kernel} ${ops.join()} ${JSON.stringify(constants)}`;

/** As an engine calls both. */
function optionsFor(policy: Policy, more: Partial<ExpectedOptions>): ExpectedOptions {
  const { ops: drawn, readings, rows } = drawsOfPolicy(policy);
  return {
    shape: { height: 16, width: 16, channels: 3 },
    format: "u8",
    layout: "nhwc",
    output: {},
    pages: 1,
    mixers: rows,
    ops: drawn,
    readings,
    ...more,
  };
}

const used = (policy: Policy, options: ExpectedOptions, request: Partial<DrawRequest>): string[] => {
  const { height, width } = options.shape;
  const plan = samplePlan({ policy, seed: 1, height, width, ...request } as DrawRequest);
  return lower(plan, { ...options, picturesPerPage: 1000 }).dispatches.map(text);
};

describe("plans of random policies need no pipeline that was not expected", () => {
  const LEAVES: readonly (() => ImageStage)[] = [
    () => ops.flipX({ prob: 0.5 }),
    () => ops.flipY(),
    () => ops.invert({ prob: 0.1 }),
    () => ops.brightness({ factor: [0.5, 2] }),
    () => ops.posterize({ bits: 3, prob: 0.5 }),
    () => ops.equalize(),
    () => ops.autocontrast({ prob: 0.3 }),
    () => ops.sharpness({ factor: [0.1, 1.9] }),
    () => ops.rotate({ degrees: [-9, 9], interpolation: "nearest" }),
    () => ops.rotate({ degrees: 10, interpolation: "bilinear", prob: 0.5 }),
    () => ops.jpegQuality({ quality: 50, prob: 0.5 }),
    () => randomErasing(),
    () => randomErasing({ prob: 1, count: [1, 3], mode: "pixel" }),
    () => randomGridMask(),
    () => randomCrop({ padding: 2 }),
    () => randomResizedCrop(),
    () => randomResizedCrop({ antialias: false, interpolation: ["bilinear", "bicubic"] }),
    () => colorJitter({ brightness: 0.4, hue: 0.1 }),
    () => randAugment({ table: "torchvision", layers: 1 }),
    () => randAugment({ table: "timm", layers: 2, rate: 0.5 }),
    () =>
      randAugment({
        table: "kerascv",
        layers: [0, 3],
        entries: ["AutoContrast", "Contrast", "RandomShearX"].slice(0, 1),
      }),
    () => trivialAugmentWide(),
  ];

  function image(random: Generator, depth: number): ImageStage {
    const some = () => Array.from({ length: 1 + random.below(3) }, () => image(random, depth - 1));
    const one = () => image(random, depth - 1);
    const group = depth === 0 ? 0 : random.below(10);
    if (group === 1) return sequential(some(), { prob: random.pick([1, 0.5]) });
    if (group === 2) return randomApply(one());
    if (group === 3) return randomChoice(some());
    if (group === 4) return randomOrder(some());
    if (group === 5)
      return randomPipeline(some(), { augmentationsPerImage: random.pick([1, 2, [0, 2] as [number, number]]) });
    return random.pick(LEAVES)();
  }

  const MIXERS: readonly (() => Mixer)[] = [
    () => mixup({ prob: 0.7 }),
    () => cutmix(),
    () => fmix(),
    () => gridmix(),
    () => cutblur({ prob: 0.5 }),
    () => mixup(),
  ];

  function policyOf(random: Generator): Policy {
    const list: PolicyStage[] = [];
    // First, since all pictures have to lose their channels in the same pass.
    const opening = random.below(10);
    if (opening === 0) list.push(ops.grayscale({ channels: "one" }));
    if (opening === 1) list.push(repeatedAugmentation([image(random, 1), image(random, 1)]));
    let levels = random.below(4);
    const images = () => {
      for (let n = random.below(3); n > 0; n--) list.push(image(random, 2));
    };
    images();
    const isExternal = random.below(6) === 0;
    while (levels > 0) {
      const kind = random.below(7);
      if (kind === 0 && levels >= 2) {
        list.push(augMix([image(random, 0), image(random, 0)], { prob: random.pick([1, 0.5]) }));
        levels -= 2;
      } else if (kind === 1 && levels >= 2 && !isExternal) {
        list.push(random.pick([() => mosaic({ prob: 0.5 }), () => multimixup({ sources: 3 })])());
        levels -= 2;
      } else {
        const pairing =
          isExternal && !list.some((stage) => "pairing" in stage) ? ({ pairing: "external" } as const) : {};
        if (kind === 2) list.push(oneOf([random.pick(MIXERS)(), random.pick(MIXERS)()], pairing));
        else list.push({ ...random.pick(MIXERS)(), ...pairing });
        levels -= 1;
      }
      images();
    }
    return list;
  }

  function optionsOf(random: Generator, policy: Policy): ExpectedOptions {
    const format = random.pick<Format>(["u8", "u8", "f32", "f16"]);
    const layout = random.pick(["nhwc", "nhwc", "nchw"] as const);
    const output: OutputOptions = {
      format: random.pick<Format>(["u8", "f32", "f16"]),
      layout: random.pick(["nhwc", "nchw"] as const),
    };
    const labels = random.pick<LabelOptions | undefined>([undefined, { classes: 7 }, { classes: 7, sparse: true }]);
    const shape = { height: 8 + random.below(9), width: 8 + random.below(9), channels: random.pick([1, 3, 3, 4]) };
    const labelForm = labels && random.pick(["ids", "rows"] as const);
    const pages = readsExternal(policy) ? 1 : 1 + random.below(4);
    const tuning = random.pick(["hardware", "software"] as const);
    return optionsFor(policy, { shape, format, layout, output, labels, labelForm, pages, tuning });
  }

  const CASES = 200;

  test(`${CASES} policies, a few plans of each, over batches and datasets`, () => {
    const kernels = new Set<string>();
    let wanted = 0;
    let warmed = 0;
    for (let number = 0; number < CASES; number++) {
      const random = caseGenerator(number);
      const policy = policyOf(random);
      const options = optionsOf(random, policy);
      const expected = new Set(expectedPipelines(policy, options).map(text));
      const needed = new Set<string>();
      const isBatch = readsExternal(policy) || random.below(2) === 0;
      // Small batches, so that ops and mixers are absent from some.
      for (const size of [1, 4, 16]) {
        const ids = Array.from({ length: size }, (_, i) => (i * 7 + number) % 50);
        const request: Partial<DrawRequest> = isBatch
          ? { batchSize: size, step: size, ...(readsExternal(policy) && { externalSize: size }) }
          : { ids, datasetSize: 50, from: "dataset" };
        for (const pipeline of used(policy, options, request)) needed.add(pipeline);
      }
      for (const one of needed) {
        expect(expected, `case ${number}: ${JSON.stringify(policy)}`).toContain(one);
        kernels.add(one.split(" ")[0]!);
      }
      wanted += needed.size;
      warmed += expected.size;
    }
    // The cases go everywhere, and most of what is compiled is used.
    expect(kernels.size).toBeGreaterThan(40);
    expect(warmed / wanted).toBeLessThan(1.4);
  }, 300_000);
});

/** Short: the kernels, and of the constants what tells the pipelines of a kernel apart. */
function shown(policy: Policy, more: Partial<ExpectedOptions> = {}): string[] {
  return expectedPipelines(policy, optionsFor(policy, more)).map(({ kernel, ops, constants }) => {
    const { PAGES, CHANNELS, SOURCES, IN_NCHW, WRAPS } = constants;
    const words = [
      PAGES !== undefined && PAGES > 1 ? `${PAGES} pages` : "",
      CHANNELS === undefined || CHANNELS === 3 ? "" : `${CHANNELS} channels`,
      SOURCES === undefined || SOURCES === 2 ? "" : `${SOURCES} sources`,
      ops.some((op) => imageOps[op as OpName].kind === "warp") ? "warps" : "",
      IN_NCHW === 1 ? "channels first" : "",
      WRAPS === 1 ? "wraps" : "",
    ];
    return [kernel, ...words.filter((word) => word !== "")].join(", ");
  });
}

describe("the usual policies expect what they use, and nothing else", () => {
  const labels = { labels: { classes: 3 }, labelForm: "ids" } as const;

  test.each<[string, Policy, Partial<ExpectedOptions>, string[]]>([
    ["nothing", [], {}, ["mix_quads_u8_f32"]],
    ["a mixer and labels", mixup(), labels, ["mix_quads_u8_f32", "labels_ids"]],
    ["labels that nobody has", mixup(), { labels: { classes: 3 } }, ["mix_quads_u8_f32"]],
    [
      "both kinds of labels, from rows",
      [],
      { labels: { classes: 3, sparse: true }, labelForm: "rows" },
      ["mix_quads_u8_f32", "labels_rows", "labels_sparse"],
    ],
    ["two mixers", [cutmix(), mixup()], {}, ["mix_quads_u8_f32, 4 sources"]],
    [
      "a mixer of two levels, which crops copies",
      mosaic(),
      {},
      ["augment_u8", "augment_u8, warps", "mix_quads_pixels_u8_f32, 4 sources", "mix_quads_u8_f32, 4 sources"],
    ],
    [
      "AugMix of colours",
      augMix([ops.invert(), ops.posterize({ bits: 3 })]),
      {},
      ["augment_u8", "mix_quads_pixels_u8_f32, 4 sources", "mix_quads_u8_f32, 4 sources"],
    ],
    ["a second batch", mixup({ pairing: "external" }), {}, ["mix_quads_u8_f32, 2 pages"]],
    ["pages, and channels first", mixup(), { pages: 3, layout: "nchw" }, ["mix_quads_u8_f32, 3 pages, channels first"]],
    [
      "pictures for the kernel of all shapes",
      mixup(),
      { shape: { height: 5, width: 5, channels: 3 } },
      ["mix_elements_u8_f32"],
    ],
    [
      "a width that four do not divide",
      mixup(),
      { shape: { height: 4, width: 6, channels: 1 } },
      ["mix_quads_u8_f32, 1 channels, wraps"],
    ],
    ["a colour that all pictures get", [ops.invert(), mixup()], {}, ["mix_augmented_u8_f32"]],
    [
      "the same for a GPU in software",
      [ops.invert(), mixup()],
      { tuning: "software" },
      ["op_quads_u8", "curves_u8", "op_quads_pixels_u8", "mix_quads_pixels_u8_f32"],
    ],
    [
      "two mixers at once, which use a picture four times",
      [ops.invert(), cutmix(), mixup()],
      {},
      ["augment_u8", "mix_quads_pixels_u8_f32, 4 sources"],
    ],
    // A batch may draw no op at all.
    ["a colour that some get", [ops.invert({ prob: 0.5 }), mixup()], {}, ["mix_augmented_u8_f32", "mix_quads_u8_f32"]],
    [
      "a crop and a flip are one read",
      [randomResizedCrop(), ops.flipX({ prob: 0.5 }), mixup()],
      {},
      ["mix_augmented_u8_f32, warps"],
    ],
    [
      "another size",
      [randomResizedCrop({ height: 5, width: 5 }), mixup()],
      {},
      ["augment_u8, warps", "mix_elements_pixels_u8_f32"],
    ],
    ["fewer channels", ops.grayscale({ channels: "one" }), {}, ["mix_augmented_u8_f32, 1 channels"]],
    ["ops after a mixer", [mixup(), ops.invert()], {}, ["mix_quads_u8_u8", "mix_augmented_u8_f32, 1 sources"]],
    ["floats", [ops.invert(), mixup()], { format: "f16" }, ["mix_augmented_f16_f32"]],
    [
      "RandAugment",
      [randAugment({ table: "torchvision" }), mixup()],
      {},
      [
        "tone_u8",
        "augment_u8",
        "augment_u8, warps",
        "tone_pixels_u8",
        // A batch may draw nobody with two segments; else scratch memory is the second page.
        "mix_augmented_u8_f32, warps",
        "mix_augmented_u8_f32, 2 pages, warps",
      ],
    ],
    [
      "RandAugment of one layer has no pass but for histograms",
      [randAugment({ table: "torchvision", layers: 1 }), mixup()],
      {},
      ["tone_u8", "mix_augmented_u8_f32, warps"],
    ],
    ["JPEG has two", ops.jpegQuality({ quality: 50 }), {}, ["tile_u8", "mix_augmented_u8_f32, 2 pages"]],
    [
      "RandAugment of four pages has no binding left for scratch memory beside them",
      [randAugment({ table: "torchvision" }), mixup()],
      { pages: 4 },
      [
        "tone_u8, 4 pages",
        "augment_u8, 4 pages",
        "augment_u8, 4 pages, warps",
        "tone_pixels_u8",
        "mix_augmented_u8_f32, 4 pages, warps",
        "mix_augmented_u8_f32, warps",
      ],
    ],
  ])("%s", (_, policy, more, expected) => {
    expect(shown(policy, more)).toEqual(expected);
  });
});

describe("tuned for a GPU in software, a kernel has one op", () => {
  const STEPS = Object.fromEntries(Object.entries(constants.step).map(([name, number]) => [number, name.slice(5)]));

  function stepsOf(policy: Policy, more: Partial<ExpectedOptions> = {}): string[] {
    return expectedPipelines(policy, optionsFor(policy, { tuning: "software", ...more })).map(
      ({ kernel, ops, constants }) => {
        const { STEP, READS_BILINEAR, READS_BICUBIC, READS_AVERAGE, COUNTS, MEANS } = constants;
        const reads = [READS_BILINEAR && "bilinear", READS_BICUBIC && "bicubic", READS_AVERAGE && "average"];
        const words = [STEP !== undefined && STEPS[STEP], ...ops, ...reads, COUNTS && "counts", MEANS && "means"];
        return [kernel, ...words.filter(Boolean)].join(" ");
      },
    );
  }

  test.each<[string, Policy, Partial<ExpectedOptions>, string[]]>([
    ["a mixer alone", mixup(), {}, ["mix_quads_u8_f32"]],
    ["an op that changes nothing", [ops.identity(), mixup()], {}, ["mix_quads_u8_f32"]],
    [
      "levels of u8 are curves, however many there are",
      [ops.invert(), ops.posterize({ bits: 3 }), mixup()],
      {},
      ["op_quads_u8", "curves_u8 invert posterize", "op_quads_pixels_u8 CURVE", "mix_quads_pixels_u8_f32"],
    ],
    [
      "floats have none",
      [ops.invert(), ops.equalize(), mixup()],
      { format: "f16" },
      [
        "op_quads_f16",
        "tone_pixels_f32 equalize",
        "op_quads_pixels_f32 COLOR invert",
        "op_quads_pixels_f32 COLOR equalize",
        "mix_quads_pixels_f32_f32",
      ],
    ],
    [
      "pictures that are done before others may have to be copied",
      [ops.hue({ shift: 0.1, prob: 0.5 }), ops.flipX(), mixup()],
      {},
      [
        "op_quads_u8",
        "op_quads_pixels_u8 COPY",
        "op_quads_pixels_u8 COLOR hue",
        "op_quads_pixels_u8 WARP flipX",
        "mix_quads_pixels_u8_f32",
      ],
    ],
    [
      "all warps with a matrix are one kernel for each way to read",
      [
        randomResizedCrop({ antialias: false, interpolation: ["bilinear", "bicubic"] }),
        ops.shearX({ share: 0.1, interpolation: "nearest" }),
        mixup(),
      ],
      {},
      [
        "op_quads_u8",
        "op_quads_pixels_u8 COPY",
        "op_quads_pixels_u8 WARP cropAndResize",
        "op_quads_pixels_u8 WARP cropAndResize bicubic",
        "op_quads_pixels_u8 WARP cropAndResize bilinear",
        "mix_quads_pixels_u8_f32",
      ],
    ],
    [
      "RandAugment",
      [randAugment({ table: "torchvision" }), mixup()],
      {},
      [
        "op_quads_u8",
        "tone_pixels_u8 contrast means",
        "curves_u8 brightness posterize solarize",
        "tone_pixels_u8 autocontrast counts",
        "tone_pixels_u8 equalize counts",
        "op_quads_pixels_u8 COPY",
        "op_quads_pixels_u8 WARP rotate",
        "op_quads_pixels_u8 CURVE",
        "op_quads_pixels_u8 COLOR color",
        "op_quads_pixels_u8 STENCIL sharpness",
        "mix_quads_pixels_u8_f32",
        "mix_quads_u8_f32",
      ],
    ],
  ])("%s", (_, policy, more, expected) => {
    expect(stepsOf(policy, more).toSorted()).toEqual(expected.toSorted());
  });
});
