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
 * Pictures of values 0..1 may differ by 1e-6 (8 units in the last place of 1), normalised ones (−2..3) by 4e-6: the contenders fold
 * scales into weights in different orders. Labels may differ by 1e-6.
 */
export function tolerance({ test }: Work): number {
  return test.output.normalize ? 4e-6 : 1e-6;
}

/** What is wrong with it; undefined when all is right. */
export function compare(actual: Output, wanted: Output, allowed: number): string | undefined {
  return compareValues("images", actual.images, wanted.images, allowed) ?? compareLabels(actual.labels, wanted.labels);
}

function compareLabels(actual: Float32Array | undefined, wanted: Float32Array | undefined): string | undefined {
  if (!wanted) return undefined;
  return actual ? compareValues("labels", actual, wanted, 1e-6) : "labels: expected some, found none";
}

function compareValues(what: string, actual: Float32Array, wanted: Float32Array, allowed: number): string | undefined {
  if (actual.length !== wanted.length) return `${what}: expected ${wanted.length} values, found ${actual.length}`;
  for (let i = 0; i < wanted.length; i++) {
    // Written so that NaN fails.
    if (!(Math.abs(actual[i]! - wanted[i]!) <= allowed)) return `${what}[${i}]: expected ${wanted[i]} ± ${allowed}, found ${actual[i]}`;
  }
  return undefined;
}
