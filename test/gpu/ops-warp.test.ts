/** Warps on the GPU against the reference: u8 to the byte, f32 to a few units in the last place. */
import { describe, expect, test } from "vitest";
import { warpPixelF32, warpPixelU8 } from "../../src/ops/lib/warp-reference.ts";
import { encodeWarp, warpWords } from "../../src/ops/lib/warp-words.ts";
import type { Warp } from "../../src/ops/op.ts";
import { throughPoints } from "../../src/ops/warp/perspective.ts";
import { readStructs, wordsModule } from "../../tools/shaders/words.mjs";
import { noise, noisePicture, type Picture, type Pipeline, pixelAt } from "../unit/ops/warp-picture.ts";
import { getDevice } from "./device.ts";

/** The library as it stands, put behind one another: none of it has conditions or clashing names. */
const library: Record<string, string> = import.meta.glob("../../shaders/lib/{op,warp_*}.wgsl", {
  query: "?raw",
  import: "default",
  eager: true,
});

const PROBE = `
struct Case { gather: Gather, source: vec4u, result: vec4u }

@group(0) @binding(0) var<storage, read> sources: array<Texel>;
@group(0) @binding(1) var<storage, read> cases: array<Case>;
@group(0) @binding(2) var<storage, read_write> results: array<Texel>;

var<private> source: vec4u;

fn input_size() -> vec2i { return vec2i(source.yz); }

fn texel(x: i32, y: i32) -> Texel {
  let last = input_size() - 1;
  return sources[source.x + u32(clamp(y, 0, last.y)) * source.y + u32(clamp(x, 0, last.x))];
}

@compute @workgroup_size(64)
fn probe(@builtin(global_invocation_id) id: vec3u) {
  let one = cases[id.y];
  let width = one.result.y;
  if (id.x >= width * one.result.z) { return; }
  source = one.source;
  let value = warp(one.gather, At(id.x % width, id.x / width, width, one.result.z, one.result.w));
  results[one.result.x + id.x] = value;
}
`;

const PIPELINES: Record<Pipeline, string> = {
  u8: `alias Texel = u32;
fn fetch_u8(x: i32, y: i32) -> vec4i { return vec4i((vec4u(texel(x, y)) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u)); }
fn warp(w: Gather, at: At) -> Texel {
  let bytes = vec4u(gather_warp_u8(read_warp(w), at)) << vec4u(0u, 8u, 16u, 24u);
  return bytes.x | bytes.y | bytes.z | bytes.w;
}`,
  f32: `alias Texel = vec4f;
fn fetch_f32(x: i32, y: i32) -> vec4f { return texel(x, y); }
fn warp(w: Gather, at: At) -> Texel { return gather_warp_f32(read_warp(w), at); }`,
};

function probeCode(pipeline: Pipeline): string {
  const other = pipeline === "u8" ? "f32" : "u8";
  const parts = Object.entries(library).filter(([path]) => !path.endsWith(`warp_${other}.wgsl`));
  expect(parts).toHaveLength(4);
  const files = Object.fromEntries(parts.map(([path, text]) => [path.replace("../../shaders/", ""), text]));
  const reader = wordsModule([readStructs(files).get("Warp")!]);
  return [...parts.map(([, text]) => text), reader]
    .map((text) => text.replace(/^import .*;$/gm, ""))
    .concat(PIPELINES[pipeline], PROBE)
    .join("\n");
}

interface Job {
  picture: Picture;
  warp: Warp;
}

const sizeOf = ({ picture, warp }: Job) => warp.size ?? { width: picture.width, height: picture.height };

