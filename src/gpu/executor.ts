/**
 * Carries out recordings on a device. Bind groups are made once and kept, as pipelines are.
 * In steady state nothing is allocated on the GPU.
 */
import type { BufferName, Dispatch, Recording } from "../lower/recording.ts";
import { type DeviceSizes, sizesOf } from "./device-sizes.ts";
import { type Pipeline, type Pipelines, pipelinesOf } from "./pipelines.ts";

/** A buffer and how much of it a kernel may see. */
export interface Bound {
  buffer: GPUBuffer;
  /** Bytes, a multiple of four. */
  size: number;
}

/** A recording, and the buffers that its dispatches name. */
export interface Step {
  recording: Recording;
  buffers: ReadonlyMap<BufferName, Bound>;
}

/** Bind groups kept at most; callers that bring a fresh buffer every step must not make us hoard them. */
const MAX_BIND_GROUPS = 512;

export class Executor {
  private readonly pipelines: Pipelines;
  private readonly sizes: DeviceSizes;
  private readonly bindGroups = new Map<string, GPUBindGroup>();
  private readonly bufferIds = new WeakMap<GPUBuffer, number>();
  private nextBufferId = 0;

  constructor(private readonly device: GPUDevice) {
    this.pipelines = pipelinesOf(device);
    this.sizes = sizesOf(device, "device");
  }

  /** Records all dispatches into one compute pass. */
  encode(encoder: GPUCommandEncoder, steps: readonly Step[]): void {
    // Before the pass is opened, so that a kernel that was refused leaves the caller's encoder as it was.
    const made = steps.flatMap(({ recording, buffers }) =>
      recording.dispatches.map((dispatch) => ({ dispatch, buffers, pipeline: this.pipelines.for(dispatch) })),
    );
    const pass = encoder.beginComputePass({ label: "mixwell" });
    for (const { dispatch, buffers, pipeline } of made) {
      pass.setPipeline(pipeline.pipeline);
      pass.setBindGroup(0, this.bindGroupFor(pipeline, dispatch, buffers), [dispatch.offset]);
      pass.dispatchWorkgroups(...dispatch.groups);
    }
    pass.end();
  }

  private bindGroupFor(
    { layout, kernel }: Pipeline,
    { kernel: name, buffers: wanted }: Dispatch,
    buffers: ReadonlyMap<BufferName, Bound>,
  ) {
    let key: string = name;
    for (const binding in kernel.bindings) {
      const { buffer, size } = buffers.get(wanted[binding]!)!;
      key += ` ${this.idOf(buffer)}:${size}`;
    }
    const known = this.bindGroups.get(key);
    if (known) return known;
    const group = this.device.createBindGroup({
      label: name,
      layout,
      entries: Object.entries(kernel.bindings).map(([binding, { binding: number, kind }]) => {
        const { buffer, size } = buffers.get(wanted[binding]!)!;
        return {
          binding: number,
          resource: { buffer, size: kind === "uniform" ? this.sizes.blockBytes(kernel) : size },
        };
      }),
    });
    if (this.bindGroups.size >= MAX_BIND_GROUPS) this.bindGroups.delete(this.bindGroups.keys().next().value!);
    this.bindGroups.set(key, group);
    return group;
  }

  private idOf(buffer: GPUBuffer): number {
    let id = this.bufferIds.get(buffer);
    if (id === undefined) {
      id = this.nextBufferId++;
      this.bufferIds.set(buffer, id);
    }
    return id;
  }
}
