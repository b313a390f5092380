// What saving a picture as a baseline JPEG and loading it again does: src/ops/tile/jpeg-quality.ts line by line, where
// the peers are named. Between reading and returning its cell of 2 x 2 pixels, a lane transforms lines and columns of
// the tile's 8 x 8 blocks. The tile is (Y, Cb, Cr, alpha); the stencil makes RGB of it, because chroma is smoothed
// across tiles.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::op::{At, Tile};
import package::lib::fetch_u8::fetch_u8;
import package::lib::fetch_f32::fetch_f32;

struct JpegQuality {
  /// Of the tables, in percent.
  scale: i32,
  /// Whether chroma has half the resolution: 4:2:0, else 4:4:4.
  halved: u32,
}

/// Four blocks of luma, then one or four of Cb, then as many of Cr.
var<workgroup> samples: array<i32, 768>;

/// ITU-T T.81, tables K.1 and K.2, column by column, four bytes to a word, the top one lowest.
const QUANTA = array<u32, 32>(
  0x0e0e0c10u, 0x48311812u, 0x110d0c0bu, 0x5c402316u, 0x16100e0au, 0x5f4e3725u, 0x1d181310u, 0x62574038u,
  0x33281a18u, 0x70675144u, 0x57393a28u, 0x6479686du, 0x50453c33u, 0x67787167u, 0x3e38373du, 0x63655c4du,
  0x2f181211u, 0x63636363u, 0x421a1512u, 0x63636363u, 0x63381a18u, 0x63636363u, 0x6363422fu, 0x63636363u,
  0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u,
);

fn jpeg_quality_u8(args: JpegQuality, tile: Tile, lane: u32) -> array<vec4i, 4> {
  let rows = cell_rows(tile, lane);
  let x = i32(tile.x + 2u * (lane & 7u));
  return code_tile(args, tile, lane, array<vec4i, 4>(
    fetch_u8(x, rows.x),
    fetch_u8(x + 1, rows.x),
    fetch_u8(x, rows.y),
    fetch_u8(x + 1, rows.y),
  ));
}

/// Bytes over 255; alpha is left as it is.
fn jpeg_quality_f32(args: JpegQuality, tile: Tile, lane: u32) -> array<vec4f, 4> {
  let rows = cell_rows(tile, lane);
  let x = i32(tile.x + 2u * (lane & 7u));
  let exact = array<vec4f, 4>(
    fetch_f32(x, rows.x),
    fetch_f32(x + 1, rows.x),
    fetch_f32(x, rows.y),
    fetch_f32(x + 1, rows.y),
  );
  let bytes = array<vec4i, 4>(to_bytes(exact[0]), to_bytes(exact[1]), to_bytes(exact[2]), to_bytes(exact[3]));
  let coded = code_tile(args, tile, lane, bytes);
  var cell: array<vec4f, 4>;
  for (var i = 0u; i < 4u; i++) {
    cell[i] = vec4f(vec3f(coded[i].xyz) / 255.0, exact[i].w);
  }
  return cell;
}

/// The rows of the picture that a lane reads. Below the picture the last line of cells is repeated.
fn cell_rows(tile: Tile, lane: u32) -> vec2i {
  let last = i32(tile.height) - 1;
  let upper = 2 * min(i32(tile.y / 2u + (lane >> 3u)), last >> 1u);
  return vec2i(upper, min(upper + 1, last));
}

