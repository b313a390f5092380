/** Small kernels around single ops of shaders/ops, put together from the sources without the engine's buffers. */

import type { Words } from "../../src/ops/op.ts";
import { spelledOut } from "../../tools/shaders/both.mjs";
import { readerOf, readStructs, wordsModule } from "../../tools/shaders/words.mjs";

const files: Record<string, string> = import.meta.glob("../../shaders/**/*.wgsl", { query: "?raw", import: "default", eager: true });

/** Each function for both pipelines as two, as tools/shaders/dispatch.mjs spells them out. */
const sources: Record<string, string> = Object.fromEntries(
  Object.entries(files).map(([path, text]) => [path, spelledOut(path.replace("../../shaders/", ""), text)]),
);

/** What stands in for the modules that read the engine's buffers. Every pixel and result is a vec4u: bytes, or the bits of f32. */
const STUBS: Record<string, string> = {
  "lib/picture": `
    @group(0) @binding(0) var<storage, read> size: vec4u;
    @group(0) @binding(1) var<storage, read> source: array<vec4u>;
    fn input_size() -> vec2i { return vec2i(size.xy); }
    fn source_at(x: i32, y: i32) -> vec4u {
      return source[clamp(y, 0, i32(size.y) - 1) * i32(size.x) + clamp(x, 0, i32(size.x) - 1)];
    }`,
  "lib/fetch_u8": `
    import package::lib::picture::source_at;
    fn fetch_u8(x: i32, y: i32) -> vec4i { return vec4i(source_at(x, y)); }`,
  "lib/fetch_f32": `
    import package::lib::picture::source_at;
    fn fetch_f32(x: i32, y: i32) -> vec4f { return bitcast<vec4f>(source_at(x, y)); }`,
  "lib/program": `
    @group(0) @binding(2) var<storage, read> program: array<vec4u>;
    fn host_byte(table: u32, index: u32) -> u32 {
      return (program[table + (index >> 4u)][(index >> 2u) & 3u] >> (8u * (index & 3u))) & 255u;
    }`,
};

const HEAD = `
  import package::lib::op::{Args, At};
  import package::lib::picture::{size, source_at};
  import package::lib::program::program;
  @group(0) @binding(3) var<storage, read> calls: array<Args>;
  @group(0) @binding(4) var<storage, read_write> results: array<vec4u>;`;

/** The module of an op, whatever family's folder it is in: `ops::stencil::jigsaw`. */
function moduleOf(op: string): string {
  const path = Object.keys(sources).find((name) => name.includes("/ops/") && name.endsWith(`/${op}.wgsl`));
  if (path === undefined) throw new Error(`no shader for ${op}`);
  return path.replace("../../shaders/", "").replace(".wgsl", "").replaceAll("/", "::");
}

/** The call's arguments in WGSL, and what reads them: the words are named by the struct in the op's own file. */
function argumentsOf(op: string, pipeline: "u8" | "f32"): { given: string; imports: string } {
  const parameters = sources[`../../shaders/${moduleOf(op).replaceAll("::", "/")}.wgsl`]!.match(`fn ${op}_${pipeline}\\(([^)]*)\\)`)![1]!;
  const struct = /\bargs: (\w+)/.exec(parameters)?.[1];
  const reader = struct && readerOf(struct);
  const at = /\bat: At\b/.test(parameters);
  const given = [...(/\bv: /.test(parameters) ? ["v"] : []), ...(reader ? [`${reader}(calls[id.y])`] : []), ...(at ? ["at"] : [])];
  return { given: given.join(", "), imports: reader ? `import package::op_words::${struct}::${reader};` : "" };
}

/** One invocation a pixel (x) and call (y) of an op. */
const pixelKernel = (op: string, pipeline: "u8" | "f32") => {
  const { given, imports } = argumentsOf(op, pipeline);
  const pixel = pipeline === "u8" ? "vec4i(source_at(i32(at.x), i32(at.y)))" : "bitcast<vec4f>(source_at(i32(at.x), i32(at.y)))";
  return `${HEAD}
  import package::${moduleOf(op)}::${op}_${pipeline};
  ${imports}
  @compute @workgroup_size(64)
  fn main(@builtin(global_invocation_id) id: vec3u) {
    if (id.x >= size.x * size.y) { return; }
    let at = At(id.x % size.x, id.x / size.x, size.x, size.y, size.z);
    let v = ${pixel};
    results[id.y * size.x * size.y + id.x] = bitcast<vec4u>(${op}_${pipeline}(${given}));
  }`;
};

/** One workgroup a tile of 16 × 16 pixels (x) and call (y): the first half of \`jpegQuality\`. */
const tileKernel = `${HEAD}
  import package::lib::jpeg::code_tile;
  import package::op_words::JpegQuality::read_jpeg_quality;
  @compute @workgroup_size(64)
  fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
    let across = (size.x + 15u) / 16u;
    let tile = vec2u(group.x % across, group.x / across);
    let args = read_jpeg_quality(calls[group.y]);
    let cell = code_tile(tile, lane, args.scale, args.halved != 0u);
    for (var i = 0u; i < 4u; i++) {
      let x = 16u * tile.x + 2u * (lane & 7u) + (i & 1u);
      let y = 16u * tile.y + 2u * (lane >> 3u) + (i >> 1u);
      if (x < size.x && y < size.y) { results[(group.y * size.y + y) * size.x + x] = vec4u(cell[i]); }
    }
  }`;

