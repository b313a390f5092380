/** The caller's own passes: one before the mixing, one after it. */

/** Halves every byte of a buffer of u8 pixels. */
const DARKEN = /* wgsl */ `
@group(0) @binding(0) var<storage, read_write> words: array<u32>;
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = id.x + id.y * groups.x * 64;
  if (i < arrayLength(&words)) { words[i] = (words[i] >> 1) & 0x7f7f7f7f; }
}`;

/** The average colour of every f32 picture: one workgroup a picture and channel. */
const AVERAGE = /* wgsl */ `
@group(0) @binding(0) var<storage, read> pictures: array<f32>;
@group(0) @binding(1) var<storage, read_write> averages: array<f32>;
var<workgroup> sums: array<f32, 64>;
@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32, @builtin(num_workgroups) groups: vec3u) {
  let pixels = arrayLength(&pictures) / (3 * groups.y);
  let start = group.y * pixels * 3 + group.x;
  var sum = 0.0;
  for (var p = lane; p < pixels; p += 64) { sum += pictures[start + p * 3]; }
  sums[lane] = sum;
  workgroupBarrier();
  if (lane == 0) {
    var total = 0.0;
    for (var l = 0; l < 64; l++) { total += sums[l]; }
    averages[group.y * 3 + group.x] = total / f32(pixels);
  }
}`;

export function darken(device: GPUDevice, encoder: GPUCommandEncoder, pixels: GPUBuffer): void {
  const groups = Math.ceil(pixels.size / 4 / 64);
  dispatch(device, encoder, DARKEN, [pixels], Math.min(groups, 1024), Math.ceil(groups / 1024));
}

/** `averages`: f32 [B, 3]. */
export function averageInto(
  device: GPUDevice,
  encoder: GPUCommandEncoder,
  pictures: GPUBuffer,
  averages: GPUBuffer,
): void {
  dispatch(device, encoder, AVERAGE, [pictures, averages], 3, averages.size / 12);
}

function dispatch(
  device: GPUDevice,
  encoder: GPUCommandEncoder,
  code: string,
  buffers: GPUBuffer[],
  x: number,
  y: number,
): void {
  const pipeline = device.createComputePipeline({
    layout: "auto",
    compute: { module: device.createShaderModule({ code }) },
  });
  const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
  pass.dispatchWorkgroups(x, y);
  pass.end();
}

export async function readFloats(device: GPUDevice, buffer: GPUBuffer): Promise<Float32Array> {
  const staging = device.createBuffer({ size: buffer.size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(buffer, 0, staging, 0, buffer.size);
  device.queue.submit([encoder.finish()]);
  await staging.mapAsync(GPUMapMode.READ);
  const values = new Float32Array(staging.getMappedRange().slice(0));
  staging.destroy();
  return values;
}
