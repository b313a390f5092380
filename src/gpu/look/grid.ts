/** Where the pictures of a drawing stand: plain numbers. */

/** What a drawing has to work with. */
export interface Room {
  /** Pictures to show, and their sides in pixels. */
  count: number;
  height: number;
  width: number;
  /** In CSS pixels, where somebody says so; else a drawing is as wide as it likes. */
  available?: number;
  /** Wanted by the caller. */
  columns?: number;
  tile?: number;
  /** Pixels of the canvas in a CSS pixel. */
  ratio: number;
}

/** In pixels of the canvas. */
export interface Grid {
  columns: number;
  lines: number;
  tileWidth: number;
  tileHeight: number;
  gap: number;
  /** The whole drawing, without its captions. */
  width: number;
}

/** CSS pixels. */
const GAP = 8;
/** A picture that is smaller is enlarged at least so far, and where there is room up to `ROOMY`. */
const SMALL = 96;
const ROOMY = 224;
/** Columns of a drawing that nobody gave a width. */
const FREE_COLUMNS = 8;

export function gridOf(room: Room): Grid {
  const { count, width, height, available, ratio } = room;
  const ideal = room.tile ?? Math.min(Math.max(width, SMALL), ROOMY);
  const fitting = available === undefined ? FREE_COLUMNS : Math.floor((available + GAP) / (ideal + GAP));
  const columns = Math.min(room.columns ?? Math.max(fitting, 1), count);
  const widest = available === undefined ? ideal : (available - GAP * (columns - 1)) / columns;
  const tile = Math.min(room.tile ?? Math.max(ROOMY, width), widest);
  const gap = Math.round(GAP * ratio);
  // Rounded down, so that the sum is not wider than what there is.
  const tileWidth = Math.max(1, Math.floor(tile * ratio));
  const tileHeight = Math.max(1, Math.round((tileWidth * height) / width));
  return {
    columns,
    lines: Math.ceil(count / columns),
    tileWidth,
    tileHeight,
    gap,
    width: columns * (tileWidth + gap) - gap,
  };
}

/** The upper left pixel of a tile, where every line of them is followed by a caption of so many pixels. */
export function placeOf(
  { columns, tileWidth, tileHeight, gap }: Grid,
  index: number,
  caption: number,
): [number, number] {
  const line = Math.floor(index / columns);
  return [(index % columns) * (tileWidth + gap), line * (tileHeight + caption + gap)];
}

/** Pixels from the top of a drawing to its end. */
export const heightOf = ({ lines, tileHeight, gap }: Grid, caption: number): number =>
  lines * (tileHeight + caption + gap) - gap;
