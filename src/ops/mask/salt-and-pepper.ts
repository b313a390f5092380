import { InputError } from "../../check/errors.ts";
import { saltAndPepperShader } from "../../generated/op-shaders.ts";
import type { SaltAndPepper } from "../../generated/op-words.ts";
import { defineOp } from "../define.ts";
import { keyArg } from "../lib/box-fill.ts";
import { noiseWord } from "../lib/normal.ts";
import type { Arg, At, Pixel } from "../op.ts";

/** A probability of 1, to compare 31 random bits with. */
const CERTAIN = 0x80000000;

const shareArg = (colour: string) =>
  ({
    type: "number",
    min: 0,
    max: 1,
    default: 0,
    identity: 0,
    unit: "probability",
    about: `That a pixel becomes ${colour}.`,
  }) as const satisfies Arg;

export const saltAndPepperOp = defineOp({
  kind: "mask",
  target: "nothing",
  name: "saltAndPepper",
  shader: saltAndPepperShader,
  about:
    "Turns pixels white or black at random, all colour channels of a pixel alike. Exact in u8 and f32. Alpha is left alone.",
  args: { salt: shareArg("white"), pepper: shareArg("black"), key: keyArg },
  laws: { floatsWithin: 0 },
  atMagnitude: (magnitude) => ({ salt: 0.25 * magnitude, pepper: 0.25 * magnitude, key: [0, 0] }),
  encode,
  encodeF32: encode,
  u8: (v, words, at) => sprinkle(v, words, at, 255),
  f32: (v, words, at) => sprinkle(v, words, at, 1),
});

/** The key, and below which of 2^31 numbers a pixel is salt, and below which it is salt or pepper. */
function encode({
  salt,
  pepper,
  key,
}: {
  salt: number;
  pepper: number;
  key: readonly [number, number];
}): SaltAndPepper {
  if (salt + pepper > 1) throw new InputError("salt", `at most 1 with pepper = ${pepper} added`, salt);
  return { key, salt: Math.round(salt * CERTAIN), either: Math.round((salt + pepper) * CERTAIN) };
}

function sprinkle(v: Pixel, { key: [k0, k1], salt, either }: SaltAndPepper, { x, y, width }: At, white: number): Pixel {
  const draw = noiseWord(k0, k1, y * width + x, 0) >>> 1;
  if (draw < salt) return [white, white, white, v[3]];
  if (draw < either) return [0, 0, 0, v[3]];
  return v;
}
