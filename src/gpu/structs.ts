/** Small buffers of ours, for kernels that no plan names. */
import { writeBytes } from "./write-bytes.ts";

/** The bytes of a list of structs. */
export function written<T>(
  list: readonly T[],
  size: number,
  write: (view: DataView, at: number, value: T, i: number) => void,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(list.length * size);
  const view = new DataView(bytes.buffer);
  list.forEach((value, i) => {
    write(view, i * size, value, i);
  });
  return bytes;
}

/** A binding has an element at least; the largest struct has so many bytes. */
const SMALLEST = 96;

/** A buffer with these bytes. */
export function filled(device: GPUDevice, usage: number, data: Uint8Array<ArrayBuffer>): GPUBuffer {
  const size = Math.max(SMALLEST, Math.ceil(data.byteLength / 16) * 16);
  const buffer = device.createBuffer({ label: "mixwell list", size, usage: usage | GPUBufferUsage.COPY_DST });
  writeBytes(device, buffer, 0, data);
  return buffer;
}
