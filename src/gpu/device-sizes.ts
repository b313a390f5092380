/**
 * The sizes of blocks and workgroups that a device can hold.
 *
 * The kernels are written for the default limits of the core feature level: uniform blocks of 64 KiB, and 256
 * invocations for the tone kernel. A device of the compatibility feature level promises 16 KiB and 128. It gets the
 * same text with three smaller constants: more dispatches per large batch, and the same bytes. A device that cannot
 * hold even those is refused by the name of its limit.
 */
import { found, InputError } from "../check/errors.ts";
import * as constants from "../generated/constants.ts";
import { type Kernel, kernelLimits } from "../generated/kernels.ts";
import {
  AUGMENT_CHUNK_SIZE,
  FUSED_CHUNK_SLOTS_OFFSET,
  LABEL_CHUNK_SLOTS_COUNT,
  LABEL_CHUNK_SLOTS_OFFSET,
  LABEL_CHUNK_SLOTS_STRIDE,
  MIX_CHUNK_SLOTS_COUNT,
  MIX_CHUNK_SLOTS_OFFSET,
  MIX_CHUNK_SLOTS_STRIDE,
} from "../generated/layouts.ts";
import { type BlockSlots, MAX_GROUPS } from "../lower/chunks.ts";

/** Slots are cut off at a multiple of this: four rows of the sixteen leaves that four stages have. */
const SLOTS_STEP = 64;

/** What stands before the slots of mixing rows, in the larger of their two blocks. */
const MIXED_HEAD = Math.max(MIX_CHUNK_SLOTS_OFFSET, FUSED_CHUNK_SLOTS_OFFSET);

/**
 * Invocations of the tone kernel on a GPU in software. There a few at a time are a thread, which waits at every barrier
 * for the others, and one workgroup's threads run on one core of the processor.
 */
const SOFTWARE_LANES = 16;

/** A limit that is not listed is taken for the default: an older browser may not know it yet. */
type Limits = Partial<Pick<GPUSupportedLimits, keyof typeof NEEDED>>;

/** What every kernel needs, whatever the sizes. */
const NEEDED = {
  ...kernelLimits,
  maxDynamicUniformBuffersPerPipelineLayout: 1,
  maxUniformBufferBindingSize: Math.max(
    AUGMENT_CHUNK_SIZE,
    MIXED_HEAD + SLOTS_STEP * MIX_CHUNK_SLOTS_STRIDE,
    LABEL_CHUNK_SLOTS_OFFSET + SLOTS_STEP * LABEL_CHUNK_SLOTS_STRIDE,
  ),
  maxComputeWorkgroupsPerDimension: MAX_GROUPS,
};

export class DeviceSizes {
  /** Slots in a uniform block, as `lower` wants them. */
  readonly slots: BlockSlots;
  /** Invocations of the tone kernel. */
  readonly toneLanes: number;

  /**
   * `isSoftware`: the adapter says that it is a fallback.
   * @throws InputError for limits that are too low for any sizes
   */
  constructor(limits: Limits, path: string, isSoftware = false) {
    checkLimits(limits, path);
    const slotsAfter = (offset: number, stride: number, most: number) => {
      const { maxUniformBufferBindingSize = Number.POSITIVE_INFINITY } = limits;
      const fitting = Math.floor((maxUniformBufferBindingSize - offset) / stride / SLOTS_STEP) * SLOTS_STEP;
      return Math.min(most, fitting);
    };
    this.slots = {
      mix: slotsAfter(MIXED_HEAD, MIX_CHUNK_SLOTS_STRIDE, MIX_CHUNK_SLOTS_COUNT),
      label: slotsAfter(LABEL_CHUNK_SLOTS_OFFSET, LABEL_CHUNK_SLOTS_STRIDE, LABEL_CHUNK_SLOTS_COUNT),
    };
    const { maxComputeInvocationsPerWorkgroup, maxComputeWorkgroupSizeX } = limits;
    const most = Math.min(
      maxComputeInvocationsPerWorkgroup ?? constants.grid.TONE_LANES,
      maxComputeWorkgroupSizeX ?? constants.grid.TONE_LANES,
      constants.grid.TONE_LANES,
    );
    this.toneLanes = 2 ** Math.floor(Math.log2(isSoftware ? Math.min(most, SOFTWARE_LANES) : most));
  }

  /** A kernel's text for these sizes; the same where the device has the default limits. */
  textOf(text: string): string {
    const sizes = { MIX_SLOTS: this.slots.mix, LABEL_SLOTS: this.slots.label, TONE_LANES: this.toneLanes };
    return Object.entries(sizes).reduce(
      (smaller, [name, size]) => smaller.replace(new RegExp(`^(const ${name} =) .*;$`, "m"), `$1 ${size}u;`),
      text,
    );
  }

  /** Bytes of the uniform block that a kernel reads. */
  blockBytes({ bindings: { chunk } }: Kernel): number {
    if (chunk?.type === "MixChunk") return MIX_CHUNK_SLOTS_OFFSET + this.slots.mix * MIX_CHUNK_SLOTS_STRIDE;
    if (chunk?.type === "FusedChunk") return FUSED_CHUNK_SLOTS_OFFSET + this.slots.mix * MIX_CHUNK_SLOTS_STRIDE;
    if (chunk?.type === "LabelChunk") return LABEL_CHUNK_SLOTS_OFFSET + this.slots.label * LABEL_CHUNK_SLOTS_STRIDE;
    return chunk?.minBindingSize ?? 0;
  }
}

const byDevice = new WeakMap<GPUDevice, DeviceSizes>();

/**
 * The sizes for a device. @throws InputError naming the limit that is too low, and what to ask for in `requiredLimits`
 */
export function sizesOf(device: GPUDevice, path: string): DeviceSizes {
  let sizes = byDevice.get(device);
  if (!sizes) {
    sizes = new DeviceSizes(device.limits ?? {}, path, device.adapterInfo?.isFallbackAdapter);
    byDevice.set(device, sizes);
  }
  return sizes;
}

function checkLimits(limits: Limits, path: string): void {
  for (const [name, needed] of Object.entries(NEEDED)) {
    const limit = limits[name as keyof Limits];
    if (limit === undefined || limit >= needed) continue;
    throw new InputError(
      path,
      `a device whose ${name} is at least ${needed} (request it with requiredLimits: { ${name}: ${needed} })`,
      found(`${limit}`),
    );
  }
}
