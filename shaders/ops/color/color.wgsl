// A blend with the pixel's own grey (saturation).

import package::lib::op::At;
import package::lib::blend::blend_f32;
import package::lib::grey::{GREY_TORCHVISION, grey_u8, grey_f32};
import package::lib::soft_float::peer_blend;

struct Color {
  /// Whose grey and arithmetic.
  grey_of: u32,
  /// The bits of two f32: the factor, and 1 - factor.
  factor: u32,
  other: u32,
}
struct ColorF32 { factor: f32 }

fn color_u8(v: vec4i, args: Color, at: At) -> vec4i {
  if (at.channels == 1u) {
    return v;
  }
  let grey = grey_u8(v, args.grey_of, at.channels);
  var result = v;
  for (var channel = 0u; channel < 3u; channel++) {
    result[channel] = peer_blend(grey, v[channel], args.factor, args.other, args.grey_of == GREY_TORCHVISION);
  }
  return result;
}

fn color_f32(v: vec4f, args: ColorF32, at: At) -> vec4f {
  if (at.channels == 1u) {
    return v;
  }
  return blend_f32(vec3f(grey_f32(v, at.channels)), v, args.factor);
}
