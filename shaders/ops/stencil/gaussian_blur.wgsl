// torchvision's Gaussian blur (reflected border), KerasCV's (zeros outside), and Pillow's three box blurs.
// Words: taps down and across, where their weights stand in `program`, and the border. For Pillow's boxes see lib/box_blur.

import package::lib::op::{Args, At};
import package::lib::program::program;
import package::lib::fetch_u8::fetch_u8;
import package::lib::fetch_f32::fetch_f32;
import package::lib::box_blur::box_blur_pixel;

const BORDER_REFLECT = 0u;
const BORDER_ZERO = 1u;
const BORDER_EDGE = 2u;
const BLUR_BOXES = 3u;

fn gaussian_blur_u8(args: Args, at: At) -> vec4i {
  if (args.a.w == BLUR_BOXES) {
    return box_blur_pixel(args, at);
  }
  let down = i32(args.a.x);
  let across = i32(args.a.y);
  var total = vec4u(0u);
  for (var j = 0; j < down; j++) {
    let y = inside(i32(at.y) + j - (down >> 1u), i32(at.height), args.a.w);
    // Each line with 8 fractional bits.
    var line = vec4u(128u);
    for (var i = 0; i < across; i++) {
      let x = inside(i32(at.x) + i - (across >> 1u), i32(at.width), args.a.w);
      if (x >= 0 && y >= 0) {
        line += blur_weight(args.a.z, down + i) * vec4u(fetch_u8(x, y));
      }
    }
    total += blur_weight(args.a.z, j) * (line >> vec4u(8u));
  }
  return vec4i(round_even_24(total));
}

fn gaussian_blur_f32(args: Args, at: At) -> vec4f {
  let down = i32(args.a.x);
  let across = i32(args.a.y);
  var total = vec4f(0.0);
  for (var j = 0; j < down; j++) {
    let y = inside(i32(at.y) + j - (down >> 1u), i32(at.height), args.a.w);
    var line = vec4f(0.0);
    for (var i = 0; i < across; i++) {
      let x = inside(i32(at.x) + i - (across >> 1u), i32(at.width), args.a.w);
      if (x >= 0 && y >= 0) {
        line += bitcast<f32>(blur_weight(args.a.z, down + i)) * fetch_f32(x, y);
      }
    }
    total += bitcast<f32>(blur_weight(args.a.z, j)) * line;
  }
  return total;
}

/// Where a tap outside of the picture reads; -1 for nowhere.
fn inside(position: i32, size: i32, border: u32) -> i32 {
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
  let within = ((position % period) + period) % period;
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
