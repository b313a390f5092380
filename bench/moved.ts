/** What steps read and write on a device, by their recordings. */
import { MAX_PICTURES } from "../src/analysis/limits.ts";
import { tuningOn } from "../src/gpu/tuning.ts";
import { type LowerOptions, lower, type OutputOptions, type PictureShape, type Plan } from "../src/index.ts";
import { trafficOf } from "../src/lower/traffic.ts";
import { CLASSES } from "./cases.ts";

/** How the steps are made: of pictures in one buffer, NHWC. */
export interface Steps {
  plans: readonly Plan[];
  shape: PictureShape;
  format: "u8" | "f32";
  output: OutputOptions;
  /** As an engine has it. */
  tuning?: Parameters<typeof tuningOn>[1];
}

/** Bytes of pictures and labels a step, in the mean. */
export function movedBytes({ plans, shape, format, output, tuning = "auto" }: Steps, device: GPUDevice): number {
  const options: LowerOptions = {
    shape,
    format,
    layout: "nhwc",
    output,
    labels: { classes: CLASSES },
    labelForm: "ids",
    pages: 1,
    picturesPerPage: MAX_PICTURES,
    tuning: tuningOn(device, tuning),
  };
  const traffic = plans.flatMap((plan) => trafficOf(lower(plan, options)));
  return Math.round(traffic.reduce((sum, { read, written }) => sum + read + written, 0) / plans.length);
}
