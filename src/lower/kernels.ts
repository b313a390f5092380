/** The kernels by name, as far as they are here: those of a pass come with the ops that they run. */
import {
  type Kernel,
  type KernelName,
  labelsKernels,
  labelsSparseKernels,
  mixElementsKernels,
  mixQuadsKernels,
  type StoredKernel,
} from "../generated/kernels.ts";
import { knownOps } from "../ops/registry.ts";
import { openKernel } from "../wgsl/open.ts";

const found = /* @__PURE__ */ new Map<KernelName, Kernel>();

/** A kernel that a plan needs whose ops are here. */
export function kernelNamed(name: KernelName): Kernel {
  let kernel = found.get(name);
  if (!kernel) {
    const ofOps = knownOps.names.flatMap((op) => knownOps.get(op)!.shader.kernels);
    const all: Partial<Record<KernelName, StoredKernel>> = Object.assign(
      {},
      mixQuadsKernels,
      mixElementsKernels,
      labelsKernels,
      labelsSparseKernels,
      ...ofOps,
    );
    kernel = openKernel(all[name]!);
    found.set(name, kernel);
  }
  return kernel;
}

/** Enters kernels that no plan names. They come with what runs them. */
export function useKernels(kernels: Partial<Record<KernelName, StoredKernel>>): void {
  for (const [name, kernel] of Object.entries(kernels)) found.set(name as KernelName, openKernel(kernel));
}
