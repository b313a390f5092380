/** What a feed hands out. */
import type { Tensor, Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";
import type { Batch, Epoch, StreamEpoch } from "../../gpu/adapter.ts";
import type { TargetTensors } from "../targets.ts";

/** A batch in tensors that are yours: dispose them, or let `tf.tidy` do it, as every tensor. */
export interface TfjsBatch {
  /** float32, [B, H, W, C], or [B, C, H, W] with `layout: "nchw"`. */
  images: Tensor4D;
  /** float32 [B, K], where the engine makes dense labels. */
  labels?: Tensor2D;
  /** int32 class ids and float32 shares, [pictures, sources] each, where the engine makes sparse labels. */
  sparse?: { classes: Tensor2D; shares: Tensor2D };
  /**
   * The engine's targets by name: a map or a further picture as float32, of padded objects int32 `labels` and `counts`,
   * and the rest float32. Objects without `pad` are in `batch.targets` alone.
   */
  targets?: TargetTensors<Tensor>;
  /** What was made: shape, ids, plan, fields. */
  batch: Omit<Batch, "images" | "labels" | "sparse">;
}

/** A batch under the names that tf.layers uses: `xs` the pictures, `ys` the dense labels. */
export interface TfjsExamples extends Omit<TfjsBatch, "images" | "labels"> {
  xs: Tensor4D;
  ys?: Tensor2D;
}

export type TfjsEpoch = Epoch<TfjsExamples>;
/** The same over a stream. */
export type TfjsStreamEpoch = StreamEpoch<TfjsExamples>;
