/** `maps` and `soft-maps`: ids through nearest geometry and mixing, by the derived plan. */
import { type OpCall, type Plan, reference, targetPlan } from "mixwell";
import type { Block } from "../files.ts";
import { mismatch } from "../sets.ts";
import { type RunPictures, softOnGpu } from "./run.ts";
import { inputOf, type OpenSet, planOf, type TargetCase } from "./sets.ts";
import { type Mix, planOfTree } from "./trees.ts";

interface Params {
  size: [number, number];
  matrix: number[];
  fill: number;
  window?: [number, number, number, number];
  padding?: number[];
  mode?: string;
  degrees?: number;
  args?: Record<string, unknown>;
  sure?: number[];
}

export const checkMap =
  (run: RunPictures) =>
  async (set: OpenSet, golden: TargetCase): Promise<string | undefined> => {
    const { size, fill, sure } = golden.params as unknown as Params;
    const input = inputOf(set, golden.input);
    const [height, width, bytes] = input.data.shape as [number, number, number];
    const id = Array.from({ length: bytes }, () => (fill === undefined ? 255 : fill & 255));
    // The picture's ops are bilinear and antialiased, as a policy has them: the derived plan reads ids.
    const plan = targetPlan(planOf([height, width], [callsOf(golden, [height, width])]), { kind: "mask", fill: id });
    const made = await mapThrough(run, plan, Array.from(set.view(input.data)), [height, width, bytes]);
    if (golden.op === "resize-step") return wrongStep(set, golden, made, sure!);
    const wanted = set.view(golden.output as Block);
    const mask = golden.mask && set.view(golden.mask);
    const looksAt = (i: number) => !mask || mask[Math.floor(i / bytes)] === 1;
    const some = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => looksAt(i));
    if (made.length !== size[0] * size[1] * bytes) return `${made.length} bytes`;
    return mismatch(some(made), some(wanted), golden.tol);
  };

function wrongStep(set: OpenSet, golden: TargetCase, made: ArrayLike<number>, sure: number[]): string | undefined {
  const output = golden.output as Record<string, Block>;
  const some = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => sure[i] === 1);
  for (const name of ["map", "tvNearestExact", "cvNearestExact"]) {
    const wrong = mismatch(some(made), some(set.view(output[name]!)), golden.tol);
    if (wrong) return `${name}: ${wrong}`;
  }
  return undefined;
}

/** 16 bits travel as three bytes: ops take pictures of 1, 3 and 4 channels. */
async function mapThrough(
  run: RunPictures,
  plan: Plan,
  ids: number[],
  [height, width, bytes]: [number, number, number],
): Promise<number[]> {
  const channels = bytes === 2 ? 3 : bytes;
  const images = Uint8Array.from({ length: height * width * channels }, (_, i) =>
    i % channels < bytes ? ids[Math.floor(i / channels) * bytes + (i % channels)]! : 0,
  );
  const sources = {
    batch: { images },
    shape: { height, width, channels },
    format: "u8" as const,
    layout: "nhwc" as const,
  };
  const made = await run(plan, sources);
  return Array.from(made).filter((_, i) => i % channels < bytes);
}

/** The picture's ops for a case, as a policy would have drawn them. */
function callsOf({ op, params }: TargetCase, input: [number, number]): OpCall[] {
  const { matrix, size, window, padding, mode } = params as unknown as Params;
  const [height, width] = size;
  const six = matrix.slice(0, 6) as unknown as [number, number, number, number, number, number];
  if (op === "pad" && padding) {
    const edge =
      mode === "edge"
        ? "edge"
        : mode === "reflect"
          ? "reflect"
          : mode === "symmetric"
            ? "symmetric"
            : mode === "wrap"
              ? "wrap"
              : "constant";
    return [{ op: "crop", top: matrix[5]!, left: matrix[2]!, height, width, edge }];
  }
  if (op === "crop" || op === "pad") return [{ op: "crop", top: matrix[5]!, left: matrix[2]!, height, width }];
  void window;
  if (op === "hflip" || op === "horizontal_flip") return [{ op: "flipX" }];
  if (op === "vflip" || op === "vertical_flip") return [{ op: "flipY" }];
  if (op === "resize" || op === "resize-step") return [{ op: "resize", height, width }];
  if (matrix.length === 9) return [{ op: "perspective", matrix: matrix as never }];
  const read: OpCall = { op: "affine", matrix: six };
  if (input[0] === height && input[1] === width) return [read];
  // Another size: read within a picture that has room for both, then cut out.
  const [high, wide] = [Math.max(height, input[0]), Math.max(width, input[1])];
  return [
    { op: "crop", top: 0, left: 0, height: high, width: wide },
    { ...read, fuse: false },
    { op: "crop", top: 0, left: 0, height, width },
  ] as OpCall[];
}

