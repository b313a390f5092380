/**
 * FMix's masks: a random field that is smooth because its waves get weaker with frequency, cut at a height that leaves
 * a given number of pixels. The field is a sum of waves, first along y for every wave along x, then along x: no FFT,
 * and the same doubles everywhere.
 */

import { isListOf } from "../../check/lists.ts";
import { cosDegrees } from "../../ops/lib/trig.ts";
import type { FourierShape } from "../../plan/plan.ts";
import { foldIn, type Key } from "../../random/key.ts";
import { exp, log } from "../../random/math.ts";
import { standardNormal } from "../../random/normal.ts";
import { checkInteger, type MaskForm } from "./known.ts";

export const SPECTRA = ["isotropic", "reference"] as const;

/**
 * Waves along the longer side of an isotropic field; at decay 3 the next would have 1/700 of the longest's amplitude.
 */
export const MOST_WAVES = 8;

/** One wave along x: its complex amplitudes by wave along y, `low` being the first of those. */
interface Column {
  low: number;
  re: Float64Array;
  im: Float64Array;
}

/** 0 at the `own` pixels where the field is highest (of equals, the earlier), else 255. */
function fourierPlane(mask: FourierShape, { height, width }: { height: number; width: number }): Uint8Array {
  const bytes = new Uint8Array(height * width).fill(255);
  clearHighest(field(mask, height, width), mask.own, bytes);
  return bytes;
}

function field({ key: [k0, k1], decay, spectrum }: FourierShape, height: number, width: number): Float64Array {
  const key: Key = { k0, k1 };
  const columns =
    spectrum === "reference"
      ? referenceColumns(key, decay, height, width)
      : isotropicColumns(key, decay, height, width);
  return sumOf(columns, height, width);
}

/** |f|^−decay, with the longest wave that fits as the floor of |f|, as in fmix.py. */
function amplitude(x: number, y: number, height: number, width: number, decay: number): number {
  const frequency = Math.sqrt((x / width) * (x / width) + (y / height) * (y / height));
  return exp(-decay * log(Math.max(frequency, 1 / Math.max(height, width))));
}

/**
 * Every direction alike: waves (x, y) with x ≥ 0 and both signs of y. Those with x = 0 come in pairs ± y, which
 * together count once.
 */
function isotropicColumns(key: Key, decay: number, height: number, width: number): Column[] {
  const longer = Math.max(height, width);
  const most = (side: number) => Math.min(side >> 1, Math.max(1, Math.floor((MOST_WAVES * side) / longer)));
  const [across, down] = [most(width), most(height)];
  return Array.from({ length: across + 1 }, (_, x) => {
    const columnKey = foldIn(key, x);
    const normal = (draw: number) =>
      Float64Array.from({ length: 2 * down + 1 }, (_, i) => standardNormal(columnKey, 2 * i + draw));
    const paired = x === 0 ? Math.SQRT2 : 1;
    const scale = Float64Array.from(
      { length: 2 * down + 1 },
      (_, i) => paired * amplitude(x, i - down, height, width, decay),
    );
    return { low: -down, re: normal(0).map((n, i) => n * scale[i]!), im: normal(1).map((n, i) => n * scale[i]!) };
  });
}

/**
 * What fmix.py and KerasCV's fourier_mix.py sum: they take the second axis of the spectrum for its real and imaginary
 * part, and the one of real and imaginary parts for the second axis. So there are two waves along x, none and one, and
 * W/2 + 1 along y, whose real parts have the amplitudes of f = (j/W, 0) and whose imaginary parts have those of (j/W,
 * 1/H).
 */
function referenceColumns(key: Key, decay: number, height: number, width: number): Column[] {
  const count = Math.min(width >> 1, height - 1) + 1;
  return Array.from({ length: width > 1 ? 2 : 1 }, (_, x) => {
    const columnKey = foldIn(key, x);
    const part = (draw: number, y: number) =>
      Float64Array.from(
        { length: count },
        (_, j) => standardNormal(columnKey, 2 * j + draw) * amplitude(j, y, height, width, decay),
      );
    return { low: 0, re: part(0, 0), im: part(1, 1) };
  });
}

/**
 * Re Σ c(x, y) e^(2πi (x column / W + y row / H)), waves with 0 < x < W/2 twice, as an inverse real FFT counts them.
 */
