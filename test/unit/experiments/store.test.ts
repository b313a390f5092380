import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keyOf, runsOf } from "../../../experiments/plan.ts";
import { type Finished, Store } from "../../../experiments/store.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mixwell-store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const [run] = runsOf({ data: "abc", pictures: 3000, seeds: 1, epochs: 2, trainer: "cpu" });
const finished: Finished = {
  run: run!,
  tests: [{ accuracy: 0.1 + 0.2, loss: 1 / 3, ece: 1e-9, bins: [] }],
  trainLoss: 0.5,
  trainAccuracy: 0.6,
  steps: 94,
  stepsPerSecond: 10,
  seconds: 60,
  adapter: "some adapter",
  runtime: "some runtime",
};

test("a finished run is there again, to the last digit, for the next process", () => {
  new Store(join(folder, "deep/runs.jsonl")).add(finished);
  const next = new Store(join(folder, "deep/runs.jsonl"));
  expect(next.finished.get(keyOf(run!))).toEqual(finished);
});

test("a line that was cut off is as good as none, and does no harm to those after it", () => {
  const file = join(folder, "runs.jsonl");
  const store = new Store(file);
  store.add(finished);
  const half = readFileSync(file, "utf8").slice(0, 40);
  appendFileSync(file, half);
  const after = new Store(file);
  expect(after.finished.size).toBe(1);
  after.addRepetition({ again: run!, difference: 0 });
  expect(new Store(file).repetitions).toEqual([{ again: run, difference: 0 }]);
});
