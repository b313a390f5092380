/**
 * The normal distribution in integers. A random word becomes a quantile: its lowest bit is the sign, the other 31 the
 * tail's probability p < 1/2, and |z| is interpolated between 177 nodes, eight to each halving of p from 1/2 down to
 * 2^-23 (z = 5.2, beyond which nothing lies). z has 12 fractional bits. Between nodes it is at most 0.001 too large, so
 * the standard deviation is right to
 * 0.1 %.
 *
 * `shaders/lib/normal.wgsl` is this file line by line.
 */
import { threefry2x32 } from "../../random/threefry.ts";

/**
 * 4096 times the |z| beyond which the tail is p = 2^-(23 - (i >> 3)) (1 + (i & 7) / 8), two to a word, the even one
 * low.
 */
// biome-ignore format: a table
export const QUANTILES: readonly number[] = [
  0x525052aa, 0x51b551ff, 0x51335172, 0x50c450fa, 0x50345091, 0x4f964fe1, 0x4f114f51, 0x4e9e4ed6, 0x4e0b4e6a, 0x4d694db6,
  0x4ce04d22, 0x4c6b4ca3, 0x4bd44c35, 0x4b2c4b7c, 0x4aa04ae4, 0x4a274a62, 0x498c49f1, 0x48e04932, 0x48504895, 0x47d3480f,
  0x4734479b, 0x468246d7, 0x45ed4635, 0x456d45ab, 0x44c84533, 0x44114468, 0x437743c1, 0x42f34333, 0x424842b7, 0x418b41e5,
  0x40ec4138, 0x406240a5, 0x3fb24024, 0x3eed3f4b, 0x3e483e97, 0x3db93dfe, 0x3d023d79, 0x3c353c97, 0x3b8a3bdc, 0x3af53b3d,
  0x3a363ab1, 0x396139c6, 0x38ad3903, 0x3812385d, 0x374a37cb, 0x366b36d5, 0x35ae3609, 0x350b355a, 0x343934c1, 0x334f33be,
  0x328832e8, 0x31dd3230, 0x30ff318e, 0x3007307d, 0x2f352f9a, 0x2e7f2ed7, 0x2d932e2c, 0x2c8b2d09, 0x2bab2c17, 0x2ae82b47,
  0x29ec2a90, 0x28d12958, 0x27e02854, 0x270e2774, 0x25fd26ae, 0x24ca255d, 0x23c42442, 0x22df234e, 0x21b42276, 0x20622104,
  0x1f411fcd, 0x1e421ebe, 0x1cf51dce, 0x1b7a1c30, 0x1a321ad1, 0x1911199e, 0x1793188c, 0x15dc16af, 0x145d1517, 0x130713ae,
  0x113e1268, 0x0f261029, 0x0d4a0e32, 0x0b980c6c, 0x09440acb, 0x067007d2, 0x03cc0519, 0x01410284, 0x00000000,
];

const quantile = (i: number): number => (QUANTILES[i >> 1]! >>> (16 * (i & 1))) & 0xffff;

/** The word's standard normal, with 12 fractional bits: -21162 .. 21162. */
export function normal12(word: number): number {
  const tail = word >>> 1;
  const octave = Math.min(Math.clz32(tail | 1) - 1, 21);
  // The 15 bits after the leading one: three choose the node, twelve lie between it and the next.
  const fraction = Math.max((tail << (octave + 1)) >>> 16, 0x8000) & 0x7fff;
  const node = 8 * (21 - octave) + (fraction >> 12);
  const far = quantile(node);
  const size = far - (((far - quantile(node + 1)) * (fraction & 0xfff) + 2048) >> 12);
  return (word & 1) === 1 ? 0 - size : size;
}

const scratch = new Uint32Array(2);

/** One random word for a pixel and a channel. */
export function noiseWord(k0: number, k1: number, pixel: number, channel: number): number {
  threefry2x32({ k0, k1 }, pixel, channel, scratch);
  return scratch[0]!;
}
