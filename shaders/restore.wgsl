// Predictions of views, brought back to the pictures that they are views of, and averaged.
// One invocation makes one pixel of a picture, in all its planes: for each view it follows the picture's own way into
// it and reads there.
//
// Grid: workgroups of a picture's pixels, folded into y past 65,535; z = pictures.
// Reads: `chunk`, `pictures` (what is made), `views`, `steps`, `points` (nodes of fields, and tiles), `planes`.
// Writes: `restored`, `covered`.

import package::lib::grid::WORKGROUP_SIZE;

/// Element types of `planes`.
const PLANES_U8 = 0u;
const PLANES_F32 = 1u;
const PLANES_F16 = 2u;

/// What a step is: a read through a matrix, a field of displacements, or tiles that change places.
const STEP_WARP = 0u;
const STEP_FIELD = 1u;
const STEP_TILES = 2u;
/// Entries of `points` for a tile: its first corner, its last one, and how far it moves.
const TILE_POINTS = 3u;

struct RestoreChunk {
  /// The pictures that are made.
  width: u32,
  height: u32,
  /// Planes of each.
  channels: u32,
  /// The planes that are read, and a view's pixel in theirs.
  planes_width: u32,
  planes_height: u32,
  scale_x: f32,
  scale_y: f32,
  /// How far it is in values to the next pixel and plane, where read and where written.
  pixel_step: u32,
  channel_step: u32,
  made_pixel_step: u32,
  made_channel_step: u32,
  /// Values of a picture's planes, where read.
  picture_step: u32,
  /// Workgroups in x.
  grid_width: u32,
  /// What stands where no view looked.
  fill: f32,
}

/// A picture that is made: its views.
struct RestoredPicture {
  first_view: u32,
  end_view: u32,
}

/// A view: its place in `planes`, and the steps into it.
struct RestoredView {
  row: u32,
  first_step: u32,
  end_step: u32,
}

/// One step, from its input to its output.
struct RestoreStep {
  /// Rows of the matrix; of a field x has its cells' sides.
  x: vec4f,
  y: vec4f,
  z: vec4f,
  /// What is read of the input: left, top, right, bottom.
  window: vec4f,
  kind: u32,
  /// Where its nodes or tiles begin in `points`; how many columns and rows, or how many tiles.
  first: u32,
  columns: u32,
  rows: u32,
}

@group(0) @binding(0) var<uniform> chunk: RestoreChunk;
@group(0) @binding(1) var<storage, read> pictures: array<RestoredPicture>;
@group(0) @binding(2) var<storage, read> views: array<RestoredView>;
@group(0) @binding(3) var<storage, read> steps: array<RestoreStep>;
@group(0) @binding(4) var<storage, read> points: array<vec2f>;
@group(0) @binding(5) var<storage, read> planes: array<u32>;
@group(0) @binding(6) var<storage, read_write> restored: array<f32>;
@group(0) @binding(7) var<storage, read_write> covered: array<f32>;

/// Element type of the planes.
override FORMAT: u32 = 1u;
/// Whether the nearest value is taken, in place of a mean of four.
override NEAREST_READ: bool = false;
/// Whether sums are divided by the views that looked, in place of all views.
override BY_COVERED: bool = false;

