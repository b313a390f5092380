/** The training session: the same arms whichever way they take turns, and buttons that do what they say. */
import * as tf from "@tensorflow/tfjs-core";
import { beforeEach, describe, expect, test } from "vitest";
import { armOf } from "../../training/arms.ts";
import { TrainingSession } from "../../training/session.ts";
import type { Backend, Progress, RunSettings } from "../../training/types.ts";
import { getDevice } from "../gpu/device.ts";
import { countLiving } from "./jax-help.ts";
import { smallRun } from "./training-help.ts";

let device: GPUDevice;
beforeEach(async () => {
  device = await getDevice();
});

async function run(settings: Partial<RunSettings> = {}) {
  const progress: Progress[] = [];
  const session = new TrainingSession(device, { ...smallRun, ...settings }, (each) => progress.push(each));
  return { results: await session.start(), progress };
}

const lossesOf = (progress: Progress[], arm: string) =>
  progress.filter((each) => each.arm === arm).map(({ loss }) => loss);

describe("a session", () => {
  test("reports every step of every arm, and looks at the test pictures where it should", async () => {
    const { results, progress } = await run({ evaluateEvery: 2 });
    expect(progress.map(({ arm, step }) => `${arm} ${step}`)).toEqual(
      ["none", "mixup"].flatMap((arm) => [1, 2, 3, 4, 5, 6].map((step) => `${arm} ${step}`)),
    );
    expect(progress.map(({ epoch }) => epoch)).toEqual([0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1]);
    expect(progress.map(({ done, total }) => [done, total])).toEqual(Array.from({ length: 12 }, (_, i) => [i + 1, 12]));
    expect(progress.filter(({ test }) => test).map(({ step }) => step)).toEqual([2, 4, 6, 2, 4, 6]);
    for (const { step, done, stepsPerSecond, secondsLeft, totalSteps } of progress) {
      // An arm's first step says nothing of its pace.
      if (step === 1) expect(stepsPerSecond).toBeUndefined();
      else expect(stepsPerSecond).toBeGreaterThan(0);
      if (done === 1) expect(secondsLeft).toBeUndefined();
      else expect(secondsLeft).toBeGreaterThanOrEqual(0);
      expect(totalSteps).toBe(6);
    }
    expect(progress.at(-1)!.secondsLeft).toBe(0);
    expect(results.map(({ arm, steps }) => [arm, steps])).toEqual([
      ["none", 6],
      ["mixup", 6],
    ]);
    expect(results[1]!.test).toEqual(progress.at(-1)!.test);
    const last = lossesOf(progress, "mixup").slice(3);
    expect(results[1]!.trainLoss).toBeCloseTo(last.reduce((sum, loss) => sum + loss, 0) / 3, 6);
  });

  test("gives every arm the same numbers alone, in turn and together with others", async () => {
    const [inTurn, together, alone] = [
      await run(),
      await run({ order: "together" }),
      await run({ arms: [armOf("mixup")] }),
    ];
    expect(together.progress.map(({ arm }) => arm).slice(0, 4)).toEqual(["none", "mixup", "none", "mixup"]);
    for (const arm of ["none", "mixup"])
      expect(lossesOf(together.progress, arm)).toEqual(lossesOf(inTurn.progress, arm));
    expect(lossesOf(alone.progress, "mixup")).toEqual(lossesOf(inTurn.progress, "mixup"));
  });

  test("is the same for the same seed, and another for another", async () => {
    const arms = [armOf("all")];
    const [first, second, other] = [await run({ arms }), await run({ arms }), await run({ arms, seed: 6 })];
    expect(lossesOf(second.progress, "all")).toEqual(lossesOf(first.progress, "all"));
    expect(lossesOf(other.progress, "all")).not.toEqual(lossesOf(first.progress, "all"));
  });

  test("learns; with wrong labels it learns less, and is tested on right ones", async () => {
    const longer = { arms: [armOf("none")], epochs: 25, standardize: true };
    const [clean, noisy] = [await run(longer), await run({ ...longer, labelNoise: 0.6 })];
    expect(clean.results[0]!.test.accuracy).toBeGreaterThan(0.9);
    expect(clean.results[0]!.trainLoss).toBeLessThan(noisy.results[0]!.trainLoss);
    expect(noisy.results[0]!.test.accuracy).toBeLessThan(clean.results[0]!.test.accuracy);
  });

  test("starts once only", async () => {
    const session = new TrainingSession(device, { ...smallRun, maxSteps: 1 });
    await session.start();
    await expect(session.start()).rejects.toThrow("this session was started before; make a new one");
  });
});

