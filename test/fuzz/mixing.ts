/**
 * A batch, a policy, and edits of the plan that was drawn: a case of "the GPU makes what the reference makes". A case
 * is a plain value, so that a failure can be written down as a test.
 */
import fc from "fast-check";
import {
  augMix,
  autoAugment,
  colorJitter,
  cutblur,
  cutmix,
  type Format,
  fmix,
  gridmix,
  imageOps,
  type Layout,
  mixup,
  mosaic,
  multimixup,
  type OpCall,
  oneOf,
  op,
  type Plan,
  type Policy,
  type Row,
  randAugment,
  randomCrop,
  randomErasing,
  randomGridMask,
  randomPipeline,
  randomResizedCrop,
  resizemix,
  samplePlan,
  smoothmix,
  standardPolicy,
  threeAugment,
  trivialAugmentWide,
} from "mixwell";
import type { ImageOp } from "../../src/ops/op.ts";
import { generator } from "../random.ts";
import { allOps, callsOf, runsIn } from "../unit/ops/sample-calls.ts";

export interface MixCase {
  /** Of the draw, of the pictures and of their labels. */
  seed: number;
  height: number;
  width: number;
  channels: number;
  size: number;
  format: Format;
  layout: Layout;
  output: { format: Format; layout: Layout };
  tuning: "hardware" | "software";
  /** Where the pictures are: in a buffer, with or without a second one; or in a dataset. */
  from: "batch" | "external" | "dataset";
  labels: { smoothing: number; sparse: boolean; rows: boolean } | undefined;
  images: ImageChoice[];
  mixers: MixerChoice[];
  /** Whether the image stages come after the mixers. */
  opsLast: boolean;
  edits: Edit[];
}

/** A stage by its place in a list, with a strength: numbers shrink, constructors do not. */
interface ImageChoice {
  stage: number;
  strength: number;
  prob: number;
}

interface MixerChoice {
  mixer: number;
  alpha: number;
  prob: number;
  pairing: "reverse" | "roll" | "permutation" | "derangement";
}

/** What somebody does to a plan by hand: at a row or a source, by a number taken modulo how many there are. */
export interface Edit {
  kind: "own" | "partner" | "lambda" | "box" | "none" | "op" | "no ops" | "index" | "swap";
  at: number;
  value: number;
}

export const CLASSES = 5;

/**
 * Few: each is a kernel of its own for every shape of mixing. The ops come before the pictures are written, and
 * test/gpu/mix.test.ts has all combinations.
 */
const OUTPUTS: MixCase["output"][] = [
  { format: "u8", layout: "nhwc" },
  { format: "u8", layout: "nhwc" },
  { format: "u8", layout: "nchw" },
  { format: "f32", layout: "nchw" },
  { format: "f16", layout: "nhwc" },
];

const IMAGES: ((choice: ImageChoice) => Policy)[] = [
  ...(["kerascv", "torchvision", "timm", "keras3", "dali"] as const).map((table) => () => randAugment({ table })),
  () => trivialAugmentWide(),
  ...(["imagenet", "v0", "cifar10", "svhn"] as const).map((policy) => () => autoAugment({ policy })),
  () => threeAugment(),
  ({ prob }) => colorJitter({ brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1, prob }),
  ({ strength }) => randomPipeline(standardPolicy(), { augmentationsPerImage: 1 + Math.floor(3 * strength) }),
  () => augMix(standardPolicy()),
  ({ prob }) => randomErasing({ prob }),
  ({ prob }) => randomGridMask({ prob }),
  ({ strength }) => randomResizedCrop({ height: 1 + Math.floor(19 * strength), width: 1 + Math.floor(23 * strength) }),
  ({ strength }) =>
    randomCrop({ height: 1 + Math.floor(5 * strength), width: 1 + Math.floor(7 * strength), padding: 4 }),
];

const MIXERS: ((choice: MixerChoice) => Policy)[] = [
  ({ alpha, prob, pairing }) => mixup({ alpha, prob, pairing }),
  ({ alpha, prob, pairing }) => cutmix({ alpha, prob, pairing }),
  ({ alpha, prob }) => cutmix({ alpha, prob, granularity: "pair", pairing: "reverse", lambda: "unclipped" }),
  ({ alpha, prob, pairing }) => oneOf([mixup({ alpha }), cutmix()], { prob, pairing }),
  ({ alpha, prob, pairing }) => resizemix({ prob, pairing, scale: [0.1, Math.min(1, 0.1 + alpha / 4)] }),
  ({ prob }) => mosaic({ prob }),
  ({ prob }) => multimixup({ prob }),
  ({ prob }) => cutblur({ prob }),
  ({ prob, pairing }) => gridmix({ prob, pairing }),
  ({ prob, pairing }) => smoothmix({ prob, pairing }),
  ({ alpha, prob, pairing }) => fmix({ alpha, prob, pairing }),
];

