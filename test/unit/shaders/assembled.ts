import type { Kernel } from "../../../src/generated/kernels.ts";
import * as opShaders from "../../../src/generated/op-shaders.ts";
import { assemble, hasCase } from "../../../src/wgsl/assemble.ts";
import { shaders } from "../../../src/wgsl/complete.ts";
import { kernels } from "../../../src/wgsl/kernels.ts";

/** The text of every kernel with all ops, with each op alone, and with none. */
export const assembled: [name: string, wgsl: string][] = [
  ...Object.entries(shaders),
  ...Object.entries<Kernel>(kernels)
    .filter(([, { switches }]) => switches.length > 0)
    .flatMap(([name, kernel]) => [
      [`${name} without ops`, assemble(kernel, [])] as [string, string],
      ...Object.entries(opShaders)
        .filter(([, shader]) => hasCase(kernel, shader))
        .map(([op, shader]): [string, string] => [`${name} with ${op}`, assemble(kernel, [shader])]),
    ]),
];
