/**
 * Ops that the peers drew, as calls: each is one that a plan can hold, with the arguments that the peer's function got.
 */
import { describe, expect, test } from "vitest";
import { checkCall } from "../../../src/ops/check-call.ts";
import { callsFromTimm, callsFromTorchvision, type TimmOp, type TorchvisionOp } from "../../../src/peers/peer-calls.ts";
import timmRuns from "../../fixtures/oracles/pipelines/timm-randaugment.json" with { type: "json" };
import torchvisionRuns from "../../fixtures/oracles/pipelines/torchvision-policies.json" with { type: "json" };

describe("every run of the pipelines sets is a list of legal calls", () => {
  test.each(torchvisionRuns.cases.map(({ id, params }) => [id, params] as const))("%s", (_, params) => {
    const runs = ("ops" in params ? [params.ops] : (params as { chains: unknown }).chains) as TorchvisionOp[][];
    for (const drawn of runs) {
      const calls = callsFromTorchvision(drawn);
      expect(calls).toHaveLength(drawn.length);
      for (const call of calls) expect(() => checkCall(call, "call")).not.toThrow();
    }
  });

  test.each(timmRuns.cases.map(({ id, params }) => [id, params] as const))("%s", (_, { ops, interpolation, fill }) => {
    const calls = callsFromTimm(ops as TimmOp[], {
      height: 33,
      width: 47,
      interpolation: interpolation as "bilinear",
      fill,
    });
    expect(calls).toHaveLength(ops.length);
    for (const call of calls) expect(() => checkCall(call, "call")).not.toThrow();
  });
});

test("torchvision: factors about 1, whole pixels to the right, its own rounding", () => {
  const calls = callsFromTorchvision([
    { op: "Brightness", magnitude: -0.5 },
    { op: "Color", magnitude: 0.25 },
    { op: "TranslateX", magnitude: -6.9, interpolation: "bilinear", fill: [128, 128, 128] },
    { op: "Posterize", magnitude: 7 },
    { op: "Identity", magnitude: 0 },
  ]);
  expect(calls).toEqual([
    { op: "brightness", factor: 0.5 },
    { op: "color", factor: 1.25, peer: "torchvision" },
    { op: "translateX", pixels: -6, interpolation: "bilinear", fill: [128, 128, 128], peer: "torchvision" },
    { op: "posterize", bits: 7 },
    { op: "identity" },
  ]);
});

test("timm: shares of the side to the left, Pillow's rounding", () => {
  const calls = callsFromTimm(
    [
      { op: "TranslateXRel", args: [0.25] },
      { op: "TranslateYRel", args: [-0.5] },
      { op: "ColorIncreasing", args: [0.24] },
      { op: "SolarizeAdd", args: [100] },
      { op: "Rotate", args: [-26.5] },
    ],
    { height: 20, width: 40 },
  );
  const reading = { interpolation: "bilinear", fill: [128] };
  expect(calls).toEqual([
    { op: "translateX", pixels: -10, ...reading },
    { op: "translateY", pixels: 10, ...reading, fuse: false },
    { op: "color", factor: 0.24 },
    { op: "solarizeAdd", addition: 100, threshold: 128 },
    { op: "rotate", degrees: -26.5, ...reading },
  ]);
});

test("an op the peer does not have", () => {
  expect(() => callsFromTorchvision([{ op: "Cutout", magnitude: 1 }])).toThrow(
    /^ops\[0\]\.op: expected one of Identity, /,
  );
  expect(() => callsFromTimm([{ op: "GaussianBlurRand", args: [1] }], { height: 4, width: 4 })).toThrow(
    /^ops\[0\]\.op: expected one of/,
  );
});
