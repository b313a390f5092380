/** Compute pipelines of a device: each made once, and shared by all engines on it, since compiling a kernel can take seconds. */
import { GpuError } from "../check/errors.ts";
import { type Kernel, kernels } from "../generated/layouts.ts";
import { type KernelName, shaders } from "../generated/shaders.ts";
import type { Dispatch } from "../lower/recording.ts";

export interface Pipeline {
  pipeline: GPUComputePipeline;
  layout: GPUBindGroupLayout;
  kernel: Kernel;
}

const byDevice = new WeakMap<GPUDevice, Pipelines>();

/** The pipelines of a device. */
export function pipelinesOf(device: GPUDevice): Pipelines {
  let pipelines = byDevice.get(device);
  if (!pipelines) {
    pipelines = new Pipelines(device);
    byDevice.set(device, pipelines);
  }
  return pipelines;
}

export class Pipelines {
  private readonly modules = new Map<KernelName, GPUShaderModule>();
  private readonly made = new Map<string, Pipeline>();
  /** What the GPU refused, thrown at the next call: WebGPU itself would only tell the console. */
  private failure: GpuError | undefined;

  constructor(private readonly device: GPUDevice) {}

  /** The pipeline for a dispatch. @throws GpuError with the compiler's words, once it has said them */
  for({ kernel: name, constants }: Dispatch): Pipeline {
    if (this.failure) throw this.failure;
    const key = `${name} ${Object.entries(constants).join(" ")}`;
    const known = this.made.get(key);
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
    const pipelineMade = { pipeline, layout, kernel };
    this.made.set(key, pipelineMade);
    return pipelineMade;
  }

  private moduleFor(name: KernelName): GPUShaderModule {
    let module = this.modules.get(name);
    if (!module) {
      module = this.device.createShaderModule({ label: name, code: shaders[name] });
      this.modules.set(name, module);
    }
    return module;
  }
}
