/** What several commands take. */
import { availableParallelism } from "node:os";
import { op, type Plan, type PolicyStage, samplePlan } from "mixwell";
import { usage } from "./exit-codes.ts";
import { retryAddresses } from "./http.ts";
import { type Input, type Kind, openInput } from "./input.ts";
import { type MapFlags, mapSourceOf } from "./maps.ts";
import { asPolicy, policyOf } from "./policy-names.ts";
import type { Size } from "./program.ts";

export interface InputFlags extends Partial<MapFlags> {
  kind?: Kind;
  labels?: string;
  limit?: number;
  size?: Size;
  fit: "cover" | "contain" | "fill";
  channels: "1" | "3" | "4";
  workers?: number;
  retries: number;
}

export interface PolicyFlags {
  policy: string[];
  seed: number;
  batch: number;
}

export interface Opened {
  input: Input;
  policy: PolicyStage[];
}

const DEFAULT_SIDE = 224;
/** More threads than this wait for each other's memory, and for the four that sharp decodes in. */
const MOST_WORKERS = 16;

/** Threads that decode in each of so many processes: all cores together. */
export const workersFor = (jobs: number): number =>
  Math.max(1, Math.min(MOST_WORKERS, Math.floor(availableParallelism() / jobs)));

/** Files are resized when they are decoded. Pictures with a size of their own are resized first thing on the GPU. */
export async function opened(path: string, flags: InputFlags, policyNames: readonly string[]): Promise<Opened> {
  const named = (size: Size) => policyOf(policyNames, size);
  const { kind, labels, limit, fit, workers = workersFor(1) } = flags;
  const { height, width } = flags.size ?? { height: DEFAULT_SIDE, width: DEFAULT_SIDE };
  // Whatever is wrong with it is said before a large input is looked at.
  named({ height, width });
  retryAddresses(flags.retries);
  const channels = Number(flags.channels) as 1 | 3 | 4;
  const maps = mapSourceOf(flags);
  const input = await openInput(path, { kind, labels, limit, height, width, fit, channels, workers, maps });
  if (labels !== undefined && input.kind !== "idx") throw usage("--labels: expected IDX pictures beside it");
  const { size } = flags;
  // Files are of that size by now, and packed pictures have their own unless another is asked for.
  const policy = named(size ?? { height: input.stream.height!, width: input.stream.width! });
  const isOther = size && input.isPacked && (size.height !== input.stream.height || size.width !== input.stream.width);
  const whole = { input, policy: isOther ? [op("resize", { ...size, fit }) as PolicyStage, ...policy] : policy };
  // What is wrong with a policy is found before anything is begun.
  draw(whole, { seed: 0, epoch: 0, ids: [0], occurrences: [0] });
  return whole;
}

/** The plan of some pictures, by themselves. @throws PolicyError */
export function draw(
  { input, policy }: Opened,
  draws: { seed: number; epoch: number; ids: number[]; occurrences: number[] },
): Plan {
  const { count, height, width } = input.stream;
  const size = { height, width, datasetSize: count };
  const plan = samplePlan({ policy: asPolicy(policy), step: 0, from: "dataset", ...size, ...draws });
  const rows = plan.stages.at(-1)?.rows.length ?? plan.sources.length;
  if (plan.stages.length > 0 && rows !== draws.ids.length)
    throw usage(`--policy: expected one picture for each, found a policy that makes ${rows}; --variants makes several`);
  return plan;
}
