/** Further pictures of a sample: depth, normals, the other eye, the target of image-to-image. */
import { checkPictures } from "../../analysis/check-pictures.ts";
import { MAX_PICTURES } from "../../analysis/limits.ts";
import { InputError } from "../../check/errors.ts";
import { isListOf } from "../../check/lists.ts";
import { knownKeys } from "../../check/options.ts";
import { oneOf } from "../../check/values.ts";
import type { OutputOptions } from "../../format/format.ts";
import { checkOutput } from "../../format/output-options.ts";
import type { PipelineKey } from "../../lower/recording.ts";
import { INTERPOLATIONS } from "../../ops/lib/warp-words.ts";
import type { Interpolation } from "../../ops/op.ts";
import { checkRule, derivedPlan, type ImageRule } from "../../targets/target-plan.ts";
import type { OpenInput } from "../inputs.ts";
import type { PictureForm } from "../open-pictures.ts";
import type { EngineTarget, TargetHost } from "./target.ts";
import {
  datasetPictures,
  type Followed,
  lowerTarget,
  MadeTarget,
  ownPage,
  ownTargets,
  type TargetPictures,
  type TargetStep,
  targetPipelines,
} from "./together.ts";
import type { ImageBuffer, ImageOutput } from "./types.ts";

export interface ImageTargetOptions {
  /**
   * Whether colours, noise, blurs and what is painted over are for it too, with the same numbers as for the picture:
   * for pairs of images and stereo. Default false.
   */
  color?: boolean;
  /** How warps read it. Default `nearest`, since an average of two depths is no depth; with `color` as the picture. */
  interpolation?: Interpolation | "same";
  /** What stands where there is nothing to read, in its own value range: one number, or one a channel. Default 0. */
  fill?: readonly number[];
  /** What comes out. Default the element type and the value range that came in, in `nhwc`. */
  output?: Omit<OutputOptions, "normalize">;
}

/**
 * Takes a further picture of every sample along, as large as the picture: the same geometry, boxes, masks and λ.
 * `createEngine(device, { targets: { depth: imageTarget() }, … })`, and then `batch.targets.depth`.
 *
 * Values that turn with the picture (normals, flow, disparity) are moved and not turned: `geometryOf` says how.
 * @throws InputError
 */
export function imageTarget(options: ImageTargetOptions = {}): EngineTarget {
  const path = "imageTarget.options";
  knownKeys(path, options, ["color", "interpolation", "fill", "output"]);
  const { color = false, interpolation = color ? "same" : "nearest", fill, output = {} } = options;
  if (typeof color !== "boolean") throw new InputError(`${path}.color`, "true or false", color);
  oneOf(`${path}.interpolation`, interpolation, ["same", ...INTERPOLATIONS]);
  if (fill !== undefined && (!isListOf(fill, Number.isFinite) || fill.length === 0 || fill.length > 4))
    throw new InputError(`${path}.fill`, "1 to 4 finite numbers", fill);
  knownKeys(`${path}.output`, output, ["format", "layout", "valueRange"]);
  checkOutput(output);
  return new ImageTarget({ color, interpolation, fill: fill && [...fill], output: { ...output } });
}

type Options = Required<Omit<ImageTargetOptions, "fill">> & Pick<ImageTargetOptions, "fill">;

class ImageTarget extends MadeTarget {
  constructor(private readonly options: Options) {
    super();
  }

  check(): void {}

  follow(step: TargetStep): Followed {
    const { color, interpolation } = this.options;
    const pictures = step.open.from === "dataset" ? this.ofDataset(step) : this.ofBatch(step);
    const range = pictures.format === "u8" ? ([0, 255] as const) : (pictures.valueRange ?? ([0, 1] as const));
    const rule: ImageRule = { kind: "image", color, interpolation, ...this.fillOf(step.name, range) };
    const plan = derivedPlan(step.plan, checkRule(`createEngine.options.targets.${step.name}`, rule));
    const { format = pictures.format, layout = "nhwc" } = this.options.output;
    const valueRange = this.options.output.valueRange ?? [range[0], range[1]];
    const output: OutputOptions = format === "u8" ? { format, layout } : { format, layout, valueRange };
    const { ops, host } = step;
    const work = lowerTarget(step, pictures, plan, { output, ops, mixers: host.rows, readings: undefined });
    const { rows, height, width, channels } = work.recording;
    const shape: ImageOutput["shape"] =
      layout === "nhwc" ? [rows, height, width, channels] : [rows, channels, height, width];
    const [black, white] = format === "u8" ? [0, 255] : valueRange;
    return {
      work,
      finish: ({ images }): ImageOutput => ({
        ...{ kind: "image", buffer: images!, shape, format, layout },
        valueRange: [black, white],
      }),
    };
  }

  /** Of a dataset's pictures: nothing is known of a batch's before it comes. */
  pipelines(name: string, { targets }: PictureForm, host: TargetHost): PipelineKey[] {
    const pictures = targets?.[name];
    if (!pictures) return [];
    const { format = pictures.format, layout = "nhwc" } = this.options.output;
    return targetPipelines(host, pictures, {
      output: { format, layout },
      ...{ ops: host.ops, mixers: host.rows, readings: undefined },
      ...(!this.options.color && { follows: ({ target }) => target === "moves" }),
    });
  }

  private ofDataset(step: TargetStep): TargetPictures {
    return datasetPictures(step, "image").pictures;
  }

  private ofBatch(step: TargetStep): TargetPictures {
    const { name, open, host } = step;
    const given = ownTargets(step);
    const { height, width } = open.shape;
    const opened = (path: string, target: unknown, { size: count, own }: Pick<OpenInput, "size" | "own">) => {
      knownKeys(path, target, ["images", "channels", "format", "layout", "valueRange"]);
      const { images, channels, format = "u8", layout = "nhwc", valueRange } = target as ImageBuffer;
      const shape = { height, width, channels };
      checkPictures(path, { shape, format, layout, valueRange });
      const form = { count, shape, format, own };
      const { page, own: places } = ownPage(`${path}.images`, images, form, host.device);
      return { shape, format, layout, valueRange, own: places, pages: [page], picturesPerPage: MAX_PICTURES };
    };
    const own = opened(`input.targets.${name}`, given.batch, open);
    if (!open.external) return own;
    const path = `input.external.targets.${name}`;
    const other = opened(path, given.external, open.external);
    for (const key of ["format", "layout"] as const)
      if (other[key] !== own[key])
        throw new InputError(`${path}.${key}`, `${own[key]}, as the batch's own`, other[key]);
    if (other.shape.channels !== own.shape.channels)
      throw new InputError(`${path}.channels`, `${own.shape.channels}, as the batch's own`, other.shape.channels);
    return { ...own, external: { page: other.pages[0]!, size: open.external.size, own: other.own } };
  }

  /** In levels 0..255, as plans have it. */
  private fillOf(name: string, [low, high]: readonly [number, number]): Pick<ImageRule, "fill"> {
    const { fill, color } = this.options;
    if (!fill) return color ? {} : { fill: [levelOf(0, low, high)] };
    return {
      fill: fill.map((value, i) => {
        const level = levelOf(value, low, high);
        if (level >= 0 && level <= 255) return level;
        const path = `createEngine.options.targets.${name}.fill[${i}]`;
        throw new InputError(path, `a number from ${low} to ${high}, as the pictures' values`, value);
      }),
    };
  }
}

/** A value as a level; 0 of a range without it is black. */
const levelOf = (value: number, low: number, high: number): number =>
  value === 0 && (low > 0 || high < 0) ? 0 : ((value - low) / (high - low)) * 255;
