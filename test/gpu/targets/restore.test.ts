/** Predictions brought back: against the pictures' own geometry in f64, through every kind of move. */
import {
  createRestorer,
  floatToHalf,
  geometryOf,
  mixup,
  type OpCall,
  ops,
  type Plan,
  PlanError,
  type Restored,
  type RestoreOptions,
  repeatedAugmentation,
  samplePlan,
  type ViewPlanes,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { planOf } from "../../oracles/targets/sets.ts";
import { expectNoGpuErrors, getDevice } from "../device.ts";
import { readBack, upload } from "../help.ts";

const [HEIGHT, WIDTH] = [24, 32];

/** A smooth picture of where it is: what is read between pixels is what is there, but for the curvature. */
const valueAt = (k: number, x: number, y: number): number => Math.sin(0.2 * x + k) + Math.cos(0.15 * y - 0.5 * k);

/** What a network that sees each view rightly says: the picture's values, where the view shows them. */
function predictions(plan: Plan, channels: number, [height, width]: readonly [number, number]): Float32Array {
  const rows = plan.stages.at(-1)!.rows.length;
  const planes = new Float32Array(rows * channels * height * width);
  for (let row = 0; row < rows; row++) {
    const points = Array.from({ length: height * width }, (_, i) => [(i % width) + 0.5, Math.floor(i / width) + 0.5]);
    const back = geometryOf(plan, row).back(points.flat());
    for (let k = 0; k < channels; k++)
      for (let i = 0; i < height * width; i++) {
        const value = valueAt(k, back[2 * i]!, back[2 * i + 1]!);
        planes[(row * channels + k) * height * width + i] = Number.isFinite(value) ? value : 0;
      }
  }
  return planes;
}

async function read({ planes, covered }: Restored): Promise<{ planes: Float32Array; covered: Float32Array }> {
  const device = await getDevice();
  const read = {
    planes: new Float32Array(await readBack(device, planes)),
    covered: new Float32Array(await readBack(device, covered)),
  };
  planes.destroy();
  covered.destroy();
  return read;
}

async function restore(plan: Plan, given: Omit<ViewPlanes, "buffer">, bytes: Uint8Array, options?: RestoreOptions) {
  const device = await getDevice();
  const buffer = upload(device, bytes as Uint8Array<ArrayBuffer>);
  const restored = createRestorer(device).restore(plan, { buffer, ...given }, options);
  buffer.destroy();
  const made = { ...restored, ...(await read(restored)) };
  await expectNoGpuErrors();
  return made;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);

const WAYS: [string, OpCall[], size: readonly [number, number], within: number][] = [
  ["nothing", [], [HEIGHT, WIDTH], 1e-5],
  ["a mirror", [{ op: "flipX" }], [HEIGHT, WIDTH], 1e-5],
  ["a turn", [{ op: "rotate", degrees: 33 }], [HEIGHT, WIDTH], 0.02],
  ["a crop", [{ op: "crop", top: 3, left: 5, height: 16, width: 20 }], [16, 20], 1e-5],
  [
    "a crop and a resize",
    [{ op: "cropAndResize", top: 2, left: 4, height: 16, width: 20, outHeight: 40, outWidth: 50 }],
    [40, 50],
    0.02,
  ],
  [
    "two turns with a colour between",
    [{ op: "rotate", degrees: 20 }, { op: "invert" }, { op: "rotate", degrees: -50 }],
    [HEIGHT, WIDTH],
    0.02,
  ],
  ["a homography", [{ op: "perspective", matrix: [1, 0.1, -2, 0.05, 1, 0, 0.004, 0.003, 1] }], [HEIGHT, WIDTH], 0.03],
  ["a jigsaw", [{ op: "jigsaw", grid: [2, 2], order: [3, 1, 0, 2] }], [HEIGHT, WIDTH], 1e-5],
  ["a lens", [{ op: "lensDistortion", k1: 0.3 }], [HEIGHT, WIDTH], 0.03],
  ["elastic", [{ op: "elastic", std: 1, grid: [3, 4], key: [1, 2] }, { op: "flipY" }], [HEIGHT, WIDTH], 0.03],
  ["a grid", [{ op: "gridDistortion", grid: [3, 4], limit: 0.2, key: [1, 2] }], [HEIGHT, WIDTH], 0.1],
  ["a plate", [{ op: "thinPlateSpline", to: [0.1, 0, 1, 0.05, 0, 0.95, 1, 1, 0.55, 0.45] }], [HEIGHT, WIDTH], 0.03],
];

describe.each(WAYS)("through %s", (_, calls, size, within) => {
  test("every pixel that the view shows has its own value again (T1)", async () => {
    const plan = planOf([HEIGHT, WIDTH], [calls]);
    const planes = predictions(plan, 2, size);
    const made = await restore(plan, { channels: 2 }, bytesOf(planes), { mean: "covered", fill: 9 });
    expect([made.shape, made.sources, made.rows]).toEqual([[1, 2, HEIGHT, WIDTH], [0], [[0]]]);
    const { forth } = geometryOf(plan, 0);
    let shown = 0;
    for (let i = 0; i < HEIGHT * WIDTH; i++) {
      const [x, y] = [(i % WIDTH) + 0.5, Math.floor(i / WIDTH) + 0.5];
      const [u, v] = forth([x, y]) as unknown as [number, number];
      const looked = made.covered[i]!;
      const isInside = u >= 1 && v >= 1 && u <= size[1] - 1 && v <= size[0] - 1;
      if (u < -0.6 || v < -0.6 || u > size[1] + 0.6 || v > size[0] + 0.6) {
        expect([looked, made.planes[i]]).toEqual([0, 9]);
      }
      if (!isInside || looked < 0.999) continue;
      shown++;
      for (const k of [0, 1])
        expect(Math.abs(made.planes[k * HEIGHT * WIDTH + i]! - valueAt(k, x, y)), `${x}, ${y}`).toBeLessThan(within);
    }
    expect(shown).toBeGreaterThan(0.3 * HEIGHT * WIDTH);
  });
});

const turned = [
  ops.identity(),
  ops.flipX(),
  ops.rotate({ degrees: 90 }),
  ops.crop({ top: 0, left: 8, height: 24, width: 24 }),
];
const square = { height: 24, width: 24 };

describe("views of a sample", () => {
  const policy = [repeatedAugmentation(turned.slice(0, 3))];
  const plan = samplePlan({ policy, seed: 1, ids: [4, 9], ...square });
  const pixels = square.height * square.width;

  test("are averaged, each over the views that look", async () => {
    const rows = plan.stages.at(-1)!.rows.length;
    expect(rows).toBe(6);
    const planes = predictions(plan, 1, [24, 24]);
    const device = await getDevice();
    const buffer = upload(device, bytesOf(planes) as Uint8Array<ArrayBuffer>);
    const restored = createRestorer(device).restore(plan, { buffer, channels: 1 }, { mean: "covered" });
    buffer.destroy();
    expect(restored.rows.map((views) => views.length)).toEqual([3, 3]);
    expect(restored.rows.flat().sort()).toEqual([0, 1, 2, 3, 4, 5]);
    const values = new Float32Array(await readBack(device, restored.planes));
    const covered = new Float32Array(await readBack(device, restored.covered));
    for (let i = 0; i < 2 * pixels; i++) {
      const at = i % pixels;
      expect(values[i]).toBeCloseTo(valueAt(0, (at % 24) + 0.5, Math.floor(at / 24) + 0.5), 5);
      expect(covered[i]).toBeCloseTo(3, 5);
    }
    restored.planes.destroy();
    restored.covered.destroy();
    await expectNoGpuErrors();
  });

  test("of which one looks at a part: its mean over all views has the fill in it", async () => {
    const shifted: Plan = planOf([HEIGHT, WIDTH], [[], [{ op: "translateX", pixels: 8 }]]);
    const two: Plan = { ...shifted, sources: shifted.sources.map((source) => ({ ...source, index: 0, id: 0 })) };
    const ones = new Float32Array(2 * HEIGHT * WIDTH).fill(1);
    const covered = await restore(two, { channels: 1 }, bytesOf(ones), { mean: "covered", fill: 5 });
    const views = await restore(two, { channels: 1 }, bytesOf(ones), { mean: "views", fill: 5 });
    expect(new Set(covered.planes)).toEqual(new Set([1]));
    expect(new Set(views.covered)).toEqual(new Set([1, 2]));
    views.planes.forEach((value, i) => {
      expect(value).toBe(views.covered[i] === 2 ? 1 : 3);
    });
  });
});

test("every element type, memory order and size of planes; ids are read as they are", async () => {
  const plan = planOf([HEIGHT, WIDTH], [[{ op: "flipX" }], [{ op: "rotate", degrees: 180 }]]);
  const ids = Uint8Array.from({ length: 2 * HEIGHT * WIDTH * 3 }, (_, i) => (i * 7) % 251);
  const want = (row: number, x: number, y: number, k: number) => {
    const [u, v] = [WIDTH - 1 - x, row === 0 ? y : HEIGHT - 1 - y];
    return ids[((row * HEIGHT + v) * WIDTH + u) * 3 + k]!;
  };
  const forms = {
    u8: ids,
    f32: Float32Array.from(ids),
    f16: Uint16Array.from(ids, floatToHalf),
  };
  for (const [format, data] of Object.entries(forms) as [ViewPlanes["format"], ArrayBufferView][]) {
    const given = { channels: 3, format, layout: "nhwc" as const };
    const made = await restore(plan, given, bytesOf(data), { interpolation: "nearest" });
    expect(made.shape).toEqual([2, HEIGHT, WIDTH, 3]);
    const wrong = Array.from(made.planes).findIndex((value, i) => {
      const pixel = Math.floor(i / 3) % (HEIGHT * WIDTH);
      const row = Math.floor(i / 3 / (HEIGHT * WIDTH));
      return value !== want(row, pixel % WIDTH, Math.floor(pixel / WIDTH), i % 3);
    });
    expect(wrong).toBe(-1);
  }
  // A network that answers at half the resolution.
  const half = Float32Array.from({ length: 2 * (HEIGHT / 2) * (WIDTH / 2) }, (_, i) => i % (WIDTH / 2));
  const small = { channels: 1, height: HEIGHT / 2, width: WIDTH / 2 };
  const made = await restore(plan, small, bytesOf(half), { rows: [1], interpolation: "nearest" });
  expect(made.rows).toEqual([[1]]);
  expect(Array.from(made.planes.slice(0, 4))).toEqual([15, 15, 14, 14]);
});

test("what is wrong is said by name", async () => {
  const device = await getDevice();
  const { restore } = createRestorer(device);
  const buffer = upload(device, new Uint8Array(4 * 2 * HEIGHT * WIDTH));
  const plan = planOf([HEIGHT, WIDTH], [[], [{ op: "flipX" }]]);
  const good = { buffer, channels: 1 };
  const wrong: [() => unknown, string][] = [
    [() => restore(plan, { ...good, channels: 0 }), "restore.planes.channels: expected"],
    [() => restore(plan, { ...good, channels: 2 }), "restore.planes.buffer: expected at least 12288 bytes"],
    [
      () => restore(plan, { ...good, format: "f64" } as never),
      'restore.planes.format: expected "f32" or "f16" or "u8"',
    ],
    [() => restore(plan, { ...good, layout: "chwn" } as never), 'restore.planes.layout: expected "nhwc" or "nchw"'],
    [() => restore(plan, {} as never), "restore.planes.channels: expected"],
    [() => restore(plan, buffer as never), "restore.planes"],
    [() => restore(plan, { ...good, stride: 4 } as never), "restore.planes: expected"],
    [
      () => restore(plan, good, { mean: "median" } as never),
      'restore.options.mean: expected "none" or "covered" or "views"',
    ],
    [() => restore(plan, good, { fill: Number.NaN }), "restore.options.fill: expected a finite number, found NaN"],
    [
      () => restore(plan, good, { interpolation: "bicubic" } as never),
      'restore.options.interpolation: expected "bilinear" or "nearest"',
    ],
    [() => restore(plan, good, { rows: [2] }), "restore.options.rows[0]: expected an integer in 0..1, found 2"],
    [() => restore(plan, good, { rows: [] }), "restore.options.rows: expected a list of rows of the batch"],
    [() => restore(plan, good, { rows: [1, 1] }), "restore.options.rows: expected rows that differ"],
    [() => createRestorer({} as never), "createRestorer.device"],
  ];
  for (const [call, message] of wrong) expect(call).toThrow(message);
  const mixed = samplePlan({ policy: [mixup()], seed: 1, ids: [0, 1], height: HEIGHT, width: WIDTH });
  expect(() => restore(mixed, good)).toThrow(PlanError);
  expect(() => restore(mixed, good)).toThrow("plan.stages[0].rows[0]: expected a row of one source");
  buffer.destroy();
  await expectNoGpuErrors();
});
