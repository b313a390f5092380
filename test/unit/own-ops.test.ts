/** Ops of one's own where built-in ones are: policies, plans, JSON, tables, recordings and the reference. */
import {
  defineOp,
  lower,
  opAt,
  ops,
  type Plan,
  PlanError,
  type Policy,
  printRecording,
  randAugment,
  randomApply,
  randomChoice,
  randomPipeline,
  reference,
  samplePlan,
  standardPolicy,
  validatePlan,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { expectedPipelines } from "../../src/lower/expected.ts";
import { drawsOfPolicy } from "../../src/policy/draws.ts";
import { dim, lean, redShift, relief, speckle, waves } from "../own-ops.ts";

const shape = { height: 8, width: 8, channels: 3 };
const request = { seed: 3, epoch: 0, height: 8, width: 8 };
const draw = (policy: Policy, ids = [1, 2, 3, 4, 5, 6]) => samplePlan({ ...request, policy, ids });
const callsOf = (plan: Plan) => plan.sources.map(({ ops = [] }) => ops);
const lowering = { shape, format: "u8", layout: "nhwc", output: {}, pages: 1, picturesPerPage: 64 } as const;
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** One picture with these calls. */
const planWith = (...calls: object[]): Plan => ({
  ...draw([], [0]),
  sources: [{ from: "batch", index: 0, id: 0, ops: calls as never }],
});

describe("in a policy", () => {
  test("arguments are fixed or drawn, each picture's its own", () => {
    const plan = draw([
      dim({ strength: [0, 1], prob: 0.5 }),
      redShift({ by: 3, channel: { choice: ["red", "blue"] } }),
    ]);
    const calls = callsOf(plan);
    const strengths = calls.flat().flatMap((call) => (call.op === dim.opName ? [call.strength] : []));
    expect(new Set(strengths).size).toBe(strengths.length);
    expect(strengths.length).toBeGreaterThan(0);
    expect(strengths.length).toBeLessThan(6);
    expect(calls.map((list) => list.at(-1))).toEqual(
      calls.map(() => ({ op: "redShift", by: 3, channel: expect.stringMatching(/^(red|blue)$/) })),
    );
  });

  test("it stands in other stages, and JSON names it", () => {
    const policy = [
      randomApply(relief({ amount: [0, 4] })),
      randomChoice([ops.invert(), waves({ amplitude: { share: 0.1, of: "width" } })]),
    ];
    expect(draw(json(policy))).toEqual(draw(policy));
    expect(json(policy[0])).toEqual({
      kind: "randomApply",
      prob: 0.5,
      stage: { kind: "op", op: "relief", amount: [0, 4] },
    });
  });

  test("what is added to a choice, or before with a name for its stream, leaves its draws alone", () => {
    const alone = callsOf(draw([dim({ strength: [0, 1], stream: "dark" })]));
    const later = callsOf(draw([speckle({ amount: [0, 9] }), dim({ strength: [0, 1], stream: "dark" })]));
    expect(later.map((calls) => calls[1])).toEqual(alone.map((calls) => calls[0]));
    expect(later.map((calls) => calls[0])).toEqual(
      later.map(() => ({ op: "speckle", amount: expect.any(Number), key: [expect.any(Number), expect.any(Number)] })),
    );
    const same = callsOf(draw([dim({ strength: [0, 1], stream: "dark" })], [6, 1]));
    expect(same).toEqual([alone[5], alone[0]]);
  });

  test.each([
    ["out of range", () => dim({ strength: 2 }), "dim.strength: expected a number 0 to 1 (factor), found 2"],
    ["missing", () => lean({} as never), "lean.by: expected a number -1 to 1 (share of the height), found undefined"],
    [
      "unknown",
      () => dim({ strenght: 1 } as never),
      'dim: expected only the options strength, randomSign, prob, granularity, stream (did you mean strength?), found "strenght"',
    ],
    [
      "another name",
      () => redShift({ channel: "grey" as "red" }),
      "redShift.channel: expected one of red, green, blue",
    ],
    ["a call's", () => dim.opCall({ strength: -1 }), "dim.strength: expected a number 0 to 1 (factor), found -1"],
    ["a call of another op", () => dim.opCall({ op: "invert" } as never), "dim.opCall: expected arguments of the op"],
    [
      "in JSON",
      () => draw(json([{ kind: "op", op: "waves", amplitude: 99 }]) as never),
      "policy[0].waves.amplitude: expected a number -64 to 64 (pixels), found 99",
    ],
    [
      "no definition",
      () => draw(json([{ kind: "op", op: "undefinedOp" }]) as never),
      /^policy\[0\]\.undefinedOp\.op: expected the name of an image op.* \(your own must be defined first, by defineOp\), found "undefinedOp"$/,
    ],
  ])("an argument that is wrong: %s", (_, act, message) => {
    expect(act).toThrow(message);
  });
});

describe("in a plan", () => {
  test("a call is legal as JSON, and a wrong one is refused by its path", () => {
    const plan = planWith(dim.opCall(), { op: "lean", by: 0.5, interpolation: "nearest", fuse: false });
    expect(validatePlan(json(plan), { batchSize: 1, height: 8, width: 8 })).toEqual(plan);
    expect(() => lower(planWith({ op: "dim", strength: 3 }), lowering)).toThrow(
      "plan.sources[0].ops[0].strength: expected a number 0 to 1 (factor), found 3",
    );
    expect(() => lower(planWith({ op: "notDefined" }), lowering)).toThrow(
      "your own must be defined first, by defineOp",
    );
  });

  test("a recording names it", () => {
    const policy = [dim(), ops.invert()];
    const printed = printRecording(lower(draw(policy), { ...lowering, ops: drawsOfPolicy(policy).ops }));
    expect(printed).toMatch(/dispatch mix_augmented_u8_f32 .* \[dim invert /);
  });

  test("warps by a matrix fold with built-in ones, and functions of places with none", () => {
    const dispatches = (...calls: object[]) => lower(planWith(...calls), lowering).dispatches.length;
    const rotate = { op: "rotate", degrees: 9 };
    expect(dispatches(lean.opCall({ by: 0.5 }), rotate)).toBe(dispatches(rotate));
    expect(dispatches(waves.opCall({ amplitude: 1 }), rotate)).toBe(dispatches(rotate) + 1);
  });

  test.each([
    [
      "a word that is no integer",
      { op: "wordless", by: 0.5 },
      "encode.by: expected an integer from -2^31 to 2^31 - 1, found 0.5",
    ],
    [
      "a word that is missing",
      { op: "wordless", by: 1 },
      "encode.by: expected an integer from -2^31 to 2^31 - 1, found nothing",
    ],
    ["no words", { op: "wordless", by: 2 }, 'encode: expected { by, to }, found "none"'],
    [
      "too few in a vector",
      { op: "wordless", by: 3 },
      "encode.to: expected a list of 2, each a finite number of f32, found [1]",
    ],
    [
      "a matrix of five",
      { op: "matrixless", numbers: 5 },
      "matrix: expected six finite numbers (nine where the op `projects`), found [0, 0, 0, 0, 0]",
    ],
  ])("what the op's own functions return is checked: %s", (_, call, message) => {
    expect(() => lower(planWith(call), lowering)).toThrow(PlanError);
    expect(() => lower(planWith(call), lowering)).toThrow(`plan.sources[0].ops[0].${message}`);
  });
});

/** What `encode` returns of an argument. */
const WORDS: Record<string, unknown> = { 1: {}, 2: "none", 3: { by: 1, to: [1] } };

defineOp({
  name: "wordless",
  kind: "color",
  args: { by: { type: "number", unit: "case" } },
  wgsl: "struct By { by: i32, to: vec2f }\nfn wordless(v: Pixel, args: By) -> Pixel { return v; }",
  encode: ({ by }) => (WORDS[`${by}`] ?? { by: 0.5, to: [1, 1] }) as { by: number },
});
defineOp({
  name: "matrixless",
  kind: "warp",
  args: { numbers: { type: "integer", unit: "numbers" } },
  matrix: ({ numbers }) => new Array<number>(numbers).fill(0),
});

describe("at a magnitude", () => {
  test("the table own has every op with an atMagnitude, beside built-in ops", () => {
    const policy = randomPipeline(
      [
        ...standardPolicy({ table: "torchvision", magnitude: 9 }),
        opAt("own", "dim", { magnitude: [0.2, 0.8] }),
        opAt("own", "waves", { magnitude: 0.5, magnitudeStd: 0.1 }),
        opAt("own", "speckle", { magnitude: 1 }),
      ],
      { augmentationsPerImage: 2 },
    );
    const drawn = callsOf(
      draw(
        json(policy),
        Array.from({ length: 200 }, (_, i) => i),
      ),
    ).flat() as unknown as {
      op: string;
      strength?: number;
      amplitude?: number;
      edge?: string;
      key?: number[];
    }[];
    const named = (name: string) => drawn.filter(({ op }) => op === name);
    expect(new Set(drawn.map(({ op }) => op)).size).toBe(17);
    for (const { strength } of named("dim")) expect(strength).toSatisfy((s: number) => s >= 0.2 && s <= 0.8);
    const amplitudes = named("waves").map(({ amplitude }) => amplitude!);
    expect(Math.min(...amplitudes)).toBeLessThan(2);
    expect(Math.max(...amplitudes)).toBeGreaterThan(2);
    // A warp of the table reads as its definition says.
    expect(named("waves").every(({ edge }) => edge === undefined)).toBe(true);
    // Noise is each picture's own.
    expect(new Set(named("speckle").map(({ key }) => String(key))).size).toBe(named("speckle").length);
  });

  test("randAugment draws from them", () => {
    const policy = randAugment({ table: "own", entries: ["dim", "relief"], magnitude: 0.5 });
    const calls = callsOf(draw(policy)).flat();
    expect(calls).toEqual(
      expect.arrayContaining([
        { op: "dim", strength: 0.5 },
        { op: "relief", amount: 2 },
      ]),
    );
    expect(calls.length).toBe(12);
    expect(() => opAt("own", "dimm")).toThrow("opAt.entry: expected an op of own (did you mean dim?)");
    expect(() => opAt("own", "dim", { magnitude: 2 })).toThrow(
      "opAt.magnitude: expected a number from 0 to 1, found 2",
    );
  });
});

describe("before a batch", () => {
  test("its kernels are those that its plans need", () => {
    const policy = [randomChoice([dim(), relief(), waves({ amplitude: 1 }), ops.equalize()])];
    const { ops: names, readings, rows } = drawsOfPolicy(policy);
    const options = { ...lowering, ops: names, readings, mixers: rows };
    const keyOf = ({ kernel, ops, constants }: { kernel: string; ops: readonly string[]; constants: object }) =>
      JSON.stringify([kernel, ops, constants]);
    const expected = new Set(expectedPipelines(policy, options).map(keyOf));
    for (let id = 0; id < 20; id++)
      for (const dispatch of lower(draw(policy, [id, id + 1]), options).dispatches)
        expect(expected).toContain(keyOf(dispatch));
  });
});

describe("without a CPU reference", () => {
  const sources = (images: Uint8Array | Float32Array, format: "u8" | "f32") =>
    ({ batch: { images }, shape, format, layout: "nhwc" }) as const;
  defineOp({
    name: "halfDone",
    kind: "color",
    wgsl: "fn half_done(v: Pixel) -> Pixel { return v; }",
    u8: (v) => v,
  });
  defineOp({ name: "placeOnly", kind: "warp", wgsl: "fn place_only_place(at: At) -> Place { return Place(); }" });

  test("the reference says which op has none, and for which pictures", () => {
    expect(() => reference(planWith({ op: "halfDone" }), sources(new Uint8Array(192), "u8"))).not.toThrow();
    expect(() =>
      reference(planWith({ op: "invert" }, { op: "halfDone" }), sources(new Float32Array(192), "f32")),
    ).toThrow(
      'plan.sources[0].ops[1].op: expected an op whose definition has a CPU reference for f32 pictures, found "halfDone"',
    );
    expect(() => reference(planWith({ op: "placeOnly" }), sources(new Uint8Array(192), "u8"))).toThrow(
      'plan.sources[0].ops[0].op: expected an op whose definition has a CPU reference for u8 pictures, found "placeOnly"',
    );
  });
});

describe("a name is defined once", () => {
  const encode = ({ by }: { by: number }) => ({ by });
  const again = (changes: object = {}) =>
    defineOp({
      name: "again",
      kind: "color",
      args: { by: { type: "number", unit: "factor" } },
      wgsl: "struct By { by: f32 }\nfn again(v: Pixel, args: By) -> Pixel { return v * Pixel(args.by); }",
      encode,
      ...changes,
    });
  test("the same again is the same", () => {
    expect(again()).toBe(again());
  });
  test.each([
    ["wgsl", { wgsl: "struct By { by: f32 }\nfn again(v: Pixel, args: By) -> Pixel { return v; }" }],
    ["args", { args: { by: { type: "number", min: 0, unit: "factor" } } }],
    ["encode", { encode: ({ by }: { by: number }) => ({ by }) }],
    ["u8", { u8: (v: unknown) => v }],
  ])("another %s is refused", (part, changes) => {
    again();
    expect(() => again(changes)).toThrow(
      `defineOp.name: expected a name that no other definition has (the ${part} differs), found "again"`,
    );
  });
});

test("what the caller does to a definition afterwards changes nothing", () => {
  const strength = { type: "number" as const, min: 0, max: 1, default: 0.5, unit: "factor" };
  const definition = {
    name: "kept",
    kind: "color" as const,
    args: { strength },
    wgsl: "struct Kept { strength: f32 }\nfn kept(v: Pixel, args: Kept) -> Pixel { return v; }",
  };
  const kept = defineOp(definition);
  strength.max = 9;
  definition.wgsl = "";
  expect(() => kept({ strength: 2 })).toThrow("kept.strength: expected a number 0 to 1 (factor), found 2");
});
