// factor × value. Words: the factor as f32.

import package::lib::op::{Args, At};
import package::lib::blend::blend_f32;
import package::lib::soft_float::scale_byte;

fn brightness_u8(v: vec4i, args: Args, at: At) -> vec4i {
  return vec4i(scale_byte(v.x, args.a.x), scale_byte(v.y, args.a.x), scale_byte(v.z, args.a.x), v.w);
}

fn brightness_f32(v: vec4f, args: Args, at: At) -> vec4f {
  return blend_f32(vec3f(0.0), v, bitcast<f32>(args.a.x));
}
