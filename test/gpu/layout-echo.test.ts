/**
 * The generated struct layouts held against a real WGSL compiler, so that no reflection library has to be trusted:
 * every field of every struct the host writes gets a number of its own through the generated writers, and a kernel with
 * the struct's own WGSL declaration copies each field out.
 */
import { describe, expect, test } from "vitest";
import type { KernelName } from "../../src/generated/kernels.ts";
import * as layouts from "../../src/generated/layouts.ts";
import { shaders } from "../../src/wgsl/complete.ts";
import { getDevice } from "./device.ts";

const generated = layouts as unknown as Record<string, unknown>;
const names = Object.keys(shaders) as KernelName[];

interface Field {
  /** As a WGSL expression: `row.mean`. */
  path: string;
  type: string;
  /** For an array, the constant or number of its elements. */
  count?: string;
}

type Value = number | number[] | { [field: string]: Value };

/** Every struct of a shader by name, as the text says it. */
function structsOf(wgsl: string): Map<string, Field[]> {
  const code = wgsl.replace(/\/\/.*$/gm, "");
  return new Map(
    [...code.matchAll(/^struct (\w+) \{([^}]*)\}/gm)].map(([, name = "", body = ""]) => {
      const members = [...body.matchAll(/(\w+)\s*:\s*(?:array<(\w+), (\w+)>|(\w+))\s*,/g)];
      return [
        name,
        members.map(([, path = "", element, count, type]) => ({ path, type: element ?? type ?? "", count })),
      ];
    }),
  );
}

/** The uniform structs of all shaders: name, and a shader that declares it. */
function uniformStructs(): [struct: string, shader: KernelName][] {
  const found = new Map<string, KernelName>();
  for (const name of names) {
    for (const [, struct = ""] of shaders[name].matchAll(/var<uniform> \w+: (\w+);/g))
      found.set(struct, found.get(struct) ?? name);
  }
  return [...found];
}

const camel = (name: string): string => name.replace(/_+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(`_${name}`);
const upper = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();

const words = new DataView(new ArrayBuffer(4));
/** The 32 bits of a value of a WGSL scalar type. */
function bitsOf(type: string, value: number): number {
  if (type === "f") words.setFloat32(0, value);
  else words.setInt32(0, value);
  return words.getUint32(0);
}

/** Fills one struct through its writers, and lists what a kernel should read where. */
class Echo {
  readonly statements: string[] = [];
  readonly expected: number[] = [];
  private drawn = 0;

  constructor(
    private readonly structs: Map<string, Field[]>,
    private readonly view: DataView,
    private readonly at: number,
    first: number,
  ) {
    this.drawn = first;
  }

  write(struct: string, variable: string): void {
    const fields = this.structs.get(struct) ?? [];
    expect(fields.length, `members of struct ${struct} in its WGSL`).toBeGreaterThan(0);
    const own = Object.fromEntries(
      fields
        .filter(({ count }) => !count)
        .map((field) => [camel(field.path), this.fresh(field.type, `${variable}.${field.path}`)]),
    );
    if (Object.keys(own).length > 0) this.call(`write${struct}`, this.at, own);
    for (const { path, type, count } of fields) if (count) this.writeArray(struct, variable, path, type);
  }

  private writeArray(struct: string, variable: string, path: string, type: string): void {
    const count = generated[`${upper(struct)}_${path.toUpperCase()}_COUNT`] as number;
    expect(count, `elements of ${struct}.${path}`).toBeGreaterThan(0);
    // One loop for the array: a statement an element would be thousands of them.
    const start = this.expected.length;
    for (let i = 0; i < count; i++) {
      const statements = this.statements.length;
      this.call(`write${struct}${pascal(path)}`, this.at, i, this.fresh(type, `${variable}.${path}[i]`));
      if (i > 0) this.statements.length = statements;
    }
    const perElement = (this.expected.length - start) / count;
    const body = this.statements.splice(this.statements.length - perElement);
    const copies = body.map((statement) =>
      statement.replace(/^echo\[first \+ (\d+)u\]/, (_, n: string) => `echo[first + ${n}u + ${perElement}u * i]`),
    );
    this.statements.push(`for (var i = 0u; i < ${count}u; i++) {\n    ${copies.join("\n    ")}\n  }`);
  }

  private call(writer: string, ...args: unknown[]): void {
    expect(generated[writer], `${writer} in src/generated/layouts.ts`).toBeTypeOf("function");
    (generated[writer] as (...args: unknown[]) => void)(this.view, ...args);
  }

  /** A value of a WGSL type in which every number is new. */
  private fresh(type: string, path: string): Value {
    const vector = type.match(/^vec([234])([uif])$/);
    if (vector)
      return Array.from({ length: Number(vector[1]) }, (_, i) => this.scalar(vector[2] ?? "", `${path}.${"xyzw"[i]}`));
    const inner = this.structs.get(type);
    if (inner)
      return Object.fromEntries(
        inner.map((field) => [camel(field.path), this.fresh(field.type, `${path}.${field.path}`)]),
      );
    return this.scalar(type[0] ?? "", path);
  }

  private scalar(type: string, path: string): number {
    const value = type === "f" ? ++this.drawn + 0.5 : ++this.drawn;
    this.statements.push(`echo[first + ${this.expected.length}u] = bitcast<u32>(${path});`);
    this.expected.push(bitsOf(type, value));
    return value;
  }
}

describe("every field of a struct the host writes arrives where the shader reads it", () => {
  test.each(uniformStructs())("%s", async (struct, shader) => {
    const device = await getDevice();
    const size = generated[`${upper(struct)}_SIZE`] as number;
    expect(size, `${upper(struct)}_SIZE`).toBeGreaterThan(0);

    // Two of them, one behind the other: the second is right only if the size is.
    const bytes = new DataView(new ArrayBuffer(2 * size));
    const structs = structsOf(shaders[shader]);
    const first = new Echo(structs, bytes, 0, 0);
    first.write(struct, "block");
    const second = new Echo(structs, bytes, size, first.expected.length);
    second.write(struct, "block");
    const expected = [...first.expected, ...second.expected];
    expect(new Set(expected).size, "distinct numbers").toBe(expected.length);

    const copy = first.statements.join("\n  ");
    const code = `${declarationsOf(shaders[shader])}
@group(0) @binding(0) var<uniform> one: ${struct};
@group(0) @binding(1) var<storage, read> both: array<${struct}, 2>;
@group(0) @binding(2) var<storage, read_write> echo: array<u32>;

@compute @workgroup_size(1)
fn from_uniform() {
  let first = 0u;
  ${copy.replaceAll("block.", "one.")}
}

@compute @workgroup_size(1)
fn from_storage() {
  let first = ${first.expected.length}u;
  ${copy.replaceAll("block.", "both[1].")}
}
`;
    const echoed = await runEcho(device, code, bytes, size, expected.length);
    expect([...echoed]).toEqual(expected);
  });

  test("there are structs to echo", () => {
    expect(uniformStructs().length).toBeGreaterThan(0);
  });
});

/** The types and constants of a shader, without its bindings and functions. */
function declarationsOf(wgsl: string): string {
  return [...wgsl.matchAll(/^struct \w+ \{[^}]*\}|^(?:enable|alias|const) .*;/gm)]
    .map(([declaration]) => declaration)
    .join("\n");
}

