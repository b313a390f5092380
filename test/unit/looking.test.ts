/** Where the pictures of a drawing stand, and what its titles say: plain numbers and words, without a canvas. */
import { describe, expect, test } from "vitest";
import { gridOf, heightOf, placeOf } from "../../src/gpu/look/grid.ts";
import { sharesOf, titleOf } from "../../src/gpu/look/label-words.ts";

describe("a grid", () => {
  const room = { count: 10, height: 32, width: 32, ratio: 1 };

  test("small pictures are enlarged to 96, as many in a line as fit", () => {
    const grid = gridOf({ ...room, available: 500 });
    // 4 · 96 + 3 · 8 = 408 fit, a fifth does not; then each gets what there is.
    expect(grid).toMatchObject({ columns: 4, lines: 3, tileWidth: 119, tileHeight: 119, gap: 8, width: 500 });
    expect(placeOf(grid, 5, 20)).toEqual([127, 147]);
    expect(heightOf(grid, 20)).toBe(3 * (119 + 20 + 8) - 8);
  });

  test("few pictures are not blown up, and none is wider than the room", () => {
    expect(gridOf({ ...room, count: 2, available: 2000 })).toMatchObject({ columns: 2, tileWidth: 224 });
    expect(gridOf({ ...room, count: 2, available: 60 })).toMatchObject({ columns: 1, tileWidth: 60 });
    expect(gridOf({ ...room, width: 640, height: 480, count: 1, available: 1000 })).toMatchObject({
      tileWidth: 640,
      tileHeight: 480,
    });
  });

  test("columns and a tile of the caller's, at any resolution", () => {
    for (const ratio of [1, 1.5, 2, 3]) {
      const grid = gridOf({ ...room, available: 360, columns: 3, ratio });
      expect(grid.columns).toBe(3);
      expect(grid.width).toBeLessThanOrEqual(360 * ratio);
      expect(grid.width).toBeGreaterThan(355 * ratio);
    }
    expect(gridOf({ ...room, tile: 32, ratio: 2 })).toMatchObject({ columns: 8, tileWidth: 64, gap: 16 });
    expect(gridOf({ ...room, columns: 20, available: 5000 }).columns).toBe(10);
  });

  test("a picture as thin as a line keeps a pixel", () => {
    expect(gridOf({ ...room, height: 1, width: 4000, available: 300 }).tileHeight).toBe(1);
  });
});

describe("titles", () => {
  const dense = (values: number[], classes = values.length) => ({
    dense: { values: Float32Array.from(values), classes },
  });
  const title = (values: number[], names?: string[]) => titleOf(sharesOf(dense(values), 0, names));

  test("name the classes, largest first", () => {
    expect(title([0.38, 0, 0.62], ["dog", "fox", "cat"])).toBe("cat 0.62, dog 0.38");
    expect(title([0, 1, 0], ["dog", "fox", "cat"])).toBe("fox");
    expect(title([0, 0.5, 0.5])).toBe("class 1 0.50, class 2 0.50");
  });

  test("leave out what smoothing gives to everybody, and no more than that", () => {
    const smoothed = Array.from({ length: 10 }, (_, id) => (id === 3 ? 0.91 : 0.01));
    expect(title(smoothed)).toBe("class 3 0.91");
    expect(title([0.9, 0.1])).toBe("class 0 0.90, class 1 0.10");
  });

  test("say all of four classes, and the four largest of more", () => {
    expect(title([0.25, 0.25, 0.25, 0.25]).split(", ")).toHaveLength(4);
    expect(title([0.2, 0.15, 0.1, 0.3, 0.25])).toBe("class 3 0.30, class 4 0.25, class 0 0.20, class 1 0.15");
  });

  test("several labels of one picture are all said; none is no title", () => {
    expect(title([1, 0, 1], ["dog", "fox", "cat"])).toBe("dog, cat");
    expect(title([0, 0, 0])).toBe("");
  });

  test("sparse labels are added up by class", () => {
    const sparse = { ids: Uint32Array.of(4, 4, 7, 2), shares: Float32Array.of(0.5, 0.5, 0.3, 0.7), sources: 2 };
    expect(titleOf(sharesOf({ sparse }, 0, undefined))).toBe("class 4");
    expect(titleOf(sharesOf({ sparse }, 1, undefined))).toBe("class 2 0.70, class 7 0.30");
  });
});
