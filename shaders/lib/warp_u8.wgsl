// A pixel of a warped u8 picture, in integers only: WGSL lets a GPU contract or round floats as it likes, and a byte on
// the edge would differ. src/ops/lib/warp-reference.ts is the same line by line.

import package::lib::fetch_u8::{fetch_u8, input_size};
import package::lib::op::At;
import package::lib::warp_place::{Axis, Tap, Warp, warp_place, warp_axis, is_on, tap_on, corner_of, fraction_12};
import package::lib::warp_place::{FRACTION_MASK, INTERPOLATION_SHIFT, BORDER_SHIFT, KIND_SHIFT, INSIDE, TORCHVISION};
import package::lib::warp_place::{NEAREST, BILINEAR, BORDER_FADE, KIND_AVERAGE, READS_BILINEAR, READS_BICUBIC, READS_AVERAGE};
import package::lib::warp_average::{average_span, average_weight, is_average_inside};

fn gather_warp_u8(w: Warp, at: At) -> vec4i {
  let flags = w.flags;
  let fill = vec4i(w.fill);
  let size = input_size();
  let across = warp_axis(size.x, w.below.x, flags);
  let down = warp_axis(size.y, w.below.y, flags);
  if (READS_AVERAGE && ((flags >> KIND_SHIFT) & 3u) == KIND_AVERAGE) {
    return average_u8(w, at, across, down);
  }
  let bits = flags & FRACTION_MASK;
  let place = warp_place(w, at);
  if (!place.valid || ((flags & INSIDE) != 0u && !(is_on(across, place.x, bits) && is_on(down, place.y, bits)))) {
    return fill;
  }
  let interpolation = (flags >> INTERPOLATION_SHIFT) & 3u;
  if (interpolation == NEAREST) {
    return fetch_u8(tap_on(across, place.x >> bits, 1).index, tap_on(down, place.y >> bits, 1).index);
  }
  let x = corner_of(place.x, bits);
  let y = corner_of(place.y, bits);
  if (READS_BILINEAR && interpolation == BILINEAR) {
    return bilinear_u8(across, down, x, y, bits, fill);
  }
  if (READS_BICUBIC) {
    return bicubic_u8(across, down, x, y, bits, fill);
  }
  return fill;
}

/* ---------------------------------------------------------------- bilinear */

/// Weights of 12 bits in each direction, so a sum has 24 below the point: 255 in full and the rounding half fit in 32.
fn bilinear_u8(across: Axis, down: Axis, x: i32, y: i32, bits: u32, fill: vec4i) -> vec4i {
  let flags = across.flags;
  let fx = fraction_12(x, bits);
  let fy = fraction_12(y, bits);
  let left = tap_on(across, x >> bits, 4096 - fx);
  let right = tap_on(across, (x >> bits) + 1, fx);
  let top = tap_on(down, y >> bits, 4096 - fy);
  let bottom = tap_on(down, (y >> bits) + 1, fy);
  let upper = fetch_u8(left.index, top.index) * left.weight + fetch_u8(right.index, top.index) * right.weight;
  let lower = fetch_u8(left.index, bottom.index) * left.weight + fetch_u8(right.index, bottom.index) * right.weight;
  var sum = vec4u(upper) * u32(top.weight) + vec4u(lower) * u32(bottom.weight);

  // What share of the weights was inside; less than all only where neighbours outside do not count.
  let covered = u32(left.weight + right.weight) * u32(top.weight + bottom.weight);
  if (covered < 0x1000000u && ((flags >> BORDER_SHIFT) & 3u) == BORDER_FADE) {
    let share = (covered + 2048u) >> 12u;
    sum = ((sum + 2048u) >> vec4u(12u)) * share + vec4u(fill) * ((4096u - share) << 12u);
  }
  return vec4i(finish_u8(sum, 24u, flags));
}

/// A sum with `bits` below the point as a level: cut off, or rounded half to even.
fn finish_u8(sum: vec4u, bits: u32, flags: u32) -> vec4u {
  let level = sum >> vec4u(bits);
  if ((flags & TORCHVISION) == 0u) {
    return level;
  }
  let rest = sum & vec4u((1u << bits) - 1u);
  let half = 1u << (bits - 1u);
  let up = (rest > vec4u(half)) | ((rest == vec4u(half)) & ((level & vec4u(1u)) == vec4u(1u)));
  return level + select(vec4u(0u), vec4u(1u), up);
}

/* ---------------------------------------------------------------- bicubic */

