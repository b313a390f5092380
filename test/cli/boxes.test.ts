/** COCO and YOLO folders: read, moved with their pictures, and written so that both are read again. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readCoco } from "../../cli/src/coco.ts";
import { ringsOfRuns, runsOf } from "../../cli/src/rle.ts";
import { filesIn, made, mixwell, newFolder, put } from "./help.ts";
import { entriesOf } from "./untar.ts";

const SIZES = [
  [40, 30],
  [30, 40],
  [32, 32],
] as const;

/** Three pictures of black with one white box in each: what is white is the box, whatever was done to it. */
async function cocoFolder(root: string): Promise<string> {
  const images = SIZES.map(([width, height], i) => ({ id: 10 + i, file_name: `${i}.png`, height, width }));
  const boxes = [
    [4, 6, 20, 12],
    [10, 8, 12, 20],
    [0, 16, 16, 16],
  ];
  for (const [i, [width, height]] of SIZES.entries()) {
    const [left, top, w, h] = boxes[i] as [number, number, number, number];
    const create = { width, height, channels: 3 as const, background: "black" };
    const white = { create: { width: w, height: h, channels: 3 as const, background: "white" } };
    const picture = sharp({ create }).composite([{ input: white, left, top }]);
    put(join(root, "train2017", `${i}.png`), await picture.png().toBuffer());
  }
  const outline = ([x, y, w, h]: number[]) => [x!, y!, x! + w!, y!, x! + w!, y! + h!, x!, y! + h!];
  const annotations = boxes.map((bbox, i) => ({
    ...{ id: i, image_id: 10 + i, category_id: [7, 3, 7][i], bbox, iscrowd: 0 },
    // The last one has a box alone.
    ...(i < 2 && { segmentation: [outline(bbox)] }),
  }));
  const categories = [
    { id: 7, name: "dog" },
    { id: 3, name: "cat" },
  ];
  put(join(root, "annotations/instances_train2017.json"), JSON.stringify({ images, annotations, categories }));
  return root;
}

interface Row {
  file: string;
  id: number;
  objects: { class: number; box: number[]; weight: number; visible: number; of: number; segmentation?: number[][] }[];
}

