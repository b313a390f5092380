import { checkName } from "../check/check.ts";
import { checkArgDraw, checkLevels, type NumberDraw, prepareArg } from "../draw/arg-draw.ts";
import { PURPOSE } from "../draw/keys.ts";
import { given } from "../draw/options.ts";
import { withoutMinusZero } from "../ops/check-call.ts";
import { gridMaskOp } from "../ops/mask/grid-mask.ts";
import type { Arg } from "../ops/op.ts";
import { foldIn } from "../random/key.ts";
import { uniform01 } from "../random/uniform.ts";
import { drawsOf } from "./draws.ts";
import { made } from "./made.ts";
import { noiseWords } from "./noise.ts";
import type { ImageForm, ImageOptions } from "./stage.ts";

/** Drops the squares of a turned grid. Made by `randomGridMask()`. */
export interface RandomGridMask extends ImageOptions {
  kind: "randomGridMask";
  /** The dropped square's share of the grid's unit. Default [0, 0.5]. */
  ratio?: NumberDraw;
  /** In turns. Default [-0.15, 0.15]. */
  rotation?: NumberDraw;
  /** What is put there: `fill` (default), or noise for every pixel and channel. */
  mode?: "constant" | "pixel";
  /** One level 0..255 for all channels, or one each. Default [0]. */
  fill?: number[];
  /** Of the noise, in levels 0..255. Default N(127.5, 63.75). */
  mean?: number;
  std?: number;
}

declare module "./stage.ts" {
  interface ImageStages {
    randomGridMask: RandomGridMask;
  }
}

/**
 * GridMask (Chen et al. 2020, arXiv:2001.04086) as KerasCV draws it. The grid's unit is about 0.3 to 0.5 of the sides,
 * its phase is random, and it is turned by `rotation` (in turns, default [-0.15, 0.15]). In every cell a square is
 * dropped whose side is the unit times `ratio` (default [0, 0.5]). It becomes `fill`, in levels, default [0]; with
 * `mode: "pixel"` noise from N(`mean`, `std`), default N(127.5, 63.75).
 */
export function randomGridMask(options: Omit<RandomGridMask, "kind"> = {}): RandomGridMask {
  return made(randomGridMaskForm, { ...given(options, "randomGridMask"), kind: "randomGridMask" });
}

const TURNS: Arg = { type: "number", min: -1, max: 1, unit: "turns" };
const args = () => gridMaskOp.args as Record<string, Arg>;

/** KerasCV's random grid: unit, phase and turn drawn for the picture's size. */
export const randomGridMaskForm: ImageForm<RandomGridMask> = {
  options: ["ratio", "rotation", "mode", "fill", "mean", "std"],

  check({ ratio, rotation, mode, fill, mean, std }, path) {
    if (ratio !== undefined) checkArgDraw(ratio, args().ratio!, `${path}.ratio`);
    if (rotation !== undefined) checkArgDraw(rotation, TURNS, `${path}.rotation`);
    checkName(mode, `${path}.mode`, args().mode!.values!);
    for (const [name, value] of Object.entries({ fill, mean, std }))
      if (value !== undefined) checkLevels(value, args()[name]!, `${path}.${name}`);
  },

  uses: [gridMaskOp],
  draws: () => drawsOf(gridMaskOp),
  takes: () => [1, 1],

  prepare({ ratio = [0, 0.5], rotation = [-0.15, 0.15], mode = "constant", ...given }, context) {
    const [fill, mean, std] = withoutMinusZero([given.fill, given.mean, given.std] as const);
    const { key, path, height, width, address } = context;
    const argumentKey = foldIn(key, PURPOSE.argument);
    const drawn = (value: typeof ratio, arg: Arg, name: string, i: number) => {
      const ready = prepareArg(value, arg, { ...context, path: `${path}.${name}`, key: foldIn(argumentKey, i) });
      return (id: number) => ("fixed" in ready ? ready.fixed : ready.draw(id)) as number;
    };
    const ratioOf = drawn(ratio, args().ratio!, "ratio", 0);
    const turnsOf = drawn(rotation, TURNS, "rotation", 1);
    const [low, high] = [Math.min(0.5 * height, 0.3 * width), Math.max(0.5 * height, 0.3 * width) + 1];
    const noiseKey = foldIn(key, PURPOSE.noise);
    const noise = { mode, ...(mean !== undefined && { mean }), ...(std !== undefined && { std }) };
    const fillingOf = (at: number) =>
      mode === "constant" ? { ...(fill && { fill }) } : { ...noise, key: noiseWords(noiseKey, at) };
    return (id, calls) => {
      const at = address(id);
      const unit = Math.max(1, low + (high - low) * uniform01(key, at, 0));
      const offset: [number, number] = [unit * uniform01(key, at, 1), unit * uniform01(key, at, 2)];
      calls.push({ op: "gridMask", unit, ratio: ratioOf(at), offset, rotation: 360 * turnsOf(at), ...fillingOf(at) });
    };
  },
};
