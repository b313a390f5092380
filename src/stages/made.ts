/** What the constructors of image stages do: the kind of stage is here then, with the ops it may draw. */
import { copied } from "../check/copied.ts";
import { bringOps } from "./brings.ts";
import { checkForm, type ImageForm, type ImageStage, type ImageStages, imageForms } from "./stage.ts";

/** Enters a kind of stage, and the ops it may draw. */
export function useForm<K extends ImageStage["kind"]>(kind: K, form: ImageForm<ImageStages[K]>): void {
  imageForms.add(kind, form as unknown as ImageForm<ImageStage>);
  bringOps(form.uses ?? []);
}

/**
 * What the constructor of a stage without stages inside returns: the stage, checked, and nobody else's. Throws
 * PolicyError.
 */
export function made<K extends ImageStage["kind"]>(
  form: ImageForm<ImageStages[K]>,
  stage: ImageStages[K] & { kind: K },
): ImageStages[K] {
  useForm<K>(stage.kind, form);
  checkForm(form, stage as ImageStages[K] & { kind: K; [option: string]: unknown }, "", 0, () => {});
  return copied(stage);
}
