// What the tone kernel found out about the picture, for the tone ops' pixel functions.
// Reads: `tables`, one block a picture.

import package::lib::tone_block::{TONE_LOW, TONE_HIGH, TONE_MEAN};

@if(!makes_curves) @group(0) @binding(7) var<storage, read> tables: array<u32>;
@if(makes_curves) @group(0) @binding(7) var<storage, read_write> tables: array<u32>;

/// Where this picture's block starts; the kernel sets it once, before anything else.
var<private> tone_base: u32;

/// What level `value` of `channel` (0, 1, 2) becomes.
fn tone_level(channel: u32, value: u32) -> u32 {
  return (tables[tone_base + value] >> (8u * channel)) & 255u;
}

/// The smallest value of each channel.
fn stat_low() -> vec4f {
  return stat_four(TONE_LOW);
}

/// The largest value of each channel.
fn stat_high() -> vec4f {
  return stat_four(TONE_HIGH);
}

/// The means that the op asked for, of grey or of each channel.
fn stat_mean() -> vec3f {
  return stat_four(TONE_MEAN).xyz;
}

fn stat_four(offset: u32) -> vec4f {
  let at = tone_base + offset;
  return bitcast<vec4f>(vec4u(tables[at], tables[at + 1u], tables[at + 2u], tables[at + 3u]));
}

/// A u8 pixel through the three curves; alpha stays.
fn tone_pixel(v: vec4i) -> vec4i {
  let level = vec4u(v);
  return vec4i(i32(tone_level(0u, level.x)), i32(tone_level(1u, level.y)), i32(tone_level(2u, level.z)), v.w);
}

/// The same for a pixel as a word of scratch memory.
fn tone_word(word: u32) -> u32 {
  return (tables[tone_base + (word & 255u)] & 0xffu)
    | (tables[tone_base + ((word >> 8u) & 255u)] & 0xff00u)
    | (tables[tone_base + ((word >> 16u) & 255u)] & 0xff0000u)
    | (word & 0xff000000u);
}
