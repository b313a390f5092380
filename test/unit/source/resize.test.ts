import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { divideBy255, type Fit, type Pixels, resize } from "../../../src/source/resize.ts";
import { generator } from "../../random.ts";

const fixtures = new URL("../../fixtures/", import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, fixtures), "utf8"));

/** As test/fixtures/resize/make.py fills its pictures. */
function noise(seed: number, width: number, height: number, channels: number): Pixels {
  return {
    data: Uint8Array.from({ length: width * height * channels }, generator(seed).byte),
    width,
    height,
    channels,
  };
}

interface PillowCase {
  seed: number;
  source: [number, number];
  channels: 1 | 3 | 4;
  fit: Fit;
  size: [number, number];
  sha256: string;
}

describe("resize, against Pillow's own bytes", () => {
  const { cases } = json("resize/pillow.json") as { cases: PillowCase[] };

  it("has cases of every fit and number of channels", () => {
    expect(cases.length).toBe(120);
    expect(new Set(cases.map(({ fit, channels }) => `${fit}${channels}`)).size).toBe(9);
  });

  for (const { seed, source, channels, fit, size, sha256 } of cases) {
    it(`${fit} ${source.join("×")}×${channels} -> ${size.join("×")}`, () => {
      const background = channels === 1 ? [200] : [200, 100, 50, 25];
      const out = resize(noise(seed, source[0], source[1], channels), {
        width: size[0],
        height: size[1],
        fit,
        background,
      });
      expect(createHash("sha256").update(out).digest("hex")).toBe(sha256);
    });
  }
});

describe("resize, against torchvision's antialias=True", () => {
  interface Block {
    shape: [number, number, number];
    offset: number;
    bytes: number;
  }
  interface OracleCase {
    id: string;
    op: string;
    input: string;
    params: { top: number; left: number; height: number; width: number; out: [number, number]; antialias: boolean };
    output: Block;
    tol: { value: number };
  }
  const { inputs, cases } = json("oracles/image-ops/torchvision-pixel-u8.json") as {
    inputs: { id: string; data: Block }[];
    cases: OracleCase[];
  };
  const bin = readFileSync(new URL("oracles/image-ops/torchvision-pixel-u8.bin", fixtures));
  const view = ({ offset, bytes }: Block) => bin.subarray(offset, offset + bytes);
  const resized = cases.filter(({ op, params }) => op === "resized_crop" && params.antialias);

  it("has cases", () => expect(resized.length).toBe(3));

  for (const { id, input, params, output, tol } of resized) {
    it(`${id}: within ${tol.value} LSB`, () => {
      const { data } = inputs.find((candidate) => candidate.id === input)!;
      const [, width, channels] = data.shape;
      const crop = cropped(view(data), width, channels, params);
      const [outHeight, outWidth] = params.out;
      const out = resize(crop, { width: outWidth, height: outHeight, fit: "fill" });
      const expected = view(output);
      expect(out.length).toBe(expected.length);
      expect(out.reduce((worst, value, i) => Math.max(worst, Math.abs(value - expected[i]!)), 0)).toBeLessThanOrEqual(
        tol.value,
      );
    });
  }

  function cropped(data: Uint8Array, stride: number, channels: number, box: OracleCase["params"]): Pixels {
    const out = new Uint8Array(box.width * box.height * channels);
    for (let y = 0; y < box.height; y++) {
      const from = ((box.top + y) * stride + box.left) * channels;
      out.set(data.subarray(from, from + box.width * channels), y * box.width * channels);
    }
    return { data: out, width: box.width, height: box.height, channels };
  }
});

describe("resize, by its properties", () => {
  const fits: Fit[] = ["cover", "contain", "fill"];

  it("leaves a picture of the right size as it is, in a new array", () => {
    const source = noise(1, 17, 9, 3);
    for (const fit of fits) {
      const out = resize(source, { width: 17, height: 9, fit });
      expect(out).toEqual(source.data);
      expect(out).not.toBe(source.data);
    }
  });

  it("keeps one colour one colour at any size", () => {
    const source: Pixels = { data: new Uint8Array(23 * 31 * 3).fill(255), width: 23, height: 31, channels: 3 };
    for (const [width, height] of [
      [7, 5],
      [64, 11],
      [1, 1],
      [100, 100],
    ] as const) {
      for (const fit of ["cover", "fill"] as const)
        expect(new Set(resize(source, { width, height, fit }))).toEqual(new Set([255]));
    }
  });

  it("halves a checkerboard to even grey", () => {
    const data = Uint8Array.from({ length: 16 * 16 }, (_, i) => (((i % 16) + Math.floor(i / 16)) % 2 === 0 ? 255 : 0));
    const out = resize({ data, width: 16, height: 16, channels: 1 }, { width: 8, height: 8 });
    // Inside, the four taps (1 3 3 1)/8 weigh both colours alike; at the border one tap is missing.
    for (let y = 1; y < 7; y++) for (let x = 1; x < 7; x++) expect(out[y * 8 + x]).toBe(128);
  });

  it("commutes with mirroring to within the rounding between its two passes", () => {
    const mirror = ({ data, width, height, channels }: Pixels): Pixels => {
      const out = new Uint8Array(data.length);
      for (let i = 0; i < width * height; i++) {
        const to = i - (i % width) + (width - 1 - (i % width));
        for (let c = 0; c < channels; c++) out[to * channels + c] = data[i * channels + c]!;
      }
      return { data: out, width, height, channels };
    };
    const source = noise(2, 37, 21, 3);
    const there = mirror({
      data: resize(source, { width: 16, height: 12, fit: "fill" }),
      width: 16,
      height: 12,
      channels: 3,
    }).data;
    const back = resize(mirror(source), { width: 16, height: 12, fit: "fill" });
    expect(Math.max(...back.map((value, i) => Math.abs(value - there[i]!)))).toBeLessThanOrEqual(1);
  });

  it("keeps the mean brightness of a reduction by a whole number", () => {
    const source = noise(3, 240, 240, 1);
    const mean = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean(resize(source, { width: 30, height: 30 })) - mean(source.data))).toBeLessThan(1);
  });

  it("does not let invisible pixels bleed into visible ones", () => {
    const data = new Uint8Array(8 * 4).fill(255);
    for (let x = 0; x < 4; x++) data.set([0, 255, 0, 0], x * 4);
    for (let x = 4; x < 8; x++) data.set([200, 0, 0, 255], x * 4);
    const out = resize({ data, width: 8, height: 1, channels: 4 }, { width: 3, height: 1, fit: "fill" });
    for (let x = 0; x < 3; x++) expect(out[x * 4 + 1]).toBe(0);
  });

  it("keeps at least a line of a picture that `contain` would squeeze to nothing", () => {
    const out = resize(
      { data: new Uint8Array(300).fill(9), width: 300, height: 1, channels: 1 },
      { width: 10, height: 3, fit: "contain" },
    );
    expect([...out]).toEqual([...Array(10).fill(0), ...Array(10).fill(9), ...Array(10).fill(0)]);
  });
});

it("divideBy255 is division rounded to the nearest, everywhere", () => {
  for (let x = 0; x <= 255 * 255; x++) if (divideBy255(x) !== Math.round(x / 255)) expect.fail(`${x}`);
});
