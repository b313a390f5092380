/** (a) Random policies, shapes, formats, layouts, and plans with edits: the GPU makes what the reference makes. */
import fc from "fast-check";
import {
  createEngine,
  Dataset,
  type Engine,
  floatToHalf,
  type HostSources,
  halfToFloat,
  MixwellError,
  type Plan,
  type ReferenceBatch,
  reference,
} from "mixwell";
import { afterAll, expect, test } from "vitest";
import { getDevice } from "../gpu/device.ts";
import { everyOp } from "../gpu/every-op.ts";
import { upload } from "../gpu/help.ts";
import { generator } from "../random.ts";
import { campaign, SEED, seconds, tally } from "./campaign.ts";
import { CLASSES, DATASET, indicesOf, jumps, type MixCase, mixCases, planOf, waysOf, wordsOf } from "./mixing.ts";

/** Cases in `npm test`, where most of the time goes to compiling their kernels. */
const CASES = 80;

const engines = new Map<string, Engine>();
afterAll(() => {
  for (const engine of engines.values()) engine.destroy();
});

async function engineFor({ output, labels, tuning }: MixCase): Promise<Engine> {
  const key = JSON.stringify({ output, labels, tuning });
  const engine =
    engines.get(key) ??
    (await createEngine(await getDevice(), {
      policy: everyOp,
      output,
      tuning,
      warm: false,
      ...(labels && { labels: labelOptions(labels) }),
    }));
  engines.set(key, engine);
  return engine;
}

const labelOptions = ({ smoothing, sparse, rows }: NonNullable<MixCase["labels"]>) => ({
  classes: CLASSES,
  smoothing,
  sparse: sparse && !rows,
});

function picturesOf({ height, width, channels, format }: MixCase, count: number, seed: number) {
  const { next } = generator(seed);
  const values = Float32Array.from({ length: count * height * width * channels }, next);
  if (format === "u8") return Uint8Array.from(values, (value) => value * 256);
  return format === "f16" ? Uint16Array.from(values, floatToHalf) : values;
}

function labelsOf({ labels }: MixCase, count: number, seed: number) {
  if (!labels) return undefined;
  const { next, below } = generator(seed);
  if (labels.rows) return Float32Array.from({ length: count * CLASSES }, next);
  return Uint32Array.from({ length: count }, () => below(CLASSES));
}

/** Runs a case on the GPU and on the CPU, and throws what differs. */
async function tryCase(mixing: MixCase): Promise<void> {
  const { size, height, width, channels, layout, seed, from, labels } = mixing;
  // A dataset holds bytes here.
  const format = from === "dataset" ? "u8" : mixing.format;
  const own = { ...mixing, format };
  let plan: Plan;
  try {
    plan = planOf(own);
  } catch (error) {
    if (!(error instanceof MixwellError)) throw error;
    tally.refused++;
    return;
  }
  const device = await getDevice();
  const shape = { height, width, channels };
  const count = from === "dataset" ? DATASET : size;
  const images = picturesOf(own, count, seed);
  const classes = labelsOf(own, count, seed + 1);
  const second =
    from === "external"
      ? { images: picturesOf(own, size, seed + 2), labels: labelsOf(own, size, seed + 3) }
      : undefined;
  const made: { destroy(): void }[] = [];
  const kept = <T extends { destroy(): void }>(one: T): T => {
    made.push(one);
    return one;
  };
  const engine = await engineFor(own);
  const host: HostSources = {
    ...(from === "dataset" ? { dataset: { images, labels: classes } } : { batch: { images, labels: classes } }),
    ...(second && { external: second }),
    shape,
    format,
    layout,
  };
  const wanted = attempt(() =>
    reference(plan, host, { output: own.output, ...(labels && { labels: labelOptions(labels) }) }),
  );
  try {
    let batch: ReturnType<Engine["run"]>;
    if (from === "dataset") {
      const rows = labels?.rows ? { labelRows: { data: classes as Float32Array<ArrayBuffer>, classes: CLASSES } } : {};
      const dataset = kept(
        Dataset.fromBuffer(device, {
          images: kept(upload(device, images)),
          count,
          ...shape,
          format,
          layout,
          ...(labels?.rows ? rows : classes && { labels: classes as Uint32Array<ArrayBuffer> }),
        }),
      );
      batch = engine.run({ dataset, indices: indicesOf(own) }, { plan });
    } else {
      const external = second && { images: kept(upload(device, second.images)), size, labels: second.labels };
      batch = engine.run(
        {
          images: kept(upload(device, images)),
          size,
          ...shape,
          format,
          layout,
          ...(classes && { labels: classes, labelForm: labels!.rows ? "rows" : "ids" }),
          ...(external && { external }),
        } as Parameters<Engine["run"]>[0],
        { plan },
      );
    }
    const got = await engine.read(batch);
    if (wanted instanceof MixwellError) throw new Error(`the GPU takes what the reference refuses: ${wanted.message}`);
    compare(got, wanted, own, plan);
  } catch (error) {
    if (!(error instanceof MixwellError)) throw error;
    // Refused on both sides, or it is a difference too. But the passes of a batch change the channels of all its
    // pictures at once, and the reference goes picture by picture.
    if (!error.message.includes("as the others of the batch become") && !(wanted instanceof MixwellError))
      throw new Error(`the reference takes what the engine refuses: ${error.message}`);
    tally.refused++;
  } finally {
    for (const one of made) one.destroy();
  }
}

