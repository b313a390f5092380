import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decodeWorker } from "../../../src/generated/decode-worker.ts";
import { WORKER, workerText } from "../../../tools/worker.mjs";

test("the worker's text is what src/source gives (else run `npm run worker`)", async () => {
  expect(readFileSync(new URL(`../../../${WORKER}`, import.meta.url), "utf8")).toBe(await workerText());
});

test("it is a whole script, which imports nothing", () => {
  expect(decodeWorker).not.toMatch(/\bimport\b|\bexport\b/);
  expect(decodeWorker).toContain("createImageBitmap");
});
