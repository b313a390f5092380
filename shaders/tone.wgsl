// The level curves of the pictures whose pass begins with a tone op (autocontrast, equalize, contrast): one workgroup
// counts a picture's levels, then each invocation makes a level of the three curves. The pass itself only looks them
// up. Every loop over levels takes one turn where there are as many invocations as levels, and more where a device has
// fewer.
//
// Grid: y = the pictures that have a tone op in this pass, which the program lists.
// Reads: `chunk`, `program`, source pages or scratch. Writes: `tables`.

import package::lib::extent::{begin_picture, in_size};
import package::lib::grid::TONE_LANES;
import package::lib::op::Args;
import package::lib::program::{chunk, program, read_record, listed_picture};
import package::lib::tone_block::{TONE_BLOCK, TONE_LOW, TONE_HIGH, TONE_MEAN};
import package::lib::histogram::{LEVELS, level_sums, last_levels, least_counts, mean_totals, pixel_count};
import package::lib::grey::{grey_u8, grey_f32};
@if(u8_pipeline) import package::lib::fetch_u8::{fetch_u8, fetched_picture};
@if(u8_pipeline) import package::dispatch_u8::{make_table, is_tone, mean_of};
@if(f32_pipeline) import package::lib::fetch_f32::{fetch_f32, fetched_picture};
@if(f32_pipeline) import package::dispatch_f32::{make_table, is_tone, mean_of};

@group(0) @binding(7) var<storage, read_write> tables: array<u32>;

/// A tone op says in `mean_of` whose mean it wants: of one peer's grey, see package::lib::grey, or of each channel.
const CHANNEL_MEAN = 2u;

// What this kernel's ops ask, in the u8 pipeline; fixed when it is made.
/// Whether any looks at counts of levels.
@if(u8_pipeline) override COUNTS: bool = true;
/// Whether any looks at means.
@if(u8_pipeline) override MEANS: bool = true;

/// Levels are summed up in blocks.
const BLOCK = 16u;
const BLOCKS = LEVELS / BLOCK;
/// By channel and block: pixels of lower levels.
var<workgroup> block_starts: array<u32, 48>;

/// Smallest and largest value by channel, as `ordered` numbers.
@if(f32_pipeline) var<workgroup> lowest_values: array<atomic<u32>, 4>;
@if(f32_pipeline) var<workgroup> highest_values: array<atomic<u32>, 4>;
@if(f32_pipeline) var<workgroup> partial_sums: array<vec3f, LEVELS>;

@compute @workgroup_size(TONE_LANES)
fn tone(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let picture = listed_picture(group.y);
  let record = read_record(picture);
  if (record.call_count == 0u || !is_tone(program[record.first_call].x)) {
    return;
  }
  let call = record.first_call;
  let args = Args(program[call + 1u], program[call + 2u]);
  let base = picture * TONE_BLOCK;
  fetched_picture = record.source;
  _ = begin_picture(picture);

  clear_counts(lane);
  workgroupBarrier();
  @if(u8_pipeline) { count_levels(lane, mean_of(program[call].x, args)); }
  @if(f32_pipeline) { measure(lane, base, mean_of(program[call].x, args)); }
  workgroupBarrier();
  @if(u8_pipeline) {
    if (COUNTS) {
      sum_up(lane);
    }
  }
  @if(f32_pipeline) { sum_up(lane); }

  for (var level = lane; level < LEVELS; level += TONE_LANES) {
    var levels = 0u;
    for (var channel = 0u; channel < 3u; channel++) {
      levels |= make_table(program[call].x, channel, level, args) << (8u * channel);
    }
    tables[base + level] = levels;
  }
}

fn clear_counts(lane: u32) {
  for (var index = lane; index < 3u * LEVELS; index += TONE_LANES) {
    atomicStore(&level_sums[index], 0u);
  }
  if (lane < 3u) {
    atomicStore(&last_levels[lane], 0u);
    atomicStore(&least_counts[lane], 0xffffffffu);
    atomicStore(&mean_totals[lane], 0u);
  }
  @if(f32_pipeline) {
    if (lane < 4u) {
      atomicStore(&lowest_values[lane], 0xffffffffu);
      atomicStore(&highest_values[lane], 0u);
    }
  }
}

@if(u8_pipeline) fn count_levels(lane: u32, rule: u32) {
  let pixels = pixel_count();
  let width = in_size().x;
  var totals = vec3u();
  for (var index = lane; index < pixels; index += TONE_LANES) {
    let line = index / width;
    let v = fetch_u8(i32(index - line * width), i32(line));
    let level = vec3u(v.xyz);
    if (MEANS) {
      totals += select(vec3u(u32(grey_u8(v, rule, chunk.channels))), level, rule == CHANNEL_MEAN);
    }
    if (COUNTS) {
      atomicAdd(&level_sums[level.x], 1u);
      atomicAdd(&level_sums[LEVELS + level.y], 1u);
      atomicAdd(&level_sums[2u * LEVELS + level.z], 1u);
    }
  }
  if (MEANS) {
    for (var channel = 0u; channel < 3u; channel++) {
      atomicAdd(&mean_totals[channel], totals[channel]);
    }
  }
}