async function runEcho(
  device: GPUDevice,
  code: string,
  bytes: DataView<ArrayBuffer>,
  size: number,
  count: number,
): Promise<Uint32Array> {
  const make = (usage: number, length: number) => device.createBuffer({ size: length, usage });
  const uniform = make(GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST, size);
  const storage = make(GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST, 2 * size);
  const echo = make(GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC, 4 * count);
  const result = make(GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST, 4 * count);
  device.queue.writeBuffer(uniform, 0, bytes.buffer, 0, size);
  device.queue.writeBuffer(storage, 0, bytes.buffer);

  const layout = device.createBindGroupLayout({
    entries: [
      // A size too small for the struct fails here; one too large fails in the echo of the second.
      { binding: 0, visibility: GPUShaderStage.COMPUTE, buffer: { type: "uniform", minBindingSize: size } },
      { binding: 1, visibility: GPUShaderStage.COMPUTE, buffer: { type: "read-only-storage" } },
      { binding: 2, visibility: GPUShaderStage.COMPUTE, buffer: { type: "storage" } },
    ],
  });
  const bindGroup = device.createBindGroup({
    layout,
    entries: [uniform, storage, echo].map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
  const module = device.createShaderModule({ code });
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setBindGroup(0, bindGroup);
  for (const entryPoint of ["from_uniform", "from_storage"]) {
    const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
    pass.setPipeline(
      await device.createComputePipelineAsync({ layout: pipelineLayout, compute: { module, entryPoint } }),
    );
    pass.dispatchWorkgroups(1);
  }
  pass.end();
  encoder.copyBufferToBuffer(echo, 0, result, 0, 4 * count);
  device.queue.submit([encoder.finish()]);
  await result.mapAsync(GPUMapMode.READ);
  const words = new Uint32Array(result.getMappedRange().slice(0));
  for (const buffer of [uniform, storage, echo, result]) buffer.destroy();
  return words;
}
