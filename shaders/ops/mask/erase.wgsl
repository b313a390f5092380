// Random erasing: a box of a constant, of one colour drawn for it, or of noise.

import package::lib::op::At;
import package::lib::box_fill::{in_box, bytes_of};
import package::lib::fill_noise::{fill_noise, noise_bytes, noise_f32};

struct Erase {
  /// The box's first corner (x | y << 16) and its end, half-open.
  first: u32,
  end: u32,
  mode: u32,
  /// Of the noise; of a constant in u8 its four bytes, in f32 the bits of its alpha.
  key: vec2u,
  /// A channel's mean and standard deviation in each; of a constant in f32 the bits of red, green and blue.
  noise: vec3u,
}

const ERASE_CONSTANT = 0u;
const ERASE_CHANNEL = 1u;
const ERASE_PIXEL = 2u;
/// Of these the mode is one; ERASE_ALPHA is added where a constant has a fourth value.
const ERASE_MODE = 3u;
const ERASE_ALPHA = 4u;

fn erase_u8(v: vec4i, args: Erase, at: At) -> vec4i {
  if (!in_box(args.first, args.end, at)) {
    return v;
  }
  if ((args.mode & ERASE_MODE) == ERASE_CONSTANT) {
    let fill = bytes_of(args.key.x);
    return vec4i(fill.xyz, select(v.w, fill.w, (args.mode & ERASE_ALPHA) != 0u));
  }
  return vec4i(noise_bytes(erase_noise(args, at)), v.w);
}

fn erase_f32(v: vec4f, args: Erase, at: At) -> vec4f {
  if (!in_box(args.first, args.end, at)) {
    return v;
  }
  if ((args.mode & ERASE_MODE) == ERASE_CONSTANT) {
    let fill = bitcast<vec4f>(vec4u(args.noise, args.key.x));
    return vec4f(fill.xyz, select(v.w, fill.w, (args.mode & ERASE_ALPHA) != 0u));
  }
  return vec4f(noise_f32(erase_noise(args, at)), v.w);
}

/// Noise in levels with 7 fractional bits. A picture of one channel has the same in all.
fn erase_noise(args: Erase, at: At) -> vec3i {
  let pixel = select(0u, at.y * at.width + at.x, args.mode == ERASE_PIXEL);
  var noise: vec3i;
  for (var channel = 0u; channel < 3u; channel++) {
    noise[channel] = fill_noise(args.key, pixel, select(channel, 0u, at.channels == 1u), args.noise[channel]);
  }
  return noise;
}
