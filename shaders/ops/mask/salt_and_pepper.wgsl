// White and black pixels at random. Words: the key (2), and below which of 2^31 numbers a pixel is salt, and below which it is
// salt or pepper.

import package::lib::op::{Args, At};
import package::lib::normal::noise_word;

fn salt_and_pepper_u8(v: vec4i, args: Args, at: At) -> vec4i {
  let draw = noise_word(args.a.xy, at.y * at.width + at.x, 0u) >> 1u;
  if (draw < args.a.z) {
    return vec4i(255, 255, 255, v.w);
  }
  return select(v, vec4i(0, 0, 0, v.w), draw < args.a.w);
}

fn salt_and_pepper_f32(v: vec4f, args: Args, at: At) -> vec4f {
  let draw = noise_word(args.a.xy, at.y * at.width + at.x, 0u) >> 1u;
  if (draw < args.a.z) {
    return vec4f(1.0, 1.0, 1.0, v.w);
  }
  return select(v, vec4f(0.0, 0.0, 0.0, v.w), draw < args.a.w);
}
