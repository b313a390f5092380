/** A dispatch names a buffer for every binding of its kernel, and for nothing else. */
import { expect, test } from "vitest";
import { lower } from "../../../src/lower/lower.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import * as ops from "../../../src/stages/ops.ts";
import { kernels } from "../../../src/wgsl/kernels.ts";

test.each([
  { height: 8, width: 8, channels: 3 },
  { height: 7, width: 7, channels: 3 },
])("pictures of $height × $width", (shape) => {
  const policy = [ops.equalize(), ops.rotate({ degrees: 10 }), ops.jpegQuality({ quality: 50 }), mixup(), ops.invert()];
  const { height, width } = shape;
  const plan = samplePlan({ policy, seed: 1, step: 1, batchSize: 4, height, width });
  const labels = { classes: 10, sparse: true };
  const input = { shape, format: "u8", layout: "nhwc", pages: 1, picturesPerPage: 4 } as const;
  const { dispatches } = lower(plan, { ...input, output: {}, labels, labelForm: "ids" });
  const made = new Set(dispatches.map(({ kernel }) => kernels[kernel].entryPoint));
  expect(made).toEqual(
    new Set(["tone", "augment", "tile", width === 8 ? "mix_augmented" : "mix_elements", "soften", "list_sources"]),
  );
  for (const { kernel, buffers } of dispatches) {
    expect(Object.keys(buffers).sort(), kernel).toEqual(Object.keys(kernels[kernel].bindings).sort());
  }
});
