/** How fast an arm is, and how long a run still takes, without what only compiling took. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ArmRun, lengthOf, secondsLeft } from "../../../training/arm-run.ts";
import { ARMS } from "../../../training/arms.ts";
import type { Trainer } from "../../../training/trainer.ts";
import type { RunSettings } from "../../../training/types.ts";
import { stripes } from "./data.ts";

/** Two epochs of five steps. After each, 300 test pictures in two batches. */
const settings: RunSettings = {
  data: stripes({ train: 40, test: 300, side: 4, classes: 4 }),
  model: "mlp",
  backend: "jax",
  arms: ARMS,
  labelNoise: 0,
  epochs: 2,
  batchSize: 8,
  seed: 1,
};

// A clock that only the trainers below set forward.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An arm whose steps and batches of test pictures take so many seconds, the first of each ten seconds longer. */
function armOf({ step, batch }: { step: number; batch: number }, run: RunSettings = settings) {
  const { batch: testBatch, classes } = { batch: 256, classes: run.data.classes.length };
  const spend = (kind: "steps" | "batches", seconds: number) =>
    vi.advanceTimersByTime(1000 * (seconds + (counts[kind]++ === 0 ? 10 : 0)));
  const counts = { steps: 0, batches: 0 };
  const trainer = {
    step: async () => {
      spend("steps", step);
      return { loss: 1, accuracy: 0 };
    },
    predict: async () => {
      spend("batches", batch);
      return new Float32Array(testBatch * classes).fill(1 / classes);
    },
  } as unknown as Trainer;
  const looks: string[] = [];
  const arm = new ArmRun("none", trainer, run, lengthOf(run), (done, total) => looks.push(`${done} of ${total}`));
  return { arm, looks, take: async (steps: number) => void (await inTurn(steps, () => arm.next())) };
}

async function inTurn(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < times; i++) await work();
}

describe("the pace of an arm", () => {
  test("is known from the second step on, and leaves out the first, which compiles", async () => {
    const { arm, take } = armOf({ step: 0.5, batch: 3 });
    expect(arm.stepsPerSecond).toBeUndefined();
    await take(1);
    expect(arm.stepsPerSecond).toBeUndefined();
    await take(1);
    expect(arm.stepsPerSecond).toBeCloseTo(2, 9);
    // Looks at the test pictures are no steps.
    await take(8);
    expect(arm.stepsPerSecond).toBeCloseTo(2, 9);
    expect((await arm.result()).stepsPerSecond).toBeCloseTo(2, 9);
  });

  test("stays unknown in a run of one step", async () => {
    const { arm, take } = armOf({ step: 0.5, batch: 3 }, { ...settings, maxSteps: 1 });
    await take(1);
    expect((await arm.result()).stepsPerSecond).toBeUndefined();
    expect(secondsLeft([arm])).toBeUndefined();
  });
});

describe("the time left", () => {
  test("is unknown until there is a pace", async () => {
    const [first, second] = [armOf({ step: 1, batch: 4 }), armOf({ step: 1, batch: 4 })];
    await first.take(1);
    await second.take(1);
    expect(secondsLeft([first.arm, second.arm])).toBeUndefined();
  });

  test("counts steps and looks at the test pictures", async () => {
    const { arm, take } = armOf({ step: 1, batch: 4 });
    await take(2);
    // Eight steps and twice two batches, which are taken for as long as a step as long as nobody knows.
    expect(secondsLeft([arm])).toBeCloseTo(8 + 4, 9);
    await take(3);
    // The second batch was the first that did not compile.
    expect(secondsLeft([arm])).toBeCloseTo(5 + 2 * 4, 9);
    await take(4);
    expect(secondsLeft([arm])).toBeCloseTo(1 + 2 * 4, 9);
    await take(1);
    expect(secondsLeft([arm])).toBe(0);
  });

  test("goes by each arm's own pace", async () => {
    const [quick, slow] = [armOf({ step: 1, batch: 1 }), armOf({ step: 3, batch: 3 })];
    await quick.take(2);
    await slow.take(2);
    expect(secondsLeft([quick.arm, slow.arm])).toBeCloseTo(12 * 1 + 12 * 3, 9);
  });

  test("takes an arm that has not begun for as slow as the others are on average", async () => {
    const [quick, slow, waiting] = [
      armOf({ step: 1, batch: 1 }),
      armOf({ step: 3, batch: 3 }),
      armOf({ step: 5, batch: 5 }),
    ];
    await quick.take(10);
    await slow.take(10);
    expect(secondsLeft([quick.arm, slow.arm, waiting.arm])).toBeCloseTo((10 + 4) * 2, 9);
    // Its first step says no more than that it is done.
    await waiting.take(1);
    expect(secondsLeft([quick.arm, slow.arm, waiting.arm])).toBeCloseTo((9 + 4) * 2, 9);
    await waiting.take(1);
    expect(secondsLeft([quick.arm, slow.arm, waiting.arm])).toBeCloseTo((8 + 4) * 5, 9);
  });

  test("knows of a look at the end that no interval asks for", async () => {
    const { arm, take } = armOf({ step: 1, batch: 1 }, { ...settings, evaluateEvery: 4 });
    await take(9);
    expect(secondsLeft([arm])).toBeCloseTo(1 + 2, 9);
  });
});

test("a look at the test pictures says how far it is, and is made once a step", async () => {
  const { arm, looks, take } = armOf({ step: 1, batch: 1 });
  await take(1);
  expect(looks).toEqual([]);
  await arm.result();
  await arm.result();
  expect(looks).toEqual(["0 of 300", "256 of 300", "300 of 300"]);
});
