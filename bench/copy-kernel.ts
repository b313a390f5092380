/**
 * A plain copy of as many f32 values as the batch has: the least a kernel that writes such a batch could take if it
 * read as much as it wrote. Written both ways, one value and four values an invocation; the faster one is the measure.
 */
import { type Case, pictureSize } from "./cases.ts";
import { type Contender, download, upload, type Work } from "./contender.ts";
import { gpuTime } from "./gpu-time.ts";

const WORKGROUP_SIZE = 64;
const MAX_GROUPS = 65535;

export function copyKernel({ device, test }: Work, width: 1 | 4): Contender {
  const values = test.batch * pictureSize(test);
  const source = upload(
    device,
    Float32Array.from({ length: values }, (_, i) => i % 1021),
  );
  // Two outputs in turn, as the engine has: the same memory is in use.
  const targets = [upload(device, new Float32Array(values)), upload(device, new Float32Array(values))];
  const pipeline = device.createComputePipeline({
    layout: "auto",
    compute: { module: device.createShaderModule({ code: copyShader(width) }) },
  });
  const bindGroups = targets.map((target) =>
    device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [source, target].map((buffer, binding) => ({ binding, resource: { buffer } })),
    }),
  );
  const groups = Math.ceil(values / width / WORKGROUP_SIZE);
  const gridWidth = Math.min(groups, MAX_GROUPS);

  const record = (encoder: GPUCommandEncoder, steps: number) => {
    for (let step = 0; step < steps; step++) {
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bindGroups[step % 2]);
      pass.dispatchWorkgroups(gridWidth, Math.ceil(groups / gridWidth));
      pass.end();
    }
  };
  return {
    name: copyName(width),
    bytes: copyBytes(test),
    burst: (steps) => gpuTime(device, (encoder) => record(encoder, steps)),
    async output() {
      const encoder = device.createCommandEncoder();
      record(encoder, 1);
      device.queue.submit([encoder.finish()]);
      return { images: await download(device, targets[0]!) };
    },
    destroy() {
      for (const buffer of [source, ...targets]) buffer.destroy();
    },
  };
}

export function copyName(width: 1 | 4): string {
  return width === 1 ? "copy f32" : "copy vec4f";
}

/** Every value read once and written once. */
function copyBytes(test: Case): number {
  return 2 * 4 * test.batch * pictureSize(test);
}

/** What the copy's output should be. */
export function copied(test: Case): Float32Array {
  return Float32Array.from({ length: test.batch * pictureSize(test) }, (_, i) => i % 1021);
}

function copyShader(width: 1 | 4): string {
  const type = width === 1 ? "f32" : "vec4f";
  return /* wgsl */ `
@group(0) @binding(0) var<storage, read> source: array<${type}>;
@group(0) @binding(1) var<storage, read_write> copied: array<${type}>;

@compute @workgroup_size(${WORKGROUP_SIZE})
fn copy(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.y * groups.x * ${WORKGROUP_SIZE}u + id.x;
  if (index < arrayLength(&source)) {
    copied[index] = source[index];
  }
}`;
}
