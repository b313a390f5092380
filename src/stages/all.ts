import { useForm } from "./made.ts";
import { opForm } from "./op.ts";
import { opAtForm } from "./op-at.ts";
import { randomApplyForm } from "./random-apply.ts";
import { randomAspectRatioForm } from "./random-aspect-ratio.ts";
import { randomBoxSafeCropForm } from "./random-box-safe-crop.ts";
import { randomChoiceForm } from "./random-choice.ts";
import { randomCropForm } from "./random-crop.ts";
import { randomErasingForm } from "./random-erasing.ts";
import { randomGridMaskForm } from "./random-grid-mask.ts";
import { randomIouCropForm } from "./random-iou-crop.ts";
import { randomOrderForm } from "./random-order.ts";
import { randomPerspectiveForm } from "./random-perspective.ts";
import { randomPipelineForm } from "./random-pipeline.ts";
import { randomResizedCropForm } from "./random-resized-crop.ts";
import { randomZoomOutForm } from "./random-zoom-out.ts";
import { sequentialForm } from "./sequential.ts";
import { type ImageForm, type ImageStage, type ImageStages, imageForms } from "./stage.ts";

/** Every kind of image stage. A new one adds its line here. */
const allForms: { [K in keyof ImageStages]: ImageForm<ImageStages[K]> } = {
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
  randomPerspective: randomPerspectiveForm,
  randomAspectRatio: randomAspectRatioForm,
  randomIouCrop: randomIouCropForm,
  randomBoxSafeCrop: randomBoxSafeCropForm,
  randomZoomOut: randomZoomOutForm,
};

/** The names of all kinds. */
export const IMAGE_KINDS = Object.keys(allForms) as ImageStage["kind"][];

/** Enters all of them. */
export function useAllStages(): void {
  for (const kind of IMAGE_KINDS) useForm(kind, allForms[kind] as ImageForm<never>);
  imageForms.isComplete = true;
}
