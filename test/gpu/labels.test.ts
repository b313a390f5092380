/**
 * What the label kernels write: ids are integers whatever their size, equal labels add up, smoothing is timm's, rows
 * sum to 1.
 */
import { createEngine, cutmix, type LabelOptions, mixup, type Plan, type Policy, type Row } from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { readBack, upload } from "./help.ts";

/** A plan of one stage over a batch of 1×4 pictures. */
function planOf(rows: Row[], size: number): Plan {
  return {
    version: 1,
    seed: 0,
    epoch: 0,
    height: 1,
    width: 4,
    sources: Array.from({ length: size }, (_, index) => ({ from: "batch", index, id: index })),
    batchSize: size,
    stages: [{ pairing: "reverse", rows }],
  };
}

const mix = (own: number, partner: number, lambda: number): Row => ({ mixer: "mixup", own, partner, lambda });
const plain = (own: number): Row => ({ mixer: "none", own });

/** The labels of a batch of 1×4 pictures that nobody looks at. */
async function labelsOf(
  given: Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>,
  how: Plan | Policy,
  labels: LabelOptions,
  asBuffer?: "ids" | "rows",
) {
  const device = await getDevice();
  const size = given instanceof Float32Array ? given.length / labels.classes : given.length;
  const images = upload(device, noise(4 * size));
  const buffer = asBuffer && upload(device, given);
  const plan = "sources" in how ? (how as Plan) : undefined;
  const engine = await createEngine(device, {
    seed: 12,
    policy: plan ? [] : (how as Policy),
    output: { format: "u8" },
    labels,
  });
  const input = { images, size, height: 1, width: 4, channels: 1, labels: buffer ?? given, labelForm: asBuffer };
  const batch = engine.run(input, plan ? { plan } : { step: 0 });
  const made = { ...(await engine.read(batch)), plan: batch.plan };
  for (const thing of [engine, images, buffer]) thing?.destroy();
  return made;
}

describe("class ids are u32 all the way", () => {
  test("65,537 and 65,538 are two classes of 70,000, dense and sparse", async () => {
    const plan = planOf([mix(0, 1, 0.75), plain(1)], 2);
    const { labels, classes, shares } = await labelsOf(Uint32Array.of(65537, 65538), plan, {
      classes: 70_000,
      sparse: true,
    });
    const wanted = new Float32Array(140_000);
    [wanted[65537], wanted[65538], wanted[70_000 + 65538]] = [0.75, 0.25, 1];
    expect(labels!.findIndex((value, i) => value !== wanted[i])).toBe(-1);
    expect(classes).toEqual(Uint32Array.of(65537, 65538, 65538, 65538));
    expect(shares).toEqual(Float32Array.of(0.75, 0.25, 1, 0));
  });

  test("beyond 2^24, where a float32 would merge neighbours, and up to 2^32 - 1 (from a buffer, sparse)", async () => {
    const ids = Uint32Array.of(2 ** 24, 2 ** 24 + 1, 2 ** 31 + 5, 2 ** 32 - 1);
    const plan = planOf([mix(0, 1, 0.5), mix(1, 0, 0.5), mix(2, 3, 0.25), plain(3)], 4);
    const { classes } = await labelsOf(ids, plan, { classes: 2 ** 24, dense: false, sparse: true }, "ids");
    expect(classes).toEqual(Uint32Array.of(ids[0]!, ids[1]!, ids[1]!, ids[0]!, ids[2]!, ids[3]!, ids[3]!, ids[3]!));
  });

  test("an id that is no class of ours, from a buffer, is nobody: the row has only what is left", async () => {
    const { labels } = await labelsOf(
      Uint32Array.of(0, 9),
      planOf([mix(0, 1, 0.75), plain(1)], 2),
      { classes: 2 },
      "ids",
    );
    expect(labels).toEqual(Float32Array.of(0.75, 0, 0, 0));
  });
});

