/**
 * JPEG: byte for byte what libjpeg-turbo makes of the pictures in test/fixtures/jpeg, and what must hold for any
 * picture.
 */
import { describe, expect, test } from "vitest";
import { jpegQualityOp, scaleOf } from "../../../src/ops/tile/jpeg-quality.ts";
import { loadFixture } from "../../files.ts";
import { applyOp, asFloats, damage, noisePicture, pictureOf, shapeOf, storedOf } from "../../pictures.ts";

interface Block {
  shape: [height: number, width: number, channels: number];
  offset: number;
  bytes: number;
}

interface Manifest {
  inputs: { id: string; data: Block }[];
  cases: { id: string; input: string; params: { quality: number; chroma: string }; output: Block }[];
}

const manifest: Manifest = JSON.parse(new TextDecoder().decode(await loadFixture("jpeg/jpeg.json")));
const blob = await loadFixture("jpeg/jpeg.bin");
const bytesOf = ({ offset, bytes }: Block) => new Uint8Array(blob, offset, bytes);
const inputOf = (id: string) => manifest.inputs.find((input) => input.id === id)!.data;

describe("libjpeg-turbo's own results", () => {
  test.each(manifest.cases)("$input at quality $params.quality, $params.chroma", ({ input, params, output }) => {
    const { shape } = inputOf(input);
    const picture = pictureOf(bytesOf(inputOf(input)), shapeOf(shape));
    expect(storedOf(applyOp(jpegQualityOp, params, picture, "u8"))).toEqual(Array.from(bytesOf(output)));
    // f32 pictures of whole levels give the same levels.
    const wanted = Array.from(bytesOf(output), (value) => Math.fround(value / 255));
    expect(storedOf(applyOp(jpegQualityOp, params, asFloats(picture), "f32"))).toEqual(wanted);
  });

  test("the golden results differ from their inputs and from each other", () => {
    const noise = manifest.cases.filter(({ input, params }) => input === "noise" && params.chroma === "4:2:0");
    expect(
      new Set([inputOf("noise"), ...noise.map(({ output }) => output)].map((block) => bytesOf(block).join())).size,
    ).toBe(noise.length + 1);
  });
});

describe("any picture", () => {
  test("the quality rule is the IJG's", () => {
    expect([1, 10, 25, 49, 50, 75, 99, 100].map(scaleOf)).toEqual([5000, 500, 200, 102, 100, 50, 2, 0]);
  });

  test("a grey constant comes back exactly at quality 100, and middle grey at any", () => {
    for (let level = 0; level < 256; level++) {
      const picture = pictureOf(new Array(20 * 18).fill(level), { height: 18, width: 20, channels: 1 });
      expect([...new Set(storedOf(applyOp(jpegQualityOp, { quality: 100 }, picture, "u8")))]).toEqual([level]);
    }
    const middle = pictureOf(new Array(20 * 18).fill(128), { height: 18, width: 20, channels: 1 });
    expect(applyOp(jpegQualityOp, { quality: 1 }, middle, "u8").values).toEqual(middle.values);
  });

  test("one channel, and a grey picture of three, stay grey; alpha is left alone", () => {
    const one = applyOp(
      jpegQualityOp,
      { quality: 30 },
      noisePicture({ height: 13, width: 21, channels: 1 }, "u8", 4),
      "u8",
    ).values;
    for (let i = 0; i < one.length; i += 4) expect([one[i + 1], one[i + 2]]).toEqual([one[i], one[i]]);
    const four = noisePicture({ height: 13, width: 21, channels: 4 }, "u8", 4);
    const alpha = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => i % 4 === 3);
    expect(alpha(applyOp(jpegQualityOp, { quality: 30 }, four, "u8").values)).toEqual(alpha(four.values));
  });

  test("lower quality does more damage; quality 100 does little", () => {
    const { shape } = inputOf("waves");
    const picture = pictureOf(bytesOf(inputOf("waves")), shapeOf(shape));
    const at = (quality: number, chroma: string) =>
      damage(applyOp(jpegQualityOp, { quality, chroma }, picture, "u8"), picture);
    const damages = [100, 90, 70, 50, 30, 15, 5, 1].map((quality) => at(quality, "4:4:4"));
    for (let i = 1; i < damages.length; i++) expect(damages[i]).toBeGreaterThan(damages[i - 1]!);
    expect(damages[0]).toBeLessThan(1);
    expect(at(100, "4:2:0")).toBeGreaterThan(damages[0]!);
  });
});
