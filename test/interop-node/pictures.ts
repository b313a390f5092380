/** Pictures whose sums are known, for a library that adds them up. */
import { expect } from "vitest";

/** Four pictures of 4 × 4 × 1 whose bytes are 0, 4, 8 and so on. */
export function countingPictures(device: GPUDevice) {
  const images = device.createBuffer({ size: 64, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
  device.queue.writeBuffer(
    images,
    0,
    Uint8Array.from({ length: 64 }, (_, i) => 4 * i),
  );
  return { images, size: 4, height: 4, width: 4, channels: 1 } as const;
}

/** The sum of each, bytes as 0 to 1: picture r holds (16 r + 0 … 15) × 4 / 255. */
export function expectRowSums(sums: ArrayLike<number>): void {
  expect(sums).toHaveLength(4);
  for (let row = 0; row < 4; row++) expect(sums[row]).toBeCloseTo(((16 * 16 * row + 120) * 4) / 255, 4);
}
