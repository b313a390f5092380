/**
 * Beta(a, b), the distribution MixUp and CutMix draw lambda from, for shapes from 0.01 to 100.
 *
 * Everything happens in the logarithms of the two variates whose ratio is the result, because for a small shape the
 * variates themselves are far below the smallest double: at a = 0.01 a typical one is e^-70, and e^-3000 occurs.
 */
import { ArgumentError } from "../check/errors.ts";
import type { Key } from "./key.ts";
import { exp, log } from "./math.ts";
import { uniformOpen01 } from "./uniform.ts";

/** The smallest and largest shape that Mixwell draws from. */
export const BETA_SHAPE = { min: 0.01, max: 100 } as const;

/** How many of the current draw's uniforms are used up: the c1 of the next one. Every call of `beta` starts it at 0. */
let used = 0;

/**
 * One draw from Beta(a, b), in [0, 1], rounded to f32 once, at the end. Exactly 0 and exactly 1 can occur and must: at
 * a = 0.05 more than a fifth of the distribution lies within half an f32 step of 1. Beta(a, b) and 1 - Beta(b, a) have
 * the same law (before the rounding).
 *
 * The draw owns the counters (c0, 0), (c0, 1), ... under `key`, so its retries move nobody else's draw: give it a key
 * that nothing else draws from with the same c0.
 *
 * @param c0 the sample's id, u32
 * @param a shape, 0.01 .. 100
 * @param b shape, 0.01 .. 100
 * @throws ArgumentError for another a or b
 */
export function beta(key: Key, c0: number, a: number, b: number): number {
  checkShape("beta.a", a);
  checkShape("beta.b", b);
  used = 0;
  if (a === 1 && b === 1) return Math.fround(next(key, c0));
  return Math.fround(a <= 1 && b <= 1 ? johnk(key, c0, a, b) : gammaRatio(key, c0, a, b));
}

/**
 * Both shapes at most 1. With X = U^(1/a) and Y = V^(1/b), X / (X + Y) given X + Y <= 1 is Beta(a, b)
 * (Jöhnk, "Erzeugung von betaverteilten und gammaverteilten Zufallszahlen", Metrika 8, 1964).
 * It accepts at least every second pair. Where both powers underflow their sum is 0, which accepts, as it should.
 */
function johnk(key: Key, c0: number, a: number, b: number): number {
  for (;;) {
    let sum = 0;
    // In a loop, which engines inline `log` and `exp` into: what a call takes and returns is an object a number.
    for (let i = 0; i < 2; i++) {
      const power = log(next(key, c0)) / (i === 0 ? a : b);
      powers[i] = power;
      sum += exp(power);
    }
    if (sum <= 1) return share(powers[0] as number, powers[1] as number);
  }
}

/** The logarithms of the two powers of the current draw: in an array, where a number needs no object either. */
const powers = new Float64Array(2);

/** Some shape above 1. X / (X + Y) of two gamma variates of shapes a and b is Beta(a, b). */
function gammaRatio(key: Key, c0: number, a: number, b: number): number {
  const logX = logGammaVariate(key, c0, a);
  const logY = logGammaVariate(key, c0, b);
  return share(logX, logY);
}

/**
 * X / (X + Y) from the logarithms. Their difference may be in the thousands: exp then gives 0 or Infinity, and this 1
 * or 0.
 */
function share(logX: number, logY: number): number {
  return 1 / (1 + exp(logY - logX));
}

/**
 * The logarithm of a gamma variate with the given shape and scale 1
 * (Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26, 2000). A shape below 1 is drawn
 * as shape + 1 and multiplied by U^(1/shape), their section 6; in logarithms that factor cannot underflow.
 */
function logGammaVariate(key: Key, c0: number, shape: number): number {
  if (shape < 1) return logGammaVariate(key, c0, shape + 1) + log(next(key, c0)) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(key, c0);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = next(key, c0);
    const square = x * x;
    const logV = 3 * log(root);
    // The paper's squeeze accepts nearly all without the second logarithm.
    if (u < 1 - 0.0331 * square * square || log(u) < 0.5 * square + d * (1 - v + logV)) return log(d) + logV;
  }
}

/**
 * A standard normal by Marsaglia's polar method (1964), of which only the first of two results is used: keeping the
 * other would be state between draws. Math.sqrt is the one function borrowed from the engine: ECMAScript does not
 * promise it either, but every engine compiles it to the processor's (or WebAssembly's) square root, which IEEE 754
 * rounds exactly.
 */
function normal(key: Key, c0: number): number {
  for (;;) {
    const x = 2 * next(key, c0) - 1;
    const y = 2 * next(key, c0) - 1;
    const square = x * x + y * y;
    // The origin cannot occur: no open uniform is exactly 1/2.
    if (square < 1) return x * Math.sqrt((-2 * log(square)) / square);
  }
}

/** The next uniform on (0, 1) of the current draw's own stream. */
function next(key: Key, c0: number): number {
  return uniformOpen01(key, c0, used++);
}

function checkShape(path: string, shape: number): void {
  if (!(typeof shape === "number" && shape >= BETA_SHAPE.min && shape <= BETA_SHAPE.max)) {
    throw new ArgumentError(path, `a number in ${BETA_SHAPE.min}..${BETA_SHAPE.max}`, shape);
  }
}
