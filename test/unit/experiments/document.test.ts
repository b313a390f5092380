import { describe, expect, test } from "vitest";
import { documentOf } from "../../../experiments/document.ts";
import { findingsOf } from "../../../experiments/findings.ts";
import { defaultEpochs, keyOf, MEMORY, MIXING, modelOf, type Run, runsOf } from "../../../experiments/plan.ts";
import type { Finished } from "../../../experiments/store.ts";
import { cellsOf, spreadOf } from "../../../experiments/summary.ts";
import type { Evaluation } from "../../../training/types.ts";
import { stripes } from "../training/data.ts";

const plan = { data: "abc", pictures: 3000, seeds: 3, epochs: 2, trainer: "cpu" as const };
const look = (accuracy: number, ece: number): Evaluation => ({ accuracy, ece, loss: 1, bins: [] });

/** A finished run: its accuracy falls by two points from the best epoch to the last. */
const finish = (run: Run, accuracy: number, ece: number): Finished => ({
  run,
  tests: [look(accuracy + 0.02, ece), look(accuracy, ece)],
  trainLoss: run.arm === "none" ? 0.5 : 0.8,
  trainAccuracy: 0.55,
  steps: 94,
  stepsPerSecond: 10,
  seconds: 60,
  adapter: "some adapter",
  runtime: "some runtime",
});

/** MixUp loses everywhere, CutMix wins in two seeds of three. */
const finished = runsOf(plan).map((run) => {
  const base = 0.8 - run.noise / 4 + run.seed / 100;
  const gain = run.arm === "mixup" ? -0.03 : run.arm === "cutmix" ? (run.seed === 2 ? -0.01 : 0.02) : 0;
  return finish(run, base + gain, run.arm === "mixup" ? 0.02 : 0.06);
});

const report = {
  data: stripes({ train: 40, test: 12, side: 16, classes: 4 }),
  finished,
  repetitions: [],
  command: "npm run experiment",
};

describe("the plan", () => {
  test("is every arm, noise and seed of both networks, and tells every run from every other", () => {
    const runs = runsOf(plan);
    expect(runs).toHaveLength(18 + 12);
    expect(new Set(runs.map(keyOf)).size).toBe(30);
    expect(runs.slice(0, 3).map(({ arm }) => arm)).toEqual(["none", "mixup", "cutmix"]);
    expect(runs.slice(18, 22).map(({ model, arm, noise, epochs }) => [model, arm, noise, epochs])).toEqual(
      ["none", "mixup", "mixup8", "cutmix"].map((arm) => ["mlp", arm, 0.4, 200]),
    );
    expect(new Set(runs.slice(0, 6).map(({ seed }) => seed))).toEqual(new Set([1]));
    for (const other of [{ data: "b" }, { epochs: 3 }, { maxSteps: 4 }, { trainer: "gpu" as const }])
      expect(keyOf({ ...runs[0]!, ...other })).not.toBe(keyOf(runs[0]!));
  });

  test("has no second network where there is too much to learn by heart", () =>
    expect(new Set(runsOf({ ...plan, pictures: 60_000 }).map(modelOf))).toEqual(new Set(["cnn"])));

  test("takes a run without a network, as they were kept once, for one of keras.io's", () => {
    const [run] = runsOf(plan);
    expect(keyOf({ ...run!, model: undefined })).toBe(keyOf(run!));
  });

  test("has more epochs where there are few pictures", () =>
    expect([defaultEpochs(3000), defaultEpochs(60_000)]).toEqual([30, 10]));

  test("refuses a number of seeds that is none", () =>
    expect(() => runsOf({ ...plan, seeds: 0 })).toThrow("--seeds: expected a positive integer"));
});

describe("the summary", () => {
  test("has mean and sample deviation over seeds", () => {
    expect(spreadOf([1, 2, 3])).toEqual({ mean: 2, deviation: 1 });
    expect(spreadOf([4])).toEqual({ mean: 4, deviation: 0 });
  });

  test("compares each arm with no mixing, seed by seed", () => {
    const cells = cellsOf(finished, MIXING);
    expect(cells.map(({ arm, noise }) => `${arm} ${noise}`)).toEqual([
      "none 0",
      "mixup 0",
      "cutmix 0",
      "none 0.4",
      "mixup 0.4",
      "cutmix 0.4",
    ]);
    const [none, mixup, cutmix] = cells;
    expect(none!.against).toBeUndefined();
    expect(none!.accuracy.mean).toBeCloseTo(0.82, 12);
    expect(none!.best.mean).toBeCloseTo(0.84, 12);
    expect(mixup!.against!.accuracy).toMatchObject({ higher: 0, lower: 3, of: 3 });
    expect(mixup!.against!.accuracy.mean).toBeCloseTo(-0.03, 12);
    // The same in every seed: the seeds' own spread is not in it.
    expect(mixup!.against!.accuracy.deviation).toBeCloseTo(0, 12);
    expect(cutmix!.against!.accuracy).toMatchObject({ higher: 2, lower: 1 });
  });
});

