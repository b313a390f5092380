/** A dispatch names a buffer for every binding of its kernel, and for nothing else. */
import { describe, expect, test } from "vitest";
import { lower } from "../../../src/lower/lower.ts";
import type { Dispatch } from "../../../src/lower/recording.ts";
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

/** Buffers that a dispatch writes and reads too, which WebGPU refuses. */
const contested = ({ kernel, buffers }: Pick<Dispatch, "kernel" | "buffers">): string[] => {
  const written = Object.entries(kernels[kernel].bindings).flatMap(([name, { kind }]) =>
    kind === "storage" ? [buffers[name]!] : [],
  );
  return written.filter((buffer) => Object.values(buffers).filter((one) => one === buffer).length > 1);
};

describe("no dispatch reads what it writes", () => {
  const some = () => ops.rotate({ degrees: 10, prob: 0.5 });
  const mix = () => mixup({ pairing: "roll" });
  const POLICIES = {
    "a run": [some(), mix(), some()],
    // The pictures of the middle run are read where the first run left them.
    "three runs": [some(), mix(), some(), mix(), some()],
    "four runs": [some(), mix(), some(), mix(), some(), mix(), some()],
    "two segments, and tiles": [some(), ops.equalize(), mix(), ops.jpegQuality({ quality: 9 }), mix(), some()],
  };
  const sizes = [
    { height: 8, width: 8, channels: 3 },
    { height: 7, width: 7, channels: 3 },
  ];
  const cases = (["hardware", "software"] as const).flatMap((tuning) => sizes.map((shape) => ({ tuning, shape })));

  test.each(Object.entries(POLICIES))("%s", (_, policy) => {
    for (const { tuning, shape } of cases)
      for (let step = 0; step < 4; step++) {
        const { height, width } = shape;
        const plan = samplePlan({ policy, seed: 1, step, batchSize: 4, height, width });
        const input = { shape, format: "u8", layout: "nhwc", pages: 1, picturesPerPage: 4 } as const;
        const { dispatches } = lower(plan, { ...input, output: {}, tuning });
        expect(dispatches.length).toBeGreaterThan(0);
        expect(dispatches.flatMap(contested), `${tuning}, ${height} × ${width}, step ${step}`).toEqual([]);
      }
  });

  test("the search finds what it looks for", () => {
    const [shape] = sizes as [(typeof sizes)[0]];
    const plan = samplePlan({ policy: mix(), seed: 1, step: 0, batchSize: 4, height: 8, width: 8 });
    const input = { shape, format: "u8", layout: "nhwc", pages: 1, picturesPerPage: 4 } as const;
    const { kernel, buffers } = lower(plan, { ...input, output: {} }).dispatches[0]!;
    expect(contested({ kernel, buffers: { ...buffers, images: buffers.page0! } })).toContain("page0");
  });
});
