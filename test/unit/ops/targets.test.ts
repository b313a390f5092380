/**
 * What ops say of targets (`target`, `hidden`, `tiles`, `placeAt`) is what they do to pixels: held against the pictures
 * that the reference makes.
 */
import { describe, expect, test } from "vitest";
import { checkCall } from "../../../src/ops/check-call.ts";
import type { Args, ImageOp, PixelBox, PlacedOp, StencilOp } from "../../../src/ops/op.ts";
import { readCall } from "../../../src/ops/words.ts";
import { applyOp, filledPicture, type PictureShape } from "../../pictures.ts";
import { allOps, callsOf } from "./sample-calls.ts";

const SHAPES: PictureShape[] = [
  { height: 24, width: 32, channels: 3 },
  { height: 5, width: 7, channels: 1 },
  { height: 1, width: 1, channels: 4 },
];

/** The number of every pixel, in two bytes of it. */
function numbered(shape: PictureShape) {
  let at = 0;
  return filledPicture(shape, "u8", (channel) => {
    const pixel = Math.floor(at++ / shape.channels);
    return channel === 0 ? pixel & 255 : (pixel >> 8) + 1;
  });
}

const inside = ([x0, y0, x1, y1]: PixelBox, x: number, y: number) => x >= x0 && x < x1 && y >= y0 && y < y1;
const argumentsOf = (op: ImageOp, shape: PictureShape) => callsOf(op, shape).map(({ op: _, ...args }) => args as Args);
const argsOf = (op: ImageOp, call: Args): Args => checkCall({ op: op.name, ...call }, op.name).args;

/** A fill that no pixel has. */
const MARK = 251;

describe.each(allOps.filter(([, { target }]) => target === "hides"))("%s", (name, op) => {
  test.each(SHAPES)("fills what it hides, and nothing else ($width × $height)", (shape) => {
    const picture = filledPicture(shape, "u8", () => 7);
    for (const call of argumentsOf(op, shape)) {
      const filling = { ...call, fill: [MARK], ...("mode" in op.args && { mode: "constant" }) };
      const args = argsOf(op, filling);
      const hidden = (op as { hidden(args: Args, size: PictureShape): { box: PixelBox } }).hidden(args, shape);
      const hides = "box" in hidden ? (x: number, y: number) => inside(hidden.box, x, y) : maskOf(hidden);
      const { values } = applyOp(op, filling, picture);
      for (let y = 0; y < shape.height; y++)
        for (let x = 0; x < shape.width; x++)
          expect([name, x, y, values[4 * (y * shape.width + x)] === MARK]).toEqual([name, x, y, hides(x, y)]);
    }
  });
});

const maskOf = (hidden: object) => (hidden as { hides(x: number, y: number): boolean }).hides;

describe.each(allOps.filter(([, { target, kind }]) => target === "moves" && kind === "stencil"))("%s", (_, op) => {
  test.each(SHAPES)("moves its tiles, which cover the picture ($width × $height)", (shape) => {
    const picture = numbered(shape);
    for (const call of argumentsOf(op, shape)) {
      const { values } = applyOp(op, call, picture);
      const made = new Float64Array(values.length).fill(-1);
      const { width } = shape;
      for (const { from, by } of (op as StencilOp).tiles!(argsOf(op, call), shape)) {
        for (let y = from[1]; y < from[3]; y++) {
          for (let x = from[0]; x < from[2]; x++) {
            const to = 4 * ((y + by[1]) * width + x + by[0]);
            expect(made[to]).toBe(-1);
            for (let c = 0; c < 4; c++) made[to + c] = picture.values[4 * (y * width + x) + c]!;
          }
        }
      }
      expect(made).toEqual(values);
    }
  });
});

/**
 * Places are whole numbers of 1/65,536 pixel; what the words round is up to 1/1,000 in large pictures. Nodes of fields
 * have 16 bits: within 1/6,500 of the largest, which is up to three times the largest displacement.
 */
const PLACE = 2e-3;
const OF_DISPLACEMENT = 1 / 2000;

const placed = allOps.flatMap(([, op]): PlacedOp[] => (op.kind === "warp" && op.place ? [op] : []));

test.each(placed)("$name is placed where it says without rounding", (op) => {
  for (const shape of [...SHAPES, { height: 300, width: 400, channels: 3 }]) {
    for (const call of argumentsOf(op, shape)) {
      const args = argsOf(op, call);
      const exact = op.placeAt!(args, shape);
      let tables = new Uint8Array();
      const table = (bytes: Uint8Array) => {
        tables = Uint8Array.from(bytes);
        return 0;
      };
      const words = readCall(op, op.encode(args, { ...shape, table }), "u8");
      let [most, off] = [0, 0];
      for (let i = 0; i < 40; i++) {
        const at = { x: (i * 37) % shape.width, y: (i * 23) % shape.height, ...shape };
        const place = op.place(words, at, tables);
        const [x, y] = exact(at.x + 0.5, at.y + 0.5);
        most = Math.max(most, Math.abs(x - at.x - 0.5), Math.abs(y - at.y - 0.5));
        off = Math.max(off, Math.abs(x - place.x / 65_536), Math.abs(y - place.y / 65_536));
      }
      expect(off).toBeLessThan(PLACE + most * (tables.length > 0 ? OF_DISPLACEMENT : 0));
    }
  }
});
