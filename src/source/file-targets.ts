/** Class maps and boxes in files beside pictures: read, and fitted to what becomes of the pictures. */
import { found, InputError, SourceError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { isCallable, oneOf } from "../check/values.ts";
import type { Size } from "../format/format.ts";
import { cropAndResizeOp } from "../ops/warp/crop-and-resize.ts";
import type { Plan } from "../plan/plan.ts";
import { bringOps } from "../stages/brings.ts";
import type { BoxFormat } from "../targets/formats.ts";
import { ObjectsOf } from "../targets/gather.ts";
import { checkIdForm, type IdArray, type IdForm } from "../targets/ids.ts";
import { type CheckedObjects, checkObjects, type Keypoints, type ObjectSet } from "../targets/objects.ts";
import { checkObjectOptions, objectsThrough } from "../targets/transform.ts";
import type { PictureBytes, Target } from "./picture.ts";
import { readPngIds } from "./png-ids.ts";
import { type Placing, placeIn } from "./resize.ts";
import type { StoreTarget } from "./store-targets.ts";

/** Class maps in PNG files: levels of grey, places in a palette, or ids in three colours. */
export interface MapFile {
  kind: "mask";
  /** The ending of the files. Default `seg.png`. */
  file?: string;
  /** Of an id: 1 (default), 2 or 3. */
  bytes?: 1 | 2 | 3;
  classes?: number;
  ignoreIndex?: number | null;
}

/** Boxes in JSON files. */
export interface ObjectFile {
  kind: "objects";
  /** The ending of the files. Default `json`. */
  file?: string;
  /** What the numbers of a box are. */
  format: BoxFormat;
  normalized?: boolean;
  /** Of the points, where there are any: how many an object has, what x = 0 is, which change places in a mirror. */
  keypoints?: Omit<Keypoints, "data">;
  /** What is done about a box without area in its picture. Default: the picture cannot be read. */
  degenerate?: "throw" | "drop";
  /** Finds a picture's objects in the value of its file. Default: it has them, as `boxes` and `labels`. */
  read?: (value: unknown) => FileObjects;
}

/** The objects of one picture. */
export interface FileObjects {
  boxes: readonly (readonly number[])[];
  labels?: readonly number[];
  /** x, y and v of all points. */
  keypoints?: readonly number[];
  fields?: ObjectSet["fields"];
}

/** A target in files. */
export type FileTarget = MapFile | ObjectFile;

type Opened =
  | { kind: "mask"; ending: string; form: IdForm }
  | ({ kind: "objects"; ending: string } & Omit<ObjectFile, "kind" | "file">);

/** What was read of one picture, by name. */
export type FittedTargets = Record<string, IdArray | ObjectsOf>;

/**
 * Class maps and boxes that stand in files beside pictures, by names of your own: what `Stream.fromTar` takes as
 * `targets`. They are fitted as their pictures are: cut, stretched or with room around.
 *
 * @param targets `{ masks: { kind: "mask" } }` for `0001.seg.png` beside `0001.jpg`,
 * `{ objects: { kind: "objects", format: "xywh" } }` for the `boxes` and `labels` of `0001.json`
 * @throws InputError
 */
export const fileTargets = (targets: Readonly<Record<string, FileTarget>>): FileTargets => new FileTargets(targets);

/** Made by `fileTargets`. */
export class FileTargets {
  private readonly targets: ReadonlyMap<string, Opened>;

  /** @internal */
  constructor(targets: unknown) {
    const path = "fileTargets";
    if (!isOptions(targets)) throw new InputError(path, "targets by name", targets);
    bringOps([cropAndResizeOp]);
    this.targets = new Map(
      Object.entries(targets).map(([name, one]) => [name, opened(`${path}.${name}`, one as FileTarget)]),
    );
    const endings = [...this.targets.values()].map(({ ending }) => ending);
    const twice = endings.find((ending, i) => endings.indexOf(ending) !== i);
    if (twice !== undefined)
      throw new InputError(path, "files of an ending of its own for each", found(`.${twice} twice`));
  }

  /** @internal Whether pictures can be fitted so. @throws InputError at `path` */
  checkFit(path: string, { size, fit }: Target): void {
    if (!size || fit !== "contain") return;
    for (const [name, one] of this.targets)
      if (one.kind === "mask" && one.form.ignoreIndex === null)
        throw new InputError(`${path}.${name}.ignoreIndex`, 'an id for what "contain" leaves free', null);
  }

  /** @internal Which target a file of that ending is of. */
  nameOf(ending: string): string | undefined {
    for (const [name, one] of this.targets) if (one.ending === ending) return name;
    return undefined;
  }

  /** @internal The endings, by name. */
  get endings(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.targets].map(([name, { ending }]) => [name, ending]));
  }

  /** @internal What a store says of them. */
  get described(): Record<string, StoreTarget> {
    const of = (one: Opened): StoreTarget =>
      one.kind === "mask" ? { kind: "mask", ...one.form } : { kind: "objects" };
    return Object.fromEntries([...this.targets].map(([name, one]) => [name, of(one)]));
  }

  /** @internal Reads what belongs to a picture, from the bytes of each file. @throws SourceError, InputError */
  async fitted(
    files: Readonly<Record<string, { name: string; bytes: Uint8Array }>>,
    picture: PictureBytes,
    target: Target,
  ): Promise<FittedTargets> {
    const placing = placeIn(picture.from, picture, target.size ? target.fit : "fill");
    const made: FittedTargets = {};
    for (const [name, one] of this.targets) {
      const file = files[name]!;
      made[name] =
        one.kind === "mask"
          ? await mapIn(file, one.form, { picture, placing })
          : objectsIn(file, one, { picture, placing });
    }
    return made;
  }

  /** @internal What `read` of a store gives of some pictures; those that could not be read have none. */
  together(all: readonly (FittedTargets | undefined)[]): Record<string, readonly (IdArray | undefined)[] | ObjectSet> {
    const of = (name: string, one: Opened) =>
      one.kind === "mask"
        ? all.map((each) => each?.[name] as IdArray | undefined)
        : setOf(all.map((each) => (each?.[name] as ObjectsOf | undefined) ?? new ObjectsOf(noObjects(one), 0)));
    return Object.fromEntries([...this.targets].map(([name, one]) => [name, of(name, one)]));
  }
}

