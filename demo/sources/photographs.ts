/** The pictures everybody starts with: five crops each of seven public-domain photographs, one class a photograph. */
import { Dataset } from "mixwell";
import type { HostDataset, Source, Waits } from "./source.ts";

/** File name, and what is to be seen; Chelsea is a cat. */
export const PHOTOS = {
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
/** The files' side. */
const WHOLE = 256;
/** Crops have 7/8 of the photograph's side: the centre first, then the four corners, in halves of what is left. */
const CORNERS = [
  [1, 1],
  [0, 0],
  [2, 0],
  [0, 2],
  [2, 2],
] as const;

/** Sample number of a photograph's centre crop. */
export const centreCrop = (name: keyof typeof PHOTOS): number => FILES.indexOf(name) * CORNERS.length;

export interface Photographs extends Source {
  load(device: GPUDevice, waits?: Waits): Promise<Dataset>;
  toHost(): Promise<HostDataset>;
}

/** Crops of `side` pixels, a multiple of 14, out of photographs of 8/7 of that. */
export function photographsOf(side: number): Photographs {
  const whole = (side * 8) / 7;
  const crops = CORNERS.map(([x, y]) => [(x * side) / 14, (y * side) / 14]);
  const cropAll = async () => (await Promise.all(FILES.map((file) => cropsOf(file, crops, side, whole)))).flat();
  return {
    title: "Seven photographs",
    note: "Five crops of each; a class is a photograph.",
    code: codeFor(side, whole, crops),

    async load(device, waits) {
      const pictures = await cropAll();
      return Dataset.fromImages(device, pictures, {
        height: side,
        width: side,
        labels: labelsOf(pictures),
        classNames: NAMES,
        ...waits,
      });
    },

    async toHost() {
      const pictures = await cropAll();
      const labels = Uint32Array.from(labelsOf(pictures));
      const images = new Uint8Array(pictures.length * side * side * 3);
      pictures.forEach(({ data }, picture) => {
        for (let pixel = 0; pixel < side * side; pixel++) {
          images.set(data.subarray(4 * pixel, 4 * pixel + 3), (picture * side * side + pixel) * 3);
        }
      });
      const shape = { count: pictures.length, height: side, width: side, channels: 3 };
      return { ...shape, classes: NAMES.length, classNames: NAMES, labels, pictures: { images, labels } };
    },
  };
}

export const photographs = photographsOf(224);

function codeFor(side: number, whole: number, crops: number[][]): string {
  return `const photos = ${photosCode()};
const pictures = [];
for (const name of Object.keys(photos)) {
  const photo = await createImageBitmap(await (await fetch(\`photos/\${name}.png\`)).blob());
  const context = new OffscreenCanvas(${whole}, ${whole}).getContext("2d", { willReadFrequently: true });
  context.drawImage(photo, 0, 0${whole === WHOLE ? "" : `, ${whole}, ${whole}`});
  for (const [x, y] of ${JSON.stringify(crops).replaceAll(",", ", ")}) {
    pictures.push(context.getImageData(x, y, ${side}, ${side}));
  }
}
const labels = pictures.map((_, i) => Math.floor(i / ${CORNERS.length}));
const dataset = await Dataset.fromImages(device, pictures, { height: ${side}, width: ${side}, labels, classNames: Object.values(photos) });`;
}

/** The table of photographs as one writes it in code, some to a line. */
function photosCode(): string {
  const entries = Object.entries(PHOTOS).map(([file, name]) => `${file}: ${JSON.stringify(name)}`);
  return `{\n  ${entries.slice(0, 4).join(", ")},\n  ${entries.slice(4).join(", ")},\n}`;
}

const labelsOf = (pictures: unknown[]): number[] => pictures.map((_, i) => Math.floor(i / CORNERS.length));

async function cropsOf(file: string, crops: number[][], side: number, whole: number): Promise<ImageData[]> {
  const response = await fetch(`photos/${file}.png`);
  if (!response.ok) throw new Error(`photos/${file}.png: expected a photograph, found status ${response.status}`);
  const photo = await createImageBitmap(await response.blob());
  const context = new OffscreenCanvas(whole, whole).getContext("2d", { willReadFrequently: true })!;
  context.drawImage(photo, 0, 0, whole, whole);
  photo.close();
  return crops.map(([x, y]) => context.getImageData(x!, y!, side, side));
}
