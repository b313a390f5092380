/** What is in a folder of OUT: pictures with a list of labels, or with boxes as COCO and YOLO have them. */
import { basename, extname, join } from "node:path";
import { stringify } from "yaml";
import { COCO_FILE } from "./coco.ts";
import type { Category, Entry, Form, Recipe } from "./manifest.ts";
import { MAPS } from "./maps.ts";
import { type PointTable, pointTableOf } from "./points.ts";
import type { Size } from "./program.ts";
import { textIn, writeWhole } from "./shard-files.ts";
import type { Record } from "./writers.ts";
import { YOLO_FILE } from "./yolo.ts";

const LABELS = "labels.jsonl";

/** Makes of records the files of a folder. */
export interface Files {
  /** Folders in it. */
  folders: readonly string[];
  of(record: Record): [name: string, contents: Uint8Array][];
  /** Those that come last. */
  last(): [name: string, contents: Uint8Array][];
}

export function filesOf(to: Form, categories: readonly Category[], haveMaps: boolean): Files {
  const files = formOf(to, categories);
  if (!haveMaps) return files;
  // After the picture's other files, by its name too: see `inOrderOfHash`.
  const of: Files["of"] = (record) => [...files.of(record), [mapNameOf(record), record.map!]];
  return { ...files, folders: [...files.folders, MAPS], of };
}

const formOf = (to: Form, categories: readonly Category[]): Files =>
  to === "coco" ? cocoFiles(categories) : to === "yolo" ? yoloFiles(pointTableOf(categories)) : labelledFiles();

const mapNameOf = ({ key }: Record): string => `${MAPS}/${key}.png`;

function labelledFiles(): Files {
  const lines: string[] = [];
  return {
    folders: [],
    of(record) {
      const { key, ending, picture, map, label, about } = record;
      const file = `${key}.${ending}`;
      const names = { file, ...(map && { map: mapNameOf(record) }) };
      lines.push(`${JSON.stringify({ ...names, ...(label !== undefined && { label }), ...about })}\n`);
      return [[file, picture]];
    },
    last: () => [[LABELS, Buffer.from(lines.join(""))]],
  };
}

/** Annotations in COCO's form. Their numbers are those of the whole output: that of the picture, and from there on. */
function cocoFiles(categories: readonly Category[]): Files {
  const images: object[] = [];
  const annotations: object[] = [];
  return {
    folders: [],
    of({ key, ending, picture, row, size, objects }) {
      images.push({ id: row, file_name: `${key}.${ending}`, ...size });
      for (const [i, object] of (objects ?? []).entries()) {
        const { class: label, box, segmentation, weight, visible, crowd, keypoints } = object;
        annotations.push({
          id: row * MOST_OBJECTS + i,
          image_id: row,
          category_id: categories[label]!.id,
          bbox: box,
          area: segmentation ? areaOf(segmentation) : box[2]! * box[3]!,
          iscrowd: crowd ? 1 : 0,
          segmentation: segmentation ?? [],
          ...(keypoints && { keypoints, num_keypoints: keypoints.filter((v, at) => at % 3 === 2 && v > 0).length }),
          ...{ weight, visible },
        });
      }
      return [[`${key}.${ending}`, picture]];
    },
    last: () => [[COCO_FILE, jsonOf({ images, annotations, categories: categories.map(ofCoco) })]],
  };
}

/** COCO has no pairs: they follow from what points are called. */
const ofCoco = ({ pairs: _, ...category }: Category): Omit<Category, "pairs"> => category;

/** No picture has so many. */
const MOST_OBJECTS = 100_000;

const jsonOf = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

/** Of outlines that do not cross themselves nor each other. */
function areaOf(rings: readonly (readonly number[])[]): number {
  const areas = rings.map((ring) => {
    let sum = 0;
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      sum += ring[i]! * ring[j + 1]! - ring[j]! * ring[i + 1]!;
    }
    return Math.abs(sum / 2);
  });
  return Math.round(areas.reduce((sum, area) => sum + area, 0) * 1000) / 1000;
}

