/** The traps that other libraries' image ops fell into; `table.test.ts` says who. One test a trap. */
import { expect, test } from "vitest";
import type { AnyCall, ImageOp } from "../../../src/ops/op.ts";
import { presets } from "../../../src/peers/presets.ts";
import { reference } from "../../../src/reference/reference.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import {
  applyCalls,
  filledPicture,
  noisePicture,
  type PixelPicture,
  type Precision,
  storedOf as stored,
} from "../../pictures.ts";
import { allOps, callsOf, runsIn } from "../ops/sample-calls.ts";

const TRAPS: Record<string, () => void> = {
  "an op that takes width for height": transposed,
  "an op that fails or differs on one channel": oneChannel,
  "a channel of one level, divided by its range": constantChannel,
  "posterize to 0 bits": posterizeZero,
  "solarize at 256 in a byte": solarize256,
  "NaN or infinity at saturation 1": saturationOne,
  "a histogram, mean or extreme of the batch": ownStatistics,
  "an addition that wraps around a byte": noWrap,
  "contrast about something else than the mean grey": contrastMean,
  "a shear about the middle": shearPivot,
  "fill that bleeds into a border that is inside": noFillInside,
  "noise that crashes, repeats, or is the same for all": ownNoise,
};

test.each(Object.keys(TRAPS))("%s", (trap) => TRAPS[trap]!());

const SHAPE = { height: 9, width: 14, channels: 3 };

function transpose({ height, width, values, ...rest }: PixelPicture): PixelPicture {
  const turned = new Float64Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      turned.set(values.subarray((y * width + x) * 4, (y * width + x + 1) * 4), (x * height + y) * 4);
  }
  return { height: width, width: height, values: turned, ...rest };
}

function transposed() {
  // What a transposed picture needs for the transposed result.
  const swapped: [AnyCall, AnyCall][] = [
    [
      { op: "translateX", pixels: 3.25 },
      { op: "translateY", pixels: 3.25 },
    ],
    [
      { op: "shearX", share: 0.3 },
      { op: "shearY", share: 0.3 },
    ],
    [{ op: "flipX" }, { op: "flipY" }],
    [
      { op: "zoom", height: 1.5, width: 0.75 },
      { op: "zoom", height: 0.75, width: 1.5 },
    ],
    [
      { op: "rotate", degrees: 20 },
      { op: "rotate", degrees: -20 },
    ],
    [
      { op: "crop", top: 1, left: 4, height: 6, width: 9 },
      { op: "crop", top: 4, left: 1, height: 9, width: 6 },
    ],
    [
      { op: "resize", height: 5, width: 20 },
      { op: "resize", height: 20, width: 5 },
    ],
    [
      { op: "cutout", box: [2, 1, 12, 4] },
      { op: "cutout", box: [1, 2, 4, 12] },
    ],
    [
      { op: "gridMask", unit: 5, ratio: 0.4, offset: [1, 3] },
      { op: "gridMask", unit: 5, ratio: 0.4, offset: [3, 1] },
    ],
    [
      { op: "jigsaw", grid: [1, 3], order: [2, 0, 1] },
      { op: "jigsaw", grid: [3, 1], order: [2, 0, 1] },
    ],
    [
      { op: "downscale", factor: 4 },
      { op: "downscale", factor: 4 },
    ],
    [
      { op: "gaussianBlur", sigma: [0, 1.5], peer: "pillow" },
      { op: "gaussianBlur", sigma: [1.5, 0], peer: "pillow" },
    ],
  ];
  const symmetric = allOps
    .filter(([, { kind }]) => kind === "color" || kind === "tone")
    .flatMap(([, op]) => (runsIn(op, "u8") ? callsOf(op, SHAPE) : []));
  const picture = noisePicture(SHAPE, "u8", 4);
  const across = transpose(picture);
  let moved = 0;
  for (const [call, other] of [...swapped, ...symmetric.map((call): [AnyCall, AnyCall] => [call, call])]) {
    const result = applyCalls(picture, [call], "u8");
    expect(stored(transpose(applyCalls(across, [other], "u8"))), JSON.stringify(call)).toEqual(stored(result));
    if (stored(result).some((value, i) => value !== stored(picture)[i])) moved++;
  }
  expect(moved).toBeGreaterThan(swapped.length + symmetric.length / 2);
}

