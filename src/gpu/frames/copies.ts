/**
 * Copies frames into a packed batch of u8, without reading anything back: frame → texture → lines of a buffer → the
 * kernel. The texture and the buffers are used again by the next frame, and grow with the largest one.
 *
 * Everything is submitted within the call, so a frame may be closed when it returns.
 */
import { found, InputError } from "../../check/errors.ts";
import type { PictureShape } from "../../format/format.ts";
import * as constants from "../../generated/constants.ts";
import { frameKernels } from "../../generated/kernels.ts";
import { FRAME_CHUNK_SIZE, writeFrameChunk } from "../../generated/layouts.ts";
import { MAX_GROUPS } from "../../lower/chunks.ts";
import { useKernels } from "../../lower/kernels.ts";
import { isUntouched, type Placing, placeIn, triangleTaps } from "../../source/resize.ts";
import { runKernel } from "../run-kernel.ts";
import { writeBytes } from "../write-bytes.ts";
import type { FrameRule } from "./pictures.ts";
import { type Frame, type FrameSource, isBlueFirst, lineOf } from "./source.ts";

/** Weights kept for sizes of frames, those used last. */
const MAX_TAPS = 16;

/** Weights of columns and rows in one buffer, and where they begin. */
interface TapTable {
  buffer: GPUBuffer;
  acrossStep: number;
  down: number;
  downStep: number;
}

export class FrameCopies {
  private texture: GPUTexture | undefined;
  private canvas: OffscreenCanvasRenderingContext2D | undefined;
  private readonly buffers = new Map<string, GPUBuffer>();
  /** By the sizes that they are for; those used longest ago first. */
  private readonly taps = new Map<string, TapTable>();
  /** The last copy from a caller's texture, which WebGPU judges later. */
  private judged: Promise<InputError | undefined> | undefined;
  private failure: InputError | undefined;

  constructor(private readonly device: GPUDevice) {
    useKernels(frameKernels);
  }

  /** The buffer for so many bytes of pictures: the same until more are wanted. */
  pictures(bytes: number): GPUBuffer {
    return this.buffer("pictures", Math.ceil(bytes / 4) * 4, GPUBufferUsage.STORAGE);
  }

  /** Copies frames side by side into `pictures`. @throws InputError for one whose pixels nobody may have */
  copy(frames: readonly Frame[], shape: PictureShape, rule: FrameRule, pictures: GPUBuffer): void {
    const { device } = this;
    const step = Math.ceil(FRAME_CHUNK_SIZE / device.limits.minUniformBufferOffsetAlignment);
    const stride = step * device.limits.minUniformBufferOffsetAlignment;
    const chunks = new Uint8Array(frames.length * stride);
    const chunk = this.buffer("chunk", chunks.length, GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST);
    const words = Math.max(...frames.map(({ width, height }) => lineOf(width) * height));
    const raw = this.buffer("raw", 4 * words, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST);
    const runs = frames.map((frame, i) => {
      const placing = placeIn(frame, shape, rule.fit);
      const isScaled = !isUntouched(frame, placing);
      const table = this.tapsFor(frame, placing, isScaled);
      const { groups, ...values } = chunkOf(frame, placing, shape, i);
      const view = new DataView(chunks.buffer);
      writeFrameChunk(view, i * stride, { ...values, ...table, across: 0, background: rule.background });
      return { frame, groups, taps: table.buffer, isScaled };
    });
    writeBytes(device, chunk, 0, chunks);
    runs.forEach(({ frame, groups, taps, isScaled }, i) => {
      const encoder = device.createCommandEncoder({ label: `mixwell frame ${i}` });
      const settled = this.bring(`input.frames[${i}]`, frame, encoder, raw);
      runKernel(device, encoder, {
        kernel: "frame",
        constants: { CHANNELS: shape.channels, SCALED: Number(isScaled), BLUE_FIRST: Number(isBlueFirst(frame)) },
        buffers: { chunk, raw, taps, pictures },
        groups,
        offset: i * stride,
      });
      device.queue.submit([encoder.finish()]);
      settled?.();
    });
    this.trim();
  }

  /** What WebGPU had against a texture of the caller's, once it has said so. @throws InputError */
  assertSound(): void {
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure;
  }

  /** Waits for that. */
  async expectSound(): Promise<void> {
    await this.judged;
    this.assertSound();
  }

  destroy(): void {
    this.texture?.destroy();
    for (const buffer of this.buffers.values()) buffer.destroy();
    for (const { buffer } of this.taps.values()) buffer.destroy();
    this.texture = undefined;
    this.buffers.clear();
    this.taps.clear();
  }

  /** Records the copy of a frame's lines into `raw`. Returns what is to be called when the encoder was submitted. */
  private bring(path: string, frame: Frame, encoder: GPUCommandEncoder, raw: GPUBuffer): (() => void) | undefined {
    const { source, way, width, height } = frame;
    const to = { buffer: raw, bytesPerRow: 4 * lineOf(width) };
    if (way === "texture") {
      this.device.pushErrorScope("validation");
      encoder.copyTextureToBuffer({ texture: source as GPUTexture }, to, [width, height]);
      return () => this.judge(path);
    }
    const texture = this.textureFor(width, height);
    if (isPlainImageData(source)) {
      this.device.queue.writeTexture({ texture }, source.data, { bytesPerRow: 4 * width }, [width, height]);
      encoder.copyTextureToBuffer({ texture }, to, [width, height]);
      return undefined;
    }
    try {
      const image = way === "drawn" ? this.drawn(source as HTMLVideoElement | VideoFrame, width, height) : source;
      this.device.queue.copyExternalImageToTexture(
        { source: image as GPUCopyExternalImageSource },
        { texture, colorSpace: "srgb", premultipliedAlpha: false },
        [width, height],
      );
    } catch (cause) {
      // A canvas that saw foreign pixels stays foreign.
      this.canvas = undefined;
      const { name, message } = cause as Error;
      const error = new InputError(path, "a picture whose pixels this page may have", found(`${name}: ${message}`));
      error.cause = cause;
      throw error;
    }
    encoder.copyTextureToBuffer({ texture }, to, [width, height]);
    return undefined;
  }

