// The histogram of the picture a tone op works on, in workgroup memory: filled by the tone kernel, asked by the ops' `_table`.
// Channels 0, 1, 2; 3 is grey (u8 only).

import package::lib::program::chunk;

const LEVELS = 256u;

/// Pixels by channel and level.
var<workgroup> level_counts: array<atomic<u32>, 1024>;
/// level_sums[level][channel]: pixels of that level or below.
var<workgroup> level_sums: array<vec4u, LEVELS>;
/// By channel: the highest level that occurs, and the smallest count of one that occurs.
var<workgroup> last_levels: array<atomic<u32>, 4>;
var<workgroup> least_counts: array<atomic<u32>, 4>;
/// Sum of all grey values; fits for up to 2^24 pixels.
var<workgroup> grey_total: atomic<u32>;

/// N.
fn pixel_count() -> u32 {
  return chunk.in_width * chunk.in_height;
}

/// Pixels of this level.
fn level_count(channel: u32, level: u32) -> u32 {
  return atomicLoad(&level_counts[channel * LEVELS + level]);
}

/// Pixels below this level, 0..256.
fn count_below(channel: u32, level: u32) -> u32 {
  if (level == 0u) {
    return 0u;
  }
  return level_sums[level - 1u][channel];
}

/// The level of the pixel that is `rank`-th (from 1) when they are sorted.
fn level_of_rank(channel: u32, rank: u32) -> u32 {
  var low = 0u;
  var high = LEVELS - 1u;
  while (low < high) {
    let middle = (low + high) >> 1u;
    if (level_sums[middle][channel] >= rank) {
      high = middle;
    } else {
      low = middle + 1u;
    }
  }
  return low;
}

/// The highest level that occurs.
fn last_level(channel: u32) -> u32 {
  return atomicLoad(&last_levels[channel]);
}

/// The smallest count among the levels that occur.
fn least_count(channel: u32) -> u32 {
  return atomicLoad(&least_counts[channel]);
}

/// Sum of the grey values of all pixels.
fn grey_sum() -> u32 {
  return atomicLoad(&grey_total);
}
