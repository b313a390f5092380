/**
 * What the compiler refuses and takes: `tsc` reads this file. Each line marked as an error must be one, or `tsc` says
 * so.
 */
import { createOps, defineOp, type OpCall, op, ops, type Plan, type Policy, samplePlan, validatePlan } from "mixwell";
import { expect, test } from "vitest";
import { dim, redShift, speckle, waves, widest } from "../own-ops.ts";

/** Code that is compiled and not run. */
const compiled = (_code: (batch: never) => unknown) => {};
/** Never called: `createOps` wants a device. */
const functions = () => createOps({} as never);

test("a call that the checks would refuse is a compile error already", () => {
  compiled(() => [
    // @ts-expect-error a misspelt argument
    ops.solarize({ treshold: 128 }),
    // @ts-expect-error text for a number
    ops.rotate({ degrees: "forty" }),
    // @ts-expect-error an argument left out that has no default
    ops.rotate(),
    // @ts-expect-error no such choice
    ops.rotate({ degrees: 10, interpolation: "cubic" }),
    // @ts-expect-error a peer that the op does not follow
    ops.sharpness({ factor: 2, peer: "kerascv" }),
    // @ts-expect-error three entries for two
    ops.affine({ translate: [1, 2, 3] }),
    // @ts-expect-error a choice drawn from what is none
    ops.affine({ edge: { choice: ["wrap", "mirror"] } }),
    // @ts-expect-error a range of three
    ops.solarize({ threshold: [0, 128, 256] }),
    // @ts-expect-error another op's argument
    ops.invert({ threshold: 128 }),
    // @ts-expect-error a list is no number
    ops.gaussianBlur({ sigma: { all: "wide" } }),
    // @ts-expect-error no such op
    op("solarise", { threshold: 128 }),
    // @ts-expect-error another op's argument, by name
    op("posterize", { threshold: 128 }),
  ]);
  compiled((batch) => [
    // @ts-expect-error a misspelt argument
    functions().solarize(batch, { treshold: 128 }),
    // @ts-expect-error text for a number
    functions().rotate(batch, { degrees: "forty" }),
    // @ts-expect-error a range: nothing is drawn here
    functions().solarize(batch, { threshold: [0, 256] }),
    // @ts-expect-error an argument left out that has no default
    functions().posterize(batch),
    // @ts-expect-error two numbers for four
    functions().cutout(batch, { box: [0, 0] }),
    // @ts-expect-error no such op
    functions().apply(batch, [{ op: "blur", sigma: 1 }]),
  ]);
  compiled(() => {
    const calls: OpCall[] = [
      // @ts-expect-error a misspelt argument
      { op: "solarize", treshold: 128 },
      // @ts-expect-error text for a number
      { op: "rotate", degrees: "forty" },
      // @ts-expect-error no such op
      { op: "solarise", threshold: 128 },
      // @ts-expect-error another op's argument
      { op: "posterize", bits: 4, threshold: 128 },
      // @ts-expect-error six numbers for nine
      { op: "perspective", matrix: [1, 0, 0, 0, 1, 0] },
      // @ts-expect-error a range: a plan holds what was drawn
      { op: "solarize", threshold: [0, 256] },
      // @ts-expect-error only warps are folded
      { op: "invert", fuse: false },
    ];
    const policy: Policy = [
      // @ts-expect-error a misspelt argument in a policy written as a literal
      { kind: "op", op: "solarize", treshold: 128 },
    ];
    return [calls, policy];
  });
});

