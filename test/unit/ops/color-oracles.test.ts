/** Colour and tone ops against what Pillow and torchvision computed: bytes must be the same, but for hue. */
import { describe, expect, test } from "vitest";
import { listOracleFiles } from "../../oracles/files.ts";
import { type Pipeline, runOp } from "./op-driver.ts";
import { complaint, differingShare, loadCases, type OracleCase } from "./oracle-cases.ts";

type Params = Record<string, number | number[]>;
type ToCall = (params: Params, pipeline: Pipeline) => Record<string, unknown>;

const factor: ToCall = (params) => ({ factor: params.factor });
/** The sets' names → this project's calls. torchvision's float thresholds are on 0..1, levels here are on 0..255. */
const CALLS: Record<string, ToCall> = {
  equalize: () => ({}),
  invert: () => ({}),
  grayscale: () => ({}),
  posterize: ({ bits }) => ({ bits }),
  autocontrast: ({ cutoff = 0 }) => ({ cutoffLow: [cutoff].flat()[0], cutoffHigh: [cutoff].flat().at(-1) }),
  solarize: ({ threshold }, pipeline) => ({ threshold: (threshold as number) * (pipeline === "f32" ? 255 : 1) }),
  brightness: factor,
  color: factor,
  contrast: factor,
  hue: ({ hue_factor }) => ({ shift: hue_factor }),
  gamma: ({ gamma, gain }) => ({ gamma, gain }),
  normalize: ({ mean, std }) => ({ mean, std }),
  // torchvision's `_apply_op`.
  Brightness: ({ magnitude }) => ({ op: "brightness", factor: 1 + (magnitude as number) }),
  Color: ({ magnitude }) => ({ op: "color", factor: 1 + (magnitude as number) }),
  Contrast: ({ magnitude }) => ({ op: "contrast", factor: 1 + (magnitude as number) }),
  Posterize: ({ magnitude }) => ({ op: "posterize", bits: magnitude }),
  Solarize: ({ magnitude }) => ({ op: "solarize", threshold: magnitude }),
  AutoContrast: () => ({ op: "autocontrast" }),
  Equalize: () => ({ op: "equalize" }),
  Identity: () => ({ op: "identity" }),
  Invert: () => ({ op: "invert" }),
};
const TWO_PEERS = new Set(["equalize", "grayscale", "autocontrast", "color", "contrast"]);

const SETS = [
  "image-ops/pillow-pixel",
  "image-ops/torchvision-pixel-u8",
  "image-ops/torchvision-pixel-f32",
  "image-ops/torchvision-affine-u8",
  "image-ops-photos/pillow-pixel",
  "image-ops-photos/torchvision-pixel-u8",
];
// The last three come with the shared folder only.
const files = await listOracleFiles();
const sets = await Promise.all(
  SETS.filter((set) => files.includes(`${set}.json`)).map(async (set) => ({
    set,
    cases: (await loadCases(set)).filter(({ op }) => op in CALLS),
  })),
);

test("the three sets of every clone are there", () => {
  expect(sets.map(({ set }) => set)).toEqual(expect.arrayContaining(SETS.slice(0, 3)));
});

describe.each(sets)("$set", ({ set, cases }) => {
  const pipeline: Pipeline = set.endsWith("f32") ? "f32" : "u8";

  test.each([...new Set(cases.map(({ op }) => op))])("%s", (op) => {
    for (const each of cases.filter((candidate) => candidate.op === op)) {
      const found = result(each, set, pipeline);
      const what = `${each.id} ${JSON.stringify(each.params)}`;
      expect(complaint(found, each.output, each.tol), what).toBeUndefined();
      if (each.strictTol) expect(complaint(found, each.output, each.strictTol), what).toBeUndefined();
      if (pipeline === "u8" && op !== "hue") expect(differingShare(found, each.output), what).toBe(0);
    }
  });
});

function result({ op, params, input, output }: OracleCase, set: string, pipeline: Pipeline): ArrayLike<number> {
  const call = { ...CALLS[op]!(params, pipeline) };
  const name = (call.op as string | undefined) ?? op;
  const peer = set.includes("torchvision") && TWO_PEERS.has(name) ? { peer: "torchvision" } : {};
  const found = runOp(input, { ...call, ...peer, op: name }, pipeline).values;
  // Grey in one channel, where the peer was asked for that.
  return found.length === 3 * output.length ? Array.from(found).filter((_, i) => i % 3 === 0) : found;
}

test("the comparison sees a value that is off", () => {
  expect(complaint([1, 2], [1, 2], { kind: "exact" })).toBeUndefined();
  expect(complaint([1, 3], [1, 2], { kind: "exact" })).toMatch(/value 1 is 3/);
  expect(complaint([1, 3], [1, 2], { kind: "maxAbs", value: 1, maxDifferingShare: 0.01 })).toMatch(/50.00 %/);
  expect(complaint([Number.NaN], [1], { kind: "maxAbs", value: 1 })).toMatch(/NaN/);
});
