/** Class maps and boxes out of files, fitted to what became of their pictures. */
import { found, SourceError } from "../check/errors.ts";
import { isOptions } from "../check/options.ts";
import type { Size } from "../format/format.ts";
import type { Plan } from "../plan/plan.ts";
import { ObjectsOf } from "../targets/gather.ts";
import { type IdArray, type IdForm, wrongId } from "../targets/ids.ts";
import { type CheckedObjects, checkObjects, type ObjectSet } from "../targets/objects.ts";
import { checkObjectOptions, objectsThrough } from "../targets/transform.ts";
import type { PictureBytes } from "./picture.ts";
import { readPngIds } from "./png-ids.ts";
import type { Placing } from "./resize.ts";
import type { FileObjects, FittedTargets, NamedBytes, Opened } from "./target-files.ts";

/** A picture as it came out, and where the file's lies in it. */
interface Fit {
  picture: PictureBytes;
  placing: Placing;
}

/** The nearest id of each pixel, as the picture was fitted. */
export async function mapIn({ name, bytes }: NamedBytes, form: IdForm, { picture, placing }: Fit): Promise<IdArray> {
  const { ids, ...size } = await readPngIds(bytes, name);
  checkSameSize(name, size, picture.from);
  const wrong = wrongId(ids, form);
  if (wrong) {
    const { at, expected } = wrong;
    throw new SourceError(`${name}, pixel ${at % size.width}, ${Math.floor(at / size.width)}`, expected, ids[at]);
  }
  const { height, width } = picture;
  const { box, left, top } = placing;
  const made = idsOf(form, height * width);
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

const idsOf = ({ bytes }: IdForm, length: number): IdArray =>
  new ({ 1: Uint8Array, 2: Uint16Array, 3: Uint32Array })[bytes](length);

/** The maps of all pictures, one after the other; each is let go as soon as it was copied. */
export function joined(all: FittedTargets[], name: string, form: IdForm): IdArray {
  const made = idsOf(
    form,
    all.reduce((sum, each) => sum + (each[name] as IdArray).length, 0),
  );
  let used = 0;
  for (const each of all) {
    const map = each[name] as IdArray;
    made.set(map, used);
    used += map.length;
    delete each[name];
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
export const noObjects = (opened: OpenedObjects, path = "targets"): CheckedObjects =>
  setOfFile(path, { boxes: [], labels: [] }, opened);

/** The objects of a file, moved as their picture was. */
export function objectsIn({ name, bytes }: NamedBytes, opened: OpenedObjects, { picture, placing }: Fit): ObjectsOf {
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
export function setOf(all: readonly ObjectsOf[]): ObjectSet {
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
