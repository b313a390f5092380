// What a baseline JPEG file does to 16 x 16 pixels, up to the enlarging of the chroma: src/ops/lib/jpeg.ts line by line, where the
// peers are named. A workgroup of 64 makes a tile: a lane reads and returns a cell of 2 x 2 pixels, and between that transforms
// lines and columns of the tile's blocks.

import package::lib::grid::WORKGROUP_SIZE;
@if(u8_pipeline) import package::lib::fetch_u8::{fetch_u8, input_size};
@if(f32_pipeline) import package::lib::fetch_f32::{fetch_f32, input_size};

/// Pixels along a tile: two blocks, because chroma may have half the resolution.
const JPEG_TILE = 16u;

/// Four blocks of luma, then one or four of Cb, then as many of Cr.
var<workgroup> samples: array<i32, 768>;

/// ITU-T T.81, tables K.1 and K.2, column by column, four bytes to a word, the top one lowest.
const QUANTA = array<u32, 32>(
  0x0e0e0c10u, 0x48311812u, 0x110d0c0bu, 0x5c402316u, 0x16100e0au, 0x5f4e3725u, 0x1d181310u, 0x62574038u,
  0x33281a18u, 0x70675144u, 0x57393a28u, 0x6479686du, 0x50453c33u, 0x67787167u, 0x3e38373du, 0x63655c4du,
  0x2f181211u, 0x63636363u, 0x421a1512u, 0x63636363u, 0x63381a18u, 0x63636363u, 0x6363422fu, 0x63636363u,
  0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u,
);

/// The cell of this lane as (Y, Cb, Cr, alpha): upper left, upper right, lower left, lower right. All lanes must call it together.
/// `scale` is the percentage the tables are scaled by; `halved` is 4:2:0, else 4:4:4.
fn code_tile(tile: vec2u, lane: u32, scale: i32, halved: bool) -> array<vec4i, 4> {
  let alpha = read_cell(tile, lane, halved);
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
      v[i] = quantised(v[i], clamp((i32(base) * scale + 50) / 100, 1, 255));
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
    cell[i] = vec4i(samples[places.x], samples[places.y], samples[places.z], alpha[i]);
  }
  return cell;
}

/// Where a pixel of a tile has its three samples.
fn places_of(x: u32, y: u32, halved: bool) -> vec3u {
  let full = 64u * (2u * (y >> 3u) + (x >> 3u)) + 8u * (y & 7u) + (x & 7u);
  let cell = 8u * (y >> 1u) + (x >> 1u);
  return select(vec3u(full, 256u + full, 512u + full), vec3u(full, 256u + cell, 320u + cell), halved);
}

/// Reads the four pixels of a cell into `samples`; returns their alpha.
fn read_cell(tile: vec2u, lane: u32, halved: bool) -> vec4i {
  let height = input_size().y;
  let cell_x = i32(8u * tile.x + (lane & 7u));
  let cell_y = i32(8u * tile.y + (lane >> 3u));
  // Below the picture the last line of cells is repeated for halved chroma, and the last line of pixels for everything else.
  let within = min(cell_y, (height - 1) >> 1u);
  let upper = 2 * within;
  let lower = min(upper + 1, height - 1);
  let pixels = array<vec4i, 4>(
    fetch_bytes(2 * cell_x, upper),
    fetch_bytes(2 * cell_x + 1, upper),
    fetch_bytes(2 * cell_x, lower),
    fetch_bytes(2 * cell_x + 1, lower),
  );
  var cell: array<vec3i, 4>;
  for (var i = 0u; i < 4u; i++) {
    cell[i] = to_ycc(pixels[i]);
  }
  for (var i = 0u; i < 4u; i++) {
    let places = places_of(2u * (lane & 7u) + (i & 1u), 2u * (lane >> 3u) + (i >> 1u), halved);
    let value = cell[select(i, i | 2u, cell_y > within)];
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
  return vec4i(pixels[0].w, pixels[1].w, pixels[2].w, pixels[3].w);
}

@if(u8_pipeline) fn fetch_bytes(x: i32, y: i32) -> vec4i {
  return fetch_u8(x, y);
}
@if(f32_pipeline) fn fetch_bytes(x: i32, y: i32) -> vec4i {
  return to_bytes(fetch_f32(x, y));
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
