// Pictures of a batch as pixels to look at: taken back to bytes, scaled to tiles, laid out in a grid.
// One invocation makes one pixel. A tile's pixel is the average of the part of the picture that it covers: enlarged
// pictures keep their pixels, with clean edges, and one that is as large as its tile is copied.
//
// Grid: x = workgroups of a line, y = lines.
// Reads: `chunk`, `shown` (which pictures), `pictures`, `strokes`. Writes: `pixels`, RGBA, red in the lowest byte.

import package::lib::grid::WORKGROUP_SIZE;

/// Element types of `pictures`.
const SHOW_U8 = 0u;
const SHOW_F32 = 1u;
const SHOW_F16 = 2u;

/// What is shown, and where.
struct ShowChunk {
  /// Values are taken back to 0..255 by a multiplication and an addition for each channel.
  scale: vec4f,
  bias: vec4f,
  /// The batch: shape of a picture, and how far it is in values to the next pixel, channel and picture.
  width: u32,
  height: u32,
  channels: u32,
  pixel_step: u32,
  channel_step: u32,
  picture_step: u32,
  /// Pictures that are shown.
  count: u32,
  /// The grid: tiles in a line, their sides in pixels, and the pixels between two of a line.
  columns: u32,
  tile_width: u32,
  tile_height: u32,
  gap: u32,
  /// Pixels from a line to the next, and lines.
  line: u32,
  lines: u32,
  /// Half the width of a stroke, in pixels.
  stroke: f32,
}

/// What is in a tile: a picture, and the strokes over it.
struct ShownTile {
  row: u32,
  first_stroke: u32,
  end_stroke: u32,
}

/// A side of a box, in pixels of its tile.
struct Stroke {
  /// Where it begins and ends: x, y, x, y.
  ends: vec4f,
  /// Levels, opaque.
  color: vec4f,
}

@group(0) @binding(0) var<uniform> chunk: ShowChunk;
@group(0) @binding(1) var<storage, read> shown: array<ShownTile>;
@group(0) @binding(2) var<storage, read> pictures: array<u32>;
@group(0) @binding(3) var<storage, read> strokes: array<Stroke>;
@group(0) @binding(4) var<storage, read_write> pixels: array<u32>;

/// Element type of the batch.
override FORMAT: u32 = 0u;
/// Whether blue is wanted in the lowest byte.
override BLUE_FIRST: bool = false;
/// Whether colours are wanted multiplied by alpha, as a canvas takes them.
override PREMULTIPLY: bool = false;

@compute @workgroup_size(WORKGROUP_SIZE)
fn show(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let x = group.x * WORKGROUP_SIZE + lane;
  let y = group.y;
  if (x >= chunk.line || y >= chunk.lines) {
    return;
  }
  pixels[y * chunk.line + x] = pixel_at(x, y);
}

/// Transparent where there is no tile.
fn pixel_at(x: u32, y: u32) -> u32 {
  let column = x / (chunk.tile_width + chunk.gap);
  let inside = x - column * (chunk.tile_width + chunk.gap);
  let place = (y / chunk.tile_height) * chunk.columns + column;
  if (column >= chunk.columns || inside >= chunk.tile_width || place >= chunk.count) {
    return 0u;
  }
  let tile = shown[place];
  let down = y % chunk.tile_height;
  let pixel = average(tile.row * chunk.picture_step, inside, down);
  return packed(stroked(pixel, tile, vec2f(f32(inside), f32(down)) + 0.5));
}

/// A pixel with the strokes that go over it, each between two dark edges: so it is seen on any picture.
fn stroked(pixel: vec4f, tile: ShownTile, at: vec2f) -> vec4f {
  var dark = 0.0;
  var core = 0.0;
  var color = vec4f();
  for (var i = tile.first_stroke; i < tile.end_stroke; i++) {
    let far = distance_to(strokes[i].ends, at) - chunk.stroke;
    dark = max(dark, clamp(1.5 - far, 0.0, 1.0));
    let covers = clamp(0.5 - far, 0.0, 1.0);
    if (covers > 0.0 && covers >= core) {
      core = covers;
      color = strokes[i].color;
    }
  }
  return mix(mix(pixel, vec4f(0.0, 0.0, 0.0, 255.0), 0.6 * dark), color, core);
}

