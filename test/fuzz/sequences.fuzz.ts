/**
 * (d) Calls in any order, on a device that stays and on one that goes: no crash, no leak, no validation error, and the
 * caller's buffer is as it was.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { destroyNewDevices, expectNoGpuErrors, getDevice, newDevice } from "../gpu/device.ts";
import { campaign } from "./campaign.ts";
import { carryOut, countLiving, sequences, sequencesWithLoss } from "./sequences.ts";

/** Cases in `npm test`. */
const STAYING = 150;
const LEAVING = 25;

test("on a device that stays", async (context) => {
  const device = await getDevice();
  const property = fc.asyncProperty(sequences, async (steps) => {
    await carryOut(device, steps);
    await expectNoGpuErrors();
  });
  await campaign(context, property, { part: "d  sequences of calls", cases: STAYING, share: 0.5 });
});

test("on a device that may go at any point", async (context) => {
  const property = fc.asyncProperty(sequencesWithLoss, async (steps) => {
    await carryOut(await newDevice(), steps);
    await expectNoGpuErrors();
    destroyNewDevices();
  });
  await campaign(context, property, { part: "d  sequences of calls", cases: LEAVING, share: 0.5 });
});

test("the count finds what it looks for: a buffer that is left", async () => {
  const device = await getDevice();
  const counted = countLiving(device);
  const buffer = device.createBuffer({ size: 16, usage: GPUBufferUsage.STORAGE });
  expect([counted.living(), counted.bytes()]).toEqual([1, 16]);
  buffer.destroy();
  counted.stop();
  expect(counted.living()).toBe(0);
});
