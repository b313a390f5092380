/** Counts what a plan shows: every source is painted with a constant of its own. */
import type { PictureShape } from "../../../src/format/format.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import type { HostSources } from "../../../src/reference/host-sources.ts";
import { reference } from "../../../src/reference/reference.ts";

/** Pictures by sample: sample i is level i everywhere. */
export function painted(count: number, shape: PictureShape): Uint8Array {
  const picture = shape.height * shape.width * shape.channels;
  return Uint8Array.from({ length: count * picture }, (_, i) => Math.floor(i / picture));
}

/** The mixed pictures and soft labels of painted samples, one class a sample. */
export function mixPainted(plan: Plan, count: number, channels = 1) {
  const shape = { height: plan.height, width: plan.width, channels };
  const pictures = { images: painted(count, shape), labels: Uint32Array.from({ length: count }, (_, i) => i) };
  const sources: HostSources = {
    batch: pictures,
    dataset: pictures,
    external: pictures,
    shape,
    format: "u8",
    layout: "nhwc",
  };
  const { images, labels } = reference(plan, sources, { output: { format: "u8" }, labels: { classes: count } });
  return { images: images as Uint8Array, labels: labels!, picture: shape.height * shape.width * channels };
}

/** The share of pixels of output row `row` that show each sample. Every pixel must show one sample alone. */
export function shownShares(plan: Plan, row: number, count: number): number[] {
  const { images, picture } = mixPainted(plan, count);
  const shares = new Array<number>(count).fill(0);
  for (const level of images.subarray(row * picture, (row + 1) * picture)) shares[level]! += 1 / picture;
  return shares;
}
