/**
 * MixUp and CutMix as timm did them: the recorded draws become a plan, and the plan must make timm's pictures and
 * targets.
 */
import { createEngine, type Format, type Plan, type ReferenceBatch, type Row, reference } from "mixwell";
import { test } from "vitest";
import { expectNoGpuErrors, getDevice } from "../gpu/device.ts";
import { upload } from "../gpu/help.ts";
import { type Block, loadOracleSet } from "./files.ts";
import { PATHS, recordSet } from "./report.ts";
import { type MixCase, type MixManifest, type MixSample, mismatch, setsOf, Tally } from "./sets.ts";

/** What a case was made from. */
interface Input {
  size: number;
  height: number;
  width: number;
  channels: number;
  /** 0..255. */
  pixels: Uint8Array;
  labels: Uint32Array<ArrayBuffer>;
  classes: number;
}

type Run = (
  input: Input,
  format: "u8" | "f32",
  output: Format,
  plan: Plan,
  smoothing: number,
) => Promise<Pick<ReferenceBatch, "images" | "labels">>;

const sets = await setsOf("mix");
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
  const { manifest, view } = await loadOracleSet<MixManifest>(set);
  const tally = new Tally();
  for (const golden of manifest.cases) {
    await tally.add(golden.id, () => runCase(golden, manifest, view as (block: Block) => ArrayLike<number>, run));
  }
  return { passed: tally.passed, failed: tally.failed, failures: tally.failures };
}

/** One case: every format that its pictures can be fed in, with every smoothing that was recorded. */
async function runCase(golden: MixCase, manifest: MixManifest, view: (block: Block) => ArrayLike<number>, run: Run) {
  const input = openInput(manifest.inputs.find(({ id }) => id === golden.input)!, view);
  const plan = planOf(golden, input);
  const images = golden.output.images!;
  const targets = Object.keys(golden.output).filter((name) => name.startsWith("target"));
  if (targets.length === 0) return "no target among its outputs";
  // timm mixes u8 in u8 and floats in floats; ours may also turn bytes into floats on the way.
  for (const format of images.dtype === "u8" ? (["u8"] as const) : (["u8", "f32"] as const)) {
    for (const target of targets) {
      const smoothing =
        target === "target" ? (golden.params.label_smoothing ?? 0) : Number(target.slice("target_smoothing_".length));
      const made = await run(input, format, images.dtype === "u8" ? "u8" : "f32", plan, smoothing);
      const wrongPixel = mismatch(made.images, view(images), golden.tol);
      if (wrongPixel) return `images from ${format}: ${wrongPixel}`;
      // Targets are floats, whatever the pictures are.
      const wrongLabel = mismatch(made.labels!, view(golden.output[target]!), { kind: "maxAbs", value: 1e-6 });
      if (wrongLabel) return `${target}: ${wrongLabel}`;
    }
  }
  return undefined;
}

function openInput(
  { id, data, labels, classes }: MixManifest["inputs"][number],
  view: (block: Block) => ArrayLike<number>,
): Input {
  if (data.dtype !== "u8") throw new Error(`input ${id}: expected u8, found ${data.dtype}`);
  const [size, height, width, channels] = data.shape as [number, number, number, number];
  return {
    size,
    height,
    width,
    channels,
    pixels: Uint8Array.from(view(data)),
    labels: Uint32Array.from(labels),
    classes,
  };
}

function planOf({ params }: MixCase, { size, height, width }: Input): Plan {
  return {
    version: 1,
    seed: 0,
    epoch: 0,
    height,
    width,
    sources: Array.from({ length: size }, (_, index) => ({ from: "batch", index, id: index })),
    batchSize: size,
    stages: [
      { pairing: "reverse", rows: params.samples.map((sample) => rowOf(sample, params.correct_lam, height, width)) },
    ],
  };
}

/** `correct_lam=False` is our lambda mode `beta`, except with min/max boxes, whose λ timm always corrects. */
function rowOf(
  { i: own, partner, bbox, lam: lambda }: MixSample,
  corrected: boolean,
  height: number,
  width: number,
): Row {
  if (bbox === null) return lambda === 1 ? { mixer: "none", own } : { mixer: "mixup", own, partner, lambda };
  const [y0, y1, x0, x1] = bbox;
  const row = {
    mixer: "cutmix" as const,
    own,
    partner,
    bbox: [x0, y0, x1, y1] as [number, number, number, number],
    lambda,
  };
  const exact = 1 - ((y1 - y0) * (x1 - x0)) / (height * width);
  return corrected || Math.fround(lambda) === Math.fround(exact) ? row : { ...row, lambdaMode: "beta" };
}

/** As timm's loader does: u8 / 255 in f32. */
const toFloat = (pixels: Uint8Array) => Float32Array.from(pixels, (byte) => byte / 255);

const runReference: Run = async (
  { height, width, channels, pixels, labels, classes },
  format,
  output,
  plan,
  smoothing,
) =>
  reference(
    plan,
    {
      batch: { images: format === "u8" ? pixels : toFloat(pixels), labels },
      shape: { height, width, channels },
      format,
      layout: "nhwc",
    },
    { output: { format: output }, labels: { classes, smoothing } },
  );

const runGpu: Run = async ({ pixels, labels, classes, ...shape }, format, output, plan, smoothing) => {
  const device = await getDevice();
  // The policy has nothing to say where a plan is given.
  const engine = await createEngine(device, {
    policy: [],
    output: { format: output },
    labels: { classes, smoothing },
    warm: false,
  });
  const images = upload(device, format === "u8" ? pixels : toFloat(pixels));
  const made = await engine.read(engine.run({ images, ...shape, format, labels }, { plan }));
  engine.destroy();
  images.destroy();
  return made;
};
