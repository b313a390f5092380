/** `importTensor` and `bufferOf`: the rules that TensorFlow.js states, or keeps to itself, row by row. */
import { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";
import { InputError } from "mixwell";
import { bufferOf, importTensor } from "mixwell/tfjs";
import { beforeEach, describe, expect, test } from "vitest";
import { newDevice } from "../gpu/device.ts";
import { readBack } from "../gpu/help.ts";
import { backend, floats, tfOnDevice } from "./tfjs-help.ts";

let device: GPUDevice;
beforeEach(async () => {
  device = await tfOnDevice();
});

const read = async (buffer: GPUBuffer) => [...new Float32Array(await readBack(device, buffer))];

describe("importTensor", () => {
  test("makes a tensor of the very buffer, of any rank, and computes with it", async () => {
    const buffer = floats(device, [1, 2, 3, 4, 5, 6]);
    const x = await importTensor<tf.Rank.R2>(buffer, [2, 3]);
    expect([x.shape, x.dtype]).toEqual([[2, 3], "float32"]);
    expect(bufferOf(x).buffer).toBe(buffer);
    const sum = tf.sum(x, 1);
    expect([...(await sum.data())]).toEqual([6, 15]);
    const scalar = await importTensor(floats(device, [8]), []);
    expect([...(await scalar.data())]).toEqual([8]);
    tf.dispose([x, sum, scalar]);
    buffer.destroy();
  });

  test("takes int32", async () => {
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    const buffer = device.createBuffer({ size: 12, usage });
    device.queue.writeBuffer(buffer, 0, new Int32Array([7, -8, 9]));
    const x = await importTensor(buffer, [3], "int32");
    expect([...(await x.data())]).toEqual([7, -8, 9]);
    x.dispose();
    buffer.destroy();
  });

  test("needs no usage but STORAGE and COPY_SRC", async () => {
    const buffer = device.createBuffer({
      size: 8,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC,
      mappedAtCreation: true,
    });
    new Float32Array(buffer.getMappedRange()).set([3, 4]);
    buffer.unmap();
    const x = await importTensor(buffer, [2]);
    expect([...(await x.data())]).toEqual([3, 4]);
    x.dispose();
    buffer.destroy();
  });

  test("leaves the buffer to the caller: dispose and tidy free the tensor only", async () => {
    const buffer = floats(device, [1, 2]);
    const x = await importTensor(buffer, [2]);
    const total = tf.tidy(() => tf.sum(tf.add(x, x)));
    expect((await total.data())[0]).toBe(6);
    tf.dispose([x, total]);
    expect(await read(buffer)).toEqual([1, 2]);
    buffer.destroy();
  });

  const { STORAGE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const make = (usage: number, more: object = {}) => device.createBuffer({ size: 16, usage, ...more });
  const wrong: [string, () => unknown, unknown, unknown, RegExp][] = [
    [
      "too small",
      () => make(STORAGE | COPY_SRC),
      [5],
      "float32",
      /importTensor\.buffer: expected exactly 20 bytes.*found 16 bytes/,
    ],
    [
      "too large",
      () => make(STORAGE | COPY_SRC),
      [3],
      "float32",
      /importTensor\.buffer: expected exactly 12 bytes.*found 16 bytes/,
    ],
    ["without COPY_SRC", () => make(STORAGE | COPY_DST), [4], "float32", /usage STORAGE \| COPY_SRC, found usage 136/],
    ["without STORAGE", () => make(COPY_SRC | COPY_DST), [4], "float32", /usage STORAGE \| COPY_SRC, found usage 12/],
    ["for reading back", () => make(MAP_READ | COPY_DST), [4], "float32", /usage STORAGE \| COPY_SRC/],
    [
      "mapped",
      () => make(STORAGE | COPY_SRC, { mappedAtCreation: true }),
      [4],
      "float32",
      /expected an unmapped buffer, found mapped/,
    ],
    [
      "no buffer at all",
      () => new Float32Array(4),
      [4],
      "float32",
      /importTensor\.buffer: expected a GPUBuffer, found Float32Array of 4/,
    ],
    [
      "of bool",
      () => make(STORAGE | COPY_SRC),
      [4],
      "bool",
      /importTensor\.dtype: expected "float32" or "int32", found "bool"/,
    ],
    ["of uint8", () => make(STORAGE | COPY_SRC), [16], "uint8", /importTensor\.dtype: expected/],
    ["of float16", () => make(STORAGE | COPY_SRC), [8], "float16", /importTensor\.dtype: expected/],
    ["of complex64", () => make(STORAGE | COPY_SRC), [2], "complex64", /importTensor\.dtype: expected/],
    ["of string", () => make(STORAGE | COPY_SRC), [4], "string", /importTensor\.dtype: expected/],
    [
      "with half a row",
      () => make(STORAGE | COPY_SRC),
      [2.5],
      "float32",
      /importTensor\.shape: expected a list of positive integers/,
    ],
    [
      "without elements",
      () => make(STORAGE | COPY_SRC),
      [0, 4],
      "float32",
      /importTensor\.shape: expected a list of positive integers/,
    ],
    [
      "without a shape",
      () => make(STORAGE | COPY_SRC),
      undefined,
      "float32",
      /importTensor\.shape: expected a list of positive integers/,
    ],
  ];
  test.each(wrong)("refuses one %s", async (_, buffer, shape, dtype, message) => {
    const tensors = tf.memory().numTensors;
    const importing = importTensor(buffer() as GPUBuffer, shape as number[], dtype as "float32");
    await expect(importing).rejects.toThrow(InputError);
    await expect(importing).rejects.toThrow(message);
    expect(tf.memory().numTensors).toBe(tensors);
  });
});

describe("bufferOf", () => {
  test("gives the tensor's own buffer, the same for a clone and at every call, with what it holds", async () => {
    const x = tf.tensor2d([[1, 2, 3]]);
    const y = tf.mul(x, 2);
    const { buffer, ...rest } = bufferOf(y);
    expect(rest).toEqual({ device, bytes: 12, shape: [1, 3], dtype: "float32" });
    const copy = y.clone();
    expect(bufferOf(copy).buffer).toBe(buffer);
    expect(bufferOf(y).buffer).toBe(buffer);
    expect(await read(buffer)).toEqual([2, 4, 6]);
    tf.dispose([x, y, copy]);
  });

  test("uploads values that TensorFlow.js kept on the CPU", async () => {
    const x = tf.tensor1d([5, 6]);
    expect(await read(bufferOf(x).buffer)).toEqual([5, 6]);
    x.dispose();
  });

  test("refuses a tensor that was disposed, and what is no tensor", () => {
    const x = tf.tensor1d([1]);
    x.dispose();
    expect(() => bufferOf(x)).toThrow("bufferOf.tensor: expected a living tensor, found one that was disposed");
    expect(() => bufferOf([1] as never)).toThrow("bufferOf.tensor: expected a tensor, found [1]");
  });

  test("refuses what tf.cast made float32 of integers: the integers are still in the buffer", async () => {
    const words = tf.tensor1d([1, 2, 3], "int32");
    const cast = tf.cast(words, "float32");
    // By hand: the cast tensor's buffer, read as its type says.
    const { buffer } = bufferOf(words);
    expect(backend().tensorMap.get(cast.dataId)).toBe(backend().tensorMap.get(words.dataId));
    expect(await read(buffer)).not.toEqual([1, 2, 3]);
    const message =
      "bufferOf.tensor: expected a tensor whose buffer holds its type (`tf.mul(x, 1)` gives one), found float32 by a `tf.cast`";
    expect(() => bufferOf(cast)).toThrow(message);
    expect(() => bufferOf(tf.reshape(cast, [3, 1]))).toThrow(message);
    const floats = tf.mul(cast, 1);
    expect(await read(bufferOf(floats).buffer)).toEqual([1, 2, 3]);
    tf.dispose([words, cast, floats]);
  });

  test("refuses complex64 and string, which are no single buffer", () => {
    const [complex, text] = [tf.complex([1], [2]), tf.tensor(["a"])];
    expect(() => bufferOf(complex)).toThrow('bufferOf.tensor: expected float32, int32 or bool, found "complex64"');
    expect(() => bufferOf(text)).toThrow('bufferOf.tensor: expected float32, int32 or bool, found "string"');
    tf.dispose([complex, text]);
  });

  test("refuses a tensor of another backend, and everything while another one is active", async () => {
    const other = await newDevice();
    tf.registerBackend("other", () => new WebGPUBackend(other));
    tf.copyRegisteredKernels("webgpu", "other");
    await tf.setBackend("other");
    const elsewhere = tf.tensor1d([1]);
    const message =
      'expected TensorFlow.js on its webgpu backend (await shareDevice(device) or tfjsDevice() first), found backend "other"';
    expect(() => bufferOf(elsewhere)).toThrow(`bufferOf: ${message}`);
    await expect(importTensor(floats(device, [1]), [1])).rejects.toThrow(`importTensor: ${message}`);
    await tf.setBackend("webgpu");
    expect(() => bufferOf(elsewhere)).toThrow(
      "bufferOf.tensor: expected a tensor on the webgpu backend, found one on another backend",
    );
    tf.dispose(elsewhere);
    tf.removeBackend("other");
  });
});
