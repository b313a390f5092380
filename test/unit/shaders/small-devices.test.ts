/** What the kernels ask of a device of the compatibility feature level, and of the devices that are refused. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createEngine, createOps, InputError, mixup } from "mixwell";
import { describe, expect, test } from "vitest";
import type { Kernel, KernelName } from "../../../src/generated/kernels.ts";
import { DeviceSizes } from "../../../src/gpu/device-sizes.ts";
import { shaders } from "../../../src/wgsl/complete.ts";
import { kernels } from "../../../src/wgsl/kernels.ts";
import { reflectShader } from "../../../tools/shaders/reflect.mjs";

/** The default limits of the two feature levels, as far as a compute pipeline is bound by them (WebGPU, "Limits"). */
const CORE = {
  maxBindGroups: 4,
  maxBindingsPerBindGroup: 1000,
  maxStorageBuffersPerShaderStage: 8,
  maxUniformBuffersPerShaderStage: 12,
  maxDynamicUniformBuffersPerPipelineLayout: 8,
  maxUniformBufferBindingSize: 65536,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupSizeX: 256,
  maxComputeWorkgroupSizeY: 256,
  maxComputeWorkgroupSizeZ: 64,
  maxComputeWorkgroupStorageSize: 16384,
  maxComputeWorkgroupsPerDimension: 65535,
};
const COMPATIBILITY = {
  ...CORE,
  maxUniformBufferBindingSize: 16384,
  maxComputeInvocationsPerWorkgroup: 128,
  maxComputeWorkgroupSizeX: 128,
  maxComputeWorkgroupSizeY: 128,
};

type Limits = typeof CORE;

const reflected = new Map<string, ReturnType<typeof reflectShader>>();

/** What a kernel's text says. Each is read once: that takes longer than all the rest. */
function reflect(name: string, wgsl: string) {
  const known = reflected.get(wgsl) ?? reflectShader(name, wgsl);
  reflected.set(wgsl, known);
  return known;
}

/** What a kernel's text asks of a device. */
function askedBy(name: string, wgsl: string): Limits {
  const { bindings, workgroupSize, workgroupBytes } = reflect(name, wgsl);
  const [x, y, z] = workgroupSize;
  const uniforms = bindings.filter(({ kind }) => kind === "uniform");
  return {
    maxBindGroups: 1 + Math.max(...bindings.map(({ group }) => group)),
    maxBindingsPerBindGroup: 1 + Math.max(...bindings.map(({ binding }) => binding)),
    maxStorageBuffersPerShaderStage: bindings.length - uniforms.length,
    maxUniformBuffersPerShaderStage: uniforms.length,
    maxDynamicUniformBuffersPerPipelineLayout: bindings.filter(({ hasDynamicOffset }) => hasDynamicOffset).length,
    maxUniformBufferBindingSize: Math.max(0, ...uniforms.map(({ minBindingSize }) => minBindingSize)),
    maxComputeInvocationsPerWorkgroup: x * y * z,
    maxComputeWorkgroupSizeX: x,
    maxComputeWorkgroupSizeY: y,
    maxComputeWorkgroupSizeZ: z,
    maxComputeWorkgroupStorageSize: workgroupBytes,
    maxComputeWorkgroupsPerDimension: 0,
  };
}

/** By which limits a kernel's text is too large. */
function excesses(name: string, wgsl: string, limits: Limits): string[] {
  const wanted = askedBy(name, wgsl);
  return Object.keys(wanted).filter((limit) => wanted[limit as keyof Limits] > limits[limit as keyof Limits]);
}

describe("no kernel asks for more than a device has", () => {
  const names = Object.keys(shaders) as KernelName[];

  test.each(names)("%s", (name) => {
    const small = new DeviceSizes(COMPATIBILITY, "device");
    expect(excesses(name, small.textOf(shaders[name]), COMPATIBILITY)).toEqual([]);
    const { bindings } = reflect(name, small.textOf(shaders[name]));
    expect(small.blockBytes(kernels[name] as Kernel)).toBe(
      bindings.find(({ name }) => name === "chunk")?.minBindingSize ?? 0,
    );
    // A device with the default limits gets the published text.
    const large = new DeviceSizes(CORE, "device");
    expect(large.textOf(shaders[name])).toBe(shaders[name]);
    expect(excesses(name, shaders[name], CORE)).toEqual([]);
  });

  test("the published text of some asks for more than the compatibility level has, so the search finds something", () => {
    expect(excesses("mix_quads_u8_f32", shaders.mix_quads_u8_f32, COMPATIBILITY)).toEqual([
      "maxUniformBufferBindingSize",
    ]);
    expect(excesses("labels_ids", shaders.labels_ids, COMPATIBILITY)).toEqual(["maxUniformBufferBindingSize"]);
    expect(excesses("tone_u8", shaders.tone_u8, COMPATIBILITY)).toEqual([
      "maxComputeInvocationsPerWorkgroup",
      "maxComputeWorkgroupSizeX",
    ]);
  });

  test("nothing but the three sizes differs", () => {
    const small = new DeviceSizes(COMPATIBILITY, "device");
    const changed = new Set<string>();
    for (const name of names) {
      const lines = shaders[name].split("\n");
      small
        .textOf(shaders[name])
        .split("\n")
        .forEach((line, i) => {
          if (line !== lines[i]) changed.add(line.replace(/\d+/, "…"));
        });
    }
    expect([...changed].sort()).toEqual(["const LABEL_SLOTS = …u;", "const MIX_SLOTS = …u;", "const TONE_LANES = …u;"]);
  });
});