/**
 * Whether a case has weights between own and partner: here a byte b is (b + (b ≥ 128)) / 256 of a pixel, not b / 255.
 */
function isGrey(set: OpenSet, { params }: TargetCase): boolean {
  const masks = (mix: Mix): ArrayLike<number>[] => {
    if (mix.op === "source" || mix.op === "cells") return [];
    const below = [...masks(mix.own), ...masks(mix.partner)];
    return mix.op === "mask" ? [...below, mix.ownWeights] : below;
  };
  const bytes = masks(openMasks(set, params.mix as Mix));
  return bytes.some((plane) => Array.from(plane).some((byte) => byte !== 0 && byte !== 255));
}

export const checkDominant =
  (run: RunPictures) =>
  async (set: OpenSet, golden: TargetCase): Promise<string | undefined> => {
    const { dominant } = golden.output as Record<string, Block>;
    const plan = mapPlan(set, golden, "dominant");
    const { images, shape } = mapsOf(set, dominant!);
    const made = await run(plan, { dataset: { images }, shape, format: "u8", layout: "nhwc" });
    const wrong = mismatch(made, set.view(dominant!), { kind: "exact" });
    return wrong && `dominant: ${wrong}`;
  };

/** How far soft maps by our weights may be from those by b / 255: 1/512, where b is near 128. */
const WEIGHTS_APART = 1 / 500;

/** The largest difference of a case whose weights differ from ours. */
export const apart = new Map<string, number>();

/** The same by the kernel of soft maps, from the plan of the pictures. */
export async function checkSoftOnGpu(set: OpenSet, golden: TargetCase): Promise<string | undefined> {
  const { soft, dominant } = golden.output as Record<string, Block>;
  const { classes, mix } = golden.params as { classes: number; mix: Mix };
  const plan = planOfTree(openMasks(set, mix), dominant!.shape as [number, number]);
  const made = await softOnGpu(plan, mapsOf(set, soft!), classes);
  const tol = isGrey(set, golden) ? ({ kind: "maxAbs", value: WEIGHTS_APART } as const) : golden.tol;
  const wrong = mismatch(made, set.view(soft!), tol);
  return wrong && `soft: ${wrong}`;
}

/** A picture for each class, 1 where it is; blended as the picture is. */
export function checkSoft(set: OpenSet, golden: TargetCase): string | undefined {
  const differs = isGrey(set, golden);
  const tol = differs ? ({ kind: "maxAbs", value: WEIGHTS_APART } as const) : golden.tol;
  const { soft } = golden.output as Record<string, Block>;
  const wanted = set.view(soft!);
  const { classes } = golden.params as { classes: number };
  const plan = mapPlan(set, golden, "soft");
  const { images, shape } = mapsOf(set, soft!);
  for (let k = 0; k < classes; k++) {
    const ones = Float32Array.from(images, (id) => (id === k ? 1 : 0));
    const sources = { dataset: { images: ones }, shape, format: "f32" as const, layout: "nhwc" as const };
    const made = reference(plan, sources).images;
    const values = Array.from(wanted).filter((_, i) => i % classes === k);
    if (differs) {
      const most = values.reduce(
        (far, value, i) => Math.max(far, Math.abs(value - made[i]!)),
        apart.get(golden.id) ?? 0,
      );
      apart.set(golden.id, most);
    }
    const wrong = mismatch(made, values, tol);
    if (wrong) return `soft, class ${k}: ${wrong}`;
  }
  return undefined;
}

function mapPlan(set: OpenSet, { params, output }: TargetCase, blends: "dominant" | "soft"): Plan {
  const [height, width] = (output as Record<string, Block>).dominant!.shape as [number, number];
  const tree = openMasks(set, params.mix as Mix);
  return targetPlan(planOfTree(tree, [height, width]), { kind: "mask", fill: [255], blends });
}

/** All maps of a set, by their numbers. */
function mapsOf(set: OpenSet, block: Block) {
  const [height, width] = block.shape as [number, number];
  const maps = set.manifest.inputs.filter(({ id }) => /^m\d+$/.test(id));
  const images = new Uint8Array(maps.length * height * width);
  for (const { id, data } of maps) images.set(Array.from(set.view(data)), Number(id.slice(1)) * height * width);
  return { images, shape: { height, width, channels: 1 } };
}

/** Masks are named by their input. */
function openMasks(set: OpenSet, mix: Mix): Mix {
  if (mix.op === "source" || mix.op === "cells") return mix;
  const made = { ...mix, own: openMasks(set, mix.own), partner: openMasks(set, mix.partner) } as Mix;
  if (made.op === "mask")
    made.ownWeights = set.view(inputOf(set, `plane-${(mix as { ownWeights: unknown }).ownWeights}`).data);
  return made;
}
