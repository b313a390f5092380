/** JPEG: byte for byte what libjpeg-turbo makes of the pictures in test/fixtures/jpeg, and what must hold for any picture. */
import { describe, expect, test } from "vitest";
import { jpegPicture, scaleOf } from "../../../src/ops/lib/jpeg.ts";
import { jpegQualityOp } from "../../../src/ops/stencil/jpeg-quality.ts";
import { loadFixture } from "../../files.ts";
import { damage, packed, randomPicture, runOp, toPicture } from "./run-op.ts";

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
    const picture = toPicture(bytesOf(inputOf(input)), shape, 255);
    expect(packed(runOp(jpegQualityOp, params, picture, "u8"), 3)).toEqual(Array.from(bytesOf(output)));
    // The whole-picture function is the same thing.
    const whole = jpegPicture(picture.values, shape[1], shape[0], params.quality, params.chroma === "4:2:0");
    expect(packed(whole, 3)).toEqual(Array.from(bytesOf(output)));
    // f32 pictures of whole levels give the same levels.
    const floats = { ...picture, values: Float64Array.from(picture.values, (value) => Math.fround(value / 255)) };
    const wanted = Array.from(bytesOf(output), (value) => Math.fround(value / 255));
    expect(packed(runOp(jpegQualityOp, params, floats, "f32"), 3)).toEqual(wanted);
  });

  test("the golden results differ from their inputs and from each other", () => {
    const noise = manifest.cases.filter(({ input, params }) => input === "noise" && params.chroma === "4:2:0");
    expect(new Set([inputOf("noise"), ...noise.map(({ output }) => output)].map((block) => bytesOf(block).join())).size).toBe(
      noise.length + 1,
    );
  });
});

describe("any picture", () => {
  test("the quality rule is the IJG's", () => {
    expect([1, 10, 25, 49, 50, 75, 99, 100].map(scaleOf)).toEqual([5000, 500, 200, 102, 100, 50, 2, 0]);
  });

  test("a grey constant comes back exactly at quality 100, and middle grey at any", () => {
    for (let level = 0; level < 256; level++) {
      const picture = toPicture(new Array(20 * 18).fill(level), [18, 20, 1], 255);
      for (const value of packed(runOp(jpegQualityOp, { quality: 100 }, picture, "u8"), 1)) expect(value).toBe(level);
    }
    const middle = toPicture(new Array(20 * 18).fill(128), [18, 20, 1], 255);
    expect(runOp(jpegQualityOp, { quality: 1 }, middle, "u8")).toEqual(middle.values);
  });

  test("one channel, and a grey picture of three, stay grey; alpha is left alone", () => {
    const one = runOp(jpegQualityOp, { quality: 30 }, randomPicture(21, 13, 1, 4), "u8");
    for (let i = 0; i < one.length; i += 4) expect([one[i + 1], one[i + 2]]).toEqual([one[i], one[i]]);
    const four = randomPicture(21, 13, 4, 4);
    const alpha = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => i % 4 === 3);
    expect(alpha(runOp(jpegQualityOp, { quality: 30 }, four, "u8"))).toEqual(alpha(four.values));
  });

  test("lower quality does more damage; quality 100 does little", () => {
    const { shape } = inputOf("waves");
    const picture = toPicture(bytesOf(inputOf("waves")), shape, 255);
    const at = (quality: number, chroma: string) => damage(runOp(jpegQualityOp, { quality, chroma }, picture, "u8"), picture);
    const damages = [100, 90, 70, 50, 30, 15, 5, 1].map((quality) => at(quality, "4:4:4"));
    for (let i = 1; i < damages.length; i++) expect(damages[i]).toBeGreaterThan(damages[i - 1]!);
    expect(damages[0]).toBeLessThan(1);
    expect(at(100, "4:2:0")).toBeGreaterThan(damages[0]!);
  });
});
