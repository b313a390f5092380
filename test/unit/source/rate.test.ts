/** How fast a load goes, and how long it will take. */
import { afterEach, expect, test, vi } from "vitest";
import type { LoadProgress } from "../../../src/source/host-images.ts";
import { withRate } from "../../../src/source/rate.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("each phase has its rate, counted from the end of the one before", () => {
  vi.useFakeTimers({ now: 0, toFake: ["performance"] });
  const told: LoadProgress[] = [];
  const tell = withRate((progress) => told.push(progress))!;
  const after = (ms: number, progress: LoadProgress) => {
    vi.advanceTimersByTime(ms);
    tell(progress);
  };
  after(2000, { phase: "decode", loaded: 1, total: 5 });
  after(500, { phase: "decode", loaded: 5, total: 5 });
  after(1000, { phase: "upload", loaded: 100, total: 400, name: "a" });
  after(0, { phase: "read", loaded: 7 });
  after(4000, { phase: "read", loaded: 8 });
  expect(told).toEqual([
    { phase: "decode", loaded: 1, total: 5, rate: 0.5, secondsLeft: 8 },
    { phase: "decode", loaded: 5, total: 5, rate: 2, secondsLeft: 0 },
    { phase: "upload", loaded: 100, total: 400, name: "a", rate: 100, secondsLeft: 3 },
    // At the very beginning nobody knows, and without a total there is no end.
    { phase: "read", loaded: 7 },
    { phase: "read", loaded: 8, rate: 2 },
  ]);
  expect(withRate(undefined)).toBeUndefined();
});

test("the next file of a phase begins anew", () => {
  vi.useFakeTimers({ now: 0, toFake: ["performance"] });
  const told: LoadProgress[] = [];
  const tell = withRate((progress) => told.push(progress))!;
  for (const [loaded, name] of [
    [10, "a"],
    [20, "a"],
    [5, "b"],
  ] as const) {
    vi.advanceTimersByTime(1000);
    tell({ phase: "read", loaded, total: 20, name });
  }
  expect(told.map(({ rate }) => rate)).toEqual([10, 10, 5]);
});
