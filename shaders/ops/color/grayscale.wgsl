// Grey in all three channels. Words: whose grey.

import package::lib::op::{Args, At};
import package::lib::grey::{grey_u8, grey_f32};

fn grayscale_u8(v: vec4i, args: Args, at: At) -> vec4i {
  return vec4i(vec3i(grey_u8(v, args.a.x, at.channels)), v.w);
}

fn grayscale_f32(v: vec4f, args: Args, at: At) -> vec4f {
  return vec4f(vec3f(grey_f32(v, at.channels)), v.w);
}
