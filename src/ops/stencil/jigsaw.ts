import { InputError } from "../../check/errors.ts";
import type { Size } from "../../format/format.ts";
import { jigsawShader } from "../../generated/op-shaders.ts";
import type { Jigsaw } from "../../generated/op-words.ts";
import { defineOp } from "../define.ts";
import type { EncodeContext, Fetch, MovedTile, Pixel } from "../op.ts";

const MAX_TILES = 256;

export const jigsawOp = defineOp({
  kind: "stencil",
  target: "moves",
  name: "jigsaw",
  shader: jigsawShader,
  about:
    "Cuts the picture into a grid of tiles and puts them back in another order, as Kornia's RandomJigsaw. Tiles are floor(H / rows) × " +
    "floor(W / columns) pixels; what the grid leaves over at the right and the bottom stays where it is. Pixels move whole, alpha too.",
  said: "{grid} tiles in another order",
  args: {
    grid: {
      type: "list",
      length: 2,
      min: 1,
      max: 256,
      isNoRange: true,
      unit: "tiles",
      about: `[rows, columns], at most ${MAX_TILES} tiles.`,
    },
    order: {
      type: "list",
      min: 0,
      max: MAX_TILES - 1,
      isNoRange: true,
      unit: "tile",
      about: "For each tile of the result, line by line, the tile it is taken from.",
    },
  },
  laws: {
    floatsWithin: 0,
    neutral: () => [
      { grid: [1, 1], order: [0] },
      { grid: [2, 3], order: [0, 1, 2, 3, 4, 5] },
    ],
    // A finer grid moves more tiles, but each to as random a place.
    shrinksBy: "any",
  },
  atMagnitude: (magnitude) => {
    const side = 1 + Math.round(3 * magnitude);
    return { grid: [side, side], order: Array.from({ length: side * side }, (_, i) => (i + 1) % (side * side)) };
  },
  tiles,
  encode,
  encodeF32: encode,
  u8: moved,
  f32: moved,
});

interface Cut {
  readonly grid: readonly [number, number];
  readonly order: readonly number[];
}

/**
 * Where the order stands among the tables, columns, and a tile's width and height (0: a side too short for the grid,
 * nothing moves).
 */
function encode({ grid, order }: Cut, { width, height, table }: EncodeContext): Jigsaw {
  const { columns, rows, wide, tall } = gridOf({ grid, order }, { height, width });
  return { order: table(Uint8Array.from(order)), columns, rows, tile: [wide, tall] };
}

/** The grid, and a tile's width and height; 0 is the width where nothing moves. */
function gridOf({ grid, order }: Cut, { width, height }: Size) {
  const [rows, columns] = grid;
  const tiles = rows * columns;
  if (!Number.isInteger(rows) || !Number.isInteger(columns) || tiles > MAX_TILES) {
    throw new InputError("jigsaw.grid", `[rows, columns], whole numbers and at most ${MAX_TILES} tiles`, grid);
  }
  if (
    order.length !== tiles ||
    new Set(order).size !== tiles ||
    !order.every((tile) => Number.isInteger(tile) && tile < tiles)
  ) {
    throw new InputError("jigsaw.order", `0 to ${tiles - 1} in any order, one a tile`, order);
  }
  const [wide, tall] = [Math.floor(width / columns), Math.floor(height / rows)];
  return { columns, rows, wide: wide > 0 && tall > 0 ? wide : 0, tall };
}

/** The tiles, and what the grid leaves over: a strip at the right, and one at the bottom. */
function tiles(cut: Cut, size: Size): MovedTile[] {
  const { columns, rows, wide, tall } = gridOf(cut, size);
  const stays = (x0: number, y0: number, x1: number, y1: number): MovedTile => ({ from: [x0, y0, x1, y1], by: [0, 0] });
  if (wide === 0) return [stays(0, 0, size.width, size.height)];
  const [right, bottom] = [columns * wide, rows * tall];
  const moved = cut.order.map((from, to): MovedTile => {
    const [column, row] = [from % columns, Math.floor(from / columns)];
    const by = [((to % columns) - column) * wide, (Math.floor(to / columns) - row) * tall] as const;
    return { from: [column * wide, row * tall, (column + 1) * wide, (row + 1) * tall], by };
  });
  if (right < size.width) moved.push(stays(right, 0, size.width, bottom));
  if (bottom < size.height) moved.push(stays(0, bottom, size.width, size.height));
  return moved;
}

function moved(
  fetch: Fetch,
  { order, columns, rows, tile: [wide, tall] }: Jigsaw,
  { x, y }: { x: number; y: number },
  tables: Uint8Array,
): Pixel {
  if (wide === 0 || x >= columns * wide || y >= rows * tall) return fetch(x, y);
  const column = Math.floor(x / wide);
  const row = Math.floor(y / tall);
  const from = tables[16 * order + row * columns + column]!;
  const fromRow = Math.floor(from / columns);
  return fetch(x + ((from % columns) - column) * wide, y + (fromRow - row) * tall);
}