/// The cell of this lane as (Y, Cb, Cr, alpha), from the same pixels as bytes of RGBA. All lanes must call it together.
fn code_tile(args: JpegQuality, tile: Tile, lane: u32, pixels: array<vec4i, 4>) -> array<vec4i, 4> {
  let halved = args.halved != 0u;
  read_cell(tile, lane, pixels, halved);
  workgroupBarrier();

  let lines = select(96u, 48u, halved);
  for (var line = lane; line < lines; line += WORKGROUP_SIZE) {
    var v: array<i32, 8>;
    for (var i = 0u; i < 8u; i++) {
      v[i] = samples[8u * line + i] - 128;
    }
    v = forward(v, 11u);
    for (var i = 0u; i < 8u; i++) {
      samples[8u * line + i] = v[i];
    }
  }
  workgroupBarrier();

  for (var line = lane; line < lines; line += WORKGROUP_SIZE) {
    let first = 64u * (line >> 3u) + (line & 7u);
    let table = 2u * (line & 7u) + select(16u, 0u, line < 32u);
    var v: array<i32, 8>;
    for (var i = 0u; i < 8u; i++) {
      v[i] = samples[first + 8u * i];
    }
    v = forward(v, 15u);
    for (var i = 0u; i < 8u; i++) {
      let base = (QUANTA[table + (i >> 2u)] >> (8u * (i & 3u))) & 255u;
      v[i] = quantised(v[i], clamp((i32(base) * args.scale + 50) / 100, 1, 255));
    }
    v = inverse(v, 11u);
    for (var i = 0u; i < 8u; i++) {
      samples[first + 8u * i] = v[i];
    }
  }
  workgroupBarrier();

  for (var line = lane; line < lines; line += WORKGROUP_SIZE) {
    var v: array<i32, 8>;
    for (var i = 0u; i < 8u; i++) {
      v[i] = samples[8u * line + i];
    }
    v = inverse(v, 18u);
    for (var i = 0u; i < 8u; i++) {
      samples[8u * line + i] = clamp(v[i] + 128, 0, 255);
    }
  }
  workgroupBarrier();

  var cell: array<vec4i, 4>;
  for (var i = 0u; i < 4u; i++) {
    let places = places_of(2u * (lane & 7u) + (i & 1u), 2u * (lane >> 3u) + (i >> 1u), halved);
    cell[i] = vec4i(samples[places.x], samples[places.y], samples[places.z], pixels[i].w);
  }
  return cell;
}

/// Where a pixel of a tile has its three samples.
fn places_of(x: u32, y: u32, halved: bool) -> vec3u {
  let full = 64u * (2u * (y >> 3u) + (x >> 3u)) + 8u * (y & 7u) + (x & 7u);
  let cell = 8u * (y >> 1u) + (x >> 1u);
  return select(vec3u(full, 256u + full, 512u + full), vec3u(full, 256u + cell, 320u + cell), halved);
}

/// Puts the four pixels of a cell into `samples`.
fn read_cell(tile: Tile, lane: u32, pixels: array<vec4i, 4>, halved: bool) {
  // Below the picture the last line of pixels is repeated for everything but halved chroma.
  let is_below = tile.y / 2u + (lane >> 3u) > (tile.height - 1u) >> 1u;
  var cell: array<vec3i, 4>;
  for (var i = 0u; i < 4u; i++) {
    cell[i] = to_ycc(pixels[i]);
  }
  for (var i = 0u; i < 4u; i++) {
    let places = places_of(2u * (lane & 7u) + (i & 1u), 2u * (lane >> 3u) + (i >> 1u), halved);
    let value = cell[select(i, i | 2u, is_below)];
    samples[places.x] = value.x;
    if (!halved) {
      samples[places.y] = value.y;
      samples[places.z] = value.z;
    }
  }
  if (halved) {
    // Halves are rounded down and up in turns, quarters likewise.
    let sum = (cell[0] + cell[1] + cell[2] + cell[3] + vec3i(1 + i32(lane & 1u))) >> vec3u(2u);
    samples[256u + lane] = sum.y;
    samples[320u + lane] = sum.z;
  }
}

/// Numbers nominally 0..1 as bytes.
fn to_bytes(value: vec4f) -> vec4i {
  return vec4i(clamp(value, vec4f(0.0), vec4f(1.0)) * 255.0 + 0.5);
}

