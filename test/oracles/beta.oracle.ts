/**
 * Beta(a, b) against its exact distribution: on the reference path the sampler's own draws; on the GPU path the λ that
 * a policy drew and the label kernel wrote, 8192 rows a batch.
 */
import { createEngine, mixup } from "mixwell";
import { test } from "vitest";
import { beta } from "../../src/random/beta.ts";
import { keyFromSeed } from "../../src/random/key.ts";
import { expectNoGpuErrors, getDevice } from "../gpu/device.ts";
import { upload } from "../gpu/help.ts";
import { readOracleJson } from "./files.ts";
import { PATHS, recordSet } from "./report.ts";
import { setsOf, Tally } from "./sets.ts";

interface BetaTable {
  x: number[];
  ksCritical: { n: number; alpha: number; critical: number }[];
  cases: { a: number; b: number; cdf: number[]; tail: [t: number, below: number, above: number][] }[];
}

/** On the GPU fewer: each is a row of a plan, and comes from the sampler that the reference path tests. */
const DRAWS = { reference: 65_536, gpu: 16_384 };
const ROWS = 8192;

/** For each (a, b); by Bonferroni 1.7e-3 for the family of 17. The seeds below are the first and only ones tried. */
const ALPHA = 1e-4;
const SEEDS = { reference: 101, gpu: 102 };

const sets = await setsOf("beta");
if (sets.length === 0) test.skip("no set of this kind in the folder");

for (const { path: set } of sets) {
  for (const path of PATHS) {
    test(`${set}, ${path}`, async ({ task }) => {
      const table = await readOracleJson<BetaTable>(set);
      const tally = new Tally();
      for (const golden of table.cases) {
        const { a, b } = golden;
        await tally.add(`Beta(${a}, ${b})`, async () =>
          compare(path === "gpu" ? await drawOnGpu(a, b) : drawOnHost(a, b), golden, table),
        );
      }
      await expectNoGpuErrors();
      recordSet(task, { set, path, skipped: 0, passed: tally.passed, failed: tally.failed, failures: tally.failures });
    });
  }
}

/** Kolmogorov and Smirnov's statistic over the table's points, which can only be smaller than over all points. */
function compare(
  draws: Float32Array,
  { cdf, tail }: BetaTable["cases"][number],
  { x, ksCritical }: BetaTable,
): string | undefined {
  const n = draws.length;
  const outside = draws.find((lambda) => !(lambda >= 0 && lambda <= 1));
  if (outside !== undefined) return `drew ${outside}`;
  draws.sort();
  const critical =
    ksCritical.find((row) => row.n === n && row.alpha === ALPHA)?.critical ?? Math.sqrt(-Math.log(ALPHA / 2) / (2 * n));
  let worst = 0;
  let where = "";
  const point = (count: number, probability: number, name: string) => {
    const apart = Math.abs(count / n - probability);
    if (apart > worst) [worst, where] = [apart, name];
  };
  x.forEach((at, i) => {
    // At 0 the cdf is 0, but f32 has an atom there: everything below 2^-150, at a = 0.05 a share of 0.0027.
    if (at > 0) point(countAtMost(draws, at), cdf[i]!, `x = ${at}`);
  });
  for (const [t, below, above] of tail) {
    point(countAtMost(draws, t), below, `t = ${t}`);
    // Near 1 the f32 steps are 2^-24: a t below 1e-5 falls between few of them, and rounding would shift the count.
    // What can be said there exactly is the atom at 1: everything above 1 - 2^-25.
    if (t >= 1e-5) point(n - countAtMost(draws, 1 - t), above, `1 - t, t = ${t}`);
    if (t === 2 ** -25) point(n - countAtMost(draws, 1 - 2 ** -24), above, "the atom at 1");
  }
  return worst <= critical ? undefined : `D = ${worst} at ${where}, above ${critical}`;
}

function countAtMost(sorted: Float32Array, t: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}

function drawOnHost(a: number, b: number): Float32Array {
  const key = keyFromSeed(SEEDS.reference);
  return Float32Array.from({ length: DRAWS.reference }, (_, id) => beta(key, id, a, b));
}

/** Own pictures are of class 0 and partners of class 1, so a label row is [λ, 1 − λ]. */
async function drawOnGpu(a: number, b: number): Promise<Float32Array> {
  const device = await getDevice();
  const engine = await createEngine(device, {
    seed: SEEDS.gpu,
    policy: mixup({ alpha: [a, b], pairing: "external" }),
    output: { format: "u8" },
    warm: false,
    labels: { classes: 2 },
  });
  const images = upload(device, new Uint8Array(4 * ROWS));
  const external = { images, size: ROWS, labels: new Uint32Array(ROWS).fill(1) };
  const input = { images, size: ROWS, height: 1, width: 4, channels: 1, labels: new Uint32Array(ROWS), external };
  const draws = new Float32Array(DRAWS.gpu);
  for (let first = 0; first < DRAWS.gpu; first += ROWS) {
    const batch = engine.run(input, { ids: Array.from({ length: ROWS }, (_, row) => first + row) });
    const { labels } = await engine.read(batch);
    for (let row = 0; row < ROWS; row++) draws[first + row] = labels![2 * row]!;
  }
  engine.destroy();
  images.destroy();
  return draws;
}
