/** Class maps beside pictures: ids in, ids out. */
import { MAX_PICTURES } from "../../analysis/limits.ts";
import { InputError } from "../../check/errors.ts";
import { knownKeys } from "../../check/options.ts";
import { oneOf, positive } from "../../check/values.ts";
import type { Layout } from "../../format/format.ts";
import { mapSoftKernels } from "../../generated/kernels.ts";
import { useKernels } from "../../lower/kernels.ts";
import type { PipelineKey } from "../../lower/recording.ts";
import type { OpName } from "../../ops/index.ts";
import { opNamed } from "../../ops/registry.ts";
import type { Plan } from "../../plan/plan.ts";
import { checkRule, derivedPlan, type MaskRule } from "../../targets/target-plan.ts";
import type { OpenInput } from "../inputs.ts";
import type { PictureForm, TargetForm } from "../open-pictures.ts";
import { refuseBlends } from "./blends.ts";
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
import type { MapBuffer, MapOutput, SoftMapOutput } from "./types.ts";

export interface MapTargetOptions {
  /**
   * `ids` (default), or `soft`: for every class how much of the pixel is of it, as the pictures' weights say. Then
   * policies may blend.
   */
  output?: "ids" | "soft";
  /** Of soft maps: how many there are. Default those of the dataset's maps. */
  classes?: number;
  /**
   * What is written. Of ids their bytes (`u8`, default), or an `f32` for each byte; of soft maps `f32` (default) or
   * `f16`.
   */
  format?: "u8" | "f32" | "f16";
  /** Of soft maps: [B, H, W, K] (`nhwc`, default) or [B, K, H, W]. */
  layout?: Layout;
  /** The id where there is nothing to read. Default the data's `ignoreIndex`. */
  fill?: number;
  /** Where a mask op paints the picture over: the ids stay (`keep`, default), or are `fill`. */
  hidden?: "keep" | "fill";
  /** What ids are where pictures are blended: refused (default), or of the larger part, row by row (`dominant`). */
  blends?: "refuse" | "dominant";
}

/**
 * Takes class maps along: `createEngine(device, { targets: { masks: mapTarget() }, … })`, and then
 * `batch.targets.masks`. The map of a picture is what the picture would be if its levels were ids and every warp read
 * the nearest pixel, byte for byte. Colours, noise and blurs do nothing to it.
 *
 * Policies that blend pictures (MixUp, SmoothMix, an AugMix that warps) have no ids: such an engine is refused, unless
 * `blends` says what to do, or maps come out `soft`. In a soft map the ignored id adds nothing, so that a pixel's sum
 * is the share of it that is labelled.
 * @throws InputError
 */
export function mapTarget(options: MapTargetOptions = {}): EngineTarget {
  const path = "mapTarget.options";
  knownKeys(path, options, ["output", "classes", "format", "layout", "fill", "hidden", "blends"]);
  const { output = "ids", classes, fill, hidden = "keep", layout = "nhwc" } = options;
  oneOf(`${path}.output`, output, ["ids", "soft"]);
  const isSoft = output === "soft";
  const { format = isSoft ? "f32" : "u8", blends = isSoft ? "dominant" : "refuse" } = options;
  oneOf(`${path}.format`, format, isSoft ? ["f32", "f16"] : ["u8", "f32"]);
  oneOf(`${path}.layout`, layout, ["nhwc", "nchw"]);
  if (isSoft) {
    useKernels(mapSoftKernels);
    if (classes !== undefined) positive(`${path}.classes`, classes, 2 ** 16);
    if (options.blends !== undefined) throw new InputError(`${path}.blends`, "nothing for soft maps", options.blends);
  } else {
    for (const name of ["classes", "layout"] as const)
      if (options[name] !== undefined) throw new InputError(`${path}.${name}`, "nothing for ids", options[name]);
  }
  if (fill !== undefined) checkId(`${path}.fill`, fill);
  oneOf(`${path}.hidden`, hidden, ["keep", "fill"]);
  oneOf(`${path}.blends`, blends, ["refuse", "dominant"]);
  return new MapTarget({ output, classes, format, layout, fill, hidden, blends });
}

