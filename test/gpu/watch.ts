/**
 * Set-up of every test file that may use a GPU: what WebGPU complained about fails the test, and no device outlives its
 * file but the shared one.
 */
import { afterAll, afterEach } from "vitest";
import { destroyNewDevices, expectNoGpuErrors } from "./device.ts";

afterEach(expectNoGpuErrors);

afterAll(async () => {
  await expectNoGpuErrors();
  destroyNewDevices();
});
