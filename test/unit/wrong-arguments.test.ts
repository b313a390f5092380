/**
 * "Why do I get `Cannot read properties of undefined` from your library?" Every public function is called with
 * thousands of wrong arguments, and answers or refuses them in words of its own. (Those that need a GPU:
 * test/gpu/wrong-arguments.test.ts.)
 */
import {
  callsFromTimm,
  callsFromTorchvision,
  epochOrder,
  labelsFromPaths,
  MixwellError,
  mixup,
  objectTarget,
  ops,
  presets,
  Stream,
  samplePlan,
  standardPolicy,
  validatePlan,
} from "mixwell";
import { expect, test } from "vitest";
import { copied, frozenCopy } from "../../src/check/copied.ts";
import { checkObjects } from "../../src/gpu/look/strokes.ts";
import { withoutMinusZero } from "../../src/ops/check-call.ts";
import { fromArrays } from "../../src/source/arrays.ts";
import { pureDoors } from "../fuzz/calls.ts";
import { complaint, tryMistakes } from "../fuzz/run.ts";

test.each(pureDoors.map((door) => [door.name, door] as const))("%s takes a call that is right", async (_, door) => {
  expect(await complaint(door, door.args())).toBeUndefined();
});

test.each(pureDoors.map((door) => [door.name, door] as const))(
  "%s throws nothing but MixwellError, whatever it is given",
  async (_, door) => {
    await tryMistakes(door);
  },
);

/** No operator takes it: `value >>> 0` and `Object.hasOwn(names, value)` throw a TypeError. */
const BARE = Object.create(null);
const size = { height: 4, width: 4 };
test.each<[string, () => unknown, string]>([
  ["the name of a drawn op", () => callsFromTimm([{ op: BARE, args: [5] }], size), "ops[0].op: expected one of"],
  [
    "how often a sampler repeats",
    () => epochOrder({ seed: 1, epoch: 0, count: 9, batchSize: 4, sampler: { repeats: BARE } }),
    "sampler.repeats: expected an integer",
  ],
  ["an entry of a table", () => standardPolicy({ entries: [BARE] }), "entries[0]: expected one of"],
])("an object without a prototype is refused: %s", (_, call, words) => {
  expect(call).toThrow(words);
});

test("targets' options that are none are refused", () => {
  expect(() => objectTarget(null as never)).toThrow("objectTarget.options: expected an object of options, found null");
});

test("a size that is a symbol is refused", () => {
  const none = { format: "xyxy", offsets: Uint32Array.of(0, 0), boxes: new Float32Array(), labels: new Uint32Array() };
  const objects = { ...none, size: { height: Symbol("s"), width: 4 } };
  expect(() => checkObjects("objects", objects as never, 1, { height: 4, width: 4 } as never)).toThrow(
    "objects.size: expected 4 × 4, as the batch's pictures, found",
  );
});

test("a plan that lost a row to `delete` is told which", () => {
  const plan = samplePlan({ policy: mixup(), seed: 1, ids: [1, 2, 3], height: 4, width: 4 });
  delete plan.stages[0]!.rows[1];
  const expected = "plan.stages[0].rows[1]: expected a row, { mixer, own, … }, found undefined";
  expect(() => validatePlan(plan, { batchSize: 3, height: 4, width: 4 })).toThrow(expected);
});

test("labelsFromPaths takes the FileList of an input, and says what it wants instead of a single file", () => {
  const file = (path: string) => Object.assign(new File([], "1.png"), { webkitRelativePath: path });
  const list = { length: 2, 0: file("pets/dog/1.png"), 1: file("pets/cat/1.png"), item: () => null };
  expect(labelsFromPaths(list)).toEqual({
    files: [list[0], list[1]],
    labels: Uint32Array.of(1, 0),
    classNames: ["cat", "dog"],
  });
  expect(() => labelsFromPaths(file("pets/dog/1.png") as never)).toThrow(
    "paths: expected a list of paths or files, or a FileList, found File",
  );
});

test("a misspelt option is named, with the one that was probably meant", () => {
  const order = { seed: 1, epoch: 0, count: 9, batchSize: 4, shufle: false };
  expect(() => epochOrder(order)).toThrow(
    /epochOrder.options: expected only .* \(did you mean shuffle\?\), found "shufle"/,
  );
});

test("a list that holds itself can be shown in a message", () => {
  const list: unknown[] = [];
  list.push(list, Symbol("s"), Promise.resolve());
  const shown = "[[[an array of 3, a symbol, a promise (did you forget `await`?)], a symbol, a promise";
  expect(() => mixup({ alpha: list as never })).toThrow("mixup.alpha: expected alpha or [a, b]");
  expect(() => mixup({ alpha: list as never })).toThrow(shown);
});

test("a list that holds itself is refused, and ends neither the call nor the process", () => {
  const list: unknown[] = [];
  list.push(list, list, list);
  const calls = () => callsFromTorchvision([{ op: "Rotate", magnitude: 5, interpolation: list as never, fill: [9] }]);
  expect(calls).not.toThrow(RangeError);
  const run = { height: 6, width: 8, interpolation: "bilinear" as const };
  for (const fill of [list, [-0, list]])
    expect(() => callsFromTimm([{ op: "Rotate", args: [5] }], { ...run, fill: fill as never })).not.toThrow(RangeError);
  expect(withoutMinusZero([-0, [-0, 1]])).toEqual([0, [0, 1]]);
  const deep: Record<string, unknown> = { op: "invert" };
  deep.more = { deep, list: [deep] };
  expect(copied(deep)).toMatchObject({ op: "invert", more: { deep: { op: "invert" } } });
  expect(frozenCopy(deep)).toMatchObject({ op: "invert" });
  for (const arrays of [{ images: list }, { images: [[[[1]]]], shape: list }])
    expect(() => fromArrays(arrays as never)).toThrow(MixwellError);
});

test("bins that are no number are refused before anything is reckoned with them", () => {
  const bins = 10n ** 30n;
  expect(() => presets.daliRandAugment({ n: 2, m: 9, numMagnitudeBins: bins as never })).toThrow(MixwellError);
});

test("a class is no function to call: it is refused before anybody calls it", () => {
  const Strength = class {} as never;
  expect(() => mixup({ alpha: Strength })).toThrow("mixup.alpha: expected");
  expect(() => ops.rotate({ degrees: Strength })).toThrow("rotate.degrees: expected");
  const store = { count: 1, height: 1, width: 1, channels: 1, read: Strength };
  expect(() => Stream.from(store)).toThrow("read: expected a function");
});

test("the search finds what it looks for: a function that looks into its argument before it looks at it", async () => {
  const careless = { name: "careless", call: ({ a }: { a: number[] }) => a.length, args: () => [{ a: [1] }], open: [] };
  await expect(tryMistakes(careless)).rejects.toMatchObject({
    cause: expect.objectContaining({ message: expect.stringContaining("TypeError") }),
  });
});
