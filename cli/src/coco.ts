/** COCO's form of annotations (https://cocodataset.org/#format-data): one JSON file beside the pictures. */
import { access, readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { badInput, wordsOf } from "./exit-codes.ts";
import type { Category } from "./manifest.ts";
import type { Annotated, FileObject } from "./objects.ts";
import { pairsOf } from "./points.ts";
import { ringsOfRuns, runsOf } from "./rle.ts";

/** What `--to coco` writes, and what is looked for first. */
export const COCO_FILE = "_annotations.coco.json";
const NAMES = [COCO_FILE, "annotations.json", "instances.json", "person_keypoints.json"];

/** Pictures by their paths below `root`, and what is in them. */
export interface CocoFolder {
  root: string;
  names: string[];
  annotated: Annotated[];
  categories: Category[];
}

interface Picture {
  id?: unknown;
  file_name?: unknown;
  height?: unknown;
  width?: unknown;
}

interface Annotation {
  image_id?: unknown;
  category_id?: unknown;
  bbox?: unknown;
  segmentation?: unknown;
  iscrowd?: unknown;
  keypoints?: unknown;
}

/** The annotations of a folder; undefined where it has none. @throws CliError where it has several */
export async function annotationsIn(folder: string): Promise<string | undefined> {
  const names = await readdir(folder);
  const beside = NAMES.find((name) => names.includes(name));
  if (beside) return join(folder, beside);
  if (!names.includes("annotations")) return undefined;
  const files = (await readdir(join(folder, "annotations")).catch(() => [])).filter((name) => name.endsWith(".json"));
  if (files.length === 0) return undefined;
  const instances = files.filter((name) => name.startsWith("instances"));
  const training = instances.filter((name) => name.includes("train"));
  const [only, more] = [training, instances, files].find((list) => list.length === 1) ?? files;
  if (more)
    throw badInput(`${join(folder, "annotations")}: expected one file of instances, found ${files.length}: name it`);
  return join(folder, "annotations", only!);
}

/** @param path the JSON file, or its folder */
export async function readCoco(path: string): Promise<CocoFolder> {
  const file = path.endsWith(".json") ? path : await annotationsIn(path);
  if (!file) throw badInput(`${path}: expected ${NAMES.join(", ")} or annotations/instances….json, found none`);
  const { images, annotations, categories } = await parsed(file);
  const bad = (where: string, expected: string) => badInput(`${file}, ${where}: expected ${expected}`);
  const sorted = categories
    .map((category, i) => categoryOf(category ?? {}, (expected) => bad(`categories[${i}]`, expected)))
    .sort((a, b) => a.id - b.id);
  const labels = new Map(sorted.map(({ id }, label) => [id, label]));
  const pictures = images.map((image, i) => pictureOf((image ?? {}) as Picture, bad, i));
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  for (const [i, given] of annotations.entries()) {
    const annotation = (given ?? {}) as Annotation;
    const where = `annotations[${i}]`;
    const picture = byId.get(annotation.image_id);
    if (!picture)
      throw bad(`${where}.image_id`, `the id of one of ${images.length} images, found ${annotation.image_id}`);
    const label = labels.get(annotation.category_id as number);
    if (label === undefined)
      throw bad(
        `${where}.category_id`,
        `the id of one of ${sorted.length} categories, found ${annotation.category_id}`,
      );
    const wrong = (expected: string) => bad(where, expected);
    picture.objects.push({
      label,
      ...shapeOf(annotation, picture, wrong),
      ...pointsOf(annotation, sorted[label]!, wrong),
    });
  }
  return {
    root: await rootOf(file, pictures[0]!.name),
    names: pictures.map(({ name }) => name),
    annotated: pictures.map(({ height, width, objects }) => ({ height, width, objects })),
    categories: sorted,
  };
}

function categoryOf(
  { id, name, keypoints, skeleton }: { [Key in keyof Category]?: unknown },
  bad: (expected: string) => Error,
): Category {
  if (!Number.isInteger(id) || typeof name !== "string") throw bad("an id and a name");
  const known = { id: id as number, name };
  if (keypoints === undefined) return known;
  if (!Array.isArray(keypoints) || !keypoints.every((one) => typeof one === "string"))
    throw bad("keypoints by their names");
  return {
    ...known,
    keypoints,
    pairs: pairsOf(keypoints),
    // It is handed on, and asked nothing.
    ...(Array.isArray(skeleton) && { skeleton }),
  };
}

async function parsed(file: string): Promise<Record<"images" | "annotations" | "categories", unknown[]>> {
  let value: Record<string, unknown> | null;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    const words = error instanceof SyntaxError ? error.message : wordsOf(error);
    throw badInput(`${file}: expected COCO's JSON: ${words}`, error);
  }
  const lists = ["images", "annotations", "categories"] as const;
  for (const name of lists)
    if (!Array.isArray(value?.[name])) throw badInput(`${file}: expected a list "${name}", as COCO has it, found none`);
  if ((value!.images as unknown[]).length === 0) throw badInput(`${file}: expected at least one image, found none`);
  return value as Record<(typeof lists)[number], unknown[]>;
}

