/** From the GPU back to the host: for looking at a batch, for tests and for tools. */
import { checkDevice } from "../check/device.ts";
import { DeviceLostError, found, InputError } from "../check/errors.ts";
import { BYTES_PER_ELEMENT } from "../format/format.ts";
import { type Batch, checkBatch } from "./batch.ts";
import { assertLiving, orLoss } from "./loss.ts";

/** A batch in host memory. */
export interface HostBatch {
  /** B × H × W × C values in the batch's layout; f16 as 16-bit patterns (see `halfToFloat`). */
  images: Uint8Array | Float32Array | Uint16Array;
  labels?: Float32Array;
  classes?: Uint32Array;
  shares?: Float32Array;
  /** Maps and pictures among the targets, by name. Objects are in host memory already. */
  targets?: Record<string, HostTarget>;
}

/**
 * Ids of a map: of two bytes as Uint16Array, of three as Uint32Array, and f32 bytes as they are; or values of a further
 * picture, as `images`.
 */
export type HostTarget = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/**
 * Copies a batch to the host. @throws InputError for what is no batch; DeviceLostError when the device is gone, or goes
 * while we wait
 */
export async function readBatch(device: GPUDevice, batch: Batch): Promise<HostBatch> {
  checkDevice("readBatch.device", device);
  checkBatch("readBatch.batch", batch);
  assertLiving(device);
  const values = batch.shape.reduce((product, side) => product * side, 1);
  const pairs = batch.size * (batch.sparse?.sources ?? 0);
  const onGpu = Object.entries(batch.targets ?? {}).flatMap(([name, target]) =>
    target.kind === "objects"
      ? []
      : [{ name, target, values: target.shape.reduce((product, side) => product * side, 1) }],
  );
  const [images, labels, classes, shares, ...targets] = await readBuffers("readBatch.batch", device, [
    [batch.images, values * BYTES_PER_ELEMENT[batch.format]],
    [batch.labels, batch.size * (batch.classes ?? 0) * 4],
    [batch.sparse?.classes, pairs * 4],
    [batch.sparse?.shares, pairs * 4],
    ...onGpu.map(({ target, values }): [GPUBuffer, number] => [
      target.buffer,
      values * BYTES_PER_ELEMENT[target.format],
    ]),
  ]);
  const hosts = onGpu.map(({ name, target }, i) => {
    const host = new TYPED[target.format](targets[i]!);
    return [name, target.kind === "mask" && target.format === "u8" ? idsOf(host as Uint8Array, target.bytes) : host];
  });
  return {
    images: new TYPED[batch.format](images!),
    ...(batch.targets && { targets: Object.fromEntries(hosts) as Record<string, HostTarget> }),
    labels: labels && new Float32Array(labels),
    classes: classes && new Uint32Array(classes),
    shares: shares && new Float32Array(shares),
  };
}

const TYPED = { u8: Uint8Array, f16: Uint16Array, f32: Float32Array };

/** Ids of so many bytes, the lowest first. */
function idsOf(bytes: Uint8Array, each: number): HostTarget {
  if (each === 1) return bytes;
  const ids = each === 2 ? new Uint16Array(bytes.length / 2) : new Uint32Array(bytes.length / 3);
  for (let i = 0; i < bytes.length; i++) ids[Math.floor(i / each)]! |= bytes[i]! << (8 * (i % each));
  return ids;
}

/**
 * The first bytes of some buffers, in one submission. @throws InputError before that for one without COPY_SRC, or too
 * small
 */
export async function readBuffers(
  path: string,
  device: GPUDevice,
  wanted: [GPUBuffer | undefined, number][],
): Promise<(ArrayBuffer | undefined)[]> {
  for (const [buffer, bytes] of wanted) if (buffer) checkReadable(path, buffer, bytes);
  const encoder = device.createCommandEncoder({ label: "mixwell read" });
  const staged = wanted.map(([buffer, bytes]) => {
    if (!buffer) return undefined;
    const size = Math.ceil(bytes / 4) * 4;
    const staging = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
    encoder.copyBufferToBuffer(buffer, 0, staging, 0, size);
    return { staging, bytes };
  });
  device.queue.submit([encoder.finish()]);
  try {
    const mapped = Promise.all(staged.map((entry) => entry?.staging.mapAsync(GPUMapMode.READ)));
    await orLoss(device, mapped).catch(async (error: unknown) => {
      // A map is aborted when its buffer or its device goes, and the buffer is ours: so the device went, and it will
      // say why, though it may say so later. Anything else is given a moment to turn out to be the same.
      if (error instanceof DeviceLostError) throw error;
      const isAborted = error instanceof Error && error.name === "AbortError";
      await orLoss(device, new Promise<void>((resolve) => isAborted || setTimeout(resolve, 1000)));
      throw error;
    });
    return staged.map((entry) => entry?.staging.getMappedRange().slice(0, entry.bytes));
  } finally {
    for (const entry of staged) entry?.staging.destroy();
  }
}

function checkReadable(path: string, { usage, size }: GPUBuffer, bytes: number): void {
  if ((usage & GPUBufferUsage.COPY_SRC) === 0)
    throw new InputError(path, "buffers with usage COPY_SRC", found(`usage ${usage}`));
  if (size < bytes) throw new InputError(path, `buffers of at least ${bytes} bytes`, found(`${size} bytes`));
}
