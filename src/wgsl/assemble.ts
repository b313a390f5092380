/**
 * A kernel's WGSL, put together for some ops: its own declarations, those of the ops, and the switches between them.
 * Every op keeps its number whichever others are there, so a program means the same to every kernel.
 */
import type { Kernel, Switch } from "../generated/kernels.ts";
import type { OpShader } from "../generated/op-shaders.ts";

/** The text of a kernel that can run these ops; one that it has no case for changes nothing. */
export function assemble({ declarations, switches, pipeline }: Kernel, ops: readonly OpShader[]): string {
  // Ops share declarations, and some are the kernel's too.
  const parts = new Set(declarations);
  for (const one of switches) {
    const cases = new Map<number, string>();
    for (const { id, cases: own } of ops) {
      const [statement, ...needed] = own[pipeline!][one.name] ?? [];
      if (statement === undefined) continue;
      for (const declaration of needed) parts.add(declaration);
      cases.set(id, statement);
    }
    parts.add(switchText(one, cases));
  }
  return `${[...parts].join("\n\n")}\n`;
}

/** Whether a kernel runs an op differently from one that it does not know. */
export function hasCase({ switches, pipeline }: Kernel, { cases }: OpShader): boolean {
  return switches.some(({ name }) => name in cases[pipeline!]);
}

function switchText({ head, otherwise }: Switch, cases: ReadonlyMap<number, string>): string {
  const lines = [...cases].sort(([a], [b]) => a - b).map(([id, statement]) => `    case ${id}u: { ${statement} }`);
  if (!head.includes("(op: u32")) return `${head} {\n  ${[...cases.values()][0] ?? `return ${otherwise};`}\n}`;
  return `${head} {\n  switch (op) {\n${[...lines, "    default: {}"].join("\n")}\n  }\n  return ${otherwise};\n}`;
}
