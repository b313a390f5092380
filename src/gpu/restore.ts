/** Predictions of views on the GPU, brought back to the pictures that they are views of: test-time augmentation. */
import { checkDevice } from "../check/device.ts";
import { found, InputError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { oneOf, positive } from "../check/values.ts";
import { BYTES_PER_ELEMENT, type Format, type Layout } from "../format/format.ts";
import * as constants from "../generated/constants.ts";
import { restoreKernels } from "../generated/kernels.ts";
import {
  RESTORE_CHUNK_SIZE,
  RESTORE_STEP_SIZE,
  RESTORED_PICTURE_SIZE,
  RESTORED_VIEW_SIZE,
  writeRestoreChunk,
  writeRestoredPicture,
  writeRestoredView,
  writeRestoreStep,
} from "../generated/layouts.ts";
import { MAX_GROUPS } from "../lower/chunks.ts";
import { useKernels } from "../lower/kernels.ts";
import type { Plan } from "../plan/plan.ts";
import { type RestorePlan, restorePlan } from "../targets/restore.ts";
import { storage } from "./check.ts";
import { noteDevice } from "./device-of.ts";
import { sizesOf } from "./device-sizes.ts";
import { assertLiving, knownLoss } from "./loss.ts";
import { runKernel } from "./run-kernel.ts";
import { filled, written } from "./structs.ts";

/** What a network said of a batch of views: K numbers for each pixel. */
export interface ViewPlanes {
  /** [B, K, H, W] or [B, H, W, K], tightly packed. */
  buffer: GPUBuffer;
  /** K. */
  channels: number;
  /** Default `f32`. Of `u8` the numbers are 0 to 255. */
  format?: Format;
  /** Default `nchw`. The result has the same. */
  layout?: Layout;
  /** Of the planes, where a network makes them smaller than its pictures. Default: the views' own. */
  height?: number;
  width?: number;
}

export interface RestoreOptions {
  /**
   * What becomes of several views of one sample. `none` (default): each row is a picture of its own. `covered`: their
   * mean, of each pixel over the views that look at it. `views`: their mean over all views, where one that does not
   * look counts as `fill`.
   */
  mean?: "none" | "covered" | "views";
  /** How planes are read. `nearest` for ids. Default `bilinear`. */
  interpolation?: "bilinear" | "nearest";
  /** What stands where no view looks. Default 0. */
  fill?: number;
  /** Which rows of the batch. Default: all. */
  rows?: readonly number[];
}

/** Predictions in the places of the pictures themselves. The buffers are the caller's to destroy. */
export interface Restored {
  /** f32 [N, K, H, W] or [N, H, W, K]. */
  planes: GPUBuffer;
  /** f32 [N, H, W]: how many views look at a pixel; at a view's border parts of one. */
  covered: GPUBuffer;
  shape: [number, number, number, number];
  layout: Layout;
  /** Of each picture: its place in `plan.sources`, and the rows of the batch that are views of it. */
  sources: number[];
  rows: number[][];
}

export interface Restorer {
  /**
   * Brings the planes of a batch back, in one dispatch, which is submitted at once. `plan` is the batch's: its rows
   * must be views of one source each. Its warps are followed as the pictures went, warps by a field too, whose inverse
   * is sampled at 32 cells a side. What jigsaw moved goes back, and what erasing hid is as it was predicted.
   *
   * @throws PlanError for a row that is a mix, naming it, and for sources of several sizes; InputError for a buffer
   * that does not hold the planes; DeviceLostError
   */
  restore(plan: Plan, planes: ViewPlanes, options?: RestoreOptions): Restored;
}

const PLANE_KEYS: readonly (keyof ViewPlanes)[] = ["buffer", "channels", "format", "layout", "height", "width"];
const OPTION_KEYS: readonly (keyof RestoreOptions)[] = ["mean", "interpolation", "fill", "rows"];

/**
 * Brings predictions of augmented views back to their pictures.
 * @throws InputError for a device whose limits are too low
 */
export function createRestorer(device: GPUDevice): Restorer {
  checkDevice("createRestorer.device", device);
  sizesOf(device, "createRestorer.device");
  knownLoss(device); // Watched from now on.
  useKernels(restoreKernels);
  return {
    restore(plan, planes, options = {}) {
      knownKeys("restore.options", options, OPTION_KEYS);
      const { mean = "none", interpolation = "bilinear", fill = 0, rows } = options;
      oneOf("restore.options.mean", mean, ["none", "covered", "views"]);
      oneOf("restore.options.interpolation", interpolation, ["bilinear", "nearest"]);
      if (typeof fill !== "number" || !Number.isFinite(fill))
        throw new InputError("restore.options.fill", "a finite number", fill);
      const ways = restorePlan(plan, "restore.options", { rows, apart: mean === "none" });
      const open = openPlanes(device, planes, ways, plan.batchSize);
      assertLiving(device);
      return run(device, ways, open, { mean, interpolation, fill });
    },
  };
}

type OpenPlanes = Required<ViewPlanes>;

function openPlanes(device: GPUDevice, given: ViewPlanes, { viewSize }: RestorePlan, rows: number): OpenPlanes {
  const path = "restore.planes";
  if (!isOptions(given as unknown)) throw new InputError(path, "{ buffer, channels, … }", given);
  knownKeys(path, given, PLANE_KEYS);
  const { buffer, channels, format = "f32", layout = "nchw" } = given;
  const { height = viewSize.height, width = viewSize.width } = given;
  for (const [name, side] of Object.entries({ channels, height, width })) positive(`${path}.${name}`, side);
  oneOf(`${path}.format`, format, ["f32", "f16", "u8"]);
  oneOf(`${path}.layout`, layout, ["nhwc", "nchw"]);
  storage(`${path}.buffer`, buffer, rows * channels * height * width * BYTES_PER_ELEMENT[format], device);
  return { buffer, channels, format, layout, height, width };
}

const FORMATS: Record<Format, number> = {
  u8: constants.restore.PLANES_U8,
  f32: constants.restore.PLANES_F32,
  f16: constants.restore.PLANES_F16,
};

function run(
  device: GPUDevice,
  ways: RestorePlan,
  { buffer, channels, format, layout, height: planesHeight, width: planesWidth }: OpenPlanes,
  { mean, interpolation, fill }: Required<Omit<RestoreOptions, "rows">>,
): Restored {
  const { size, viewSize, sources, rows } = ways;
  const { height, width } = size;
  const pixels = height * width;
  const groups = Math.ceil(pixels / constants.grid.WORKGROUP_SIZE);
  const gridWidth = Math.min(groups, MAX_GROUPS);
  const planes = result(device, "planes", sources.length * pixels * channels);
  const covered = result(device, "covered", sources.length * pixels);
  const { STORAGE, UNIFORM } = GPUBufferUsage;
  const chunk = new Uint8Array(RESTORE_CHUNK_SIZE);
  const isPlanar = layout === "nchw";
  writeRestoreChunk(new DataView(chunk.buffer), 0, {
    ...{ width, height, channels, planesWidth, planesHeight, gridWidth, fill },
    scaleX: planesWidth / viewSize.width,
    scaleY: planesHeight / viewSize.height,
    pixelStep: isPlanar ? 1 : channels,
    channelStep: isPlanar ? planesHeight * planesWidth : 1,
    madePixelStep: isPlanar ? 1 : channels,
    madeChannelStep: isPlanar ? pixels : 1,
    pictureStep: channels * planesHeight * planesWidth,
  });
  let firstView = 0;
  const pictures = rows.map(({ length }) => {
    firstView += length;
    return { firstView: firstView - length, endView: firstView };
  });
  const uploads = {
    chunk: filled(device, UNIFORM, chunk),
    pictures: filled(device, STORAGE, written(pictures, RESTORED_PICTURE_SIZE, writeRestoredPicture)),
    views: filled(device, STORAGE, written(ways.views, RESTORED_VIEW_SIZE, writeRestoredView)),
    steps: filled(device, STORAGE, written(ways.steps, RESTORE_STEP_SIZE, writeRestoreStep)),
    points: filled(device, STORAGE, new Uint8Array(Float32Array.from(ways.points).buffer)),
  };
  const encoder = device.createCommandEncoder({ label: "mixwell restore" });
  runKernel(device, encoder, {
    kernel: "restore",
    constants: {
      FORMAT: FORMATS[format],
      NEAREST_READ: Number(interpolation === "nearest"),
      BY_COVERED: Number(mean === "covered"),
    },
    buffers: { ...uploads, planes: buffer, restored: planes, covered },
    groups: [gridWidth, Math.ceil(groups / gridWidth), sources.length],
  });
  device.queue.submit([encoder.finish()]);
  for (const one of Object.values(uploads)) one.destroy();
  const shape: Restored["shape"] = isPlanar
    ? [sources.length, channels, height, width]
    : [sources.length, height, width, channels];
  return { planes, covered, shape, layout, sources, rows };
}

/** A buffer for the caller. */
function result(device: GPUDevice, name: string, values: number): GPUBuffer {
  const size = values * BYTES_PER_ELEMENT.f32;
  const limit = Math.min(device.limits.maxStorageBufferBindingSize, device.limits.maxBufferSize);
  if (size > limit)
    throw new InputError(
      "restore",
      `${name} of at most ${limit} bytes on this device (fewer rows at a time, by the option rows)`,
      found(`${size} bytes`),
    );
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const buffer = device.createBuffer({ label: `mixwell restored ${name}`, size, usage });
  noteDevice(buffer, device);
  return buffer;
}
