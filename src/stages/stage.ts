import { PROB } from "../draw/bounds.ts";
import { PURPOSE } from "../draw/keys.ts";
import { resolveScalar, type Time } from "../draw/schedule.ts";
import type { Size } from "../format/format.ts";
import type { OpCall } from "../plan/plan.ts";
import { foldIn, type Key } from "../random/key.ts";
import { uniform01 } from "../random/uniform.ts";
import type { ImageGranularity, ImageOptions, ImageStage } from "./image-stage.ts";

/** What the draws of one image stage depend on, apart from the sample. */
export interface ImageContext {
  /** Picture size in pixels. */
  height: number;
  width: number;
  time: Time;
  /** Leads to the stage's options in messages: `policy[0].solarize`. */
  path: string;
  /** Of this stage alone. */
  key: Key;
  /** The batch's first sample, which addresses what the whole batch shares. */
  firstId: number;
  granularity: ImageGranularity;
}

/** Draws what one picture gets and adds it to `calls`; `id` is what its draws are addressed by (`Picture.address`). */
export type DrawOps = (id: number, calls: OpCall[]) => void;

/** Gets a stage inside another ready; `path` leads to its place, `key` is its own, `size` what it works on where that is not its parent's. */
export type PrepareChild = (stage: ImageStage, path: string, key: Key, size?: Size) => DrawOps;

/** Checks a stage inside another, at its place. */
export type CheckChild = (value: unknown, path: string) => void;

/** All that one kind of image stage is. */
export interface ImageForm<S extends ImageStage> {
  /** The options it has besides those of every image stage. */
  options: readonly string[];
  /** Throws PolicyError when an option cannot be drawn from. */
  check(value: Record<string, unknown>, path: string, child: CheckChild): void;
  /** Resolves every strength for this moment. `address` turns a sample's id into the one its draws have here. */
  prepare(stage: S, context: ImageContext & { address(id: number): number }, child: PrepareChild): DrawOps;
}

/** Gets a stage of a known form ready: its gate, then itself. */
export function prepareForm<S extends ImageStage>(form: ImageForm<S>, stage: S, context: ImageContext, prepareAny: PrepareAny): DrawOps {
  const granularity = (stage as ImageOptions).granularity ?? context.granularity;
  const { firstId, key, time, path } = context;
  const address = granularity === "batch" ? () => firstId : (id: number) => id;
  const prob = resolveScalar((stage as ImageOptions).prob ?? 1, time, `${path}.prob`, PROB);
  if (prob === 0) return () => {};
  const draw = form.prepare(stage, { ...context, granularity, address }, (child, childPath, childKey, size) =>
    prepareAny(child, { ...context, ...size, granularity, path: childPath, key: childKey }),
  );
  if (prob === 1) return draw;
  const gateKey = foldIn(key, PURPOSE.imageProb);
  return (id, calls) => {
    if (uniform01(gateKey, address(id), 0) < prob) draw(id, calls);
  };
}

/** Gets any stage ready; `context.path` is the place it stands at. */
export type PrepareAny = (stage: ImageStage, context: ImageContext) => DrawOps;
