/** Op calls by the engine and by the reference, picture by picture. */
import { createEngine, type Engine, imageOps, type OpCall, type Plan, reference } from "mixwell";
import { afterAll, inject } from "vitest";
import type { ImageOp } from "../../src/ops/op.ts";
import { type PictureShape, type PixelPicture, type Precision, storedOf } from "../pictures.ts";
import { getDevice } from "./device.ts";
import { opsOfKinds } from "./every-op.ts";
import { upload } from "./help.ts";

export interface Job {
  picture: PixelPicture;
  calls: readonly OpCall[];
}

/** What both made of a job's picture, H × W × C. */
export interface Made {
  got: ArrayLike<number>;
  wanted: ArrayLike<number>;
}

/**
 * Each kind has kernels of its own: SwiftShader takes two seconds to compile one that has all ops, or masks, stencils
 * and tiles together, and a fifth of that for one of these.
 * `last-segments.test.ts`, `ops-policies.test.ts` and the fuzz have all ops in one.
 */
const FAMILIES: readonly ImageOp["kind"][][] = [["color", "tone"], ["mask"], ["stencil"], ["tile"], ["warp"]];
const policies = FAMILIES.map((kinds) => opsOfKinds((kind) => kinds.includes(kind)));

/** The number of a family. */
export const familyOf = ({ op }: OpCall): number => {
  const { kind } = (imageOps as Record<string, ImageOp>)[op]!;
  return FAMILIES.findIndex((kinds) => kinds.includes(kind));
};

const engines = new Map<string, Engine>();
afterAll(() => {
  for (const engine of engines.values()) engine.destroy();
  engines.clear();
});

type Tuned = "hardware" | "software";

/**
 * Some drivers' compilers take minutes over a kernel of a whole family, and a second or two over each of its ops: there
 * an engine knows none beforehand, and has the ops of one job.
 */
const isApart = inject("adapter").compilesApart ?? false;
const opsOf = (calls: Job["calls"]): string => [...new Set(calls.map(({ op }) => op))].sort().join();

async function engineFor(format: Precision, tuning: Tuned, { calls }: Job): Promise<Engine> {
  const family = familyOf(calls[0]!);
  const key = `${format} ${tuning} ${isApart ? opsOf(calls) : family}`;
  const policy = isApart ? [] : policies[family]!;
  const engine =
    engines.get(key) ?? (await createEngine(await getDevice(), { policy, output: { format }, warm: false, tuning }));
  engines.set(key, engine);
  return engine;
}

/**
 * Runs jobs of one family whose pictures have one shape, and one size afterwards, as one batch for each tuning: half of
 * the jobs by the kernels for hardware, the others by those for a GPU in software. Neighbouring jobs are mostly alike,
 * so a job is by turns the first and the second of a pair that its tuning gets. `at` says where in a plan the ops
 * stand: `sources` are decoded as they are read, `rows` were mixed before and lie in scratch memory.
 */
export async function onBoth(jobs: readonly Job[], precision: Precision, at: "sources" | "rows"): Promise<Made[]> {
  const made: Made[] = [];
  for (const [turn, tuning] of (["hardware", "software"] as const).entries()) {
    const mine = jobs.flatMap((job, i) => ((i + (i >> 1)) % 2 === turn ? [{ job, i }] : []));
    if (mine.length === 0) continue;
    const batches = new Map<string, typeof mine>();
    for (const one of mine) {
      const key = isApart ? opsOf(one.job.calls) : "";
      batches.set(key, [...(batches.get(key) ?? []), one]);
    }
    for (const batch of batches.values()) {
      const results = await onOne(
        batch.map(({ job }) => job),
        precision,
        at,
        tuning,
      );
      for (const [n, { i }] of batch.entries()) made[i] = results[n]!;
    }
  }
  return made;
}

async function onOne(
  jobs: readonly Job[],
  precision: Precision,
  at: "sources" | "rows",
  tuning: Tuned,
): Promise<Made[]> {
  const { height, width, channels } = jobs[0]!.picture;
  const shape: PictureShape = { height, width, channels };
  const stored = jobs.flatMap(({ picture }) => storedOf(picture));
  const pictures = precision === "u8" ? Uint8Array.from(stored) : Float32Array.from(stored);
  const opsAt = (place: typeof at, index: number) => (place === at ? { ops: [...jobs[index]!.calls] } : {});
  const plan: Plan = {
    version: 1,
    seed: 0,
    epoch: 0,
    height,
    width,
    sources: jobs.map((_, index) => ({ from: "batch", index, id: index, ...opsAt("sources", index) })),
    batchSize: jobs.length,
    stages: [{ pairing: "reverse", rows: jobs.map((_, own) => ({ mixer: "none", own, ...opsAt("rows", own) })) }],
  };
  const engine = await engineFor(precision, tuning, jobs[0]!);
  const images = upload(await getDevice(), pictures);
  const batch = engine.run({ images, size: jobs.length, ...shape, format: precision }, { plan });
  const got = (await engine.read(batch)).images;
  images.destroy();
  const sources = { batch: { images: pictures }, shape, format: precision, layout: "nhwc" } as const;
  const wanted = reference(plan, sources, { output: { format: precision } }).images;
  if (got.length !== wanted.length) throw new Error(`${got.length} values, the reference has ${wanted.length}`);
  const each = wanted.length / jobs.length;
  const cut = (all: typeof wanted, index: number) => all.subarray(index * each, (index + 1) * each);
  return jobs.map((_, index) => ({ got: cut(got as typeof wanted, index), wanted: cut(wanted, index) }));
}

/** How far the GPU's floats may be off after an op where a value is 1: what the op says. */
export const floatsWithin = ({ op }: OpCall): number =>
  (imageOps as Record<string, ImageOp>)[op]!.laws?.floatsWithin ?? 5e-7;

/** The first value that is off, or "". */
export function differing({ got, wanted }: Made, allowed: (size: number) => number): string {
  if (got.length !== wanted.length) return `${got.length} values`;
  for (let i = 0; i < wanted.length; i++)
    if (!(Math.abs(got[i]! - wanted[i]!) <= allowed(Math.abs(wanted[i]!))))
      return `value ${i}: found ${got[i]}, expected ${wanted[i]}`;
  return "";
}
