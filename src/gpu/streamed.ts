/**
 * What the engine and the adapters ask of a stream. They know it by this name alone, so that an application without a
 * stream has none of its code.
 */
import type { PictureForm } from "./open-pictures.ts";

export const STREAM = Symbol("mixwell stream");

/** A `Stream`, as the engine sees it. What else is behind the name: `StreamDoor`. */
export interface Streamed {
  /** Number of pictures. */
  readonly count: number;
  /** @internal */
  readonly [STREAM]: {
    /** What the kernels are made for that read its pictures. */
    form(): PictureForm;
  };
}

export function isStreamed(value: unknown): value is Streamed {
  return typeof value === "object" && value !== null && STREAM in value;
}
