// The histogram of the picture a tone op works on, in workgroup memory: filled by the tone kernel, asked by the ops'
// `_table`.
//
// Kept small: adapters that compile for a CPU store a zero for every word of workgroup memory, one instruction each,
// before a kernel runs.

import package::lib::extent::in_size;

const LEVELS = 256u;

/// level_sums[channel × 256 + level]: pixels of that level while they are counted, pixels of that level or below from
/// then on.
var<workgroup> level_sums: array<atomic<u32>, 768>;
/// By channel: the highest level that occurs, and the smallest count of one that occurs.
var<workgroup> last_levels: array<atomic<u32>, 3>;
var<workgroup> least_counts: array<atomic<u32>, 3>;
/// By channel: the sum of all pixels' greys, or of the channel's own levels, as the op wants it; fits for up to 2^24
/// pixels.
var<workgroup> mean_totals: array<atomic<u32>, 3>;

/// N.
fn pixel_count() -> u32 {
  let size = in_size();
  return size.x * size.y;
}

/// Pixels of this level.
fn level_count(channel: u32, level: u32) -> u32 {
  return count_below(channel, level + 1u) - count_below(channel, level);
}

/// Pixels below this level, 0..256.
fn count_below(channel: u32, level: u32) -> u32 {
  if (level == 0u) {
    return 0u;
  }
  return atomicLoad(&level_sums[channel * LEVELS + level - 1u]);
}

/// The level of the pixel that is `rank`-th (from 1) when they are sorted.
fn level_of_rank(channel: u32, rank: u32) -> u32 {
  var low = 0u;
  var high = LEVELS - 1u;
  while (low < high) {
    let middle = (low + high) >> 1u;
    if (count_below(channel, middle + 1u) >= rank) {
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

/// The sum over all pixels that the channel's mean is made of.
fn mean_sum(channel: u32) -> u32 {
  return atomicLoad(&mean_totals[channel]);
}
