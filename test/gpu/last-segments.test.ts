/**
 * Last segments that are made while pictures are mixed (`tuning: "hardware"`) give what all passes give (`software`),
 * which other files hold to the reference: u8 to the byte. Floats are the same operations in the same order, so
 * SwiftShader gives the same bits; another adapter may contract a product and a sum in one kernel and not in the other.
 */
import {
  createEngine,
  cutmix,
  Dataset,
  type EngineOptions,
  type Format,
  floatToHalf,
  fmix,
  type Layout,
  type MixRow,
  mixup,
  mosaic,
  type OpCall,
  oneOf,
  ops,
  type PictureShape,
  type Plan,
  type Policy,
  randomPipeline,
  randomResizedCrop,
} from "mixwell";
import { describe, expect, test } from "vitest";
import type { Size } from "../../src/format/format.ts";
import { partnerShare } from "../../src/mixers/masks/plane.ts";
import type { ImageOp } from "../../src/ops/op.ts";
import { sizeAfterCalls } from "../../src/ops/size.ts";
import { noise } from "../random.ts";
import { allOps, callsOf, runsIn } from "../unit/ops/sample-calls.ts";
import { getDevice } from "./device.ts";
import { hasKernelsOf, isMine } from "./divided.ts";
import { everyOp } from "./every-op.ts";
import { upload } from "./help.ts";

type Input = Parameters<Awaited<ReturnType<typeof createEngine>>["run"]>[0];
type Step = Parameters<Awaited<ReturnType<typeof createEngine>>["run"]>[1];

/** Where a value is 1, and a GPU contracts in one kernel what it does not in the other. */
const FLOATS_WITHIN = 5e-7;

/** Runs the steps in both ways, compares the images, and returns them and the kernels that each way took. */
async function onBoth(options: EngineOptions, input: Input, steps: readonly Step[]) {
  const device = await getDevice();
  const ways = [];
  for (const tuning of ["hardware", "software"] as const) {
    const engine = await createEngine(device, { seed: 11, warm: false, ...options, tuning });
    const kernels = new Set<string>();
    const images = [];
    const unwatch = watchKernels(device, kernels);
    for (const step of steps) images.push((await engine.read(engine.run(input, step))).images);
    unwatch();
    engine.destroy();
    ways.push({ images, kernels });
  }
  const [hardware, software] = ways as [(typeof ways)[0], (typeof ways)[0]];
  for (const [i, got] of hardware.images.entries()) {
    const wanted = software.images[i]!;
    expect(wanted.length).toBeGreaterThan(0);
    // NaN may show in both.
    const far = (value: number, j: number) =>
      !(
        Object.is(value, wanted[j]) || Math.abs(value - wanted[j]!) <= FLOATS_WITHIN * Math.max(1, Math.abs(wanted[j]!))
      );
    if (got instanceof Float32Array && !device.adapterInfo.isFallbackAdapter) expect(got.findIndex(far)).toBe(-1);
    else expect(got).toEqual(wanted);
  }
  return { images: hardware.images, hardware: hardware.kernels, software: software.kernels };
}

/** Collects the names of kernels that are bound: an engine's bind groups are its own. */
function watchKernels(device: GPUDevice, into: Set<string>): () => void {
  const own = Object.getOwnPropertyDescriptor(device, "createBindGroup");
  const real = device.createBindGroup;
  const value = (descriptor: GPUBindGroupDescriptor) => {
    into.add(descriptor.label!);
    return real.call(device, descriptor);
  };
  Object.defineProperty(device, "createBindGroup", { value, configurable: true, writable: true });
  return () =>
    own ? Object.defineProperty(device, "createBindGroup", own) : Reflect.deleteProperty(device, "createBindGroup");
}

/** Noise, as numbers of that format. */
function valuesOf(count: number, { height, width, channels }: PictureShape, format: Format) {
  const bytes = noise(count * height * width * channels);
  if (format === "u8") return bytes;
  const floats = Float32Array.from(bytes, (byte) => byte / 255);
  return format === "f32" ? floats : Uint16Array.from(floats, floatToHalf);
}

const mixesAlong = (kernels: ReadonlySet<string>) => [...kernels].some((name) => name.startsWith("mix_augmented"));

/** Every picture with the next one: by weights, by a box, by a mask, and alone. */
function rowsOf(count: number, { height, width }: Size): MixRow[] {
  return Array.from({ length: count }, (_, own): MixRow => {
    const partner = (own + 1) % count;
    const right = 1 + ((3 * own) % (width - 1));
    const bbox = [own % right, 1, right, height - (own % 3)] as const;
    const lambda = 1 - ((bbox[2] - bbox[0]) * (bbox[3] - bbox[1])) / (height * width);
    if (own % 4 === 0) return { mixer: "mixup", own, partner, lambda: 0.3 };
    if (own % 4 === 1) return { mixer: "cutmix", own, partner, bbox: [...bbox], lambda };
    if (own % 4 === 2) return { mixer: "none", own };
    const mask = { shape: "grid", cell: 4, hole: 2 } as const;
    return { mixer: "mask", own, partner, lambda: 1 - partnerShare(mask, { height, width }), mask };
  });
}

