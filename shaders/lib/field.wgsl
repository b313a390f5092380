// Where a field of displacements leads: a vector at each node of a grid, and between them a spline. In integers, as
// every place; src/ops/lib/field.ts is the same line by line.

import package::lib::op::{At, Place};
import package::lib::place::{PLACE_BITS, pixel_centre, scaled};
import package::lib::program::host_word;

/// Bits below the point of a position on the grid, in cells.
const GRID_BITS = 20u;
/// Of a weight. Those of one direction sum to 2^WEIGHT_BITS.
const WEIGHT_BITS = 15u;

struct Field {
  /// Where the nodes stand, line by line: a word each, x in the lower half, y in the upper one.
  nodes: u32,
  columns: u32,
  rows: u32,
  /// One over a cell's width and height, from a place's units to GRID_BITS, times 2^bits: as many bits as fit.
  inverse: vec2i,
  bits: vec2u,
  /// How far a weighed sum of nodes is shifted to have a place's units.
  shift: u32,
}

/// Where a position is on the cells along an axis: in which one, and how far in it, 0 to 2^WEIGHT_BITS.
struct Cell { first: u32, share: u32 }

/// The nodes that count along an axis: the first one, and their weights.
struct Nodes { first: u32, weights: vec4i }

/// A position on one of `cells` cells. The last one has its end too.
fn cell_of(centre: i32, inverse: i32, bits: u32, cells: u32) -> Cell {
  let position = u32(scaled(centre, inverse, bits));
  let first = min(position >> GRID_BITS, cells - 1u);
  let rest = position - (first << GRID_BITS);
  return Cell(first, (rest + (1u << (GRID_BITS - WEIGHT_BITS - 1u))) >> (GRID_BITS - WEIGHT_BITS));
}

/// Displaced by the mean of the four nodes around.
fn linear_place(field: Field, at: At) -> Place {
  let centre = pixel_centre(at);
  let across = cell_of(centre.x, field.inverse.x, field.bits.x, field.columns - 1u);
  let down = cell_of(centre.y, field.inverse.y, field.bits.y, field.rows - 1u);
  return displaced(field, centre, linear_nodes(across), linear_nodes(down), 2u);
}

/// Displaced by a cubic B-spline of the sixteen nodes around. The first ones lie a cell before the picture.
fn cubic_place(field: Field, at: At) -> Place {
  let centre = pixel_centre(at);
  let across = cell_of(centre.x, field.inverse.x, field.bits.x, field.columns - 3u);
  let down = cell_of(centre.y, field.inverse.y, field.bits.y, field.rows - 3u);
  return displaced(field, centre, cubic_nodes(across), cubic_nodes(down), 4u);
}

/// By the weighed sum of `order` by `order` nodes.
fn displaced(field: Field, centre: vec2i, across: Nodes, down: Nodes, order: u32) -> Place {
  // Both directions together have 45 bits: of a line's 30 the upper and the lower half are weighed apart.
  var high = vec2i(0);
  var low = vec2i(0);
  for (var j = 0u; j < order; j++) {
    var line = vec2i(0);
    for (var i = 0u; i < order; i++) {
      line += node_at(field, across.first + i, down.first + j) * across.weights[i];
    }
    high += (line >> vec2u(WEIGHT_BITS)) * down.weights[j];
    low += (line & vec2i((1 << WEIGHT_BITS) - 1)) * down.weights[j];
  }
  let sum = high + (low >> vec2u(WEIGHT_BITS));
  let by = (sum + ((1 << field.shift) >> 1u)) >> vec2u(field.shift);
  return Place(centre.x + by.x, centre.y + by.y, true);
}

fn node_at(field: Field, column: u32, row: u32) -> vec2i {
  let word = host_word(field.nodes, row * field.columns + column);
  return vec2i(bitcast<i32>(word << 16u) >> 16u, bitcast<i32>(word) >> 16u);
}

fn linear_nodes(cell: Cell) -> Nodes {
  let share = i32(cell.share);
  return Nodes(cell.first, vec4i((1 << WEIGHT_BITS) - share, share, 0, 0));
}

/// The cubic B-spline's: (1 - t)^3 / 6, (4 - 6 t^2 + 3 t^3) / 6, (1 + 3 t + 3 t^2 - 3 t^3) / 6, t^3 / 6.
fn cubic_nodes(cell: Cell) -> Nodes {
  let t = cell.share;
  let u = (1u << WEIGHT_BITS) - t;
  // With 16 and 31 bits below the point.
  let square = (t * t + 0x2000u) >> 14u;
  let cube = square * t;
  let other = ((u * u + 0x2000u) >> 14u) * u;
  let first = i32((other + 0x30000u) / 0x60000u);
  let last = i32((cube + 0x30000u) / 0x60000u);
  let third = i32((0x10006u + 6u * t + 3u * square - 3u * (cube >> 15u)) / 12u);
  return Nodes(cell.first, vec4i(first, (1 << WEIGHT_BITS) - first - third - last, third, last));
}
