/** The pictures everybody starts with: five crops each of seven public-domain photographs, one class a photograph. */
import { Dataset } from "mixwell";
import type { HostDataset, Source } from "./source.ts";

/** File name, and what is to be seen; Chelsea is a cat. */
const PHOTOS = {
  astronaut: "astronaut",
  chelsea: "cat",
  coffee: "coffee",
  hubble: "galaxies",
  raccoon: "raccoon",
  retina: "retina",
  rocket: "rocket",
};
const FILES = Object.keys(PHOTOS) as (keyof typeof PHOTOS)[];
const NAMES = Object.values(PHOTOS);
const SIDE = 224;
/** In 256 × 256: the centre first, then the four corners. */
const CROPS = [
  [16, 16],
  [0, 0],
  [32, 0],
  [0, 32],
  [32, 32],
] as const;

/** Sample number of a photograph's centre crop. */
export const centreCrop = (name: keyof typeof PHOTOS): number => FILES.indexOf(name) * CROPS.length;

export const photographs: Source & { toHost(): Promise<HostDataset> } = {
  title: "Seven photographs",
  note: "Five crops of each; a class is a photograph.",
  code: `const photos = ${photosCode()};
const pictures = [];
for (const name of Object.keys(photos)) {
  const photo = await createImageBitmap(await (await fetch(\`photos/\${name}.png\`)).blob());
  const context = new OffscreenCanvas(256, 256).getContext("2d", { willReadFrequently: true });
  context.drawImage(photo, 0, 0);
  for (const [x, y] of ${JSON.stringify(CROPS).replaceAll(",", ", ")}) {
    pictures.push(context.getImageData(x, y, ${SIDE}, ${SIDE}));
  }
}
const labels = pictures.map((_, i) => Math.floor(i / ${CROPS.length}));
const dataset = await Dataset.fromImages(device, pictures, { height: ${SIDE}, width: ${SIDE}, labels, classNames: Object.values(photos) });`,

  async load(device, onProgress) {
    const pictures = await cropAll();
    return Dataset.fromImages(device, pictures, { height: SIDE, width: SIDE, labels: labelsOf(pictures), classNames: NAMES, onProgress });
  },

  async toHost() {
    const pictures = await cropAll();
    const labels = Uint32Array.from(labelsOf(pictures));
    const images = new Uint8Array(pictures.length * SIDE * SIDE * 3);
    pictures.forEach(({ data }, picture) => {
      for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
        images.set(data.subarray(4 * pixel, 4 * pixel + 3), (picture * SIDE * SIDE + pixel) * 3);
      }
    });
    const shape = { count: pictures.length, height: SIDE, width: SIDE, channels: 3 };
    return { ...shape, classes: NAMES.length, classNames: NAMES, labels, pictures: { images, labels } };
  },
};

/** The table of photographs as one writes it in code, some to a line. */
function photosCode(): string {
  const entries = Object.entries(PHOTOS).map(([file, name]) => `${file}: ${JSON.stringify(name)}`);
  return `{\n  ${entries.slice(0, 4).join(", ")},\n  ${entries.slice(4).join(", ")},\n}`;
}

const labelsOf = (pictures: unknown[]): number[] => pictures.map((_, i) => Math.floor(i / CROPS.length));

async function cropAll(): Promise<ImageData[]> {
  const crops = await Promise.all(FILES.map(cropsOf));
  return crops.flat();
}

async function cropsOf(file: string): Promise<ImageData[]> {
  const response = await fetch(`photos/${file}.png`);
  if (!response.ok) throw new Error(`photos/${file}.png: expected a photograph, found status ${response.status}`);
  const photo = await createImageBitmap(await response.blob());
  const context = new OffscreenCanvas(photo.width, photo.height).getContext("2d", { willReadFrequently: true })!;
  context.drawImage(photo, 0, 0);
  photo.close();
  return CROPS.map(([x, y]) => context.getImageData(x, y, SIDE, SIDE));
}