const probability = fc.constantFrom(1, 0.5, 0);
const unit = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);

/** What asks for other kernels: formats, memory orders, channels, and what they are made to be fast on. */
export type Way = Pick<MixCase, "format" | "layout" | "output" | "tuning" | "channels"> & Partial<MixCase>;

/** Bytes as they lie in most batches: the few kernels that a short run has the time to compile. */
const SHORT: Way = {
  format: "u8",
  layout: "nhwc",
  output: { format: "u8", layout: "nhwc" },
  tuning: "hardware",
  channels: 3,
  from: "batch",
};

/** Seconds for each way: a GPU in software takes the first ten to compile its kernels. */
const EACH = 120;

/**
 * The ways that a campaign has the time for, in an order of the seed. Its cases go way by way: where each came with
 * another one, 97 of 100 seconds went to compiling.
 */
export function waysOf(seed: number, seconds: number | undefined): Way[] {
  if (seconds === undefined) return [SHORT];
  const ways = (["u8", "u8", "f32", "f16"] as const).flatMap((format) =>
    (["nhwc", "nchw"] as const).flatMap((layout) =>
      OUTPUTS.flatMap((output) =>
        (["hardware", "software"] as const).flatMap((tuning) =>
          [1, 3, 4].map((channels): Way => ({ format, layout, output, tuning, channels })),
        ),
      ),
    ),
  );
  const { next } = generator(seed);
  const inOrder = ways.map((way) => ({ way, at: next() })).sort((one, other) => one.at - other.at);
  return inOrder.slice(0, Math.max(1, Math.floor(seconds / EACH))).map(({ way }) => way);
}

/** Cases of a way. */
export const mixCases = (way: Way): fc.Arbitrary<MixCase> => anyCase.map((one) => ({ ...one, ...way }));

export const wordsOf = ({ format, layout, output, tuning, channels }: Way): string =>
  `${format} ${layout} of ${channels} to ${output.format} ${output.layout}, for ${tuning}`;

const anyCase: fc.Arbitrary<MixCase> = fc.record({
  seed: fc.nat(2 ** 31),
  height: fc.integer({ min: 1, max: 17 }),
  width: fc.integer({ min: 1, max: 17 }),
  channels: fc.constantFrom(3, 3, 1, 4),
  size: fc.integer({ min: 1, max: 5 }),
  format: fc.constantFrom<Format>("u8", "u8", "u8", "f32", "f16"),
  layout: fc.constantFrom<Layout>("nhwc", "nchw"),
  output: fc.constantFrom(...OUTPUTS),
  tuning: fc.constantFrom("hardware" as const, "software" as const),
  from: fc.constantFrom("batch" as const, "batch" as const, "external" as const, "dataset" as const),
  labels: fc.option(fc.record({ smoothing: fc.constantFrom(0, 0.1), sparse: fc.boolean(), rows: fc.boolean() }), {
    nil: undefined,
    freq: 3,
  }),
  images: fc.array(fc.record({ stage: fc.nat(IMAGES.length + allOps.length - 1), strength: unit, prob: probability }), {
    maxLength: 3,
  }),
  mixers: fc.array(
    fc.record({
      mixer: fc.nat(MIXERS.length - 1),
      alpha: fc.constantFrom(0.1, 0.4, 1, 4),
      prob: probability,
      pairing: fc.constantFrom("reverse" as const, "roll" as const, "permutation" as const, "derangement" as const),
    }),
    { maxLength: 2 },
  ),
  opsLast: fc.boolean(),
  edits: fc.array(
    fc.record({
      kind: fc.constantFrom<Edit["kind"]>("own", "partner", "lambda", "box", "none", "op", "no ops", "index", "swap"),
      at: fc.nat(50),
      value: fc.nat(10_000),
    }),
    { maxLength: 4 },
  ),
});