describe("the buttons", () => {
  test("pause holds after the step that is under way, resume goes on with the same numbers", async () => {
    const whole = await run({ arms: [armOf("mixup")] });
    const losses: number[] = [];
    let sayHeld: (held: Promise<boolean>) => void;
    const isHeld = new Promise<boolean>((resolve) => {
      sayHeld = resolve;
    });
    const session = new TrainingSession(device, { ...smallRun, arms: [armOf("mixup")] }, ({ loss, step }) => {
      losses.push(loss);
      if (step === 2) sayHeld(session.pause());
    });
    const done = session.start();
    expect(await isHeld).toBe(true);
    // Nothing may happen while it is paused, however long we look; a step takes far less than this.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(losses).toHaveLength(2);
    session.resume();
    await done;
    expect(losses).toEqual(lossesOf(whole.progress, "mixup"));
  });

  test("stop ends after the step that is under way, paused or not, with what was reached", async () => {
    for (const isPaused of [false, true]) {
      const session = new TrainingSession(device, smallRun, ({ step }) => {
        if (step !== 2) return;
        if (isPaused) void session.pause();
        session.stop();
      });
      const results = await session.start();
      expect(results.map(({ arm, steps }) => [arm, steps])).toEqual([["none", 2]]);
      expect(results[0]!.test.bins).toHaveLength(15);
    }
  });

  test("stop lets all arms finish a step that they take side by side, paused or not, and says what it tests", async () => {
    for (const isPaused of [false, true]) {
      const session = new TrainingSession(device, { ...smallRun, order: "together" }, ({ arm, step }) => {
        if (arm !== "none" || step !== 2) return;
        if (isPaused) void session.pause();
        session.stop();
      });
      const tested: string[] = [];
      const results = await session.start(undefined, ({ arm, done, total }) =>
        tested.push(`${arm} ${done} of ${total}`),
      );
      expect(results.map(({ arm, steps }) => [arm, steps])).toEqual([
        ["none", 2],
        ["mixup", 2],
      ]);
      expect(tested).toEqual(["none 0 of 12", "none 12 of 12", "mixup 0 of 12", "mixup 12 of 12"]);
    }
  });

  test("stop between two steps that they take side by side begins no new one", async () => {
    const session = new TrainingSession(device, { ...smallRun, order: "together" }, ({ arm, step }) => {
      if (arm === "mixup" && step === 2) session.stop();
    });
    const results = await session.start();
    expect(results.map(({ steps }) => steps)).toEqual([2, 2]);
  });

  test("stop before the first step leaves no result", async () => {
    const session = new TrainingSession(device, smallRun);
    const results = await session.start(() => session.stop());
    expect(results).toEqual([]);
  });
});

describe.each<Backend>(["tfjs", "jax"])("a session with %s leaves nothing behind", (backend) => {
  test("when it ends, is stopped, or fails", async () => {
    // What the libraries keep for good, such as jax's constants and buffers for reading, is there after the first run.
    await run({ backend });
    await run({ backend });
    const tensors = tf.memory().numTensors;
    const count = countLiving(device);
    await run({ backend, order: "together", epochs: 3 });
    const stopped = new TrainingSession(device, { ...smallRun, backend }, () => stopped.stop());
    await stopped.start();
    const failing = new TrainingSession(device, { ...smallRun, backend }, () => {
      throw new Error("the page is gone");
    });
    await expect(failing.start()).rejects.toThrow("the page is gone");
    expect(tf.memory().numTensors).toBe(tensors);
    // Both libraries keep freed buffers for the next use: none may have been added.
    expect(count.living()).toBe(0);
    count.stop();
  });

  // Counted one by one, so that what is lost now and then shows in a few tens of steps; test/demo/train-memory.spec.ts
  // takes more and looks at the JS heap too.
  test("and 60 steps of the mlp leave memory level, buffer for buffer", async () => {
    const count = countLiving(device);
    const level: { tensors: number; buffers: number; bytes: number }[] = [];
    const look = () => level.push({ tensors: tf.memory().numTensors, buffers: count.living(), bytes: count.bytes() });
    const settings = { ...smallRun, backend, arms: [armOf("mixup")], epochs: 100, maxSteps: 60, evaluateEvery: 10 };
    await new TrainingSession(device, settings, ({ step }) => {
      if (step % 10 === 5) look();
    }).start();
    count.stop();
    expect(level).toHaveLength(6);
    expect(level.at(-1)).toEqual(level[1]);
  });
});
