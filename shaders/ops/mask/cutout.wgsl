// Fills a box.

import package::lib::op::At;
import package::lib::box_fill::{in_box, bytes_of};

struct Cutout {
  /// The box's first corner (x | y << 16) and its end, half-open.
  first: u32,
  end: u32,
  /// Four bytes.
  fill: u32,
  /// Whether alpha is filled too.
  fills_alpha: u32,
}
struct CutoutF32 {
  /// The box's first corner (x | y << 16) and its end, half-open.
  first: u32,
  end: u32,
  fills_alpha: u32,
  fill: vec4f,
}

fn cutout_u8(v: vec4i, args: Cutout, at: At) -> vec4i {
  if (!in_box(args.first, args.end, at)) {
    return v;
  }
  let fill = bytes_of(args.fill);
  return vec4i(fill.xyz, select(v.w, fill.w, args.fills_alpha == 1u));
}

fn cutout_f32(v: vec4f, args: CutoutF32, at: At) -> vec4f {
  if (!in_box(args.first, args.end, at)) {
    return v;
  }
  return vec4f(args.fill.xyz, select(v.w, args.fill.w, args.fills_alpha == 1u));
}
