// The level curves of the pictures whose pass begins with a tone op (autocontrast, equalize, contrast): one workgroup counts a
// picture's levels, then each invocation makes one level's entry of each channel's curve. The pass itself only looks them up.
//
// Grid: y = the pictures that have a tone op in this pass, which the program lists.
// Reads: `chunk`, `program`, source pages or scratch. Writes: `tables`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::op::Args;
import package::lib::program::{chunk, program, read_record, listed_picture};
import package::lib::tone_block::{TONE_BLOCK, TONE_CURVE, TONE_LOW, TONE_HIGH, TONE_MEAN};
import package::lib::histogram::{LEVELS, level_counts, level_sums, last_levels, least_counts, grey_total, pixel_count, level_count};
import package::lib::grey::{grey_u8, grey_f32};
@if(u8_pipeline) import package::lib::fetch_u8::{fetch_u8, fetched_picture};
@if(u8_pipeline) import package::dispatch_u8::{make_table, is_tone};
@if(f32_pipeline) import package::lib::fetch_f32::{fetch_f32, fetched_picture};
@if(f32_pipeline) import package::dispatch_f32::{make_table, is_tone};

/// One invocation a level.
const TONE_LANES = 4u * WORKGROUP_SIZE;

@group(0) @binding(7) var<storage, read_write> tables: array<u32>;

/// Levels are summed up in blocks.
const BLOCK = 16u;
const BLOCKS = LEVELS / BLOCK;

/// The three curves, four levels a word.
var<workgroup> curves: array<atomic<u32>, 192>;
@if(f32_pipeline) var<workgroup> extremes: array<vec4f, TONE_LANES>;
@if(f32_pipeline) var<workgroup> greys: array<f32, TONE_LANES>;

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
  @if(u8_pipeline) { count_levels(lane, args.b.w); }
  @if(f32_pipeline) { measure(lane, base); }
  workgroupBarrier();
  sum_up(lane);

  for (var channel = 0u; channel < 3u; channel++) {
    let level = make_table(program[call].x, channel, lane, args);
    atomicOr(&curves[channel * TONE_CURVE + (lane >> 2u)], level << (8u * (lane & 3u)));
  }
  workgroupBarrier();
  if (lane < 3u * TONE_CURVE) {
    tables[base + lane] = atomicLoad(&curves[lane]);
  }
}

fn clear_counts(lane: u32) {
  for (var channel = 0u; channel < 4u; channel++) {
    atomicStore(&level_counts[channel * LEVELS + lane], 0u);
  }
  if (lane < 3u * TONE_CURVE) {
    atomicStore(&curves[lane], 0u);
  }
  if (lane < 4u) {
    atomicStore(&last_levels[lane], 0u);
    atomicStore(&least_counts[lane], 0xffffffffu);
  }
  if (lane == 0u) {
    atomicStore(&grey_total, 0u);
  }
}

/// A tone op says in its last word whose grey it wants counted.
@if(u8_pipeline) fn count_levels(lane: u32, grey_weights: u32) {
  let pixels = pixel_count();
  var total = 0u;
  for (var index = lane; index < pixels; index += TONE_LANES) {
    let line = index / chunk.in_width;
    let v = fetch_u8(i32(index - line * chunk.in_width), i32(line));
    let grey = u32(grey_u8(v, grey_weights, chunk.channels));
    total += grey;
    let level = vec4u(vec3u(v.xyz), grey);
    for (var channel = 0u; channel < 4u; channel++) {
      atomicAdd(&level_counts[channel * LEVELS + level[channel]], 1u);
    }
  }
  atomicAdd(&grey_total, total);
}

/// Counts levels and takes smallest value, largest value and mean grey. Lane l takes the pixels l, l + 256, l + 512 …; then lane
/// l takes over lane l + 128's, l + 64's …: an order that does not depend on the adapter.
@if(f32_pipeline) fn measure(lane: u32, base: u32) {
  let pixels = pixel_count();
  var total = 0.0;
  var lowest = fetch_f32(0, 0);
  var highest = lowest;
  for (var index = lane; index < pixels; index += TONE_LANES) {
    let line = index / chunk.in_width;
    let v = fetch_f32(i32(index - line * chunk.in_width), i32(line));
    total += grey_f32(v, chunk.channels);
    lowest = min(lowest, v);
    highest = max(highest, v);
    let level = vec4u(clamp(v, vec4f(0.0), vec4f(1.0)) * 255.999);
    for (var channel = 0u; channel < 3u; channel++) {
      atomicAdd(&level_counts[channel * LEVELS + level[channel]], 1u);
    }
  }

  greys[lane] = total;
  extremes[lane] = lowest;
  for (var reach = TONE_LANES / 2u; reach > 0u; reach >>= 1u) {
    workgroupBarrier();
    if (lane < reach) {
      greys[lane] += greys[lane + reach];
      extremes[lane] = min(extremes[lane], extremes[lane + reach]);
    }
  }
  workgroupBarrier();
  if (lane < 4u) {
    tables[base + TONE_LOW + lane] = bitcast<u32>(extremes[0][lane]);
  }
  if (lane == 0u) {
    tables[base + TONE_MEAN] = bitcast<u32>(greys[0] / f32(pixels));
  }
  workgroupBarrier();

  extremes[lane] = highest;
  for (var reach = TONE_LANES / 2u; reach > 0u; reach >>= 1u) {
    workgroupBarrier();
    if (lane < reach) {
      extremes[lane] = max(extremes[lane], extremes[lane + reach]);
    }
  }
  workgroupBarrier();
  if (lane < 4u) {
    tables[base + TONE_HIGH + lane] = bitcast<u32>(extremes[0][lane]);
  }
}

/// Sums of the counts up to each level, the highest level and the smallest count: first within blocks of 16 levels, a lane each, then
/// each lane adds the blocks before its level. Few barriers, since every one costs as much as a lot of additions.
fn sum_up(lane: u32) {
  for (var channel = 0u; channel < 4u; channel++) {
    let count = level_count(channel, lane);
    if (count > 0u) {
      atomicMax(&last_levels[channel], lane);
      atomicMin(&least_counts[channel], count);
    }
  }
  if (lane < BLOCKS) {
    var sums = vec4u();
    for (var i = 0u; i < BLOCK; i++) {
      let level = lane * BLOCK + i;
      sums += vec4u(level_count(0u, level), level_count(1u, level), level_count(2u, level), level_count(3u, level));
      level_sums[level] = sums;
    }
  }
  workgroupBarrier();
  var before = vec4u();
  let own = lane / BLOCK;
  for (var i = 0u; i < own; i++) {
    before += level_sums[i * BLOCK + BLOCK - 1u];
  }
  workgroupBarrier();
  level_sums[lane] += before;
  workgroupBarrier();
}
