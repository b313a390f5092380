/** Every contender is held to the reference before it is timed. */
import { reference } from "../src/index.ts";
import { CLASSES } from "./cases.ts";
import type { Output, Work } from "./contender.ts";

/** What the first step should give, from the CPU interpreter of plans. */
export function expectedOutput({ test, images, labels, draws }: Work): Output {
  const sources = { batch: { images, labels }, shape: test.shape, format: test.format, layout: "nhwc" as const };
  const made = reference(draws[0]!.plan, sources, { output: test.output, labels: { classes: CLASSES } });
  return { images: made.images as Float32Array, labels: made.labels };
}

/**
 * Pictures of values 0..1 may differ by 1e-6 (8 units in the last place of 1), normalised ones (−2..3) by 4e-6: the
 * contenders fold scales into weights in different orders. Labels may differ by 1e-6.
 */
export function tolerance({ test }: Work): number {
  return test.output.normalize ? 4e-6 : 1e-6;
}

/**
 * TensorFlow.js blends bytes in f32 as the GPU rounds it, where the reference replays f32 exactly: a level that sits on
 * an integer may be truncated to the one below. So with image ops one value in a hundred may be off, where MixUp counts
 * each twice; the others are held to `tolerance`.
 */
export function share({ test }: Work, contender: string): number {
  return test.augment && contender.startsWith("TensorFlow.js") ? 0.01 : 0;
}

/**
 * What is wrong with it; undefined when all is right. `allowed` is for a value, `share` is how many of the pictures'
 * values may be further off.
 */
export function compare(actual: Output, wanted: Output, allowed: number, share = 0): string | undefined {
  return (
    compareValues("images", actual.images, wanted.images, allowed, share) ?? compareLabels(actual.labels, wanted.labels)
  );
}

function compareLabels(actual: Float32Array | undefined, wanted: Float32Array | undefined): string | undefined {
  if (!wanted) return undefined;
  return actual ? compareValues("labels", actual, wanted, 1e-6) : "labels: expected some, found none";
}

function compareValues(
  what: string,
  actual: Float32Array,
  wanted: Float32Array,
  allowed: number,
  share = 0,
): string | undefined {
  if (actual.length !== wanted.length) return `${what}: expected ${wanted.length} values, found ${actual.length}`;
  let off = 0;
  let last = 0;
  for (let i = 0; i < wanted.length; i++) {
    // Written so that NaN counts.
    if (Math.abs(actual[i]! - wanted[i]!) <= allowed) continue;
    off++;
    last = i;
  }
  if (off <= share * wanted.length) return undefined;
  return `${what}: ${off} of ${wanted.length} values are off, such as [${last}]: expected ${wanted[last]} ± ${allowed}, found ${actual[last]}`;
}
