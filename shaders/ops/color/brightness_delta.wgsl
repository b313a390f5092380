// value + delta.

import package::lib::shift::{shift_u8, shift_f32};

struct BrightnessDelta {
  /// With 16 fractional bits.
  delta: i32,
}
struct BrightnessDeltaF32 { delta: f32 }

fn brightness_delta_u8(v: vec4i, args: BrightnessDelta) -> vec4i {
  return shift_u8(v, vec3i(args.delta));
}

fn brightness_delta_f32(v: vec4f, args: BrightnessDeltaF32) -> vec4f {
  return shift_f32(v, vec3f(args.delta));
}
