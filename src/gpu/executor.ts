/**
 * Carries out recordings on a device: pipelines, bind groups and uniform blocks, each made once and kept.
 * In steady state nothing is allocated on the GPU.
 */
import { GpuError } from "../errors.ts";
import { type Kernel, kernels } from "../generated/layouts.ts";
import { type KernelName, shaders } from "../generated/shaders.ts";
import type { BufferName, Dispatch, Recording } from "../recording.ts";

/** A buffer and how much of it a kernel may see. */
export interface Bound {
  buffer: GPUBuffer;
  /** Bytes, a multiple of four. */
  size: number;
}

interface Pipeline {
  pipeline: GPUComputePipeline;
  layout: GPUBindGroupLayout;
  kernel: Kernel;
}

/** Bind groups kept at most; callers that bring a fresh buffer every step must not make us hoard them. */
const MAX_BIND_GROUPS = 512;

export class Executor {
  private readonly modules = new Map<KernelName, GPUShaderModule>();
  private readonly pipelines = new Map<string, Pipeline>();
  private readonly bindGroups = new Map<string, GPUBindGroup>();
  private readonly bufferIds = new WeakMap<GPUBuffer, number>();
  private nextBufferId = 0;
  /** What the GPU refused, thrown at the next call: WebGPU itself would only tell the console. */
  private failure: GpuError | undefined;

  constructor(private readonly device: GPUDevice) {}

  /** Records all dispatches into one compute pass. */
  encode(encoder: GPUCommandEncoder, recording: Recording, buffers: ReadonlyMap<BufferName, Bound>): void {
    if (this.failure) throw this.failure;
    const pass = encoder.beginComputePass({ label: "mixwell" });
    for (const dispatch of recording.dispatches) {
      const made = this.pipelineFor(dispatch);
      pass.setPipeline(made.pipeline);
      pass.setBindGroup(0, this.bindGroupFor(made, dispatch, buffers), [dispatch.offset]);
      pass.dispatchWorkgroups(...dispatch.groups);
    }
    pass.end();
  }

  private pipelineFor({ kernel: name, constants }: Dispatch): Pipeline {
    const key = `${name} ${Object.entries(constants).join(" ")}`;
    const known = this.pipelines.get(key);
    if (known) return known;
    const kernel: Kernel = kernels[name];
    this.device.pushErrorScope("validation");
    const layout = this.device.createBindGroupLayout({
      label: name,
      entries: Object.values(kernel.bindings).map(({ binding, kind, hasDynamicOffset, minBindingSize }) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: { type: kind, hasDynamicOffset, minBindingSize },
      })),
    });
    const pipeline = this.device.createComputePipeline({
      label: name,
      layout: this.device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module: this.moduleFor(name), entryPoint: kernel.entryPoint, constants },
    });
    this.device.popErrorScope().then(
      (error) => {
        if (error) this.failure = new GpuError(`${name}: the GPU refused the kernel: ${error.message}`);
      },
      () => {}, // The device was lost; whoever waits is told so elsewhere.
    );
    const made = { pipeline, layout, kernel };
    this.pipelines.set(key, made);
    return made;
  }

  private moduleFor(name: KernelName): GPUShaderModule {
    let module = this.modules.get(name);
    if (!module) {
      module = this.device.createShaderModule({ label: name, code: shaders[name] });
      this.modules.set(name, module);
    }
    return module;
  }

  private bindGroupFor({ layout, kernel }: Pipeline, { kernel: name, buffers: wanted }: Dispatch, buffers: ReadonlyMap<BufferName, Bound>) {
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
      entries: Object.entries(kernel.bindings).map(([name, { binding, kind, minBindingSize }]) => {
        const { buffer, size } = buffers.get(wanted[name]!)!;
        return { binding, resource: { buffer, size: kind === "uniform" ? minBindingSize : size } };
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
