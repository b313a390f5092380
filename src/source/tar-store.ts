/**
 * WebDataset shards (https://github.com/webdataset/webdataset): tar archives in which the files of a sample stand one
 * after the other and have the same name up to the first dot: `0001.jpg`, `0001.cls`, `0001.json`.
 */
import { found, InputError, SourceError, show } from "../check/errors.ts";
import { type ByteSource, byteSource, type Piece, type RangeInput, readPieces } from "./byte-source.ts";
import { checkDecoder, DECODER_KEYS, Decoder } from "./decoder.ts";
import type { FileTargets } from "./file-targets.ts";
import type { LoadProgress } from "./host-images.ts";
import { checkBelonging, checkTarget, type DecodeOptions, TARGET_KEYS } from "./images.ts";
import { type ClassOptions, checkClasses } from "./labels.ts";
import { decodedIn, sizeOf } from "./picture-store.ts";
import type { PictureStore, ReadPictures } from "./store.ts";
import { walkTar } from "./tar.ts";
import { readWithTargets } from "./with-targets.ts";

/** How pictures are decoded, and where labels stand. */
export interface TarOptions
  extends Pick<
      DecodeOptions,
      | "height"
      | "width"
      | "sizes"
      | "maxSide"
      | "fit"
      | "channels"
      | "background"
      | "workers"
      | "makeWorker"
      | "decode"
      | "signal"
    >,
    ClassOptions {
  /**
   * The ending of the pictures, where a sample has several: `jpg`, `left.png`. Default: the first that is a picture's.
   */
  picture?: string;
  /**
   * Where the class id stands: an ending such as `cls`, whose file holds the number, or `json`, whose file holds it as
   * `label`. Default: `cls`, else `json` with a `label`, else there are none.
   */
  label?: string;
  /**
   * Class maps and boxes that stand beside the pictures, by names of your own:
   * `fileTargets({ masks: { kind: "mask" } })` for `0001.seg.png`.
   */
  targets?: FileTargets;
  /** Told of the pass over the shards, in bytes. */
  onProgress?: (progress: LoadProgress) => void;
}

export const TAR_KEYS: readonly (keyof TarOptions)[] = [
  ...TARGET_KEYS,
  ...DECODER_KEYS,
  "signal",
  "classes",
  "classNames",
  "picture",
  "label",
  "targets",
  "onProgress",
];

const PICTURES = ["jpg", "jpeg", "png", "webp", "gif", "bmp", "avif"];
/** A label's file is a number, or a few fields. */
const MOST_LABEL = 2 ** 20;

/** Where samples are: one entry each. */
interface Index {
  names: string[];
  shard: number[];
  start: number[];
  size: number[];
  labels: (number | undefined)[];
  /** Where each sample's targets are, by name. */
  targets: Readonly<Record<string, FilePlace>>[];
}

interface FilePlace {
  path: string;
  start: number;
  size: number;
}

/**
 * Goes through the shards once, and makes a store of the samples in them, in their order. Labels are known then.
 * @throws SourceError for a shard that is no tar archive, is cut off, or cannot be read in pieces; for a sample without
 * a picture, or without a label where others have one
 */
export async function tarStore(shards: RangeInput | readonly RangeInput[], options: TarOptions): Promise<PictureStore> {
  const target = checkTarget(options);
  checkClasses(options);
  checkDecoder(options);
  const { picture, label, classes, classNames } = options;
  for (const [name, value] of Object.entries({ picture, label }))
    if (value !== undefined && (typeof value !== "string" || value === ""))
      throw new InputError(name, "an ending, such as jpg", value);
  const inputs = Array.isArray(shards) ? (shards as RangeInput[]) : [shards as RangeInput];
  if (inputs.length === 0) throw new InputError("shards", "at least one tar archive", inputs);
  const sources = inputs.map((input, i) => byteSource(input, inputs.length === 1 ? "shards" : `shards[${i}]`));
  const index: Index = { names: [], shard: [], start: [], size: [], labels: [], targets: [] };
  const belonging = checkBelonging(options.targets, target);
  const endings = belonging?.endings("targets") ?? {};
  for (const i of sources.keys()) await indexShard(sources, i, { ...options, belonging, endings }, index);
  if (index.names.length === 0)
    throw new SourceError(sources[0]!.name, "samples with pictures", found("an archive without any file"));
  const labels = labelsOf(index, sources, label);
  const decoder = new Decoder(target, options);
  return {
    count: index.names.length,
    ...sizeOf(target),
    channels: target.channels,
    ...(labels && { labels, classes, classNames }),
    fields: { name: index.names },
    ...(belonging && { targets: belonging.described }),
    async read(ids, { signal }) {
      if (belonging) return readAll({ sources, index, decoder, belonging }, ids, signal);
      const pieces = ids.map(
        (id): Piece => ({ source: sources[index.shard[id]!]!, start: index.start[id]!, size: index.size[id]! }),
      );
      const files = await readPieces(pieces, signal);
      const images = files.map((bytes, i) => decodedIn(decoder, new Blob([bytes]), index.names[ids[i]!]!, signal));
      return { images: await Promise.all(images) };
    },
  };
}

/** What reads pictures, and what belongs to them. */
interface Reading {
  sources: readonly ByteSource[];
  index: Index;
  decoder: Decoder;
  belonging: FileTargets;
}

