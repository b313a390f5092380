// Adds noise to every pixel and colour channel.

import package::lib::op::At;
import package::lib::normal::{noise_word, normal_12};

struct GaussianNoise {
  key: vec2u,
  /// In levels with 8 fractional bits.
  deviation: i32,
}

/// One level of 255 in f32 noise, whose levels have 8 fractional bits.
const GAUSSIAN_NOISE_UNIT = 1.0 / 65280.0;

fn gaussian_noise_u8(v: vec4i, args: GaussianNoise, at: At) -> vec4i {
  let noise = (gaussian_noise_at(args, at) + vec3i(128)) >> vec3u(8u);
  return vec4i(clamp(v.xyz + noise, vec3i(0), vec3i(255)), v.w);
}

fn gaussian_noise_f32(v: vec4f, args: GaussianNoise, at: At) -> vec4f {
  let noise = vec3f(gaussian_noise_at(args, at)) * GAUSSIAN_NOISE_UNIT;
  return vec4f(clamp(v.xyz + noise, vec3f(0.0), vec3f(1.0)), v.w);
}

/// In levels with 8 fractional bits. A picture of one channel has the same in all.
fn gaussian_noise_at(args: GaussianNoise, at: At) -> vec3i {
  var noise: vec3i;
  for (var channel = 0u; channel < 3u; channel++) {
    let word = noise_word(args.key, at.y * at.width + at.x, select(channel, 0u, at.channels == 1u));
    noise[channel] = (args.deviation * normal_12(word) + 2048) >> 12u;
  }
  return noise;
}
