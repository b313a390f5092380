/** One run: every case, its contenders checked and then timed in turn; then the host's part. */
import { allCases, NO_AUGMENTATION, shapeName } from "./cases.ts";
import { firstBatches } from "./first-batch.ts";
import { hostContenders } from "./host.ts";
import { javaScript } from "./javascript.ts";
import type { Environment, Report, Row } from "./report.ts";
import { type Makers, OWN_MAKERS, runCase } from "./run-case.ts";
import { SPEED_ROUNDS, type SpeedSet, speedCases } from "./speed-set.ts";
import { summary, timeInTurn } from "./stopwatch.ts";
import { tensorFlow } from "./tfjs-contender.ts";
import { type TrainingCase, trainingCases, trainingContenders, trainingErrors, trainingRounds } from "./training.ts";

export interface BenchmarkOptions {
  /** Timed rounds of every case; the medians are taken over them. */
  rounds: number;
  /** Only the cases whose "case shape" contains this. */
  only?: string;
}

/**
 * Runs it. `log` gets a line now and then. Never rejects for a slow contender; a wrong or failing one is a row with an
 * `error`.
 */
export async function benchmark(
  gpu: GPU,
  runtime: string,
  { rounds, only }: BenchmarkOptions,
  log: (line: string) => void,
): Promise<Report> {
  const errors: string[] = [];
  const device = await openDevice(gpu, errors);
  const environment = await describe(device, runtime);
  const rows: Row[] = [];
  const chosen = (name: string) => only === undefined || name.includes(only);
  for (const test of allCases().filter((test) => chosen(`${test.name} ${shapeName(test)}`))) {
    log(`${test.name} ${shapeName(test)}`);
    rows.push(...(await runCase(device, test, { rounds, makers: MAKERS })));
  }
  if (chosen("host")) {
    log("host");
    rows.push(...(await runHost(device, rounds)));
  }
  for (const test of trainingCases().filter((test) => chosen(`${test.name} ${shapeName(test.mixing)}`))) {
    log(`${test.name} ${shapeName(test.mixing)}`);
    rows.push(...(await runTraining(device, test, rounds)));
  }
  rows.push(...(await firstBatches(() => openDevice(gpu, errors), rounds, chosen)));
  if (rows.length === 0)
    throw new Error(`--only: expected a part of a case's name and shape, or "host", found "${only}"`);
  await device.queue.onSubmittedWorkDone();
  await new Promise((resolve) => setTimeout(resolve, 0)); // Errors are told in a task of their own.
  device.destroy();
  return { environment, rows, errors };
}

/** The cases of the Speed page on a device of the bench, without the contenders that the page leaves out. */
export async function benchSpeedSet(gpu: GPU, set: SpeedSet): Promise<Row[]> {
  const errors: string[] = [];
  const device = await openDevice(gpu, errors);
  const rows: Row[] = [];
  for (const test of speedCases(set))
    rows.push(...(await runCase(device, test, { rounds: SPEED_ROUNDS[set], makers: OWN_MAKERS })));
  device.destroy();
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return rows;
}

async function openDevice(gpu: GPU, errors: string[]): Promise<GPUDevice> {
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw new Error("no WebGPU adapter");
  // Its own clock: a fence that a browser looks at only now and then would be counted as the GPU's work.
  const clock: GPUFeatureName[] = adapter.features.has("timestamp-query") ? ["timestamp-query"] : [];
  const device = await adapter.requestDevice({ requiredFeatures: clock });
  device.addEventListener("uncapturederror", ({ error }) => errors.push(`WebGPU: ${error.message}`));
  void device.lost.then(({ reason, message }) => reason !== "destroyed" && errors.push(`device lost: ${message}`));
  return device;
}

async function describe(device: GPUDevice, runtime: string): Promise<Environment> {
  const { vendor, architecture, device: model, description } = device.adapterInfo;
  const fence = async () => {
    const start = performance.now();
    device.queue.submit([device.createCommandEncoder().finish()]);
    await device.queue.onSubmittedWorkDone();
    return performance.now() - start;
  };
  const fences: number[] = [];
  for (let i = 0; i < 50; i++) fences.push(await fence());
  const adapter = [vendor, architecture, model, description].filter(Boolean).join(" / ");
  const clock = device.features.has("timestamp-query") ? "gpu" : "host";
  return { runtime, adapter, date: new Date().toISOString(), clock, fence_ms: summary(fences).median };
}

const MAKERS: Makers = {
  ...OWN_MAKERS,
  "TensorFlow.js": tensorFlow,
  JavaScript: async (work) => (work.test.augment ? [] : [javaScript(work)]),
};

async function runHost(device: GPUDevice, rounds: number): Promise<Row[]> {
  const contenders = await hostContenders(device);
  const timings = await timeInTurn(contenders, rounds);
  for (const contender of contenders) contender.destroy();
  return contenders.map(({ case: name, shape, name: contender, bytes }, i) => {
    const { median, p10, p90, rounds, steps } = timings[i]!;
    return {
      case: name,
      shape,
      contender,
      median_ms: median,
      bytes,
      ratio_to_copy: null,
      p10_ms: p10,
      p90_ms: p90,
      rounds,
      steps,
    };
  });
}

/** A step's share is what it takes longer than the same step on a batch that is there already. */
async function runTraining(device: GPUDevice, test: TrainingCase, rounds: number): Promise<Row[]> {
  const common = { case: test.name, shape: shapeName(test.mixing), ratio_to_copy: null };
  const contenders = await trainingContenders(device, test);
  const wrong = await trainingErrors(contenders, test);
  const timings = await timeInTurn(contenders, trainingRounds(test, rounds));
  for (const contender of contenders) contender.destroy();
  const plain = timings[contenders.findIndex(({ name }) => name === NO_AUGMENTATION)]!.median;
  return contenders.map(({ name, bytes }, i): Row => {
    const { median, p10, p90, rounds, steps } = timings[i]!;
    const row = { ...common, contender: name, bytes, p10_ms: p10, p90_ms: p90, rounds, steps };
    if (wrong[i]) return { ...row, median_ms: null, error: wrong[i] };
    return { ...row, median_ms: median, ...(name !== NO_AUGMENTATION && { share_of_step: 1 - plain / median }) };
  });
}
