/** The plan of what belongs to pictures and is a picture itself: class maps, depth, a second eye. */
import { anyValidPlan } from "../analysis/any-valid-plan.ts";
import { stageSizes } from "../analysis/runs.ts";
import { found, InputError, PlanError } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import { knownKeys } from "../check/options.ts";
import { oneOf } from "../check/values.ts";
import type { Size } from "../format/format.ts";
import { givenMask } from "../mixers/maskmix.ts";
import { maskPlane, partnerShare } from "../mixers/masks/plane.ts";
import { INTERPOLATIONS } from "../ops/lib/warp-words.ts";
import type { Interpolation } from "../ops/op.ts";
import type { MaskShape, Plan, Row, SourceRef } from "../plan/plan.ts";
import { type CallRule, rewritten } from "./rewrite.ts";
import { sourceSize } from "./sizes.ts";

/** What a target is. */
export type TargetRule = MaskRule | ImageRule;

/** A map of ids, one a pixel, in 1 to 3 bytes, the lowest first: a picture of as many channels. */
export interface MaskRule {
  kind: "mask";
  /** The bytes of the id where there is nothing to read; mostly the one that the loss ignores. */
  fill: readonly number[];
  /** Where a mask op paints over the picture: the ids stay (default), or are `fill`. */
  hidden?: "keep" | "fill";
  /**
   * Where pictures are blended, an id would be of neither: refused (default); the id of the larger part, row by row,
   * the own one of equal parts (`dominant`); or blended all the same (`soft`), for pictures of one class each.
   */
  blends?: "refuse" | "dominant" | "soft";
}

/** A further picture of the sample. */
export interface ImageRule {
  kind: "image";
  /** Whether colours, noise, blurs and what is painted over are for it too. Default false. */
  color?: boolean;
  /** How warps read it; `same`: as they read the picture. Default `nearest`, and `same` with `color`. */
  interpolation?: Interpolation | "same";
  /** Levels 0..255 where there is nothing to read. Default 0, and as in the picture with `color`. */
  fill?: readonly number[];
}

/**
 * The plan for a map or a companion of the pictures of a plan: the same sources and rows, with calls that treat it
 * right. It is a plan like any other, for `reference` and `lower`, and draws nothing.
 *
 * - **Geometry** stays, position by position: a warp that was folded into another in the picture is so here, and none
 *   that was not. Ids are read from the nearest pixel.
 * - **Values** stay: colours, tones, blurs, noise, JPEG are left out.
 * - **Pastes** stay. A row whose two pictures became the same is no mix any more (CutBlur, an AugMix of colours).
 *
 * @throws PlanError for a plan that is not valid, or that blends ids; InputError for a rule
 */
export function targetPlan(plan: Plan, rule: TargetRule): Plan {
  return derivedPlan(anyValidPlan(plan), checkRule("targetPlan.rule", rule));
}

/** A rule that was checked, with its defaults. */
export interface CheckedRule {
  calls: CallRule;
  blends: Blends;
}

/** The same for a plan that is known to be valid. @throws PlanError where it blends ids */
export function derivedPlan(valid: Plan, { calls, blends }: CheckedRule): Plan {
  const sizes = stageSizes(valid);
  const pictures = new Numbers();
  const sources = valid.sources.map((source, i): SourceRef => {
    const { ops, ...bare } = source;
    const kept = ops && rewritten(ops, sourceSize(valid, i), calls, `plan.sources[${i}].ops`).calls;
    return kept && kept.length > 0 ? { ...bare, ops: kept } : bare;
  });
  let below = sources.map(({ from, index, ops }) => pictures.of({ from, index, ops }));
  const stages = valid.stages.map(({ pairing, rows }, stage) => {
    const { height, width } = sizes[stage]!;
    const size = { height, width };
    const made = rows.map((row, i): Row => {
      const path = `plan.stages[${stage}].rows[${i}]`;
      const { ops, ...bare } = row;
      const isSame = bare.mixer !== "none" && below[bare.own] === below[bare.partner];
      const mixed: Row = isSame ? { mixer: "none", own: bare.own } : mixedIds(bare, size, blends, path);
      const kept = ops && rewritten(ops, size, calls, `${path}.ops`).calls;
      return kept && kept.length > 0 ? { ...mixed, ops: kept } : mixed;
    });
    below = made.map((row) => numberOf(row, below, pictures));
    return { pairing, rows: made };
  });
  return { ...valid, sources, stages };
}

