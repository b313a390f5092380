// Scratch pictures of the f32 pipeline: one vec4f a pixel.

@group(0) @binding(1) var<storage, read> page_0: array<vec4f>;

/// The four channels of a pixel.
fn read_pixel(index: u32) -> vec4f {
  return page_0[index];
}
