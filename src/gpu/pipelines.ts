/**
 * Compute pipelines of a device: each made once, and shared by all engines on it, since compiling a kernel can take
 * seconds.
 */
import { GpuError } from "../check/errors.ts";
import type { Kernel } from "../generated/kernels.ts";
import { kernelNamed } from "../lower/kernels.ts";
import type { PipelineKey } from "../lower/recording.ts";
import { opNamed } from "../ops/registry.ts";
import { assemble } from "../wgsl/assemble.ts";
import { type DeviceSizes, sizesOf } from "./device-sizes.ts";
import { assertLiving } from "./loss.ts";
import { turn } from "./turn.ts";

export interface Pipeline {
  pipeline: GPUComputePipeline;
  layout: GPUBindGroupLayout;
  kernel: Kernel;
}

/** How many of an engine's pipelines are compiled. */
export interface WarmProgress {
  done: number;
  total: number;
}

/**
 * Pipelines kept per device, those used last: an application in which policies are edited needs others all the time.
 */
const MAX_PIPELINES = 256;

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
  /** By kernel and ops. */
  private readonly modules = new Map<string, GPUShaderModule>();
  private readonly made = new Map<string, Pipeline>();
  private readonly compiling = new Map<string, Promise<void>>();
  /** The device's sizes of blocks and workgroups. */
  private readonly sizes: DeviceSizes;
  /** What the GPU refused, thrown at the next call: WebGPU itself would only tell the console. */
  private failure: GpuError | undefined;
  /**
   * The same of kernels with an op of the application's own: a mistake in it is thrown where it is used, and nowhere
   * else.
   */
  private readonly refused = new Map<string, GpuError>();

  constructor(private readonly device: GPUDevice) {
    this.sizes = sizesOf(device, "device");
  }

  /** The pipeline for a dispatch. @throws GpuError with the compiler's words, once it has said them */
  for(wanted: PipelineKey): Pipeline {
    if (this.failure) throw this.failure;
    const key = keyOf(wanted);
    const refusal = this.refused.get(key);
    if (refusal) throw refusal;
    const known = this.made.get(key);
    if (known) {
      this.made.delete(key);
      this.made.set(key, known);
      return known;
    }
    this.device.pushErrorScope("validation");
    const { descriptor, ...parts } = this.partsOf(wanted);
    const pipeline = this.device.createComputePipeline(descriptor);
    this.device
      .popErrorScope()
      .then((error) => error && refused(wanted, error, descriptor.compute.module))
      .then(
        (failure) => {
          if (failure && ownIn(wanted).length > 0) this.refused.set(key, failure);
          else if (failure) this.failure = failure;
        },
        () => {}, // The device was lost; whoever waits is told so elsewhere.
      );
    return this.keep(key, { pipeline, ...parts });
  }

  /**
   * Compiles the pipelines that are not there yet, all at the same time and beside the program. What `for` is asked for
   * meanwhile it makes itself. Rejects with GpuError, and with what `onProgress` throws.
   */
  async warm(wanted: readonly PipelineKey[], onProgress: (progress: WarmProgress) => void = () => {}): Promise<void> {
    const missing = wanted.filter((one) => !this.made.has(keyOf(one)));
    const total = missing.length;
    if (total === 0) return;
    let done = 0;
    onProgress({ done, total });
    const compiled: Promise<void>[] = [];
    for (const one of missing) {
      assertLiving(this.device);
      const compiling = this.compile(one).then(() => onProgress({ done: ++done, total }));
      // Whoever waits for all of them hears of it.
      compiling.catch(() => {});
      compiled.push(compiling);
      // Reading a kernel's text takes the program's own time: others get a turn after each.
      await Promise.race([turn(), compiling]);
    }
    await Promise.all(compiled);
  }

  /** Engines that are made at the same time compile together, and what a step has made meanwhile is there. */
  private async compile(wanted: PipelineKey): Promise<void> {
    const key = keyOf(wanted);
    if (this.made.has(key)) return;
    let compiling = this.compiling.get(key);
    if (!compiling) {
      compiling = this.compileAsync(key, wanted).finally(() => this.compiling.delete(key));
      this.compiling.set(key, compiling);
    }
    return compiling;
  }

  private async compileAsync(key: string, wanted: PipelineKey): Promise<void> {
    this.device.pushErrorScope("validation");
    const { descriptor, ...parts } = this.partsOf(wanted);
    const making = this.device.createComputePipelineAsync(descriptor);
    const scope = this.device.popErrorScope().catch(() => null);
    try {
      const pipeline = await making;
      if (!this.made.has(key)) this.keep(key, { pipeline, ...parts });
    } catch (error) {
      // The scope has the compiler's words about the text; the pipeline's own error only says that the text is bad.
      throw await refused(wanted, (await scope) ?? (error as Error), descriptor.compute.module);
    }
  }

  private partsOf({
    kernel: name,
    ops,
    constants,
  }: PipelineKey): Omit<Pipeline, "pipeline"> & { descriptor: GPUComputePipelineDescriptor } {
    const kernel = kernelNamed(name);
    const layout = this.device.createBindGroupLayout({
      label: name,
      entries: Object.values(kernel.bindings).map(({ binding, kind, hasDynamicOffset, minBindingSize }) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: {
          type: kind,
          hasDynamicOffset,
          minBindingSize: kind === "uniform" ? this.sizes.blockBytes(kernel) : minBindingSize,
        },
      })),
    });
    const descriptor: GPUComputePipelineDescriptor = {
      label: name,
      layout: this.device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: {
        module: this.moduleFor(`${name} ${ops.join()}`, kernel, ops),
        entryPoint: kernel.entryPoint,
        constants,
      },
    };
    return { layout, kernel, descriptor };
  }

  private keep(key: string, pipeline: Pipeline): Pipeline {
    if (this.made.size >= MAX_PIPELINES) this.made.delete(this.made.keys().next().value!);
    this.made.set(key, pipeline);
    return pipeline;
  }

  private moduleFor(label: string, kernel: Kernel, ops: PipelineKey["ops"]): GPUShaderModule {
    let module = this.modules.get(label);
    if (!module) {
      module = this.device.createShaderModule({ label, code: this.sizes.textOf(assembled(kernel, ops)) });
      if (this.modules.size >= MAX_PIPELINES) this.modules.delete(this.modules.keys().next().value!);
      this.modules.set(label, module);
    }
    return module;
  }
}

