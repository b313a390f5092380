// Pillow's ImageEnhance.Sharpness and torchvision's adjust_sharpness: a blend with the smoothed picture.

import package::lib::op::At;
import package::lib::fetch_u8::fetch_u8;
import package::lib::fetch_f32::fetch_f32;
import package::lib::smooth::{smooth_u8, smooth_f32};
import package::lib::soft_float::peer_blend;

struct Sharpness {
  arithmetic: u32,
  /// The bits of two f32: the factor, and 1 - factor.
  factor: u32,
  other: u32,
}
struct SharpnessF32 { factor: f32, other: f32 }

const SHARPNESS_PILLOW = 0u;
const SHARPNESS_TORCHVISION = 1u;

fn sharpness_u8(args: Sharpness, at: At) -> vec4i {
  let v = fetch_u8(i32(at.x), i32(at.y));
  let d = smooth_u8(at);
  // torchvision returns such a picture as it is; f v + (1 - f) v could round to something else.
  if (at.width <= 2u || at.height <= 2u) {
    return v;
  }
  var result = v;
  for (var channel = 0u; channel < 3u; channel++) {
    result[channel] = peer_blend(d[channel], v[channel], args.factor, args.other, args.arithmetic == SHARPNESS_TORCHVISION);
  }
  return result;
}

fn sharpness_f32(args: SharpnessF32, at: At) -> vec4f {
  let v = fetch_f32(i32(at.x), i32(at.y));
  let d = smooth_f32(at);
  return vec4f(clamp(args.factor * v.xyz + args.other * d.xyz, vec3f(0.0), vec3f(1.0)), v.w);
}
