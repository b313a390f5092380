// A level curve that makes the histogram flat.

import package::lib::histogram::{pixel_count, level_count, count_below, last_level, least_count};
import package::lib::tables::tone_level;

struct Equalize { rule: u32, bins: u32 }

const EQUALIZE_PILLOW = 0u;
const EQUALIZE_KERASCV = 1u;

fn equalize_table(channel: u32, value: u32, args: Equalize) -> u32 {
  if (args.rule == EQUALIZE_KERASCV) {
    return equalize_bins(channel, value, args.bins);
  }
  let share = (pixel_count() - level_count(channel, last_level(channel))) / 255u;
  if (share == 0u) {
    return value;
  }
  return min((count_below(channel, value) + share / 2u) / share, 255u);
}

/// KerasCV's rule: the count left out is the smallest of a bin that is not empty, and bins may be fewer than levels.
fn equalize_bins(channel: u32, value: u32, bins: u32) -> u32 {
  var least = least_count(channel);
  if (bins != 256u) {
    least = 0xffffffffu;
    for (var bin = 0u; bin < bins; bin++) {
      let count = count_below(channel, first_level(bin + 1u, bins)) - count_below(channel, first_level(bin, bins));
      if (count > 0u) {
        least = min(least, count);
      }
    }
  }
  let share = (pixel_count() - least) / (bins - 1u);
  if (share == 0u) {
    return value;
  }
  let bin = min(value * bins / 255u, bins - 1u);
  let equal = min((count_below(channel, first_level(bin, bins)) + share / 2u) / share, bins - 1u);
  return (equal * 255u + (bins - 1u) / 2u) / (bins - 1u);
}

/// The lowest level of a bin; 256 behind the last.
fn first_level(bin: u32, bins: u32) -> u32 {
  return select((bin * 255u + bins - 1u) / bins, 256u, bin == bins);
}

/// By levels: floats are equalised in 256 steps, as the peers that accept floats do.
fn equalize_f32(v: vec4f) -> vec4f {
  let level = vec4u(clamp(v, vec4f(0.0), vec4f(1.0)) * 255.999);
  let equal = vec3u(tone_level(0u, level.x), tone_level(1u, level.y), tone_level(2u, level.z));
  return vec4f(vec3f(equal) / 255.0, v.w);
}
