/** `lensDistortion` against its formula, written out in f64. */
import { describe, expect, test } from "vitest";
import { Cutter } from "../../../src/analysis/passes.ts";
import type { PictureShape } from "../../../src/format/format.ts";
import { PIXEL, pixelCentre } from "../../../src/ops/lib/place.ts";
import type { Place } from "../../../src/ops/op.ts";
import { generator } from "../../random.ts";

interface Lens {
  k1: number;
  k2: number;
  center: readonly [number, number];
}

const FARTHEST = 32_767;
const CENTERS = [
  [0.5, 0.5],
  [0.37, 0.81],
  [0, 0],
  [1, 0],
] as const;
const STRENGTHS = [-0.5, -0.123456789, 0, 1e-4, 0.5];
const LENSES: Lens[] = CENTERS.flatMap((center) =>
  STRENGTHS.flatMap((k1) => STRENGTHS.map((k2) => ({ k1, k2, center }))),
);
/** Height and width. */
const SIZES = [
  [1, 1],
  [1, 2],
  [7, 5],
  [32, 32],
  [224, 224],
  [1, 4096],
  [4096, 3],
  [1023, 769],
  [4096, 4096],
] as const;

/** The corners, the middle, and some others. */
function pixelsOf(height: number, width: number, seed: number): [x: number, y: number][] {
  const { below } = generator(seed);
  const corners = [0, width - 1].flatMap((x) => [0, height - 1].map((y): [number, number] => [x, y]));
  return [
    ...corners,
    [width >> 1, height >> 1],
    ...Array.from({ length: 40 }, (): [number, number] => [below(width), below(height)]),
  ];
}

/** Where the op's call reads, by its words as the shader gets them. */
function placeOf(lens: Lens, shape: PictureShape): (x: number, y: number) => Place {
  const [segment] = new Cutter(shape, "u8", () => 0).segmentsOf([{ op: "lensDistortion", ...lens }], () => "calls");
  const warp = segment!.warp!;
  if (!("place" in warp)) throw new Error("a matrix");
  return (x, y) => warp.place({ ...shape, x, y }, new Uint8Array());
}

/** In pixels, and no further than a place reaches. */
function exact(
  { k1, k2, center }: Lens,
  at: { x: number; y: number; width: number; height: number },
): [number, number] {
  const from = [at.x + 0.5 - center[0] * at.width, at.y + 0.5 - center[1] * at.height] as const;
  const square = (from[0] ** 2 + from[1] ** 2) / ((at.width ** 2 + at.height ** 2) / 4);
  const more = k1 * square + k2 * square ** 2;
  const moved = (start: number, by: number) => Math.max(-FARTHEST, Math.min(start + Math.max(-FARTHEST, by), FARTHEST));
  return [moved(at.x + 0.5, from[0] * more), moved(at.y + 0.5, from[1] * more)];
}

/** The largest distance to the formula, over lenses and pixels, by axis and in pixels; NaN if a place is none. */
function worstAt(height: number, width: number, lenses: readonly Lens[], wanted = exact): number {
  let worst = 0;
  for (const [i, lens] of lenses.entries()) {
    const placeAt = placeOf(lens, { height, width, channels: 3 });
    for (const [x, y] of pixelsOf(height, width, i)) {
      const place = placeAt(x, y);
      // Not by `expect`, which takes longer than all the rest: this is a hundred thousand places.
      if (!(place.valid && Number.isInteger(place.x) && Number.isInteger(place.y))) return Number.NaN;
      const [wantedX, wantedY] = wanted(lens, { x, y, width, height });
      worst = Math.max(worst, Math.abs(place.x / PIXEL - wantedX), Math.abs(place.y / PIXEL - wantedY));
    }
  }
  return worst;
}

const centred = LENSES.filter(({ center }) => center === CENTERS[0]);

describe("a place is the formula's", () => {
  // A place has 16 bits, so it and the centre are 1/131,072 pixel off. ρ², k1 and k2 have 28: with 2,048 pixels, the
  // largest distance, 1/20,000.
  test.each(SIZES)("%i × %i, within 1/10,000 pixel where the centre is the middle", (height, width) => {
    expect(worstAt(height, width, centred)).toBeLessThan(1e-4);
  });

  // A corner is then up to 2 from the centre: the factor grows to 11, and all errors with it.
  test.each(SIZES)("%i × %i, within 1/1,000 pixel wherever it is, and as far as a place reaches", (height, width) => {
    expect(worstAt(height, width, LENSES)).toBeLessThan(1e-3);
  });

  test("and not that of a centre which is half a pixel off", () => {
    const off: typeof exact = (lens, at) => {
      const [x, y] = exact(lens, { ...at, x: at.x - 0.5, y: at.y - 0.5 });
      return [x + 0.5, y + 0.5];
    };
    expect(worstAt(224, 224, centred, off)).toBeGreaterThan(0.1);
  });

  test("some are further than a place reaches", () => {
    const [x, y] = exact({ k1: 0.5, k2: 0.5, center: [0, 0] }, { x: 4095, y: 4095, width: 4096, height: 4096 });
    expect([x, y]).toEqual([FARTHEST, FARTHEST]);
  });
});

test("without strength every pixel is its own, to the last bit", () => {
  for (const [height, width] of SIZES) {
    const shape = { height, width, channels: 3 };
    const placeAt = placeOf({ k1: 0, k2: 0, center: [0.37, 0.81] }, shape);
    for (const [x, y] of pixelsOf(height, width, 1)) {
      const [wantedX, wantedY] = pixelCentre({ ...shape, x, y });
      expect(placeAt(x, y)).toEqual({ x: wantedX, y: wantedY, valid: true });
    }
  }
});
