// Random erasing: a box of a constant, of one colour drawn for it, or of noise.
// Words: the box (2), the mode; for a constant its bytes and its f32 (4); for noise the key (2) and a channel's mean and
// standard deviation in each of three.

import package::lib::op::{Args, At};
import package::lib::box_fill::{in_box, bytes_of};
import package::lib::fill_noise::{fill_noise, noise_bytes, noise_f32};

const ERASE_CONSTANT = 0u;
const ERASE_CHANNEL = 1u;
const ERASE_PIXEL = 2u;
const ERASE_ALPHA = 4u;

fn erase_u8(v: vec4i, args: Args, at: At) -> vec4i {
  if (!in_box(args.a.x, args.a.y, at)) {
    return v;
  }
  let mode = args.a.z;
  if ((mode & 3u) == ERASE_CONSTANT) {
    let fill = bytes_of(args.a.w);
    return vec4i(fill.xyz, select(v.w, fill.w, (mode & ERASE_ALPHA) != 0u));
  }
  return vec4i(noise_bytes(erase_noise(args, at)), v.w);
}

fn erase_f32(v: vec4f, args: Args, at: At) -> vec4f {
  if (!in_box(args.a.x, args.a.y, at)) {
    return v;
  }
  let mode = args.a.z;
  if ((mode & 3u) == ERASE_CONSTANT) {
    let fill = bitcast<vec4f>(args.b);
    return vec4f(fill.xyz, select(v.w, fill.w, (mode & ERASE_ALPHA) != 0u));
  }
  return vec4f(noise_f32(erase_noise(args, at)), v.w);
}

/// Noise in levels with 7 fractional bits. A picture of one channel has the same in all.
fn erase_noise(args: Args, at: At) -> vec3i {
  let pixel = select(0u, at.y * at.width + at.x, args.a.z == ERASE_PIXEL);
  let key = vec2u(args.a.w, args.b.x);
  var noise: vec3i;
  for (var channel = 0u; channel < 3u; channel++) {
    noise[channel] = fill_noise(key, pixel, select(channel, 0u, at.channels == 1u), args.b[channel + 1u]);
  }
  return noise;
}
