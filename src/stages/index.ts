import { checkKeys, checkName, checkObject } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import { PROB } from "../draw/bounds.ts";
import { checkStream } from "../draw/options.ts";
import { checkScalar } from "../draw/schedule.ts";
import { randomApplyForm, randomChoiceForm, randomOrderForm, randomPipelineForm, sequentialForm } from "./groups.ts";
import { IMAGE_GRANULARITIES, IMAGE_OPTIONS, type ImageStage, MAX_DEPTH } from "./image-stage.ts";
import { opForm } from "./op.ts";
import { opAtForm } from "./op-at.ts";
import { randomCropForm, randomResizedCropForm } from "./random-crop.ts";
import { randomErasingForm } from "./random-erasing.ts";
import { randomGridMaskForm } from "./random-grid-mask.ts";
import { type DrawOps, type ImageContext, type ImageForm, prepareForm } from "./stage.ts";

/** Every kind of image stage. A new one adds its line here. */
const imageForms: { [K in ImageStage["kind"]]: ImageForm<Extract<ImageStage, { kind: K }>> } = {
  op: opForm,
  opAt: opAtForm,
  sequential: sequentialForm,
  randomApply: randomApplyForm,
  randomChoice: randomChoiceForm,
  randomOrder: randomOrderForm,
  randomPipeline: randomPipelineForm,
  randomErasing: randomErasingForm,
  randomCrop: randomCropForm,
  randomResizedCrop: randomResizedCropForm,
  randomGridMask: randomGridMaskForm,
};

export const IMAGE_KINDS = Object.keys(imageForms) as ImageStage["kind"][];

const formOf = (kind: string) => imageForms[kind as ImageStage["kind"]] as ImageForm<ImageStage>;

export const isImageStage = (stage: { kind: string }): stage is ImageStage => Object.hasOwn(imageForms, stage.kind);

/** The path of a stage's options: `policy[0].solarize`, `policy[1].randomChoice`. */
export function imagePath(path: string, stage: { kind: string; op?: unknown }): string {
  const name = stage.kind === "op" && typeof stage.op === "string" ? stage.op : stage.kind;
  return path === "" ? name : `${path}.${name}`;
}

/** Checks an image stage by itself; `path` is the place it stands at. Throws PolicyError. */
export function checkImageStage(value: unknown, path: string, depth = 0): ImageStage {
  const stage = checkObject(value, path, "an image stage");
  const { kind } = stage;
  if (typeof kind !== "string" || !IMAGE_KINDS.includes(kind as ImageStage["kind"])) {
    const near = typeof kind === "string" ? nearestName(kind, IMAGE_KINDS) : undefined;
    throw new PolicyError(
      path === "" ? "kind" : `${path}.kind`,
      `an image stage: ${IMAGE_KINDS.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`,
      kind,
    );
  }
  if (depth > MAX_DEPTH) throw new PolicyError(path, `at most ${MAX_DEPTH} stages inside each other`, depth);
  const form = formOf(kind);
  const own = imagePath(path, stage as { kind: string });
  const { kind: _kind, ...options } = stage;
  if (kind !== "op") checkKeys(options, own, [...form.options, ...IMAGE_OPTIONS]);
  if (stage.prob !== undefined) checkScalar(stage.prob, `${own}.prob`, PROB);
  checkName(stage.granularity, `${own}.granularity`, IMAGE_GRANULARITIES);
  if (depth > 0 && stage.stream !== undefined) {
    throw new PolicyError(`${own}.stream`, "no stream on a stage inside another: put it on the outermost", stage.stream);
  }
  checkStream(stage.stream, `${own}.stream`);
  form.check(kind === "op" ? options : stage, own, (child, childPath) => {
    checkImageStage(child, childPath, depth + 1);
  });
  return value as ImageStage;
}

/** Gets an image stage ready to draw; `context.path` is the place it stands at. */
export function prepareImageStage(stage: ImageStage, context: ImageContext): DrawOps {
  return prepareForm(formOf(stage.kind), stage, { ...context, path: imagePath(context.path, stage) }, prepareImageStage);
}