const keyOf = ({ kernel, ops, constants }: PipelineKey): string =>
  `${kernel} ${ops.join()} ${Object.entries(constants).join(" ")}`;

/** What the GPU refused: an op of the application's own, as its compiler sees the op's own text, or a kernel. */
async function refused(
  wanted: PipelineKey,
  { message }: { message: string },
  module: GPUShaderModule,
): Promise<GpuError> {
  const { kernel, ops } = wanted;
  const own = ownIn(wanted);
  const info = await module.getCompilationInfo().catch(() => undefined);
  const errors = info?.messages.filter(({ type }) => type === "error") ?? [];
  const text = assembled(kernelNamed(kernel), ops);
  const explained = errors.flatMap(({ lineNum: line, linePos: column, message }) =>
    own.flatMap((name) => opNamed(name).shader.explain!(text, { line, column, message }) ?? []),
  );
  if (explained.length > 0) return new GpuError(explained.join("\n"));
  const name = own.length > 0 ? `${kernel} with ${own.join(", ")}` : kernel;
  // Not every browser has the compiler's words in the error itself.
  const words = errors.length > 0 ? errors.map((error) => error.message).join("\n") : message;
  return new GpuError(`${name}: the GPU refused the kernel: ${words}`);
}

/** The ops of the application's own in a kernel. */
const ownIn = ({ ops }: PipelineKey): string[] => ops.filter((name) => opNamed(name).shader.explain);

const assembled = (kernel: Kernel, ops: PipelineKey["ops"]): string =>
  assemble(
    kernel,
    ops.map((name) => opNamed(name).shader),
  );
