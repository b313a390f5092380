/** Files, plans and policies, and damage done to them. */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { cifar, idx, join, ramp, tar } from "../unit/source/files.ts";

/** What happens to bytes: places and values are taken modulo what there is. */
export interface Damage {
  kind: "flip" | "set" | "cut" | "insert" | "repeat" | "word" | "zero";
  at: number;
  value: number;
}

export const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Damage["kind"]>("flip", "set", "cut", "insert", "repeat", "word", "zero"),
    // Mostly in the header, which decides.
    at: fc.oneof(fc.nat(24), fc.nat(24), fc.nat(100_000)),
    value: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 2, 3, 4, 8, 255, 256, 65_535, 2 ** 31, 2 ** 32 - 1)),
  }),
  { maxLength: 4 },
);

/** The bytes with the damage done. */
export function damaged(whole: Uint8Array, all: readonly Damage[]): Uint8Array<ArrayBuffer> {
  let bytes = whole.slice() as Uint8Array<ArrayBuffer>;
  for (const { kind, at, value } of all) {
    if (bytes.length === 0) return bytes;
    const place = at % bytes.length;
    if (kind === "flip") bytes[place]! ^= 1 << (value % 8);
    else if (kind === "set") bytes[place] = value;
    else if (kind === "cut") bytes = bytes.slice(0, place);
    else if (kind === "insert") bytes = join(bytes.subarray(0, place), [value & 255], bytes.subarray(place));
    else if (kind === "repeat") bytes = join(bytes, bytes.subarray(place));
    else if (kind === "zero") bytes.fill(0, place, place + (value % 64));
    else for (let i = 0; i < 4 && place + i < bytes.length; i++) bytes[place + i] = (value >>> (24 - 8 * i)) & 255;
  }
  return bytes;
}

/** How a file that was sound lies there: as it is, packed before it was damaged, or packed after. */
export type Packing = "plain" | "packed, then damaged" | "damaged, then packed";

export interface FileCase {
  file: keyof typeof FILES;
  packing: Packing;
  damage: Damage[];
}

const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
/** A little-endian directory of one entry: orientation 6. */
const directory = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

export const FILES = {
  pictures: idx([3, 2, 4]),
  "pictures in colour": idx([2, 2, 2, 3]),
  labels: idx([3], Uint8Array.of(1, 0, 2)),
  "wide labels": idx([3], ramp(12), 0x0c),
  qmnist: idx([3, 8], ramp(96), 0x0c),
  cifar10: cifar(3, 0, 9),
  cifar100: cifar([1, 2], [19, 99]),
  archive: tar("pictures/1.png"),
  jpeg: Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 34, ...exif, ...directory, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
  png: Uint8Array.from([
    ...[0x89, ...letters("PNG\r\n\x1a\n"), 0, 0, 0, 0, ...letters("IHDR"), 1, 2, 3, 4],
    ...[0, 0, 0, 26, ...letters("eXIf"), ...directory, 1, 2, 3, 4, 0, 0, 0, 0, ...letters("IEND"), 1, 2, 3, 4],
  ]),
  webp: Uint8Array.from([
    ...[...letters("RIFF"), 44, 0, 0, 0, ...letters("WEBP"), ...letters("VP8 "), 2, 0, 0, 0, 1, 2],
    ...[...letters("EXIF"), 26, 0, 0, 0, ...directory],
  ]),
} as const;

export const fileCases: fc.Arbitrary<FileCase> = fc.record({
  file: fc.constantFrom(...(Object.keys(FILES) as (keyof typeof FILES)[])),
  packing: fc.constantFrom<Packing>("plain", "plain", "packed, then damaged", "damaged, then packed"),
  damage: damages,
});

/** The bytes of a case's file. */
export function bytesOf({ file, packing, damage }: FileCase): Uint8Array<ArrayBuffer> {
  const whole = FILES[file];
  if (packing === "plain") return damaged(whole, damage);
  if (packing === "damaged, then packed") return new Uint8Array(gzipSync(damaged(whole, damage)));
  return damaged(new Uint8Array(gzipSync(whole)), damage);
}