function planOf(lists: readonly OpCall[][], { height, width }: Size): Plan {
  return {
    version: 1,
    seed: 0,
    epoch: 0,
    height,
    width,
    sources: lists.map((calls, index) => ({ from: "batch", index, id: index, ops: [...calls] })),
    batchSize: lists.length,
    stages: [{ pairing: "roll", rows: rowsOf(lists.length, { height, width }) }],
  };
}

describe("every op, alone, after a warp and before a histogram, in rows of every kind", () => {
  const shape = { height: 12, width: 14, channels: 3 };
  const TURN: OpCall = { op: "rotate", degrees: 20, interpolation: "bilinear" };
  const keepsShape = (call: OpCall) => {
    const { height, width } = sizeAfterCalls([call], shape, "ops");
    return height === shape.height && width === shape.width && (call as { channels?: string }).channels !== "one";
  };
  const callsIn = (precision: "u8" | "f32") =>
    allOps
      .filter(([, op]: [string, ImageOp]) => runsIn(op, precision))
      .flatMap(([, op]) => (callsOf(op, shape) as unknown as OpCall[]).filter(keepsShape).slice(-2))
      .flatMap((call): OpCall[][] => [[call], [TURN, call], [call, { op: "equalize" }]]);

  const precisions = (["u8", "f32"] as const).filter((precision) => hasKernelsOf(precision, shape.channels));
  test.each(precisions)("%s", async (format) => {
    const lists = [[], ...callsIn(format)];
    expect(lists.length).toBeGreaterThan(200);
    const images = upload(await getDevice(), valuesOf(lists.length, shape, format));
    const input = { images, size: lists.length, ...shape, format };
    const plan = planOf(lists, shape);
    const { hardware, software } = await onBoth({ policy: everyOp, output: { format } }, input, [{ plan }]);
    expect([mixesAlong(hardware), mixesAlong(software)]).toEqual([true, false]);
    images.destroy();
  });
});

/** Pictures with none, one or two segments: a histogram, a warp, neighbours and colours. */
const someOps = (most = 2) =>
  randomPipeline(
    [
      ops.invert(),
      ops.equalize(),
      ops.rotate({ degrees: [-20, 20], interpolation: "bilinear" }),
      ops.sharpness({ factor: [0.1, 1.9] }),
      ops.posterize({ bits: 4 }),
    ],
    { augmentationsPerImage: [0, most] },
  );
const anyMixer = () => oneOf([mixup({ alpha: 1 }), cutmix(), fmix()], { pairing: "roll" });

describe("every format and memory order, in and out, and every count of channels", () => {
  const formats: Format[] = ["u8", "f32", "f16"];
  const layouts: Layout[] = ["nhwc", "nchw"];
  const cases = formats.flatMap((format, i) =>
    formats.map((output, j) => ({
      format,
      output,
      channels: [3, 1, 4][(i + j) % 3]!,
      from: layouts[(i + j) % 2]!,
      to: layouts[(i + 2 * j) % 2]!,
      // Lines that end inside a quad.
      width: i === j ? 10 : 8,
    })),
  );
  expect(new Set(cases.map(({ from, to }) => from + to)).size).toBe(4);

  test.each(cases.filter((_, i) => isMine(i)))(
    "$format to $output, $channels channels, $from to $to",
    async ({ format, output, channels, from, to, width }) => {
      const [size, shape] = [12, { height: 6, width, channels }];
      const images = upload(await getDevice(), valuesOf(size, shape, format));
      const options = { policy: [someOps(), anyMixer()], output: { format: output, layout: to } };
      const input = { images, size, ...shape, format, layout: from };
      const { hardware, software } = await onBoth(options, input, [{ step: 0 }, { step: 1 }, { step: 2 }]);
      expect([mixesAlong(hardware), mixesAlong(software)]).toEqual([true, false]);
      images.destroy();
    },
  );
});

