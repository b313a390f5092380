/**
 * Magnitude tables and AutoAugment policies, entry by entry. On the reference path the numbers: what our policies draw
 * at every strength, with either sign, against what the peer's own code recorded. On the GPU the pictures: what it
 * makes of our calls must be, byte for byte, what the reference makes of the peer's.
 */
import { createEngine, type OpCall, type Plan, reference } from "mixwell";
import { test } from "vitest";
import { expectNoGpuErrors, getDevice } from "../gpu/device.ts";
import { upload } from "../gpu/help.ts";
import { noise } from "../random.ts";
import { readOracleJson } from "./files.ts";
import { PATHS, recordSet } from "./report.ts";
import { setsOf, Tally } from "./sets.ts";
import { type TableCase, tableCases } from "./table-cases.ts";

const sets = await setsOf("tables");
if (sets.length === 0) test.skip("no set of this kind in the folder");

for (const { path } of sets) {
  const set = path.slice(0, -".json".length);
  for (const where of PATHS) {
    test(`${set}, ${where}`, async ({ task }) => {
      const cases = tableCases(await readOracleJson<object>(path));
      const complaints = where === "gpu" ? await compareOnGpu(cases) : cases.map(differenceOf);
      const tally = new Tally();
      for (const [i, { id }] of cases.entries()) await tally.add(id, () => complaints[i]);
      await expectNoGpuErrors();
      recordSet(task, {
        set,
        path: where,
        skipped: 0,
        passed: tally.passed,
        failed: tally.failed,
        failures: tally.failures,
      });
    });
  }
}

function differenceOf({ data, calls }: TableCase): string | undefined {
  for (const { ours, peer } of [data, calls]) {
    const [own, theirs] = [ours, peer].map((side) => JSON.stringify(side, sorted));
    if (own !== theirs) return `${clip(own)} instead of ${clip(theirs)}`;
  }
  return undefined;
}

const clip = (text = "nothing") => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** Objects with their keys in order. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const shape = { height: 12, width: 16, channels: 3 };
/** Pictures in a batch, all of them the same before their ops. */
const BATCH = 512;

/**
 * Per case: whether our calls on the GPU make what the reference makes of the peer's. Calls that recur are run once.
 */
async function compareOnGpu(cases: TableCase[]): Promise<(string | undefined)[]> {
  const picture = noise(shape.height * shape.width * shape.channels);
  const made = await runOnGpu([...new Set(cases.flatMap(({ calls }) => calls.ours.map(textOf)))], picture);
  const wanted = new Map<string, string>();
  const referenceOf = (text: string) => {
    if (!wanted.has(text))
      wanted.set(
        text,
        reference(
          planOf([text]),
          { batch: { images: picture }, shape, format: "u8", layout: "nhwc" },
          OUTPUT,
        ).images.join(),
      );
    return wanted.get(text);
  };
  return cases.map(({ calls: { ours, peer } }) => {
    const i = ours.findIndex(
      (calls, at) => peer[at] === undefined || made.get(textOf(calls)) !== referenceOf(textOf(peer[at])),
    );
    return i < 0 && ours.length === peer.length
      ? undefined
      : `picture ${i}: ${textOf(ours[i] ?? [])} instead of ${textOf(peer[i] ?? [])}`;
  });
}

const OUTPUT = { output: { format: "u8" as const } };
const textOf = (calls: OpCall[]) => JSON.stringify(calls, sorted);

/** A batch with these calls, a list for every row. */
function planOf(texts: string[]): Plan {
  const sources = texts.map((text, index) => ({
    from: "batch" as const,
    index,
    id: index,
    ops: JSON.parse(text) as OpCall[],
  }));
  const stages = [{ pairing: "reverse" as const, rows: texts.map((_, own) => ({ mixer: "none" as const, own })) }];
  return {
    version: 1,
    seed: 0,
    epoch: 0,
    height: shape.height,
    width: shape.width,
    sources,
    batchSize: texts.length,
    stages,
  };
}

async function runOnGpu(texts: string[], picture: Uint8Array): Promise<Map<string, string>> {
  const device = await getDevice();
  const engine = await createEngine(device, { policy: [], ...OUTPUT, warm: false });
  const batch = new Uint8Array(BATCH * picture.length);
  for (let i = 0; i < BATCH; i++) batch.set(picture, i * picture.length);
  const images = upload(device, batch);
  const made = new Map<string, string>();
  for (let first = 0; first < texts.length; first += BATCH) {
    const some = texts.slice(first, first + BATCH);
    const read = await engine.read(engine.run({ images, size: some.length, ...shape }, { plan: planOf(some) }));
    for (const [i, text] of some.entries())
      made.set(text, read.images.subarray(i * picture.length, (i + 1) * picture.length).join());
  }
  engine.destroy();
  images.destroy();
  return made;
}
