// A pixel averaged with its eight neighbours, itself five times; the picture's border of one pixel is copied.

import package::lib::op::At;
import package::lib::fetch_u8::{fetch_u8, fetch_inside_u8};
import package::lib::fetch_f32::fetch_f32;

fn on_border(at: At) -> bool {
  return at.x == 0u || at.y == 0u || at.x == at.width - 1u || at.y == at.height - 1u;
}

/// Rounded; no half can occur, because the divisor is odd.
fn smooth_u8(at: At) -> vec4i {
  let x = i32(at.x);
  let y = i32(at.y);
  let own = fetch_u8(x, y);
  if (on_border(at)) {
    return own;
  }
  var sum = 5 * own + fetch_inside_u8(x - 1, y) + fetch_inside_u8(x + 1, y);
  for (var dy = -1; dy <= 1; dy += 2) {
    sum += fetch_inside_u8(x - 1, y + dy) + fetch_inside_u8(x, y + dy) + fetch_inside_u8(x + 1, y + dy);
  }
  // (2 sum + 13) / 26 for a sum of at most 13 · 255, without the division, which a GPU in software makes value by
  // value.
  return ((2 * sum + 13) * 40330) >> vec4u(20u);
}

/// Not rounded.
fn smooth_f32(at: At) -> vec4f {
  let x = i32(at.x);
  let y = i32(at.y);
  let own = fetch_f32(x, y);
  if (on_border(at)) {
    return own;
  }
  var sum = 4.0 * own;
  for (var dy = -1; dy <= 1; dy++) {
    for (var dx = -1; dx <= 1; dx++) {
      sum += fetch_f32(x + dx, y + dy);
    }
  }
  return sum / 13.0;
}
