/**
 * I4: the caller's buffers stay the caller's: read, never changed; written only where asked; never destroyed. So does
 * the device.
 */
import { createEngine, cutmix, type EngineOptions, mixup, ops } from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice, newDevice } from "./device.ts";
import { filled, readBack, upload } from "./help.ts";

const GUARD = 0xa5;

/** Every kernel's way to write: whole quads, odd bytes, halves, floats; one picture or many. */
const CASES: {
  name: string;
  options: EngineOptions;
  shape: { height: number; width: number; channels: number };
  size: number;
}[] = [
  {
    name: "u8, quads",
    options: { policy: mixup(), output: { format: "u8" } },
    shape: { height: 4, width: 6, channels: 3 },
    size: 5,
  },
  {
    name: "u8, odd bytes",
    options: { policy: cutmix(), output: { format: "u8" } },
    shape: { height: 3, width: 3, channels: 1 },
    size: 5,
  },
  {
    name: "f16, odd count",
    options: { policy: mixup(), output: { format: "f16" } },
    shape: { height: 3, width: 3, channels: 3 },
    size: 3,
  },
  {
    name: "last segments on the way",
    options: { policy: [ops.invert(), ops.flipX(), mixup()], tuning: "hardware" },
    shape: { height: 4, width: 6, channels: 3 },
    size: 5,
  },
  {
    name: "f32, nchw",
    options: { policy: [cutmix(), mixup()], output: { layout: "nchw" } },
    shape: { height: 4, width: 5, channels: 4 },
    size: 4,
  },
];

describe("outputs go into the caller's buffers", () => {
  for (const { name, options, shape, size } of CASES) {
    for (const spare of [0, 4, 256]) {
      test(`${name}, ${spare} bytes larger than needed`, async () => {
        const device = await getDevice();
        const engine = await createEngine(device, { ...options, labels: { classes: 7, sparse: true } });
        const images = upload(device, noise(size * shape.height * shape.width * shape.channels));
        const input = { images, size, ...shape, labels: Uint32Array.from({ length: size }, (_, i) => i) };
        const own = engine.run(input, { step: 3 });
        const wanted = await engine.read(own);
        const sources = own.sparse!.sources;
        const bytes = {
          images: wanted.images.byteLength,
          labels: size * 7 * 4,
          classes: size * sources * 4,
          shares: size * sources * 4,
        };
        const sized = (needed: number) => filled(device, Math.ceil(needed / 4) * 4 + spare, GUARD);
        const out = {
          images: sized(bytes.images),
          labels: sized(bytes.labels),
          classes: sized(bytes.classes),
          shares: sized(bytes.shares),
        };
        const batch = engine.run(input, { step: 3, out });

        expect([batch.images, batch.labels, batch.sparse?.classes, batch.sparse?.shares]).toEqual([
          out.images,
          out.labels,
          out.classes,
          out.shares,
        ]);
        expect(await engine.read(batch)).toEqual(wanted);
        for (const [key, buffer] of Object.entries(out)) {
          const after = new Uint8Array(await readBack(device, buffer)).subarray(
            Math.ceil(bytes[key as keyof typeof bytes] / 4) * 4,
          );
          expect(after, `beyond ${key}`).toEqual(new Uint8Array(spare).fill(GUARD));
        }
        for (const thing of [engine, images, ...Object.values(out)]) thing.destroy();
      });
    }
  }

  test("a function is asked for each output that is made, with its shape, and only for a step that will run", async () => {
    const device = await getDevice();
    const options: EngineOptions = { policy: mixup(), output: { layout: "nchw" } };
    const engine = await createEngine(device, { ...options, labels: { classes: 7, sparse: true } });
    const input = {
      images: upload(device, noise(5 * 24)),
      size: 5,
      height: 4,
      width: 2,
      channels: 3,
      labels: new Uint32Array(5),
    };
    const asked: [string, number[]][] = [];
    const out = (name: string, shape: number[]) => {
      asked.push([name, shape]);
      return filled(
        device,
        shape.reduce((product, side) => product * side, 4),
        GUARD,
      );
    };
    const batch = engine.run(input, { step: 3, out });
    expect(asked).toEqual([
      ["images", [5, 3, 4, 2]],
      ["labels", [5, 7]],
      ["classes", [5, 2]],
      ["shares", [5, 2]],
    ]);
    expect(await engine.read(batch)).toEqual(await engine.read(engine.run(input, { step: 3 })));
    expect(() => engine.run({ ...input, labels: new Uint32Array(4) }, { step: 3, out })).toThrow(
      "input.labels: expected 5 class ids",
    );
    expect(asked).toHaveLength(4);
    // What it gives is checked like a buffer that is given.
    expect(() => engine.run(input, { step: 3, out: () => filled(device, 4, 0) })).toThrow(
      "out.images: expected at least 480 bytes",
    );
    const unlabelled = await createEngine(device, options);
    unlabelled.run({ ...input, labels: undefined }, { step: 3, out });
    expect(asked.slice(4).map(([name]) => name)).toEqual(["images"]);
    for (const made of [engine, unlabelled]) made.destroy();
  });

  test("some outputs may be the caller's and the others ours", async () => {
    const device = await getDevice();
    const engine = await createEngine(device, { policy: mixup(), labels: { classes: 2 } });
    const images = upload(device, noise(2 * 16));
    const mine = filled(device, 2 * 2 * 4, 0);
    const batch = engine.run(
      { images, size: 2, height: 4, width: 4, channels: 1, labels: Uint32Array.of(0, 1) },
      { step: 0, out: { labels: mine } },
    );
    expect(batch.labels).toBe(mine);
    expect(batch.images).not.toBe(images);
    for (const thing of [engine, images, mine]) thing.destroy();
  });
});

