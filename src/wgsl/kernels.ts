/** Every kernel by its name. */
import {
  augmentKernels,
  curvesKernels,
  frameKernels,
  type KernelName,
  labelsKernels,
  labelsSparseKernels,
  mapSoftKernels,
  mixAugmentedKernels,
  mixElementsKernels,
  mixQuadsKernels,
  opQuadsKernels,
  restoreKernels,
  type StoredKernel,
  showKernels,
  threefryWordsKernels,
  tileKernels,
  toneKernels,
} from "../generated/kernels.ts";
import { openKernels } from "./open.ts";

/** What the host must know of each kernel, in the order of shaders/permutations.json. */
export const kernels = /* @__PURE__ */ openKernels({
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
} satisfies Record<KernelName, StoredKernel>);
