/** Warps that a function places: where a position is read, and the way back by Newton's steps. */
import type { Size } from "../format/format.ts";
import { PIXEL } from "../ops/lib/place.ts";
import type { Args, PlacedOp } from "../ops/op.ts";
import { encodeCall, readCall } from "../ops/words.ts";

/** Output → input, in pixels with edges counted. */
export type PlaceAt = (x: number, y: number) => readonly [x: number, y: number];

/** The place function of a call. */
export function fieldOf(op: PlacedOp, args: Args, input: Size, output: Size): PlaceAt {
  if (op.placeAt) return op.placeAt({ ...args }, input);
  return betweenPixels(op, args, input, output);
}

/** Of an op that knows places of whole pixels only: interpolated between their centres, and drawn on beyond. */
function betweenPixels(op: PlacedOp, args: Args, { height, width }: Size, output: Size): PlaceAt {
  const tables: number[] = [];
  const table = (bytes: Uint8Array) => {
    const at = tables.length / 16;
    tables.push(...bytes, ...new Array((16 - (bytes.length % 16)) % 16).fill(0));
    return at;
  };
  const context = { height, width, channels: 3, table };
  const words = readCall(op, encodeCall(op, { ...args }, context, "u8"), "u8");
  const bytes = Uint8Array.from(tables);
  const known = new Map<number, readonly [x: number, y: number]>();
  const pixel = (x: number, y: number) => {
    const key = y * output.width + x;
    let place = known.get(key);
    if (!place) {
      const exact = op.place(words, { x, y, height: output.height, width: output.width, channels: 3 }, bytes);
      place = [exact.x / PIXEL, exact.y / PIXEL];
      known.set(key, place);
    }
    return place;
  };
  return (atX, atY) => {
    const across = between(atX - 0.5, output.width);
    const down = between(atY - 0.5, output.height);
    const mean = (axis: 0 | 1) => {
      const top = blend(pixel(across.first, down.first)[axis], pixel(across.next, down.first)[axis], across.share);
      const bottom = blend(pixel(across.first, down.next)[axis], pixel(across.next, down.next)[axis], across.share);
      return blend(top, bottom, down.share);
    };
    // A side of one pixel says nothing of how places change along it: they move with the position.
    const aside = output.width === 1 ? atX - 0.5 : 0;
    const below = output.height === 1 ? atY - 0.5 : 0;
    return [mean(0) + aside, mean(1) + below];
  };
}

const blend = (a: number, b: number, share: number): number => a + (b - a) * share;

/** The pixels on both sides of a position along an axis; beyond the ends the last two. */
function between(at: number, size: number): { first: number; next: number; share: number } {
  const first = Math.min(Math.max(Math.floor(at), 0), Math.max(size - 2, 0));
  return { first, next: Math.min(first + 1, size - 1), share: at - first };
}

/** Steps of Newton's method; from the point itself a lens or a spline is met in five. */
const STEPS = 40;
const CLOSE = 1e-11;
const PROBE = 1 / 1024;

/**
 * Where a point of the input is in the output: the position that is read there. Newton's steps from the point itself,
 * each an eighth of the picture at most. Where no position reads the point, the nearest that was found.
 */
export function placedAt(place: PlaceAt, { height, width }: Size, x: number, y: number): [x: number, y: number] {
  let [u, v] = [x, y];
  const [mostX, mostY] = [width / 8 + 1, height / 8 + 1];
  let best: [number, number] = [u, v];
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step < STEPS; step++) {
    const [atX, atY] = place(u, v);
    const [offX, offY] = [x - atX, y - atY];
    const off = offX * offX + offY * offY;
    if (off < least) {
      least = off;
      best = [u, v];
    }
    if (off <= CLOSE * CLOSE) break;
    const [rightX, rightY] = place(u + PROBE, v);
    const [belowX, belowY] = place(u, v + PROBE);
    const [a, c] = [(rightX - atX) / PROBE, (rightY - atY) / PROBE];
    const [b, d] = [(belowX - atX) / PROBE, (belowY - atY) / PROBE];
    const determinant = a * d - b * c;
    if (determinant === 0) break;
    u += held((offX * d - offY * b) / determinant, mostX);
    v += held((offY * a - offX * c) / determinant, mostY);
  }
  return best;
}

const held = (step: number, most: number): number => Math.min(Math.max(step, -most), most);
