/**
 * A plan's op calls as the numbers of a library that computes every op for every picture: those that were not drawn
 * change nothing.
 */
import type { OpCall, Plan } from "../src/index.ts";
import { imageOps } from "../src/ops/index.ts";
import { foldWarps } from "../src/ops/lib/warp-fold.ts";
import type { MatrixOp } from "../src/ops/op.ts";

/** One picture in one layer. */
export interface LayerArguments {
  /** Output to input, between pixel indices: a0 a1 a2 b0 b1 b2 0 0. */
  matrix: number[];
  /** A blend's weights of the picture, its grey, its mean grey and the smoothed picture. */
  own: number;
  grey: number;
  mean: number;
  smooth: number;
  /** Posterise to multiples of it; 1: no. */
  step: number;
  /** Solarise from it on; 256: no. */
  threshold: number;
  autocontrast: boolean;
  equalize: boolean;
}

const NOTHING: LayerArguments = {
  matrix: [1, 0, 0, 0, 1, 0, 0, 0],
  own: 1,
  grey: 0,
  mean: 0,
  smooth: 0,
  step: 1,
  threshold: 256,
  autocontrast: false,
  equalize: false,
};

/** Layer by layer, picture by picture. */
export function layersOf({ sources, height, width }: Plan): LayerArguments[][] {
  const pictures = sources.map(({ ops = [] }) => argumentsOf(ops, { height, width }));
  const layers = Math.max(...pictures.map((list) => list.length));
  return Array.from({ length: layers }, (_, layer) => pictures.map((list) => list[layer] ?? NOTHING));
}

function argumentsOf(calls: readonly OpCall[], size: { height: number; width: number }): LayerArguments[] {
  const layers: LayerArguments[] = [];
  let last: ReturnType<MatrixOp["warp"]> | undefined;
  for (const call of calls) {
    const op = imageOps[call.op as keyof typeof imageOps];
    if (op.kind !== "warp") {
      layers.push({ ...NOTHING, ...changes(call) });
      last = undefined;
      continue;
    }
    const { op: _, ...args } = call;
    const warp = (op as MatrixOp).warp(args, size);
    // As the engine does: two warps in a row are one read.
    const folded = last && foldWarps(last, warp);
    last = folded ?? warp;
    if (folded) layers[layers.length - 1]!.matrix = betweenIndices(folded.matrix);
    else layers.push({ ...NOTHING, matrix: betweenIndices(warp.matrix) });
  }
  return layers;
}

function changes(call: OpCall): Partial<LayerArguments> {
  const { factor } = call as OpCall<"sharpness">;
  switch (call.op) {
    case "identity":
      return {};
    case "brightness":
      return { own: factor };
    case "color":
      return { own: factor, grey: 1 - factor };
    case "contrast":
      return { own: factor, mean: 1 - factor };
    case "sharpness":
      return { own: factor, smooth: 1 - factor };
    case "posterize":
      return { step: 2 ** (8 - (call.bits as number)) };
    case "solarize":
      return { threshold: call.threshold as number };
    case "autocontrast":
      return { autocontrast: true };
    case "equalize":
      return { equalize: true };
    default:
      throw new Error(`no TensorFlow.js form of ${call.op}`);
  }
}

/** Ours are about pixel centres at + 0.5. */
function betweenIndices([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): number[] {
  return [a, b, c + (a + b - 1) / 2, d, e, f + (d + e - 1) / 2, 0, 0];
}
