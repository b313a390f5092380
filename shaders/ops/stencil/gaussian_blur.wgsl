// torchvision's Gaussian blur (reflected border), KerasCV's (zeros outside), and Pillow's three box blurs.

import package::lib::op::At;
import package::lib::program::program;
import package::lib::fetch_u8::fetch_u8;
import package::lib::fetch_f32::fetch_f32;
import package::lib::box_blur::{Box, box_blur_pixel};
import package::lib::warp_place::modulo;

struct GaussianBlur {
  /// Taps down and across, and where their weights stand in `program`; of BLUR_BOXES how far a box reaches.
  down: u32,
  across: u32,
  weights: u32,
  border: u32,
  /// Of BLUR_BOXES: the weights of pixels in full and of the outermost, down and across, with 24 fractional bits.
  box_down: vec2u,
  box_across: vec2u,
}

const BORDER_REFLECT = 0u;
const BORDER_ZERO = 1u;
const BORDER_EDGE = 2u;
const BLUR_BOXES = 3u;

fn gaussian_blur_u8(args: GaussianBlur, at: At) -> vec4i {
  if (args.border == BLUR_BOXES) {
    let down = Box(i32(args.down), args.box_down.x, args.box_down.y);
    let across = Box(i32(args.across), args.box_across.x, args.box_across.y);
    return box_blur_pixel(down, across, at);
  }
  let down = i32(args.down);
  let across = i32(args.across);
  var total = vec4u(0u);
  for (var j = 0; j < down; j++) {
    let y = place_inside(i32(at.y) + j - (down >> 1u), i32(at.height), args.border);
    // Each line with 8 fractional bits.
    var line = vec4u(128u);
    for (var i = 0; i < across; i++) {
      let x = place_inside(i32(at.x) + i - (across >> 1u), i32(at.width), args.border);
      if (x >= 0 && y >= 0) {
        line += blur_weight(args.weights, down + i) * vec4u(fetch_u8(x, y));
      }
    }
    total += blur_weight(args.weights, j) * (line >> vec4u(8u));
  }
  return vec4i(round_even_24(total));
}

fn gaussian_blur_f32(args: GaussianBlur, at: At) -> vec4f {
  let down = i32(args.down);
  let across = i32(args.across);
  var total = vec4f(0.0);
  for (var j = 0; j < down; j++) {
    let y = place_inside(i32(at.y) + j - (down >> 1u), i32(at.height), args.border);
    var line = vec4f(0.0);
    for (var i = 0; i < across; i++) {
      let x = place_inside(i32(at.x) + i - (across >> 1u), i32(at.width), args.border);
      if (x >= 0 && y >= 0) {
        line += bitcast<f32>(blur_weight(args.weights, down + i)) * fetch_f32(x, y);
      }
    }
    total += bitcast<f32>(blur_weight(args.weights, j)) * line;
  }
  return total;
}

/// Where a tap outside of the picture reads; -1 for nowhere.
fn place_inside(position: i32, size: i32, border: u32) -> i32 {
  if (position >= 0 && position < size) {
    return position;
  }
  if (border == BORDER_ZERO) {
    return -1;
  }
  if (border == BORDER_EDGE || size == 1) {
    return clamp(position, 0, size - 1);
  }
  // Reflected about the centres of the outermost pixels, as often as it takes.
  let period = 2 * (size - 1);
  let within = modulo(position, period);
  return select(period - within, within, within < size);
}

/// Word `index` of the weights.
fn blur_weight(table: u32, index: i32) -> u32 {
  return program[table + (u32(index) >> 2u)][u32(index) & 3u];
}

/// Rounds off 24 fractional bits, half to even.
fn round_even_24(value: vec4u) -> vec4u {
  let whole = value >> vec4u(24u);
  let rest = value & vec4u(0xffffffu);
  let up = (rest > vec4u(0x800000u)) | ((rest == vec4u(0x800000u)) & ((whole & vec4u(1u)) == vec4u(1u)));
  return whole + select(vec4u(0u), vec4u(1u), up);
}
