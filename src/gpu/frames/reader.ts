/**
 * What an engine knows of live frames: this. The code behind it comes with `liveFrames`, so an application without
 * frames has none of it.
 */
import type { PipelineKey } from "../../lower/recording.ts";
import type { ClipNoise } from "../../plan/clips.ts";
import type { OpensItself } from "../inputs.ts";
import type { WarmInput } from "../warm.ts";
import type { FrameSource } from "./source.ts";

/** Frames as a batch: `engine.run({ frames: [video], labels })`. */
export interface FramesInput {
  /** Copied within the call: whatever is done to them afterwards changes nothing. */
  frames: readonly FrameSource[];
  /**
   * Class ids, or rows of weights. In an array one for each frame or, with `clip`, one for each clip; in a buffer one
   * for each frame.
   */
  labels?: GPUBuffer | Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
  /** What a label *buffer* holds. Default `ids`. Arrays say it themselves. */
  labelForm?: "ids" | "rows";
  /**
   * Frames in a clip, one after the other: they share one draw, and the step's `ids` are the clips'. Default 1: every
   * frame has its own.
   */
  clip?: number;
  /** Whether noise is the same in all frames of a clip (`clip`, default) or each has its own (`frame`). */
  noise?: ClipNoise;
  /** Anything else that belongs to the frames: handed on untouched. */
  fields?: Record<string, unknown>;
}

/** How an engine takes live frames; made by `liveFrames`. */
export abstract class FrameReader {
  /** For one engine, which destroys it. @internal */
  abstract open(device: GPUDevice): OpenReader;
}

export interface OpenReader {
  /** What its pictures will be like, for the engine's kernels. */
  readonly warm: WarmInput;
  /** Kernels of its own. */
  readonly pipelines: readonly PipelineKey[];
  /** Checks frames. They are copied when the step is submitted. */
  input(given: FramesInput): OpensItself;
  /** Throws what WebGPU said about a texture of the caller's, once it has. */
  expectSound(): Promise<void>;
  destroy(): void;
}