/** The generated reader of one struct of named words. */
function wordsOf(module: string): string | undefined {
  if (!module.startsWith("op_words/")) return undefined;
  const paths = Object.entries(sources).map(([path, text]) => [path.replace("../../shaders/", ""), text] as const);
  return wordsModule([readStructs(Object.fromEntries(paths)).get(module.slice("op_words/".length))!]);
}

/** The text with everything it imports. */
function bundle(entry: string, pipeline: "u8" | "f32"): string {
  const taken = new Set<string>();
  const parts: string[] = [];
  const add = (text: string) => {
    const chosen = text.replace(/^@if\((\w+)_pipeline\) (import .*;|fn [\s\S]*?^\})/gm, (_, which, declaration) =>
      which === pipeline ? declaration : "",
    );
    const body = chosen.replace(/^\s*import package::([\w:]+)::(?:\w+|\{[^}]*\});/gm, (_, module: string) => {
      const path = module.replaceAll("::", "/");
      // The picture's size comes with the stub of whichever module the source takes it from.
      for (const needed of /input_size/.test(chosen) ? [path, "lib/picture"] : [path]) {
        if (!taken.has(needed)) {
          taken.add(needed);
          const found = STUBS[needed] ?? wordsOf(needed) ?? sources[`../../shaders/${needed}.wgsl`];
          if (found === undefined) throw new Error(`no shaders/${needed}.wgsl`);
          add(found);
        }
      }
      return "";
    });
    parts.push(body);
  };
  add(entry);
  return parts.join("\n");
}

export interface Run {
  op: string;
  pipeline: "u8" | "f32";
  kind: "stencil" | "mask" | "tile";
  width: number;
  height: number;
  channels: number;
  /** RGBA: bytes, or floats. */
  values: ArrayLike<number>;
  calls: readonly Words[];
  tables?: ArrayLike<number>;
}

interface Compiled {
  code: string;
  layout: GPUBindGroupLayout;
  compute: GPUComputePipeline;
}

const compiled = new WeakMap<GPUDevice, Compiled[]>();

async function compile(device: GPUDevice, code: string): Promise<Compiled> {
  const known = compiled.get(device)?.find((one) => one.code === code);
  if (known) return known;
  const module = device.createShaderModule({ code });
  const { messages } = await module.getCompilationInfo();
  if (messages.length > 0)
    throw new Error(messages.map(({ lineNum, message }) => `${message}: ${code.split("\n")[lineNum - 1]}`).join("\n"));
  const layout = device.createBindGroupLayout({
    entries: [0, 1, 2, 3, 4].map((binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type: binding === 4 ? "storage" : "read-only-storage" },
    })),
  });
  const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
  const compute = await device.createComputePipelineAsync({ layout: pipelineLayout, compute: { module, entryPoint: "main" } });
  const made = { code, layout, compute };
  compiled.set(device, [...(compiled.get(device) ?? []), made]);
  return made;
}

/** What each call makes of the picture, RGBA. */
export async function runKernel(device: GPUDevice, run: Run): Promise<(Uint32Array | Float32Array)[]> {
  const { op, pipeline, kind, width, height, channels, values, calls, tables = [] } = run;
  const code = bundle(kind === "tile" ? tileKernel : pixelKernel(op, pipeline), pipeline);
  const { compute, layout } = await compile(device, code);
  const upload = (data: Uint32Array) => {
    const buffer = device.createBuffer({ size: Math.max(data.byteLength, 16), usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
    device.queue.writeBuffer(buffer, 0, data as Uint32Array<ArrayBuffer>);
    return buffer;
  };
  const source = pipeline === "u8" ? Uint32Array.from(values) : new Uint32Array(Float32Array.from(values).buffer);
  const words = Uint32Array.from(calls.flatMap((call) => [...call, ...new Array<number>(8 - call.length).fill(0)]));
  const bytes = 16 * width * height * calls.length;
  const results = device.createBuffer({ size: bytes, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC });
  const staging = device.createBuffer({ size: bytes, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const table = new Uint32Array(
    Uint8Array.from([...Array.from(tables), ...new Array<number>((16 - (tables.length % 16)) % 16).fill(0)]).buffer,
  );
  const buffers = [upload(Uint32Array.of(width, height, channels, 0)), upload(source), upload(table), upload(words), results];
  const group = device.createBindGroup({ layout, entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })) });

  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(compute);
  pass.setBindGroup(0, group);
  const groups = kind === "tile" ? Math.ceil(width / 16) * Math.ceil(height / 16) : Math.ceil((width * height) / 64);
  pass.dispatchWorkgroups(groups, calls.length);
  pass.end();
  encoder.copyBufferToBuffer(results, 0, staging, 0, bytes);
  device.queue.submit([encoder.finish()]);
  await staging.mapAsync(GPUMapMode.READ);
  const all = staging.getMappedRange().slice(0);
  for (const buffer of [...buffers, staging]) buffer.destroy();
  // A tile comes in bytes in both pipelines.
  const View = pipeline === "u8" || kind === "tile" ? Uint32Array : Float32Array;
  return calls.map((_, i) => new View(all, 16 * width * height * i, 4 * width * height));
}