describe("rows", () => {
  test("equal labels in a pair add up, in dense rows to 1 and in sparse ones side by side", async () => {
    const plan = planOf([mix(0, 1, 0.625), mix(1, 2, 0.625), mix(2, 2, 0.625)], 3);
    const { labels, classes, shares } = await labelsOf(Uint32Array.of(2, 2, 0), plan, { classes: 3, sparse: true });
    expect(labels).toEqual(Float32Array.of(0, 0, 1, 0.375, 0, 0.625, 1, 0, 0));
    expect(classes).toEqual(Uint32Array.of(2, 2, 2, 0, 0, 0));
    expect(shares).toEqual(Float32Array.of(0.625, 0.375, 0.625, 0.375, 0.625, 0.375));
  });

  test("lambda exactly 0 and exactly 1 are one class and nothing else", async () => {
    const { labels, shares } = await labelsOf(Uint32Array.of(0, 1), planOf([mix(0, 1, 0), mix(0, 1, 1)], 2), {
      classes: 2,
      sparse: true,
    });
    expect(labels).toEqual(Float32Array.of(0, 1, 1, 0));
    expect(shares).toEqual(Float32Array.of(0, 1, 1, 0));
  });

  test("sum to 1, for any policy and smoothing", async () => {
    const policies: Policy[] = [
      mixup({ alpha: 0.1 }),
      cutmix({ lambda: "beta" }),
      [cutmix(), mixup({ alpha: 8 })],
      [mixup(), cutmix(), mixup(), cutmix({ lambda: "unclipped" })],
    ];
    const ids = Uint32Array.from({ length: 97 }, (_, i) => (i * i) % 7);
    for (const policy of policies) {
      for (const smoothing of [0, 0.1, 1]) {
        const { labels, shares } = await labelsOf(ids, policy, { classes: 7, smoothing, sparse: true });
        for (const [data, width] of [
          [labels!, 7],
          [shares!, shares!.length / 97],
        ] as const) {
          for (let row = 0; row < 97; row++) {
            const sum = data.subarray(row * width, (row + 1) * width).reduce((total, value) => total + value, 0);
            expect(Math.abs(sum - 1)).toBeLessThan(width * 2 ** -23);
          }
        }
      }
    }
  });

  test("multi-label rows are mixed as they are; ones need not sum to 1", async () => {
    const given = Float32Array.of(1, 1, 0, 0, 0.5, 2, -1, 0, 0.25);
    const plan = planOf([mix(0, 1, 0.75), mix(1, 2, 0.5), plain(2)], 3);
    const wanted = Float32Array.of(0.75, 0.875, 0.5, -0.5, 0.25, 1.125, -1, 0, 0.25);
    expect((await labelsOf(given, plan, { classes: 3 })).labels).toEqual(wanted);
    expect((await labelsOf(given, plan, { classes: 3 }, "rows")).labels).toEqual(wanted);
  });

  test("one-hot rows give what ids give", async () => {
    const ids = Uint32Array.from({ length: 31 }, (_, i) => (i * 3) % 5);
    const oneHot = new Float32Array(31 * 5);
    ids.forEach((id, i) => {
      oneHot[i * 5 + id] = 1;
    });
    const policy = [cutmix(), mixup()];
    const options = { classes: 5, smoothing: 0.1 };
    expect((await labelsOf(oneHot, policy, options)).labels).toEqual((await labelsOf(ids, policy, options)).labels);
  });
});