/**
 * YOLO's: a picture's text has a line an object, as shares of the sides: its box by the middle, with points where
 * classes have any, or else its outline.
 */
function yoloFiles(points: PointTable | undefined): Files {
  return {
    folders: ["images", "labels"],
    of({ key, ending, picture, size, objects = [] }) {
      const sharesOf = (numbers: readonly number[]) =>
        numbers.map((value, i) => share(value, i % 2 === 0 ? size.width : size.height));
      const lines = objects.flatMap(({ class: label, box, segmentation, keypoints = [] }) => {
        const [x, y, width, height] = box as [number, number, number, number];
        const middle = sharesOf([x + width / 2, y + height / 2, width, height]);
        if (points)
          return [[label, ...middle, ...sharesOfPoints(keypoints, points.classes[label]!, points.count, size)]];
        // A line has one ring: of several, each becomes an object of its own.
        return (segmentation?.map(sharesOf) ?? [middle]).map((shares) => [label, ...shares]);
      });
      return [
        [`images/${key}.${ending}`, picture],
        [`labels/${key}.txt`, Buffer.from(lines.map((numbers) => `${numbers.join(" ")}\n`).join(""))],
      ];
    },
    last: () => [],
  };
}

const share = (value: number, side: number): number => Number((value / side).toFixed(6));

/** x, y and v of as many points as all classes have. Their places count from the picture's edge. */
function sharesOfPoints(keypoints: readonly number[], { first }: { first: number }, count: number, size: Size) {
  const shares = new Array<number>(3 * count).fill(0);
  for (let i = 0; i < keypoints.length; i += 3) {
    const [x, y, v] = keypoints.slice(i, i + 3) as [number, number, number];
    if (v > 0) shares.splice(3 * first + i, 3, share(x + 0.5, size.width), share(y + 0.5, size.height), v);
  }
  return shares;
}

/** What `data.yaml` says of points: how many there are, and which stands in each place of a mirrored picture. */
function pointsOf(categories: readonly Category[]) {
  const points = pointTableOf(categories);
  if (!points) return {};
  const flipped = Array.from({ length: points.count }, (_, point) => point);
  for (const [left, right] of points.swap) [flipped[left], flipped[right]] = [right, left];
  return { kpt_shape: [points.count, 3], flip_idx: flipped };
}

/** The order in which a folder's files go into its checksum: picture by picture, and what is of all of them last. */
export function inOrderOfHash(names: readonly string[]): string[] {
  const keyOf = (name: string) => {
    const isLast = name === LABELS || name === COCO_FILE;
    return `${isLast ? 1 : 0}${basename(name, extname(name))}\0${name}`;
  };
  return [...names].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** What makes one data set of all parts, for readers of COCO's and YOLO's. */
export async function writeIndex(folder: string, recipe: Recipe, entries: readonly Entry[]): Promise<void> {
  const { output, objects } = recipe;
  const categories = objects?.categories ?? [];
  if (output.to === "yolo") {
    const names = Object.fromEntries(categories.map(({ name }, label) => [label, name]));
    const train = entries.map(({ name }) => `${name}/images`);
    const points = pointsOf(categories);
    await writeWhole(join(folder, YOLO_FILE), stringify({ path: ".", train, val: train, ...points, names }));
  }
  if (output.to !== "coco") return;
  const parts = await Promise.all(
    entries.map(async ({ name }) => {
      const part = JSON.parse((await textIn(join(folder, name, COCO_FILE))) ?? "{}");
      return { ...part, images: part.images.map((image: { file_name: string }) => inPart(image, name)) };
    }),
  );
  const [images, annotations] = (["images", "annotations"] as const).map((list) => parts.flatMap((part) => part[list]));
  await writeWhole(join(folder, COCO_FILE), jsonOf({ images, annotations, categories: categories.map(ofCoco) }));
}

const inPart = (image: { file_name: string }, part: string) => ({ ...image, file_name: `${part}/${image.file_name}` });
