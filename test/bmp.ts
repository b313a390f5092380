/** Pictures as BMP files, of 3 bytes a pixel: what is decoded is what was written, and nothing of it takes long. */

export interface BmpPixels {
  /** H × W × 3 bytes. */
  data: Uint8Array;
  width: number;
  height: number;
}

const HEADER = 54;

export function bmpOf({ data, width, height }: BmpPixels): Uint8Array<ArrayBuffer> {
  const stride = strideOf(width);
  const file = new Uint8Array(HEADER + stride * height);
  const view = new DataView(file.buffer);
  file.set([0x42, 0x4d]);
  view.setUint32(2, file.length, true);
  view.setUint32(10, HEADER, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  for (let y = 0; y < height; y++) {
    // From the bottom, and blue first.
    let to = HEADER + (height - 1 - y) * stride;
    for (let at = 3 * y * width; at < 3 * (y + 1) * width; at += 3) {
      file[to++] = data[at + 2]!;
      file[to++] = data[at + 1]!;
      file[to++] = data[at]!;
    }
  }
  return file;
}

/** For `decode`, where there is no browser. */
export async function decodeBmp(blob: Blob): Promise<BmpPixels> {
  const file = new Uint8Array(await blob.arrayBuffer());
  const view = new DataView(file.buffer);
  const [width, height] = [view.getInt32(18, true), view.getInt32(22, true)];
  const data = new Uint8Array(3 * width * height);
  for (let y = 0, to = 0; y < height; y++) {
    let at = HEADER + (height - 1 - y) * strideOf(width);
    for (let x = 0; x < width; x++, at += 3) {
      data[to++] = file[at + 2]!;
      data[to++] = file[at + 1]!;
      data[to++] = file[at]!;
    }
  }
  return { data, width, height };
}

const strideOf = (width: number): number => Math.ceil((3 * width) / 4) * 4;
