/**
 * GPU equals reference over 300 random (policy, shape, format) triples, and 2,000 with `npm run test:whole`: real
 * policies drawn by `samplePlan`, and every op by itself. u8 is exact. Floats are held to a bound, and where a policy
 * has steps (a level, a threshold, a histogram) a value that sits on one may fall to the other side: at most one in a
 * hundred.
 */
import {
  augMix,
  autoAugment,
  colorJitter,
  createEngine,
  cutmix,
  type Engine,
  type Format,
  floatToHalf,
  halfToFloat,
  imageOps,
  type Layout,
  mixup,
  type OpCall,
  oneOf,
  type Plan,
  type Policy,
  randAugment,
  randomErasing,
  randomGridMask,
  randomPipeline,
  reference,
  samplePlan,
  standardPolicy,
  threeAugment,
  trivialAugmentWide,
} from "mixwell";
import { afterAll, expect, inject, test } from "vitest";
import type { ImageOp } from "../../src/ops/op.ts";
import { inBrowser } from "../files.ts";
import { caseGenerator } from "../random.ts";
import { getDevice } from "./device.ts";
import { everyOp } from "./every-op.ts";

/**
 * All of them in Dawn; a browser runs the same kernels on the same adapter, so a tenth is enough to see that it is no
 * other.
 */
const TRIPLES = (inject("sweeps") === "whole" ? 2000 : 300) / (inBrowser ? 10 : 1);
const PARTS = 20;

const POLICIES: (() => Policy)[] = [
  ...(["kerascv", "torchvision", "timm", "keras3", "dali"] as const).map((table) => () => randAugment({ table })),
  () => trivialAugmentWide(),
  ...(["imagenet", "v0", "cifar10", "svhn"] as const).map((policy) => () => autoAugment({ policy })),
  () => threeAugment(),
  () => colorJitter({ brightness: 0.4, contrast: 0.4, saturation: 0.4, hue: 0.1 }),
  () => randomPipeline(standardPolicy(), { augmentationsPerImage: 3 }),
  () => augMix(standardPolicy()),
  () => [randomErasing({ prob: 1 }), randomGridMask()],
];
const MIXERS: (() => Policy)[] = [
  () => [],
  () => mixup({ alpha: 1 }),
  () => cutmix(),
  () => oneOf([mixup({ alpha: 0.4 }), cutmix()], { pairing: "reverse" }),
];

/** Whether a difference in the last place before the op can be a whole step after it. */
const jumps = ({ op }: OpCall): boolean => (imageOps as Record<string, ImageOp>)[op]!.laws?.jumps ?? false;

/**
 * Every type and either memory order once: the ops come before they are written, and mix.test.ts has all combinations.
 * Each is a kernel of its own for every shape of mixing, and to compile these took more than half of this file's time.
 */
const OUTPUTS: { format: Format; layout: Layout }[] = [
  { format: "u8", layout: "nhwc" },
  { format: "f32", layout: "nchw" },
  { format: "f16", layout: "nhwc" },
];

const names = Object.keys(imageOps) as (keyof typeof imageOps)[];
const strong = names.filter((name) => "atMagnitude" in imageOps[name]);

interface Triple {
  plan: Plan;
  format: Format;
  layout: Layout;
  channels: number;
  output: { format: Format; layout: Layout };
}

function makeTriple(number: number): Triple {
  const { next, below, pick } = caseGenerator(number);
  const [height, width] = pick([
    [8, 12],
    [7, 5],
    [12, 8],
    [1, 9],
    [2, 2],
    [16, 16],
  ] as const);
  const channels = pick([1, 3, 3, 4]);
  const format = pick(["u8", "u8", "u8", "f32", "f16"] as const);
  const output = pick(OUTPUTS);
  const batchSize = pick([1, 2, 3]);
  const request = { seed: number, step: 0, batchSize, height, width };
  let plan: Plan;
  if (number % 3 === 0) {
    // Every op by itself, by turns, at a strength of its own, before or after a mixer.
    const name = strong[Math.floor(number / 3) % strong.length]!;
    plan = samplePlan({ ...request, policy: pick(MIXERS)() });
    const call = (): OpCall =>
      ({ op: name, ...(imageOps[name] as { atMagnitude(m: number): object }).atMagnitude(next()) }) as OpCall;
    if (below(2) === 0) plan = { ...plan, sources: plan.sources.map((source) => ({ ...source, ops: [call()] })) };
    else
      plan = {
        ...plan,
        stages: plan.stages.map((stage) => ({ ...stage, rows: stage.rows.map((row) => ({ ...row, ops: [call()] })) })),
      };
  } else {
    const images = [pick(POLICIES)()].flat() as Policy & object[];
    const mixing = [pick(MIXERS)()].flat() as Policy & object[];
    plan = samplePlan({
      ...request,
      policy: (below(4) === 0 ? [...mixing, ...images] : [...images, ...mixing]) as Policy,
    });
  }
  return { plan, format, layout: pick(["nhwc", "nchw"] as const), channels, output };
}

