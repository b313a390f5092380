/**
 * 300 parts of the demo's photographs, of many sizes: as pixels, and in a browser as files of every format. Which parts
 * they are is in fixtures/own-sizes, with Pillow's windows of them.
 */
import type { Dataset } from "mixwell";
import { inBrowser, loadFile, loadFixture } from "./files.ts";
import { originalOf, type WindowCase } from "./own-sizes.ts";

type ImageInput = Parameters<typeof Dataset.fromImages>[1][number];

export interface Oracle {
  /** Height and width of all windows. */
  out: [number, number];
  cases: WindowCase[];
}

interface Rgb {
  data: ArrayLike<number>;
  width: number;
}

export async function loadOracle(): Promise<Oracle> {
  return JSON.parse(new TextDecoder().decode(await loadFixture("own-sizes/pillow.json")));
}

/** Those parts: H × W × 3 bytes each. */
export async function originalsOf({ cases }: Oracle): Promise<ReturnType<typeof originalOf>[]> {
  const photos = new Map<string, Rgb>();
  for (const [name] of cases) if (!photos.has(name)) photos.set(name, await photoOf(name));
  return cases.map((one) => originalOf(photos.get(one[0])!, one));
}

async function photoOf(name: string): Promise<Rgb> {
  const file = await loadFile("photos", `${name}.png`);
  if (!inBrowser) return (await import("../tools/ops-docs/png.ts")).readRgb(new Uint8Array(file));
  const bitmap = await createImageBitmap(new Blob([file]), { colorSpaceConversion: "none" });
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d")!;
  context.drawImage(bitmap, 0, 0);
  const rgba = context.getImageData(0, 0, width, height).data;
  return { data: rgba.filter((_, i) => i % 4 !== 3), width };
}

/** What EXIF asks for in every fourth file. */
const ORIENTATIONS = [3, 6, 8, 5];

/**
 * The parts as people have them: a third grey, a third partly transparent; in a browser PNG, JPEG and WebP files, and
 * every fourth a JPEG that is turned by EXIF. And the height and width in which each is seen.
 */
export async function asFiles(
  originals: Awaited<ReturnType<typeof originalsOf>>,
): Promise<{ images: ImageInput[]; shown: [number, number][] }> {
  const images: ImageInput[] = [];
  const shown: [number, number][] = [];
  for (const [i, { data, height, width }] of originals.entries()) {
    const kind = (["colour", "grey", "transparent"] as const)[i % 3]!;
    shown.push([height, width]);
    if (!inBrowser) {
      images.push({ data: kind === "colour" ? data : { grey, transparent }[kind](data), height, width });
      continue;
    }
    const isTurned = i % 4 === 0;
    const rgba = transparent(data, kind === "transparent" ? undefined : 255);
    if (kind === "grey") for (const [pixel, level] of grey(data).entries()) rgba.fill(level, 4 * pixel, 4 * pixel + 3);
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext("2d")!.putImageData(new ImageData(new Uint8ClampedArray(rgba), width, height), 0, 0);
    const type = isTurned ? "image/jpeg" : ["image/png", "image/jpeg", "image/webp"][Math.floor(i / 3) % 3]!;
    const file = await canvas.convertToBlob({ type, quality: 0.9 });
    const orientation = ORIENTATIONS[(i / 4) % ORIENTATIONS.length]!;
    images.push(isTurned ? turned(file, orientation) : file);
    if (isTurned && orientation >= 5) shown[i] = [width, height];
  }
  return { images, shown };
}

const grey = (rgb: Uint8Array) =>
  Uint8Array.from({ length: rgb.length / 3 }, (_, i) => (rgb[3 * i]! + 2 * rgb[3 * i + 1]! + rgb[3 * i + 2]!) >> 2);

/** With an alpha of its own in each pixel, or this one in all. */
const transparent = (rgb: Uint8Array, alpha?: number) =>
  Uint8Array.from({ length: (rgb.length / 3) * 4 }, (_, i) => {
    const pixel = i >> 2;
    return i % 4 === 3 ? (alpha ?? 128 + (pixel % 128)) : rgb[3 * pixel + (i % 4)]!;
  });

/** A JPEG with an EXIF block that says how to turn it. */
function turned(jpeg: Blob, orientation: number): Blob {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [...new TextEncoder().encode("Exif\0\0"), ...tiff];
  return new Blob([jpeg.slice(0, 2), Uint8Array.of(0xff, 0xe1, 0, body.length + 2, ...body), jpeg.slice(2)]);
}
