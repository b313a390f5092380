// The level curves of the pictures whose pass begins with a tone op (autocontrast, equalize, contrast): one workgroup counts a
// picture's levels, then each invocation makes four levels of a channel's curve. The pass itself only looks them up.
//
// Grid: y = the pictures that have a tone op in this pass, which the program lists.
// Reads: `chunk`, `program`, source pages or scratch. Writes: `tables`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::op::Args;
import package::lib::program::{chunk, program, read_record, listed_picture};
import package::lib::tone_block::{TONE_BLOCK, TONE_CURVE, TONE_LOW, TONE_HIGH, TONE_MEAN};
import package::lib::histogram::{LEVELS, level_sums, last_levels, least_counts, mean_totals, pixel_count};
import package::lib::grey::{grey_u8, grey_f32};
@if(u8_pipeline) import package::lib::fetch_u8::{fetch_u8, fetched_picture};
@if(u8_pipeline) import package::dispatch_u8::{make_table, is_tone, mean_of};
@if(f32_pipeline) import package::lib::fetch_f32::{fetch_f32, fetched_picture};
@if(f32_pipeline) import package::dispatch_f32::{make_table, is_tone, mean_of};

/// One invocation a level.
const TONE_LANES = 4u * WORKGROUP_SIZE;

@group(0) @binding(7) var<storage, read_write> tables: array<u32>;

/// A tone op says in `mean_of` whose mean it wants: of one peer's grey, see package::lib::grey, or of each channel.
const CHANNEL_MEAN = 2u;

/// Levels are summed up in blocks.
const BLOCK = 16u;
const BLOCKS = LEVELS / BLOCK;

/// Smallest and largest value by channel, as `ordered` numbers.
@if(f32_pipeline) var<workgroup> lowest_values: array<atomic<u32>, 4>;
@if(f32_pipeline) var<workgroup> highest_values: array<atomic<u32>, 4>;
@if(f32_pipeline) var<workgroup> partial_sums: array<vec3f, TONE_LANES>;

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

  clear_counts(lane);
  workgroupBarrier();
  @if(u8_pipeline) { count_levels(lane, mean_of(program[call].x, args)); }
  @if(f32_pipeline) { measure(lane, base, mean_of(program[call].x, args)); }
  workgroupBarrier();
  sum_up(lane);

  if (lane < 3u * TONE_CURVE) {
    let channel = lane / TONE_CURVE;
    let first = 4u * (lane - channel * TONE_CURVE);
    var levels = 0u;
    for (var i = 0u; i < 4u; i++) {
      levels |= make_table(program[call].x, channel, first + i, args) << (8u * i);
    }
    tables[base + lane] = levels;
  }
}

fn clear_counts(lane: u32) {
  for (var channel = 0u; channel < 3u; channel++) {
    atomicStore(&level_sums[channel * LEVELS + lane], 0u);
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
  var totals = vec3u();
  for (var index = lane; index < pixels; index += TONE_LANES) {
    let line = index / chunk.in_width;
    let v = fetch_u8(i32(index - line * chunk.in_width), i32(line));
    let level = vec3u(v.xyz);
    totals += select(vec3u(u32(grey_u8(v, rule, chunk.channels))), level, rule == CHANNEL_MEAN);
    for (var channel = 0u; channel < 3u; channel++) {
      atomicAdd(&level_sums[channel * LEVELS + level[channel]], 1u);
    }
  }
  for (var channel = 0u; channel < 3u; channel++) {
    atomicAdd(&mean_totals[channel], totals[channel]);
  }
}

/// Counts levels and takes smallest values, largest values and means. Lane l takes the pixels l, l + 256, l + 512 …; then lane
/// l takes over the sums of lane l + 128, l + 64 …: an order that does not depend on the adapter.
@if(f32_pipeline) fn measure(lane: u32, base: u32, rule: u32) {
  let pixels = pixel_count();
  var totals = vec3f();
  var lowest = fetch_f32(0, 0);
  var highest = lowest;
  for (var index = lane; index < pixels; index += TONE_LANES) {
    let line = index / chunk.in_width;
    let v = fetch_f32(i32(index - line * chunk.in_width), i32(line));
    totals += select(vec3f(grey_f32(v, chunk.channels)), v.xyz, rule == CHANNEL_MEAN);
    lowest = min(lowest, v);
    highest = max(highest, v);
    let level = vec4u(clamp(v, vec4f(0.0), vec4f(1.0)) * 255.999);
    for (var channel = 0u; channel < 3u; channel++) {
      atomicAdd(&level_sums[channel * LEVELS + level[channel]], 1u);
    }
  }
  for (var channel = 0u; channel < 4u; channel++) {
    atomicMin(&lowest_values[channel], ordered(lowest[channel]));
    atomicMax(&highest_values[channel], ordered(highest[channel]));
  }

  partial_sums[lane] = totals;
  for (var reach = TONE_LANES / 2u; reach > 0u; reach >>= 1u) {
    workgroupBarrier();
    if (lane < reach) {
      partial_sums[lane] += partial_sums[lane + reach];
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

/// The highest level, the smallest count, and in place of the counts their sums up to each level: first within blocks of 16 levels, a
/// lane each, then each lane adds the blocks before its level. Few barriers, since every one costs as much as a lot of additions.
fn sum_up(lane: u32) {
  for (var channel = 0u; channel < 3u; channel++) {
    let count = atomicLoad(&level_sums[channel * LEVELS + lane]);
    if (count > 0u) {
      atomicMax(&last_levels[channel], lane);
      atomicMin(&least_counts[channel], count);
    }
  }
  workgroupBarrier();
  if (lane < 3u * BLOCKS) {
    var sum = 0u;
    for (var i = 0u; i < BLOCK; i++) {
      sum += atomicLoad(&level_sums[lane * BLOCK + i]);
      atomicStore(&level_sums[lane * BLOCK + i], sum);
    }
  }
  workgroupBarrier();
  var before = vec3u();
  let own = lane / BLOCK;
  for (var i = 0u; i < own; i++) {
    let last = i * BLOCK + BLOCK - 1u;
    for (var channel = 0u; channel < 3u; channel++) {
      before[channel] += atomicLoad(&level_sums[channel * LEVELS + last]);
    }
  }
  workgroupBarrier();
  for (var channel = 0u; channel < 3u; channel++) {
    atomicAdd(&level_sums[channel * LEVELS + lane], before[channel]);
  }
  workgroupBarrier();
}
