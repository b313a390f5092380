// value + delta. Words: the delta, in u8 with 16 fractional bits.

import package::lib::op::{Args, At};
import package::lib::shift::{shift_u8, shift_f32};

fn brightness_delta_u8(v: vec4i, args: Args, at: At) -> vec4i {
  return shift_u8(v, vec3i(bitcast<i32>(args.a.x)));
}

fn brightness_delta_f32(v: vec4f, args: Args, at: At) -> vec4f {
  return shift_f32(v, vec3f(bitcast<f32>(args.a.x)));
}
