/** Golden sets of what belongs to pictures: boxes, points, maps. Their README lies beside them. */
import type { OpCall, Plan, SourceRef } from "mixwell";
import type { AnyCall } from "../../../src/ops/op.ts";
import type { Block } from "../files.ts";
import { mismatch, type Tolerance } from "../sets.ts";

/** A call as the sets have it: torchvision's name and arguments, and the matrix from output to input. */
export interface PeerCall {
  call: string;
  args: Record<string, number | number[] | number[][]>;
  matrix: number[];
  inputSize: [height: number, width: number];
  size: [height: number, width: number];
  window?: [left: number, top: number, width: number, height: number];
}

export interface TargetInput {
  id: string;
  format?: string;
  size?: [number, number];
  bits?: number;
  data: Block;
  [more: string]: unknown;
}

export interface TargetCase<Params = Record<string, unknown>> {
  id: string;
  op: string;
  input: string;
  with?: string[];
  params: Params;
  output: Record<string, Block> | Block;
  mask?: Block;
  tol: Tolerance;
  tols?: Record<string, Tolerance>;
}

export interface TargetManifest {
  set: string;
  inputs: TargetInput[];
  cases: TargetCase[];
}

/** An opened set. */
export interface OpenSet {
  manifest: TargetManifest;
  view(block: Block): ArrayLike<number>;
}

export function inputOf({ manifest }: OpenSet, id: string): TargetInput {
  const input = manifest.inputs.find((one) => one.id === id);
  if (!input) throw new Error(`no input ${id}`);
  return input;
}

export const blocksOf = ({ output }: TargetCase) => output as Record<string, Block>;

/** What is wrong with a block of a case's output, by its own tolerance. */
export function wrongBlock(
  set: OpenSet,
  golden: TargetCase,
  name: string,
  made: ArrayLike<number>,
): string | undefined {
  const block = (golden.output as Record<string, Block>)[name]!;
  const wrong = mismatch(made, set.view(block), golden.tols?.[name] ?? golden.tol);
  return wrong && `${name}: ${wrong}`;
}

/** The same, of some numbers of it. */
export function wrongWhere(
  { golden, name }: { golden: TargetCase; name: string },
  made: ArrayLike<number>,
  wanted: ArrayLike<number>,
  looksAt: (i: number) => boolean,
): string | undefined {
  const some = (numbers: ArrayLike<number>) => Array.from(numbers).filter((_, i) => looksAt(i));
  const wrong = mismatch(some(made), some(wanted), golden.tols?.[name] ?? golden.tol);
  return wrong && `${name}: ${wrong}`;
}

/** Ours for a call of torchvision's. */
export function callOf({ call, args, matrix, inputSize, size }: PeerCall): OpCall {
  const [height, width] = size;
  const made = ((): AnyCall => {
    switch (call) {
      case "horizontal_flip":
        return { op: "flipX" };
      case "vertical_flip":
        return { op: "flipY" };
      case "resize":
        return { op: "resize", height, width };
      case "crop":
        return { op: "crop", top: args.top, left: args.left, height, width };
      case "pad":
        return { op: "crop", top: matrix[5], left: matrix[2], height, width };
      case "resized_crop":
        return {
          op: "cropAndResize",
          ...{ top: args.top, left: args.left, height: args.height, width: args.width },
          ...{ outHeight: height, outWidth: width },
        };
      case "rotate":
        return { op: "rotate", degrees: args.angle, peer: "torchvision" };
      case "affine":
        return Number.isFinite(args.angle)
          ? { op: "affine", angle: args.angle, translate: args.translate, scale: args.scale, shear: args.shear }
          : { op: "affine", matrix };
      case "perspective":
        return { op: "perspective", matrix };
      default:
        throw new Error(`no op for torchvision's ${call}`);
    }
  })();
  if (inputSize[0] !== height || inputSize[1] !== width) {
    if (!("height" in made || "outHeight" in made)) throw new Error(`${call} changes the size`);
  }
  return made as unknown as OpCall;
}

/** A plan of these sources, each with its ops, of pictures of one size; a row a source unless rows are given. */
export function planOf(
  [height, width]: readonly [number, number],
  ops: OpCall[][],
  stages: Plan["stages"] = [{ pairing: "reverse", rows: ops.map((_, own) => ({ mixer: "none" as const, own })) }],
): Plan {
  const batchSize = stages.at(-1)!.rows.length;
  const sources = ops.map(
    (calls, index): SourceRef => ({ from: "batch", index, id: index, ...(calls.length > 0 && { ops: calls }) }),
  );
  return { version: 1, seed: 0, epoch: 0, height, width, sources, batchSize, stages };
}
