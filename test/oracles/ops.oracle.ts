/**
 * Image ops and whole policies as Pillow, torchvision and timm do them: every golden case, with the peer's own rounding
 * claimed.
 */

import { createEngine, type Engine, type Format, type OpCall, type OpName, op, reference, sequential } from "mixwell";
import { test } from "vitest";
import type { AnyCall } from "../../src/ops/op.ts";
import { expectNoGpuErrors, getDevice } from "../gpu/device.ts";
import { upload } from "../gpu/help.ts";
import { loadOracleSet } from "./files.ts";
import { compare, type Job, type OpManifest, openCase, planOf, type View } from "./op-cases.ts";
import { PATHS, recordSet } from "./report.ts";
import { groupBy, setsOf, Tally } from "./sets.ts";

/** Pictures by their jobs, or what went wrong. */
type Run = (jobs: Job[]) => Promise<(ArrayLike<number> | Error)[]>;

const sets = await setsOf("ops");
if (sets.length === 0) test.skip("no set of this kind in the folder");

for (const { path } of sets) {
  const set = path.slice(0, -".json".length);
  for (const where of PATHS) {
    test(`${set}, ${where}`, async ({ task }) => {
      const counts = await runSet(set, where === "gpu" ? runGpu : runReference);
      await expectNoGpuErrors();
      recordSet(task, { set, path: where, skipped: 0, ...counts });
    });
  }
}

async function runSet(set: string, run: Run) {
  const { manifest, view } = await loadOracleSet<OpManifest>(set);
  const tally = new Tally();
  const jobs: Job[] = [];
  for (const golden of manifest.cases) {
    try {
      jobs.push(openCase(golden, manifest, view as View));
    } catch (error) {
      await tally.add(golden.id, () => String(error));
    }
  }
  const made = await run(jobs);
  for (const [i, { golden }] of jobs.entries())
    await tally.add(golden.id, () => compare(made[i]!, golden, view as View));
  return { passed: tally.passed, failed: tally.failed, failures: tally.failures };
}

const runReference: Run = async (jobs) =>
  jobs.map((job) => {
    const { height, width, channels, format, values: images } = job;
    const sources = { batch: { images }, shape: { height, width, channels }, format, layout: "nhwc" as const };
    try {
      return reference(planOf([job.part], job), sources, { output: { format } }).images;
    } catch (error) {
      return error as Error;
    }
  });

/**
 * Cases that fit into one batch are one, whatever their ops: so a picture is also checked to leave its neighbours
 * alone.
 */
const runGpu: Run = async (jobs) => {
  const device = await getDevice();
  const engines = new Map<Format, Engine>();
  for (const format of ["u8", "f32"] as const) {
    const calls = jobs
      .filter((job) => job.format === format)
      .flatMap(({ part }) => part.sources.flatMap(({ ops = [] }) => ops));
    engines.set(format, await createEngine(device, { policy: policyOf(calls), output: { format }, warm: false }));
  }
  const alike = groupBy(jobs, ({ golden, height, width, channels, format, part }) =>
    [height, width, channels, format, golden.output.shape, part.stages.length].join(),
  );
  const made = new Map<Job, ArrayLike<number> | Error>();
  for (const batch of alike) {
    const run = (some: Job[]) => runBatch(device, engines.get(batch[0]!.format)!, some);
    const results = await run(batch).catch(() =>
      // One that cannot be run must not take the others with it.
      Promise.all(
        batch.map((job) =>
          run([job]).then(
            ([one]) => one!,
            (error: Error) => error,
          ),
        ),
      ),
    );
    for (const [i, job] of batch.entries()) made.set(job, results[i]!);
  }
  for (const engine of engines.values()) engine.destroy();
  return jobs.map((job) => made.get(job)!);
};

/**
 * A policy that could have drawn these calls. The plans are given; it only makes all batches of a set share their
 * pipelines.
 */
function policyOf(calls: OpCall[]) {
  const kinds = groupBy(calls as AnyCall[], (call) => [call.op, call.interpolation, call.edge, call.antialias].join());
  const stages = kinds.map(([call]) => {
    const { op: name, ...args } = Object.fromEntries(
      Object.entries(call!).filter(([, value]) => (value ?? undefined) !== undefined),
    );
    return op(name as OpName, args as never);
  });
  return stages.length > 0 ? sequential(stages) : [];
}

async function runBatch(device: GPUDevice, engine: Engine, jobs: Job[]): Promise<ArrayLike<number>[]> {
  const { height, width, channels, format, values } = jobs[0]!;
  const pixels =
    format === "u8" ? new Uint8Array(jobs.length * values.length) : new Float32Array(jobs.length * values.length);
  for (const [i, job] of jobs.entries()) pixels.set(job.values, i * values.length);
  const parts = jobs.map(({ part }) => part);
  const images = upload(device, pixels);
  try {
    const batch = engine.run(
      { images, size: jobs.length, height, width, channels, format },
      { plan: planOf(parts, { height, width }) },
    );
    const { images: made } = await engine.read(batch);
    const each = made.length / jobs.length;
    return jobs.map((_, i) => made.subarray(i * each, (i + 1) * each));
  } finally {
    images.destroy();
  }
}