/** What the case asks for. @throws MixwellError where the pictures do not suit it */
export function policyOf({ images, mixers, opsLast, format }: MixCase): Policy {
  const precision = format === "u8" ? "u8" : "f32";
  const ops = allOps.filter(([, one]) => runsIn(one, precision));
  const image = (choice: ImageChoice): Policy => {
    const { stage, strength, prob } = choice;
    const made = IMAGES[stage];
    if (made) return made(choice);
    const [name, one] = ops[stage % ops.length]!;
    return [op(name as "invert", { ...argsOf(one, strength), prob })];
  };
  const first = images.flatMap((choice) => [image(choice)].flat());
  const second = mixers.flatMap((choice) => [MIXERS[choice.mixer]!(choice)].flat());
  return (opsLast ? [...second, ...first] : [...first, ...second]) as Policy;
}

const argsOf = (one: ImageOp, strength: number): object => {
  if (one.atMagnitude) return one.atMagnitude(strength);
  const calls = callsOf(one, { height: 8, width: 8, channels: 3 });
  const { op: _, ...args } = calls[Math.floor(strength * (calls.length - 1))]!;
  return args;
};

/** The plan that was drawn, with the edits in it. */
export function planOf(mixing: MixCase): Plan {
  const { seed, size, height, width, from, edits } = mixing;
  const policy = policyOf(mixing);
  const plan = samplePlan({
    policy,
    seed,
    step: 0,
    batchSize: size,
    height,
    width,
    ...(from === "dataset" && { ids: indicesOf(mixing), datasetSize: DATASET, from: "dataset" as const }),
    ...(from === "external" && { externalSize: size }),
  });
  // As anybody edits it: in a copy that went through JSON.
  const edited = JSON.parse(JSON.stringify(plan)) as Plan;
  for (const edit of edits) apply(edited, edit, mixing);
  return edited;
}

export const DATASET = 7;

/** Which samples of the dataset are the batch. */
export const indicesOf = ({ size, seed }: MixCase): number[] =>
  Array.from({ length: size }, (_, i) => (seed + 3 * i) % DATASET);

function apply(plan: Plan, { kind, at, value }: Edit, { height, width, format }: MixCase): void {
  const places = plan.stages.flatMap((stage, level) => stage.rows.map((_, row) => ({ level, row })));
  const source = plan.sources[at % plan.sources.length]!;
  if (kind === "index") {
    // The batch's own rows are those of the input, which the engine holds a plan to.
    if (at % plan.sources.length >= plan.batchSize)
      source.index = value % (source.from === "dataset" ? DATASET : plan.batchSize);
    return;
  }
  const place = places[at % Math.max(1, places.length)];
  const rows = place && plan.stages[place.level]!.rows;
  const below = place && (place.level === 0 ? plan.sources.length : plan.stages[place.level - 1]!.rows.length);
  const picture = rows && value % 2 === 0 ? rows[place.row]! : source;
  if (kind === "no ops") delete picture.ops;
  else if (kind === "op") {
    const keeps = allOps.filter(([, one]) => one.atMagnitude && runsIn(one, format === "u8" ? "u8" : "f32"));
    const [name, one] = keeps[value % keeps.length]!;
    const call = { op: name, ...one.atMagnitude!((value % 101) / 100) } as unknown as OpCall;
    picture.ops = [...(picture.ops ?? []), call];
  } else if (rows && below) {
    const row = rows[place.row]!;
    const partner = value % below;
    const { own, ops } = row;
    const put = (made: Row) => {
      rows[place.row] = ops ? { ...made, ops } : made;
    };
    if (kind === "own") row.own = partner;
    else if (kind === "partner" && "partner" in row) row.partner = partner;
    else if (kind === "none") put({ mixer: "none", own });
    else if (kind === "lambda") put({ mixer: "mixup", own, partner, lambda: (value % 101) / 100 });
    else if (kind === "box") {
      const [x0, y0] = [value % width, (value >> 3) % height];
      const [x1, y1] = [x0 + 1 + ((value >> 5) % (width - x0)), y0 + 1 + ((value >> 7) % (height - y0))];
      put({
        mixer: "cutmix",
        own,
        partner,
        bbox: [x0, y0, x1, y1],
        lambda: 1 - ((x1 - x0) * (y1 - y0)) / (height * width),
      });
    } else if (kind === "swap") rows.reverse();
  }
}

/** Whether a difference in the last place before an op can be a whole step after it. */
export const jumps = ({ op: name }: OpCall): boolean =>
  (imageOps as Record<string, ImageOp>)[name]?.laws?.jumps ?? false;
