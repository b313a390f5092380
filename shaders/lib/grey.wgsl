// The grey of a pixel. A picture of one channel is grey already, whatever the weights.

/// Whose weights: Pillow's sum to 1 in 16 bits, torchvision's sum to 0.9999.
const GREY_PILLOW = 0u;
const GREY_TORCHVISION = 1u;

/// Pillow rounds, torchvision truncates.
fn grey_u8(v: vec4i, weights: u32, channels: u32) -> i32 {
  if (channels == 1u) {
    return v.x;
  }
  if (weights == GREY_TORCHVISION) {
    return (2989 * v.x + 5870 * v.y + 1140 * v.z) / 10000;
  }
  return (19595 * v.x + 38470 * v.y + 7471 * v.z + 32768) >> 16u;
}

fn grey_f32(v: vec4f, channels: u32) -> f32 {
  if (channels == 1u) {
    return v.x;
  }
  return 0.2989 * v.x + 0.587 * v.y + 0.114 * v.z;
}
