/** Keypoints of COCO and YOLO folders: moved with their pictures, in their right places, and read again. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readCoco } from "../../cli/src/coco.ts";
import { namesFor, pairsOf, pointTableOf } from "../../cli/src/points.ts";
import { readYolo } from "../../cli/src/yolo.ts";
import { made, mixwell, newFolder, put } from "./help.ts";

const NAMES = ["nose", "left_ear", "right_ear", "tail"];
/** Middles of the marks in the picture, which is 48 × 32. */
const NOSE = [9, 11];
const EAR = [30, 20];
const COLOURS = { nose: "rgb(255,0,0)", left_ear: "rgb(0,255,0)" };

/** A black picture with a red nose and a green left ear, each of 3 × 3 pixels. The right ear is not there. */
async function animal(folder: string): Promise<string> {
  const mark = (colour: string, [x, y]: number[]) => ({
    input: { create: { width: 3, height: 3, channels: 3 as const, background: colour } },
    ...{ left: x! - 1, top: y! - 1 },
  });
  const picture = sharp({ create: { width: 48, height: 32, channels: 3, background: "black" } });
  picture.composite([mark(COLOURS.nose, NOSE), mark(COLOURS.left_ear, EAR)]);
  put(join(folder, "a.png"), await picture.png().toBuffer());
  const keypoints = [...NOSE, 2, ...EAR, 1, 0, 0, 0, 47, 31, 2];
  const json = {
    images: [{ id: 1, file_name: "a.png", width: 48, height: 32 }],
    annotations: [
      { id: 1, image_id: 1, category_id: 4, bbox: [4, 6, 34, 20], keypoints, num_keypoints: 3 },
      { id: 2, image_id: 1, category_id: 2, bbox: [0, 0, 8, 8] },
    ],
    categories: [
      { id: 2, name: "bowl" },
      { id: 4, name: "cat", keypoints: NAMES, skeleton: [[1, 2]] },
    ],
  };
  put(join(folder, "_annotations.coco.json"), JSON.stringify(json));
  return folder;
}

interface Row {
  file: string;
  objects: { class: number; keypoints?: number[] }[];
}

