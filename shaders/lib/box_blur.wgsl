// Pillow's GaussianBlur on bytes: per direction three "extended" box blurs, whose outermost pixels count with a
// fraction (Gwosdek, Grewenig, Bruhn, Weickert, "Theoretical foundations of Gaussian convolution by extended box
// filtering", SSVM 2011). Every one of the six rounds to bytes, so it cannot be one convolution: a pixel is made from
// the window of 6 R + 1 squared pixels that can reach it, R = 1 .. 3 being the reach of one box.
// src/ops/lib/box-blur.ts line by line; pixels are packed as RGBA words.

import package::lib::op::At;
import package::lib::fetch_u8::fetch_u8;

const BOX_PASSES = 3;
/// Half of the last place of a byte.
const BOX_HALF = 0x800000u;
/// 6 R + 1 for the largest R.
const BOX_WINDOW = 19;

/// One direction: how far a box reaches, and its weights in full and of the outermost pixels, with 24 fractional bits.
struct Box { reach: i32, ww: u32, fw: u32 }

/// The pixel after three boxes across and three down.
fn box_blur_pixel(down: Box, across: Box, at: At) -> vec4i {
  var column: array<u32, BOX_WINDOW>;
  for (var j = 0; j <= 6 * down.reach; j++) {
    var line: array<u32, BOX_WINDOW>;
    for (var i = 0; i <= 6 * across.reach; i++) {
      line[i] = pack_bytes(vec4u(fetch_u8(i32(at.x) + i - 3 * across.reach, i32(at.y) + j - 3 * down.reach)));
    }
    column[j] = blur_line(&line, across, i32(at.x), i32(at.width));
  }
  return vec4i(unpack_bytes(blur_line(&column, down, i32(at.y), i32(at.height))));
}

/// Blurs a window around `position` of a line of `size` pixels thrice; only its centre is left then.
fn blur_line(line: ptr<function, array<u32, BOX_WINDOW>>, box: Box, position: i32, size: i32) -> u32 {
  // A window position outside of the picture repeats what its edge became in the pass before.
  let first = 3 * box.reach - position;
  for (var turn = 1; turn <= BOX_PASSES; turn++) {
    var next: array<u32, BOX_WINDOW>;
    for (var i = turn * box.reach; i <= 6 * box.reach - turn * box.reach; i++) {
      next[i] = box_at(line, clamp(i, first, first + size - 1), box);
    }
    *line = next;
  }
  return (*line)[3 * box.reach];
}

fn box_at(line: ptr<function, array<u32, BOX_WINDOW>>, i: i32, box: Box) -> u32 {
  var sum = vec4u(0u);
  for (var k = 1 - box.reach; k < box.reach; k++) {
    sum += unpack_bytes((*line)[i + k]);
  }
  let far = unpack_bytes((*line)[i - box.reach]) + unpack_bytes((*line)[i + box.reach]);
  return pack_bytes((sum * box.ww + far * box.fw + vec4u(BOX_HALF)) >> vec4u(24u));
}

fn pack_bytes(v: vec4u) -> u32 {
  return v.x | (v.y << 8u) | (v.z << 16u) | (v.w << 24u);
}

fn unpack_bytes(word: u32) -> vec4u {
  return (vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
}
