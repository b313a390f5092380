/** Draws a batch side by side, straight from its buffer. */

const SHADER = /* wgsl */ `
override side: u32;
@group(0) @binding(0) var<storage, read> pictures: array<f32>;
@vertex
fn corner(@builtin(vertex_index) i: u32) -> @builtin(position) vec4f {
  return vec4f(f32(i & 1) * 4 - 1, f32(i >> 1) * 4 - 1, 0, 1);
}
@fragment
fn colour(@builtin(position) at: vec4f) -> @location(0) vec4f {
  let x = u32(at.x);
  let first = (((x / side) * side + u32(at.y)) * side + x % side) * 3;
  return vec4f(pictures[first], pictures[first + 1], pictures[first + 2], 1);
}`;

/** A function that draws f32 pictures [B, side, side, 3] into a canvas of B · side × side pixels. */
export function pictureRow(device: GPUDevice, canvas: OffscreenCanvas, side: number): (pictures: GPUBuffer) => void {
  const context = canvas.getContext("webgpu")!;
  const format = navigator.gpu.getPreferredCanvasFormat();
  context.configure({ device, format });
  const module = device.createShaderModule({ code: SHADER });
  const pipeline = device.createRenderPipeline({
    layout: "auto",
    vertex: { module },
    fragment: { module, targets: [{ format }], constants: { side } },
  });
  return (buffer) => {
    const bindGroup = device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [{ binding: 0, resource: { buffer } }],
    });
    const encoder = device.createCommandEncoder();
    const view = context.getCurrentTexture().createView();
    const pass = encoder.beginRenderPass({ colorAttachments: [{ view, loadOp: "clear", storeOp: "store" }] });
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.draw(3);
    pass.end();
    device.queue.submit([encoder.finish()]);
  };
}