function sumOf(columns: readonly Column[], height: number, width: number): Float64Array {
  const [down, across] = [turnsOf(height), turnsOf(width)];
  const half = (width >> 1) + 1;
  // cos and sin of every wave along x, for half a line: the other half mirrors it.
  const waves = columns.map((_, x) => {
    const times = x === 0 || 2 * x === width ? 1 : 2;
    const table = (turns: Float64Array) =>
      Float64Array.from({ length: half }, (_, i) => times * turns[(x * i) % width]!);
    return { cos: table(across.cos), sin: table(across.sin) };
  });
  const values = new Float64Array(height * width);
  const even = new Float64Array(half);
  const odd = new Float64Array(half);
  for (let row = 0; row < height; row++) {
    even.fill(0);
    odd.fill(0);
    for (let x = 0; x < columns.length; x++) {
      const { low, re, im } = columns[x]!;
      let [real, imaginary] = [0, 0];
      let turn = (((low * row) % height) + height) % height;
      for (let i = 0; i < re.length; i++) {
        const cos = down.cos[turn]!;
        const sin = down.sin[turn]!;
        real += re[i]! * cos - im[i]! * sin;
        imaginary += re[i]! * sin + im[i]! * cos;
        turn += row;
        if (turn >= height) turn -= height;
      }
      const { cos, sin } = waves[x]!;
      for (let i = 0; i < half; i++) {
        even[i]! += real * cos[i]!;
        odd[i]! -= imaginary * sin[i]!;
      }
    }
    const line = row * width;
    values[line] = even[0]!;
    for (let i = 1; i < half; i++) {
      values[line + width - i] = even[i]! - odd[i]!;
      values[line + i] = even[i]! + odd[i]!;
    }
  }
  return values;
}

/** cos and sin of 0, 1, … n − 1 n-ths of a turn. */
function turnsOf(n: number): { cos: Float64Array; sin: Float64Array } {
  const known = turns.get(n);
  if (known) return known;
  const table = (shift: number) => Float64Array.from({ length: n }, (_, i) => cosDegrees((360 * i) / n - shift));
  const made = { cos: table(0), sin: table(90) };
  if (turns.size >= MOST_TABLES) turns.clear();
  turns.set(n, made);
  return made;
}

/** By picture side, of which a batch has two. */
const turns = new Map<number, { cos: Float64Array; sin: Float64Array }>();
const MOST_TABLES = 16;

const BINS = 4096;

/**
 * Clears `count` bytes, where the values are highest; of equal ones the earlier. A histogram finds the height, and only
 * values near it are sorted.
 */
function clearHighest(values: Float64Array, count: number, bytes: Uint8Array): void {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = high > low ? (BINS - 1) / (high - low) : 0;
  const bins = new Uint16Array(values.length);
  const counts = new Uint32Array(BINS);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor((values[i]! - low) * scale);
    bins[i] = bin;
    counts[bin]!++;
  }
  let left = count;
  let edge = BINS - 1;
  while (edge > 0 && counts[edge]! < left) left -= counts[edge--]!;
  const near: number[] = [];
  for (let i = 0; i < bins.length; i++) {
    if (bins[i]! > edge) bytes[i] = 0;
    else if (bins[i] === edge) near.push(i);
  }
  near.sort((a, b) => values[b]! - values[a]! || a - b);
  for (let i = 0; i < left; i++) bytes[near[i]!] = 0;
}

const isWord = (word: unknown): boolean => typeof word === "number" && word >>> 0 === word;

/** Its fields, their checks and its plane. */
export const fourierMaskForm: MaskForm<FourierShape> = {
  fields: ["shape", "key", "decay", "spectrum", "own"],
  check({ key, decay, spectrum, own }, path, refuse, pixels) {
    if (!isListOf(key, isWord) || key.length !== 2) refuse(`${path}.key`, "two integers in 0..2^32-1", key);
    if (!(typeof decay === "number" && decay >= 0 && decay <= 10))
      refuse(`${path}.decay`, "a number from 0 to 10", decay);
    if (!(SPECTRA as readonly unknown[]).includes(spectrum))
      refuse(`${path}.spectrum`, `one of ${SPECTRA.join(", ")}`, spectrum);
    checkInteger(own, `${path}.own`, 0, pixels, refuse);
  },
  plane: fourierPlane,
};
