/** What the bar says while a run is on. */
import { describe, expect, test } from "vitest";
import { type RunNews, runWords } from "../../../demo/train-page/run-words.ts";
import { ARMS } from "../../../training/arms.ts";
import type { Progress, RunSettings } from "../../../training/types.ts";

const arms = ARMS.slice(0, 2);
const together = { arms, order: "together" } as unknown as RunSettings;
const inTurn: RunSettings = { ...together, order: "in turn" };
const alone: RunSettings = { ...inTurn, arms: ARMS.slice(1, 2) };

const progress = (done: number, arm = "mixup"): Progress => ({
  arm,
  epoch: 1,
  step: 3,
  totalSteps: 33,
  done,
  total: 1066,
  loss: 1,
  trainAccuracy: 0,
});
const at = (done: number, settings = together): RunNews => ({ settings, latest: progress(done) });

describe("while it runs", () => {
  test("the epoch and the steps, and the arm where arms take turns", () => {
    expect(runWords("running", at(1004))).toBe("Epoch 2: 1,004 of 1,066 steps");
    expect(runWords("running", at(1004, inTurn))).toBe("MixUp, epoch 2: 1,004 of 1,066 steps");
    expect(runWords("running", at(1004, alone))).toBe("Epoch 2: 1,004 of 1,066 steps");
  });

  test("the first step has no number", () => {
    expect(runWords("running", { settings: together })).toBe("The first step …");
  });
});

describe("when it pauses", () => {
  test("within the first step, it says that this one is finished", () => {
    expect(runWords("paused", { settings: together })).toBe("Pausing after the first step …");
    expect(runWords("paused", at(1))).toBe("Paused at 1 of 1,066 steps.");
  });
});

describe("when it stops", () => {
  test("side by side all arms finish the step", () => {
    expect(runWords("stopping", at(3))).toBe("Stopping when every arm has taken this step …");
    expect(runWords("stopping", at(3, inTurn))).toBe("Stopping after this step …");
    expect(runWords("stopping", at(3, { ...alone, order: "together" }))).toBe("Stopping after this step …");
  });

  test("it says which arm is tested, and how far that is", () => {
    const testing = { arm: "mixup", done: 512, total: 2000 };
    expect(runWords("stopping", { ...at(3), testing })).toBe("Stopping: testing MixUp, 512 of 2,000 pictures …");
    expect(runWords("stopping", { ...at(3), testing: { ...testing, done: 2000 } })).toBe(
      "Stopping when every arm has taken this step …",
    );
  });

  test("it ends with what was reached", () => {
    expect(runWords("ended", at(3))).toBe("Stopped at 3 of 1,066 steps.");
    expect(runWords("ended", at(1066))).toBe("Done: 1,066 of 1,066 steps.");
    expect(runWords("ended", { settings: together })).toBe("Ended before the first step.");
  });
});
