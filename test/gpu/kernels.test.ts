/**
 * Every generated kernel on a real WGSL compiler: it compiles, and fits the bindings table that was reflected from it.
 */
import { describe, expect, inject, test } from "vitest";
import type { Binding, Kernel, KernelName, Override } from "../../src/generated/kernels.ts";
import type { OpShader } from "../../src/generated/op-shaders.ts";
import { imageOps } from "../../src/ops/index.ts";
import { assemble, hasCase } from "../../src/wgsl/assemble.ts";
import { shaders } from "../../src/wgsl/complete.ts";
import { kernels } from "../../src/wgsl/kernels.ts";
import { minified } from "../../tools/shaders/minify.mjs";
import { getDevice } from "./device.ts";
import { isMine } from "./divided.ts";

const names = Object.keys(kernels) as KernelName[];

/** Kernels share most of their declarations, and all of the ops'. */
const short = new Map<string, string>();
function shortened(declaration: string): string {
  const made = short.get(declaration) ?? minified(declaration);
  short.set(declaration, made);
  return made;
}
/** Every op as the package is built with it. */
const shortOps = Object.values(imageOps).map(({ shader }) => withShort(shader));

/** Each kernel in Chromium or in Dawn, and in every other implementation. */
const isHere = (name: string): boolean =>
  isMine(names.indexOf(name as KernelName)) || inject("adapter").name !== undefined;

describe("every kernel compiles without a message and fits its bindings table", () => {
  const constantsOf = (name: KernelName): Record<string, number> =>
    Object.fromEntries(
      Object.entries<Override>(kernels[name].overrides).map(([id, override]) => [id, Number(override.default ?? 1)]),
    );

  test.each(names)("%s", async (name) => {
    const device = await getDevice();
    const module = device.createShaderModule({ code: shaders[name] });
    const { messages } = await module.getCompilationInfo();
    expect(messages.map(({ type, lineNum, message }) => `${type} ${lineNum}: ${message}`)).toEqual([]);
    // The driver's part, which takes a GPU in software seconds in all. What mixes along has the same ops as what makes
    // a pass: those are compiled once.
    if (!isHere(name)) return;
    const { entryPoint, bindings } = kernels[name];
    const isSeenBefore = entryPoint === "mix_augmented";
    const pipeline = await device.createComputePipelineAsync({
      layout: pipelineLayout(device, Object.values(bindings)),
      compute: {
        module: isSeenBefore
          ? device.createShaderModule({ code: assemble(kernels[name], [imageOps.rotate.shader]) })
          : module,
        entryPoint,
        constants: constantsOf(name),
      },
    });
    expect(pipeline).toBeDefined();
  });

  const withOps = Object.entries<Kernel>(kernels).filter(([name, { switches }]) => switches.length > 0 && isHere(name));
  test.each(withOps)("%s, with each op alone and with none", async (_, kernel) => {
    const device = await getDevice();
    for (const { name, shader } of [{ name: "none", shader: undefined }, ...Object.values(imageOps)]) {
      if (shader && !hasCase(kernel, shader)) continue;
      const module = device.createShaderModule({ code: assemble(kernel, shader ? [shader] : []) });
      const { messages } = await module.getCompilationInfo();
      expect(
        messages.map(({ type, lineNum, message }) => `${type} ${lineNum}: ${message}`),
        name,
      ).toEqual([]);
    }
  });

  test.each(names.filter(isHere))("%s, as the package is built with it", async (name) => {
    const device = await getDevice();
    const kernel: Kernel = { ...kernels[name], declarations: kernels[name].declarations.map(shortened) };
    const { messages } = await device.createShaderModule({ code: assemble(kernel, shortOps) }).getCompilationInfo();
    expect(messages.map(({ type, lineNum, message }) => `${type} ${lineNum}: ${message}`)).toEqual([]);
  });

  // The control: what the tests above would see if a table had drifted from its shader.
  const drifts: [string, (binding: Binding) => Binding][] = [
    ["another number", (binding) => ({ ...binding, binding: binding.binding + 20 })],
    ["another kind", (binding) => ({ ...binding, kind: binding.kind === "uniform" ? "storage" : "uniform" })],
  ];
  test.each(drifts)("a table with %s for one binding is refused", async (_, drift) => {
    const device = await getDevice();
    const name = names[0] as KernelName;
    const [first, ...rest] = Object.values<Binding>(kernels[name].bindings);
    const create = device.createComputePipelineAsync({
      layout: pipelineLayout(device, [drift(first as Binding), ...rest]),
      compute: { module: device.createShaderModule({ code: shaders[name] }), entryPoint: kernels[name].entryPoint },
    });
    await expect(create).rejects.toThrow();
  });
});

/** An op's part of the kernels with its declarations made short, as the build does. */
function withShort(shader: OpShader): OpShader {
  const shortCase = ([statement, ...needed]: readonly [string, ...string[]]) =>
    [statement, ...needed.map(shortened)] as const;
  const cases = (own: OpShader["cases"]["u8"]) =>
    Object.fromEntries(Object.entries(own).map(([name, one]) => [name, shortCase(one)]));
  return { ...shader, cases: { u8: cases(shader.cases.u8), f32: cases(shader.cases.f32) } };
}

function pipelineLayout(device: GPUDevice, bindings: readonly Binding[]): GPUPipelineLayout {
  const groups = 1 + Math.max(...bindings.map(({ group }) => group));
  return device.createPipelineLayout({
    bindGroupLayouts: Array.from({ length: groups }, (_, group) =>
      device.createBindGroupLayout({
        entries: bindings
          .filter((binding) => binding.group === group)
          .map(({ binding, kind, hasDynamicOffset, minBindingSize }) => ({
            binding,
            visibility: GPUShaderStage.COMPUTE,
            buffer: { type: kind, hasDynamicOffset, minBindingSize },
          })),
      }),
    ),
  });
}
