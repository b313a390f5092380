/**
 * A batch, a policy, and edits of the plan that was drawn: a case of "the GPU makes what the reference makes". A case
 * is a plain value, so that a failure can be written down as a test.
 */
import fc from "fast-check";
import { type LabelOptions, type OutputOptions, type Plan, type Policy, type Row, samplePlan } from "mixwell";
import type { From, Round } from "./rounds.ts";
import { callOf, type ImageChoice, imageStages, MIXERS, type MixerChoice } from "./stages.ts";

export interface MixCase extends Pick<Round, "format" | "layout" | "channels" | "output" | "tuning"> {
  /** Of the draw, of the pictures and of their labels. */
  seed: number;
  height: number;
  width: number;
  size: number;
  from: From;
  /** Where black and white are in float input. */
  range: [number, number] | undefined;
  /** What float output is mapped to: one of `VALUES`. */
  values: keyof typeof VALUES;
  labels: { smoothing: number; smoothUnmixed: boolean; form: "dense" | "sparse" | "both"; rows: boolean } | undefined;
  images: ImageChoice[];
  mixers: MixerChoice[];
  /** Whether the image stages come after the mixers. */
  opsLast: boolean;
  edits: Edit[];
}

/** What somebody does to a plan by hand: at a row or a source, by a number taken modulo how many there are. */
export interface Edit {
  kind: "own" | "partner" | "lambda" | "box" | "none" | "op" | "no ops" | "index" | "swap";
  at: number;
  value: number;
  /** Which, where the edit is one. */
  op: string;
}

export const CLASSES = 5;

const VALUES = {
  plain: {},
  centred: { valueRange: [-1, 1] },
  levels: { valueRange: [0, 255] },
  normalized: { normalize: { mean: 0.45, std: 0.225 } },
  "normalized levels": { valueRange: [0, 255], normalize: { mean: [120], std: [58] } },
} satisfies Record<string, OutputOptions>;

const probability = fc.constantFrom(1, 0.5, 0);
const unit = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);

/** Cases of a round. */
export function mixCases({ format, layout, channels, output, tuning, ...round }: Round): fc.Arbitrary<MixCase> {
  // What an op has normalised is mapped to no other range.
  const isPlain = output.format === "u8" || round.ops.includes("normalize");
  return fc.record({
    format: fc.constant(format),
    layout: fc.constant(layout),
    channels: fc.constant(channels),
    output: fc.constant(output),
    tuning: fc.constant(tuning),
    seed: fc.nat(2 ** 31),
    height: fc.integer({ min: 1, max: 17 }),
    width: fc.integer({ min: 1, max: 17 }),
    size: fc.integer({ min: 1, max: 5 }),
    from: fc.constantFrom(...round.from),
    range: format === "u8" ? fc.constant(undefined) : fc.constantFrom([0, 1], [-1, 1], [0, 255]),
    values: isPlain ? fc.constant("plain") : fc.constantFrom(...nameOfValues),
    labels: fc.option(
      fc.record({
        smoothing: fc.constantFrom(0, 0.1),
        smoothUnmixed: fc.boolean(),
        form: fc.constantFrom("dense", "sparse", "both"),
        rows: fc.boolean(),
      }),
      { nil: undefined, freq: 3 },
    ),
    images: fc.array(
      fc.record({
        stage: fc.constantFrom(...round.ops, ...round.images),
        strength: unit,
        prob: probability,
        sample: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    mixers: fc.array(
      fc.record({
        mixer: fc.constantFrom(...round.mixers),
        alpha: fc.constantFrom(0.1, 0.4, 1, 4),
        prob: probability,
        pairing: fc.constantFrom("reverse", "roll", "permutation", "derangement", "other"),
      }),
      { maxLength: 2 },
    ),
    opsLast: fc.boolean(),
    edits: fc.array(
      fc.record({
        kind: fc.constantFrom<Edit["kind"]>("own", "partner", "lambda", "box", "none", "op", "no ops", "index", "swap"),
        at: fc.nat(50),
        value: fc.nat(10_000),
        op: fc.constantFrom(...round.ops),
      }),
      { maxLength: 4 },
    ),
  }) as fc.Arbitrary<MixCase>;
}

const nameOfValues = Object.keys(VALUES) as MixCase["values"][];

export const outputOf = ({ output, values }: Pick<MixCase, "output" | "values">): OutputOptions =>
  structuredClone({ ...output, ...VALUES[values] });

export function labelsOf({ labels }: Pick<MixCase, "labels">): LabelOptions | undefined {
  if (!labels) return undefined;
  const { smoothing, smoothUnmixed, form, rows } = labels;
  // Sparse labels are of ids.
  const made = rows ? "dense" : form;
  return { classes: CLASSES, smoothing, smoothUnmixed, dense: made !== "sparse", sparse: made !== "dense" };
}

/** What the case asks for. @throws MixwellError where the pictures do not suit it */
export function policyOf({ images, mixers, opsLast, from, height, width }: MixCase): Policy {
  const first = images.flatMap((choice) => imageStages(choice));
  const second = mixers.flatMap(({ mixer, alpha, prob, pairing }, i) => {
    // A second batch is read by the first mixer.
    const other = from === "batch" || (from === "external" && i > 0) ? "reverse" : from;
    return [
      MIXERS[mixer]!({ alpha, prob, height, width, pairing: pairing === "other" ? other : pairing }),
    ].flat() as unknown[];
  });
  return (opsLast ? [...second, ...first] : [...first, ...second]) as Policy;
}

/** The plan that was drawn for a policy, with the edits in it. */
export function planOf(mixing: MixCase, policy: Policy): Plan {
  const { seed, size, height, width, from, edits } = mixing;
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
export const indicesOf = ({ size, seed }: Pick<MixCase, "size" | "seed">): number[] =>
  Array.from({ length: size }, (_, i) => (seed + 3 * i) % DATASET);

function apply(plan: Plan, { kind, at, value, op }: Edit, { height, width }: MixCase): void {
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
    picture.ops = [...(picture.ops ?? []), callOf(op, (value % 101) / 100, at % 2 === 0)];
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
