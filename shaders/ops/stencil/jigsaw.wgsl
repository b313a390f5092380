// Tiles in another order. Words: where the order stands, columns, rows, a tile's width and height (width 0: nothing moves).

import package::lib::op::{Args, At};
import package::lib::program::host_byte;
import package::lib::fetch_u8::fetch_u8;
import package::lib::fetch_f32::fetch_f32;

fn jigsaw_u8(args: Args, at: At) -> vec4i {
  let place = jigsaw_place(args, at);
  return fetch_u8(place.x, place.y);
}

fn jigsaw_f32(args: Args, at: At) -> vec4f {
  let place = jigsaw_place(args, at);
  return fetch_f32(place.x, place.y);
}

/// Where the pixel comes from.
fn jigsaw_place(args: Args, at: At) -> vec2i {
  let grid = args.a.yz;
  let tile = vec2u(args.a.w, args.b.x);
  let here = vec2u(at.x, at.y);
  if (tile.x == 0u || any(here >= grid * tile)) {
    return vec2i(here);
  }
  let cell = here / tile;
  let origin = host_byte(args.a.x, cell.y * grid.x + cell.x);
  let shifted = vec2u(origin % grid.x, origin / grid.x);
  return vec2i(here) + (vec2i(shifted) - vec2i(cell)) * vec2i(tile);
}