fn distance_to(ends: vec4f, at: vec2f) -> f32 {
  let along = ends.zw - ends.xy;
  let part = dot(at - ends.xy, along) / max(dot(along, along), 1e-6);
  return length(at - ends.xy - clamp(part, 0.0, 1.0) * along);
}

/// The part of a picture that a pixel of its tile covers, colours multiplied by alpha.
fn average(picture: u32, x: u32, y: u32) -> vec4f {
  let across = f32(chunk.width) / f32(chunk.tile_width);
  let down = f32(chunk.height) / f32(chunk.tile_height);
  // Ends by integers, so that no rounding reaches into the next pixel.
  let first = vec2u(x * chunk.width / chunk.tile_width, y * chunk.height / chunk.tile_height);
  let end = vec2u(
    ((x + 1u) * chunk.width + chunk.tile_width - 1u) / chunk.tile_width,
    ((y + 1u) * chunk.height + chunk.tile_height - 1u) / chunk.tile_height,
  );
  var sum = vec4f();
  var area = 0.0;
  for (var row = first.y; row < end.y; row++) {
    let tall = covered(row, f32(y) * down, f32(y + 1u) * down);
    for (var column = first.x; column < end.x; column++) {
      let weight = tall * covered(column, f32(x) * across, f32(x + 1u) * across);
      let pixel = read_pixel(picture + (row * chunk.width + column) * chunk.pixel_step);
      sum += weight * pixel;
      area += weight;
    }
  }
  return sum / area;
}

/// How much of a source pixel lies between two places. Never nothing: one alone must have a weight.
fn covered(index: u32, begin: f32, end: f32) -> f32 {
  return max(min(f32(index) + 1.0, end) - max(f32(index), begin), 1e-6);
}

/// One channel is grey, and so is the first of two; of more than four the first three are shown.
fn read_pixel(at: u32) -> vec4f {
  let red = read_level(at, 0u);
  var pixel = vec4f(red, red, red, 255.0);
  if (chunk.channels > 2u) {
    pixel = vec4f(red, read_level(at, 1u), read_level(at, 2u), 255.0);
  }
  if (chunk.channels == 4u) {
    pixel.w = read_level(at, 3u);
  }
  if (PREMULTIPLY) {
    return vec4f(pixel.xyz * (pixel.w / 255.0), pixel.w);
  }
  return pixel;
}

/// A value as a level 0..255. What is no number is black.
fn read_level(at: u32, channel: u32) -> f32 {
  let level = read_value(at + channel * chunk.channel_step) * chunk.scale[channel] + chunk.bias[channel];
  return select(0.0, min(level, 255.0), level > 0.0);
}

fn read_value(at: u32) -> f32 {
  if (FORMAT == SHOW_U8) {
    return f32((pictures[at >> 2u] >> ((at & 3u) * 8u)) & 255u);
  }
  if (FORMAT == SHOW_F32) {
    return bitcast<f32>(pictures[at]);
  }
  if (FORMAT == SHOW_F16) {
    let pair = unpack2x16float(pictures[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
  }
  return 0.0;
}

/// Four levels as bytes, rounded half up.
fn packed(levels: vec4f) -> u32 {
  let bytes = vec4u(floor(levels + vec4f(0.5)));
  if (BLUE_FIRST) {
    return bytes.z | (bytes.y << 8u) | (bytes.x << 16u) | (bytes.w << 24u);
  }
  return bytes.x | (bytes.y << 8u) | (bytes.z << 16u) | (bytes.w << 24u);
}