const rowsOf = (out: string): Row[] =>
  readFileSync(join(out, "part-000000/labels.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** The middle of all pixels in which one channel is far above the others. */
async function markIn(path: string, channel: number): Promise<number[]> {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  const found = Array.from({ length: info.width * info.height }, (_, i) => i).filter((i) => {
    const pixel = [...data.subarray(3 * i, 3 * i + 3)];
    return pixel[channel]! > 100 && pixel.every((value, c) => c === channel || value < 60);
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean(found.map((i) => i % info.width)), mean(found.map((i) => Math.floor(i / info.width)))];
}

const flips = [{ kind: "op", op: "flipX", prob: 0.5 }];

test("a point is where its mark is; left and right change places in a mirrored picture", async () => {
  const folder = newFolder();
  const input = await animal(join(folder, "in"));
  const policy = put(join(folder, "policy.json"), JSON.stringify(flips));
  const size = ["--size", "48", "--fit", "contain", "--variants", "6", "--format", "png"];
  await made(["augment", input, join(folder, "out"), "--policy", policy, "--to", "folder", ...size]);
  let mirrored = 0;
  for (const { file, objects } of rowsOf(join(folder, "out"))) {
    const [cat, bowl] = objects as [Row["objects"][0], Row["objects"][0]];
    expect([cat.class, bowl.class, bowl.keypoints]).toEqual([1, 0, undefined]);
    const points = cat.keypoints!;
    const picture = join(folder, "out/part-000000", file);
    const isMirrored = points[5] === 0;
    mirrored += Number(isMirrored);
    const ear = isMirrored ? 6 : 3;
    // The middle of three pixels: a mark is blurred by nothing but the resizing of one picture to the same scale.
    for (const [at, channel] of [
      [0, 0],
      [ear, 1],
    ] as const) {
      const [x, y] = await markIn(picture, channel);
      expect(Math.abs(points[at]! - x!)).toBeLessThan(0.01);
      expect(Math.abs(points[at + 1]! - y!)).toBeLessThan(0.01);
    }
    // v stays, and what was not there still is not.
    expect([points[2], points[ear + 2], points.slice(9 - ear, 12 - ear)]).toEqual([2, 1, [0, 0, 0]]);
  }
  expect(mirrored).toBeGreaterThan(0);
  expect(mirrored).toBeLessThan(6);
});

test("a point that leaves the picture is one that is not there", async () => {
  const folder = newFolder();
  const input = await animal(join(folder, "in"));
  const policy = put(join(folder, "policy.json"), JSON.stringify([{ kind: "op", op: "translateX", pixels: 20 }]));
  const size = ["--size", "48", "--fit", "contain"];
  await made(["augment", input, join(folder, "out"), "--policy", policy, "--to", "coco", ...size]);
  const { annotations, categories } = JSON.parse(
    readFileSync(join(folder, "out/part-000000/_annotations.coco.json"), "utf8"),
  );
  // The nose moves on, and 8 rows lie above the picture. All else has left it.
  expect(annotations[0]).toMatchObject({ keypoints: [29, 19, 2, ...Array(9).fill(0)], num_keypoints: 1 });
  expect(categories[1]).toEqual({ id: 4, name: "cat", keypoints: NAMES, skeleton: [[1, 2]] });
});

test("COCO to YOLO to COCO: the same points", async () => {
  const folder = newFolder();
  const input = await animal(join(folder, "in"));
  const size = ["--size", "48", "--fit", "contain", "--format", "png"];
  await made(["augment", input, join(folder, "yolo"), "--to", "yolo", ...size]);
  expect(parse(readFileSync(join(folder, "yolo/data.yaml"), "utf8"))).toMatchObject({
    kpt_shape: [4, 3],
    flip_idx: [0, 2, 1, 3],
  });
  await made(["augment", join(folder, "yolo"), join(folder, "coco"), "--to", "coco", ...size]);
  const { annotated, categories } = await readCoco(join(folder, "coco"));
  expect(categories[1]).toMatchObject({ name: "cat", keypoints: namesFor(4, [[1, 2]]), pairs: [[1, 2]] });
  const points = annotated[0]!.objects[0]!.keypoints!;
  const expected = [NOSE[0]!, NOSE[1]! + 8, 2, EAR[0]!, EAR[1]! + 8, 1, 0, 0, 0, 47, 39, 2];
  // YOLO's files have six digits, of 48 pixels.
  for (const [i, value] of expected.entries()) expect(Math.abs(points[i]! - value)).toBeLessThan(0.001);
  const again = await readYolo(join(folder, "yolo"), (name) => name.endsWith(".png"));
  expect(again.objects[0]!.map(({ keypoints }) => keypoints!.length)).toEqual([12, 12]);
});

describe("places of points", () => {
  test("pairs go by left and right, and names for points without any keep them", () => {
    expect(pairsOf(NAMES)).toEqual([[1, 2]]);
    expect(pairsOf(["LeftEye", "RightEye", "left", "top"])).toEqual([[0, 1]]);
    expect(pairsOf(namesFor(5, [[3, 1]]))).toEqual([[3, 1]]);
  });

  test("classes with other pairs have places of their own", () => {
    const categories = [
      { id: 1, name: "cat", keypoints: NAMES, pairs: pairsOf(NAMES) },
      { id: 2, name: "cup", keypoints: ["top", "bottom"], pairs: [] },
      { id: 3, name: "bowl" },
    ];
    expect(pointTableOf(categories)).toEqual({
      count: 6,
      swap: [[1, 2]],
      classes: [
        { first: 0, count: 4 },
        { first: 4, count: 2 },
        { first: 0, count: 0 },
      ],
    });
    expect(pointTableOf([{ id: 3, name: "bowl" }])).toBeUndefined();
  });
});

describe("points that are wrong", () => {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } }).png();

  test.each<[string, object, RegExp]>([
    ["too few numbers", { keypoints: [1, 2, 2] }, /annotations\[0\]: expected x, y and v of 2 keypoints/],
    ["words", { keypoints: ["a", 1, 2, 1, 1, 2] }, /expected x, y and v of 2 keypoints/],
    ["a class without any", { keypoints: [1, 1, 2], category_id: 2 }, /a category that names its keypoints/],
  ])("COCO: %s", async (_, annotation, message) => {
    const folder = newFolder();
    put(join(folder, "in/a.png"), await picture.toBuffer());
    const value = {
      images: [{ id: 1, file_name: "a.png", height: 8, width: 8 }],
      annotations: [{ image_id: 1, category_id: 1, bbox: [1, 1, 4, 4], ...annotation }],
      categories: [
        { id: 1, name: "cat", keypoints: ["head", "tail"] },
        { id: 2, name: "cup" },
      ],
    };
    put(join(folder, "in/_annotations.coco.json"), JSON.stringify(value));
    const { code, err } = await mixwell(["plan", join(folder, "in")]);
    expect([code, err.join()]).toEqual([3, expect.stringMatching(message)]);
  });

  test.each<[string, { labels?: string; yaml?: string }, RegExp]>([
    ["too few numbers", {}, /line 1: expected x, y, width and height after the class, and 2 points of 3 numbers/],
    ["a shape of four", { yaml: "kpt_shape: [2, 4]" }, /"kpt_shape" to be \[how many, 2 or 3\], found \[2,4\]/],
    ["a turn of three", { yaml: "kpt_shape: [3, 3]\nflip_idx: [1, 2, 0]" }, /"flip_idx" to be pairs of 3 points/],
    ["pixels", { labels: "0 .5 .5 .5 .5 4 .5 2 .5 .5 2" }, /expected shares of the picture, 0 to 1, found 4/],
  ])("YOLO: %s", async (_, { labels = "0 .5 .5 .5 .5", yaml = "kpt_shape: [2, 3]" }, message) => {
    const folder = newFolder();
    put(join(folder, "in/images/0.png"), await picture.toBuffer());
    put(join(folder, "in/labels/0.txt"), labels);
    put(join(folder, "in/data.yaml"), `names: [cat]\n${yaml}`);
    const { code, err } = await mixwell(["plan", join(folder, "in")]);
    expect([code, err.join()]).toEqual([3, expect.stringMatching(message)]);
  });
});
