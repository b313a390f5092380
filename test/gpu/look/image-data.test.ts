/** One picture of a batch as `ImageData`: its own bytes, whatever the batch's element type, order and normalisation. */
import {
  type Batch,
  createEngine,
  createOps,
  type Format,
  floatToHalf,
  type Layout,
  ops,
  readBatch,
  toImageData,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../../random.ts";
import { getDevice } from "../device.ts";
import { upload } from "../help.ts";
import { expectRefused } from "../refused.ts";

const HEIGHT = 5;
const WIDTH = 7;
const SIZE = 3;

/** What is to be seen of u8 pictures, line by line: grey for fewer than three channels, opaque but for four. */
function seen(bytes: Uint8Array, channels: number, row: number): number[] {
  return Array.from({ length: HEIGHT * WIDTH }, (_, pixel) => {
    const at = (row * HEIGHT * WIDTH + pixel) * channels;
    const [red, green, blue] = channels < 3 ? [0, 0, 0] : [0, 1, 2];
    return [bytes[at + red!]!, bytes[at + green!]!, bytes[at + blue!]!, channels === 4 ? bytes[at + 3]! : 255];
  }).flat();
}

async function made(channels: number, output: object): Promise<{ batch: Batch; bytes: Uint8Array; end: () => void }> {
  const device = await getDevice();
  const bytes = noise(SIZE * HEIGHT * WIDTH * channels);
  const images = upload(device, bytes);
  const engine = await createEngine(device, { policy: [], output, warm: false });
  const batch = engine.run({ images, size: SIZE, height: HEIGHT, width: WIDTH, channels }, { step: 0 });
  return {
    batch,
    bytes,
    end: () => {
      engine.destroy();
      images.destroy();
    },
  };
}

const normalize = { mean: [0.4, 0.5, 0.6], std: [0.2, 0.25, 0.3] };

describe("the picture's own bytes come back", () => {
  const outputs = (["u8", "f32", "f16"] as Format[]).flatMap((format) =>
    (["nhwc", "nchw"] as Layout[]).map((layout) => ({ format, layout })),
  );
  test.each(outputs)("$format, $layout", async ({ format, layout }) => {
    const device = await getDevice();
    for (const channels of [1, 2, 3, 4, 5]) {
      const { batch, bytes, end } = await made(channels, { format, layout });
      for (const row of [0, 2]) {
        const { data, width, height } = await toImageData(device, batch, row);
        expect([width, height]).toEqual([WIDTH, HEIGHT]);
        expect(Array.from(data), `${channels} channels, row ${row}`).toEqual(seen(bytes, channels, row));
      }
      end();
    }
  });

  test("out of another range, and normalised by the engine", async () => {
    const device = await getDevice();
    for (const output of [
      { valueRange: [-1, 1] },
      { normalize },
      { normalize, layout: "nchw" },
      { format: "f16", normalize },
    ]) {
      const { batch, bytes, end } = await made(3, output);
      const { data } = await toImageData(device, batch, 1);
      expect(Array.from(data), JSON.stringify(output)).toEqual(seen(bytes, 3, 1));
      end();
    }
  });

  test("normalised by the policy's last op, alike for all; and not where an op came after it", async () => {
    const device = await getDevice();
    const bytes = noise(SIZE * HEIGHT * WIDTH * 3);
    const floats = upload(
      device,
      Float32Array.from(bytes, (byte) => byte / 255),
    );
    const input = { images: floats, size: SIZE, height: HEIGHT, width: WIDTH, channels: 3, format: "f32" } as const;
    const engine = await createEngine(device, { policy: [ops.normalize(normalize)], warm: false });
    const batch = engine.run(input, { step: 0 });
    expect(batch.valueRange).toBeUndefined();
    expect(Array.from((await toImageData(device, batch, 2)).data)).toEqual(seen(bytes, 3, 2));
    engine.destroy();

    const later = await createEngine(device, { policy: [ops.normalize(normalize), ops.flipX()], warm: false });
    const flipped = later.run(input, { step: 0 });
    await expect(toImageData(device, flipped, 0)).rejects.toThrow(
      /^toImageData\.options\.valueRange: expected \[low, high\], what/,
    );
    const { data } = await toImageData(device, flipped, 0, { valueRange: [-2, 2] });
    expect(data).toHaveLength(4 * HEIGHT * WIDTH);
    later.destroy();
    floats.destroy();
  });

  test("of createOps, and of a batch that somebody else made", async () => {
    const device = await getDevice();
    const bytes = noise(SIZE * HEIGHT * WIDTH * 3);
    const images = upload(device, bytes);
    const functions = createOps(device);
    const inverted = functions.invert({ images, size: SIZE, height: HEIGHT, width: WIDTH, channels: 3 });
    const shown = await toImageData(device, inverted, 1);
    expect(Array.from(shown.data)).toEqual(
      seen(
        bytes.map((byte) => 255 - byte),
        3,
        1,
      ),
    );
    const own = { ...inverted, images, plan: undefined } as never;
    expect(Array.from((await toImageData(device, own, 1)).data)).toEqual(seen(bytes, 3, 1));
    functions.destroy();
    images.destroy();
  });
});

test("what is beyond black and white is black and white, and what is no number black", async () => {
  const device = await getDevice();
  const values = [-1, 2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0.5];
  const pixels = (of: (value: number) => number) => values.flatMap((value) => [of(value), of(value), of(value), 255]);
  const level = (value: number) => Math.round(255 * Math.min(1, Math.max(0, value)));
  for (const format of ["f32", "f16"] as const) {
    const images = upload(device, format === "f32" ? Float32Array.from(values) : Uint16Array.from(values, floatToHalf));
    const batch = {
      images,
      size: 1,
      shape: [1, 1, 5, 1],
      format,
      layout: "nhwc",
      valueRange: [0, 1],
    } as unknown as Batch;
    expect(Array.from((await toImageData(device, batch, 0)).data)).toEqual(pixels(level));
    images.destroy();
  }
});

test("one picture is read back, and nothing is left behind", async () => {
  const device = await getDevice();
  const { batch, end } = await made(3, {});
  const whole = await readBatch(device, batch);
  expect(whole.images).toHaveLength(SIZE * HEIGHT * WIDTH * 3);
  const sizes: number[] = [];
  const living = new Set<GPUBuffer>();
  const create = device.createBuffer;
  device.createBuffer = function (descriptor) {
    const buffer = create.call(this, descriptor);
    if (descriptor.usage & GPUBufferUsage.MAP_READ) sizes.push(descriptor.size);
    living.add(buffer);
    const destroy = buffer.destroy;
    buffer.destroy = function () {
      living.delete(buffer);
      return destroy.call(this);
    };
    return buffer;
  };
  try {
    await toImageData(device, batch, 1);
  } finally {
    device.createBuffer = create;
  }
  expect(sizes).toEqual([4 * HEIGHT * WIDTH]);
  expect(living.size).toBe(0);
  end();
});

test("refuses what is no picture of a batch, by name", async () => {
  const device = await getDevice();
  const { batch, end } = await made(3, {});
  const small = upload(device, new Uint8Array(16));
  const plain = device.createBuffer({ size: 4096, usage: GPUBufferUsage.COPY_SRC });
  await expectRefused([
    [
      "no device",
      () => toImageData(undefined as never, batch, 0),
      "InputError: toImageData.device: expected a GPUDevice, found undefined",
    ],
    [
      "no batch",
      () => toImageData(device, undefined as never, 0),
      "InputError: toImageData.batch: expected a batch, found undefined",
    ],
    [
      "a row that is not there",
      () => toImageData(device, batch, 3),
      "InputError: toImageData.row: expected an integer in 0..2, found 3",
    ],
    [
      "half a row",
      () => toImageData(device, batch, 0.5),
      "InputError: toImageData.row: expected an integer in 0..2, found 0.5",
    ],
    [
      "no row",
      () => toImageData(device, batch, undefined as never),
      "InputError: toImageData.row: expected an integer in 0..2, found undefined",
    ],
    [
      "an option it does not have",
      () => toImageData(device, batch, 0, { range: [0, 1] } as never),
      'InputError: toImageData.options: expected only valueRange, found "range"',
    ],
    [
      "a range from white to black",
      () => toImageData(device, batch, 0, { valueRange: [1, 0] }),
      "InputError: toImageData.options.valueRange: expected [low, high], two finite numbers, low < high, found [1, 0]",
    ],
    [
      "a buffer that is too small",
      () => toImageData(device, { ...batch, images: small }, 0),
      "InputError: toImageData.batch.images: expected at least 1260 bytes, found 16 bytes",
    ],
    [
      "a buffer that no kernel can read",
      () => toImageData(device, { ...batch, images: plain }, 0),
      "InputError: toImageData.batch.images: expected a buffer with usage STORAGE, found usage 4",
    ],
    [
      "a shape of three sides",
      () => toImageData(device, { ...batch, shape: [5, 7, 3] as never }, 0),
      "InputError: toImageData.batch.shape: expected [B, H, W, C] or [B, C, H, W], found [5, 7, 3]",
    ],
  ]);
  end();
  small.destroy();
  plain.destroy();
});
