/** Golden cases of image ops and of whole policies, as plans of ours. */
import type { Format, OpCall, Plan, SourceRef } from "mixwell";
import { augMixOp, blendOfChains } from "../../src/mixers/aug-mix.ts";
import { rooted, rowsOf } from "../../src/mixers/mix-tree.ts";
import type { AnyCall } from "../../src/ops/op.ts";
import { callsFromTimm, callsFromTorchvision, type TimmOp, type TorchvisionOp } from "../../src/peers/peer-calls.ts";
import { joinParts, type Part } from "../../src/plan/join.ts";
import type { Block } from "./files.ts";
import { mismatch, type Tolerance } from "./sets.ts";

export interface OpCase {
  id: string;
  op: string;
  /** The call that was made: "ImageOps.equalize(…)", "F.equalize(…)". */
  api: string;
  input: string;
  params: Record<string, unknown>;
  output: Block;
  mask?: Block;
  tol: Tolerance;
  strictTol?: Tolerance;
}

export interface OpManifest {
  inputs: { id: string; data: Block }[];
  cases: OpCase[];
}

export type Values = Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** A case that is ready to run. */
export interface Job {
  golden: OpCase;
  height: number;
  width: number;
  channels: number;
  format: Format;
  values: Values;
  part: Part;
}

export type View = (block: Block) => Values;

export function openCase(golden: OpCase, { inputs }: OpManifest, view: View): Job {
  const input = inputs.find(({ id }) => id === golden.input);
  if (!input) throw new Error(`no input ${golden.input}`);
  const [height = 0, width = 0, channels = 1] = input.data.shape;
  const format: Format = golden.output.dtype === "u8" ? "u8" : "f32";
  const bytes = view(input.data);
  // f32 sets may keep their input as bytes: the values are x / 255.
  const values =
    format === "f32" && input.data.dtype === "u8" ? Float32Array.from(bytes, (x) => x / 255) : bytes.slice();
  return { golden, height, width, channels, format, values: values as Values, part: partOf(golden, { height, width }) };
}

/** What the case allows, and what it allows a peer's own rounding, which every call claims. */
export function compare(made: ArrayLike<number> | Error, golden: OpCase, view: View): string | undefined {
  if (made instanceof Error) return String(made);
  const wanted = view(golden.output);
  const mask = golden.mask && view(golden.mask);
  if (made.length !== wanted.length) return `${made.length} values instead of ${wanted.length}`;
  const [compared, expected] = [made, wanted].map((all) =>
    mask ? masked(all, mask, golden.output.shape[2] ?? 1) : all,
  );
  for (const tol of [golden.tol, golden.strictTol]) {
    const wrong = tol && mismatch(compared!, expected!, tol);
    if (wrong) return `${tol === golden.tol ? "" : "strictly: "}${wrong}`;
  }
  return undefined;
}

/** The values of the pixels that a mask keeps: those not too near a decision between two pixels. */
function masked(values: ArrayLike<number>, mask: ArrayLike<number>, channels: number): number[] {
  return Array.from(values).filter((_, i) => mask[Math.floor(i / channels)] === 1);
}

interface Size {
  height: number;
  width: number;
}

/**
 * A plan for one picture: the only row of a batch. Throws for an op nobody here knows. AugMix is the picture and its
 * chains, blended two by two by rows of MixUp, each with its recorded weight.
 */
export function partOf(golden: OpCase, size: Size): Part {
  const { chains, weights } = golden.params as { chains?: TorchvisionOp[][]; weights?: number[] };
  if (!chains || !weights) {
    const sources = [{ ...OWN, ops: callsOf(golden, size) }];
    return { sources, stages: [{ pairing: "reverse", rows: [{ mixer: "none", own: 0 }] }] };
  }
  const sources = [OWN, ...chains.map((drawn) => ({ ...OWN, ops: callsFromTorchvision(drawn) }))];
  const { levels } = augMixOp.needs!({ kind: "augMix", stages: [], width: chains.length });
  const leaves = sources.map((_, of) => ({ of }));
  const tree = rooted(
    blendOfChains(weights, leaves),
    (of) => of,
    (of) => ({ at: of }),
  );
  return { sources, stages: rowsOf(levels, [tree], sources.length).map((rows) => ({ pairing: "self", rows })) };
}

const OWN: SourceRef = { from: "batch", index: 0, id: 0 };

/** Parts with equally many stages as one batch: the i-th works on row i. */
export function planOf(parts: Part[], { height, width }: Size): Plan {
  const placed = parts.map((part, index) => ({
    ...part,
    sources: part.sources.map((source) => ({ ...source, index, id: index })),
  }));
  return { version: 1, seed: 0, epoch: 0, height, width, batchSize: parts.length, ...joinParts(placed, 1) };
}

