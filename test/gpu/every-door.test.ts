/**
 * Pictures and labels come in by five doors. What is wrong at one is wrong at all: each wrong value is sent through
 * every door that has such an argument, and each door takes the right one.
 */
import { createEngine, Dataset, mixup } from "mixwell";
import { expect, test } from "vitest";
import { noise } from "../random.ts";
import { threePictures } from "./refused.ts";

/**
 * Three pictures of 4 × 4 × 1 of two classes, and what else is said of them; `undefined` leaves out what is there
 * otherwise.
 */
interface Said {
  count?: unknown;
  height?: unknown;
  width?: unknown;
  channels?: unknown;
  format?: unknown;
  layout?: unknown;
  valueRange?: unknown;
  labels?: unknown;
  labelRows?: unknown;
  classNames?: unknown;
  classes?: unknown;
  fields?: unknown;
}

type Door = "fromArrays" | "fromImages" | "fromBuffer" | "run" | "external";

/** What each door can be told. (`run`'s fields are anything, and its classes are the engine's.) */
const HAS: Record<Door, (keyof Said)[]> = {
  fromArrays: ["height", "width", "channels", "layout", "labels", "labelRows", "classNames", "classes", "fields"],
  fromImages: ["height", "width", "channels", "labels", "labelRows", "classNames", "classes", "fields"],
  fromBuffer: [
    "count",
    "height",
    "width",
    "channels",
    "format",
    "layout",
    "valueRange",
    "labels",
    "labelRows",
    "classNames",
    "classes",
    "fields",
  ],
  run: ["count", "height", "width", "channels", "format", "layout", "valueRange", "labels", "labelRows"],
  external: ["count", "labels", "labelRows"],
};

const rows = (...values: number[]) => Float32Array.from(values);

const WRONG: [what: string, said: Said][] = [
  ["no picture", { count: 0 }],
  ["half a picture", { count: 2.5 }],
  ["more pictures than there can be", { count: 2 ** 31 }],
  ["a height of 0", { height: 0 }],
  ["a width that is a string", { width: "4" }],
  ["a height that no kernel takes", { height: 70_000 }],
  ["a width that no kernel takes", { width: 70_000 }],
  ["no channel", { channels: 0 }],
  ["a format that is none", { format: "i8" }],
  ["a layout that is none", { layout: "chw" }],
  ["a range for bytes", { valueRange: [0, 1] }],
  ["a range the wrong way round", { format: "f32", valueRange: [1, 0] }],
  ["a range that is null", { format: "f32", valueRange: null }],
  ["a label too few", { labels: Uint32Array.of(0, 1) }],
  ["a label too many", { labels: Uint32Array.of(0, 1, 0, 1) }],
  ["labels that are floats", { labels: rows(0, 1, 0) }],
  ["labels that are big integers", { labels: BigUint64Array.of(0n, 1n, 0n) }],
  ["labels that are a word", { labels: "010" }],
  ["labels that are null", { labels: null }],
  ["a label beyond the classes", { labels: Uint32Array.of(0, 1, 2), classNames: ["a", "b"] }],
  ["a row with NaN", { labelRows: rows(1, 0, 1, 0, Number.NaN, 1) }],
  ["a row with Infinity", { labelRows: rows(1, 0, 1, 0, Number.POSITIVE_INFINITY, 1) }],
  ["a number too few in the rows", { labelRows: rows(1, 0, 1, 0, 1) }],
  ["rows of another length than the classes", { labelRows: rows(1, 0, 0, 1, 0, 0, 1, 0, 0), classNames: ["a", "b"] }],
  ["rows of doubles", { labelRows: new Float64Array(6) }],
  ["class names that are one word", { classNames: "ab" }],
  ["class names that are numbers", { classNames: [1, 2] }],
  ["fewer names than classes", { classNames: ["a", "b"], classes: 3 }],
  ["a class number that is a fraction", { classes: 1.5 }],
  ["a field that is a word", { fields: { name: "abc" } }],
  ["a field with an entry too few", { fields: { name: ["a", "b"] } }],
  ["a field that is nothing", { fields: { name: undefined } }],
  ["fields that are null", { fields: null }],
];