/// RGB to YCbCr (JFIF, BT.601 in full range) with 16 fractional bits.
fn to_ycc(v: vec4i) -> vec3i {
  return vec3i(
    19595 * v.x + 38470 * v.y + 7471 * v.z + 32768,
    -11059 * v.x - 21709 * v.y + 32768 * v.z + 8421375,
    32768 * v.x - 27439 * v.y - 5329 * v.z + 8421375,
  ) >> vec3u(16u);
}

/// The nearest multiple of the quantum, halves away from zero; the transform's results are 8 times too large.
fn quantised(coefficient: i32, quantum: i32) -> i32 {
  return sign(coefficient) * ((abs(coefficient) + 4 * quantum) / (8 * quantum)) * quantum;
}

fn descale(value: i32, bits: u32) -> i32 {
  return (value + (1 << (bits - 1u))) >> bits;
}

/// Eight samples' cosine transform, times the root of 8 and 2^(13 - bits).
fn forward(v: array<i32, 8>, bits: u32) -> array<i32, 8> {
  let s = vec4i(v[0] + v[7], v[1] + v[6], v[2] + v[5], v[3] + v[4]);
  let d = vec4i(v[0] - v[7], v[1] - v[6], v[2] - v[5], v[3] - v[4]);

  let outer = s.x + s.w;
  let inner = s.y + s.z;
  let outer_tilt = s.x - s.w;
  let inner_tilt = s.y - s.z;
  let turn = (outer_tilt + inner_tilt) * 4433;

  let joint = (d.x + d.y + d.z + d.w) * 9633;
  let even = joint - (d.y + d.w) * 16069;
  let odd = joint - (d.x + d.z) * 3196;
  let ends = (d.x + d.w) * 7373;
  let middles = (d.y + d.z) * 20995;
  return array<i32, 8>(
    descale((outer + inner) * 8192, bits),
    descale(d.x * 12299 - ends + odd, bits),
    descale(turn + outer_tilt * 6270, bits),
    descale(d.y * 25172 - middles + even, bits),
    descale((outer - inner) * 8192, bits),
    descale(d.z * 16819 - middles + odd, bits),
    descale(turn - inner_tilt * 15137, bits),
    descale(d.w * 2446 - ends + even, bits),
  );
}

/// The way back, again times the root of 8 and 2^(13 - bits).
fn inverse(v: array<i32, 8>, bits: u32) -> array<i32, 8> {
  let turn = (v[2] + v[6]) * 4433;
  let outer_tilt = turn + v[2] * 6270;
  let inner_tilt = turn - v[6] * 15137;
  let outer = (v[0] + v[4]) * 8192;
  let inner = (v[0] - v[4]) * 8192;
  let s = vec4i(outer + outer_tilt, inner + inner_tilt, inner - inner_tilt, outer - outer_tilt);

  let joint = (v[1] + v[3] + v[5] + v[7]) * 9633;
  let even = joint - (v[3] + v[7]) * 16069;
  let odd = joint - (v[1] + v[5]) * 3196;
  let ends = (v[1] + v[7]) * 7373;
  let middles = (v[3] + v[5]) * 20995;
  let d = vec4i(v[1] * 12299 - ends + odd, v[3] * 25172 - middles + even, v[5] * 16819 - middles + odd, v[7] * 2446 - ends + even);
  return array<i32, 8>(
    descale(s.x + d.x, bits),
    descale(s.y + d.y, bits),
    descale(s.z + d.z, bits),
    descale(s.w + d.w, bits),
    descale(s.w - d.w, bits),
    descale(s.z - d.z, bits),
    descale(s.y - d.y, bits),
    descale(s.x - d.x, bits),
  );
}

/// The coded picture as RGB.
fn jpeg_quality_show_u8(args: JpegQuality, at: At) -> vec4i {
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

fn jpeg_quality_show_f32(args: JpegQuality, at: At) -> vec4f {
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

/// The upper left pixel of the pixel's own cell (x, y), and the coordinates of the next nearest cells across (z) and
/// down (w).
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

/// The tile was left as bytes over 255.
fn coded_bytes(value: vec4f) -> vec4i {
  return vec4i(value * 255.0 + 0.5);
}
