/**
 * GPU equals reference, over random plans, shapes and formats. A small fixed generator picks the cases, so a failure
 * names a case that can be run again.
 */
import {
  createEngine,
  cutmix,
  type Format,
  floatToHalf,
  type LabelOptions,
  type Layout,
  mixup,
  type OutputOptions,
  oneOf,
  type Policy,
  reference,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { caseGenerator } from "../random.ts";
import { expectSame } from "./compare.ts";
import { getDevice } from "./device.ts";
import { isMine } from "./divided.ts";

const CASES = 600;
const PER_TEST = 50;

interface Case {
  policy: Policy;
  size: number;
  height: number;
  width: number;
  channels: number;
  format: Format;
  layout: Layout;
  output: OutputOptions;
  labels: LabelOptions;
  rows: boolean;
}

function makeCase(number: number): Case {
  const { next, below, pick } = caseGenerator(number);
  const channels = pick([1, 1, 3, 3, 3, 4, 2, 5, 7]);
  const shape = pick([
    () => [4 + 4 * below(5), 4 + below(13)],
    () => [1 + below(13), 1 + below(17)],
    () => [8, 12],
    () => [1, 9],
    () => [2, 2],
  ])();
  const alpha = () => pick([0.1, 0.2, 1, 2, 8]);
  const granularity = () => pick(["sample", "batch"] as const);
  const lambda = () => pick(["exact", "exact", "beta", "unclipped", "continuous"] as const);
  const mixer = (options: object) =>
    pick([
      () => mixup({ alpha: alpha(), granularity: granularity(), ...options }),
      () => cutmix({ alpha: alpha(), granularity: granularity(), lambda: lambda(), ...options }),
      () => cutmix({ minmax: [0.2, 0.8], ...options }),
    ])();
  const pairing = () => pick(["reverse", "roll", "permutation", "derangement"] as const);
  const stage = () =>
    pick([
      () => mixer({ pairing: pairing(), prob: pick([1, 1, 0.5]) }),
      () => oneOf([mixer({}), mixer({})], { pairing: pairing(), prob: pick([1, 0.7]) }),
      () => mixup({ alpha: 0.4, granularity: "pair", pairing: pick(["reverse", "derangement"] as const) }),
    ])();
  const stages = Array.from({ length: pick([1, 1, 1, 2, 2, 3, 4, 0]) }, stage);
  const policy = next() < 0.1 ? [...stages.slice(0, 3), cutmix({ granularity: "half", pairing: "reverse" })] : stages;
  const outFormat = pick(["f32", "f32", "u8", "u8", "f16"] as const);
  const ranged = outFormat !== "u8";
  const classes = pick([2, 3, 10]);
  const rows = next() < 0.3;
  return {
    policy,
    size: pick([1, 2, 3, 5, 6, 7, 9]),
    height: shape[0]!,
    width: shape[1]!,
    channels,
    format: pick(["u8", "u8", "f32", "f16"] as const),
    layout: pick(["nhwc", "nchw"] as const),
    output: {
      format: outFormat,
      layout: pick(["nhwc", "nchw"] as const),
      valueRange: ranged
        ? (pick([undefined, [0, 255], [-1, 1]] as const)?.slice() as [number, number] | undefined)
        : undefined,
      normalize:
        ranged && next() < 0.5
          ? { mean: Array.from({ length: channels }, next), std: Array.from({ length: channels }, () => 0.2 + next()) }
          : undefined,
    },
    labels: { classes, smoothing: pick([0, 0.1]), smoothUnmixed: next() < 0.7, sparse: !rows && next() < 0.5 },
    rows,
  };
}

function makePictures({ size, height, width, channels, format }: Case, seed: number) {
  const { next } = caseGenerator(seed);
  const values = Float32Array.from({ length: size * height * width * channels }, next);
  if (format === "u8") return Uint8Array.from(values, (value) => value * 256);
  return format === "f16" ? Uint16Array.from(values, floatToHalf) : values;
}

function makeLabels({ size, labels, rows }: Case, seed: number) {
  const { next, below } = caseGenerator(seed);
  if (!rows) return Uint32Array.from({ length: size }, () => below(labels.classes));
  return Float32Array.from({ length: size * labels.classes }, next);
}

/** The largest value that enters a sum: a scaled input value, or the bias. */
function largestTerm({ output, channels }: Case): number {
  const [low, high] = output.valueRange ?? [0, 1];
  let largest = 0;
  const normalize = output.normalize as { mean: number[]; std: number[] } | undefined;
  for (let c = 0; c < channels; c++) {
    const [mean, std] = [normalize?.mean[c] ?? 0, normalize?.std[c] ?? 1];
    largest = Math.max(largest, Math.abs((high - low) / std), Math.abs((low - mean) / std));
  }
  return largest;
}

function upload(device: GPUDevice, data: Uint8Array | Float32Array | Uint16Array): GPUBuffer {
  const bytes = new Uint8Array(Math.ceil(data.byteLength / 4) * 4);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  const buffer = device.createBuffer({ size: bytes.length, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
  device.queue.writeBuffer(buffer, 0, bytes);
  return buffer;
}

describe("GPU equals reference", () => {
  for (let first = 0; first < CASES; first += PER_TEST) {
    test(`random cases ${first}..${first + PER_TEST - 1}`, async () => {
      const device = await getDevice();
      for (let number = first; number < first + PER_TEST; number++) {
        if (!isMine(number)) continue;
        const chosen = makeCase(number);
        const { size, height, width, channels, format, layout, output, labels } = chosen;
        const pictures = makePictures(chosen, number + 1000);
        const classLabels = makeLabels(chosen, number + 2000);
        const engine = await createEngine(device, { seed: number, policy: chosen.policy, output, labels, warm: false });
        const images = upload(device, pictures);
        const input = { images, size, height, width, channels, format, layout, labels: classLabels };
        const batch = engine.run(input, { step: number });
        const wanted = reference(
          batch.plan,
          { batch: { images: pictures, labels: classLabels }, shape: { height, width, channels }, format, layout },
          { output, labels },
        );
        const got = await engine.read(batch);
        expect(batch.size).toBe(wanted.size);
        expectSame(got, wanted, largestTerm(chosen), `case ${number}: ${JSON.stringify(chosen)}`);
        engine.destroy();
        images.destroy();
      }
    });
  }
});