/** Pictures with their targets; an error stands in the place of a picture of which something cannot be read. */
async function readAll(
  { sources, index, decoder, belonging }: Reading,
  ids: readonly number[],
  signal: AbortSignal,
): Promise<ReadPictures> {
  const names = Object.keys(index.targets[0]!);
  const places = ids.flatMap((id): Piece[] => {
    const source = sources[index.shard[id]!]!;
    const picture = { source, start: index.start[id]!, size: index.size[id]! };
    return [picture, ...names.map((name) => ({ source, ...placeOf(index.targets[id]![name]!) }))];
  });
  const read = await readPieces(places, signal);
  const each = ids.map((id, i) => () => {
    const [file, ...others] = read.slice(i * (1 + names.length), (i + 1) * (1 + names.length));
    const files = names.map((name, n) => [name, { name: index.targets[id]![name]!.path, bytes: others[n]! }]);
    return { input: new Blob([file!]), name: index.names[id]!, files: Object.fromEntries(files) };
  });
  return readWithTargets(decoder, belonging, each, signal);
}

const placeOf = ({ start, size }: FilePlace) => ({ start, size });

/** A sample while its files go by. */
interface Passing {
  key: string;
  endings: string[];
  targets: Record<string, FilePlace>;
  picture?: { start: number; size: number };
  label?: number;
}

async function indexShard(
  sources: readonly ByteSource[],
  shard: number,
  options: TarOptions & { belonging?: FileTargets | undefined; endings: Readonly<Record<string, string>> },
  index: Index,
) {
  const { belonging, endings: wanted } = options;
  const source = sources[shard]!;
  let passing: Passing | undefined;
  const finish = () => {
    if (!passing) return;
    const { key, endings, picture, label, targets } = passing;
    if (!picture) {
      const wanted = options.picture ? `.${options.picture}` : PICTURES.map((ending) => `.${ending}`).join(", ");
      throw new SourceError(
        `${source.name}, ${key}`,
        `a picture (${wanted})`,
        found(endings.map((ending) => `.${ending}`).join(", ")),
      );
    }
    for (const [name, ending] of Object.entries(wanted))
      if (!targets[name])
        throw new SourceError(
          `${source.name}, ${key}`,
          `a file .${ending} for targets.${name}`,
          found(endings.map((one) => `.${one}`).join(", ")),
        );
    index.targets.push(targets);
    index.names.push(key);
    index.shard.push(shard);
    index.start.push(picture.start);
    index.size.push(picture.size);
    index.labels.push(label);
    passing = undefined;
  };
  const visit: Parameters<typeof walkTar>[1] = async ({ path, start, size }, contents) => {
    const { key, ending } = nameParts(path);
    if (ending === undefined) return;
    if (passing?.key !== key) {
      finish();
      passing = { key, endings: [], targets: {} };
    }
    const sample = passing!;
    sample.endings.push(ending);
    const target = belonging?.nameOf(ending);
    if (target !== undefined) sample.targets[target] = { path, start, size };
    else if (isWantedPicture(ending, options.picture)) sample.picture ??= { start, size };
    if (isLabel(ending, options.label) && size <= MOST_LABEL) {
      const label = labelIn(`${source.name}, ${path}`, ending, await contents(), options.label);
      if (ending === "cls" || sample.label === undefined) sample.label = label ?? sample.label;
    }
  };
  const name = source.name;
  const onStep = (at: number) => options.onProgress?.({ phase: "index", loaded: at, total: source.size, name });
  await walkTar(source, visit, { signal: options.signal, onStep: everyStep(onStep) });
  finish();
  if (source.size !== undefined) onStep(source.size);
}

/** Not for every file of thousands. */
function everyStep(tell: (at: number) => void): (at: number) => void {
  let told = 0;
  return (at) => {
    if (at - told < 2 ** 20) return;
    told = at;
    tell(at);
  };
}

/**
 * `train/0001` and `left.png` for `train/0001.left.png`. Files without an ending, and hidden ones, belong to nobody.
 */
function nameParts(path: string): { key: string; ending?: string } {
  const slash = path.lastIndexOf("/") + 1;
  const dot = path.indexOf(".", slash);
  if (dot <= slash) return { key: path };
  return { key: path.slice(0, dot).replace(/^\.\//, ""), ending: path.slice(dot + 1).toLowerCase() };
}

const isWantedPicture = (ending: string, wanted: string | undefined): boolean =>
  wanted === undefined ? PICTURES.includes(ending.split(".").at(-1)!) : ending === wanted.toLowerCase();

const isLabel = (ending: string, wanted: string | undefined): boolean =>
  wanted === undefined ? ending === "cls" || ending === "json" : ending === wanted.toLowerCase();

/** The class id in a label's file; nothing for a JSON file that has none, where it was not asked for. */
function labelIn(path: string, ending: string, bytes: Uint8Array, wanted: string | undefined): number | undefined {
  const text = new TextDecoder().decode(bytes).trim();
  if (ending !== "json" && !ending.endsWith(".json")) {
    if (/^\d+$/.test(text)) return Number(text);
    throw new SourceError(path, "a class id", found(text === "" ? "an empty file" : show(text)));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (reason) {
    if (wanted === undefined) return undefined;
    throw new SourceError(path, "JSON", found((reason as Error).message));
  }
  const label = typeof value === "object" && value !== null ? (value as { label?: unknown }).label : undefined;
  if (Number.isInteger(label) && (label as number) >= 0) return label as number;
  if (wanted === undefined && label === undefined) return undefined;
  throw new SourceError(`${path}.label`, "a class id", label);
}

/** The labels of all samples, or none. */
function labelsOf({ labels, names, shard }: Index, sources: readonly ByteSource[], wanted: string | undefined) {
  const without = labels.indexOf(undefined);
  if (without < 0) return labels as number[];
  if (wanted === undefined && labels.every((label) => label === undefined)) return undefined;
  throw new SourceError(
    `${sources[shard[without]!]!.name}, ${names[without]}`,
    wanted === undefined ? "a label, as other samples have" : `a label in .${wanted}`,
    found("none"),
  );
}
