/** Class maps beside pictures: ids in, ids out. */
import { MAX_PICTURES } from "../../analysis/limits.ts";
import { InputError } from "../../check/errors.ts";
import { knownKeys } from "../../check/options.ts";
import { oneOf } from "../../check/values.ts";
import type { PipelineKey } from "../../lower/recording.ts";
import type { OpName } from "../../ops/index.ts";
import { opNamed } from "../../ops/registry.ts";
import { checkRule, derivedPlan, type MaskRule } from "../../targets/target-plan.ts";
import { storage } from "../check.ts";
import type { PictureForm } from "../open-pictures.ts";
import { refuseBlends } from "./blends.ts";
import type { EngineTarget, TargetHost } from "./target.ts";
import {
  checkSameSize,
  datasetTarget,
  type Followed,
  lowerTarget,
  MadeTarget,
  ownTargets,
  type TargetPictures,
  type TargetStep,
} from "./together.ts";
import type { MapBuffer, MapOutput } from "./types.ts";

export interface MapTargetOptions {
  /** What an id is written as: its bytes (`u8`, default), or an `f32` for each byte. */
  format?: "u8" | "f32";
  /** The id where there is nothing to read. Default the data's `ignoreIndex`. */
  fill?: number;
  /** Where a mask op paints the picture over: the ids stay (`keep`, default), or are `fill`. */
  hidden?: "keep" | "fill";
  /** What ids are where pictures are blended: refused (default), or of the larger part, row by row (`dominant`). */
  blends?: "refuse" | "dominant";
}

/**
 * Takes class maps along: `createEngine(device, { targets: { masks: mapTarget() }, … })`, and then
 * `batch.targets.masks`. The map of a picture is what the picture would be if its levels were ids and every warp read the
 * nearest pixel, byte for byte. Colours, noise and blurs do nothing to it.
 *
 * Policies that blend pictures (MixUp, SmoothMix, an AugMix that warps) have no ids: such an engine is refused, unless
 * `blends` says what to do.
 * @throws InputError
 */
export function mapTarget(options: MapTargetOptions = {}): EngineTarget {
  const path = "mapTarget.options";
  knownKeys(path, options, ["format", "fill", "hidden", "blends"]);
  const { format = "u8", fill, hidden = "keep", blends = "refuse" } = options;
  oneOf(`${path}.format`, format, ["u8", "f32"]);
  if (fill !== undefined) checkId(`${path}.fill`, fill);
  oneOf(`${path}.hidden`, hidden, ["keep", "fill"]);
  oneOf(`${path}.blends`, blends, ["refuse", "dominant"]);
  return new MapTarget({ format, fill, hidden, blends });
}

type Options = Required<Omit<MapTargetOptions, "fill">> & Pick<MapTargetOptions, "fill">;

/** Maps of a step, and the id that stands for nothing. */
interface OpenMaps extends TargetPictures {
  ignoreIndex: number | null;
}

class MapTarget extends MadeTarget {
  constructor(private readonly options: Options) {
    super();
  }

  check(name: string, { policy }: TargetHost): void {
    if (this.options.blends === "refuse") refuseBlends(name, policy);
  }

  follow(step: TargetStep): Followed {
    const { format, hidden, blends } = this.options;
    const maps = step.open.from === "dataset" ? this.ofDataset(step) : this.ofBatch(step);
    const bytes = maps.shape.channels as 1 | 2 | 3;
    const rule: MaskRule = { kind: "mask", fill: this.fillOf(step.name, bytes, maps.ignoreIndex), hidden, blends };
    const plan = derivedPlan(step.plan, checkRule(`targets.${step.name}`, rule));
    const work = lowerTarget(step, maps, plan, {
      output: format === "u8" ? { format } : { format, valueRange: [0, 255] },
      ops: mapOps(step.ops, hidden === "fill"),
      mixers: mapRows(step.host),
      readings: NEAREST,
    });
    const { rows, height, width } = work.recording;
    const shape = bytes === 1 ? [rows, height, width] : [rows, height, width, bytes];
    const { ignoreIndex } = maps;
    return {
      work,
      finish: ({ images }): MapOutput => ({ kind: "mask", buffer: images!, bytes, format, shape, ignoreIndex }),
    };
  }

  pipelines(_form: PictureForm, _host: TargetHost): PipelineKey[] {
    return [];
  }

  private ofDataset(step: TargetStep): OpenMaps {
    const { pictures, ignoreIndex } = datasetTarget(step, "mask");
    checkSameSize(`input.dataset.targets.${step.name}`, pictures, step.open);
    return { ...pictures, ignoreIndex };
  }

  private ofBatch(step: TargetStep): OpenMaps {
    const { name, open, host } = step;
    const given = ownTargets(step);
    const { height, width } = open.shape;
    const opened = (path: string, target: unknown, count: number) => {
      knownKeys(path, target, ["images", "bytes", "ignoreIndex"]);
      const { images, bytes = 1, ignoreIndex = 2 ** (8 * bytes) - 1 } = target as MapBuffer;
      if (![1, 2, 3].includes(bytes)) throw new InputError(`${path}.bytes`, "1, 2 or 3", bytes);
      if (ignoreIndex !== null) checkId(`${path}.ignoreIndex`, ignoreIndex, bytes);
      const size = storage(`${path}.images`, images, count * height * width * bytes, host.device);
      return { page: { buffer: images, size }, bytes, ignoreIndex };
    };
    const own = opened(`input.targets.${name}`, given.batch, open.size);
    const maps: OpenMaps = {
      shape: { height, width, channels: own.bytes },
      format: "u8",
      layout: "nhwc",
      valueRange: undefined,
      pages: [own.page],
      picturesPerPage: MAX_PICTURES,
      ignoreIndex: own.ignoreIndex,
    };
    if (!open.external) return maps;
    const path = `input.external.targets.${name}`;
    const other = opened(path, given.external, open.external.size);
    if (other.bytes !== own.bytes)
      throw new InputError(`${path}.bytes`, `${own.bytes}, as the batch's own`, other.bytes);
    return { ...maps, external: { page: other.page, size: open.external.size } };
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