type Options = Required<Omit<MapTargetOptions, "fill" | "classes">> & Pick<MapTargetOptions, "fill" | "classes">;

/** Maps of a step, and the id that stands for nothing. */
interface OpenMaps extends TargetPictures {
  ignoreIndex: number | null;
  classes?: number | undefined;
}

class MapTarget extends MadeTarget {
  constructor(private readonly options: Options) {
    super();
  }

  check(name: string, { policy }: TargetHost): void {
    if (this.options.blends === "refuse") refuseBlends(name, policy);
  }

  follow(step: TargetStep): Followed {
    const maps = step.open.from === "dataset" ? this.ofDataset(step) : this.ofBatch(step);
    return this.options.output === "soft" ? this.softMaps(step, maps) : this.ids(step, maps);
  }

  private ids(step: TargetStep, maps: OpenMaps): Followed {
    const { format, hidden, blends } = this.options;
    const bytes = maps.shape.channels as 1 | 2 | 3;
    const rule: MaskRule = { kind: "mask", fill: this.fillOf(step.name, bytes, maps.ignoreIndex), hidden, blends };
    const plan = derivedPlan(step.plan, checkRule(`targets.${step.name}`, rule));
    const work = lowerTarget(step, maps, plan, {
      output: format === "u8" ? { format } : { format: "f32", valueRange: [0, 255] },
      ops: mapOps(step.ops, hidden === "fill"),
      mixers: mapRows(step.host),
      readings: NEAREST,
    });
    const { rows, height, width } = work.recording;
    const shape = bytes === 1 ? [rows, height, width] : [rows, height, width, bytes];
    const { ignoreIndex } = maps;
    return {
      work,
      finish: ({ images }): MapOutput => ({
        ...{ kind: "mask", buffer: images!, bytes, shape, ignoreIndex },
        format: format as "u8" | "f32",
      }),
    };
  }

  private softMaps(step: TargetStep, maps: OpenMaps): Followed {
    const { name, host } = step;
    const { hidden, layout, classes = maps.classes } = this.options;
    const format = this.options.format as "f32" | "f16";
    if (classes === undefined)
      throw new InputError(`createEngine.options.targets.${name}.classes`, "how many there are", undefined);
    const bytes = maps.shape.channels;
    const fill = this.fillOf(name, bytes, maps.ignoreIndex);
    const plan = softPlan(step.plan, { kind: "mask", fill, hidden }, `targets.${name}`);
    const work = lowerTarget(step, maps, plan, {
      output: { format, layout },
      ops: mapOps(step.ops, hidden === "fill"),
      mixers: host.rows,
      readings: NEAREST,
      soft: { classes, bytes, ignored: maps.ignoreIndex },
    });
    const { rows, height, width } = work.recording;
    const shape: SoftMapOutput["shape"] =
      layout === "nhwc" ? [rows, height, width, classes] : [rows, classes, height, width];
    return {
      work,
      finish: ({ images }): SoftMapOutput => ({ kind: "soft", buffer: images!, classes, format, layout, shape }),
    };
  }

  pipelines(name: string, { shape, haveOwnSizes, targets }: PictureForm, host: TargetHost): PipelineKey[] {
    const bytes = { format: "u8", layout: "nhwc" } as const;
    const { height, width } = shape;
    // Where nothing is known of a batch's maps: a byte for each pixel.
    const likely = { ...bytes, shape: { height, width, channels: 1 }, haveOwnSizes, pages: 1, ignoreIndex: 255 };
    const maps: Omit<TargetForm, "kind"> = targets?.[name] ?? likely;
    const { output, format, layout, hidden, classes = maps.classes } = this.options;
    const isSoft = output === "soft";
    if (isSoft && classes === undefined) return [];
    const ops = mapOps(host.ops, hidden === "fill");
    return targetPipelines(host, maps, {
      output: { format, ...(isSoft && { layout }) },
      ...{ ops, readings: NEAREST, mixers: isSoft ? host.rows : mapRows(host) },
      follows: ({ name }) => ops.includes(name as OpName),
      soft: isSoft ? { classes: classes!, bytes: maps.shape.channels, ignored: maps.ignoreIndex ?? null } : undefined,
    });
  }