function oneChannel() {
  for (const precision of ["u8", "f32"] as const) {
    const grey = noisePicture({ ...SHAPE, channels: 1 }, precision, 8);
    const three: PixelPicture = { ...grey, channels: 3 };
    for (const [, op] of allOps.filter(([, one]) => runsIn(one, precision))) {
      for (const call of callsOf(op, { ...SHAPE, channels: 1 })) {
        // torchvision's grey of a grey pixel is a little darker, and so is every blend with it.
        if (op.laws?.weighsGrey && call.peer === "torchvision") continue;
        const one = stored(applyCalls(grey, [call], precision));
        const red = stored({ ...applyCalls(three, [call], precision), channels: 1 });
        const slack = precision === "u8" ? 0 : op.laws?.weighsGrey ? 1e-3 : 1e-6;
        expect(
          one.filter((value, i) => !(Math.abs(value - red[i]!) <= slack)),
          JSON.stringify(call),
        ).toEqual([]);
      }
    }
  }
}

function constantChannel() {
  for (const precision of ["u8", "f32"] as const) {
    const one = precision === "u8" ? 1 : 1 / 255;
    const picture = noisePicture(SHAPE, precision, 3);
    for (let i = 0; i < picture.values.length; i += 4) picture.values[i + 1] = Math.fround(77 * one);
    const autocontrast = stored(applyCalls(picture, [{ op: "autocontrast" }], precision));
    expect(new Set(autocontrast.filter((_, i) => i % 3 === 1))).toEqual(new Set([Math.fround(77 * one)]));
    for (const peer of ["pillow", "torchvision", "kerascv"]) {
      const equal = stored(applyCalls(picture, [{ op: "equalize", peer }], precision));
      expect(new Set(equal.filter((_, i) => i % 3 === 1)), `${peer}, ${precision}`).toEqual(
        new Set([Math.fround(77 * one)]),
      );
    }
    // The others are stretched all the same.
    expect(Math.max(...autocontrast.filter((_, i) => i % 3 === 0))).toBe(255 * one);
  }
}

function posterizeZero() {
  for (const precision of ["u8", "f32"] as const) {
    const picture = noisePicture(SHAPE, precision, 3);
    const bits = (count: number) => stored(applyCalls(picture, [{ op: "posterize", bits: count }], precision));
    expect(new Set(bits(0))).toEqual(new Set([0]));
    expect(bits(8)).toEqual(stored(picture));
    const levels = new Set(bits(1));
    expect([...levels].sort()).toEqual([0, precision === "u8" ? 128 : 0.5]);
  }
}

function solarize256() {
  for (const precision of ["u8", "f32"] as const) {
    const white = precision === "u8" ? 255 : 1;
    const picture = noisePicture(SHAPE, precision, 3);
    picture.values.set([white, white, white], 0);
    const at = (threshold: number) => stored(applyCalls(picture, [{ op: "solarize", threshold }], precision));
    expect(at(256)).toEqual(stored(picture));
    expect(at(255).slice(0, 3)).toEqual([0, 0, 0]);
    expect(at(255)).toEqual(stored(picture).map((value) => (value === white ? 0 : value)));
    expect(at(0)).toEqual(stored(applyCalls(picture, [{ op: "invert" }], precision)));
  }
}