function makePictures({ plan, format, channels }: Triple, seed: number) {
  const { next } = caseGenerator(seed);
  const values = Float32Array.from({ length: plan.batchSize * plan.height * plan.width * channels }, next);
  if (format === "u8") return Uint8Array.from(values, (value) => value * 256);
  return format === "f16" ? Uint16Array.from(values, floatToHalf) : values;
}

const engines = new Map<string, Engine>();
afterAll(() => {
  for (const engine of engines.values()) engine.destroy();
});

async function engineFor(output: Triple["output"]): Promise<Engine> {
  const key = `${output.format} ${output.layout}`;
  const engine = engines.get(key) ?? (await createEngine(await getDevice(), { policy: everyOp, output, warm: false }));
  engines.set(key, engine);
  return engine;
}

for (let part = 0; part < PARTS; part++) {
  test(`part ${part + 1} of ${PARTS}`, async () => {
    const device = await getDevice();
    for (let number = part; number < TRIPLES; number += PARTS) {
      const triple = makeTriple(number);
      const { plan, format, layout, channels, output } = triple;
      if (
        plan.sources.some(({ ops = [] }) =>
          ops.some(({ op }) => (imageOps as Record<string, ImageOp>)[op]!.floatsOnly),
        ) &&
        format === "u8"
      )
        continue;
      const { height, width, batchSize: size } = plan;
      const pictures = makePictures(triple, number + 5000);
      const bytes = new Uint8Array(Math.ceil(pictures.byteLength / 4) * 4);
      bytes.set(new Uint8Array(pictures.buffer));
      const images = device.createBuffer({
        size: bytes.length,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
      });
      device.queue.writeBuffer(images, 0, bytes);
      const engine = await engineFor(output);
      const batch = engine.run({ images, size, height, width, channels, format, layout }, { plan });
      const got = await engine.read(batch);
      images.destroy();
      const wanted = reference(
        plan,
        { batch: { images: pictures }, shape: { height, width, channels }, format, layout },
        { output },
      );
      expectAlike(got.images, wanted.images, triple, `triple ${number}`);
    }
  });
}

function expectAlike(
  got: ArrayLike<number>,
  wanted: ArrayLike<number>,
  { plan, format, output }: Triple,
  what: string,
): void {
  expect(got.length, what).toBe(wanted.length);
  const exact = format === "u8" && output.format === "u8";
  const value = output.format === "f16" ? halfToFloat : (raw: number) => raw;
  // u8 pictures are equal until they are scaled: two roundings of f32. Floats: 2e-5, the widest bound an op names
  // (gamma's 1e-5) once more amplified by a contrast of 2. A float that becomes a byte may round to the next one. f16:
  // one unit in the last place more.
  const bound = (size: number) =>
    exact
      ? 0
      : output.format === "u8"
        ? 1
        : (format === "u8" ? 2e-7 : 2e-5 * Math.max(1, Math.abs(size))) +
          (output.format === "f16" ? Math.max(2 ** -14, Math.abs(size)) * 2 ** -10 : 0);
  const off: string[] = [];
  for (let i = 0; i < wanted.length; i++) {
    const [a, b] = [value(got[i]!), value(wanted[i]!)];
    if (!(Math.abs(a - b) <= bound(b))) off.push(`value ${i} is ${a}, the reference says ${b}`);
  }
  const calls = [...plan.sources, ...plan.stages.flatMap(({ rows }) => rows)].flatMap(({ ops = [] }) => ops);
  const allowed = format !== "u8" && calls.some(jumps) ? Math.ceil(wanted.length / 100) : 0;
  if (off.length > allowed)
    throw new Error(
      `${what}: ${off.length} of ${wanted.length} values: ${off[0]}; ${format} to ${output.format}; ${JSON.stringify(plan)}`,
    );
}