/** A target that was looked over. @throws InputError */
function opened(path: string, target: FileTarget): Opened {
  if (!isOptions(target as unknown)) throw new InputError(path, "{ kind, … }", target);
  oneOf(`${path}.kind`, target.kind, ["mask", "objects"]);
  const { file = target.kind === "mask" ? "seg.png" : "json" } = target;
  if (typeof file !== "string" || file === "") throw new InputError(`${path}.file`, "an ending, such as seg.png", file);
  const ending = file.toLowerCase();
  if (target.kind === "mask") {
    knownKeys(path, target, ["kind", "file", "bytes", "classes", "ignoreIndex"]);
    const { bytes = 1 } = target;
    if (![1, 2, 3].includes(bytes)) throw new InputError(`${path}.bytes`, "1, 2 or 3", bytes);
    const form = checkIdForm(path, bytes, target);
    return { kind: "mask", ending, form };
  }
  knownKeys(path, target, ["kind", "file", "format", "normalized", "keypoints", "degenerate", "read"]);
  const { kind, file: _file, ...more } = target;
  if (more.read !== undefined && !isCallable(more.read)) throw new InputError(`${path}.read`, "a function", more.read);
  noObjects({ kind, ending, ...more }, path);
  return { kind, ending, ...more };
}

/** A picture as it came out, and where the file's lies in it. */
interface Fit {
  picture: PictureBytes;
  placing: Placing;
}

/** The nearest id of each pixel, as the picture was fitted. */
async function mapIn(
  { name, bytes }: { name: string; bytes: Uint8Array },
  form: IdForm,
  { picture, placing }: Fit,
): Promise<IdArray> {
  const { ids, ...size } = await readPngIds(bytes, name);
  checkSameSize(name, size, picture.from);
  const most = 2 ** (8 * form.bytes);
  const large = ids.findIndex((id) => id >= most);
  if (large >= 0)
    throw new SourceError(
      `${name}, pixel ${large % size.width}, ${Math.floor(large / size.width)}`,
      `an id below ${most}`,
      ids[large],
    );
  const { height, width } = picture;
  const { box, left, top } = placing;
  const made = new { 1: Uint8Array, 2: Uint16Array, 3: Uint32Array }[form.bytes](height * width);
  made.fill(form.ignoreIndex ?? 0);
  const across = (box.right - box.left) / placing.width;
  const down = (box.bottom - box.top) / placing.height;
  for (let y = 0; y < placing.height; y++) {
    const row = Math.min(size.height - 1, Math.floor(box.top + (y + 0.5) * down));
    for (let x = 0; x < placing.width; x++) {
      const column = Math.min(size.width - 1, Math.floor(box.left + (x + 0.5) * across));
      made[(top + y) * width + left + x] = ids[row * size.width + column]!;
    }
  }
  return made;
}