function saturationOne() {
  for (const precision of ["u8", "f32"] as const) {
    const unit = precision === "u8" ? 1 : 1 / 255;
    for (const colour of [
      [0, 0, 0],
      [77, 77, 77],
      [255, 255, 255],
      [200, 100, 100],
      [1, 0, 0],
    ]) {
      const picture = filledPicture(SHAPE, precision, (channel) => Math.fround(colour[channel]! * unit));
      const [red, green, blue] = stored(applyCalls(picture, [{ op: "saturation", factor: 1 }], precision));
      // Grey has no hue to saturate; a colour's smallest channel goes to 0 and its largest stays.
      const isGrey = colour[0] === colour[1];
      const wanted = isGrey ? colour : [colour[0]!, 0, 0];
      for (const [i, value] of [red!, green!, blue!].entries())
        expect(Math.abs(value - wanted[i]! * unit), `${colour}`).toBeLessThan(1e-6);
    }
  }
}

/** Two pictures of unlike brightness in one batch, and each by itself. */
function ownStatistics() {
  const shape = { height: 20, width: 30, channels: 3 };
  const size = shape.height * shape.width * shape.channels;
  const dark = Uint8Array.from({ length: size }, (_, i) => 10 + ((i * i) % 53));
  const bright = Uint8Array.from({ length: size }, (_, i) => 150 + ((i * 53) % 91));
  for (const call of [{ op: "equalize" }, { op: "autocontrast" }, { op: "contrast", factor: 0.3 }] as const) {
    const run = (pictures: Uint8Array[]) => {
      const sources = pictures.map((_, index) => ({ from: "batch" as const, index, id: index, ops: [call] }));
      const rows = sources.map(({ index }) => ({ mixer: "none" as const, own: index }));
      const batchSize = pictures.length;
      const plan = { ...samplePlan({ policy: [], seed: 0, step: 0, batchSize, height: 20, width: 30 }), sources };
      const images = Uint8Array.of(...pictures.flatMap((picture) => [...picture]));
      const stages = [{ pairing: "reverse" as const, rows }];
      return [
        ...reference(
          { ...plan, stages },
          { batch: { images }, shape, format: "u8", layout: "nhwc" },
          { output: { format: "u8" } },
        ).images,
      ];
    };
    expect(run([dark, bright]), call.op).toEqual([...run([dark]), ...run([bright])]);
    expect(run([dark]), call.op).not.toEqual([...dark]);
  }
}

function noWrap() {
  for (const call of [
    { op: "solarizeAdd", addition: 110, threshold: 256 },
    { op: "brightnessDelta", delta: 200 },
    { op: "brightness", factor: 7 },
    { op: "channelShift", red: 200, green: 200, blue: 200 },
    { op: "rescale", scale: 16, offset: 0 },
  ] as AnyCall[]) {
    const picture = noisePicture(SHAPE, "u8", 6);
    const result = stored(applyCalls(picture, [call], "u8"));
    expect(
      result.every((value, i) => value >= stored(picture)[i]!),
      call.op,
    ).toBe(true);
    expect(Math.max(...result), call.op).toBe(255);
  }
  const darker = stored(applyCalls(noisePicture(SHAPE, "u8", 6), [{ op: "brightnessDelta", delta: -200 }], "u8"));
  expect(Math.min(...darker)).toBe(0);
}

function contrastMean() {
  // TensorFlow Models takes the histogram's sum for a mean, Kornia multiplies: a picture without contrast shows which
  // level it is about.
  const picture = noisePicture({ height: 40, width: 30, channels: 3 }, "u8", 2);
  const grey = (r: number, g: number, b: number) => (19595 * r + 38470 * g + 7471 * b + 32768) >> 16;
  let sum = 0;
  for (let i = 0; i < picture.values.length; i += 4)
    sum += grey(picture.values[i]!, picture.values[i + 1]!, picture.values[i + 2]!);
  const mean = Math.floor(sum / (40 * 30) + 0.5);
  expect(new Set(stored(applyCalls(picture, [{ op: "contrast", factor: 0 }], "u8")))).toEqual(new Set([mean]));
}

