/** Runs op calls through the real tone and augment kernels on pictures in scratch memory, without the engine around them. */
import { AUGMENT_CHUNK_SIZE, constants, kernels, opIds, writeAugmentChunk } from "../../src/generated/layouts.ts";
import { shaders } from "../../src/generated/shaders.ts";
import { encodeCall, type Picture, type Pipeline, Tables, widen } from "../unit/ops/op-driver.ts";

export interface Job {
  picture: Picture;
  call: { op: string; [argument: string]: unknown };
}

/** What the kernels make of every job's picture, four values a pixel. All pictures have one size. */
export async function runOnGpu(device: GPUDevice, jobs: Job[], pipeline: Pipeline): Promise<ArrayLike<number>[]> {
  const { height, width, channels } = jobs[0]!.picture;
  const area = height * width;
  const bytesPerPixel = pipeline === "u8" ? 4 : 16;
  const storage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
  const make = (size: number, usage: number) => device.createBuffer({ size, usage });
  const input = make(jobs.length * area * bytesPerPixel, storage);
  const output = make(input.size, storage);
  const tones = make(jobs.length * constants.toneBlock.TONE_BLOCK * 4, storage);
  const readback = make(input.size, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);

  jobs.forEach(({ picture }, i) => {
    const { values } = widen(picture, pipeline);
    const packed = pipeline === "u8" ? Uint8Array.from(values) : Float32Array.from(values);
    device.queue.writeBuffer(input, i * area * bytesPerPixel, packed);
  });
  const { words, records, listed } = programOf(jobs, pipeline);
  const program = make(words.byteLength, storage);
  device.queue.writeBuffer(program, 0, words);
  const block = new DataView(new ArrayBuffer(AUGMENT_CHUNK_SIZE));
  const size = { inWidth: width, inHeight: height, outWidth: width, outHeight: height, channels };
  const lanes = kernels.augment_pixels_u8.workgroupSize[0];
  const gridWidth = Math.ceil(area / lanes);
  writeAugmentChunk(block, 0, { ...size, records, gridWidth, firstPicture: 0, listed, low: 0, inverseRange: 1 });
  const chunk = make(AUGMENT_CHUNK_SIZE, GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST);
  device.queue.writeBuffer(chunk, 0, block.buffer);

  const buffers: Record<string, GPUBuffer> = { chunk, page_0: input, program, tables: tones, pixels: output };
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  for (const kernel of pipeline === "u8"
    ? (["tone_pixels_u8", "augment_pixels_u8"] as const)
    : (["tone_pixels_f32", "augment_pixels_f32"] as const)) {
    const bindings = Object.values(kernels[kernel].bindings);
    const layout = device.createBindGroupLayout({
      entries: bindings.map(({ binding, kind, minBindingSize }) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: { type: kind, minBindingSize },
      })),
    });
    const compute = { module: device.createShaderModule({ code: shaders[kernel] }), entryPoint: kernels[kernel].entryPoint };
    pass.setPipeline(
      await device.createComputePipelineAsync({ layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }), compute }),
    );
    const entries = bindings.map(({ name, binding }) => ({ binding, resource: { buffer: buffers[name]! } }));
    pass.setBindGroup(0, device.createBindGroup({ layout, entries }));
    pass.dispatchWorkgroups(kernel.startsWith("tone") ? 1 : gridWidth, jobs.length);
  }
  pass.end();
  encoder.copyBufferToBuffer(output, 0, readback, 0, output.size);
  device.queue.submit([encoder.finish()]);
  await readback.mapAsync(GPUMapMode.READ);
  const bytes = readback.getMappedRange().slice(0);
  for (const buffer of [input, output, tones, program, chunk, readback]) buffer.destroy();
  const values = pipeline === "u8" ? new Uint8Array(bytes) : new Float32Array(bytes);
  return jobs.map((_, i) => values.subarray(4 * i * area, 4 * (i + 1) * area));
}

/** Tables, then a record a picture, then a call a picture, then the list of all pictures for the tone kernel. */
function programOf(jobs: Job[], pipeline: Pipeline): { words: Uint32Array<ArrayBuffer>; records: number; listed: number } {
  const tables = new Tables();
  const calls = jobs.map(({ call, picture }) => encodeCall(call, { ...picture, table: tables.add }, pipeline));
  const tableWords = new Uint32Array(Uint8Array.from(tables.bytes).buffer);
  const records = tableWords.length / 4;
  const firstCall = records + jobs.length * constants.program.RECORD_STRIDE;
  const listed = firstCall + jobs.length * constants.program.CALL_STRIDE;
  const words = new Uint32Array(4 * (listed + Math.ceil(jobs.length / 4)));
  words.set([...jobs.keys()], 4 * listed);
  words.set(tableWords);
  jobs.forEach(({ call }, i) => {
    const at = firstCall + i * constants.program.CALL_STRIDE;
    words.set([i, constants.program.GATHER_NONE, at, 1], 4 * (records + i * constants.program.RECORD_STRIDE));
    words.set([(opIds as Record<string, number>)[call.op]!], 4 * at);
    words.set(calls[i]!, 4 * at + 4);
  });
  return { words, records, listed };
}
