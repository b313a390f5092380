/** Class maps and boxes in files beside pictures: which they are, and what is read of them. */
import { found, InputError, SourceError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { isCallable, oneOf } from "../check/values.ts";
import { cropAndResizeOp } from "../ops/warp/crop-and-resize.ts";
import { bringOps } from "../stages/brings.ts";
import { ObjectsOf } from "../targets/gather.ts";
import { checkIdForm, type IdArray } from "../targets/ids.ts";
import type { ObjectSet } from "../targets/objects.ts";
import { type FileHandle, isHandle } from "./file-handle.ts";
import { joined, mapIn, noObjects, objectsIn, setOf } from "./fitted-targets.ts";
import type { HostTargetData } from "./host-images.ts";
import { checkPairedFiles, nameOfFile, pairedFiles } from "./paired-files.ts";
import type { PictureBytes, Target } from "./picture.ts";
import { readBytes } from "./read.ts";
import { placeIn } from "./resize.ts";
import type { StoreTarget } from "./store-targets.ts";
import type { FileTarget, FittedTargets, NamedBytes, Opened } from "./target-files.ts";

/** Reads the files that belong to picture i. */
export type PairedTargets = (i: number, signal?: AbortSignal) => Promise<Record<string, NamedBytes>>;

/**
 * Class maps and boxes that stand in files beside pictures, by names of your own: what `Stream.fromTar`,
 * `Stream.fromImages` and `Dataset.fromImages` take as `targets`. They are fitted as their pictures are: cut, stretched
 * or with room around.
 *
 * @param targets in shards `{ masks: { kind: "mask" } }` for `0001.seg.png` beside `0001.jpg`,
 * `{ objects: { kind: "objects", format: "xywh" } }` for the `boxes` and `labels` of `0001.json`;
 * beside pictures `{ masks: { kind: "mask", files } }`, in which each file is found by its picture's name
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
      Object.entries(targets).map(([name, one]) => [name, checked(`${path}.${name}`, one as FileTarget)]),
    );
    const endings = [...this.targets.values()].flatMap(({ ending, files }) => (files ? [] : ending!));
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

  /** @internal The endings, by name, in shards. @throws InputError at `path` */
  endings(path: string): Readonly<Record<string, string>> {
    for (const [name, { files }] of this.targets)
      if (files) throw new InputError(`${path}.${name}.files`, "nothing, as a shard has the files", files);
    return Object.fromEntries([...this.targets].map(([name, { ending }]) => [name, ending!]));
  }

  /**
   * @internal Reads the files of each picture, which has that name or none.
   * @throws InputError at `path`, SourceError for a picture without one
   */
  paired(path: string, names: readonly (string | undefined)[]): PairedTargets {
    const all = [...this.targets].map(([name, { files, ending }]) => {
      if (files) return [name, pairedFiles(`${path}.${name}.files`, files, ending, names)] as const;
      throw new InputError(`${path}.${name}.files`, "the files that belong to the pictures", files);
    });
    return async (i, signal) => {
      const read = all.map(async ([name, files]) => {
        const file = files[i]!;
        const called = nameOfFile(file) ?? `${path}.${name}.files[${i}]`;
        const bytes = await readBytes(isHandle(file) ? await fileOf(file) : file, { name: called, signal });
        return [name, { name: called, bytes }] as const;
      });
      return Object.fromEntries(await Promise.all(read));
    };
  }

  /** @internal What a store says of them. */
  get described(): Record<string, StoreTarget> {
    const of = (one: Opened): StoreTarget =>
      one.kind === "mask" ? { kind: "mask", ...one.form } : { kind: "objects" };
    return Object.fromEntries([...this.targets].map(([name, one]) => [name, of(one)]));
  }

  /** @internal Reads what belongs to a picture, from the bytes of each file. @throws SourceError, InputError */
  async fitted(
    files: Readonly<Record<string, NamedBytes>>,
    picture: PictureBytes,
    target: Target,
  ): Promise<FittedTargets> {
    const placing = placeIn(picture.from, picture, target.size ? target.fit : "fill");
    const made: FittedTargets = {};
    for (const [name, one] of this.targets) {
      const fit = { picture, placing };
      made[name] = one.kind === "mask" ? await mapIn(files[name]!, one.form, fit) : objectsIn(files[name]!, one, fit);
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

  /** @internal Those of all pictures, as a dataset takes them. What was fitted is let go. */
  data(all: FittedTargets[]): Record<string, HostTargetData> {
    const of = (name: string, one: Opened): HostTargetData => {
      if (one.kind === "objects") return { kind: "objects", ...setOf(all.map((each) => each[name] as ObjectsOf)) };
      const { classes, ignoreIndex } = one.form;
      return { kind: "mask", ids: joined(all, name, one.form), ...(classes && { classes }), ignoreIndex };
    };
    return Object.fromEntries([...this.targets].map(([name, one]) => [name, of(name, one)]));
  }
}

/** @throws SourceError for a file that is gone */
async function fileOf(handle: FileHandle): Promise<File> {
  try {
    return await handle.getFile();
  } catch (reason) {
    const error = new SourceError(handle.name, "a file that can be read", found((reason as Error).message));
    error.cause = reason;
    throw error;
  }
}

/** A target that was looked over. @throws InputError */
function checked(path: string, target: FileTarget): Opened {
  if (!isOptions(target as unknown)) throw new InputError(path, "{ kind, … }", target);
  oneOf(`${path}.kind`, target.kind, ["mask", "objects"]);
  const files = target.files === undefined ? undefined : checkPairedFiles(`${path}.files`, target.files);
  const { file = files ? undefined : target.kind === "mask" ? "seg.png" : "json" } = target;
  if (file !== undefined && (typeof file !== "string" || file === ""))
    throw new InputError(`${path}.file`, "an ending, such as seg.png", file);
  const place = { ending: file?.toLowerCase(), files };
  if (target.kind === "mask") {
    knownKeys(path, target, ["kind", "file", "files", "bytes", "classes", "ignoreIndex"]);
    const { bytes = 1 } = target;
    if (![1, 2, 3].includes(bytes)) throw new InputError(`${path}.bytes`, "1, 2 or 3", bytes);
    const form = checkIdForm(path, bytes, target);
    return { kind: "mask", ...place, form };
  }
  knownKeys(path, target, ["kind", "file", "files", "format", "normalized", "keypoints", "degenerate", "read"]);
  const { kind, file: _file, files: _files, ...more } = target;
  if (more.read !== undefined && !isCallable(more.read)) throw new InputError(`${path}.read`, "a function", more.read);
  noObjects({ kind, ...place, ...more }, path);
  return { kind, ...place, ...more };
}