/** Numbers for pictures: the same for the same. */
class Numbers {
  private readonly known = new Map<string, number>();

  of(picture: object): number {
    const written = JSON.stringify(picture);
    let number = this.known.get(written);
    if (number === undefined) {
      number = this.known.size;
      this.known.set(written, number);
    }
    return number;
  }
}

function numberOf(row: Row, below: readonly number[], pictures: Numbers): number {
  const own = below[row.own]!;
  if (row.mixer === "none") return row.ops ? pictures.of({ own, ops: row.ops }) : own;
  return pictures.of({ ...row, own, partner: below[row.partner]! });
}

/** A row of a map, where no pixel may be of two pictures. */
function mixedIds(row: Row, size: Size, blends: Blends, path: string): Row {
  if (blends === "soft" || row.mixer === "none" || row.mixer === "cutmix") return row;
  if (row.mixer === "mixup") {
    if (row.lambda === 1) return { mixer: "none", own: row.own };
    if (row.lambda === 0) return { mixer: "none", own: row.partner };
    if (blends === "refuse") throw blended(path, `mixup with λ = ${row.lambda}`);
    return { mixer: "none", own: row.lambda >= 0.5 ? row.own : row.partner };
  }
  if (isHard(row.mask, size)) return row;
  if (blends === "refuse") throw blended(path, "a mask with weights between 0 and 255");
  const mask = thresholded(row.mask, size);
  return { ...row, mask, lambda: Math.fround(1 - partnerShare(mask, size)) };
}

const blended = (path: string, what: string) =>
  new PlanError(path, 'rows that do not blend, for ids (or blends: "dominant", or "soft")', found(what));

/** Whether a mask shows one picture or the other at every pixel. */
function isHard(mask: MaskShape, size: Size): boolean {
  if (mask.shape === "fourier" || mask.shape === "grid") return true;
  return maskPlane(mask, size).every((byte) => byte === 0 || byte === 255);
}

const hardMasks = new WeakMap<MaskShape, { size: Size; mask: MaskShape }>();

/** A mask that shows the partner where its weight is half and more. */
function thresholded(mask: MaskShape, size: Size): MaskShape {
  const known = hardMasks.get(mask);
  if (known && known.size.height === size.height && known.size.width === size.width) return known.mask;
  const bytes = maskPlane(mask, size).map((byte) => (byte >= 128 ? 255 : 0));
  const made = givenMask(bytes, size.height, size.width);
  hardMasks.set(mask, { size, mask: made });
  return made;
}

type Blends = NonNullable<MaskRule["blends"]>;

/** @throws InputError */
export function checkRule(path: string, rule: TargetRule): CheckedRule {
  knownKeys(path, rule, ["kind", "fill", "hidden", "blends", "color", "interpolation"]);
  oneOf(`${path}.kind`, rule.kind, ["mask", "image"]);
  if (rule.kind === "mask") {
    knownKeys(path, rule, ["kind", "fill", "hidden", "blends"]);
    const { fill, hidden = "keep", blends = "refuse" } = rule;
    checkFill(path, fill, 3, Number.isInteger, "1 to 3 bytes of an id, the lowest first");
    oneOf(`${path}.hidden`, hidden, ["keep", "fill"]);
    oneOf(`${path}.blends`, blends, ["refuse", "dominant", "soft"]);
    return { calls: { color: false, interpolation: "nearest", fill, fillsHidden: hidden === "fill" }, blends };
  }
  knownKeys(path, rule, ["kind", "color", "interpolation", "fill"]);
  const { color = false } = rule;
  if (typeof color !== "boolean") throw new InputError(`${path}.color`, "true or false", color);
  const { interpolation = color ? "same" : "nearest", fill = color ? undefined : [0] } = rule;
  oneOf(`${path}.interpolation`, interpolation, ["same", ...INTERPOLATIONS]);
  if (fill !== undefined) checkFill(path, fill, 4, Number.isFinite, "1 to 4 levels of 0 to 255");
  return { calls: { color, interpolation, fill, fillsHidden: false }, blends: "soft" };
}

function checkFill(
  path: string,
  fill: unknown,
  most: number,
  passes: (level: unknown) => boolean,
  expected: string,
): void {
  const fits = isListOf(fill, (level) => passes(level) && (level as number) >= 0 && (level as number) <= 255);
  if (!fits || fill.length === 0 || fill.length > most) throw new InputError(`${path}.fill`, expected, fill);
}
