// The negative.

import package::lib::op::{Args, At};

fn invert_u8(v: vec4i, args: Args, at: At) -> vec4i {
  return vec4i(255 - v.xyz, v.w);
}

fn invert_f32(v: vec4f, args: Args, at: At) -> vec4f {
  return vec4f(1.0 - v.xyz, v.w);
}
