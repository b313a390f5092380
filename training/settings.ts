/** Settings that cannot work are refused before anything is uploaded. */
import { ArgumentError } from "mixwell";
import { weightShapes } from "./models.ts";
import { MAX_NOISE } from "./noise.ts";
import type { RunSettings } from "./types.ts";

/** @throws ArgumentError naming the setting */
export function checkSettings(settings: RunSettings): void {
  const { data, model, arms, order, labelNoise } = settings;
  const { height, width, channels, classes } = data;
  if (classes.length < 2) throw new ArgumentError("data.classes", "at least 2", classes.length);
  for (const part of ["train", "test"] as const) {
    const { images, labels, count } = data[part];
    positive(`data.${part}.count`, count);
    const bytes = count * height * width * channels;
    if (images.length !== bytes) throw new ArgumentError(`data.${part}.images`, `${bytes} bytes`, images.length);
    if (labels.length !== count) throw new ArgumentError(`data.${part}.labels`, `${count} class ids`, labels.length);
    const foreign = labels.find((id) => id >= classes.length);
    if (foreign !== undefined)
      throw new ArgumentError(`data.${part}.labels`, `class ids below ${classes.length}`, foreign);
  }
  weightShapes({ model, height, width, channels, classes: classes.length });
  const ids = arms.map(({ id }) => id);
  if (ids.length === 0 || new Set(ids).size < ids.length)
    throw new ArgumentError("arms", "at least one, each once", ids);
  if (order !== undefined && order !== "together" && order !== "in turn")
    throw new ArgumentError("order", "together or in turn", order);
  if (!(labelNoise >= 0 && labelNoise <= MAX_NOISE))
    throw new ArgumentError("labelNoise", `a share from 0 to ${MAX_NOISE}`, labelNoise);
  positive("epochs", settings.epochs);
  positive("batchSize", settings.batchSize);
  for (const name of ["maxSteps", "evaluateEvery"] as const)
    if (settings[name] !== undefined) positive(name, settings[name]);
  if (!Number.isSafeInteger(settings.seed) || settings.seed < 0)
    throw new ArgumentError("seed", "an integer from 0", settings.seed);
}

function positive(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) throw new ArgumentError(name, "a positive integer", value);
}
