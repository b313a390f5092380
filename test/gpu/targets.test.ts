/** The code of docs/targets.md. It needs no GPU; it stands here with the code of all pages. */
import type { ObjectBatch } from "mixwell";
import { expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";

test("objects through a plan", async () => {
  const { objects } = await runBlock<{ objects: ObjectBatch }>("docs/targets.md#targets");
  expect([objects.format, objects.normalized, objects.offsets.length]).toEqual(["cxcywh", true, 3]);
  expect(objects.boxes.length).toBe(4 * objects.labels.length);
  expect(objects.labels.every((label) => [7, 3, 1].includes(label))).toBe(true);
});

test("boxes from one format to another", async () => {
  const { corners, inside } = await runBlock<{ corners: Float32Array; inside: Float32Array }>(
    "docs/targets.md#formats-of-boxes",
  );
  expect(Array.from(corners)).toEqual([240, 120, 400, 360]);
  expect(Array.from(inside)).toEqual([0, 20, 640, 100]);
});
