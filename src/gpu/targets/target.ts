/**
 * What an engine knows of targets: this. The code behind each kind comes with its constructor (`mapTarget`,
 * `imageTarget`, `objectTarget`), so that an application without targets has none of it.
 */
import type { LowerOptions, Tuning } from "../../lower/lowering.ts";
import type { PipelineKey, Recording } from "../../lower/recording.ts";
import type { OpName } from "../../ops/index.ts";
import type { MixRow, Plan } from "../../plan/plan.ts";
import type { Policy } from "../../policy/policy.ts";
import type { ObjectsToDraw } from "../../sample/objects-to-draw.ts";
import type { Bindings } from "../bind.ts";
import type { Step } from "../executor.ts";
import type { OpenInput } from "../inputs.ts";
import type { PictureForm } from "../open-pictures.ts";
import type { Outputs } from "../outputs.ts";
import type { TargetOutput } from "./types.ts";

/** How an engine takes a target through its steps. */
export abstract class EngineTarget {
  /** For all targets of one engine, this one among them. @throws PolicyError, InputError @internal */
  abstract together(targets: Readonly<Record<string, EngineTarget>>, host: TargetHost): OpenTargets;
}

/** What targets need of their engine. */
export interface TargetHost {
  device: GPUDevice;
  policy: Policy;
  /** Kinds of rows that the policy draws. */
  rows: readonly MixRow["mixer"][];
  /** The ops that the policy draws. */
  ops: readonly OpName[];
  tuning: Tuning;
  slots: LowerOptions["slots"];
  /** Bindings of one target: what is uploaded for it. Memory between passes is shared. */
  bindings(): Bindings;
}

/** All targets of an engine. */
export interface OpenTargets {
  /** Kernels of plans over such pictures. */
  pipelines(form: PictureForm): PipelineKey[];
  /** Whether there are objects that crops can look at. */
  readonly haveObjects: boolean;
  /** These objects, of the first target that has any. */
  objectsToDraw(open: OpenInput): ObjectsToDraw | undefined;
  /** Takes them through a step. Throws before anything is uploaded. */
  follow(open: OpenInput, plan: Plan, ops: readonly OpName[]): FollowedStep;
  destroy(): void;
}

/** The targets of a step, checked and lowered. */
export interface FollowedStep {
  recordings: readonly Recording[];
  /** Uploads, and gives what is to be run after the pictures' own, and what comes of it. */
  bind(outputs: Outputs, encoder: number): { steps: Step[]; made: Record<string, TargetOutput> };
}