describe("the document", () => {
  test("says so where MixUp loses, and names no direction where seeds disagree", () => {
    expect(findingsOf(cellsOf(finished, MIXING)).slice(0, 2)).toEqual([
      "With right labels, MixUp 0.2: test accuracy lower (it loses) in all 3 seeds, −3.00 points on average (spread 0.00); calibration error lower (better) in all 3 seeds, −4.00 points on average (spread 0.00).",
      "With right labels, CutMix 1.0: test accuracy in no clear direction (higher in 2, lower in 1 of 3 seeds), +1.00 points on average (spread 1.73); calibration error in no clear direction (higher in 0, lower in 0 of 3 seeds), +0.00 points on average (spread 0.00).",
    ]);
    expect(documentOf(report)).toContain(
      "- With right labels, MixUp 0.2: test accuracy lower (it loses) in all 3 seeds",
    );
  });

  test("names command, adapter, time, and what stands beside it", () => {
    const text = documentOf(report);
    for (const part of [
      "`npm run experiment`",
      "some adapter; some runtime",
      "30 minutes in all",
      "58,000",
      "85.82",
      "86.92",
      "44.6",
      "| 12.7 |",
    ])
      expect(text).toContain(part);
    expect(text).toContain("| none | 82.00 ± 1.00 | 6.00 ± 0.00 |");
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("says of the second network whether it learnt wrong labels by heart, and what each arm lost from best to last", () => {
    expect(cellsOf(finished, MEMORY).map(({ arm, noise }) => `${arm} ${noise}`)).toEqual(
      MEMORY.arms.map((arm) => `${arm} 0.4`),
    );
    const text = documentOf(report);
    expect(text).toContain("| here, keras.io's network: MixUp 0.2 | 40 % |");
    expect(text).toContain("| here, MLP: MixUp 8 | 40 % |");
    expect(text).toContain(
      "agrees with 55.00 % of its training labels, of which 60 % are right: it has not learnt them by heart either.",
    );
    expect(text).toContain(
      "- MixUp 0.2: −2.00 from best to last; test accuracy lower (it loses) in all 3 seeds, −3.00 points on average (spread 0.00).",
    );
    const learnt = finished.map((each) => ({ ...each, trainAccuracy: each.run.model === "mlp" ? 0.97 : 0.55 }));
    expect(documentOf({ ...report, finished: learnt })).toContain(
      "of which 60 % are right: it has learnt wrong labels by heart.",
    );
    expect(documentOf({ ...report, finished: learnt })).toContain(
      "So the claim does not hold for this network: MixUp 8 saves 0 % of",
    );
    const helped = learnt.map((each) => ({
      ...each,
      tests: each.run.arm === "mixup8" ? each.tests.slice(1) : each.tests,
    }));
    expect(documentOf({ ...report, finished: helped })).toContain("So the claim holds here: MixUp 8 saves 100 % of");
    expect(text).not.toContain("So the claim");
    const only = finished.filter(({ run }) => modelOf(run) === "cnn");
    expect(documentOf({ ...report, finished: only })).not.toContain("MLP");
  });

  test("says whether a run that was made again is the same", () => {
    const [first, second] = runsOf(plan) as [Run, Run];
    const text = documentOf({
      ...report,
      repetitions: [
        { again: first, difference: 0 },
        { again: second, difference: 0.0123 },
      ],
    });
    expect(text).toContain("- none, 0 % wrong labels, seed 1: the same in every digit");
    expect(text).toContain(
      "- MixUp 0.2, 0 % wrong labels, seed 1: the largest difference between two numbers is 1.2e-2.",
    );
    expect(documentOf(report)).toContain("No run was made again.");
  });

  test("of a trial says that it means nothing", () => {
    const trial = finished.map((each) => ({ ...each, run: { ...each.run, maxSteps: 4 }, steps: 4 }));
    expect(documentOf({ ...report, finished: trial })).toContain(
      "A trial of 4 steps per run: the numbers below mean nothing.",
    );
  });
});
