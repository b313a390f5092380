/** Fixed-point places against doubles, and interpolation against plain formulas. */
import { describe, expect, test } from "vitest";
import * as constants from "../../../src/generated/constants.ts";
import { imageOps } from "../../../src/ops/index.ts";
import { foldWarps } from "../../../src/ops/lib/warp-fold.ts";
import { warpPlace } from "../../../src/ops/lib/warp-place.ts";
import { cubic11 } from "../../../src/ops/lib/warp-reference.ts";
import { encodeWarp } from "../../../src/ops/lib/warp-words.ts";
import type { Warp } from "../../../src/ops/op.ts";
import { throughPoints } from "../../../src/ops/warp/perspective.ts";
import { type Fit, resize } from "../../../src/source/resize.ts";
import {
  applyOp,
  asFloats,
  damage,
  noisePicture,
  type PixelPicture,
  pictureOf,
  storedOf,
  warped,
  warpOf,
} from "../../pictures.ts";
import { generator } from "../../random.ts";

const plain: Omit<Warp, "matrix"> = { interpolation: "bilinear", edge: "constant", fill: undefined, peer: "pillow" };

/** The position by the definition in `Warp`. */
function exactly(m: readonly number[], x: number, y: number): [number, number] {
  const [u, v] = [x + 0.5, y + 0.5];
  const below = m.length === 9 ? m[6]! * u + m[7]! * v + m[8]! : 1;
  return [(m[0]! * u + m[1]! * v + m[2]!) / below, (m[3]! * u + m[4]! * v + m[5]!) / below];
}

/**
 * The largest error of a coordinate, and the bits it has, over points of the output; positions past `within` pixels
 * don't count.
 */
function placeError(matrix: readonly number[], size: { width: number; height: number }, within = Infinity) {
  const words = encodeWarp({ warp: { ...plain, matrix }, input: size, output: size }, "u8");
  const bits = words.flags & constants.warpPlace.FRACTION_MASK;
  let worst = 0;
  const next = generator(3).next;
  for (let i = 0; i < 400; i++) {
    const corner = i < 4 ? [(i & 1) * (size.width - 1), (i >> 1) * (size.height - 1)] : undefined;
    const [x, y] = corner ?? [Math.floor(next() * size.width), Math.floor(next() * size.height)];
    const place = warpPlace(words, { x: x!, y: y! });
    const [wantedX, wantedY] = exactly(matrix, x!, y!);
    if (Math.max(Math.abs(wantedX), Math.abs(wantedY)) > within) continue;
    worst = Math.max(worst, Math.abs(place.x / 2 ** bits - wantedX), Math.abs(place.y / 2 ** bits - wantedY));
  }
  return { worst, bits };
}

describe("places are as precise as said", () => {
  const cases: [string, { width: number; height: number }, number][] = [
    ["47 × 33", { width: 47, height: 33 }, 1 / 1_000_000],
    ["512 × 384", { width: 512, height: 384 }, 1 / 300_000],
    ["4,096 × 4,096", { width: 4096, height: 4096 }, 1 / 7_000],
  ];
  test.each(cases)("affine maps of %s", (_, size, bound) => {
    const next = generator(1).next;
    for (let i = 0; i < 60; i++) {
      const degrees = (next() - 0.5) * 720;
      const scale = 0.7 + next() * 0.8;
      const shear = [(next() - 0.5) * 30, (next() - 0.5) * 30];
      const { matrix } = warpOf(imageOps.affine, { angle: degrees, scale, shear }, size);
      const { worst, bits } = placeError(matrix, size);
      expect(worst).toBeLessThan(2 ** -bits * (0.5 + (size.width + size.height) / 512));
      expect(worst, `${degrees} ${scale} ${shear}`).toBeLessThan(bound);
    }
  });

  test("homographies of 4,096 × 4,096, where the denominator stays above a tenth of its largest", () => {
    const size = { width: 4096, height: 4096 };
    const next = generator(2).next;
    const corners = [0, 0, 4096, 0, 4096, 4096, 0, 4096];
    for (let i = 0; i < 60; i++) {
      const end = corners.map((value) => value + (next() - 0.5) * 2400);
      const { matrix } = warpOf(imageOps.perspective, { start: corners, end }, size);
      const below = [0, 4096].flatMap((x) => [0, 4096].map((y) => matrix[6]! * x + matrix[7]! * y + 1));
      if (Math.min(...below) < Math.max(...below) / 10) continue;
      expect(placeError(matrix, size, 8000).worst).toBeLessThan(1 / 2_000);
    }
  });

  test("halves, wholes and quarter turns are exact", () => {
    const size = { width: 4096, height: 2000 };
    for (const matrix of [
      [0, -1, 3048, 1, 0, -1048],
      [-1, 0, 4096, 0, -1, 2000],
      [0.5, 0, 0.25, 0, 0.5, -17],
      [1, 0, -0.5, 0, 1, 0.5],
    ])
      expect(placeError(matrix, size).worst, `${matrix}`).toBe(0);
  });
});

