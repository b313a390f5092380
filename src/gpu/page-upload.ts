/** The pictures of a dataset -> its pages on the GPU. */
import { ArgumentError, found } from "../check/errors.ts";
import type { LoadProgress } from "../source/host-images.ts";
import { ownView } from "../source/host-memory.ts";
import { assertLiving, expectLiving } from "./loss.ts";
import { writeBytes } from "./write-bytes.ts";

/** Bytes handed to the queue at a time, so that progress can be shown and memory stays level. */
const UPLOAD_STEP = 8 * 2 ** 20;

export interface UploadOptions {
  onProgress?: ((progress: LoadProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface UploadedPage {
  buffer: GPUBuffer;
  size: number;
}

/**
 * Makes a buffer for each page, and fills one after the other from `pixels`. Nothing is left behind when it fails.
 * @param pageBytes how many bytes each page has, which together are those of `pixels`
 * @throws ArgumentError where the memory is refused; DeviceLostError; the reason of `signal`
 */
export async function uploadPages(
  device: GPUDevice,
  pageBytes: readonly number[],
  pixels: Uint8Array,
  { onProgress, signal }: UploadOptions,
): Promise<UploadedPage[]> {
  const pages: UploadedPage[] = [];
  try {
    device.pushErrorScope("out-of-memory");
    for (const [page, bytes] of pageBytes.entries()) {
      const size = Math.ceil(bytes / 4) * 4;
      const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
      pages.push({ buffer: device.createBuffer({ label: `mixwell dataset page ${page}`, size, usage }), size });
    }
    const refused = await device.popErrorScope().catch(() => null);
    assertLiving(device);
    if (refused) throw new ArgumentError("dataset", "GPU memory for the pictures", found(refused.message));
    const total = pageBytes.reduce((sum, bytes) => sum + bytes, 0);
    let first = 0;
    for (const [page, bytes] of pageBytes.entries()) {
      for (let start = 0; start < bytes; start += UPLOAD_STEP) {
        const end = Math.min(start + UPLOAD_STEP, bytes);
        writePadded(device, pages[page]!.buffer, start, pixels.subarray(first + start, first + end));
        onProgress?.({ phase: "upload", loaded: first + end, total });
        if (first + end < total) await untilDone(device);
        assertLiving(device);
        signal?.throwIfAborted();
      }
      first += bytes;
    }
    return pages;
  } catch (error) {
    for (const { buffer } of pages) buffer.destroy();
    throw error;
  }
}

/** Until the GPU has what was handed over. */
async function untilDone(device: GPUDevice): Promise<void> {
  await device.queue.onSubmittedWorkDone().catch(async (error: unknown) => {
    await expectLiving(device);
    throw error;
  });
}

/**
 * `writeBuffer` wants whole words, of memory that nobody else holds; only the very last piece of a page can have an odd
 * end.
 */
function writePadded(device: GPUDevice, buffer: GPUBuffer, offset: number, bytes: Uint8Array): void {
  if (bytes.length % 4 === 0) {
    writeBytes(device, buffer, offset, ownView(bytes));
    return;
  }
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  writeBytes(device, buffer, offset, padded);
}