  private ofDataset(step: TargetStep): OpenMaps {
    const {
      pictures,
      target: { ignoreIndex, classes },
    } = datasetPictures(step, "mask");
    return { ...pictures, ignoreIndex, classes };
  }

  private ofBatch(step: TargetStep): OpenMaps {
    const { name, open, host } = step;
    const given = ownTargets(step);
    const { height, width } = open.shape;
    const opened = (path: string, target: unknown, { size: count, own }: Pick<OpenInput, "size" | "own">) => {
      knownKeys(path, target, ["images", "bytes", "ignoreIndex"]);
      const { images, bytes = 1, ignoreIndex = 2 ** (8 * bytes) - 1 } = target as MapBuffer;
      if (![1, 2, 3].includes(bytes)) throw new InputError(`${path}.bytes`, "1, 2 or 3", bytes);
      if (ignoreIndex !== null) checkId(`${path}.ignoreIndex`, ignoreIndex, bytes);
      const form = { count, shape: { height, width, channels: bytes }, format: "u8", own } as const;
      return { ...ownPage(`${path}.images`, images, form, host.device), bytes, ignoreIndex };
    };
    const own = opened(`input.targets.${name}`, given.batch, open);
    const maps: OpenMaps = {
      shape: { height, width, channels: own.bytes },
      format: "u8",
      layout: "nhwc",
      valueRange: undefined,
      own: own.own,
      pages: [own.page],
      picturesPerPage: MAX_PICTURES,
      ignoreIndex: own.ignoreIndex,
    };
    if (!open.external) return maps;
    const path = `input.external.targets.${name}`;
    const other = opened(path, given.external, open.external);
    if (other.bytes !== own.bytes)
      throw new InputError(`${path}.bytes`, `${own.bytes}, as the batch's own`, other.bytes);
    return { ...maps, external: { page: other.page, size: open.external.size, own: other.own } };
  }

  /** The bytes of the id where there is nothing to read. */
  private fillOf(name: string, bytes: number, ignoreIndex: number | null): number[] {
    const path = `createEngine.options.targets.${name}.fill`;
    const id = this.options.fill ?? ignoreIndex;
    if (id === null) throw new InputError(path, "an id, since the maps have none that is ignored", undefined);
    checkId(path, id, bytes);
    return Array.from({ length: bytes }, (_, byte) => (id >> (8 * byte)) & 255);
  }
}

const NEAREST = ["nearest"] as const;

/**
 * The plan of soft maps. Ids that are blended are no ids any more, so pictures are blended after all that moves them.
 * @throws PlanError where they are not
 */
function softPlan(plan: Plan, rule: MaskRule, path: string): Plan {
  const soft = derivedPlan(plan, checkRule(path, { ...rule, blends: "soft" }));
  const last = soft.stages.findLastIndex(({ rows }) => rows.some(({ ops }) => ops));
  // What is moved afterwards must still be ids.
  if (last >= 0)
    derivedPlan({ ...plan, stages: plan.stages.slice(0, last + 1) }, checkRule(path, { ...rule, blends: "refuse" }));
  return soft;
}

/** Ops that do something to ids. Lists that stay the same have one answer, so that kernels are the same. */
const known = /* @__PURE__ */ new WeakMap<readonly OpName[], Record<"keep" | "fill", readonly OpName[]>>();

function mapOps(ops: readonly OpName[], fillsHidden: boolean): readonly OpName[] {
  let found = known.get(ops);
  if (!found) {
    const those = (...effects: string[]) => Object.freeze(ops.filter((op) => effects.includes(opNamed(op).target)));
    found = { keep: those("moves"), fill: those("moves", "hides") };
    known.set(ops, found);
  }
  return found[fillsHidden ? "fill" : "keep"];
}

/** Kinds of rows that plans for ids have. */
const mapRows = ({ rows }: TargetHost) => rows.filter((row) => row !== "mixup");

/** Refuses what is no id. */
export function checkId(path: string, id: unknown, bytes = 3): void {
  const end = 2 ** (8 * bytes);
  if (!Number.isInteger(id) || (id as number) < 0 || (id as number) >= end)
    throw new InputError(path, `an id, a whole number below ${end}`, id);
}
