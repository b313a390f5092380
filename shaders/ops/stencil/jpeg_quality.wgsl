// The second half of `jpegQuality`: a picture of (Y, Cb, Cr, alpha) that the kernel `jpeg` made, shown as RGB: `showPixel` in
// src/ops/lib/jpeg.ts.

import package::lib::op::At;
import package::lib::fetch_u8::fetch_u8;
import package::lib::fetch_f32::fetch_f32;

struct JpegQuality {
  /// Of the tables, in percent: for the kernel.
  scale: i32,
  /// Whether chroma has half the resolution.
  halved: u32,
}

fn jpeg_quality_u8(args: JpegQuality, at: At) -> vec4i {
  let own = fetch_u8(i32(at.x), i32(at.y));
  if (!has_cells(args, at)) {
    return to_rgb(own, own.yz);
  }
  let cells = cells_around(at);
  return to_rgb(own, between(
    own.yz,
    fetch_u8(cells.z, cells.y).yz,
    fetch_u8(cells.x, cells.w).yz,
    fetch_u8(cells.z, cells.w).yz,
    at,
  ));
}

fn jpeg_quality_f32(args: JpegQuality, at: At) -> vec4f {
  let exact = fetch_f32(i32(at.x), i32(at.y));
  let own = coded_bytes(exact);
  var chroma = own.yz;
  if (has_cells(args, at)) {
    let cells = cells_around(at);
    chroma = between(
      own.yz,
      coded_bytes(fetch_f32(cells.z, cells.y)).yz,
      coded_bytes(fetch_f32(cells.x, cells.w)).yz,
      coded_bytes(fetch_f32(cells.z, cells.w)).yz,
      at,
    );
  }
  return vec4f(vec3f(to_rgb(own, chroma).xyz) / 255.0, exact.w);
}

/// Where there are no more than two columns of cells, decoders just repeat them.
fn has_cells(args: JpegQuality, at: At) -> bool {
  return args.halved != 0u && at.width > 4u;
}

/// The upper left pixel of the pixel's own cell (x, y), and the coordinates of the next nearest cells across (z) and down (w).
fn cells_around(at: At) -> vec4i {
  let cell = vec2i(i32(at.x >> 1u), i32(at.y >> 1u));
  let nearer = cell + 2 * vec2i(i32(at.x & 1u), i32(at.y & 1u)) - 1;
  let last = vec2i(i32((at.width - 1u) >> 1u), i32((at.height - 1u) >> 1u));
  return vec4i(2 * cell, 2 * clamp(nearer, vec2i(0), last));
}

/// Chroma between four cells: 9/16, 3/16, 3/16, 1/16.
fn between(own: vec2i, across: vec2i, down: vec2i, corner: vec2i, at: At) -> vec2i {
  return (3 * (3 * own + down) + 3 * across + corner + vec2i(8 - i32(at.x & 1u))) >> vec2u(4u);
}

fn to_rgb(v: vec4i, chroma: vec2i) -> vec4i {
  let blue = chroma.x - 128;
  let red = chroma.y - 128;
  let offsets = (vec3i(91881 * red, -22554 * blue - 46802 * red, 116130 * blue) + vec3i(32768)) >> vec3u(16u);
  return vec4i(clamp(vec3i(v.x) + offsets, vec3i(0), vec3i(255)), v.w);
}

/// The kernel wrote bytes over 255.
fn coded_bytes(value: vec4f) -> vec4i {
  return vec4i(value * 255.0 + 0.5);
}
