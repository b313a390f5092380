// Grey in all three channels.

import package::lib::op::At;
import package::lib::grey::{grey_u8, grey_f32};

struct Grayscale {
  /// Whose grey.
  grey_of: u32,
}

fn grayscale_u8(v: vec4i, args: Grayscale, at: At) -> vec4i {
  return vec4i(vec3i(grey_u8(v, args.grey_of, at.channels)), v.w);
}

fn grayscale_f32(v: vec4f, at: At) -> vec4f {
  return vec4f(vec3f(grey_f32(v, at.channels)), v.w);
}
