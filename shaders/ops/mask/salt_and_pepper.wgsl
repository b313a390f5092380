// White and black pixels at random.

import package::lib::op::At;
import package::lib::normal::noise_word;

struct SaltAndPepper {
  key: vec2u,
  /// Below which of 2^31 numbers a pixel is salt, and below which it is salt or pepper.
  salt: u32,
  either: u32,
}

fn salt_and_pepper_u8(v: vec4i, args: SaltAndPepper, at: At) -> vec4i {
  let draw = noise_word(args.key, at.y * at.width + at.x, 0u) >> 1u;
  if (draw < args.salt) {
    return vec4i(255, 255, 255, v.w);
  }
  return select(v, vec4i(0, 0, 0, v.w), draw < args.either);
}

fn salt_and_pepper_f32(v: vec4f, args: SaltAndPepper, at: At) -> vec4f {
  let draw = noise_word(args.key, at.y * at.width + at.x, 0u) >> 1u;
  if (draw < args.salt) {
    return vec4f(1.0, 1.0, 1.0, v.w);
  }
  return select(v, vec4f(0.0, 0.0, 0.0, v.w), draw < args.either);
}
