/**
 * `log` and `exp` from additions, multiplications, divisions and the bits of a double. ECMAScript leaves Math.log and
 * Math.exp "implementation-approximated": two browsers may differ in the last bit, and then a rejection sampler may
 * accept in one and reject in the other. These give every engine the same bits.
 *
 * Error below 1 unit in the last place (the tests measure it against Math.log and Math.exp).
 */

const float64 = new Float64Array(1);
/**
 * What goes into `log` and `exp`, and comes out: a number that a function takes or returns is an object, unless the
 * engine inlines it, which it does with these two and not with what they call.
 */
const one = new Float64Array(1);
const words = new Uint32Array(float64.buffer);
/** Which of the two words holds sign, exponent and the mantissa's upper 20 bits. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** 2^-1022. Powers of two are spelled out in this folder because ECMAScript leaves `**` approximated as well. */
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** ln 2 in two parts: the first has 20 zero bits at its end, so that k * LN2_HIGH is exact for every exponent k. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/**
 * Natural logarithm. log(0) = -Infinity, log(Infinity) = Infinity; NaN for negative numbers and NaN.
 *
 * x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)], and with s = f / (2 + f)
 * log(1 + f) = 2 atanh(s) = 2 s + s R,   R = 2 s^2/3 + 2 s^4/5 + ...; |s| < 0.172, so 2 s^20/21 is the last term that
 * counts.
 */
export function log(x: number): number {
  one[0] = x;
  logOfOne();
  return one[0] as number;
}

function logOfOne(): void {
  let x = one[0] as number;
  if (!(x > 0 && x < Infinity)) {
    one[0] = x > 0 ? Infinity : x === 0 ? -Infinity : NaN;
    return;
  }
  let k = -1023;
  if (x < SMALLEST_NORMAL) {
    x *= 0x40000000000000; // 2^54
    k -= 54;
  }
  float64[0] = x;
  const high = words[HIGH] as number;
  k += high >>> 20;
  words[HIGH] = (high & 0x000fffff) | 0x3ff00000;
  let mantissa = float64[0] as number;
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5;
    k += 1;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  // Even and odd terms apart: two chains of half the length, which the processor runs side by side.
  const even = w * (2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21)))));
  const odd = z * (2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19)))));
  // 2 s + s R = f - (f^2/2 - s (f^2/2 + R)): the large term f is exact, the rest is small, so rounding stays small.
  const half = 0.5 * f * f;
  one[0] = k * LN2_HIGH - (half - (s * (half + (even + odd)) + k * LN2_LOW) - f);
}

/**
 * e to the power x. exp(-Infinity) = 0, exp(Infinity) = Infinity, exp(NaN) = NaN; above 709.78 it is Infinity,
 * below -745.13 it is 0, with subnormal numbers on the way.
 *
 * x = k ln 2 + r with |r| <= ln 2 / 2, and exp(r) by its series; r^13 / 13! is the last term that counts.
 */
export function exp(x: number): number {
  one[0] = x;
  expOfOne();
  return one[0] as number;
}

function expOfOne(): void {
  const x = one[0] as number;
  if (!(x <= 710 && x >= -746)) {
    one[0] = x > 0 ? Infinity : x < 0 ? 0 : NaN;
    return;
  }
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const rHigh = x - k * LN2_HIGH;
  const rLow = k * LN2_LOW;
  const r = rHigh - rLow;
  const z = r * r;
  const even = 1 / 2 + z * (1 / 24 + z * (1 / 720 + z * (1 / 40320 + z * (1 / 3628800 + z * (1 / 479001600)))));
  const odd = 1 / 6 + z * (1 / 120 + z * (1 / 5040 + z * (1 / 362880 + z * (1 / 39916800 + z * (1 / 6227020800)))));
  const y = 1 + (rHigh + (z * (even + r * odd) - rLow));
  // 2^k in two steps: near the ends it is no normal number itself. Only the last can round.
  setPowerOfTwo(k >> 1);
  one[0] = y * (float64[0] as number);
  setPowerOfTwo(k - (k >> 1));
  one[0] *= float64[0] as number;
}

/** Makes `float64` 2^k for -1022 <= k <= 1023, exactly. */
function setPowerOfTwo(k: number): void {
  words[HIGH] = (k + 1023) << 20;
  words[1 - HIGH] = 0;
}
