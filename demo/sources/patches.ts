/**
 * Patches of the photographs to train on, 32 × 32 × 3. Each photograph is divided into 4 × 4 blocks of 64 × 64 pixels:
 * four of them, one in every row and column, are for testing and the others for training. A patch never leaves its
 * block, so no pixel is in both sets.
 */
import type { LabelledPictures, TrainData } from "../../training/types.ts";
import { PHOTOS } from "./photographs.ts";

const SIDE = 32;
const WHOLE = 256;
const BLOCK = 64;
const BLOCKS = WHOLE / BLOCK;
/** The test block's column, row by row. */
const TEST_COLUMN = [1, 3, 0, 2];
/** Pixels from one patch to the next. */
const STRIDE = { train: 8, test: 16 };

export interface Place {
  x: number;
  y: number;
}

/** Upper left corners of a set's patches. */
export function placesOf(set: "train" | "test"): Place[] {
  const places: Place[] = [];
  for (let block = 0; block < BLOCKS * BLOCKS; block++) {
    const [row, column] = [Math.floor(block / BLOCKS), block % BLOCKS];
    if ((TEST_COLUMN[row] === column) !== (set === "test")) continue;
    for (let y = 0; y <= BLOCK - SIDE; y += STRIDE[set]) {
      for (let x = 0; x <= BLOCK - SIDE; x += STRIDE[set]) places.push({ x: column * BLOCK + x, y: row * BLOCK + y });
    }
  }
  return places;
}

/** 2,100 patches to train on and 252 to test, of seven classes: a class is a photograph. */
export async function loadPatches(): Promise<TrainData> {
  const files = Object.keys(PHOTOS);
  const photos = await Promise.all(files.map(pixelsOf));
  const train = cutAll(photos, placesOf("train"));
  const test = cutAll(photos, placesOf("test"));
  const name = "Patches of seven photographs";
  return { name, train, test, height: SIDE, width: SIDE, channels: 3, classes: Object.values(PHOTOS) };
}

function cutAll(photos: Uint8ClampedArray[], places: Place[]): LabelledPictures {
  const count = photos.length * places.length;
  const images = new Uint8Array(count * SIDE * SIDE * 3);
  const labels = new Uint8Array(count);
  let at = 0;
  photos.forEach((photo, label) => {
    places.forEach(({ x, y }, place) => {
      labels[label * places.length + place] = label;
      for (let row = y; row < y + SIDE; row++) {
        for (let column = x; column < x + SIDE; column++) {
          const pixel = 4 * (row * WHOLE + column);
          for (let channel = 0; channel < 3; channel++) images[at++] = photo[pixel + channel]!;
        }
      }
    });
  });
  return { images, labels, count };
}

async function pixelsOf(file: string): Promise<Uint8ClampedArray> {
  const response = await fetch(`photos/${file}.png`);
  if (!response.ok) throw new Error(`photos/${file}.png: expected a photograph, found status ${response.status}`);
  const photo = await createImageBitmap(await response.blob());
  const context = new OffscreenCanvas(WHOLE, WHOLE).getContext("2d", { willReadFrequently: true })!;
  context.drawImage(photo, 0, 0, WHOLE, WHOLE);
  photo.close();
  return context.getImageData(0, 0, WHOLE, WHOLE).data;
}
