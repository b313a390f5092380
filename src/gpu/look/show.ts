/** Runs the kernel that makes pixels to look at of a batch's pictures. */
import { found, InputError } from "../../check/errors.ts";
import { BYTES_PER_ELEMENT, type Format } from "../../format/format.ts";
import * as constants from "../../generated/constants.ts";
import { showKernels } from "../../generated/kernels.ts";
import {
  SHOW_CHUNK_SIZE,
  SHOWN_TILE_SIZE,
  STROKE_SIZE,
  type Stroke,
  writeShowChunk,
  writeShownTile,
  writeStroke,
} from "../../generated/layouts.ts";
import { MAX_GROUPS } from "../../lower/chunks.ts";
import { useKernels } from "../../lower/kernels.ts";
import { type Batch, checkBatch } from "../batch.ts";
import { storage } from "../check.ts";
import { runKernel } from "../run-kernel.ts";
import { filled, written } from "../structs.ts";
import type { Levels } from "./levels.ts";

/** The sides of a batch's pictures. */
export interface Shown {
  height: number;
  width: number;
  channels: number;
}

/** Tiles side by side, all of one size; what lies between lines is not the kernel's. */
export interface Tiling {
  columns: number;
  tileWidth: number;
  tileHeight: number;
  gap: number;
  /** Pixels from one line to the next. */
  line: number;
}

/** How the pixels are wanted. */
export interface PixelForm {
  blueFirst: boolean;
  premultiply: boolean;
}

/** Checks a batch that is to be looked at on a device. @throws InputError */
export function checkShown(path: string, batch: Batch, device: GPUDevice): Shown {
  checkBatch(path, batch);
  const { shape, format, layout, images } = batch;
  const values = shape.reduce((all, side) => all * side, 1);
  storage(`${path}.images`, images, values * BYTES_PER_ELEMENT[format], device);
  const [, a, b, c] = shape;
  return layout === "nhwc" ? { height: a, width: b, channels: c } : { channels: a, height: b, width: c };
}

/** What a batch's pictures are and which of them are wanted. */
export interface Wanted {
  batch: Batch;
  shown: Shown;
  rows: readonly number[];
  levels: Levels;
  /** Over the pictures: all of them, which are each picture's, and half of their width in pixels. */
  over?: { strokes: readonly Stroke[]; ranges: readonly (readonly [first: number, end: number])[]; half: number };
}

/**
 * Records the kernel. The buffer that it returns holds the lines of all tiles, those of the first line of tiles first;
 * it is the caller's to destroy, with `COPY_SRC`.
 */
export function showPictures(
  device: GPUDevice,
  encoder: GPUCommandEncoder,
  { batch, shown, rows, levels, over }: Wanted,
  tiling: Tiling,
  form: PixelForm,
): { pixels: GPUBuffer; done: () => void } {
  useKernels(showKernels);
  const lines = Math.ceil(rows.length / tiling.columns) * tiling.tileHeight;
  const pixels = makePixels(device, tiling.line, lines);
  const { STORAGE, UNIFORM } = GPUBufferUsage;
  const tiles = written(rows, SHOWN_TILE_SIZE, (view, at, row, i) => {
    const [firstStroke = 0, endStroke = 0] = over?.ranges[i] ?? [];
    writeShownTile(view, at, { row, firstStroke, endStroke });
  });
  const list = filled(device, STORAGE, tiles);
  const drawn = over && over.strokes.length > 0 ? over.strokes : NO_STROKES;
  const strokes = filled(device, STORAGE, written(drawn, STROKE_SIZE, writeStroke));
  const numbers = { ...tiling, count: rows.length, lines, stroke: over?.half ?? 0 };
  const chunk = filled(device, UNIFORM, chunkOf(batch, shown, levels, numbers));
  runKernel(device, encoder, {
    kernel: "show",
    constants: {
      FORMAT: FORMATS[batch.format],
      BLUE_FIRST: Number(form.blueFirst),
      PREMULTIPLY: Number(form.premultiply),
    },
    buffers: { chunk, shown: list, pictures: batch.images, strokes, pixels },
    groups: [Math.ceil(tiling.line / constants.grid.WORKGROUP_SIZE), lines],
  });
  const done = () => {
    for (const buffer of [list, strokes, chunk]) buffer.destroy();
  };
  return { pixels, done };
}

const FORMATS: Record<Format, number> = {
  u8: constants.show.SHOW_U8,
  f16: constants.show.SHOW_F16,
  f32: constants.show.SHOW_F32,
};

function chunkOf(
  { layout }: Batch,
  { height, width, channels }: Shown,
  levels: Levels,
  numbers: Tiling & { count: number; lines: number; stroke: number },
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(SHOW_CHUNK_SIZE);
  const [pixelStep, channelStep] = layout === "nhwc" ? [channels, 1] : [1, height * width];
  writeShowChunk(new DataView(bytes.buffer), 0, {
    ...levels,
    ...numbers,
    height,
    width,
    channels,
    pixelStep,
    channelStep,
    pictureStep: height * width * channels,
  });
  return bytes;
}

/** A binding has one element at least. */
const NO_STROKES: readonly Stroke[] = [{ ends: [0, 0, 0, 0], color: [0, 0, 0, 0] }];

function makePixels(device: GPUDevice, line: number, lines: number): GPUBuffer {
  const { limits } = device;
  const limit = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  if (4 * line * lines > limit || lines > MAX_GROUPS)
    throw new InputError(
      "batch.shape",
      `pictures whose pixels fit in ${limit} bytes and ${MAX_GROUPS} lines on this device`,
      found(`${line} × ${lines} pixels`),
    );
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC;
  return device.createBuffer({ label: "mixwell pixels", size: 4 * line * lines, usage });
}
