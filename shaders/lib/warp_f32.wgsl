// A pixel of a warped f32 picture: places and their fractions are the integers of warp_place, so every adapter reads
// the same neighbours with the same exact fractions; only the weighted sum is in floats.
// src/ops/lib/warp-reference-f32.ts is the same line by line.

import package::lib::fetch_f32::{fetch_f32, input_size};
import package::lib::op::At;
import package::lib::warp_place::{Axis, Tap, Warp, warp_place, warp_axis, is_on, tap_on, corner_of};
import package::lib::warp_place::{FRACTION_MASK, INTERPOLATION_SHIFT, BORDER_SHIFT, KIND_SHIFT, INSIDE, TORCHVISION};
import package::lib::warp_place::{NEAREST, BILINEAR, BORDER_FADE, KIND_AVERAGE, READS_BILINEAR, READS_BICUBIC, READS_AVERAGE};
import package::lib::warp_average::{average_span, average_distance, is_average_inside};

fn gather_warp_f32(w: Warp, at: At) -> vec4f {
  let flags = w.flags;
  let fill = bitcast<vec4f>(w.fill);
  let size = input_size();
  let across = warp_axis(size.x, w.below.x, flags);
  let down = warp_axis(size.y, w.below.y, flags);
  if (READS_AVERAGE && ((flags >> KIND_SHIFT) & 3u) == KIND_AVERAGE) {
    return average_f32(w, at, across, down);
  }
  let bits = flags & FRACTION_MASK;
  let place = warp_place(w, at);
  if (!place.valid || ((flags & INSIDE) != 0u && !(is_on(across, place.x, bits) && is_on(down, place.y, bits)))) {
    return fill;
  }
  let interpolation = (flags >> INTERPOLATION_SHIFT) & 3u;
  if (interpolation == NEAREST) {
    return fetch_f32(tap_on(across, place.x >> bits, 1).index, tap_on(down, place.y >> bits, 1).index);
  }
  let x = corner_of(place.x, bits);
  let y = corner_of(place.y, bits);
  if (READS_BILINEAR && interpolation == BILINEAR) {
    return bilinear_f32(across, down, x, y, bits, fill);
  }
  if (READS_BICUBIC) {
    return bicubic_f32(across, down, x, y, bits, fill);
  }
  return fill;
}

/// The fraction of a coordinate, exactly: at most 22 bits.
fn fraction_f32(coordinate: i32, bits: u32) -> f32 {
  let unit = bitcast<f32>((127u - bits) << 23u);
  return f32(coordinate & ((1 << bits) - 1)) * unit;
}

fn bilinear_f32(across: Axis, down: Axis, x: i32, y: i32, bits: u32, fill: vec4f) -> vec4f {
  let tx = fraction_f32(x, bits);
  let ty = fraction_f32(y, bits);
  let left = tap_on(across, x >> bits, 1);
  let right = tap_on(across, (x >> bits) + 1, 1);
  let top = tap_on(down, y >> bits, 1);
  let bottom = tap_on(down, (y >> bits) + 1, 1);
  let left_weight = (1.0 - tx) * f32(left.weight);
  let right_weight = tx * f32(right.weight);
  let top_weight = (1.0 - ty) * f32(top.weight);
  let bottom_weight = ty * f32(bottom.weight);
  let upper = fetch_f32(left.index, top.index) * left_weight + fetch_f32(right.index, top.index) * right_weight;
  let lower = fetch_f32(left.index, bottom.index) * left_weight + fetch_f32(right.index, bottom.index) * right_weight;
  let sum = upper * top_weight + lower * bottom_weight;
  if (left.weight + right.weight + top.weight + bottom.weight == 4) {
    return sum;
  }
  return border_f32(sum, (left_weight + right_weight) * (top_weight + bottom_weight), fill, across.flags);
}

/// What the sum of the neighbours inside becomes where they are only a share of all.
fn border_f32(sum: vec4f, share: f32, fill: vec4f, flags: u32) -> vec4f {
  if (((flags >> BORDER_SHIFT) & 3u) != BORDER_FADE) {
    return sum;
  }
  return sum * share + fill * (1.0 - share);
}

fn bicubic_f32(across: Axis, down: Axis, x: i32, y: i32, bits: u32, fill: vec4f) -> vec4f {
  let flags = across.flags;
  let a = select(-1.0, -0.75, (flags & TORCHVISION) != 0u);
  let weights_x = cubic_f32(fraction_f32(x, bits), a);
  let weights_y = cubic_f32(fraction_f32(y, bits), a);
  var columns: array<Tap, 4>;
  var inside = 0;
  var share_x = 0.0;
  for (var i = 0; i < 4; i++) {
    columns[i] = tap_on(across, (x >> bits) + i - 1, 1);
    inside += columns[i].weight;
    share_x += weights_x[i] * f32(columns[i].weight);
  }
  var sum = vec4f(0.0);
  var share_y = 0.0;
  for (var j = 0; j < 4; j++) {
    let row = tap_on(down, (y >> bits) + j - 1, 1);
    let row_weight = weights_y[j] * f32(row.weight);
    var line = vec4f(0.0);
    for (var i = 0; i < 4; i++) {
      line += fetch_f32(columns[i].index, row.index) * (weights_x[i] * f32(columns[i].weight));
    }
    sum += line * row_weight;
    inside += row.weight;
    share_y += row_weight;
  }
  if (inside == 8) {
    return sum;
  }
  return border_f32(sum, share_x * share_y, fill, flags);
}

/// The weights of the four pixels around a place `t` between the middle two, for the cubic convolution of `a`.
fn cubic_f32(t: f32, a: f32) -> vec4f {
  let u = 1.0 - t;
  let product = t * u;
  return vec4f(a * product * u, u + product * (1.0 - (a + 2.0) * t), t + product * (1.0 - (a + 2.0) * u), a * product * t);
}

fn average_f32(w: Warp, at: At, across: Axis, down: Axis) -> vec4f {
  if ((across.flags & INSIDE) != 0u && !is_average_inside(w, at, across, down)) {
    return bitcast<vec4f>(w.fill);
  }
  let columns = average_span(w.x, 0u, at.x, across);
  let rows = average_span(w.y, 0u, at.y, down);
  var sum = vec4f(0.0);
  var weight_down = 0.0;
  for (var j = rows.start; j < rows.end; j++) {
    var line = vec4f(0.0);
    var weight_across = 0.0;
    for (var i = columns.start; i < columns.end; i++) {
      let weight = f32(max(columns.reach - average_distance(columns, i), 0));
      line += fetch_f32(i, j) * weight;
      weight_across += weight;
    }
    let weight = f32(max(rows.reach - average_distance(rows, j), 0));
    sum += (line / max(weight_across, 1.0)) * weight;
    weight_down += weight;
  }
  return sum / max(weight_down, 1.0);
}
