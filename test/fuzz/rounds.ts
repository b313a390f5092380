/**
 * What asks for other kernels is drawn for a round of cases, so that a kernel that was compiled is used hundreds of
 * times: where each case came with its own, 97 of 100 seconds went to compiling. The next round has others.
 */
import {
  cutmix,
  type Format,
  fmix,
  type Layout,
  mixup,
  oneOf,
  op,
  type Policy,
  type PolicyStage,
  randomChoice,
} from "mixwell";
import { caseGenerator } from "../random.ts";
import { allOps, runsIn } from "../unit/ops/sample-calls.ts";
import { callOf, IMAGES, imageStages, MIXERS } from "./stages.ts";

/** What cases of a round share. */
export interface Round {
  /** All else follows from it. */
  seed: number;
  format: Format;
  layout: Layout;
  channels: number;
  output: { format: Format; layout: Layout };
  tuning: "hardware" | "software";
  /** Where pictures can be: in a buffer, with or without a second one; or in a dataset. */
  from: readonly From[];
  /** Names of what policies are made of. */
  images: readonly string[];
  ops: readonly string[];
  mixers: readonly string[];
  /**
   * What the engines know beforehand: all ops and ways of mixing, the ops alone, or nothing. What a plan has besides
   * they take kernels for then: of a mixing its own, of ops those for all that came so far.
   */
  expects: "all" | "ops" | "nothing";
}

export type From = "batch" | "external" | "dataset";

/** Bytes as they lie in most batches: the few kernels that a short run has the time to compile. */
export const SHORT: readonly Partial<Round>[] = (["hardware", "software"] as const).map((tuning) => ({
  format: "u8",
  layout: "nhwc",
  channels: 3,
  output: { format: "u8", layout: "nhwc" },
  tuning,
  from: ["batch", "external"],
  expects: "all",
}));

/**
 * So few that a GPU in software compiles their kernels in seconds. Those for hardware hold all ops at once, with the
 * mixing; where an engine knows none beforehand, each that comes is another kernel.
 */
const COUNTS = {
  software: { all: { images: 3, ops: 8, mixers: 4 }, nothing: { images: 0, ops: 5, mixers: 3 } },
  hardware: { all: { images: 2, ops: 6, mixers: 3 }, nothing: { images: 0, ops: 2, mixers: 1 } },
};

export function roundOf(seed: number, fixed: Partial<Round> = {}): Round {
  const { pick, next } = caseGenerator(seed);
  const some = (names: readonly string[], count: number) =>
    names
      .map((name) => ({ name, at: next() }))
      .sort((one, other) => one.at - other.at)
      .slice(0, count)
      .map(({ name }) => name);
  const format = fixed.format ?? pick(["u8", "u8", "u8", "f32", "f16"] as const);
  // The kernels for hardware take several times as long to compile here.
  const tuning = fixed.tuning ?? pick(["hardware", "software", "software"] as const);
  const expects = fixed.expects ?? pick(["all", "all", "ops", "ops", "nothing"] as const);
  const counts = COUNTS[tuning][expects === "nothing" ? "nothing" : "all"];
  const names = allOps.filter(([, one]) => runsIn(one, format === "u8" ? "u8" : "f32")).map(([name]) => name);
  return {
    seed,
    layout: pick(["nhwc", "nchw"] as const),
    channels: pick([3, 3, 1, 4]),
    output: { format: pick(["u8", "u8", "f32", "f16"] as const), layout: pick(["nhwc", "nchw"] as const) },
    from: pick([["batch", "external"], ["batch", "dataset"], ["dataset"]] as const),
    images: some(Object.keys(IMAGES), counts.images),
    ops: some(names, counts.ops),
    mixers: some(Object.keys(MIXERS), counts.mixers),
    ...fixed,
    format,
    tuning,
    expects,
  };
}

/** Rounds of a campaign, without end. The first one is that of the seed, so that it can be run again by itself. */
export function* roundSeeds(seed: number): Generator<number> {
  yield seed;
  const { word } = caseGenerator(seed);
  for (;;) yield word() >>> 1;
}

/** The policy of a round's engines. */
export function enginePolicy({ images, ops, expects }: Round): Policy {
  if (expects === "nothing") return [];
  const made = images.flatMap((stage) => imageStages({ stage, strength: 1, prob: 1, sample: false }) as PolicyStage[]);
  // As what their chains are made of: two of them are more levels than a policy has.
  const stages = made.map((stage) => (stage.kind === "augMix" ? randomChoice(stage.stages) : stage));
  const calls = ops.map((name) => {
    const { op: _, ...args } = callOf(name, 0, true);
    return op(name as "invert", args as object);
  });
  const mixers = expects === "all" ? [oneOf([mixup(), cutmix()]), fmix()] : [];
  return [...stages, randomChoice(calls), ...mixers] as Policy;
}

export const inWords = ({ seed, format, layout, channels, output, tuning, from, expects, ...names }: Round): string =>
  `round ${seed}: ${format} ${layout} of ${channels} to ${output.format} ${output.layout}, for ${tuning}, ` +
  `from ${from.join(" and ")}, expecting ${expects}; ` +
  [...names.images, ...names.ops, ...names.mixers].join(", ");
