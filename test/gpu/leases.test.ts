/**
 * What the adapters lend buffers with. What it is for is tested with them (test/interop); here is what they never do.
 */
import { expect, test } from "vitest";
import { Leases } from "../../src/interop/leases.ts";
import { getDevice } from "./device.ts";

test("a buffer that is given back twice, or was never lent, is lent to one borrower at a time", async () => {
  const device = await getDevice();
  const leases = new Leases(device);
  const first = leases.take(16);
  leases.give(first);
  leases.give(first);
  const foreign = device.createBuffer({ size: 16, usage: GPUBufferUsage.STORAGE });
  leases.give(foreign);
  expect(leases.take(16)).toBe(first);
  const second = leases.take(16);
  expect(second).not.toBe(first);
  expect(second).not.toBe(foreign);
  for (const buffer of [first, second]) leases.give(buffer);
  leases.destroy();
  foreign.destroy();
});
