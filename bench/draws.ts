/** The draws of a step in the simplest form, for contenders that know nothing of plans. */
import { cutmix, mixup, type Plan, type Policy, randAugment, samplePlan } from "../src/index.ts";
import { type Case, pictureSize } from "./cases.ts";
import type { Work } from "./contender.ts";

export const SEED = 1;

/** Steps that differ; enough that CutMix boxes of all sizes are among them. */
const STEPS = 8;

/** One step: row i mixes pictures i and `partner[i]`. */
export interface Draw {
  step: number;
  plan: Plan;
  partner: Int32Array<ArrayBuffer>;
  /** Weight of the own label, and in MixUp of the own pixels. */
  lambda: Float32Array<ArrayBuffer>;
  /** CutMix: x0, y0, x1, y1 of the partner's pixels, half-open, row by row. */
  boxes: Int32Array<ArrayBuffer>;
}

/**
 * One mixer, a draw of its own for every sample. alpha is 1, so λ is spread evenly over (0, 1): with MixUp's usual
 * small alpha nearly every λ would be nearly 0 or 1, and an engine that left out invisible pictures would look better
 * than it is.
 */
export function policyOf({ mixer, augment }: Pick<Case, "mixer" | "augment">): Policy {
  const mix =
    mixer === "mixup" ? mixup({ alpha: 1, pairing: "derangement" }) : cutmix({ alpha: 1, pairing: "derangement" });
  return augment ? [randAugment({ table: "torchvision", layers: 2 }), mix] : mix;
}

/** The steps that a case's contenders go through. */
export function drawSteps(test: Case): Draw[] {
  const { height, width } = test.shape;
  return Array.from({ length: STEPS }, (_, step) => {
    const plan = samplePlan({ policy: policyOf(test), seed: SEED, step, batchSize: test.batch, height, width });
    const draw: Draw = {
      step,
      plan,
      partner: new Int32Array(test.batch),
      lambda: new Float32Array(test.batch),
      boxes: new Int32Array(4 * test.batch),
    };
    plan.stages[0]!.rows.forEach((row, i) => {
      if (row.mixer === "none") throw new Error(`row ${i} is not mixed: the benchmark's policies mix all rows`);
      draw.partner[i] = row.partner;
      draw.lambda[i] = row.lambda;
      if (row.mixer === "cutmix") draw.boxes.set(row.bbox, 4 * i);
    });
    return draw;
  });
}

/** The pictures are noise: no contender's time depends on what they show. */
export function prepareWork(device: GPUDevice, test: Case): Work {
  const bytes = new Uint8Array(test.batch * pictureSize(test));
  let state = 12345;
  for (let i = 0; i < bytes.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  const images = test.format === "u8" ? bytes : Float32Array.from(bytes, (value) => value / 255);
  const labels = Uint32Array.from({ length: test.batch }, (_, i) => (7 * i) % 10);
  return { device, test, images, labels, draws: drawSteps(test) };
}