describe("what pictures become on the way, and where they come from", () => {
  const POLICIES: Record<string, { policy: Policy; along: boolean }> = {
    "no mixer": { policy: [someOps()], along: true },
    "another size, and ops after it": {
      policy: [randomResizedCrop({ height: 4, width: 12 }), someOps(), anyMixer()],
      along: true,
    },
    "fewer channels, and ops after it": {
      policy: [ops.grayscale({ channels: "one" }), someOps(), cutmix()],
      along: true,
    },
    "three segments": { policy: [someOps(), someOps(), anyMixer()], along: true },
    "ops before, between and after two mixers": {
      policy: [someOps(1), mixup({ pairing: "roll" }), someOps(1), cutmix({ pairing: "roll" }), someOps(1)],
      along: true,
    },
    "ops after a mixer, and before one": { policy: [someOps(), mixup(), someOps(), cutmix()], along: true },
    "tiles and what they show": { policy: [ops.jpegQuality({ quality: 30, prob: 0.5 }), mixup()], along: true },
    "two mixers at once": { policy: [someOps(1), cutmix(), mixup()], along: false },
    "a mixer of two levels": { policy: [someOps(1), mosaic()], along: false },
    "a size that quads do not fit": { policy: [randomResizedCrop({ height: 5, width: 5 }), mixup()], along: false },
  };
  test.each(Object.entries(POLICIES).filter((_, i) => isMine(i)))("%s", async (_, { policy, along }) => {
    const [size, shape] = [12, { height: 8, width: 8, channels: 3 }];
    const images = upload(await getDevice(), valuesOf(size, shape, "u8"));
    const input = { images, size, ...shape };
    const { hardware, software } = await onBoth({ policy, output: { format: "u8" } }, input, [
      { step: 0 },
      { step: 1 },
    ]);
    expect([mixesAlong(hardware), mixesAlong(software)]).toEqual([along, false]);
    images.destroy();
  });

  const PAGES = [1, 3, 4];
  test.each(PAGES.filter((_, i) => isMine(i)))("a dataset of %i pages", async (pages) => {
    const [count, side] = [24, 8];
    const picture = side * side * 3;
    const arrays = { images: noise(count * picture), shape: [count, side, side, 3] };
    const pageBytes = Math.ceil(count / pages) * picture;
    const dataset = await Dataset.fromArrays(await getDevice(), arrays, { pageBytes });
    const options = { policy: [someOps(), anyMixer()], output: { format: "u8" } as const };
    const input = { dataset, indices: Array.from({ length: 16 }, (_, i) => (7 * i) % count) };
    const { hardware } = await onBoth(options, input, [{ epoch: 0 }, { epoch: 1 }]);
    // Four pages leave no binding for scratch memory: then pictures of one segment lie there too.
    expect(mixesAlong(hardware)).toBe(true);
    dataset.destroy();
  });

  test("a second batch is a page of its own", async () => {
    const [size, shape] = [8, { height: 8, width: 8, channels: 3 }];
    const device = await getDevice();
    const [images, others] = [upload(device, valuesOf(size, shape, "u8")), upload(device, noise(size * 192, 5))];
    const input = { images, size, ...shape, external: { images: others, size } };
    const policy: Policy = [someOps(), mixup({ alpha: 1, pairing: "external" })];
    const { hardware } = await onBoth({ policy, output: { format: "u8" } }, input, [{ step: 0 }]);
    expect(mixesAlong(hardware)).toBe(true);
    images.destroy();
    others.destroy();
  });
});

test("NaN that does not show does not spread, through colours and through what was read elsewhere", async () => {
  const shape = { height: 4, width: 8, channels: 3 };
  const picture = 4 * 8 * 3;
  const [left, right] = [0.25, 0.75];
  // The own picture is NaN in its right half, the partner in its left one: the box shows the partner's right half.
  const values = Float32Array.from({ length: 2 * picture }, (_, i) => {
    const isRight = Math.floor(i / 3) % 8 >= 4;
    const isOwn = i < picture;
    return isRight === isOwn ? Number.NaN : isOwn ? left : right;
  });
  const images = upload(await getDevice(), values);
  for (const call of [{ op: "invert" }, { op: "flipY" }] as OpCall[]) {
    const plan = planOf([[call], [call]], shape);
    const cut: MixRow = { mixer: "cutmix", own: 0, partner: 1, bbox: [4, 0, 8, 4], lambda: 0.5 };
    plan.stages[0]!.rows = [cut, { mixer: "mixup", own: 0, partner: 1, lambda: 1 }];
    for (const format of ["f32", "u8"] as const) {
      const input = { images, size: 2, ...shape, format: "f32" as const };
      const { images: made } = await onBoth({ policy: ops.invert(), output: { format } }, input, [{ plan }]);
      const shown = (value: number) => {
        const one = call.op === "invert" ? 1 - value : value;
        return format === "f32" ? one : Math.round(255 * one);
      };
      const wanted = Array.from({ length: picture }, (_, i) => shown(Math.floor(i / 3) % 8 >= 4 ? right : left));
      expect([...made[0]!.subarray(0, picture)]).toEqual(wanted);
    }
  }
  images.destroy();
});