/// Four by four neighbours; weights of 11 bits, a row is cut to 10 below the point, so a sum has 21 and stays below
/// 2^31.
fn bicubic_u8(across: Axis, down: Axis, x: i32, y: i32, bits: u32, fill: vec4i) -> vec4i {
  let flags = across.flags;
  let sharpness = select(4, 3, (flags & TORCHVISION) != 0u);
  let weights_x = cubic_11(fraction_12(x, bits), sharpness);
  let weights_y = cubic_11(fraction_12(y, bits), sharpness);
  var columns: array<Tap, 4>;
  var covered_x = 0;
  for (var i = 0; i < 4; i++) {
    columns[i] = tap_on(across, (x >> bits) + i - 1, weights_x[i]);
    covered_x += columns[i].weight;
  }
  var sum = vec4i(0);
  var covered_y = 0;
  for (var j = 0; j < 4; j++) {
    let row = tap_on(down, (y >> bits) + j - 1, weights_y[j]);
    var line = vec4i(0);
    for (var i = 0; i < 4; i++) {
      line += fetch_u8(columns[i].index, row.index) * columns[i].weight;
    }
    sum += ((line + 1) >> vec4u(1u)) * row.weight;
    covered_y += row.weight;
  }

  let covered = covered_x * covered_y;
  if (covered != 0x400000 && ((flags >> BORDER_SHIFT) & 3u) == BORDER_FADE) {
    let share = (covered + 2048) >> 12u;
    sum = (((sum + 1024) >> vec4u(11u)) * share + fill * ((1024 - share) << 10u)) << vec4u(1u);
  }
  let level = clamp(sum, vec4i(0), vec4i(255 << 21u));
  return vec4i(finish_u8(vec4u(level), 21u, flags));
}

/// The weights of the four pixels around a place `t` / 4,096 between the middle two, for the cubic convolution of
/// a = -sharpness / 4, in 11 bits. They sum to 2,048; at 0 all is on the second.
fn cubic_11(t: i32, sharpness: i32) -> vec4i {
  let u = 4096 - t;
  // t (1 - t) in 16 bits; everything else follows from it without a rounding, in 30.
  let product = (t * u + 128) >> 8u;
  let first = -sharpness * product * u;
  let third = (t << 18u) + product * (16384 - (8 - sharpness) * u);
  let fourth = -sharpness * product * t;
  let rounded = (vec3i(first, third, fourth) + (1 << 18u)) >> vec3u(19u);
  return vec4i(rounded.x, 2048 - rounded.x - rounded.y - rounded.z, rounded.y, rounded.z);
}

/* ---------------------------------------------------------------- average */

/// The mean of the pixels under an output pixel, with triangle weights: rows first, then down. Divisions are whole ones
/// with remainder, so nothing is lost before the last bit: torchvision keeps 10 bits below the point between the
/// directions and rounds half to even, Pillow rounds to a level each time.
fn average_u8(w: Warp, at: At, across: Axis, down: Axis) -> vec4i {
  let flags = across.flags;
  if ((flags & INSIDE) != 0u && !is_average_inside(w, at, across, down)) {
    return vec4i(w.fill);
  }
  let columns = average_span(w.x, w.lower & 255u, at.x, across);
  let rows = average_span(w.y, w.lower >> 8u, at.y, down);
  let to_levels = (flags & TORCHVISION) == 0u;
  var high = vec4u(0u);
  var low = vec4u(0u);
  var weight_down = 0u;
  for (var j = rows.start; j < rows.end; j++) {
    var line = vec4u(0u);
    var weight_across = 0u;
    for (var i = columns.start; i < columns.end; i++) {
      let weight = average_weight(columns, i);
      line += vec4u(fetch_u8(i, j)) * weight;
      weight_across += weight;
    }
    let mean = mean_10(line, max(weight_across, 1u), to_levels);
    let weight = average_weight(rows, j);
    high += (mean >> vec4u(9u)) * weight;
    low += (mean & vec4u(511u)) * weight;
    weight_down += weight;
  }
  // (high · 512 + low) / weight_down, without leaving 32 bits.
  weight_down = max(weight_down, 1u);
  let above = high / weight_down;
  let rest = (high - above * weight_down) * 512u + low;
  let mean = (above << vec4u(9u)) + (rest + (weight_down >> 1u)) / weight_down;
  return vec4i(finish_u8(select(mean, mean + 512u, to_levels), 10u, flags));
}

/// sum / weight with 10 bits below the point, or rounded to a level (which then has ten zeros there).
fn mean_10(sum: vec4u, weight: u32, to_levels: bool) -> vec4u {
  if (to_levels) {
    return ((sum + (weight >> 1u)) / weight) << vec4u(10u);
  }
  let level = sum / weight;
  let rest = sum - level * weight;
  return (level << vec4u(10u)) + ((rest << vec4u(10u)) + (weight >> 1u)) / weight;
}
