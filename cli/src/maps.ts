/** Class maps beside pictures: which file is of which picture, and what is written of them. */
import { readdir } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { type FileHandle, type FileTargets, fileTargets } from "mixwell";
import sharp from "sharp";
import { badInput, usage, wordsOf } from "./exit-codes.ts";
import { fingerprintOf } from "./manifest.ts";

/** What is said of class maps on the command line. */
export interface MapFlags {
  /** A folder; of shards, the ending of their files. */
  maps?: string;
  mapBytes: "1" | "2" | "3";
  mapBlends: "refuse" | "dominant";
}

/** Class maps of an input. */
export interface MapSource {
  /** Of an id. */
  bytes: 1 | 2 | 3;
  blends: "refuse" | "dominant";
  /** A folder's files, or an ending in shards. */
  place: string;
}

/** How maps are read, and what another input has otherwise. */
export interface OpenMaps {
  targets: FileTargets;
  fingerprint: string;
}

/** The name of the maps among an engine's targets, and the ending of their files in shards. */
export const MAPS = "maps";
export const MAP_ENDING = "seg.png";

export const mapSourceOf = ({
  maps,
  mapBytes = "1",
  mapBlends = "refuse",
}: Partial<MapFlags>): MapSource | undefined =>
  maps === undefined ? undefined : { place: maps, bytes: Number(mapBytes) as 1 | 2 | 3, blends: mapBlends };

/**
 * Those of picture files: PNG files of the same names.
 * @param within a folder of which every PNG file is a picture
 * @throws CliError
 */
export async function mapsOfFiles(
  { place, bytes }: MapSource,
  within: string | undefined,
  open: (path: string, name: string) => Promise<File>,
): Promise<OpenMaps> {
  if (within !== undefined && !relative(within, place).startsWith(".."))
    throw usage(`--maps: expected a folder beside the pictures, found ${place} among those of ${within}`);
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw badInput(`${place}: expected a folder of class maps: ${wordsOf(error)}`, error);
  });
  const names = entries
    .filter((entry) => entry.isFile() && /\.png$/i.test(entry.name))
    .map((entry) => relative(place, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  if (names.length === 0) throw badInput(`${place}: expected PNG files, found ${entries.length} other entries`);
  const files = names.map((name): FileHandle => ({ name, getFile: () => open(join(place, name), name) }));
  return {
    targets: fileTargets({ [MAPS]: { kind: "mask", files, bytes } }),
    fingerprint: fingerprintOf([basename(place), ...names]),
  };
}

/** Those of shards: files of an ending. */
export function mapsOfShards({ place, bytes }: MapSource): OpenMaps {
  if (/[/\\]/.test(place)) throw usage(`--maps: expected an ending of files in the shards, as seg.png, found ${place}`);
  const file = place.replace(/^\./, "");
  return { targets: fileTargets({ [MAPS]: { kind: "mask", file, bytes } }), fingerprint: fingerprintOf([file]) };
}

/** Ids of a picture, row by row. */
export interface ClassMap {
  ids: Uint8Array | Uint16Array | Uint32Array;
  height: number;
  width: number;
}

/** As PNG: levels of grey of 8 or 16 bits, or red + 256 green + 65,536 blue. */
export function encodeMap({ ids, height, width }: ClassMap): Promise<Buffer> {
  if (ids instanceof Uint32Array) return png(Uint8Array.from(coloursOf(ids)), { height, width, channels: 3 }, "srgb");
  return png(ids, { height, width, channels: 1 }, ids instanceof Uint16Array ? "grey16" : "b-w");
}

const png = (data: Uint8Array | Uint16Array, raw: { height: number; width: number; channels: 1 | 3 }, space: string) =>
  sharp(data, { raw }).toColourspace(space).png().toBuffer();

function* coloursOf(ids: Uint32Array): Generator<number> {
  for (const id of ids) yield* [id & 255, (id >> 8) & 255, id >> 16];
}

/** Half of a pixel's colour is its class's. */
const TINT = 128;

/** A picture to lay over one: each class in its colour, of what is ignored (the largest id) nothing. */
export function tintOf({ ids, height, width }: ClassMap): { data: Buffer; height: number; width: number } {
  const ignored = 2 ** (8 * (ids instanceof Uint32Array ? 3 : ids.BYTES_PER_ELEMENT)) - 1;
  const data = Buffer.alloc(4 * ids.length);
  ids.forEach((id, i) => {
    if (id !== ignored) data.set([...colourOf(id), TINT], 4 * i);
  });
  return { data, height, width };
}

/** Neighbouring ids have hues far apart: the golden angle. 0, which is the background mostly, is dark. */
function colourOf(id: number): [number, number, number] {
  if (id === 0) return [0, 0, 0];
  const level = (shift: number) => {
    const k = (shift + (id * 137.5) / 30) % 12;
    return Math.round(255 * (0.5 - 0.5 * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [level(0), level(8), level(4)];
}
