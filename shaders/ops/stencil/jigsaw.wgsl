// Tiles in another order.

import package::lib::op::At;
import package::lib::program::host_byte;
import package::lib::fetch_u8::fetch_u8;
import package::lib::fetch_f32::fetch_f32;

struct Jigsaw {
  /// Where the order stands.
  order: u32,
  columns: u32,
  rows: u32,
  /// A tile's width and height; 0 wide, nothing moves.
  tile: vec2u,
}

fn jigsaw(args: Jigsaw, at: At) -> Pixel {
  let place = jigsaw_source(args, at);
  return fetch(place.x, place.y);
}

/// Where the pixel comes from.
fn jigsaw_source(args: Jigsaw, at: At) -> vec2i {
  let grid = vec2u(args.columns, args.rows);
  let tile = args.tile;
  let here = vec2u(at.x, at.y);
  if (tile.x == 0u || any(here >= grid * tile)) {
    return vec2i(here);
  }
  let cell = here / tile;
  let origin = host_byte(args.order, cell.y * grid.x + cell.x);
  let shifted = vec2u(origin % grid.x, origin / grid.x);
  return vec2i(here) + (vec2i(shifted) - vec2i(cell)) * vec2i(tile);
}
