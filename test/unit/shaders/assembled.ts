import type { Kernel } from "../../../src/generated/kernels.ts";
import * as opShaders from "../../../src/generated/op-shaders.ts";
import { assemble, hasCase } from "../../../src/wgsl/assemble.ts";
import { shaders } from "../../../src/wgsl/complete.ts";
import { kernels } from "../../../src/wgsl/kernels.ts";
import { declarationsOf } from "../../../tools/shaders/emit.mjs";

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

const known = new Map<string, Set<string>>();

/**
 * What a text of `assembled` declares that its kernel with all ops does not: switches between fewer ops. So what holds
 * for everything that a kernel with all ops declares need not be asked of 700 texts, each of which takes a parser a
 * while.
 */
export function ownDeclarations(name: string, wgsl: string): string[] {
  const kernel = name.split(" ")[0]!;
  const all = known.get(kernel) ?? new Set(declarationsOf(shaders[kernel as keyof typeof shaders]));
  known.set(kernel, all);
  return declarationsOf(wgsl).filter((text) => !all.has(text));
}
