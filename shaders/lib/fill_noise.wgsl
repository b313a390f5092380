// Noise that fills what a mask drops. src/ops/lib/fill-noise.ts line by line.

import package::lib::normal::{noise_word, normal_12};

/// One level of 255 in f32 noise, whose levels have 7 fractional bits.
const FILL_NOISE_UNIT = 1.0 / 32640.0;

/// A pixel's noise in a channel, in levels with 7 fractional bits. `noise` holds the mean (bits 0 to 14) and the
/// standard deviation (bits 16 to 30), with as many.
fn fill_noise(key: vec2u, pixel: u32, channel: u32, noise: u32) -> i32 {
  let word = noise_word(key, pixel, channel);
  return i32(noise & 0x7fffu) + ((i32((noise >> 16u) & 0x7fffu) * normal_12(word) + 2048) >> 12u);
}

/// Rounded and clipped.
fn noise_bytes(noise: vec3i) -> vec3i {
  return clamp((noise + vec3i(64)) >> vec3u(7u), vec3i(0), vec3i(255));
}

/// Not clipped.
fn noise_f32(noise: vec3i) -> vec3f {
  return vec3f(noise) * FILL_NOISE_UNIT;
}
