/** Boxes and what belongs to them, through a plan. */
import { anyValidPlan } from "../analysis/any-valid-plan.ts";
import { found, InputError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { oneOf } from "../check/values.ts";
import type { Plan, SourceRef } from "../plan/plan.ts";
import { checkFormat } from "./boxes.ts";
import { filterOf, THRESHOLDS, type Thresholds } from "./filter.ts";
import { type BoxFormat, isOriented } from "./formats.ts";
import type { HiddenPoints, OutsidePoints } from "./keypoints.ts";
import type { Copies } from "./moves.ts";
import { type CheckedObjects, checkObjects, type ObjectSet } from "./objects.ts";
import type { OutlineKind } from "./outline.ts";
import type { HiddenParts } from "./seen.ts";
import type { ObjectBatch } from "./table.ts";
import { Transform, type TransformOptions } from "./walk.ts";

/** Where the objects of a plan's sources are read from: those of the batch, the dataset, the second batch. */
export type ObjectSources = { readonly [From in SourceRef["from"]]?: ObjectSet };

/** What comes out, and what is kept. */
export interface ObjectOptions extends Thresholds {
  /** What the numbers of a box are. Default: as they were. */
  format?: BoxFormat;
  /** Whether places are divided by the output's width and height. Default: as they were. */
  normalized?: boolean;
  /** Objects that are not kept: left out (default), or in their rows with `kept` 0 (`all`). */
  keep?: "kept" | "all";
  /** What outlines an object without a polygon. `ellipse`: the one in its box, so that turned boxes stay tighter. */
  outline?: OutlineKind;
  /** What a mask op paints over: lowers `visible` (default), nothing, or the box shrinks to what is left (of boxes). */
  hidden?: HiddenParts;
  /**
   * Warps whose edge mirrors or repeats the picture: refused (default); their copies have no boxes (`ignore`); or they
   * are objects too, each with its own box (`objects`). Those that `elastic` and its like show at an edge have none.
   */
  copies?: Copies;
  /**
   * Parts of an object that a Jigsaw moved apart: one box around all (`join`, default), or an object for each part that
   * hangs together (`split`), which has its own `visible`, and of the points those that are in it.
   */
  pieces?: "join" | "split";
  /** Of keypoints that left the picture or are covered, whose v is 0: their place (default), or 0, 0. */
  outside?: OutsidePoints;
  /** Of keypoints that are painted over: v stays (default), or is 1 at most. */
  hiddenPoints?: HiddenPoints;
}

const KEYS = [
  "format",
  "normalized",
  "keep",
  "outline",
  "hidden",
  "copies",
  "pieces",
  "outside",
  "hiddenPoints",
  ...THRESHOLDS,
] as const satisfies (keyof ObjectOptions)[];

/**
 * Takes the objects of a plan's sources through everything that the plan does to their pictures: ops, crops, mixers.
 * Nothing is drawn, so any plan can be given, of today and of long ago, and the same plan gives the same objects.
 *
 * - **Where.** An object is carried as its outline (its polygon, else its box) and enclosed once, at the end, so that
 *   turns do not blow boxes up. Every border on the way cuts it where it cuts the picture.
 * - **How much is left.** `visible` is the share of its area on load that still shows, measured in the source picture;
 *   what later pictures cover is taken off. `weight` is the part that its source has of the pixels (λ, 1 − λ, or 1).
 * - **In which order.** Row by row; in a row own before partner, then as the source's list has them. Nothing is merged
 *   but copies of one sample that were moved alike (CutBlur, AugMix's own), which are one object.
 *
 * @param plan as `samplePlan` or `engine.draw` gave it
 * @param sources the objects of every picture, by where the plan's sources are from
 * @throws PlanError for a plan that is not valid, or that shows mirrored copies of objects; InputError for objects and
 * options
 */
export function transformObjects(plan: Plan, sources: ObjectSources, options: ObjectOptions = {}): ObjectBatch {
  const path = "transformObjects";
  knownKeys(`${path}.sources`, sources, ["batch", "dataset", "external"]);
  const sets: CheckedSources = {};
  for (const from of ["batch", "dataset", "external"] as const) {
    const set = sources[from];
    if (set !== undefined) sets[from] = checkObjects(`${path}.sources.${from}`, set);
  }
  const valid = anyValidPlan(plan);
  return objectsThrough(valid, sets, checkObjectOptions(`${path}.options`, options), `${path}.sources`);
}

/** Sets that were looked over. */
export type CheckedSources = Partial<Record<SourceRef["from"], CheckedObjects>>;

/** The same for a valid plan, with sets and options that were checked; `path` leads to the sets. */
export function objectsThrough(plan: Plan, sets: CheckedSources, options: CheckedOptions, path: string): ObjectBatch {
  checkSets(plan, sets, path);
  const [first] = Object.values(sets);
  const { format = first?.format ?? "xyxy", normalized = first?.normalized ?? false } = options;
  if (options.isPeer) checkUpright("format", format);
  return new Transform(plan, sets, { ...options, format, normalized }).run();
}

function checkUpright(path: string, format: BoxFormat): void {
  if (isOriented(format)) throw new InputError(path, "a format of upright boxes, with the preset torchvision", format);
}

/** Refuses sets that the plan cannot be read with. */
function checkSets(plan: Plan, sets: CheckedSources, within: string): void {
  for (const [i, { from, index }] of plan.sources.entries()) {
    const path = `${within}.${from}`;
    const set = sets[from];
    if (!set) throw new InputError(path, `objects, since plan.sources[${i}] is from there`, undefined);
    if (index >= set.pictures)
      throw new InputError(
        path,
        `the objects of ${index + 1} pictures, since the plan reads picture ${index}`,
        found(`${set.pictures}`),
      );
  }
  checkAlike(Object.values(sets));
}

/** Sets that come out in one table must have the same columns. */
function checkAlike(sets: readonly CheckedObjects[]): void {
  const [first] = sets;
  for (const set of sets.slice(1)) {
    if (set.keypoints?.count !== first!.keypoints?.count)
      throw new InputError(
        `${set.path}.keypoints`,
        `${first!.keypoints?.count ?? 0} an object, as the others have`,
        found(`${set.keypoints?.count ?? 0}`),
      );
    if ((set.polygons === undefined) !== (first!.polygons === undefined))
      throw new InputError(`${set.path}.polygons`, "polygons in all sets or in none", set.polygons);
    const [names, others] = [Object.keys(set.fields).sort(), Object.keys(first!.fields).sort()];
    if (names.join() !== others.join())
      throw new InputError(`${set.path}.fields`, `the fields ${others.join(", ") || "of the others: none"}`, names);
  }
}

/** Options that were checked; what a set decides is left out. */
export type CheckedOptions = Omit<TransformOptions, "format" | "normalized"> &
  Partial<Pick<TransformOptions, "format" | "normalized">>;

/** @throws InputError */
export function checkObjectOptions(path: string, options: ObjectOptions): CheckedOptions {
  knownKeys(path, options, KEYS);
  const {
    format,
    normalized,
    keep = "kept",
    outline = "box",
    hidden = "count",
    copies = "refuse",
    pieces = "join",
    outside = "keep",
    hiddenPoints = "keep",
    preset,
  } = options;
  if (format !== undefined) checkFormat(`${path}.format`, format);
  if (normalized !== undefined && typeof normalized !== "boolean")
    throw new InputError(`${path}.normalized`, "true or false", normalized);
  oneOf(`${path}.keep`, keep, ["kept", "all"]);
  oneOf(`${path}.outline`, outline, ["box", "ellipse"]);
  oneOf(`${path}.hidden`, hidden, ["count", "ignore", "shrink"]);
  oneOf(`${path}.copies`, copies, ["refuse", "ignore", "objects"]);
  oneOf(`${path}.pieces`, pieces, ["join", "split"]);
  oneOf(`${path}.outside`, outside, ["keep", "zero"]);
  oneOf(`${path}.hiddenPoints`, hiddenPoints, ["keep", "mark"]);
  const filter = filterOf(path, options);
  const isPeer = preset === "torchvision";
  if (isPeer && format !== undefined) checkUpright(`${path}.format`, format);
  return {
    format,
    normalized,
    keepsAll: keep === "all",
    outline,
    hidden,
    copies,
    splits: pieces === "split" && !isPeer,
    outside,
    hiddenPoints,
    filter,
    isPeer,
  };
}
