/**
 * What fits on a device, and the limits to ask for. That a dataset of exactly so many is taken:
 * test/gpu/dataset-pages.test.ts.
 */
import { capacity } from "mixwell";
import { expect, test } from "vitest";

const MIB = 2 ** 20;
const on = (maxStorageBufferBindingSize: number, maxBufferSize = 2 * maxStorageBufferBindingSize) => ({
  limits: { maxStorageBufferBindingSize, maxBufferSize },
});
const photo = { height: 224, width: 224, channels: 3 };

test("default limits hold 3,564 pictures of 224 × 224 and three channels", () => {
  const { pictures, requiredLimits } = capacity(on(128 * MIB), photo);
  // 891 of 150,528 bytes in each of four pages.
  expect(pictures).toBe(3564);
  expect(requiredLimits).toEqual({ maxStorageBufferBindingSize: 891 * 150_528, maxBufferSize: 891 * 150_528 });
});

test("the smaller limit counts", () => {
  expect(capacity(on(128 * MIB, 64 * MIB), photo).pictures).toBe(4 * 445);
});

test("the limits that it says are enough, and a byte less is not", () => {
  for (const shape of [photo, { height: 3, width: 5, channels: 1 }, { height: 1, width: 1, channels: 1 }]) {
    for (const count of [1, 7, 3565, 20_000]) {
      const { maxStorageBufferBindingSize: limit } = capacity(on(128 * MIB), { ...shape, count }).requiredLimits;
      expect(limit % 4).toBe(0);
      expect(capacity(on(limit), shape).pictures).toBeGreaterThanOrEqual(count);
      expect(capacity(on(limit - 4), shape).pictures).toBeLessThan(Math.max(1, count));
    }
  }
});

test("what the adapter gives is enough for all that it says fits", () => {
  for (const limit of [128 * MIB, 2 ** 31 - 4, 2 ** 32]) {
    const { pictures, requiredLimits } = capacity(on(limit), photo);
    expect(requiredLimits.maxStorageBufferBindingSize).toBeLessThanOrEqual(limit);
    expect(capacity({ limits: requiredLimits }, photo).pictures).toBe(pictures);
  }
});

test("a picture larger than a page does not fit, and the limits for one are said", () => {
  const large = { height: 20_000, width: 20_000, channels: 4 };
  expect(capacity(on(128 * MIB), large)).toEqual({
    pictures: 0,
    requiredLimits: { maxStorageBufferBindingSize: 1.6e9, maxBufferSize: 1.6e9 },
  });
});

test.each<[unknown, object, string]>([
  [undefined, photo, "capacity.of: expected a GPUDevice or a GPUAdapter, found undefined"],
  [
    Promise.resolve(on(1)),
    photo,
    "capacity.of: expected a GPUDevice or a GPUAdapter, found a promise (did you forget `await`?)",
  ],
  [{ limits: {} }, photo, "capacity.of: expected a GPUDevice or a GPUAdapter, found an object without their limits"],
  [on(1), { ...photo, height: 0 }, "capacity.options.height: expected an integer in 1..65535, found 0"],
  [on(1), { ...photo, count: 0.5 }, "capacity.options.count: expected an integer in 1.."],
  [
    on(1),
    { ...photo, pictures: 3 },
    'capacity.options: expected only height, width, channels, sizes, count, found "pictures"',
  ],
])("%s is refused", (of, options, message) => {
  expect(() => capacity(of as never, options as never)).toThrow(message);
});
