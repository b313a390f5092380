/** What is known of a level of a policy's plans before one is drawn: see `expected.ts`. */
import type { PictureShape } from "../format/format.ts";
import { needsOf } from "../mixers/mix-stage.ts";
import type { OpName } from "../ops/index.ts";
import { layOut } from "../policy/lay-out.ts";
import type { Policy, PolicyStage } from "../policy/policy.ts";
import { noOneSize } from "../sample/op-draws.ts";
import type { SegmentKind } from "./passes.ts";

/** The pictures of one level. */
export interface ExpectedLevel {
  /** What their ops make of them. */
  shape: PictureShape;
  /** Whether there can be a plan in which none of them has ops. */
  canBePlain: boolean;
  /** What segments there can be in the first pass, and in later ones. Both are empty where pictures never have ops. */
  first: ReadonlySet<SegmentKind>;
  later: ReadonlySet<SegmentKind>;
  /**
   * The ops that pictures can have, whether they can have different numbers of segments, and the sizes on their way.
   */
  ops: ReadonlySet<OpName>;
  differ: boolean;
  sizes: readonly PictureShape[];
  /** In which of these passes pictures can be of different size, and whether the first is always such a one. */
  ragged: "none" | "first" | "all";
  isAlwaysRagged: boolean;
  /** What of these passes must do where the mixing does each picture's last segment. */
  beforeLast: BeforeLast;
}

export interface BeforeLast {
  /** How many passes a batch needs at least, and at most (two stand for more). */
  least: number;
  most: number;
  /** What segments the first pass can do of pictures that need one. */
  first: ReadonlySet<SegmentKind>;
}

/** What is mixed, at all levels, where there are no ops. */
export function plainLevels(policy: Policy, shape: PictureShape, haveOwnSizes = false): ExpectedLevel[] {
  if (haveOwnSizes) throw noOneSize();
  const isList = Array.isArray(policy);
  const { graph } = layOut((isList ? policy : [policy]) as readonly PolicyStage[], isList, true);
  const none: ReadonlySet<never> = new Set();
  const plain: ExpectedLevel = {
    shape,
    canBePlain: true,
    first: none,
    later: none,
    ops: none,
    differ: false,
    sizes: [shape],
    ragged: "none",
    isAlwaysRagged: false,
    beforeLast: { least: 0, most: 0, first: none },
  };
  // A plan has one stage at least.
  const stages = graph.reduce((count, { stage }) => count + needsOf(stage).levels, 0) || 1;
  return Array.from({ length: 1 + stages }, () => plain);
}

/** Whether a policy mixes with a second batch. */
export const readsExternal = (policy: Policy): boolean =>
  [policy]
    .flat()
    .some((stage) => "pairing" in (stage as PolicyStage) && (stage as { pairing?: unknown }).pairing === "external");