function shearPivot() {
  // torchvision turned about the middle instead: the top row stays, and row y moves by share · (y + 1/2).
  const picture = noisePicture({ height: 3, width: 20, channels: 1 }, "u8", 2);
  const result = stored(applyCalls(picture, [{ op: "shearX", share: 2, interpolation: "nearest" }], "u8"));
  const from = stored(picture);
  const wanted = Array.from({ length: 60 }, (_, i) => {
    const [x, y] = [i % 20, Math.floor(i / 20)];
    const column = x + 2 * y + 1;
    return column < 20 ? from[y * 20 + column] : 0;
  });
  expect(result).toEqual(wanted);
}

function noFillInside() {
  // A turn of 90 degrees or a shift of whole pixels reads no pixel from outside, so a white picture stays white where
  // it is.
  const white = filledPicture({ height: 8, width: 8, channels: 3 }, "u8", () => 255);
  for (const interpolation of ["nearest", "bilinear", "bicubic"]) {
    for (const peer of ["pillow", "torchvision", "kerascv"]) {
      const turned = applyCalls(white, [{ op: "rotate", degrees: 90, interpolation, peer, fill: [0] }], "u8");
      expect(new Set(stored(turned)), `${interpolation} ${peer}`).toEqual(new Set([255]));
    }
  }
}

function ownNoise() {
  const cutout = presets.kerasCv.RandomCutout({
    heightFactor: [0.4, 0.8],
    widthFactor: [0.4, 0.8],
    fillMode: "gaussian_noise",
  });
  const draw = () =>
    samplePlan({ policy: cutout, seed: 3, ids: [1, 2, 3], height: 9, width: 14 }).sources.map(({ ops }) => ops!);
  const [first, again] = [draw(), draw()];
  expect(again).toEqual(first);
  const black = filledPicture(SHAPE, "u8", () => 0);
  const made = (calls: AnyCall[], precision: Precision = "u8") => stored(applyCalls(black, calls, precision));
  expect(made(first[0]!)).toEqual(made(again[0]!));
  // Values of its own for each pixel and channel, about the middle grey: not N(0, 1) on a scale of 255, which is nearly
  // black.
  const values = made(first[0]!).filter((value) => value > 0);
  expect(new Set(values).size).toBeGreaterThan(30);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(Math.abs(mean - 127.5)).toBeLessThan((5 * 63.75) / Math.sqrt(values.length));
  const keys = first.map((calls) => String((calls[0] as AnyCall).key));
  expect(new Set(keys).size).toBe(3);
}

// Every op that draws on a picture by a key has one: an op without would be the same on all pictures.
test("every op that makes noise is told which", () => {
  const noisy: [string, ImageOp][] = allOps.filter(([, { args }]) => "key" in args);
  expect(noisy.map(([name]) => name)).toEqual(
    expect.arrayContaining(["erase", "gaussianNoise", "gridMask", "saltAndPepper"]),
  );
  /** Where noise is one of several fillings: noise, everywhere. */
  const everywhere: Record<string, object> = {
    erase: { mode: "pixel", box: [0, 0, 20, 20] },
    gridMask: { mode: "pixel", unit: 5, ratio: 1 },
  };
  /** Which share of the values two noises may have in common, where that is known. */
  const SAME: Record<string, number> = { erase: 0.1, gaussianNoise: 0.1, gridMask: 0.1, saltAndPepper: 0.6 };
  for (const [name, op] of noisy) {
    // Grey, and not even: an op that moves pixels by noise shows it too.
    let value = 0;
    const picture = filledPicture({ height: 20, width: 20, channels: 3 }, "u8", () => 108 + ((value++ * 7) % 41));
    const call: AnyCall = { ...callsOf(op, SHAPE).at(-1)!, ...everywhere[name] };
    const [a, b] = [
      [1, 2],
      [1, 3],
    ].map((key) => stored(applyCalls(picture, [{ ...call, key }], "u8")));
    expect(a, name).not.toEqual(b);
    const same = a!.filter((value, i) => value === b![i]).length;
    expect(same / a!.length, name).toBeLessThan(SAME[name] ?? 1);
  }
});