test("a homography leads its points where they were said to go, and does not care for scale or sign", () => {
  const start = [3, 2, 40, 0, 46, 30, 1, 33];
  const end = [0, 0, 47, 0, 47, 33, 0, 33];
  const points = (list: number[]) => [0, 2, 4, 6].map((i) => [list[i]!, list[i + 1]!] as const);
  const matrix = throughPoints(points(end), points(start));
  points(end).forEach(([x, y], i) => {
    const [u, v] = exactly(matrix, x - 0.5, y - 0.5);
    expect(u).toBeCloseTo(points(start)[i]![0], 9);
    expect(v).toBeCloseTo(points(start)[i]![1], 9);
  });
  const picture = noisePicture({ height: 33, width: 47, channels: 3 });
  const once = warped(picture, { ...plain, matrix }).values;
  expect(warped(picture, { ...plain, matrix: matrix.map((m) => -3 * m) }).values).toEqual(once);
});

test.each([
  ["convex", [1, 1, 3, 1, 3, 3, 0, 2]],
  ["crossed", [1, 0, 2, 0, 1, 1, 2, 2]],
])("a horizon may run through (0, 0): %s", (_, end) => {
  const start = [0, 0, 3, 0, 3, 3, 0, 3];
  const points = (list: number[]) => [0, 2, 4, 6].map((i) => [list[i]!, list[i + 1]!] as const);
  const matrix = throughPoints(points(end), points(start));
  expect(matrix[8]).toBeCloseTo(0, 12);
  points(end).forEach(([x, y], i) => {
    const [u, v] = exactly(matrix, x - 0.5, y - 0.5);
    expect(u).toBeCloseTo(points(start)[i]![0], 9);
    expect(v).toBeCloseTo(points(start)[i]![1], 9);
  });
});

test("behind the horizon there is fill, on its line too", () => {
  const picture = noisePicture({ height: 4, width: 16, channels: 1 });
  // The denominator is positive in the left half only (the middle counts as front).
  const made = warped(picture, { ...plain, matrix: [1, 0, 0, 0, 1, 0, -0.1, 0, 1], edge: "wrap", fill: [200] });
  for (const y of [0, 1, 2, 3]) for (let x = 10; x < 16; x++) expect(made.values[4 * (y * 16 + x)]).toBe(200);
});

test("the integer cubic has weights of 11 bits that sum to 1, mirror themselves and are right to a unit", () => {
  for (const sharpness of [3, 4]) {
    const a = -sharpness / 4;
    const far = (d: number) => a * (d ** 3 - 5 * d ** 2 + 8 * d - 4);
    const near = (d: number) => (a + 2) * d ** 3 - (a + 3) * d ** 2 + 1;
    for (let t = 0; t <= 4096; t += 37) {
      const weights = cubic11(t, sharpness);
      const d = t / 4096;
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(2048);
      [far(1 + d), near(d), near(1 - d), far(2 - d)].forEach((weight, i) => {
        expect(Math.abs(weights[i]! - 2048 * weight), `${t} ${i}`).toBeLessThan(1.6);
      });
    }
    expect(cubic11(0, sharpness).map((weight) => weight + 0)).toEqual([0, 2048, 0, 0]);
    expect(cubic11(4096, sharpness).map((weight) => weight + 0)).toEqual([0, 0, 2048, 0]);
  }
});

