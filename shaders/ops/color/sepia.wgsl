// A blend with the picture in sepia. A picture of one channel keeps the sepia's red.

import package::lib::blend::blend_f32;

/// An amount of 1. With it, white in thousandths of a level just fits an i32.
const SEPIA_ONE = 8192;

struct Sepia {
  /// How much of the result is sepia, in parts of SEPIA_ONE.
  amount: i32,
}
struct SepiaF32 { amount: f32 }

/// In thousandths, in which the weights are whole, until the one rounding at the end. Halves are rounded up.
fn sepia_u8(v: vec4i, args: Sepia) -> vec4i {
  let red = 393 * v.x + 769 * v.y + 189 * v.z;
  let green = 349 * v.x + 686 * v.y + 168 * v.z;
  let blue = 272 * v.x + 534 * v.y + 131 * v.z;
  let sepia = min(vec3i(red, green, blue), vec3i(255000));
  let blended = args.amount * sepia + (SEPIA_ONE - args.amount) * 1000 * v.xyz;
  return vec4i((blended + 500 * SEPIA_ONE) / (1000 * SEPIA_ONE), v.w);
}

fn sepia_f32(v: vec4f, args: SepiaF32) -> vec4f {
  let red = 0.393 * v.x + 0.769 * v.y + 0.189 * v.z;
  let green = 0.349 * v.x + 0.686 * v.y + 0.168 * v.z;
  let blue = 0.272 * v.x + 0.534 * v.y + 0.131 * v.z;
  let sepia = clamp(vec3f(red, green, blue), vec3f(0.0), vec3f(1.0));
  return blend_f32(v.xyz, vec4f(sepia, v.w), args.amount);
}
