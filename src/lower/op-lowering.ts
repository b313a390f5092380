/**
 * What ops ask of lowering. An application without ops has no part of it: what brings an op brings it (`ops.ts`), and
 * lowering finds it here.
 */
import { type ExpectedLevel, plainLevels } from "../analysis/expected-level.ts";
import type { UnrolledRun } from "../analysis/provenance.ts";
import type { Precision } from "../format/format.ts";
import type { ImageOp } from "../ops/op.ts";
import type { Policy } from "../policy/policy.ts";
import type { Level } from "./level.ts";
import type { Lowering, LowerOptions, SoftClasses } from "./lowering.ts";
import type { MixedPictures } from "./mixing.ts";
import type { PipelineKey } from "./recording.ts";

/** What is read and written, as far as pipelines depend on it. */
export type ExpectedOptions = Omit<
  LowerOptions,
  "valueRange" | "picturesPerPage" | "places" | "externalPlaces" | "slots"
> & {
  /** Whether the pictures have sizes of their own; then the sides in `shape` are not looked at. */
  haveOwnSizes?: boolean;
  /** Of what belongs to pictures: the ops that do something to it. */
  follows?: (op: ImageOp) => boolean;
  /** Of soft class maps. */
  soft?: SoftClasses | undefined;
};

/** Pictures that are mixed next: as they are, or after their ops. */
export interface Expected {
  pictures: MixedPictures;
  ops?: ExpectedLevel;
}

export interface OpLowering {
  /** The levels of a policy's plans; see `expectedLevels`. */
  levelsOf(policy: Policy, options: ExpectedOptions): ExpectedLevel[];
  /** Level 0, where its pictures have sizes of their own. */
  ownLevel(lowering: Lowering, level: Level): Level;
  /** Adds what a run's ops need before its pictures are mixed, and returns these. */
  lowerPictures(lowering: Lowering, level: Level, run: UnrolledRun): Level;
  /** The pipelines that passes over pictures take before they are mixed, and what the mixing then reads. */
  pipelinesAfterOps(
    expected: Required<Expected>,
    tree: { slots: number },
    precision: Precision,
    options: ExpectedOptions,
  ): { passes: PipelineKey[]; made: MixedPictures[] };
}

/** As long as there is no op, pictures are only mixed. */
const WITHOUT_OPS = {
  levelsOf: (policy, { shape, haveOwnSizes }) => plainLevels(policy, shape, haveOwnSizes),
} satisfies Partial<OpLowering> as unknown as OpLowering;

let here = WITHOUT_OPS;

/** For what has ops, or pictures with sizes of their own, it is whole: what brought the ops brought it. */
export const opLowering = (): OpLowering => here;

export function useOpLowering(lowering: OpLowering): void {
  here = lowering;
}