describe("interpolation against plain formulas in doubles", () => {
  const kernels: Record<string, (d: number, peer: string) => number> = {
    bilinear: (d) => Math.max(0, 1 - Math.abs(d)),
    bicubic: (d, peer) => {
      const a = peer === "torchvision" ? -0.75 : -1;
      const s = Math.abs(d);
      if (s >= 2) return 0;
      return s < 1 ? (a + 2) * s ** 3 - (a + 3) * s ** 2 + 1 : a * (s ** 3 - 5 * s ** 2 + 8 * s - 4);
    },
  };
  const mod = (i: number, n: number) => ((i % n) + n) % n;
  const edges: Record<string, (i: number, n: number) => number> = {
    edge: (i, n) => Math.min(Math.max(i, 0), n - 1),
    wrap: mod,
    symmetric: (i, n) => (mod(i, 2 * n) < n ? mod(i, 2 * n) : 2 * n - 1 - mod(i, 2 * n)),
    reflect: (i, n) => (mod(i, 2 * n - 2) < n ? mod(i, 2 * n - 2) : 2 * n - 2 - mod(i, 2 * n - 2)),
  };

  test.each(Object.keys(kernels).flatMap((kernel) => Object.keys(edges).map((edge) => [kernel, edge] as const)))(
    "%s, %s",
    (kernel, edge) => {
      const picture = noisePicture({ height: 14, width: 19, channels: 1 });
      for (const peer of ["pillow", "torchvision"] as const) {
        const { matrix } = warpOf(imageOps.affine, { angle: 37, scale: 0.45, shear: [9, -4] }, picture);
        const made = warped(picture, {
          ...plain,
          matrix,
          interpolation: kernel as "bilinear",
          edge: edge as "edge",
          peer,
        });
        const floats = asFloats(picture);
        const made32 = warped(
          floats,
          { ...plain, matrix, interpolation: kernel as "bilinear", edge: edge as "edge", peer },
          "f32",
        );
        for (let y = 0; y < 14; y++) {
          for (let x = 0; x < 19; x++) {
            const [u, v] = exactly(matrix, x, y).map((p) => p - 0.5) as [number, number];
            let sum = 0;
            for (let j = Math.floor(v) - 1; j < Math.floor(v) + 3; j++) {
              for (let i = Math.floor(u) - 1; i < Math.floor(u) + 3; i++) {
                const value = picture.values[4 * (edges[edge]!(j, 14) * 19 + edges[edge]!(i, 19))]!;
                sum += value * kernels[kernel]!(u - i, peer) * kernels[kernel]!(v - j, peer);
              }
            }
            const level = Math.min(255, Math.max(0, sum));
            const found = made.values[4 * (y * 19 + x)]!;
            // Half a level of weights' rounding beside the peer's own.
            expect(found, `${peer} ${x} ${y}`).toBeGreaterThan(level - (peer === "pillow" ? 1.5 : 1));
            expect(found, `${peer} ${x} ${y}`).toBeLessThan(level + (peer === "pillow" ? 0.5 : 1));
            expect(Math.abs(made32.values[4 * (y * 19 + x)]! - sum / 255)).toBeLessThan(2e-6);
          }
        }
      }
    },
  );
});

describe("zoom", () => {
  test("is KerasCV's formula in whole coordinates: x_in = z x + (1 - z) (W - 1)/2, a factor above 1 shows more", () => {
    for (const size of [
      { width: 8, height: 5 },
      { width: 47, height: 33 },
    ]) {
      for (const [height, width] of [
        [1.3, undefined],
        [0.5, 2],
      ] as const) {
        const { matrix } = warpOf(imageOps.zoom, { height, ...(width !== null && { width }) }, size);
        const z = width ?? height;
        for (const x of [0, 1, 7])
          expect(exactly(matrix, x, 0)[0] - 0.5).toBeCloseTo(z * x + ((1 - z) * (size.width - 1)) / 2, 10);
        for (const y of [0, 1, 4])
          expect(exactly(matrix, 0, y)[1] - 0.5).toBeCloseTo(height * y + ((1 - height) * (size.height - 1)) / 2, 10);
      }
    }
  });
});

describe("antialiased resize against the host's Pillow-exact one", () => {
  const sizes: [PixelPicture, number, number][] = [
    [noisePicture({ height: 33, width: 47, channels: 3 }), 20, 11],
    [noisePicture({ height: 33, width: 47, channels: 1 }), 60, 40],
    [noisePicture({ height: 1, width: 9, channels: 3 }), 4, 2],
    [noisePicture({ height: 97, width: 301, channels: 3 }), 8, 8],
    [noisePicture({ height: 2, width: 2, channels: 3 }), 1, 1],
  ];
  test.each(["fill", "cover", "contain"] as Fit[])("%s", (fit) => {
    for (const [picture, width, height] of sizes) {
      const { channels } = picture;
      const wanted = resize(
        { ...picture, data: Uint8Array.from(storedOf(picture)) },
        { width, height, fit, background: new Array(channels).fill(200) },
      );
      const made = storedOf(applyOp(imageOps.resize, { height, width, fit, peer: "pillow", fill: [200] }, picture));
      let differing = 0;
      wanted.forEach((level, i) => {
        expect(Math.abs(level - made[i]!), `${picture.width} -> ${width}, value ${i}`).toBeLessThanOrEqual(1);
        if (level !== made[i]) differing++;
      });
      expect(differing / wanted.length).toBeLessThanOrEqual(0.03);
    }
  });

  test("large reductions keep their precision", () => {
    const picture = noisePicture({ height: 2, width: 4096, channels: 1 });
    for (const width of [1, 3, 100]) {
      const wanted = resize(
        { ...picture, data: Uint8Array.from(storedOf(picture)) },
        { width, height: 2, fit: "fill" },
      );
      const made = storedOf(applyOp(imageOps.resize, { height: 2, width, peer: "pillow" }, picture));
      expect(Math.max(...Array.from(wanted, (level, i) => Math.abs(level - made[i]!)))).toBeLessThanOrEqual(1);
    }
  });
});

