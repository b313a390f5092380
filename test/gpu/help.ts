/** What GPU tests share: buffers, bytes, pictures made by a formula, and a look over WebGPU's shoulder. */
import { Dataset, DeviceLostError, type HostBatch } from "mixwell";
import { expect, inject } from "vitest";
import { noise } from "../random.ts";

type Bytes = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** A storage buffer with these bytes, padded to whole words; readable. */
export function upload(device: GPUDevice, data: Bytes): GPUBuffer {
  const bytes = new Uint8Array(Math.ceil(data.byteLength / 4) * 4);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
  const buffer = device.createBuffer({ size: bytes.length, usage });
  device.queue.writeBuffer(buffer, 0, bytes);
  return buffer;
}

/** A storage buffer full of one byte. */
export function filled(device: GPUDevice, size: number, byte: number): GPUBuffer {
  return upload(device, new Uint8Array(size).fill(byte));
}

/** The bytes of a buffer, all or part of them. */
export async function readBack(
  device: GPUDevice,
  buffer: GPUBuffer,
  offset = 0,
  size = buffer.size - offset,
): Promise<ArrayBuffer> {
  const staging = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(buffer, offset, staging, 0, size);
  device.queue.submit([encoder.finish()]);
  await staging.mapAsync(GPUMapMode.READ);
  const bytes = staging.getMappedRange().slice(0);
  staging.destroy();
  return bytes;
}

export interface SyntheticOptions {
  count: number;
  height: number;
  width: number;
  channels: number;
  classes: number;
}

/** Noise pictures and their labels, and the dataset of them. */
export async function syntheticDataset(
  device: GPUDevice,
  { count, height, width, channels, classes }: SyntheticOptions,
) {
  const images = noise(count * height * width * channels);
  const labels = Uint32Array.from(noise(count, 7), (byte) => byte % classes);
  const fields = { name: Array.from({ length: count }, (_, i) => `picture ${i}`) };
  return {
    images,
    labels,
    dataset: await Dataset.fromArrays(device, {
      images,
      shape: [count, height, width, channels],
      labels,
      classes,
      fields,
    }),
  };
}

/** A batch cut into its rows, by sample id: everything the GPU wrote for one sample, as text to compare bit for bit. */
export function rowsById(host: HostBatch, ids: readonly number[]): Map<number, string> {
  const pieces = (data: Bytes | undefined) => {
    if (!data) return undefined;
    const row = data.byteLength / ids.length;
    return (at: number) => new Uint8Array(data.buffer, data.byteOffset + at * row, row).join();
  };
  const columns = [host.images, host.labels, host.classes, host.shares].map(pieces);
  return new Map(ids.map((id, at) => [id, columns.map((column) => column?.(at)).join("|")]));
}

/** SHA-256 as hexadecimal. */
export async function sha256(data: Bytes): Promise<string> {
  const bytes = new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What was asked of a device while it was watched. */
export interface Watch {
  /** Calls by name: createBuffer, createBindGroup, createComputePipeline, createShaderModule, writeBuffer, submit … */
  calls: Record<string, number>;
  /** Bytes handed to `queue.writeBuffer`. */
  written: number;
  /** Buffers made, in order. */
  buffers: GPUBuffer[];
  reset(): void;
  stop(): void;
}

const MAKERS = [
  "createBuffer",
  "createTexture",
  "createBindGroup",
  "createBindGroupLayout",
  "createPipelineLayout",
  "createShaderModule",
  "createComputePipeline",
  "createComputePipelineAsync",
] as const;

/** Counts what is made on a device and written to its queue, until `stop`. */
export function watch(device: GPUDevice): Watch {
  const seen: Watch = {
    calls: {},
    written: 0,
    buffers: [],
    reset() {
      seen.calls = {};
      seen.written = 0;
      seen.buffers = [];
    },
    stop() {
      for (const undo of undos.reverse()) undo();
    },
  };
  const undos: (() => void)[] = [];
  /** Puts a property over another one; WebGPU's own are on the object itself in Dawn, on its prototype in Chromium. */
  const cover = (object: object, name: string, value: unknown) => {
    const own = Object.getOwnPropertyDescriptor(object, name);
    Object.defineProperty(object, name, { value, configurable: true, writable: true });
    undos.push(() => (own ? Object.defineProperty(object, name, own) : Reflect.deleteProperty(object, name)));
  };
  const spy = (object: object, name: string, look: (args: unknown[], result: unknown) => void) => {
    const real = Reflect.get(object, name) as (...args: unknown[]) => unknown;
    cover(object, name, (...args: unknown[]) => {
      const result = real.apply(object, args);
      seen.calls[name] = (seen.calls[name] ?? 0) + 1;
      look(args, result);
      return result;
    });
  };
  for (const name of MAKERS)
    spy(device, name, (_, result) => name === "createBuffer" && seen.buffers.push(result as GPUBuffer));
  // The queue may be a new wrapper at every look, so the one that is watched takes its place.
  const { queue } = device;
  cover(device, "queue", queue);
  spy(queue, "writeBuffer", ([, , data, offset, size]) => {
    const view = data as ArrayBufferView;
    seen.written += (size as number | undefined) ?? view.byteLength - ((offset as number | undefined) ?? 0);
  });
  spy(queue, "submit", () => {});
  return seen;
}

/**
 * Of a promise that was begun on a device which is now destroyed: it rejects with DeviceLostError. A browser may tell
 * of the loss only after what we waited for; then what it gave is refused by `use`.
 * @returns whether it may complain of the calls that came in between: one that told so late, or of which that is known
 */
export async function expectLost<T>(
  device: GPUDevice,
  begun: Promise<T>,
  use: (given: T) => unknown,
): Promise<boolean> {
  let isTold = false;
  const told = device.lost.then(() => {
    isTold = true;
  });
  const outcome = await begun.then(
    (given) => ({ given, wasTold: isTold }),
    (error: unknown) => ({ error }),
  );
  await told;
  if ("error" in outcome) {
    expect(outcome.error).toBeInstanceOf(DeviceLostError);
    return inject("adapter").complainsOfLost ?? false;
  }
  expect(outcome.wasTold, "the loss was known, and yet it was given").toBe(false);
  await expect((async () => use(outcome.given))()).rejects.toThrow(DeviceLostError);
  return true;
}