test("what may be written compiles, and passes the checks", () => {
  const policy: Policy = [
    ops.invert(),
    ops.solarize({ threshold: [0, 256], prob: 0.5, stream: "sun" }),
    ops.solarize({ threshold: { normal: [128, 20], clip: [0, 256] } }),
    ops.solarize({ threshold: { schedule: "linear", from: 256, to: 0, start: 0, end: 10, unit: "epoch" } }),
    ops.posterize({ bits: { choice: [2, 4, 8] }, granularity: "batch" }),
    ops.posterize({ bits: ({ epoch }) => Math.max(2, 8 - epoch) }),
    ops.rotate({
      degrees: [0, 30],
      randomSign: true,
      interpolation: { choice: ["bilinear", "bicubic"] },
      peer: "torchvision",
    }),
    ops.translateX({ pixels: { share: [-0.1, 0.1], of: "width", round: "trunc" } }),
    ops.gaussianBlur({ sigma: { all: [0.1, 2] } }),
    ops.affine({ translate: { list: [[-4, 4], 0] }, shear: [10, 0], fuse: false }),
    ops.channelShuffle({ order: { permutation: 3, identity: false } }),
    // The key of an op's noise is drawn unless it is given.
    ops.gaussianNoise({ std: [0, 20] }),
    op("solarize", { threshold: 128 }),
    { kind: "op", op: "solarize", threshold: [0, 256] },
  ];
  const calls: OpCall[] = [
    { op: "invert" },
    { op: "solarize", threshold: 128 },
    { op: "rotate", degrees: 10, interpolation: "bicubic", edge: "reflect", peer: "torchvision", fuse: false },
    { op: "cutout", box: [0, 0, 4, 4], fill: [128] },
    { op: "erase", box: [0, 0, 4, 4], mode: "pixel", key: [1, 2] },
  ];
  const one: OpCall<"solarize"> = { op: "solarize", threshold: 1 };
  one.threshold += 1;
  compiled((batch) => [
    functions().invert(batch),
    functions().solarize(batch, { threshold: 128 }),
    functions().apply(batch, calls),
  ]);
  // Parsed text has no types; what it says is checked when it is used.
  compiled(() => JSON.parse("{}") as Plan);
  const plan = samplePlan({ policy, seed: 1, step: 0, epoch: 1, batchSize: 4, height: 32, width: 32 });
  plan.sources[0]!.ops = [...calls, one];
  expect(() => validatePlan(plan, { batchSize: 4, height: 32, width: 32 })).not.toThrow();
});

test("an op of one's own has the types of its definition", () => {
  const own = () => createOps({} as never, { own: [dim, widest, redShift] });
  compiled((batch) => [
    dim({ strength: [0, 1], prob: 0.5 }),
    dim(),
    speckle({ amount: 3 }),
    waves({ amplitude: { share: 0.1, of: "width" }, interpolation: { choice: ["nearest", "bilinear"] } }),
    // @ts-expect-error a misspelt argument
    dim({ strenght: 0.5 }),
    // @ts-expect-error text for a number
    dim({ strength: "much" }),
    // @ts-expect-error an argument left out that has no default
    waves(),
    // @ts-expect-error no such choice
    redShift({ channel: "grey" }),
    // @ts-expect-error only warps are read
    dim({ interpolation: "nearest" }),
    // @ts-expect-error a range: a call is drawn already
    dim.opCall({ strength: [0, 1] }),
    // @ts-expect-error a call of noise has its key
    speckle.opCall({ amount: 3 }),
    own().dim(batch, { strength: 1 }),
    own().widest(batch),
    own().solarize(batch, { threshold: 3 }),
    // @ts-expect-error another op's argument
    own().dim(batch, { much: 1 }),
    // @ts-expect-error an op that was not brought
    own().waves(batch, { amplitude: 1 }),
  ]);
  compiled(() => {
    const calls: OpCall[] = [dim.opCall(), { op: "invert" }];
    const isOwn = (call: OpCall) => call.op === dim.opName && call.strength === 1;
    // @ts-expect-error a call as a literal: the compiler has it from opCall
    const literal: OpCall = { op: "dim", strength: 1 };
    return [calls, isOwn, literal];
  });
  compiled(() => [
    defineOp({
      name: "typed",
      kind: "mask",
      args: {
        by: { type: "list", length: 2, unit: "pixels", default: [0, 0] },
        way: { type: "choice", values: ["in", "out"], unit: "way" },
        soft: { type: "boolean", default: false, unit: "yes or no" },
      },
      wgsl: "",
      encode({ by, way, soft }, { width }) {
        const [x, y]: readonly [number, number] = by;
        const isOut: boolean = way === "out" && !soft;
        // @ts-expect-error no such way
        const isUp = way === "up";
        return { at: [x * width, y], flags: Number(isOut) + Number(isUp) };
      },
      // @ts-expect-error a flag that `encode` does not return
      u8: (v, { at, flag }) => [at[0], at[1], flag, v[3]],
      f32(v, { at, flags }, { x, channels }) {
        const sum: number = at[0] + at[1] + flags + x + channels;
        return [sum, v[1], v[2], v[3]];
      },
      // @ts-expect-error not enough
      atMagnitude: (magnitude) => ({ soft: magnitude > 0.5 }),
    }),
    // @ts-expect-error no such kind
    defineOp({ name: "unkind", kind: "colour", wgsl: "" }),
    // @ts-expect-error no unit
    defineOp({ name: "unitless", kind: "color", args: { by: { type: "number" } }, wgsl: "" }),
    defineOp({
      name: "stencilled",
      kind: "stencil",
      args: { by: { type: "integer", unit: "pixels" } },
      wgsl: "",
      u8: (fetch, { by }, { x, y }) => fetch(x + by, y),
      // @ts-expect-error a stencil gets what reads pixels, and no pixel
      f32: (v) => [v[0], v[1], v[2], v[3]],
    }),
  ]);
});