describe("fold", () => {
  const size = { width: 47, height: 33 };
  const shearX = warpOf(imageOps.shearX, { share: 0.3 }, size);
  const shearY = warpOf(imageOps.shearY, { share: -0.2 }, size);
  const flip = warpOf(imageOps.flipX, {}, size);
  const perspective = warpOf(
    imageOps.perspective,
    { start: [0, 0, 47, 0, 47, 33, 0, 33], end: [2, 3, 44, 1, 47, 30, 1, 33], peer: "pillow" },
    size,
  );

  test("two shears are the product of their matrices, the later one applied to the output first", () => {
    const folded = foldWarps(shearX, shearY)!;
    const through = (x: number, y: number) =>
      exactly(shearX.matrix, ...(exactly(shearY.matrix, x, y).map((p) => p - 0.5) as [number, number]));
    expect(folded.matrix).toHaveLength(6);
    for (const [x, y] of [
      [0, 0],
      [13, 7],
      [46, 32],
    ] as const) {
      const [wanted, found] = [through(x, y), exactly(folded.matrix, x, y)];
      expect(found[0]).toBeCloseTo(wanted[0], 10);
      expect(found[1]).toBeCloseTo(wanted[1], 10);
    }
    const picture = noisePicture({ height: 33, width: 47, channels: 3 });
    const product = applyOp(imageOps.affine, { matrix: [1 + 0.3 * -0.2, 0.3, 0, -0.2, 1, 0], peer: "pillow" }, picture);
    expect(warped(picture, folded).values).toEqual(product.values);
  });

  test("of whole moves equals one after the other, where nothing leaves the picture", () => {
    const picture = noisePicture({ height: 33, width: 47, channels: 3 });
    const turn = warpOf(imageOps.rotate, { degrees: 180 }, size);
    const one = warped(picture, foldWarps(flip, turn)!);
    expect(one.values).toEqual(warped(warped(picture, flip), turn).values);
    const back = warped(picture, foldWarps(turn, flip)!);
    expect(back.values).toEqual(warped(warped(picture, turn), flip).values);
  });

  test("a flip takes on how the other one reads, before or after it", () => {
    const picture = noisePicture({ height: 33, width: 47, channels: 1 });
    for (const [first, second] of [
      [flip, shearX],
      [shearX, flip],
    ] as const) {
      const folded = foldWarps(first, second)!;
      expect(folded).toMatchObject({ interpolation: "bilinear", edge: "constant", peer: "pillow" });
      expect(folded.permutes).toBeUndefined();
      // Along a sheared row, mirrored fractions are rounded the other way: at most a level.
      const two = warped(warped(picture, first), second);
      const differences = warped(picture, folded).values.map((level, i) => Math.abs(level - two.values[i]!));
      expect(Math.max(...differences)).toBeLessThanOrEqual(1);
    }
    expect(foldWarps(flip, warpOf(imageOps.flipY, {}, size))).toMatchObject({
      matrix: [-1, 0, 47, 0, -1, 33],
      permutes: true,
    });
  });

  test("with a homography, and with a crop after", () => {
    const folded = foldWarps(shearX, perspective)!;
    expect(folded.matrix).toHaveLength(9);
    const wanted = exactly(
      shearX.matrix,
      ...(exactly(perspective.matrix, 9, 20).map((p) => p - 0.5) as [number, number]),
    );
    expect(exactly(folded.matrix, 9, 20)[0]).toBeCloseTo(wanted[0], 10);
  });

  test("a crop inside the picture folds with whatever is before it, and changes nothing of it", () => {
    const picture = noisePicture({ height: 33, width: 47, channels: 3 });
    const crop = warpOf(imageOps.crop, { top: 2, left: 3, height: 10, width: 11 }, size);
    for (const first of [shearX, perspective, flip, { ...shearY, peer: "torchvision", fill: [3] } as Warp]) {
      const folded = foldWarps(first, crop)!;
      expect(folded.size).toEqual({ height: 10, width: 11 });
      expect(warped(picture, folded).values).toEqual(warped(warped(picture, first), crop).values);
    }
    // The other way round, the second would read what was cut off; and a crop that sticks out fills.
    expect(foldWarps(crop, shearX)).toBeUndefined();
    expect(foldWarps(shearX, warpOf(imageOps.crop, { top: -2, left: 3, height: 10, width: 11 }, size))).toBeUndefined();
  });

  test("RandomResizedCrop and a flip are one read, to the byte where it averages", () => {
    const picture = noisePicture({ height: 33, width: 47, channels: 3 });
    for (const peer of ["torchvision", "pillow"] as const) {
      for (const antialias of [true, false]) {
        const args = { top: 3, left: 4, height: 28, width: 40, outHeight: 12, outWidth: 24, antialias, peer };
        const cut = warpOf(imageOps.cropAndResize, args, size);
        for (const op of [imageOps.flipX, imageOps.flipY]) {
          const mirror = warpOf(op, {}, cut.size!);
          const one = warped(picture, foldWarps(cut, mirror)!).values;
          const two = warped(warped(picture, cut), mirror).values;
          if (antialias) expect(one).toEqual(two);
          else expect(Math.max(...one.map((level, i) => Math.abs(level - two[i]!)))).toBeLessThanOrEqual(1);
        }
      }
    }
    const resized = warpOf(imageOps.resize, { height: 12, width: 20 }, size);
    expect(warped(picture, foldWarps(flip, resized)!).values).toEqual(warped(warped(picture, flip), resized).values);
    expect(
      foldWarps(resized, warpOf(imageOps.crop, { top: 0, left: 0, height: 3, width: 3 }, resized.size!)),
    ).toBeUndefined();
  });

  test("is refused where one read cannot stand for two", () => {
    for (const change of [
      { interpolation: "nearest" },
      { edge: "wrap" },
      { fill: [1] },
      { peer: "torchvision" },
    ] as Partial<Warp>[])
      expect(foldWarps(shearX, { ...shearY, ...change }), JSON.stringify(change)).toBeUndefined();
    const smaller = warpOf(imageOps.resize, { height: 5, width: 5, peer: "pillow" }, size);
    expect(foldWarps(shearX, { ...smaller, edge: "constant" })).toBeUndefined();
    expect(foldWarps(shearX, { ...shearY, window: { top: 0, left: 0, height: 3, width: 3 } })).toBeUndefined();
  });

  test("brings back what the first would have moved out: the stated difference", () => {
    const picture = noisePicture({ height: 8, width: 8, channels: 1 });
    const right = warpOf(imageOps.translateX, { pixels: 5 }, picture);
    const left = warpOf(imageOps.translateX, { pixels: -5 }, picture);
    expect(warped(picture, foldWarps(right, left)!).values).toEqual(picture.values);
    expect(warped(warped(picture, right), left).values[4 * 7]).toBe(0);
  });
});

