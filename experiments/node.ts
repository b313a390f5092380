/** The experiment in Node, on Dawn: see tools/experiment.mjs, which bundles and starts this. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { wrapMarkdown } from "../tools/wrap-markdown.mjs";
import { TrainingSession } from "../training/session.ts";
import type { Evaluation, TrainData } from "../training/types.ts";
import { armOf } from "./arms.ts";
import { readData } from "./data.ts";
import { documentOf } from "./document.ts";
import { type Machine, openMachine } from "./machine.ts";
import { defaultEpochs, keyOf, modelOf, type Run, runsOf, type TrainerName } from "./plan.ts";
import { type Finished, Store } from "./store.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    results: { type: "string" },
    out: { type: "string" },
    epochs: { type: "string" },
    seeds: { type: "string" },
    steps: { type: "string" },
    trainer: { type: "string" },
    again: { type: "boolean" },
    command: { type: "string" },
  },
});

const machine = await openMachine(values.trainer as TrainerName | undefined);
try {
  await main();
} finally {
  machine.close();
}

async function main(): Promise<void> {
  const { data, digest } = await readData(values.data!);
  const epochs = values.epochs === undefined ? defaultEpochs(data.train.count) : Number(values.epochs);
  const maxSteps = values.steps === undefined ? undefined : Number(values.steps);
  const runs = runsOf({
    data: digest,
    pictures: data.train.count,
    seeds: Number(values.seeds),
    epochs,
    maxSteps,
    trainer: machine.trainer,
  });
  const store = new Store(values.results!);
  const say = (words: string) => console.error(words);

  if (values.again) await makeAgain(runs, store, data, say);
  for (const [i, run] of runs.entries()) {
    const name = `${i + 1} of ${runs.length}: ${modelOf(run)}, ${run.arm}, ${run.noise * 100} % wrong labels, seed ${run.seed}`;
    if (store.finished.has(keyOf(run))) {
      say(`${name}: was made before`);
      continue;
    }
    const entry = await make(run, data, machine, (words) => say(`${name}: ${words}`));
    store.add(entry);
    const { accuracy, ece } = entry.tests.at(-1)!;
    say(
      `${name}: accuracy ${(100 * accuracy).toFixed(2)} %, ECE ${(100 * ece).toFixed(2)} %, ${entry.seconds.toFixed(0)} s`,
    );
  }
  const finished = runs.map((run) => store.finished.get(keyOf(run))!);
  const keys = new Set(runs.map(keyOf));
  const repetitions = store.repetitions.filter(({ again }) => keys.has(keyOf(again)));
  const text = wrapMarkdown(documentOf({ data, finished, repetitions, command: values.command! }));
  if (values.out) writeFileSync(values.out, text);
  else console.log(text);
}

async function make(
  run: Run,
  data: TrainData,
  { device, library, adapter, runtime }: Machine,
  say: (words: string) => void,
): Promise<Finished> {
  const since = performance.now();
  const tests: Evaluation[] = [];
  const session = new TrainingSession(
    device,
    {
      data,
      model: modelOf(run),
      backend: "tfjs",
      arms: [armOf(run.arm)],
      labelNoise: run.noise,
      epochs: run.epochs,
      batchSize: run.batchSize,
      seed: run.seed,
      maxSteps: run.maxSteps,
    },
    ({ epoch, test, loss, stepsPerSecond, secondsLeft }) => {
      if (!test) return;
      tests.push(test);
      const accuracy = `test accuracy ${(100 * test.accuracy).toFixed(2)} %`;
      const pace =
        stepsPerSecond === undefined ? "" : `, ${stepsPerSecond.toFixed(2)} steps/s, ${secondsLeft!.toFixed(0)} s left`;
      say(`epoch ${epoch + 1}, loss ${loss.toFixed(4)}, ${accuracy}${pace}`);
    },
    library,
  );
  const [result] = await session.start();
  const seconds = (performance.now() - since) / 1000;
  // A single step has no pace of its own: then everything counts.
  const { steps, trainLoss, trainAccuracy, stepsPerSecond = steps / seconds } = result!;
  return { run, tests, trainLoss, trainAccuracy, steps, stepsPerSecond, seconds, adapter, runtime };
}

/** Makes the first finished run once more, and keeps by how much it differs. */
async function makeAgain(runs: Run[], store: Store, data: TrainData, say: (words: string) => void): Promise<void> {
  const first = runs.map((run) => store.finished.get(keyOf(run))).find((entry) => entry !== undefined);
  if (!first) throw new Error("--again: expected a run that is finished, found none yet");
  const second = await make(first.run, data, machine, (words) => say(`again: ${words}`));
  const numbers = ({ tests, trainLoss, trainAccuracy }: Finished) => [
    trainLoss,
    trainAccuracy,
    ...tests.flatMap(({ accuracy, loss, ece }) => [accuracy, loss, ece]),
  ];
  const before = numbers(first);
  const difference = Math.max(...numbers(second).map((value, i) => Math.abs(value - before[i]!)));
  store.addRepetition({ again: first.run, difference });
  say(`again: the largest difference is ${difference}`);
}
