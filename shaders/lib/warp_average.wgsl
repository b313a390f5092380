// Which input pixels an output pixel of an antialiased resize is the mean of, and their triangle weights: whole
// numbers, in the parts of a pixel that src/ops/lib/warp-words.ts chose.

import package::lib::op::At;
import package::lib::warp_place::{Axis, Warp};

/// Pixels [start, end), the triangle's centre and reach, the parts of a pixel, and how far weights are shifted to have
/// room.
struct Span { start: i32, end: i32, centre: i32, reach: i32, part: i32, shift: u32 }

/// `numbers`: the first centre, the step to the next (negative in a flipped picture), and the parts of a pixel.
fn average_span(numbers: vec3u, shift: u32, index: u32, axis: Axis) -> Span {
  let centre = bitcast<i32>(numbers.x + numbers.y * index);
  let part = i32(numbers.z);
  let reach = max(part, abs(bitcast<i32>(numbers.y)));
  let start = max((centre - reach + (part >> 1u)) / part, axis.start);
  let end = min((centre + reach + (part >> 1u)) / part, axis.end);
  return Span(start, end, centre, reach, part, shift);
}

/// From a pixel's centre to the triangle's.
fn average_distance(span: Span, pixel: i32) -> i32 {
  return abs(pixel * span.part + (span.part >> 1u) - span.centre);
}

fn average_weight(span: Span, pixel: i32) -> u32 {
  return u32(max(span.reach - average_distance(span, pixel), 0)) >> span.shift;
}

/// Whether the output pixel's centre is on both axes.
fn is_average_inside(w: Warp, at: At, across: Axis, down: Axis) -> bool {
  let x = bitcast<i32>(w.x.x + w.x.y * at.x);
  let y = bitcast<i32>(w.y.x + w.y.y * at.y);
  return x >= across.start * i32(w.x.z) && x < across.end * i32(w.x.z) && y >= down.start * i32(w.y.z) && y < down.end * i32(w.y.z);
}
