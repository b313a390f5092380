import { describe, expect, test } from "vitest";
import { expectNoGpuErrors, getDevice, looksTaken, newDevice, takeGpuErrors } from "./device.ts";

test("a compute dispatch doubles what it is given", async () => {
  const device = await getDevice();
  const input = new Uint32Array([1, 2, 3, 5, 8, 13, 21, 34]);
  expect(await double(device, input)).toEqual(input.map((x) => 2 * x));
});

test("the device asks for no feature and for default limits only", async () => {
  const device = await getDevice();
  expect([...device.features].filter((feature) => feature !== "core-features-and-limits")).toEqual([]);
  expect(device.limits.maxStorageBuffersPerShaderStage).toBe(8);
  expect(device.limits.maxComputeInvocationsPerWorkgroup).toBe(256);
  expect(await getDevice()).toBe(device);
});

test("an error that nobody awaits is seen", async () => {
  const device = await newDevice();
  device.createBuffer({ size: 4, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
  await expect(expectNoGpuErrors()).rejects.toThrow("1 uncaptured WebGPU error(s)");
  expect(await takeGpuErrors()).toEqual([]);
});

describe("somebody looks", () => {
  let before = 0;
  test("while this test runs, not yet", () => {
    before = looksTaken();
  });
  // The hook is set by watch.ts, for every file anew: files that share a process load this module once.
  test("after the test before this one", () => expect(looksTaken()).toBe(before + 1));
});

async function double(device: GPUDevice, input: Uint32Array<ArrayBuffer>): Promise<Uint32Array> {
  const code =
    "@group(0) @binding(0) var<storage, read_write> x: array<u32>; @compute @workgroup_size(4) fn main(@builtin(global_invocation_id) id: vec3u) { x[id.x] *= 2; }";
  const pipeline = await device.createComputePipelineAsync({
    layout: "auto",
    compute: { module: device.createShaderModule({ code }) },
  });
  const buffer = device.createBuffer({
    size: input.byteLength,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
  });
  const readback = device.createBuffer({
    size: input.byteLength,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  device.queue.writeBuffer(buffer, 0, input);
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(
    0,
    device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries: [{ binding: 0, resource: { buffer } }] }),
  );
  pass.dispatchWorkgroups(input.length / 4);
  pass.end();
  encoder.copyBufferToBuffer(buffer, 0, readback, 0, input.byteLength);
  device.queue.submit([encoder.finish()]);
  await readback.mapAsync(GPUMapMode.READ);
  return new Uint32Array(readback.getMappedRange().slice(0));
}