/** The rows of `--to folder`. */
const rowsOf = (out: string): Row[] =>
  readFileSync(join(out, "part-000000/labels.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Left, top, width and height of what is bright. */
async function brightIn(path: string, least: number): Promise<number[]> {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  const places = Array.from({ length: info.width * info.height }, (_, i) => i).filter(
    (i) => data[i * info.channels]! >= least,
  );
  const [x, y] = [places.map((i) => i % info.width), places.map((i) => Math.floor(i / info.width))];
  const [left, top] = [Math.min(...x), Math.min(...y)];
  return [left, top, Math.max(...x) + 1 - left, Math.max(...y) + 1 - top];
}

const near = (box: readonly number[], other: readonly number[], within: number) =>
  box.forEach((value, i) => {
    expect(Math.abs(value - other[i]!), `${box} and ${other}`).toBeLessThanOrEqual(within);
  });

test.each(["cover", "contain"])("a box is where its object is, %s, flipped and turned", async (fit) => {
  const folder = newFolder();
  const input = await cocoFolder(join(folder, "in"));
  const policy = put(
    join(folder, "policy.json"),
    JSON.stringify([
      { kind: "op", op: "flipX", prob: 0.5 },
      { kind: "op", op: "rotate", degrees: 90 },
    ]),
  );
  const command = ["augment", input, join(folder, "out"), "--policy", policy, "--fit", fit, "--size", "48"];
  await made([...command, "--to", "folder", "--format", "png", "--variants", "4"]);
  const rows = rowsOf(join(folder, "out"));
  expect(rows.length).toBe(12);
  for (const { file, id, objects } of rows) {
    expect(objects.map((one) => [one.class, one.of, one.weight])).toEqual([[[1, 0, 1][id], id, 1]]);
    const [{ box, segmentation, visible }] = objects as [Row["objects"][0]];
    near(box, await brightIn(join(folder, "out/part-000000", file), 128), 1.01);
    expect(segmentation?.length).toBe(id < 2 ? 1 : undefined);
    // Only what `cover` cuts off is not there any more.
    if (fit !== "cover" || id === 2) expect(visible).toBe(1);
  }
});

test("mixed samples have the boxes of both, with their weights", async () => {
  const folder = newFolder();
  const input = await cocoFolder(join(folder, "in"));
  const command = ["augment", input, join(folder, "out"), "--size", "32", "--variants", "6", "--fit", "contain"];
  await made([...command, "--policy", "mixup:1", "--to", "folder", "--format", "png"]);
  for (const { id, objects } of rowsOf(join(folder, "out"))) {
    expect(objects[0]!.of).toBe(id);
    const sum = objects.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(1, 2);
  }
  // A paste that hides an object: it is gone, or less of it is visible.
  await made(["augment", input, join(folder, "cut"), "--size", "32", "--variants", "6", "--policy", "cutmix"]);
  const { objects } = JSON.parse((await made(["inspect", join(folder, "cut"), "--verify"])).out[0]!);
  expect(objects.dog + objects.cat).toBeGreaterThan(18);
  const stored = entriesOf(readFileSync(join(folder, "cut/shard-000000.tar"))).filter(({ name }) => /json$/.test(name));
  const all = stored.flatMap(({ contents }) => JSON.parse(contents.toString()).objects as Row["objects"]);
  expect(all.length).toBe(objects.dog + objects.cat);
  expect(all.some(({ visible }) => visible < 1)).toBe(true);
  // What is hidden by more than a half stays out if asked for.
  const command2 = ["augment", input, join(folder, "half"), "--size", "32", "--variants", "6", "--policy", "cutmix"];
  await made([...command2, "--min-visible", "0.5"]);
  const half = JSON.parse((await made(["inspect", join(folder, "half")])).out[0]!).objects;
  expect(half.dog + half.cat).toBe(all.filter(({ visible }) => visible >= 0.5).length);
});

test("COCO to YOLO to COCO: the same pictures, boxes and classes, whoever makes them", async () => {
  const folder = newFolder();
  const input = await cocoFolder(join(folder, "in"));
  const png = ["--size", "32", "--format", "png", "--shards", "2"];
  await made(["augment", input, join(folder, "yolo"), "--to", "yolo", "--fit", "contain", ...png]);
  const data = parse(readFileSync(join(folder, "yolo/data.yaml"), "utf8"));
  expect(data.names).toEqual({ 0: "cat", 1: "dog" });
  expect(data.train).toEqual(["part-000000/images", "part-000001/images"]);
  await made(["augment", join(folder, "yolo"), join(folder, "coco"), "--to", "coco", ...png]);
  await made(["augment", input, join(folder, "direct"), "--to", "coco", "--fit", "contain", ...png]);
  const [there, direct] = [await readCoco(join(folder, "coco")), await readCoco(join(folder, "direct"))];
  expect(there.names).toEqual(["part-000000/000000000.png", "part-000001/000000001.png", "part-000001/000000002.png"]);
  expect(direct.categories).toEqual([
    { id: 3, name: "cat" },
    { id: 7, name: "dog" },
  ]);
  for (const [i, { objects }] of direct.annotated.entries()) {
    expect(there.annotated[i]!.objects.map(({ label }) => label)).toEqual(objects.map(({ label }) => label));
    near(there.annotated[i]!.objects[0]!.box, objects[0]!.box, 0.01);
    expect(there.annotated[i]!.objects[0]!.rings?.length).toBe(objects[0]!.rings?.length);
  }
  const tasks = join(folder, "tasks");
  for (const part of ["1/2", "0/2"])
    await made(["augment", input, tasks, "--to", "coco", "--fit", "contain", ...png, "--shard", part]);
  expect(filesIn(tasks)).toEqual(filesIn(join(folder, "direct")));
  for (const out of ["yolo", "coco"]) {
    const { out: said } = await made(["inspect", join(folder, out), "--verify"]);
    expect(JSON.parse(said[0]!)).toMatchObject({ wrong: [], objects: { cat: 1, dog: 2 } });
  }
});

test("preview draws boxes", async () => {
  const folder = newFolder();
  const input = await cocoFolder(join(folder, "in"));
  const sheet = join(folder, "sheet");
  await made(["preview", input, "--size", "32", "--pictures", "1", "--draws", "1", "--out", sheet, "--fit", "contain"]);
  const { data, info } = await sharp(`${sheet}.png`).raw().toBuffer({ resolveWithObject: true });
  const isColoured = (i: number) => Math.max(...data.subarray(i, i + 3)) - Math.min(...data.subarray(i, i + 3)) > 64;
  const coloured = Array.from({ length: data.length / info.channels }, (_, i) => isColoured(i * info.channels));
  expect(coloured.filter(Boolean).length).toBeGreaterThan(20);
  expect(readFileSync(`${sheet}.html`, "utf8")).toContain("dog");
});

describe("run lengths", () => {
  test("packed and as numbers: the outline of what is inside, by columns", () => {
    // 3 × 4 pixels: the middle one of the second and the third column.
    const runs = [4, 1, 2, 1, 4];
    expect(ringsOfRuns(runs, 3, 4)).toEqual([[1, 1, 3, 1, 3, 2, 1, 2]]);
    // As pycocotools packs them.
    expect(runsOf("6183K00NNO2300006")).toEqual([6, 1, 8, 4, 3, 4, 3, 2, 1, 1, 3, 4, 3, 4, 3, 4, 9]);
    expect(runsOf("R2N")).toEqual([66, -2]);
  });

  test("parts that touch at a corner are two, holes are filled, and what does not fit is refused", () => {
    expect(ringsOfRuns([0, 1, 2, 1], 2, 2)).toEqual([
      [0, 0, 1, 0, 1, 1, 0, 1],
      [1, 1, 2, 1, 2, 2, 1, 2],
    ]);
    expect(ringsOfRuns([0, 4, 1, 4], 3, 3)).toEqual([[0, 0, 3, 0, 3, 3, 0, 3]]);
    expect(ringsOfRuns([4, 4], 3, 3)).toBeUndefined();
    expect(ringsOfRuns([4, 9], 3, 3)).toBeUndefined();
  });
});

describe("annotations that are wrong", () => {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } }).png();
  const image = { id: 1, file_name: "a.png", height: 8, width: 8 };
  const box = { image_id: 1, category_id: 1, bbox: [1, 1, 4, 4] };
  const cocoOf = (annotation: object, more: object = {}) => ({
    ...{ images: [image], annotations: [{ ...box, ...annotation }], categories: [{ id: 1, name: "cat" }] },
    ...more,
  });

  test.each<[string, unknown, RegExp]>([
    ["no list of images", {}, /expected a list "images", as COCO has it/],
    ["no image", cocoOf({}, { images: [] }), /expected at least one image/],
    ["an image without a name", cocoOf({}, { images: [{ ...image, file_name: 7 }] }), /images\[0\]\.file_name/],
    ["an image without a size", cocoOf({}, { images: [{ ...image, width: 0 }] }), /a height and a width/],
    [
      "a picture that is not there",
      cocoOf({}, { images: [{ ...image, file_name: "b.png" }] }),
      /first picture, b\.png/,
    ],
    [
      "a category without a name",
      cocoOf({}, { categories: [{ id: 1 }] }),
      /categories\[0\]: expected an id and a name/,
    ],
    ["an unknown image", cocoOf({ image_id: 9 }), /annotations\[0\]\.image_id: expected the id of one of 1 images/],
    ["an unknown category", cocoOf({ category_id: 9 }), /category_id: expected the id of one of 1 categories, found 9/],
    ["three numbers", cocoOf({ bbox: [1, 2, 3] }), /a bbox of left, top, width and height/],
    ["a ring of two", cocoOf({ segmentation: [[1, 2, 3, 4]] }), /rings with three vertices at least/],
    ["runs of another size", cocoOf({ segmentation: { counts: [64], size: [8, 9] } }), /run lengths of 8 × 8 pixels/],
    ["too few runs", cocoOf({ segmentation: { counts: [3, 4], size: [8, 8] } }), /run lengths of 8 × 8 pixels/],
  ])("COCO: %s", async (_, value, message) => {
    const folder = newFolder();
    put(join(folder, "in/a.png"), await picture.toBuffer());
    put(join(folder, "in/_annotations.coco.json"), JSON.stringify(value));
    const { code, err } = await mixwell(["plan", join(folder, "in")]);
    expect([code, err.join()]).toEqual([3, expect.stringMatching(message)]);
  });

  test.each<[string, { labels?: string; yaml?: string }, RegExp]>([
    ["a class that is no number", { labels: "cat 0 0 1 1" }, /0\.txt, line 1: expected a class, a whole number/],
    ["three numbers", { labels: "0 0.5 0.5 0.5" }, /expected x, y, width and height after the class/],
    ["pixels", { labels: "0 0.5 0.5 0.5 0.5\n0 4 4 2 2" }, /line 2: expected shares of the picture, 0 to 1, found 4/],
    ["a class without a name", { labels: "2 0.5 0.5 0.5 0.5" }, /a name for each class, found 1 for class 2/],
    ["no names", { yaml: "train: images" }, /expected "names" of the classes/],
    ["names with a gap", { yaml: "names: {0: cat, 2: dog}" }, /expected "names" of the classes, from 0 on/],
    ["no YAML", { yaml: "names: [" }, /expected YAML/],
    ["a folder that is not there", { yaml: "names: [cat]\ntrain: pictures" }, /expected a folder of pictures/],
  ])("YOLO: %s", async (_, { labels = "", yaml = "names: [cat]" }, message) => {
    const folder = newFolder();
    put(join(folder, "in/images/0.png"), await picture.toBuffer());
    put(join(folder, "in/labels/0.txt"), labels);
    put(join(folder, "in/data.yaml"), yaml);
    const { code, err } = await mixwell(["plan", join(folder, "in")]);
    expect([code, err.join()]).toEqual([3, expect.stringMatching(message)]);
  });

  test("boxes are asked for where there are none", async () => {
    const folder = newFolder();
    put(join(folder, "in/a.png"), await picture.toBuffer());
    const { code, err } = await mixwell(["augment", join(folder, "in"), join(folder, "out"), "--to", "yolo"]);
    expect([code, err.join()]).toEqual([2, expect.stringMatching(/--to yolo: expected IN with boxes/)]);
  });
});
