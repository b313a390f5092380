/**
 * What a kernel asks of its host: its bindings and constants. They stand in its declarations, and are read from there,
 * so that no application downloads them twice.
 */
import type { Binding, Kernel, KernelName, Override, StoredKernel } from "../generated/kernels.ts";

/** A variable that is bound, and a constant, without space. */
const BOUND = /^@group\((\d+)\)@binding\((\d+)\)var<(\w+),?(\w*)>(\w+):(.+);/;
const CONSTANT = /^override(\w+):(\w+)(?:=(.+))?;/;
/** An array of vectors; of numbers it has none. */
const LANES = /^array<vec(\d)/;

/** A kernel with all that its declarations say. */
export function openKernel(stored: StoredKernel): Kernel {
  const bindings: Record<string, Binding> = {};
  const overrides: Record<string, Override> = {};
  for (const declaration of stored.declarations) {
    const text = declaration.replace(/\s/g, "");
    const [, group, binding, space, access, name, type] = BOUND.exec(text) ?? [];
    if (name) {
      const key = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      bindings[key] = {
        name,
        group: Number(group),
        binding: Number(binding),
        kind: space === "uniform" ? space : access === "read" ? "read-only-storage" : "storage",
        // A chunk of a batch of many, whichever comes next.
        hasDynamicOffset: name === "chunk",
        minBindingSize: stored.structBytes?.[key] ?? 4 * Number(LANES.exec(type!)?.[1] ?? 1),
        type: type!,
      };
    }
    const [, id, of, value] = CONSTANT.exec(text) ?? [];
    if (id) overrides[id] = { type: of as Override["type"], ...(value && { default: literal(value) }) };
  }
  return { switches: [], pipeline: undefined, workgroupBytes: 0, features: [], ...stored, bindings, overrides };
}

const literal = (text: string): number | boolean =>
  text === "true" || (text !== "false" && Number(text.replace(/[iu]$/, "")));

/** Kernels by their names. */
export const openKernels = <Name extends KernelName>(
  stored: Readonly<Record<Name, StoredKernel>>,
): Readonly<Record<Name, Kernel>> =>
  Object.fromEntries(
    Object.entries<StoredKernel>(stored).map(([name, kernel]) => [name, openKernel(kernel)]),
  ) as Record<Name, Kernel>;
