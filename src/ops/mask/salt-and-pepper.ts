import { InputError } from "../../check/errors.ts";
import { i32 } from "../../format/words.ts";
import { keyArg } from "../lib/box-fill.ts";
import { noiseWord } from "../lib/normal.ts";
import type { Arg, Args, At, ColorOp, Pixel, Words } from "../op.ts";

/** A probability of 1, to compare 31 random bits with. */
const CERTAIN = 0x80000000;

const shareArg = (colour: string): Arg => ({
  type: "number",
  min: 0,
  max: 1,
  default: 0,
  identity: 0,
  unit: "probability",
  about: `That a pixel becomes ${colour}.`,
});

export const saltAndPepperOp: ColorOp = {
  kind: "mask",
  name: "saltAndPepper",
  about: "Turns pixels white or black at random, all colour channels of a pixel alike. Exact in u8 and f32. Alpha is left alone.",
  args: { salt: shareArg("white"), pepper: shareArg("black"), key: keyArg },
  laws: { floatsWithin: 0 },
  atMagnitude: (magnitude) => ({ salt: 0.25 * magnitude, pepper: 0.25 * magnitude, key: [0, 0] }),
  encode,
  encodeF32: encode,
  u8: (v, words, at) => sprinkle(v, words, at, 255),
  f32: (v, words, at) => sprinkle(v, words, at, 1),
};

/** The key, and below which of 2^31 numbers a pixel is salt, and below which it is salt or pepper. */
function encode(args: Args): Words {
  const [salt, pepper] = [args.salt as number, args.pepper as number];
  if (salt + pepper > 1) throw new InputError("salt", `at most 1 with pepper = ${pepper} added`, salt);
  const [k0, k1] = args.key as [number, number];
  return [i32(k0), i32(k1), i32(Math.round(salt * CERTAIN)), i32(Math.round((salt + pepper) * CERTAIN))];
}

function sprinkle(v: Pixel, words: Words, { x, y, width }: At, white: number): Pixel {
  const draw = noiseWord(words[0]!, words[1]!, y * width + x, 0) >>> 1;
  if (draw < words[2]!) return [white, white, white, v[3]];
  if (draw < words[3]!) return [0, 0, 0, v[3]];
  return v;
}
