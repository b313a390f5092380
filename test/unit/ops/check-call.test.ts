import { describe, expect, test } from "vitest";
import { PolicyError } from "../../../src/check/errors.ts";
import { argsOfCall, checkArg, checkCall } from "../../../src/ops/check-call.ts";
import type { OpCall } from "../../../src/ops/index.ts";
import { allOps, callsOf } from "./sample-calls.ts";

describe("a call is filled in", () => {
  test("with defaults, and with the first peer", () => {
    expect(checkCall({ op: "solarizeAdd", addition: 5 }, "p")).toEqual({
      op: "solarizeAdd",
      args: { addition: 5, threshold: 128 },
    });
    expect(checkCall({ op: "color", factor: 0.5 }, "p").args).toEqual({ factor: 0.5, peer: "pillow" });
    expect(checkCall({ op: "color", factor: 0.5, peer: "torchvision" }, "p").args).toEqual({
      factor: 0.5,
      peer: "torchvision",
    });
    expect(checkCall({ op: "gamma", gamma: 2, gain: undefined }, "p").args).toEqual({ gamma: 2, gain: 1 });
  });
});

describe("a mistake says where and what", () => {
  const cases: [string, unknown, string][] = [
    ["no object", "invert", 'p: expected an op call such as { op: "invert" }, found "invert"'],
    [
      "no op",
      { threshold: 3 },
      "p.op: expected the name of an image op (your own must be defined first, by defineOp), found undefined",
    ],
    [
      "a misspelt op",
      { op: "solarise", threshold: 3 },
      'p.op: expected the name of an image op (did you mean solarize?) (your own must be defined first, by defineOp), found "solarise"',
    ],
    ["a name of the language", { op: "toString" }, "p.op: expected the name of an image op"],
    [
      "a misspelt argument",
      { op: "solarize", treshold: 3 },
      'p: expected only the arguments threshold (did you mean threshold?), found "treshold"',
    ],
    [
      "an argument of an op that has none",
      { op: "invert", factor: 1 },
      'p: expected no argument: invert has none, found "factor"',
    ],
    ["a missing argument", { op: "solarize" }, "p.threshold: expected a number 0 to 256 (level 0..256), found nothing"],
    ["too large", { op: "brightness", factor: 7.5 }, "p.factor: expected a number 0 to 7 (factor), found 7.5"],
    [
      "too small",
      { op: "solarize", threshold: -1 },
      "p.threshold: expected a number 0 to 256 (level 0..256), found -1",
    ],
    ["NaN", { op: "brightness", factor: Number.NaN }, "found NaN"],
    ["a string", { op: "brightness", factor: "1" }, 'found "1"'],
    ["half a bit", { op: "posterize", bits: 3.5 }, "p.bits: expected an integer 0 to 8 (bits), found 3.5"],
    [
      "a list of holes",
      { op: "channelShuffle", order: new Array(3) },
      "p.order: expected a list of 3 numbers 0 to 2 (channel 0..2), found [, , ]",
    ],
    [
      "a list too short",
      { op: "channelShuffle", order: [0, 1] },
      "p.order: expected a list of 3 numbers 0 to 2 (channel 0..2), found [0, 1]",
    ],
    ["an empty list", { op: "normalize", mean: [], std: [1] }, "p.mean: expected a list of numbers"],
    ["an entry out of range", { op: "normalize", mean: [0], std: [0] }, "p.std"],
    [
      "another peer",
      { op: "color", factor: 1, peer: "kerascv" },
      'p.peer: expected one of pillow, torchvision, found "kerascv"',
    ],
    ["a peer where there is no choice", { op: "invert", peer: "pillow" }, "p: expected no argument"],
  ];
  test.each(cases)("%s", (_, call, message) => {
    expect(() => checkCall(call, "p")).toThrow(PolicyError);
    expect(() => checkCall(call, "p")).toThrow(message);
    if (typeof call === "object") expect(argsOfCall(call as OpCall)).toBeUndefined();
  });

  test("of the kinds of argument that no op here has", () => {
    expect(() => checkArg(1, { type: "boolean", unit: "", about: "" }, "p")).toThrow(
      "p: expected true or false, found 1",
    );
    expect(() => checkArg(true, { type: "boolean", unit: "", about: "" }, "p")).not.toThrow();
    expect(() => checkArg(0, { type: "number", min: 1, unit: "pixels", about: "" }, "p")).toThrow(
      "expected a number of at least 1 (pixels)",
    );
    expect(() => checkArg(2, { type: "number", max: 1, unit: "pixels", about: "" }, "p")).toThrow(
      "expected a number of at most 1 (pixels)",
    );
  });
});

describe("the quick way through a call", () => {
  test.each(allOps)("takes of %s what the check takes, whatever the call before it gave", (_, op) => {
    const once = callsOf(op, { height: 24, width: 32, channels: 3 });
    const calls = [...once, ...once.toReversed()];
    const taken = calls.map((call) => ({ ...argsOfCall(call as unknown as OpCall) }));
    expect(taken).toEqual(calls.map((call) => checkCall(call, "p").args));
  });

  test("knows no −0", () => {
    const call = { op: "normalize", mean: [-0], std: [1] } as const;
    expect(Object.is((argsOfCall(call as unknown as OpCall)!.mean as number[])[0], 0)).toBe(true);
    expect(Object.is(argsOfCall({ op: "rotate", degrees: -0 })!.degrees, 0)).toBe(true);
  });
});