function callsOf(golden: OpCase, size: Size): OpCall[] {
  const { op, params } = golden;
  const drawn = params.ops as (TorchvisionOp & TimmOp)[] | undefined;
  if (op === "timm-randaugment") return callsFromTimm(drawn!, { ...size, ...reading(params) });
  if (drawn) return callsFromTorchvision(drawn);
  if ("magnitude" in params) return callsFromTorchvision([{ op, ...(params as { magnitude: number }) }]);
  return [singleCall(golden, size)];
}

const reading = ({ interpolation, fill }: Record<string, unknown>) => ({
  interpolation: interpolation as "bilinear",
  fill: fill as number[],
});

/** One op, in the words of the library that made the case. f32 sets count levels from 0 to 1, we from 0 to 255. */
function singleCall({ op, api, params, output }: OpCase, { height, width }: Size): OpCall {
  const p = params as Record<string, number> & { [list: string]: unknown };
  const peer = api.startsWith("Image") ? "pillow" : "torchvision";
  const level = (value: number) => (output.dtype === "f32" ? value * 255 : value);
  const levels = (value: unknown) =>
    typeof value === "number" ? [level(value)] : (value as number[] | null | undefined)?.map(level);
  const warp = { peer, interpolation: p.interpolation as unknown as string, fill: levels(p.fill) ?? undefined };
  const pixels = peer === "pillow" ? -1 : 1;
  const calls: Record<string, () => AnyCall> = {
    equalize: () => ({ op, peer }),
    invert: () => ({ op }),
    autocontrast: () => {
      const [cutoffLow = 0, cutoffHigh = cutoffLow] = [p.cutoff ?? 0].flat() as number[];
      return { op, peer, ...(cutoffLow + cutoffHigh > 0 ? { cutoffLow, cutoffHigh } : {}) };
    },
    posterize: () => ({ op, bits: p.bits }),
    solarize: () => ({ op, threshold: level(p.threshold!) }),
    color: () => ({ op, factor: p.factor, peer }),
    contrast: () => ({ op, factor: p.factor, peer }),
    brightness: () => ({ op, factor: p.factor }),
    sharpness: () => ({ op, factor: p.factor, peer }),
    grayscale: () => ({ op, peer, channels: output.shape[2] === 1 ? "one" : "same" }),
    smooth3x3: () => ({ op }),
    gaussian_blur_boxapprox: () => ({ op: "gaussianBlur", sigma: [p.radius, p.radius], peer }),
    gaussian_blur: () => ({
      op: "gaussianBlur",
      kernel: (p.kernel_size as unknown as number[]).toReversed(),
      sigma: (p.sigma as unknown as number[]).toReversed(),
      peer,
    }),
    hue: () => ({ op, shift: p.hue_factor }),
    gamma: () => ({ op, gamma: p.gamma, gain: p.gain }),
    normalize: () => ({ op, mean: p.mean, std: p.std }),
    erase: () => ({ op, box: [p.j, p.i, p.j! + p.w!, p.i! + p.h!], mode: "constant", fill: levels(p.v) }),
    hflip: () => ({ op: "flipX" }),
    vflip: () => ({ op: "flipY" }),
    crop: () => ({ op, top: p.top, left: p.left, height: p.height, width: p.width, peer }),
    pad: () => {
      const [left, top, right, bottom] = p.left_top_right_bottom as unknown as [number, number, number, number];
      return {
        op: "crop",
        top: -top,
        left: -left,
        height: height + top + bottom,
        width: width + left + right,
        edge: p.mode,
        fill: warp.fill,
        peer,
      };
    },
    resized_crop: () => {
      const [outHeight, outWidth] = p.out as unknown as [number, number];
      const { top, left, height, width, antialias } = p;
      return { op: "cropAndResize", top, left, height, width, antialias, outHeight, outWidth, peer, overhang: "cut" };
    },
    affine: () => ({ op, angle: p.angle, translate: p.translate, scale: p.scale, shear: p.shear, ...warp }),
    shear_x: () => ({ op: "shearX", share: p.value, ...warp }),
    shear_y: () => ({ op: "shearY", share: p.value, ...warp }),
    translate_x: () => ({ op: "translateX", pixels: pixels * p.value!, ...warp }),
    translate_y: () => ({ op: "translateY", pixels: pixels * p.value!, ...warp }),
    rotate: () => ({ op, degrees: p.degrees, ...warp }),
  };
  const call = calls[op];
  if (!call) throw new Error(`no op of ours for ${op}`);
  return Object.fromEntries(Object.entries(call()).filter(([, value]) => value !== undefined)) as OpCall;
}
