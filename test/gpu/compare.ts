/** What "GPU equals reference" means, said once. */

import { type HostBatch, halfToFloat, type ReferenceBatch } from "mixwell";
import { expect } from "vitest";

/** Distance between neighbouring f32 numbers at this size. */
export function ulp32(size: number): number {
  const bounded = Math.max(Math.abs(size), 2 ** -126);
  return 2 ** (Math.floor(Math.log2(bounded)) - 23);
}

/** Distance between neighbouring f16 numbers at this size. */
function ulp16(size: number): number {
  const bounded = Math.max(Math.abs(size), 2 ** -14);
  return 2 ** (Math.floor(Math.log2(bounded)) - 10);
}

/**
 * Holds a GPU batch to the reference.
 * - u8 and everything integer: the same bytes.
 * - f32: within 2 units in the last place of the largest term that went into any value (WGSL lets a GPU contract a × b
 * + c,
 *   which drops one rounding per term; the reference rounds after every operation).
 * - f16: the same, and one unit in the last place of f16, because WGSL leaves the rounding of `pack2x16float` open.
 * - labels: every term is at most 1, so 2 units in the last place of 1.
 */
export function expectSame(gpu: HostBatch, reference: ReferenceBatch, largestTerm: number, what: string): void {
  expect(gpu.images.length, what).toBe(reference.images.length);
  const bits16 = gpu.images instanceof Uint16Array;
  const slack =
    gpu.images instanceof Uint8Array
      ? () => 0
      : bits16
        ? (size: number) => 2 * ulp32(largestTerm) + ulp16(size)
        : () => 2 * ulp32(largestTerm);
  const number = bits16 ? halfToFloat : (value: number) => value;
  expectWithin(gpu.images, reference.images, number, slack, `${what}: images`);
  if (reference.labels)
    expectWithin(
      gpu.labels!,
      reference.labels,
      (value) => value,
      () => 2 * ulp32(1),
      `${what}: labels`,
    );
  if (reference.classes) expect(gpu.classes, `${what}: classes`).toEqual(reference.classes);
  if (reference.shares) expect(gpu.shares, `${what}: shares`).toEqual(reference.shares);
}

function expectWithin(
  actual: ArrayLike<number>,
  wanted: ArrayLike<number>,
  number: (raw: number) => number,
  slack: (size: number) => number,
  what: string,
): void {
  for (let i = 0; i < wanted.length; i++) {
    const [a, b] = [number(actual[i]!), number(wanted[i]!)];
    if (!(Math.abs(a - b) <= slack(b)))
      throw new Error(`${what}: value ${i} is ${a}, the reference says ${b} (allowed: ${slack(b)})`);
  }
}
