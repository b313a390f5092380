// Scratch pictures of the u8 pipeline: one word a pixel, red lowest, alpha highest.

@group(0) @binding(1) var<storage, read> page_0: array<u32>;

/// The four channels of a pixel.
fn read_pixel(index: u32) -> vec4u {
  return (vec4u(page_0[index]) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
}
