/** One dispatch of a kernel that no plan names. */
import type { KernelName } from "../generated/kernels.ts";
import { pipelinesOf } from "./pipelines.ts";

/** A kernel with its constants, its buffers by the names of its bindings, and how many workgroups. */
export interface KernelRun {
  kernel: KernelName;
  constants: Record<string, number>;
  buffers: Record<string, GPUBuffer>;
  groups: [number, number, number?];
  /** Where its chunk begins in the buffer of that name. */
  offset?: number;
}

/** Records it in a pass of its own. @throws GpuError for a kernel that the GPU refused */
export function runKernel(
  device: GPUDevice,
  encoder: GPUCommandEncoder,
  { kernel: name, constants, buffers, groups, offset = 0 }: KernelRun,
): void {
  const { pipeline, layout, kernel } = pipelinesOf(device).for({ kernel: name, ops: [], constants });
  const entries = Object.entries(kernel.bindings).map(([key, { binding, hasDynamicOffset, minBindingSize }]) => {
    const buffer = buffers[key]!;
    return { binding, resource: { buffer, ...(hasDynamicOffset && { size: minBindingSize }) } };
  });
  const pass = encoder.beginComputePass({ label: `mixwell ${name}` });
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, device.createBindGroup({ label: name, layout, entries }), [offset]);
  pass.dispatchWorkgroups(...groups);
  pass.end();
}