describe("a device that cannot hold even the small sizes is refused by the name of its limit", () => {
  const NEEDED: Partial<Limits> = {
    maxStorageBuffersPerShaderStage: 7,
    maxUniformBufferBindingSize: 1120,
    maxComputeInvocationsPerWorkgroup: 64,
    maxComputeWorkgroupSizeX: 64,
    maxComputeWorkgroupStorageSize: 7440,
    maxComputeWorkgroupsPerDimension: 65535,
  };
  /** A device that has these limits and refuses to do anything. */
  const standIn = (limits: Limits) => {
    const made: string[] = [];
    const handler: ProxyHandler<object> = {
      get(_, name) {
        if (name === "limits") return limits;
        if (name === "lost") return new Promise(() => {});
        if (name === "queue") return {};
        return () => made.push(String(name));
      },
    };
    return { device: new Proxy({}, handler) as GPUDevice, made };
  };

  test.each(Object.entries(NEEDED))("%s", async (name, needed) => {
    const { device, made } = standIn({ ...COMPATIBILITY, [name]: needed - 1 });
    const message = `a device whose ${name} is at least ${needed} (request it with requiredLimits: { ${name}: ${needed} }), found ${needed - 1}`;
    await expect(createEngine(device, { policy: mixup(), warm: false })).rejects.toThrow(
      `createEngine.device: expected ${message}`,
    );
    await expect(createEngine(device, { policy: mixup(), warm: false })).rejects.toThrow(InputError);
    expect(() => createOps(device)).toThrow(`createOps.device: expected ${message}`);
    expect(made).toEqual([]);
    // One that has just enough is taken.
    await createEngine(standIn({ ...COMPATIBILITY, [name]: needed }).device, { policy: mixup(), warm: false });
  });
});

/** The most that the kernels of each entry point ask for, as docs/kernels-alone.md has it. */
function tableOfLimits(): string[] {
  const small = new DeviceSizes(COMPATIBILITY, "device");
  const rows = new Map<string, { storage: number; bytes: number; core: Limits; less: Limits }>();
  for (const name of Object.keys(shaders) as KernelName[]) {
    const { entryPoint } = kernels[name];
    const [core, less] = [askedBy(name, shaders[name]), askedBy(name, small.textOf(shaders[name]))];
    const before = rows.get(entryPoint);
    rows.set(entryPoint, {
      storage: Math.max(before?.storage ?? 0, core.maxStorageBuffersPerShaderStage),
      bytes: Math.max(before?.bytes ?? 0, core.maxComputeWorkgroupStorageSize),
      core: before && before.core.maxUniformBufferBindingSize > core.maxUniformBufferBindingSize ? before.core : core,
      less: before && before.less.maxUniformBufferBindingSize > less.maxUniformBufferBindingSize ? before.less : less,
    });
  }
  const number = (value: number) => value.toLocaleString("en");
  const both = (core: number, less: number) => (core === less ? number(core) : `${number(core)} (${number(less)})`);
  return [...rows].map(
    ([entry, { storage, bytes, core, less }]) =>
      `| \`${entry}\` | ${storage} | ${both(core.maxUniformBufferBindingSize, less.maxUniformBufferBindingSize)} | ${number(bytes)} | ${both(core.maxComputeInvocationsPerWorkgroup, less.maxComputeInvocationsPerWorkgroup)} |`,
  );
}

test("docs/kernels-alone.md says what each kernel asks of a device", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/kernels-alone.md"), "utf8");
  const rows = tableOfLimits();
  expect(rows.length).toBeGreaterThan(8);
  expect(page.split("\n").filter((line) => /^\| `\w+` \| \d/.test(line))).toEqual(rows);
});
