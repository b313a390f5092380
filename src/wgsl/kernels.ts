/** Every kernel by its name. */
import {
  augmentKernels,
  curvesKernels,
  frameKernels,
  type Kernel,
  type KernelName,
  labelsKernels,
  labelsSparseKernels,
  mapSoftKernels,
  mixAugmentedKernels,
  mixElementsKernels,
  mixQuadsKernels,
  opQuadsKernels,
  restoreKernels,
  showKernels,
  threefryWordsKernels,
  tileKernels,
  toneKernels,
} from "../generated/kernels.ts";

/** What the host must know of each kernel, in the order of shaders/permutations.json. */
export const kernels = {
  ...mixQuadsKernels,
  ...mixElementsKernels,
  ...toneKernels,
  ...augmentKernels,
  ...tileKernels,
  ...opQuadsKernels,
  ...curvesKernels,
  ...mixAugmentedKernels,
  ...labelsKernels,
  ...labelsSparseKernels,
  ...frameKernels,
  ...restoreKernels,
  ...showKernels,
  ...threefryWordsKernels,
  ...mapSoftKernels,
} as const satisfies Record<KernelName, Kernel>;
