/** Every geometric case of the golden sets on the CPU reference, each with its op, mask and both tolerances. */
import { describe, expect, test } from "vitest";
import type { WarpOp } from "../../../src/ops/op.ts";
import { imageOps } from "../../../src/ops/index.ts";
import { type Block, listOracleFiles, loadOracleSet } from "../../oracles/files.ts";
import { apply, type Picture } from "./warp-picture.ts";

interface Tolerance {
  kind: "exact" | "maxAbs";
  value?: number;
  maxDifferingShare?: number;
}

interface Case {
  id: string;
  op: string;
  input: string;
  params: Record<string, never> & {
    matrix?: number[];
    fill?: number | number[] | null;
    interpolation?: string;
    out?: [number, number];
    left_top_right_bottom?: [number, number, number, number];
    mode?: string;
  };
  output: Block;
  mask?: Block;
  tol: Tolerance;
  strictTol?: Tolerance;
}

interface Manifest {
  inputs: { id: string; data: Block }[];
  cases: Case[];
}

type Call = [op: WarpOp, args: Record<string, unknown>];

/** What the case asks for, in our words; undefined for what is not geometry. */
function callOf(set: string, { op, params }: Case, { width, height }: Picture): Call | undefined {
  const peer = set.includes("pillow") ? "pillow" : "torchvision";
  const { value, degrees, magnitude, interpolation } = params as Record<string, unknown> & { interpolation: string };
  const scale = set.endsWith("f32") ? 255 : 1;
  const fill = typeof params.fill === "number" ? [params.fill] : params.fill?.map((level) => level * scale);
  const reading = { peer, interpolation, fill };
  const amount = (value ?? magnitude ?? degrees) as number;
  switch (op) {
    case "shear_x":
    case "ShearX":
      return [imageOps.shearX, { share: amount, ...reading }];
    case "shear_y":
    case "ShearY":
      return [imageOps.shearY, { share: amount, ...reading }];
    case "translate_x":
      return [imageOps.translateX, { pixels: -amount, ...reading }];
    case "translate_y":
      return [imageOps.translateY, { pixels: -amount, ...reading }];
    case "TranslateX":
      return [imageOps.translateX, { pixels: amount, ...reading }];
    case "TranslateY":
      return [imageOps.translateY, { pixels: amount, ...reading }];
    case "rotate":
    case "Rotate":
      return [imageOps.rotate, { degrees: amount, ...reading }];
    case "affine":
      return [imageOps.affine, { ...pick(params, ["angle", "translate", "scale", "shear"]), ...reading }];
    case "hflip":
      return [imageOps.flipX, {}];
    case "vflip":
      return [imageOps.flipY, {}];
    case "crop":
      return [imageOps.crop, { ...pick(params, ["top", "left", "height", "width"]), peer }];
    case "pad": {
      const [left, top, right, bottom] = params.left_top_right_bottom!;
      const box = { top: -top, left: -left, height: height + top + bottom, width: width + left + right };
      return [imageOps.crop, { ...box, edge: params.mode, fill, peer }];
    }
    case "resized_crop": {
      const [outHeight, outWidth] = params.out!;
      return [
        imageOps.cropAndResize,
        { ...pick(params, ["top", "left", "height", "width", "antialias"]), outHeight, outWidth, peer, overhang: "cut" },
      ];
    }
    default:
      return undefined;
  }
}

const pick = (params: object, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, (params as Record<string, unknown>)[name]]));

const sets = [
  "image-ops/pillow-affine",
  "image-ops/pillow-pixel",
  "image-ops/torchvision-affine-u8",
  "image-ops/torchvision-affine-f32",
  "image-ops/torchvision-pixel-u8",
  "image-ops/torchvision-pixel-f32",
];
// Photographs are not part of a clone; where they are, they are compared too.
const photos = ["image-ops-photos/pillow-affine", "image-ops-photos/pillow-pixel", "image-ops-photos/torchvision-affine-u8"];
const files = await listOracleFiles();
const there = photos.filter((set) => files.includes(`${set}.json`));
if (there.length < photos.length) console.info("no photographs here: their golden sets are left out");

/** How many geometric cases a set has: a case that falls out of `callOf` would be missed here. */
const counts: Record<string, number> = {
  "image-ops/pillow-affine": 180,
  "image-ops/pillow-pixel": 15,
  "image-ops/torchvision-affine-u8": 128,
  "image-ops/torchvision-affine-f32": 24,
  "image-ops/torchvision-pixel-u8": 17,
  "image-ops/torchvision-pixel-f32": 12,
  "image-ops-photos/pillow-affine": 10,
  "image-ops-photos/pillow-pixel": 2,
  "image-ops-photos/torchvision-affine-u8": 2,
};

describe.each([...sets, ...there])("%s", (set) => {
  test("every geometric case meets tol and strictTol", async () => {
    const { manifest, view } = await loadOracleSet<Manifest>(set);
    const pipeline = set.endsWith("f32") ? "f32" : "u8";
    let compared = 0;
    const failures: string[] = [];
    for (const one of manifest.cases) {
      const input = manifest.inputs.find(({ id }) => id === one.input)!;
      const [height = 0, width = 0, channels = 1] = input.data.shape;
      const picture: Picture = { width, height, channels, data: view(input.data as Block & { dtype: "u8" }) };
      // f32 sets keep their input as bytes where it is one; values are x / 255.
      if (pipeline === "f32" && input.data.dtype === "u8") picture.data = Float32Array.from(picture.data as Uint8Array, (x) => x / 255);
      const call = callOf(set, one, picture);
      if (!call) continue;
      compared++;
      const made = apply(call[0], call[1], picture, pipeline);
      expect([made.height, made.width, made.channels], one.id).toEqual(one.output.shape);
      const mask = one.mask && view(one.mask as Block & { dtype: "u8" });
      const wanted = view(one.output as Block & { dtype: "u8" });
      for (const tolerance of [one.tol, one.strictTol ?? one.tol]) failures.push(...differences(one, made, wanted, mask, tolerance));
    }
    expect(failures).toEqual([]);
    expect(compared).toBe(counts[set]);
  });
});

function differences(
  one: Case,
  made: Picture,
  wanted: ArrayLike<number>,
  mask: ArrayLike<number> | undefined,
  tolerance: Tolerance,
): string[] {
  let worst = 0;
  let differing = 0;
  let count = 0;
  for (let i = 0; i < wanted.length; i++) {
    if (mask && mask[Math.floor(i / made.channels)] === 0) continue;
    count++;
    const difference = Math.abs(made.data[i]! - wanted[i]!);
    worst = Math.max(worst, Number.isNaN(difference) ? Infinity : difference);
    if (difference !== 0) differing++;
  }
  const limit = tolerance.value ?? 0;
  const share = differing / count;
  if (worst <= limit && share <= (tolerance.maxDifferingShare ?? 1)) return [];
  return [`${one.id} ${one.op} ${JSON.stringify(one.params)}: off by ${worst}, ${(100 * share).toFixed(2)} % differ`];
}