describe("smoothing", () => {
  test("is timm's formula: lambda on(own) + (1 - lambda) on(partner), on = 1 - e + e/K, off = e/K", async () => {
    const [e, K] = [0.1, 4];
    const [on, off] = [1 - e + e / K, e / K];
    const plan = planOf([mix(0, 1, 0.75), plain(1), mix(1, 1, 0.5)], 3);
    const { labels } = await labelsOf(Uint32Array.of(0, 2, 2), plan, { classes: K, smoothing: e });
    const target = (lambda: number, own: number, partner: number) =>
      Array.from({ length: K }, (_, k) => lambda * (k === own ? on : off) + (1 - lambda) * (k === partner ? on : off));
    const wanted = [...target(0.75, 0, 2), ...target(1, 2, 2), ...target(0.5, 2, 2)];
    for (const [i, value] of wanted.entries()) expect(labels![i], `value ${i}`).toBeCloseTo(value, 6);
  });

  test("`smoothUnmixed: false` leaves exactly those rows hard that nothing was mixed into", async () => {
    const plan = planOf([mix(0, 1, 0.75), plain(1), mix(2, 0, 1)], 3);
    const options = { classes: 4, smoothing: 0.2, smoothUnmixed: false };
    const { labels } = await labelsOf(Uint32Array.of(0, 2, 3), plan, options);
    expect(labels!.slice(4, 8)).toEqual(Float32Array.of(0, 0, 1, 0));
    expect(labels![0]).toBeCloseTo(0.8 * 0.75 + 0.05, 6);
    // A lambda drawn as exactly 1 is a mix all the same.
    expect(labels![11]).toBeCloseTo(0.85, 6);
  });

  test("of stacked mixers happens once, at the end", async () => {
    const plan = planOf([mix(0, 1, 0.5), plain(1)], 2);
    plan.stages.push({ pairing: "reverse", rows: [mix(0, 1, 0.5), plain(1)] });
    const { labels } = await labelsOf(Uint32Array.of(0, 1), plan, { classes: 2, smoothing: 0.1 });
    expect(labels![0]).toBeCloseTo(0.9 * 0.25 + 0.05, 6);
    expect(labels![1]).toBeCloseTo(0.9 * 0.75 + 0.05, 6);
  });
});

describe("a second batch", () => {
  test("row i is mixed with row i of it, pictures and labels, ids and rows", async () => {
    const device = await getDevice();
    const [size, shape] = [5, { height: 3, width: 5, channels: 2 }];
    const [first, second] = [noise(size * 30), noise(size * 30, 9)];
    const [images, more] = [upload(device, first), upload(device, second)];
    const engine = await createEngine(device, {
      seed: 3,
      policy: mixup({ alpha: 1, pairing: "external" }),
      output: { format: "u8" },
      labels: { classes: 10 },
    });
    const ids = { own: Uint32Array.of(0, 1, 2, 3, 4), partner: Uint32Array.of(5, 6, 7, 8, 9) };
    const oneHot = (list: Uint32Array) => {
      const rows = new Float32Array(50);
      list.forEach((id, i) => {
        rows[i * 10 + id] = 1;
      });
      return rows;
    };
    for (const form of ["ids", "rows"] as const) {
      const [own, partner] = form === "ids" ? [ids.own, ids.partner] : [oneHot(ids.own), oneHot(ids.partner)];
      const batch = engine.run(
        { images, size, ...shape, labels: own, external: { images: more, size, labels: partner } },
        { step: 0 },
      );
      const made = await engine.read(batch);
      for (const [i, row] of batch.plan.stages[0]!.rows.entries()) {
        if (row.mixer !== "mixup") throw new Error("not mixed");
        const { lambda } = row;
        const wanted = new Float32Array(10);
        [wanted[i], wanted[i + 5]] = [lambda, Math.fround(1 - lambda)];
        expect(made.labels!.slice(i * 10, i * 10 + 10)).toEqual(wanted);
        for (let at = i * 30; at < (i + 1) * 30; at++) {
          const exact = lambda * first[at]! + (1 - lambda) * second[at]!;
          expect(Math.abs(made.images[at]! - exact)).toBeLessThan(0.5 + 1e-4);
        }
      }
    }
    for (const thing of [engine, images, more]) thing.destroy();
  });
});

test("f16 pictures have no say in the labels: ids above 2048 come out as they went in", async () => {
  const device = await getDevice();
  const ids = Uint32Array.of(2049, 2051, 4097, 65535);
  const images = upload(device, new Uint16Array(4 * 4).fill(0x3c00));
  const engine = await createEngine(device, {
    policy: mixup({ alpha: 1, pairing: "reverse" }),
    output: { format: "f16" },
    labels: { classes: 65536, dense: false, sparse: true },
  });
  const batch = engine.run(
    { images, size: 4, height: 1, width: 4, channels: 1, format: "f16", labels: ids },
    { step: 0 },
  );
  const { classes } = await engine.read(batch);
  expect(classes).toEqual(Uint32Array.of(2049, 65535, 2051, 4097, 4097, 2051, 65535, 2049));
  expect(new Uint32Array(await readBack(device, batch.sparse!.classes))).toEqual(classes);
  engine.destroy();
  images.destroy();
});
