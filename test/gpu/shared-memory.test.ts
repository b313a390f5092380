/**
 * Memory that threads share, or that can change its size, at every door that takes host memory. Dawn in Node ends the
 * process over it, Chromium throws a TypeError: so that this file ends at all is half of the test.
 */
import { createEngine, Dataset, givenMask, maskmix, mixup } from "mixwell";
import { expect, test } from "vitest";
import { readBytes } from "../../src/source/read.ts";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { readBack, upload } from "./help.ts";

type Copy = (bytes: Uint8Array) => ArrayBufferLike;

/** Kinds of memory with these bytes at the start. Shared memory needs no isolated page when it is WebAssembly's. */
const KINDS: [string, Copy][] = [
  [
    "shared",
    (bytes) => {
      const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
      new Uint8Array(buffer).set(bytes);
      return buffer;
    },
  ],
  [
    "resizable",
    (bytes) => {
      const buffer = new (ArrayBuffer as new (size: number, options: { maxByteLength: number }) => ArrayBuffer)(4096, {
        maxByteLength: 8192,
      });
      new Uint8Array(buffer).set(bytes);
      return buffer;
    },
  ],
];

const bytesOf = (view: ArrayBufferView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

test.each(KINDS)("a view of %s memory is as good as any, at every door", async (_, copy) => {
  const device = await getDevice();
  const pixels = noise(3 * 5 * 4);
  const u8 = (bytes: Uint8Array) => new Uint8Array(copy(bytes), 0, bytes.length) as Uint8Array<ArrayBuffer>;
  const u32 = (...ids: number[]) =>
    new Uint32Array(copy(bytesOf(Uint32Array.from(ids))), 0, ids.length) as Uint32Array<ArrayBuffer>;
  const f32 = (...row: number[]) =>
    new Float32Array(copy(bytesOf(Float32Array.from(row))), 0, row.length) as Float32Array<ArrayBuffer>;
  const engine = await createEngine(device, {
    policy: mixup({ alpha: 1 }),
    output: { format: "u8" },
    labels: { classes: 2 },
  });
  const run = async (dataset: Dataset) => {
    const host = await engine.read(engine.run({ dataset, indices: [2, 0, 1] }, { step: 3 }));
    dataset.destroy();
    return host;
  };
  const shape = [3, 5, 4, 1];
  const ids = [0, 1, 1];
  const rows = [1, 0, 0, 1, 0.25, 0.75];
  const byIds = await run(await Dataset.fromArrays(device, { images: pixels, shape, labels: ids }));
  const byRows = await run(
    await Dataset.fromArrays(device, { images: pixels, shape, labelRows: Float32Array.from(rows) }),
  );

  // Datasets.
  expect(await run(await Dataset.fromArrays(device, { images: u8(pixels), shape, labels: u32(...ids) }))).toEqual(
    byIds,
  );
  expect(await run(await Dataset.fromArrays(device, { images: u8(pixels), shape, labelRows: f32(...rows) }))).toEqual(
    byRows,
  );
  expect(
    await run(
      await Dataset.fromArrays(device, {
        images: u8(pixels),
        shape,
        labelRows: [f32(1, 0), f32(0, 1), f32(0.25, 0.75)],
      }),
    ),
  ).toEqual(byRows);
  const odd = u8(noise(3));
  (await Dataset.fromArrays(device, { images: odd, shape: [3, 1, 1], fields: { weight: f32(1, 2, 3) } })).destroy();
  const pictures = [0, 1, 2].map((i) => ({ data: u8(pixels.slice(20 * i, 20 * (i + 1))), width: 4, height: 5 }));
  const size = { height: 5, width: 4, channels: 1 as const };
  expect(await run(await Dataset.fromImages(device, pictures, { ...size, labels: u32(...ids) }))).toEqual(byIds);
  expect(await run(await Dataset.fromImages(device, pictures, { ...size, labelRows: f32(...rows) }))).toEqual(byRows);
  const images = upload(device, pixels);
  const given = { images, count: 3, ...size };
  expect(await run(Dataset.fromBuffer(device, { ...given, labels: u32(...ids) }))).toEqual(byIds);
  expect(await run(Dataset.fromBuffer(device, { ...given, labelRows: { data: f32(...rows), classes: 2 } }))).toEqual(
    byRows,
  );

  // Files in memory.
  const idx = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 5, 0, 0, 0, 4, ...pixels);
  const idxLabels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 3, ...ids);
  expect(await run(await Dataset.fromIdx(device, { images: u8(idx), labels: u8(idxLabels) }))).toEqual(byIds);
  const packed = new Blob([idx]).stream().pipeThrough(new CompressionStream("gzip"));
  const gzip = new Uint8Array(await new Response(packed).arrayBuffer());
  expect(await run(await Dataset.fromIdx(device, { images: u8(gzip), labels: u8(idxLabels) }))).toEqual(byIds);
  expect((await readBytes(copy(pixels) as ArrayBuffer)).subarray(0, pixels.length)).toEqual(pixels);

  // Batches.
  const batch = { images, size: 3, ...size };
  const step = { step: 3, ids: [2, 0, 1] };
  const read = async (labels: Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>) =>
    engine.read(engine.run({ ...batch, labels }, step));
  expect(await read(u32(...ids))).toEqual(await read(Uint32Array.from(ids)));
  expect(await read(f32(...rows))).toEqual(await read(Float32Array.from(rows)));
  const outer = await createEngine(device, {
    policy: mixup({ pairing: "external" }),
    output: { format: "u8" },
    labels: { classes: 2 },
  });
  const both = async (labels: Uint32Array<ArrayBuffer>) =>
    outer.read(outer.run({ ...batch, labels, external: { images, size: 3, labels } }, { step: 1 }));
  expect(await both(u32(...ids))).toEqual(await both(Uint32Array.from(ids)));
  expect(engine.draw({ ...batch, labels: u32(...ids) }, { ids: u32(2, 0, 1) })).toEqual(
    engine.draw({ ...batch, labels: u32(...ids) }, { ids: [2, 0, 1] }),
  );

  // Masks, which are base64 from then on.
  const mask = noise(20, 3);
  expect(givenMask(u8(mask), 5, 4)).toEqual(givenMask(mask, 5, 4));
  const masked = await createEngine(device, { policy: maskmix([givenMask(u8(mask), 5, 4)]), output: { format: "u8" } });
  expect((await masked.read(masked.run({ ...batch }, { step: 0 }))).images.length).toBe(60);

  expect(new Uint8Array(await readBack(device, images))).toEqual(pixels);
  for (const thing of [engine, outer, masked, images]) thing.destroy();
});