/// Counts levels and takes smallest values, largest values and means. Sum s, of 256, takes the pixels s, s + 256, s +
/// 512 …; then sum s takes over the sums s + 128, s + 64 …: an order that depends neither on the adapter nor on the
/// number of invocations.
@if(f32_pipeline) fn measure(lane: u32, base: u32, rule: u32) {
  let pixels = pixel_count();
  let width = in_size().x;
  var lowest = fetch_f32(0, 0);
  var highest = lowest;
  for (var sum = lane; sum < LEVELS; sum += TONE_LANES) {
    var totals = vec3f();
    for (var index = sum; index < pixels; index += LEVELS) {
      let line = index / width;
      let v = fetch_f32(i32(index - line * width), i32(line));
      totals += select(vec3f(grey_f32(v, chunk.channels)), v.xyz, rule == CHANNEL_MEAN);
      lowest = min(lowest, v);
      highest = max(highest, v);
      let level = vec4u(clamp(v, vec4f(0.0), vec4f(1.0)) * 255.999);
      for (var channel = 0u; channel < 3u; channel++) {
        atomicAdd(&level_sums[channel * LEVELS + level[channel]], 1u);
      }
    }
    partial_sums[sum] = totals;
  }
  for (var channel = 0u; channel < 4u; channel++) {
    atomicMin(&lowest_values[channel], ordered(lowest[channel]));
    atomicMax(&highest_values[channel], ordered(highest[channel]));
  }

  for (var reach = LEVELS / 2u; reach > 0u; reach >>= 1u) {
    workgroupBarrier();
    for (var sum = lane; sum < reach; sum += TONE_LANES) {
      partial_sums[sum] += partial_sums[sum + reach];
    }
  }
  workgroupBarrier();
  if (lane < 4u) {
    tables[base + TONE_LOW + lane] = bits_of(atomicLoad(&lowest_values[lane]));
    tables[base + TONE_HIGH + lane] = bits_of(atomicLoad(&highest_values[lane]));
  }
  if (lane < 3u) {
    tables[base + TONE_MEAN + lane] = bitcast<u32>(partial_sums[0][lane] / f32(pixels));
  }
}

/// A float as a whole number, in the same order: there are atomics for those.
@if(f32_pipeline) fn ordered(value: f32) -> u32 {
  let bits = bitcast<u32>(value);
  return select(bits | 0x80000000u, ~bits, bits >= 0x80000000u);
}

/// The bits of the float that `ordered` made a number of.
@if(f32_pipeline) fn bits_of(number: u32) -> u32 {
  return select(~number, number & 0x7fffffffu, number >= 0x80000000u);
}

/// The highest level, the smallest count, and in place of the counts their sums up to each level: first within blocks
/// of 16 levels, an invocation each, then the sums of the blocks before each level are added to it. Few barriers, since
/// every one costs as much as a lot of additions.
fn sum_up(lane: u32) {
  for (var level = lane; level < LEVELS; level += TONE_LANES) {
    for (var channel = 0u; channel < 3u; channel++) {
      let count = atomicLoad(&level_sums[channel * LEVELS + level]);
      if (count > 0u) {
        atomicMax(&last_levels[channel], level);
        atomicMin(&least_counts[channel], count);
      }
    }
  }
  workgroupBarrier();
  for (var part = lane; part < 3u * BLOCKS; part += TONE_LANES) {
    var sum = 0u;
    for (var i = 0u; i < BLOCK; i++) {
      sum += atomicLoad(&level_sums[part * BLOCK + i]);
      atomicStore(&level_sums[part * BLOCK + i], sum);
    }
  }
  workgroupBarrier();
  if (lane < 3u) {
    var before = 0u;
    for (var i = 0u; i < BLOCKS; i++) {
      block_starts[lane * BLOCKS + i] = before;
      before += atomicLoad(&level_sums[lane * LEVELS + i * BLOCK + BLOCK - 1u]);
    }
  }
  workgroupBarrier();
  for (var level = lane; level < LEVELS; level += TONE_LANES) {
    for (var channel = 0u; channel < 3u; channel++) {
      atomicAdd(&level_sums[channel * LEVELS + level], block_starts[channel * BLOCKS + level / BLOCK]);
    }
  }
  workgroupBarrier();
}
