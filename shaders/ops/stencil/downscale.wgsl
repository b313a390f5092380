// Every block of pixels becomes its mean.

import package::lib::op::At;
import package::lib::fetch_u8::fetch_u8;
import package::lib::fetch_f32::fetch_f32;

struct Downscale {
  /// Side of a block.
  factor: u32,
}

fn downscale_u8(args: Downscale, at: At) -> vec4i {
  let first = vec2u(at.x, at.y) / args.factor * args.factor;
  let end = min(first + args.factor, vec2u(at.width, at.height));
  var sum: vec4i;
  for (var row = first.y; row < end.y; row++) {
    for (var column = first.x; column < end.x; column++) {
      sum += fetch_u8(i32(column), i32(row));
    }
  }
  let count = i32((end.x - first.x) * (end.y - first.y));
  return (2 * sum + count) / (2 * count);
}

fn downscale_f32(args: Downscale, at: At) -> vec4f {
  let first = vec2u(at.x, at.y) / args.factor * args.factor;
  let end = min(first + args.factor, vec2u(at.width, at.height));
  var sum: vec4f;
  for (var row = first.y; row < end.y; row++) {
    for (var column = first.x; column < end.x; column++) {
      sum += fetch_f32(i32(column), i32(row));
    }
  }
  return sum / f32((end.x - first.x) * (end.y - first.y));
}
