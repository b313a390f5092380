/** A recording in the making. */

import type { Places } from "../analysis/places.ts";
import type { Format, LabelOptions, Layout, OutputOptions, PictureShape } from "../format/format.ts";
import type { OpName } from "../ops/index.ts";
import type { Read } from "../ops/op.ts";
import type { MixRow, Plan } from "../plan/plan.ts";
import { type BlockSlots, Blocks, DEFAULT_SLOTS } from "./chunks.ts";
import { kernelNamed } from "./kernels.ts";
import { Masks } from "./masks.ts";
import { opsFor } from "./op-set.ts";
import { Program } from "./program.ts";
import type { Dispatch, OutputName, Recording, ScratchName } from "./recording.ts";

/**
 * What the kernels are made to be fast on. `hardware`: few dispatches with a choice of ops in each, since a GPU takes
 * only the branch that it needs. `software`: more dispatches with less in each, since a GPU in software takes every
 * branch. The results are the same, in u8 to the byte.
 */
export type Tuning = "hardware" | "software";

/** What the kernels read, as far as it shapes the recording. */
export interface LowerOptions {
  shape: PictureShape;
  format: Format;
  layout: Layout;
  /** Black and white of float input; u8 is 0..255. */
  valueRange?: [number, number];
  output: OutputOptions;
  labels?: LabelOptions;
  /** Whether labels come in as class ids or as rows of weights; absent: no labels. */
  labelForm?: "ids" | "rows";
  /**
   * How many pages the batch or dataset has (an external batch is the page after them), and pictures in each full page.
   */
  pages: number;
  picturesPerPage: number;
  /**
   * Where pictures lie that have sizes of their own; then `picturesPerPage` and the sides in `shape` are not looked at.
   * The plan has the sizes.
   */
  places?: Places;
  /** The same for the second batch, which is one page. */
  externalPlaces?: Places;
  /**
   * Kinds of mixers that plans will have, so that all of an engine's plans get one pipeline. A plan may have others;
   * absent: all.
   */
  mixers?: readonly MixRow["mixer"][];
  /**
   * Image ops that plans will have, for the same reason. A plan may have others, which then come to them; absent: none.
   */
  ops?: readonly OpName[];
  /** How the warps among them read (`average`: antialiased); absent: in any way. */
  readings?: readonly Read[];
  /** Default `hardware`. */
  tuning?: Tuning;
  /** What a uniform block has room for on the device; absent: as much as on every device of the core feature level. */
  slots?: BlockSlots;
}

/**
 * Pictures are ids of so many bytes, and the output's channels are classes; an id that adds nothing, if there is one.
 */
export interface SoftClasses {
  classes: number;
  bytes: number;
  ignored: number | null;
}

/** Collects what one plan uploads and dispatches, and knows what holds for all of it. */
export class Lowering {
  readonly plan: Plan;
  readonly options: LowerOptions;
  /** The ops that its kernels are made for. */
  readonly ops: readonly OpName[];
  readonly slots: BlockSlots;
  /** Whether each op is a segment and a dispatch of its own. */
  readonly isApart: boolean;

  readonly program = new Program();
  readonly masks = new Masks();
  readonly augmentChunks = new Blocks("augmentChunks");
  readonly mixChunks = new Blocks("mixChunks");
  readonly labelChunks = new Blocks("labelChunks");
  private readonly dispatches: Dispatch[] = [];
  private readonly outputs: Recording["outputs"] = {};
  private readonly scratch: Recording["scratch"] = {};

  constructor(
    plan: Plan,
    options: LowerOptions,
    readonly soft?: SoftClasses,
  ) {
    this.plan = plan;
    this.options = options;
    this.ops = opsFor(plan, options.ops);
    this.isApart = options.tuning === "software";
    this.slots = options.slots ?? DEFAULT_SLOTS;
  }

  /** Adds a dispatch. Of its buffers, those that the kernel binds. */
  dispatch(dispatch: Dispatch): void {
    const { bindings } = kernelNamed(dispatch.kernel);
    const buffers: Dispatch["buffers"] = {};
    for (const name in dispatch.buffers) if (name in bindings) buffers[name] = dispatch.buffers[name]!;
    this.dispatches.push({ ...dispatch, buffers });
  }

  /** The recording writes so many bytes of an output. */
  writes(output: OutputName, bytes: number): void {
    this.outputs[output] = bytes;
  }

  /** The recording needs so many bytes of memory under that name, at one time or another. */
  needs(scratch: ScratchName, bytes: number): void {
    this.scratch[scratch] = Math.max(this.scratch[scratch] ?? 0, bytes);
  }

  /** The recording, with what is known of it at its end. */
  finish(result: Omit<Recording, "uploads" | "dispatches" | "outputs" | "scratch">): Recording {
    const { dispatches, outputs, scratch } = this;
    const parts = [this.labelChunks, this.program, this.augmentChunks, this.mixChunks, this.masks];
    return { uploads: parts.flatMap((part) => part.upload()), dispatches, outputs, scratch, ...result };
  }
}