@compute @workgroup_size(WORKGROUP_SIZE)
fn restore(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let pixel = (group.y * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  let pixels = chunk.width * chunk.height;
  if (pixel >= pixels) {
    return;
  }
  let picture = pictures[group.z];
  let made = group.z * pixels * chunk.channels + pixel * chunk.made_pixel_step;
  for (var k = 0u; k < chunk.channels; k++) {
    restored[made + k * chunk.made_channel_step] = 0.0;
  }
  let centre = vec2f(f32(pixel % chunk.width), f32(pixel / chunk.width)) + 0.5;
  var looked = 0.0;
  for (var v = picture.first_view; v < picture.end_view; v++) {
    looked += add_view(views[v], centre, made);
  }
  let count = f32(picture.end_view - picture.first_view);
  covered[group.z * pixels + pixel] = looked;
  let by = select(count, looked, BY_COVERED);
  let missing = select(count - looked, 0.0, BY_COVERED) * chunk.fill;
  for (var k = 0u; k < chunk.channels; k++) {
    let at = made + k * chunk.made_channel_step;
    restored[at] = select((restored[at] + missing) / by, chunk.fill, looked == 0.0);
  }
}

/// Adds what a view has of a pixel, and returns how much of it that is: less than 1 at the view's border.
fn add_view(view: RestoredView, centre: vec2f, made: u32) -> f32 {
  let place = place_in(view, centre);
  if (place.z == 0.0) {
    return 0.0;
  }
  let at = place.xy * vec2f(chunk.scale_x, chunk.scale_y);
  let size = vec2i(i32(chunk.planes_width), i32(chunk.planes_height));
  if (NEAREST_READ) {
    let whole = floor(at);
    if (any(whole < vec2f()) || any(whole >= vec2f(size))) {
      return 0.0;
    }
    add_planes(view.row, vec2i(whole), 1.0, made);
    return 1.0;
  }
  // What is far outside is no integer.
  if (any(at <= vec2f(-0.5)) || any(at >= vec2f(size) + 0.5)) {
    return 0.0;
  }
  let corner = floor(at - 0.5);
  let share = at - 0.5 - corner;
  var looked = 0.0;
  for (var i = 0; i < 4; i++) {
    let next = vec2i(i & 1, i >> 1u);
    let pixel = vec2i(corner) + next;
    let weights = select(1.0 - share, share, next == vec2i(1));
    let weight = weights.x * weights.y;
    if (weight > 0.0 && all(pixel >= vec2i()) && all(pixel < size)) {
      add_planes(view.row, pixel, weight, made);
      looked += weight;
    }
  }
  return looked;
}

fn add_planes(row: u32, pixel: vec2i, weight: f32, made: u32) {
  let at = row * chunk.picture_step + u32(pixel.y * i32(chunk.planes_width) + pixel.x) * chunk.pixel_step;
  for (var k = 0u; k < chunk.channels; k++) {
    restored[made + k * chunk.made_channel_step] += weight * read_value(at + k * chunk.channel_step);
  }
}

/// Where a place of the picture is in a view; z is 0 where it left on the way.
fn place_in(view: RestoredView, centre: vec2f) -> vec3f {
  var at = centre;
  for (var s = view.first_step; s < view.end_step; s++) {
    let taken = steps[s];
    // A picture that was cut or padded before has an end there.
    if (any(at < taken.window.xy) || any(at > taken.window.zw)) {
      return vec3f();
    }
    switch (taken.kind) {
      case STEP_WARP: {
        let from_origin = vec3f(at, 1.0);
        let below = dot(taken.z.xyz, from_origin);
        if (below <= 0.0) {
          return vec3f();
        }
        at = vec2f(dot(taken.x.xyz, from_origin), dot(taken.y.xyz, from_origin)) / below;
      }
      case STEP_FIELD: {
        at += displacement(taken, at / taken.x.xy);
      }
      case STEP_TILES: {
        at += tile_shift(taken, at);
      }
      default: {
      }
    }
  }
  return vec3f(at, 1.0);
}

/// A cubic B-spline of nodes, the first of which lie a cell before the picture.
fn displacement(taken: RestoreStep, position: vec2f) -> vec2f {
  let most = vec2f(f32(taken.columns) - 4.0, f32(taken.rows) - 4.0);
  let first = clamp(floor(position), vec2f(), most);
  let across = cubic_weights(position.x - first.x);
  let down = cubic_weights(position.y - first.y);
  var sum = vec2f();
  for (var j = 0u; j < 4u; j++) {
    let line = taken.first + (u32(first.y) + j) * taken.columns + u32(first.x);
    for (var i = 0u; i < 4u; i++) {
      sum += across[i] * down[j] * points[line + i];
    }
  }
  return sum;
}

fn cubic_weights(t: f32) -> vec4f {
  let u = 1.0 - t;
  let second = 4.0 - 6.0 * t * t + 3.0 * t * t * t;
  let third = 1.0 + 3.0 * t + 3.0 * t * t - 3.0 * t * t * t;
  return vec4f(u * u * u, second, third, t * t * t) / 6.0;
}

fn tile_shift(taken: RestoreStep, at: vec2f) -> vec2f {
  for (var i = 0u; i < taken.columns; i++) {
    let tile = taken.first + TILE_POINTS * i;
    if (all(at >= points[tile]) && all(at < points[tile + 1u])) {
      return points[tile + 2u];
    }
  }
  return vec2f();
}

fn read_value(at: u32) -> f32 {
  if (FORMAT == PLANES_U8) {
    return f32((planes[at >> 2u] >> ((at & 3u) * 8u)) & 255u);
  }
  if (FORMAT == PLANES_F16) {
    let pair = unpack2x16float(planes[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
  }
  if (FORMAT == PLANES_F32) {
    return bitcast<f32>(planes[at]);
  }
  return 0.0;
}
