/** Every kernel with all ops: what `mixwell/shaders/` holds as files. */
import type { Kernel, KernelName } from "../generated/kernels.ts";
import * as opShaders from "../generated/op-shaders.ts";
import { assemble } from "./assemble.ts";
import { kernels } from "./kernels.ts";

/** Plain WGSL of each kernel. */
export const shaders = Object.fromEntries(
  Object.entries<Kernel>(kernels).map(([name, kernel]) => [name, assemble(kernel, Object.values(opShaders))]),
) as Readonly<Record<KernelName, string>>;
