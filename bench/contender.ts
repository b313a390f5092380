/** What every contender of a case is to the stopwatch. */
import type { Case } from "./cases.ts";
import type { Draw } from "./draws.ts";

/** A mixed batch in host memory. */
export interface Output {
  images: Float32Array;
  /** batch × classes; absent where the contender makes none (the copy). */
  labels?: Float32Array;
}

export interface Contender {
  name: string;
  /** Bytes it reads and writes in one step, pictures and labels; see each contender for how they are counted. */
  bytes: number;
  /** Runs so many steps and waits until the last one is done: the milliseconds of all of them. */
  burst(steps: number): Promise<number>;
  /** What the step of the first draw gives. */
  output(): Promise<Output>;
  destroy(): void;
}

/** What a case's contenders have in common. */
export interface Work {
  device: GPUDevice;
  test: Case;
  /** u8 values, or the same divided by 255 as f32: batch × height × width × channels. */
  images: Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
  labels: Uint32Array<ArrayBuffer>;
  /** The steps go through these in turn, so that no step repeats the one before. */
  draws: Draw[];
}

/** A GPU buffer that holds this. */
export function upload(
  device: GPUDevice,
  data: Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
): GPUBuffer {
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const buffer = device.createBuffer({ size: data.byteLength, usage });
  device.queue.writeBuffer(buffer, 0, data);
  return buffer;
}

/** What a GPU buffer holds. */
export async function download(device: GPUDevice, buffer: GPUBuffer): Promise<Float32Array> {
  const staging = device.createBuffer({ size: buffer.size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(buffer, 0, staging, 0, buffer.size);
  device.queue.submit([encoder.finish()]);
  await staging.mapAsync(GPUMapMode.READ);
  const data = new Float32Array(staging.getMappedRange().slice(0));
  staging.destroy();
  return data;
}
