import { PolicyError } from "../check/errors.ts";
import { given } from "../draw/options.ts";
import { withoutMinusZero } from "../ops/check-call.ts";
import type { Arg, Edge } from "../ops/op.ts";
import { cropOp } from "../ops/warp/crop.ts";
import { uniformInt } from "../random/uniform.ts";
import { drawsOf } from "./draws.ts";
import { checkFixedArgs } from "./fixed-args.ts";
import { made } from "./made.ts";
import type { ImageForm, ImageOptions } from "./stage.ts";

/** A window of fixed size. Made by `randomCrop()`. */
export interface RandomCrop extends ImageOptions {
  kind: "randomCrop";
  /** In pixels. Default: the picture's. */
  height?: number;
  width?: number;
  /** Pixels added on every side before. Default 0. */
  padding?: number;
  /** What is added. Default `"constant"`, by `fill`. */
  edge?: Edge;
  fill?: number[];
}

declare module "./stage.ts" {
  interface ImageStages {
    randomCrop: RandomCrop;
  }
}

/**
 * A window of `height` × `width` pixels at a random place of the picture, padded by `padding` pixels on every side
 * (CIFAR's 32 with 4).
 */
export function randomCrop(options: Omit<RandomCrop, "kind"> = {}): RandomCrop {
  return made(randomCropForm, { ...given(options, "randomCrop"), kind: "randomCrop" });
}

/** A window at a random place. */
export const randomCropForm: ImageForm<RandomCrop> = {
  options: ["height", "width", "padding", "edge", "fill"],

  check(value, path) {
    const args = cropOp.args as Record<string, Arg>;
    const padding: Arg = { type: "integer", min: 0, max: 16384, unit: "pixels" };
    const known = { height: args.height!, width: args.width!, padding, edge: args.edge!, fill: args.fill! };
    checkFixedArgs(value, known, path);
  },

  uses: [cropOp],
  draws: () => drawsOf(cropOp),
  takes: () => [1, 1],
  sizeAfter: (stage, { height, width }) => ({ height: stage.height ?? height, width: stage.width ?? width }),

  prepare(
    { height: wantedHeight, width: wantedWidth, padding = 0, edge, fill },
    { key, path, height, width, address },
  ) {
    const [tall, wide] = [wantedHeight ?? height, wantedWidth ?? width];
    const fits = (side: number, whole: number, name: string) => {
      if (side > whole + 2 * padding)
        throw new PolicyError(`${path}.${name}`, `at most ${whole + 2 * padding}, the padded picture's`, side);
      return whole + 2 * padding - side + 1;
    };
    const [rows, columns] = [fits(tall, height, "height"), fits(wide, width, "width")];
    const reading = { ...(edge !== undefined && { edge }), ...(fill && { fill: withoutMinusZero(fill) }) };
    return (id, calls) => {
      const at = address(id);
      const top = uniformInt(key, at, 0, rows) - padding;
      const left = uniformInt(key, at, 1, columns) - padding;
      calls.push({ op: "crop", top, left, height: tall, width: wide, ...reading });
    };
  },
};
