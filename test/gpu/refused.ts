/**
 * For tables of wrong calls: each with the whole sentence that it gets, before anything is made, uploaded or submitted.
 */
import { expect } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { upload, watch } from "./help.ts";

export type Case = [what: string, call: () => unknown, message: string];

/** Makes every wrong call of a table, and holds its message and the quiet of the device to it. */
export async function expectRefused(table: Case[]) {
  const device = await getDevice();
  const seen = watch(device);
  await expectMessages(table, (what) => expect(seen.calls, what).toEqual({}));
  seen.stop();
}

/** The messages alone, where pictures are uploaded before. `after` is called after each. */
export async function expectMessages(table: Case[], after?: (what: string) => void) {
  const found: [string, string][] = [];
  for (const [what, call] of table) {
    const message = await Promise.resolve()
      .then(call)
      .then(
        () => "no error",
        (error: Error) => `${error.name}: ${error.message}`,
      );
    found.push([what, message]);
    after?.(what);
  }
  expect(found).toEqual(table.map(([what, , message]) => [what, message]));
}

/** Three pictures of 4 × 4 × 1 bytes. */
export async function threePictures() {
  const device = await getDevice();
  const images = upload(device, noise(48));
  const labels = Uint32Array.of(0, 1, 2);
  return { device, images, labels, input: { images, size: 3, height: 4, width: 4, channels: 1, labels } };
}