function pictureOf(
  { id, file_name: name, height, width }: Picture,
  bad: (where: string, expected: string) => Error,
  i: number,
) {
  const isSide = (side: unknown): side is number => Number.isInteger(side) && (side as number) > 0;
  if (typeof name !== "string" || name === "") throw bad(`images[${i}].file_name`, "a name");
  if (!isSide(height) || !isSide(width)) throw bad(`images[${i}]`, "a height and a width in pixels");
  return { id, name, height, width, objects: [] as FileObject[] };
}

const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every(Number.isFinite);

function shapeOf(
  { bbox, segmentation, iscrowd }: Annotation,
  { height, width }: { height: number; width: number },
  bad: (expected: string) => Error,
): Omit<FileObject, "label"> {
  if (!isNumbers(bbox) || bbox.length !== 4 || bbox[2]! < 0 || bbox[3]! < 0)
    throw bad("a bbox of left, top, width and height");
  const rings = ringsOf();
  return {
    box: bbox as unknown as FileObject["box"],
    ...(rings && rings.length > 0 && { rings }),
    ...(iscrowd === 1 && { isCrowd: true }),
  };

  function ringsOf(): number[][] | undefined {
    if (segmentation === undefined || segmentation === null) return undefined;
    if (Array.isArray(segmentation)) {
      if (!segmentation.every((ring) => isNumbers(ring) && ring.length >= 6 && ring.length % 2 === 0))
        throw bad("a segmentation of rings with three vertices at least");
      return segmentation;
    }
    const { counts, size } = segmentation as { counts?: unknown; size?: unknown };
    const isRuns = typeof counts === "string" || isNumbers(counts);
    const found = isRuns && String(size) === `${height},${width}` && ringsOfRuns(runsOf(counts), height, width);
    if (!found) throw bad(`run lengths of ${height} × ${width} pixels, or rings, as segmentation`);
    return found;
  }
}

function pointsOf({ keypoints }: Annotation, { keypoints: names }: Category, bad: (expected: string) => Error) {
  if (keypoints === undefined || keypoints === null) return {};
  if (!names) throw bad("a category that names its keypoints");
  if (!isNumbers(keypoints) || keypoints.length !== 3 * names.length)
    throw bad(`x, y and v of ${names.length} keypoints, as its category has`);
  return { keypoints };
}

/** Where the pictures are: beside the file, or where COCO's own folders have them. */
async function rootOf(file: string, first: string): Promise<string> {
  const folder = dirname(file);
  const split = /^[a-z_]*(?:instances|keypoints)_(.+)\.json$/.exec(basename(file))?.[1];
  const above = dirname(folder);
  const below = split ? [join(above, split), join(above, "images", split)] : [];
  const places = [folder, join(folder, "images"), ...below, join(above, "images"), above];
  for (const place of places)
    if (
      await access(join(place, first)).then(
        () => true,
        () => false,
      )
    )
      return place;
  throw badInput(`${file}: expected its first picture, ${first}, beside it or in ${below[0] ?? "images"}, found none`);
}