const RIGHT: [what: string, said: Said][] = [
  ["class ids", { labels: Uint32Array.of(0, 1, 1) }],
  ["rows", { labelRows: rows(1, 0, 0, 1, 0.5, 0.5) }],
  ["names and fields", { labels: Uint32Array.of(0, 1, 1), classNames: ["a", "b"], fields: { name: ["x", "y", "z"] } }],
];

async function openDoors() {
  const { device, images } = await threePictures();
  const engine = await createEngine(device, {
    policy: mixup({ pairing: "external" }),
    labels: { classes: 2 },
    warm: false,
  });
  const plain = await createEngine(device, { policy: [], labels: { classes: 2 }, warm: false });
  const shape = { height: 4, width: 4, channels: 1 };
  const label = (said: Said) =>
    "labelRows" in said ? said.labelRows : "labels" in said ? said.labels : Uint32Array.of(0, 1, 0);
  const size = (said: Said) => ("count" in said ? { size: said.count } : { size: 3 });
  const pick = (said: Said, names: string[]) =>
    Object.fromEntries(Object.entries(said).filter(([name]) => names.includes(name)));
  const seen = ["height", "width", "channels", "format", "layout", "valueRange"];
  const use = async (made: Dataset | Promise<Dataset>) => (await made).destroy();
  const doors: Record<Door, (said: Said) => unknown> = {
    fromArrays: ({ height = 4, width = 4, channels = 1, ...said }) => {
      const total = [3, height, width, channels].reduce<number>((product, side) => product * Number(side), 1);
      const arrays = {
        images: noise(Number.isSafeInteger(total) ? total : 0),
        shape: [3, height, width, channels],
        ...said,
      };
      return use(Dataset.fromArrays(device, arrays as never));
    },
    fromImages: (said) => {
      const pictures = [1, 2, 3].map((seed) => ({ data: noise(16, seed), width: 4, height: 4 }));
      return use(Dataset.fromImages(device, pictures, { ...shape, channels: 1, ...said } as never));
    },
    fromBuffer: (said) => use(Dataset.fromBuffer(device, { images, count: 3, ...shape, ...said } as never)),
    run: (said) =>
      plain.run({ images, ...size(said), ...shape, ...pick(said, seen), labels: label(said) } as never, { step: 0 }),
    external: (said) => {
      // Both batches have the same form of labels.
      const own = "labelRows" in said ? rows(1, 0, 1, 0, 1, 0) : Uint32Array.of(0, 1, 0);
      const external = { images, ...size(said), labels: label(said) };
      return engine.run({ images, size: 3, ...shape, labels: own, external } as never, { step: 0 });
    },
  };
  const close = () => {
    for (const thing of [engine, plain, images]) thing.destroy();
  };
  return { doors, close };
}

const outcome = async (call: () => unknown) => {
  try {
    await call();
    return "taken";
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};

test("what one door refuses, every door refuses that has the argument", async () => {
  const { doors, close } = await openDoors();
  const gaps: string[] = [];
  let sent = 0;
  for (const [what, said] of WRONG) {
    for (const door of Object.keys(doors) as Door[]) {
      // Class names of labels are an engine's business at `run`: there the label itself is too large.
      const known = Object.keys(said).filter((key) => HAS[door].includes(key as keyof Said));
      if (
        known.length === 0 ||
        (known.length < Object.keys(said).length && !("classNames" in said && known.length > 0))
      )
        continue;
      sent++;
      const found = await outcome(() => doors[door](said));
      if (!/^(Input|Source)Error: /.test(found)) gaps.push(`${door}: ${what}: ${found}`);
    }
  }
  expect(gaps).toEqual([]);
  expect(sent).toBeGreaterThan(WRONG.length * 2);
  close();
});

test("what is right, every door takes", async () => {
  const { doors, close } = await openDoors();
  const gaps: string[] = [];
  for (const [what, said] of RIGHT) {
    for (const door of Object.keys(doors) as Door[]) {
      const found = await outcome(() => doors[door](said));
      if (found !== "taken") gaps.push(`${door}: ${what}: ${found}`);
    }
  }
  expect(gaps).toEqual([]);
  close();
});
