import { checkKeys } from "../check/check.ts";
import { copied } from "../check/copied.ts";
import { PolicyError } from "../check/errors.ts";
import { Registry } from "../check/registry.ts";
import type { Scalar, Time } from "../draw/schedule.ts";
import type { Granularity, MaskShape, MixRow, OpCall, Pairing } from "../plan/plan.ts";
import type { Key } from "../random/key.ts";
import type { Draws } from "../stages/draws.ts";
import { type FirstSample, IMAGE_GRANULARITIES, type ImageStage } from "../stages/stage.ts";
import { knownMasks, type MaskForm } from "./masks/known.ts";
import { checkStageOptions, GRANULARITIES } from "./options.ts";
import { checkStagePairing } from "./pairing.ts";

/** What every stage has, and what it means when left out. */
export interface StageOptions {
  /** The chance that a row is mixed at all, 0 to 1; drawn once per row (or pair, or batch). Default 1. */
  prob?: Scalar;
  /** What shares one draw. Default: the enclosing `oneOf`'s, else `"sample"`. */
  granularity?: Granularity;
  /** Who is mixed with whom. Default: `"dataset"` when drawn over a dataset, else `"derangement"`. */
  pairing?: Pairing;
  /**
   * Names the random stream, so that stages added or removed before this one leave its draws alone. Default: its
   * position.
   */
  stream?: string;
}

/** A way to make one picture of two or more. */
export type Mixer = Mixers[keyof Mixers];

/** A way to mix a picture with copies of itself. */
export type SelfMixer = SelfMixers[keyof SelfMixers];

/** Every mixer by its name. Each mixer's file adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: the files of the mixers fill it
export interface Mixers {}

/** The same of those that mix a picture with itself. */
// biome-ignore lint/suspicious/noEmptyInterface: the files of the mixers fill it
export interface SelfMixers {}

/** What all mixers have in common, which is all that this file knows of them. */
export interface AnyMixer extends StageOptions {
  kind: string;
}

/** What the draws of one mixer in one stage depend on, apart from the sample. */
export interface DrawContext {
  /** Picture size in pixels. */
  height: number;
  width: number;
  time: Time;
  /** Where the mixer stands in the policy, for messages: `policy[1].cutmix`. */
  path: string;
  /** What shares one draw. */
  granularity: Granularity;
  /** The batch's first sample, which addresses what the whole batch shares. */
  first: FirstSample;
  /** The key of one purpose of this mixer: no two purposes share a draw. `nth` counts those that need several keys. */
  key(purpose: MixerPurpose, nth?: number): Key;
}

/** What a mixer draws numbers for. */
export type MixerPurpose = "alpha" | "lambda" | "box" | "weight" | "slot";

/**
 * Draws one row of the own picture and its partner. `id` addresses the draws: two rows that share an id share λ and
 * box. `picture` addresses what only the own picture draws. A mixer of more pictures than two, or with ops of its own
 * on them, draws a tree over them instead.
 */
export type DrawRow = (id: number, picture: number) => BareRow | MixTree;

/**
 * Rows upon rows: a branch is a row whose two pictures are made by what is below it; a stem is a row that leaves its
 * picture as it is.
 */
export type MixTree = MixLeaf | MixBranch | MixStem;

export interface MixLeaf {
  /** 0 is the own picture, k the k-th partner. */
  of: number;
  /** What is done to it for this row alone. */
  ops?: OpCall[];
}

export interface MixBranch {
  row: BareRow;
  own: MixTree;
  partner: MixTree;
}

export interface MixStem {
  own: MixTree;
}

/** A row that does not say yet which pictures it mixes: `own` and `partner` are 0 until it is placed. */
export type BareRow = Exclude<MixRow, { mixer: "none" }>;

/** What a mixer works with. */
export interface MixNeeds {
  /** Pictures besides the own one: 0 for a mixer of a picture with itself. */
  partners: number;
  /** Levels of the plan, of the four there are. */
  levels: number;
}

/** What most mixers need. */
export const PLAIN_NEEDS: MixNeeds = { partners: 1, levels: 1 };

/** All a mixing op is, on the host. */
export interface MixOp<M extends AnyMixer> {
  /** The options it reads, in the order they are best explained. */
  options: readonly Exclude<keyof M, "kind">[];
  /**
   * Throws PolicyError when an option it alone has cannot be drawn from; the ones in {@link StageOptions} are checked
   * elsewhere.
   */
  check(value: Record<string, unknown>, path: string): void;
  /** Brings the image ops that it may draw, where they are always the same. Its constructor calls it. */
  uses?(): void;
  /** The shapes of masks it may draw, by their names. */
  masks?: { readonly [Shape in MaskShape["shape"]]?: MaskForm<Extract<MaskShape, { shape: Shape }>> };
  /** What it may draw: the kind of its rows, and the ops on pictures for these rows alone. Left out: no ops. */
  draws(mixer: M): { rows: MixRow["mixer"] } & Partial<Draws>;
  /** What a copy of a picture goes through that is made for a row alone. Left out: one of the ops that it draws. */
  copies?(mixer: M): ImageStage;
  /**
   * It mixes a picture with nothing but copies of itself. Its stage has no pairing ("self" in plans), image
   * granularities and keys as an image stage, and no place in a `oneOf`, whose mixers share a partner.
   */
  isSelf?: true;
  /** Left out: one partner and one level. */
  needs?(mixer: M): MixNeeds;
  /** Resolves every strength for this moment, once for all rows. */
  prepare(mixer: Omit<M, keyof StageOptions>, context: DrawContext): DrawRow;
}

/** The mixing ops that are here, by their names. */
export const knownMixers = /* @__PURE__ */ new Registry<MixOp<never>>();

/** Enters a mixing op, and the image ops and masks it may draw. */
export function useMixer(kind: string, op: MixOp<never>): void {
  knownMixers.add(kind, op);
  op.uses?.();
  for (const [shape, form] of Object.entries(op.masks ?? {})) knownMasks.add(shape, form as MaskForm);
}

/** Throws PolicyError unless `value` is a mixer that `op` can draw from; `path` leads to it (`policy[1].cutmix`). */
export function checkMixer<M extends AnyMixer>(op: MixOp<M>, value: Record<string, unknown>, path: string): void {
  const { kind: _kind, ...options } = value;
  checkKeys(options, path, op.options as readonly string[]);
  checkStageOptions(value, path, op.isSelf ? IMAGE_GRANULARITIES : GRANULARITIES);
  checkStagePairing(value, path);
  op.check(value, path);
  checkPartners(op.needs?.(value as unknown as M) ?? PLAIN_NEEDS, value, path);
}

/** What a mixer's constructor returns: the mixer, checked, and nobody else's. Throws PolicyError. */
export function made<M extends AnyMixer>(op: MixOp<M>, mixer: M): M {
  useMixer(mixer.kind, op as unknown as MixOp<never>);
  checkMixer(op, mixer as unknown as Record<string, unknown>, mixer.kind);
  return copied(mixer);
}

/** Refuses pairings that have one partner only for a mixer that wants more. */
export function checkPartners(
  { partners }: MixNeeds,
  { pairing, granularity }: Record<string, unknown>,
  path: string,
): void {
  if (partners < 2) return;
  if (pairing === "reverse" || pairing === "external") {
    throw new PolicyError(
      `${path}.pairing`,
      `a pairing that can give ${partners} partners: roll, permutation, derangement or dataset`,
      pairing,
    );
  }
  if (granularity === "pair" || granularity === "half") {
    throw new PolicyError(`${path}.granularity`, `batch or sample for a mixer with ${partners} partners`, granularity);
  }
}
