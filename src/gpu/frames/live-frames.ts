/** Live frames: what a camera, a video or a canvas shows, as batches of an engine. */
import { MAX_PICTURES } from "../../analysis/limits.ts";
import { found, InputError } from "../../check/errors.ts";
import { listOf } from "../../check/lists.ts";
import { knownKeys } from "../../check/options.ts";
import { positive } from "../../check/values.ts";
import type { LabelOptions } from "../../format/format.ts";
import type { PipelineKey } from "../../lower/recording.ts";
import { checkClipNoise, fieldsOf, OPEN, type OpenInput, type OpensItself, openLabels } from "../inputs.ts";
import type { LabelSource } from "../open-pictures.ts";
import type { WarmInput } from "../warm.ts";
import { FrameCopies } from "./copies.ts";
import { checkFrameOptions, type FrameOptions, type FrameRule, shapeOfFrames } from "./pictures.ts";
import { FrameReader, type FramesInput, type OpenReader } from "./reader.ts";
import { checkFrame, type FrameSource } from "./source.ts";

/**
 * Lets an engine take live frames: `createEngine(device, { frames: liveFrames({ height: 224, width: 224 }), … })`, and
 * then `engine.run({ frames: [video, canvas], labels }, { step })`.
 *
 * A frame is copied within the call, on the GPU, and nothing of it is kept or read back. Its pixels are those of a
 * canvas that it is drawn on: as it is displayed (turned, mirrored, cut and stretched as a `VideoFrame` says), in sRGB.
 * A frame of another size is cropped and resized by the rule of `Dataset.fromImages`, to the same bytes.
 *
 * Browsers convert the colours of video in ways of their own, so its bytes differ between them.
 * @throws InputError for an option
 */
export function liveFrames(options: FrameOptions = {}): FrameReader {
  return new LiveFrames(checkFrameOptions(options));
}

class LiveFrames extends FrameReader {
  constructor(private readonly rule: FrameRule) {
    super();
  }

  open(device: GPUDevice): OpenReader {
    return new OpenLiveFrames(device, this.rule);
  }
}

const INPUT_KEYS: readonly (keyof FramesInput)[] = ["frames", "labels", "labelForm", "clip", "noise", "fields"];

class OpenLiveFrames implements OpenReader {
  private readonly copies: FrameCopies;

  constructor(
    private readonly device: GPUDevice,
    private readonly rule: FrameRule,
  ) {
    this.copies = new FrameCopies(device);
  }

  get warm(): WarmInput {
    const { height, width, channels } = this.rule;
    return { ...(height !== undefined && { height, width }), channels };
  }

  get pipelines(): PipelineKey[] {
    const { height, channels: CHANNELS } = this.rule;
    const scaled = height === undefined ? [0] : [0, 1];
    return scaled.map((SCALED) => ({ kernel: "frame", ops: [], constants: { CHANNELS, SCALED, BLUE_FIRST: 0 } }));
  }

  input(given: FramesInput): OpensItself {
    return { [OPEN]: (labels, device) => this.openFrames(given, labels, device) };
  }

  expectSound(): Promise<void> {
    return this.copies.expectSound();
  }

  destroy(): void {
    this.copies.destroy();
  }

  private openFrames(given: FramesInput, labels: LabelOptions | undefined, device: GPUDevice): OpenInput {
    this.copies.assertSound();
    knownKeys("input", given, INPUT_KEYS);
    const list = listOf("input.frames", given.frames, "a list of frames") as FrameSource[];
    if (list.length === 0) throw new InputError("input.frames", "at least one frame", list);
    positive("input.frames.length", list.length, MAX_PICTURES);
    const { clip = 1, noise, fields = {} } = given;
    positive("input.clip", clip);
    checkClipNoise(noise);
    if (list.length % clip !== 0)
      throw new InputError("input.frames", `a multiple of ${clip} frames, as input.clip says`, found(`${list.length}`));
    const frames = list.map((source, i) => checkFrame(`input.frames[${i}]`, source, device));
    const shape = shapeOfFrames(frames, this.rule);
    const size = this.bytesOf(frames.length, shape.height * shape.width * shape.channels);
    const open: OpenInput = {
      from: "batch",
      size: frames.length,
      shape,
      format: "u8",
      layout: "nhwc",
      pages: [],
      picturesPerPage: MAX_PICTURES,
      clip,
      noise,
      fields: (rows) => fieldsOf(rows, fields, frames.length),
      write: () => {
        const buffer = this.copies.pictures(size);
        this.copies.copy(frames, shape, this.rule, buffer);
        open.pages[0] = { buffer, size };
      },
    };
    open.pages.push({ buffer: undefined as unknown as GPUBuffer, size });
    if (labels) openLabels({ ...given, labels: eachFrame(given, labels, frames.length) }, labels, open, device);
    return open;
  }

  /** In whole words. @throws InputError for pictures that no binding holds */
  private bytesOf(count: number, picture: number): number {
    const { limits } = this.device;
    const limit = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
    const bytes = Math.ceil((count * picture) / 4) * 4;
    if (bytes > limit)
      throw new InputError(
        "input.frames",
        `frames whose pictures fit in ${limit} bytes, this device's maxStorageBufferBindingSize`,
        found(`${count} pictures of ${picture} bytes`),
      );
    return bytes;
  }
}

/** Labels of clips, repeated for each of their frames. */
function eachFrame(
  { labels, clip = 1 }: FramesInput,
  { classes }: LabelOptions,
  count: number,
): LabelSource | undefined {
  if (clip === 1) return labels;
  const repeat = <T extends Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>>(list: T, row: number, made: T): T => {
    if (list.length !== (count / clip) * row) return list;
    for (let i = 0; i < count; i++) {
      const from = Math.floor(i / clip) * row;
      made.set(list.subarray(from, from + row), i * row);
    }
    return made;
  };
  if (labels instanceof Uint32Array) return repeat(labels, 1, new Uint32Array(count));
  return labels instanceof Float32Array ? repeat(labels, classes, new Float32Array(count * classes)) : labels;
}