function checkSameSize(name: string, size: Size, from: Size): void {
  if (size.height !== from.height || size.width !== from.width)
    throw new SourceError(
      name,
      `${from.height} × ${from.width} ids, as its picture has`,
      found(`${size.height} × ${size.width}`),
    );
}

type OpenedObjects = Extract<Opened, { kind: "objects" }>;

function setOfFile(path: string, { boxes, labels, keypoints: data, fields }: FileObjects, opened: OpenedObjects) {
  const { format, normalized, degenerate, keypoints } = opened;
  return checkObjects(path, {
    ...{ format, normalized, degenerate, labels, fields },
    boxes: [boxes as number[][]],
    ...(keypoints && { keypoints: { ...keypoints, data: data ?? [] } }),
  });
}

/** Of a picture without any. */
const noObjects = (opened: OpenedObjects, path = "targets"): CheckedObjects =>
  setOfFile(path, { boxes: [], labels: [] }, opened);

/** The objects of a file, moved as their picture was. */
function objectsIn(
  { name, bytes }: { name: string; bytes: Uint8Array },
  opened: OpenedObjects,
  { picture, placing }: Fit,
): ObjectsOf {
  const set = setOfFile(name, valueIn(name, bytes, opened), opened);
  const { box, left, top } = placing;
  const across = (box.right - box.left) / placing.width;
  const down = (box.bottom - box.top) / placing.height;
  const { height, width, from } = picture;
  const call = {
    op: "cropAndResize",
    ...{ top: box.top - top * down, left: box.left - left * across },
    ...{ height: height * down, width: width * across, outHeight: height, outWidth: width },
  } as const;
  const plan: Plan = {
    ...{ version: 1, seed: 0, epoch: 0, height: from.height, width: from.width, batchSize: 1 },
    sources: [{ from: "batch", index: 0, id: 0, ops: [call] }],
    stages: [{ pairing: "reverse", rows: [{ mixer: "none", own: 0 }] }],
  };
  const options = checkObjectOptions(name, { minArea: 0, minSize: 0 });
  const { format, normalized, offsets, boxes, labels, keypoints, polygons, fields } = objectsThrough(
    plan,
    { batch: set },
    options,
    name,
  );
  const moved: CheckedObjects = {
    ...set,
    ...{ format, normalized, offsets, boxes, labels, fields, count: labels.length },
    keypoints: keypoints && { ...set.keypoints!, data: keypoints.data },
    polygons: polygons && { ...polygons },
  };
  return new ObjectsOf(moved, 0);
}

function valueIn(name: string, bytes: Uint8Array, { read }: OpenedObjects): FileObjects {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (reason) {
    throw new SourceError(name, "JSON", found((reason as Error).message));
  }
  const objects: unknown = read ? read(value) : value;
  if (!isOptions(objects) || !Array.isArray((objects as Partial<FileObjects>).boxes))
    throw new SourceError(name, read ? "{ boxes, labels, … }, of `read`" : "an object with `boxes`", objects);
  const { boxes, labels, keypoints, fields } = objects as unknown as FileObjects;
  return { boxes, labels, keypoints, fields };
}

/** The objects of some pictures as a store gives them. */
function setOf(all: readonly ObjectsOf[]): ObjectSet {
  const { format, normalized, offsets, boxes, labels, keypoints, polygons, fields, drops } = all[0]!.gather(
    "targets",
    all,
  );
  return {
    ...{ format, normalized, offsets: Uint32Array.from(offsets), boxes: Float64Array.from(boxes), fields },
    ...(labels && { labels: Uint32Array.from(labels) }),
    ...(keypoints && { keypoints }),
    ...(polygons && { polygons: polygons as NonNullable<ObjectSet["polygons"]> }),
    degenerate: drops ? "drop" : "throw",
  };
}
