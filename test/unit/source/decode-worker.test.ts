import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decodeThread } from "../../../src/generated/decode-thread.ts";
import { decodeWorker } from "../../../src/generated/decode-worker.ts";
import { WORKERS, workerText } from "../../../tools/worker.mjs";

test.each(WORKERS)("$name is what src gives (else run `npm run worker`)", async (worker) => {
  expect(readFileSync(new URL(`../../../${worker.file}`, import.meta.url), "utf8")).toBe(await workerText(worker));
});

test.each([
  ["page", decodeWorker, "createImageBitmap"],
  ["thread", decodeThread, "worker_threads"],
])("that of a %s is a whole script, which imports nothing", (_, text, part) => {
  expect(text).not.toMatch(/\bimport\b|\bexport\b/);
  expect(text).toContain(part);
});
