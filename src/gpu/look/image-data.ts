/** One picture of a batch as `ImageData`. */
import { checkDevice } from "../../check/device.ts";
import { InputError } from "../../check/errors.ts";
import { knownKeys } from "../../check/options.ts";
import type { Batch } from "../batch.ts";
import { assertLiving } from "../loss.ts";
import { readBuffers } from "../read.ts";
import { levelsOf } from "./levels.ts";
import { checkShown, showPictures } from "./show.ts";

export interface ImageDataOptions {
  /**
   * What is black and what is white, in the batch's own numbers. Default: what the batch says, with its normalisation
   * taken back.
   */
  valueRange?: [number, number];
}

/**
 * A picture of a batch, H × W RGBA bytes: denormalised, whatever its element type and memory order, rounded to the
 * nearest level. One channel is grey, and so is the first of two; of more than four the first three are shown. Alpha is
 * that of four channels, else 255. u8 pictures keep their bytes.
 *
 * Only this picture is read back. Where there is no `ImageData` (Node) it is an object that looks like one.
 * @param row the picture's place in the batch, 0 to B − 1
 * @throws InputError for what is no batch of this device, or no row of it; DeviceLostError
 */
export async function toImageData(
  device: GPUDevice,
  batch: Batch,
  row: number,
  options: ImageDataOptions = {},
): Promise<ImageData> {
  checkDevice("toImageData.device", device);
  const shown = checkShown("toImageData.batch", batch, device);
  if (!Number.isInteger(row) || row < 0 || row >= batch.size)
    throw new InputError("toImageData.row", `an integer in 0..${batch.size - 1}`, row);
  knownKeys("toImageData.options", options, ["valueRange"]);
  const levels = levelsOf("toImageData.options", batch, shown.channels, options.valueRange);
  assertLiving(device);
  const { height, width } = shown;
  const encoder = device.createCommandEncoder({ label: "mixwell show" });
  const { pixels, done } = showPictures(
    device,
    encoder,
    { batch, shown, rows: [row], levels },
    { columns: 1, tileWidth: width, tileHeight: height, gap: 0, line: width },
    { blueFirst: false, premultiply: false },
  );
  device.queue.submit([encoder.finish()]);
  try {
    const [bytes] = await readBuffers("toImageData.batch", device, [[pixels, 4 * height * width]]);
    const data = new Uint8ClampedArray(bytes!);
    if (typeof ImageData !== "undefined") return new ImageData(data, width, height);
    return { data, width, height, colorSpace: "srgb" } as ImageData;
  } finally {
    done();
    pixels.destroy();
  }
}
