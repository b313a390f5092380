/** The code in docs/ that makes a device in Node runs as it stands there. */
import { expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";

test("Node: an engine on Dawn's device", async () => {
  const brought = { pixels: new Uint8Array(200 * 16 * 16 * 3).fill(255), classIds: new Uint32Array(200) };
  const { images } = await runBlock<{ images: Float32Array }>("docs/other-libraries.md#node", brought);
  expect(images.length).toBe(2 * 16 * 16 * 3);
  // λ + (1 − λ) of white, with two roundings.
  expect(images.every((value) => Math.abs(value - 1) < 2 ** -22)).toBe(true);
});