function attempt<T>(make: () => T): T | MixwellError {
  try {
    return make();
  } catch (error) {
    if (error instanceof MixwellError) return error;
    throw error;
  }
}

/**
 * u8 to u8: the same bytes. Floats: the bound of test/gpu/ops-policies.test.ts, 2e-5, which every op may amplify four
 * times; where a picture has steps (a level, a threshold, a histogram), one value in twenty may fall to the other side.
 * Labels: 2 units in the last place of 1 a term.
 */
function compare(
  got: Awaited<ReturnType<Engine["read"]>>,
  wanted: ReferenceBatch,
  { format, output }: MixCase,
  plan: Plan,
): void {
  expect(got.images.length).toBe(wanted.images.length);
  const lists = [...plan.sources, ...plan.stages.flatMap(({ rows }) => rows)].map(({ ops = [] }) => ops);
  const longest = Math.max(0, ...lists.map((ops) => ops.length)) * (plan.stages.length + 1);
  const exact = format === "u8" && output.format === "u8";
  const number = output.format === "f16" ? halfToFloat : (value: number) => value;
  const near = format === "u8" ? 1e-6 : Math.min(0.25, 2e-5 * 4 ** longest);
  const bound = (value: number) =>
    exact
      ? 0
      : output.format === "u8"
        ? 1 + 255 * near
        : near * Math.max(1, Math.abs(value)) +
          (output.format === "f16" ? Math.max(2 ** -14, Math.abs(value)) * 2 ** -10 : 0);
  const off: string[] = [];
  for (let i = 0; i < wanted.images.length; i++) {
    const [a, b] = [number(got.images[i]!), number(wanted.images[i]!)];
    if (!(Math.abs(a - b) <= bound(b))) off.push(`value ${i} is ${a}, the reference says ${b}`);
  }
  const allowed = format !== "u8" && lists.flat().some(jumps) ? Math.ceil(wanted.images.length / 20) : 0;
  if (off.length > allowed) throw new Error(`${off.length} of ${wanted.images.length} values: ${off[0]}`);
  for (const [i, value] of (wanted.labels ?? []).entries())
    if (!(Math.abs(got.labels![i]! - value) <= 2 ** -21)) throw new Error(`label ${i}: ${got.labels![i]} for ${value}`);
  if (wanted.classes) expect(got.classes).toEqual(wanted.classes);
  if (wanted.shares) expect(got.shares).toEqual(wanted.shares);
}

const ways = waysOf(SEED, seconds);

for (const [number, way] of ways.entries())
  test(`the GPU makes what the reference makes, ${number + 1} of ${ways.length}: ${wordsOf(way)}`, async (context) => {
    await campaign(context, fc.asyncProperty(mixCases(way), tryCase), {
      part: "a  policies and plans",
      cases: CASES,
      share: 1 / ways.length,
    });
  });

test("the search finds what it looks for: a byte that is off", async () => {
  const plan = { sources: [{}], stages: [] } as unknown as Plan;
  const same = { images: Uint8Array.of(1, 2) } as unknown as ReferenceBatch;
  const other = { images: Uint8Array.of(1, 3) } as unknown as Awaited<ReturnType<Engine["read"]>>;
  const bytes = { format: "u8", output: { format: "u8" } } as MixCase;
  expect(() => compare(other, same, bytes, plan)).toThrow("value 1 is 3, the reference says 2");
});