/** What the GPU makes of all jobs, four values a pixel. */
async function onGpu(jobs: Job[], pipeline: Pipeline): Promise<ArrayLike<number>[]> {
  const device = await getDevice();
  const bytesOf = pipeline === "u8" ? 4 : 16;
  const areas = jobs.map((job) => sizeOf(job).width * sizeOf(job).height);
  const inputs = jobs.map(({ picture }) => picture.width * picture.height);
  const starts = (counts: number[]) => counts.map((_, i) => counts.slice(0, i).reduce((sum, count) => sum + count, 0));
  const [sourceStarts, resultStarts] = [starts(inputs), starts(areas)];
  const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);

  const values = jobs.flatMap(({ picture }) => allPixels(picture, pipeline));
  const sources = pipeline === "u8" ? Uint8Array.from(values) : Float32Array.from(values);
  const cases = Uint32Array.from(
    jobs.flatMap((job, i) => {
      const { width, height } = sizeOf(job);
      const { picture } = job;
      const words = encodeWarp(job.warp, picture, { width, height }, pipeline);
      return [
        ...warpWords.encode(words),
        sourceStarts[i]!,
        picture.width,
        picture.height,
        0,
        resultStarts[i]!,
        width,
        height,
        picture.channels,
      ];
    }),
  );
  const upload = (data: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>) => {
    const buffer = device.createBuffer({ size: data.byteLength, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
    device.queue.writeBuffer(buffer, 0, data);
    return buffer;
  };
  const size = total(areas) * bytesOf;
  const results = device.createBuffer({ size, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC });
  const reading = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const module = device.createShaderModule({ code: probeCode(pipeline) });
  const { messages } = await module.getCompilationInfo();
  expect(messages.map(({ type, lineNum, message }) => `${type} ${lineNum}: ${message}`)).toEqual([]);
  const kernel = await device.createComputePipelineAsync({ layout: "auto", compute: { module, entryPoint: "probe" } });
  const buffers = [upload(sources), upload(cases), results];
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(kernel);
  pass.setBindGroup(
    0,
    device.createBindGroup({
      layout: kernel.getBindGroupLayout(0),
      entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
    }),
  );
  pass.dispatchWorkgroups(Math.ceil(Math.max(...areas) / 64), jobs.length);
  pass.end();
  encoder.copyBufferToBuffer(results, 0, reading, 0, size);
  device.queue.submit([encoder.finish()]);
  await reading.mapAsync(GPUMapMode.READ);
  const copied = reading.getMappedRange().slice(0);
  for (const buffer of [...buffers, reading]) buffer.destroy();
  const all = pipeline === "u8" ? new Uint8Array(copied) : new Float32Array(copied);
  return areas.map((area, i) => all.subarray(4 * resultStarts[i]!, 4 * (resultStarts[i]! + area)));
}

function allPixels(picture: Picture, pipeline: Pipeline): number[] {
  const opaque = pipeline === "u8" ? 255 : 1;
  return Array.from({ length: picture.width * picture.height }, (_, i) =>
    pixelAt(picture, i % picture.width, Math.floor(i / picture.width), opaque),
  ).flat();
}

function onReference(job: Job, pipeline: Pipeline): number[] {
  const { picture, warp } = job;
  const { width, height } = sizeOf(job);
  const words = encodeWarp(warp, picture, { width, height }, pipeline);
  const make = pipeline === "u8" ? warpPixelU8 : warpPixelF32;
  const fetch = (x: number, y: number) => pixelAt(picture, x, y, pipeline === "u8" ? 255 : 1);
  return Array.from({ length: width * height }, (_, i) =>
    make(words, fetch, { x: i % width, y: Math.floor(i / width), width, height, channels: picture.channels }, picture),
  ).flat();
}

/* ------------------------------------------------------------------ random warps */

const shapes = [
  [1, 1],
  [2, 2],
  [9, 1],
  [1, 7],
  [13, 8],
  [31, 22],
] as const;

/** A warp of any kind the shader tells apart. */
function randomJob(seed: number, pipeline: Pipeline): Job {
  const next = noise(seed);
  const upTo = (n: number) => Math.floor(next() * n);
  const choose = <T>(list: readonly T[]): T => list[upTo(list.length)]!;
  const [width, height] = choose(shapes);
  const channels = choose([1, 3, 4]);
  const bytes = noisePicture(width, height, channels, seed);
  const picture = pipeline === "u8" ? bytes : { ...bytes, data: Float32Array.from(bytes.data, (x) => x / 255) };
  const reading = {
    interpolation: choose(["nearest", "bilinear", "bicubic"] as const),
    edge: choose(["constant", "constant", "reflect", "symmetric", "edge", "wrap"] as const),
    fill: choose([undefined, [0], [200], [1, 90, 255], [10, 20, 30, 40]]),
    peer: choose(["pillow", "torchvision"] as const),
  };
  const spread = (by: number) => (next() - 0.5) * by;
  const kind = choose(["affine", "affine", "homography", "average", "window"] as const);
  const size = { width: 1 + upTo(24), height: 1 + upTo(24) };
  if (kind === "homography") {
    const corners = [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ] as const;
    const ends = corners.map(([x, y]) => [x + spread(0.6 * width), y + spread(0.6 * height)] as const);
    return { picture, warp: { ...reading, matrix: throughPoints(ends, corners) } };
  }
  if (kind === "affine") {
    const matrix = [1 + spread(3), spread(2), spread(2 * width), spread(2), 1 + spread(3), spread(2 * height)];
    return { picture, warp: { ...reading, matrix, ...(next() < 0.3 ? { size } : {}) } };
  }
  const left = upTo(width);
  const top = upTo(height);
  const window = { left, top, width: 1 + upTo(width - left), height: 1 + upTo(height - top) };
  const box =
    next() < 0.5
      ? window
      : { left: left + spread(1), top: top + spread(1), width: window.width + spread(0.5), height: window.height + next() };
  const matrix = [box.width / size.width, 0, box.left, 0, box.height / size.height, box.top];
  const average = kind === "average" && reading.interpolation !== "bicubic";
  // Flipped, as a fold with a flip leaves it.
  if (next() < 0.4) {
    matrix[2] = box.left + box.width;
    matrix[0] = -matrix[0]!;
  }
  return { picture, warp: { ...reading, matrix, size, window, antialias: average } };
}

describe("a few hundred warps of every kind, peer, edge and interpolation", () => {
  const seeds = Array.from({ length: 600 }, (_, i) => i + 1);

  test("u8: GPU and reference agree to the byte", async () => {
    const jobs = seeds.map((seed) => randomJob(seed, "u8"));
    const made = await onGpu(jobs, "u8");
    jobs.forEach((job, i) => {
      expect(Array.from(made[i]!), `seed ${seeds[i]} ${JSON.stringify(job.warp)}`).toEqual(onReference(job, "u8"));
    });
  });

  test("f32: to 16 units in the last place of the largest value a sum can have in between", async () => {
    const jobs = seeds.map((seed) => randomJob(seed, "f32"));
    const made = await onGpu(jobs, "f32");
    jobs.forEach((job, i) => {
      const wanted = onReference(job, "f32");
      let worst = 0;
      wanted.forEach((value, k) => {
        worst = Math.max(worst, Math.abs(made[i]![k]! - value));
      });
      expect(worst, `seed ${seeds[i]} ${JSON.stringify(job.warp)}`).toBeLessThanOrEqual(16 * 2 ** -23);
    });
  });
});

test("large pictures: places deep in 4,096 pixels are the same on both sides", async () => {
  const picture = noisePicture(4096, 3, 1);
  const plain = { edge: "constant", fill: [7], peer: "pillow", interpolation: "bilinear" } as const;
  const jobs: Job[] = [
    { picture, warp: { ...plain, matrix: [1.0003, 0.2, -3.7, 0.0002, 1.1, 0.3] } },
    { picture, warp: { ...plain, matrix: [1.1, 0.02, 1.5, 0, 1, 0, 0.00002, 0, 1] } },
    { picture, warp: { ...plain, matrix: [4096 / 37, 0, 0, 0, 3, 0], size: { width: 37, height: 1 }, antialias: true, edge: "edge" } },
  ];
  const made = await onGpu(jobs, "u8");
  jobs.forEach((job, i) => {
    expect(Array.from(made[i]!), JSON.stringify(job.warp)).toEqual(onReference(job, "u8"));
  });
});
