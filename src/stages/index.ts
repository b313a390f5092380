import { checkObject } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import { PROB } from "../draw/bounds.ts";
import { PURPOSE } from "../draw/keys.ts";
import { resolveScalar } from "../draw/schedule.ts";
import type { Size } from "../format/format.ts";
import type { OpName } from "../ops/index.ts";
import { isSame, showSize } from "../ops/size.ts";
import type { OpCall } from "../plan/plan.ts";
import { foldIn } from "../random/key.ts";
import { uniform01 } from "../random/uniform.ts";
import { allDraws, type Draws } from "./draws.ts";
import { fixed, oneOfSizes, oneSize, type Sizes } from "./sizes.ts";
import {
  checkForm,
  type DrawOps,
  type ImageContext,
  type ImageStage,
  imageForms,
  type PrepareChild,
  type SizesAfterChild,
  stagePath,
  type Takes,
} from "./stage.ts";

const formOf = (kind: string) => imageForms.get(kind)!;

export const isImageStage = (stage: { kind: string }): stage is ImageStage => imageForms.has(stage.kind);

/** The stages that are here, for a message about a kind that is not; `near`: what was probably meant. */
export function imageStageWords(near: string | undefined): string {
  const { names, hint } = imageForms;
  const here = names.length > 0 ? `: ${names.join(", ")}` : "";
  return `an image stage${here}${near ? ` (did you mean ${near}?)` : ""}${hint}`;
}

/** Checks an image stage; `place` is where it stands, `depth` counts the stages around it. Throws PolicyError. */
export function checkImageStage(value: unknown, place: string, depth = 0): ImageStage {
  const stage = checkObject(value, place, "an image stage");
  const { kind } = stage;
  if (typeof kind !== "string" || !isImageStage({ kind })) {
    const kinds = imageForms.names;
    const near = typeof kind === "string" ? nearestName(kind, kinds) : undefined;
    throw new PolicyError(place === "" ? "kind" : `${place}.kind`, imageStageWords(near), kind);
  }
  checkForm(formOf(kind), { ...stage, kind }, place, depth, checkImageStage);
  return value as ImageStage;
}

/** What a stage may draw, and the stages inside it. */
export function drawsOfStage(stage: ImageStage): Draws {
  const form = formOf(stage.kind);
  return allDraws([form.draws(stage), ...(form.children?.(stage) ?? []).map(drawsOfStage)]);
}

/** A stage taken apart: its own ops, the stages inside it, and how many of all these a picture gets. */
export function partsOfStage(stage: ImageStage): {
  ops: readonly OpName[];
  children: readonly ImageStage[];
  takes: Takes;
} {
  const form = formOf(stage.kind);
  const takes = form.takes?.(stage) ?? [0, Number.POSITIVE_INFINITY];
  return { ops: form.draws(stage).ops, children: form.children?.(stage) ?? [], takes };
}

/** The sizes that pictures of some sizes can have after a stage; `place` is where it stands. */
export const sizesAfterStage = (stage: ImageStage, from: Sizes, place: string): Sizes =>
  oneOfSizes(
    from.some.map((size) => sizesOf(stage, size, place)),
    from.because,
  );

/** The size that all pictures of that size have after a stage. Throws PolicyError where they may have several. */
export const sizeAfterStage = (stage: ImageStage, size: Size, place: string): Size =>
  oneSize(sizesAfterStage(stage, fixed(size), place));

function sizesOf(stage: ImageStage, size: Size, place: string): Sizes {
  const path = stagePath(place, stage);
  const after = formOf(stage.kind).sizeAfter?.(
    stage,
    { height: size.height, width: size.width, path },
    sizesAfterChild,
  );
  if (after === undefined) return fixed(size);
  const sizes = "some" in after ? after : fixed(after);
  const other = sizes.some.find((one) => !isSame(one, size));
  if ((stage.prob ?? 1) === 1 || other === undefined) return sizes;
  const expected = `1, because the stage changes the size to ${showSize(other)}`;
  return oneOfSizes([fixed(size), sizes], new PolicyError(`${path}.prob`, expected, stage.prob));
}

const sizesAfterChild: SizesAfterChild = (stage, place, from) => sizesAfterStage(stage, from, place);

/** Gets an image stage ready to draw, its gate first; `context.path` is the place it stands at. */
export function prepareImageStage(stage: ImageStage, context: ImageContext): DrawOps {
  const { first, key, time } = context;
  const granularity = stage.granularity ?? context.granularity;
  const path = stagePath(context.path, stage);
  const address = granularity === "batch" ? () => first.address : (id: number) => id;
  const prob = resolveScalar(stage.prob ?? 1, time, `${path}.prob`, PROB);
  if (prob === 0) return () => {};
  const prepareChild: PrepareChild = (child, place, childKey, size) =>
    prepareImageStage(child, { ...context, ...size, granularity, path: place, key: childKey });
  const draw = formOf(stage.kind).prepare(
    stage,
    { ...context, granularity, path, address },
    prepareChild,
    sizesAfterChild,
  );
  if (prob === 1) return draw;
  const gateKey = foldIn(key, PURPOSE.imageProb);
  return (id, calls) => {
    if (uniform01(gateKey, address(id), 0) < prob) draw(id, calls);
  };
}

/** What `draw` draws for one sample. */
export function callsOf(draw: DrawOps, id: number): OpCall[] {
  const calls: OpCall[] = [];
  draw(id, calls);
  return calls;
}