describe("inputs are read and nothing else", () => {
  test.each(["u8", "f32", "f16"] as const)(
    "%s pictures, label buffers and a second batch are what they were",
    async (format) => {
      const device = await getDevice();
      const engine = await createEngine(device, {
        policy: [cutmix({ pairing: "external" }), mixup({ pairing: "reverse" })],
        labels: { classes: 4 },
      });
      const count = 6 * 5 * 7 * 3;
      // Bytes that are sound floats of any width: exponents in the middle.
      const bytes = noise(count * { u8: 1, f16: 2, f32: 4 }[format]).map((byte) => (byte & 0x3f) | 0x20);
      const given = {
        images: bytes,
        more: bytes.toReversed(),
        labels: new Uint8Array(Uint32Array.of(0, 1, 2, 3, 0, 1).buffer),
        moreLabels: new Uint8Array(Uint32Array.of(3, 3, 2, 1, 0, 0).buffer),
      };
      const buffers = Object.fromEntries(Object.entries(given).map(([name, data]) => [name, upload(device, data)]));
      const { images, more, labels, moreLabels } = buffers as Record<keyof typeof given, GPUBuffer>;
      const input = {
        images,
        size: 6,
        height: 5,
        width: 7,
        channels: 3,
        format,
        labels,
        external: { images: more, size: 6, labels: moreLabels },
      };
      for (let step = 0; step < 4; step++) engine.run(input, { step });
      for (const [name, data] of Object.entries(given)) {
        expect(new Uint8Array(await readBack(device, buffers[name]!)).subarray(0, data.length), name).toEqual(data);
      }
      for (const thing of [engine, ...Object.values(buffers)]) thing.destroy();
    },
  );
});

test("the caller's buffers and device outlive the engine", async () => {
  const device = await newDevice();
  let lost = false;
  void device.lost.then(() => (lost = true));
  const pictures = noise(4 * 16);
  const [images, labels, out] = [
    upload(device, pictures),
    upload(device, Uint32Array.of(0, 1, 0, 1)),
    filled(device, 4 * 16 * 4, 0),
  ];
  const input = { images, size: 4, height: 4, width: 4, channels: 1, labels };
  const options: EngineOptions = { policy: mixup(), labels: { classes: 2 } };
  const engine = await createEngine(device, options);
  const wanted = await engine.read(engine.run(input, { step: 0, out: { images: out } }));
  engine.destroy();

  expect(new Float32Array(await readBack(device, out))).toEqual(wanted.images);
  expect(new Uint8Array(await readBack(device, images))).toEqual(pictures);
  const next = await createEngine(device, options);
  expect(await next.read(next.run(input, { step: 0, out: { images: out } }))).toEqual(wanted);
  expect(lost).toBe(false);
});