  /** A frame of a video on a canvas, as it is displayed. */
  private drawn(source: HTMLVideoElement | VideoFrame, width: number, height: number): OffscreenCanvas {
    this.canvas ??= new OffscreenCanvas(width, height).getContext("2d", { colorSpace: "srgb" }) ?? undefined;
    if (!this.canvas) throw new Error("there is no memory for a canvas");
    const { canvas } = this.canvas;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    // Not by the operation "copy", which smooths a stretched frame in a way of its own.
    this.canvas.clearRect(0, 0, width, height);
    this.canvas.drawImage(source as FrameSource & CanvasImageSource, 0, 0, width, height);
    return canvas;
  }

  private textureFor(width: number, height: number): GPUTexture {
    const known = this.texture;
    if (known && known.width >= width && known.height >= height) return known;
    const size = [Math.max(width, known?.width ?? 0), Math.max(height, known?.height ?? 0)];
    known?.destroy(); // What was submitted keeps it alive.
    const usage = GPUTextureUsage.COPY_DST | GPUTextureUsage.COPY_SRC | GPUTextureUsage.RENDER_ATTACHMENT;
    this.texture = this.device.createTexture({ label: "mixwell frame", size, format: "rgba8unorm", usage });
    return this.texture;
  }

  private buffer(name: string, bytes: number, usage: number): GPUBuffer {
    const known = this.buffers.get(name);
    if (known && known.size >= bytes) return known;
    known?.destroy();
    const buffer = this.device.createBuffer({ label: `mixwell frame ${name}`, size: bytes, usage });
    this.buffers.set(name, buffer);
    return buffer;
  }

  private tapsFor({ width, height }: Frame, placing: Placing, isScaled: boolean): TapTable {
    const { box } = placing;
    const key = isScaled ? [width, height, placing.width, placing.height, ...Object.values(box)].join() : "none";
    let table = this.taps.get(key);
    this.taps.delete(key);
    table ??= isScaled
      ? this.upload(
          triangleTaps(width, placing.width, box.left, box.right),
          triangleTaps(height, placing.height, box.top, box.bottom),
        )
      : this.upload();
    this.taps.set(key, table);
    return table;
  }

  /** Lets go of the weights used longest ago. What was submitted keeps them alive. */
  private trim(): void {
    for (const [oldest, { buffer }] of this.taps) {
      if (this.taps.size <= MAX_TAPS) break;
      this.taps.delete(oldest);
      buffer.destroy();
    }
  }

  private upload(...axes: ReturnType<typeof triangleTaps>[]): TapTable {
    const [across = [], down = []] = axes.map(({ first, count, weights, stride }) =>
      Array.from(first, (_, i) => [first[i]!, count[i]!, ...weights.subarray(i * stride, (i + 1) * stride)]),
    );
    const words = Int32Array.from([...across, ...down].flat());
    const size = Math.max(4, words.byteLength);
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
    const buffer = this.device.createBuffer({ label: "mixwell frame taps", size, usage });
    writeBytes(this.device, buffer, 0, words);
    const [acrossStep = 0, downStep = 0] = [across, down].map((rows) => rows[0]?.length);
    return { buffer, acrossStep, down: across.length * acrossStep, downStep };
  }

  /** Asks what WebGPU has to say about the copy that was just submitted. */
  private judge(path: string): void {
    this.judged = this.device.popErrorScope().then(
      (error) => {
        if (error) this.failure = new InputError(path, "a living texture of the engine's device", found(error.message));
        return this.failure;
      },
      () => undefined, // The device was lost; whoever waits is told so elsewhere.
    );
  }
}

/**
 * Whether its bytes are what an sRGB texture holds. Firefox copies no ImageData to a texture, and every browser writes
 * bytes to one.
 */
const isPlainImageData = (source: FrameSource): source is ImageData & { data: Uint8ClampedArray<ArrayBuffer> } =>
  typeof ImageData === "function" &&
  source instanceof ImageData &&
  source.data instanceof Uint8ClampedArray &&
  // Where there is no other one, it is not said.
  (source.colorSpace ?? "srgb") === "srgb";

/** Where frame number `i` goes, and in how many workgroups. */
function chunkOf({ width: rawWidth }: Frame, placing: Placing, shape: PictureShape, i: number) {
  const { height, width, channels } = shape;
  const bytes = height * width * channels;
  const firstByte = i * bytes;
  const words = Math.ceil((firstByte + bytes) / 4) - Math.floor(firstByte / 4);
  const count = Math.ceil(words / constants.grid.WORKGROUP_SIZE);
  const groups: [number, number] = [Math.min(count, MAX_GROUPS), Math.ceil(count / MAX_GROUPS)];
  const { left, top, width: innerWidth, height: innerHeight } = placing;
  const place = { left, top, innerWidth, innerHeight };
  return { ...place, line: lineOf(rawWidth), width, height, firstByte, words, gridWidth: groups[0], groups };
}
