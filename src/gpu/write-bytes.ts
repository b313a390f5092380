/**
 * Writes whole words to a buffer of ours. Nothing is written where there is nothing to write: Deno 2.9 ends the process
 * at an empty `writeBuffer`.
 */
export function writeBytes(
  { queue }: GPUDevice,
  buffer: GPUBuffer,
  offset: number,
  data: ArrayBufferView<ArrayBuffer>,
): void {
  if (data.byteLength > 0) queue.writeBuffer(buffer, offset, data.buffer, data.byteOffset, data.byteLength);
}