test("damage grows with magnitude, and the other sign is other damage", () => {
  const picture = noisePicture({ height: 32, width: 32, channels: 1 });
  // A smooth picture, so that moving further changes more.
  const smooth = pictureOf(
    Array.from({ length: 1024 }, (_, i) => 2 * (i % 32) + 4 * Math.floor(i / 32)),
    { height: 32, width: 32, channels: 1 },
  );
  for (const op of [
    imageOps.shearX,
    imageOps.shearY,
    imageOps.translateX,
    imageOps.translateY,
    imageOps.rotate,
    imageOps.zoom,
    imageOps.affine,
    imageOps.perspective,
  ]) {
    const at = (magnitude: number) =>
      applyOp(op, { ...op.atMagnitude!(magnitude), edge: "edge", peer: "pillow" }, smooth);
    const damages = [0, 0.25, 0.5, 0.75, 1].map((magnitude) => damage(at(magnitude), smooth));
    expect(damages[0], op.name).toBe(0);
    for (let i = 1; i < damages.length; i++)
      expect(damages[i], `${op.name} ${damages}`).toBeGreaterThan(damages[i - 1]!);
  }
  for (const [op, argument, amount] of [
    [imageOps.shearX, "share", 0.3],
    [imageOps.rotate, "degrees", 20],
    [imageOps.translateY, "pixels", 4],
  ] as const) {
    const [plus, minus] = [amount, -amount].map((value) => applyOp(op, { [argument]: value }, picture));
    expect(plus!.values).not.toEqual(minus!.values);
  }
});
