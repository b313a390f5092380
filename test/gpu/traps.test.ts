/**
 * The traps that other libraries fell into, as far as they concern mixing: each was a real bug in one of them. One test
 * a trap.
 */
import { createEngine, cutmix, Dataset, floatToHalf, mixup, oneOf, type Row } from "mixwell";
import { expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { upload } from "./help.ts";
import { boxRow, mixed } from "./mixed.ts";

/** The trap, and the test that walks into it. */
const TRAPS: Record<string, () => Promise<void>> = {
  "non-square pictures: width taken for height": nonSquare,
  "one channel": oneChannel,
  "an odd batch": oddBatch,
  "a batch of one": batchOfOne,
  "equal labels in a pair: the second overwrites the first": equalLabels,
  "lambda exactly 0 or exactly 1": extremeLambda,
  "alpha 0.1 and alpha 8: a sampler that is only right around 1": extremeAlpha,
  "a box at each border of the picture": boxAtBorders,
  "class ids above 2048 beside f16 pictures": idsBesideHalves,
  "class ids and other fields mixed along with the pictures": fieldsUntouched,
  "a shuffle of a slice that shuffles a copy": shuffleHasEffect,
  "partners read from a batch that was already mixed in place": partnersAreOriginals,
  "one seed for several draws: lambda, box, gate and choice move together": independentDraws,
  "one box or lambda for the whole batch": ownDrawsPerSample,
  "probability applied twice": probabilityOnce,
  "label rows that don't sum to 1": rowsSumToOne,
  "lambda taken from the box before clipping": lambdaFromPixels,
  "the partner's weight where the own one should be": ownWeight,
  "NaN in a partner that doesn't show": hiddenNan,
  "NaN in a partner of weight 0": weightlessNan,
  "a mixer in a combinator silently doing nothing": combinatorsMix,
};

test.each(Object.keys(TRAPS))("%s", (trap) => TRAPS[trap]!());

async function nonSquare() {
  for (const [height, width] of [
    [4, 21],
    [21, 4],
    [3, 50],
  ] as const) {
    const { images, plan, picture } = await mixed({ policy: cutmix({ pairing: "roll" }), size: 40, height, width });
    const reached = { x: 0, y: 0 };
    for (const [row, { own, ...drawn }] of plan.stages[0]!.rows.entries()) {
      if (drawn.mixer !== "cutmix") throw new Error("not cut");
      const [x0, y0, x1, y1] = drawn.bbox;
      [reached.x, reached.y] = [Math.max(reached.x, x1), Math.max(reached.y, y1)];
      const wanted = Array.from({ length: picture }, (_, i) => {
        const [x, y] = [i % width, Math.floor(i / width)];
        return x >= x0 && x < x1 && y >= y0 && y < y1 ? drawn.partner : own;
      });
      expect([...images.subarray(row * picture, (row + 1) * picture)]).toEqual(wanted);
    }
    // Boxes get to the far edge of both sides, which they would not with one taken for the other.
    expect(reached).toEqual({ x: width, y: height });
  }
}

async function oneChannel() {
  const pixels = noise(6 * 12);
  const { images, plan } = await mixed({
    policy: mixup({ alpha: 1, pairing: "reverse" }),
    size: 6,
    height: 3,
    width: 4,
    pixels,
  });
  for (const [row, drawn] of plan.stages[0]!.rows.entries()) {
    if (drawn.mixer !== "mixup") throw new Error("not mixed");
    for (let i = 0; i < 12; i++) {
      const exact = drawn.lambda * pixels[row * 12 + i]! + (1 - drawn.lambda) * pixels[(5 - row) * 12 + i]!;
      expect(Math.abs(images[row * 12 + i]! - exact)).toBeLessThanOrEqual(0.5 + 1e-4);
    }
  }
}

async function oddBatch() {
  for (const pairing of ["reverse", "roll", "permutation", "derangement"] as const) {
    const { images, plan, labels } = await mixed({
      policy: cutmix({ minmax: [0.9, 1], pairing }),
      size: 7,
      height: 16,
      width: 16,
    });
    const alone: number[] = [];
    for (const [row, drawn] of plan.stages[0]!.rows.entries()) {
      expect(drawn.own).toBe(row);
      const partner = drawn.mixer === "none" ? row : drawn.partner;
      if (partner === row) alone.push(row);
      if (pairing === "reverse") expect(partner).toBe(6 - row);
      if (pairing === "roll") expect(partner).toBe((row + 6) % 7);
      expect(new Set(images.subarray(row * 256, (row + 1) * 256))).toEqual(new Set([row, partner]));
      expect(labels![row * 7 + partner]).toBeGreaterThan(0.7);
    }
    if (pairing === "reverse") expect(alone).toEqual([3]);
    if (pairing === "derangement") expect(alone).toEqual([]);
  }
}

async function batchOfOne() {
  for (const pairing of ["reverse", "roll", "permutation", "derangement"] as const) {
    for (const policy of [mixup({ pairing }), cutmix({ pairing }), [cutmix({ pairing }), mixup({ pairing })]]) {
      const pixels = noise(12);
      const { images, labels } = await mixed({
        policy,
        size: 1,
        height: 3,
        width: 4,
        pixels,
        labels: Uint32Array.of(1),
        classes: 3,
      });
      expect(images).toEqual(pixels);
      expect(labels).toEqual(Float32Array.of(0, 1, 0));
    }
  }
}

async function equalLabels() {
  const policy = mixup({ alpha: 1, pairing: "roll" });
  const { labels } = await mixed({
    policy,
    size: 6,
    height: 2,
    width: 4,
    labels: new Uint32Array(6).fill(2),
    classes: 3,
  });
  for (let row = 0; row < 6; row++) {
    expect(Math.abs(labels![row * 3 + 2]! - 1)).toBeLessThan(2 ** -23);
    expect([labels![row * 3], labels![row * 3 + 1]]).toEqual([0, 0]);
  }
}

async function extremeLambda() {
  const pixels = noise(2 * 20);
  const rows: Row[] = [
    { mixer: "mixup", own: 0, partner: 1, lambda: 0 },
    { mixer: "mixup", own: 0, partner: 1, lambda: 1 },
  ];
  for (const [height, width] of [
    [4, 5],
    [2, 10],
    [20, 1],
  ] as const) {
    const { images, labels } = await mixed({ plan: () => rows, size: 2, height, width, pixels });
    expect(images).toEqual(Uint8Array.of(...pixels.subarray(20), ...pixels.subarray(0, 20)));
    expect(labels).toEqual(Float32Array.of(0, 1, 1, 0));
  }
}

async function extremeAlpha() {
  const size = 4096;
  for (const alpha of [0.1, 8]) {
    const policy = mixup({ alpha, pairing: "roll" });
    const { shares } = await mixed({ policy, size, height: 1, width: 4, labels: new Uint32Array(size), classes: 1 });
    const lambdas = shares!.filter((_, i) => i % 2 === 0);
    const mean = lambdas.reduce((sum, lambda) => sum + lambda, 0) / size;
    const variance = lambdas.reduce((sum, lambda) => sum + (lambda - 0.5) ** 2, 0) / size;
    const wanted = 1 / (4 * (2 * alpha + 1));
    // 5 standard errors of each: the squared distance from 1/2 has itself a variance below wanted / 4.
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(wanted / size));
    expect(Math.abs(variance - wanted)).toBeLessThan(5 * Math.sqrt(wanted / 4 / size));
    expect(lambdas.every((lambda) => lambda >= 0 && lambda <= 1)).toBe(true);
  }
}

async function boxAtBorders() {
  const [height, width] = [6, 10];
  const boxes: [number, number, number, number][] = [
    [0, 2, 3, 4],
    [7, 2, 10, 4],
    [4, 0, 6, 2],
    [4, 4, 6, 6],
    [0, 0, 1, 1],
    [9, 5, 10, 6],
    [0, 0, 10, 6],
    [5, 3, 5, 6],
    [9, 0, 10, 6],
    [0, 5, 10, 6],
  ];
  const size = boxes.length;
  const plan = () => boxes.map((box, row) => boxRow(row, (row + 1) % size, box, height, width));
  for (const channels of [1, 3, 2]) {
    const { images, labels, picture } = await mixed({ plan, size, height, width, channels });
    for (const [row, [x0, y0, x1, y1]] of boxes.entries()) {
      const wanted = Array.from({ length: picture }, (_, i) => {
        const [x, y] = [Math.floor(i / channels) % width, Math.floor(i / channels / width)];
        return x >= x0 && x < x1 && y >= y0 && y < y1 ? (row + 1) % size : row;
      });
      expect([...images.subarray(row * picture, (row + 1) * picture)], `box ${row}`).toEqual(wanted);
      expect(labels![row * size + ((row + 1) % size)]).toBe(Math.fround(((x1 - x0) * (y1 - y0)) / 60));
    }
  }
}

async function idsBesideHalves() {
  const labels = Uint32Array.of(2047, 2049, 4099, 65533);
  const pixels = new Uint16Array(4 * 4).fill(floatToHalf(0.5));
  const policy = mixup({ alpha: 1, pairing: "reverse" });
  const made = await mixed({
    policy,
    size: 4,
    height: 1,
    width: 4,
    format: "f16",
    output: "f16",
    pixels,
    labels,
    classes: 65536,
  });
  expect(made.classes).toEqual(Uint32Array.of(2047, 65533, 2049, 4099, 4099, 2049, 65533, 2047));
  expect(made.labels![65536 + 2049]! + made.labels![65536 + 4099]!).toBeCloseTo(1, 6);
}

async function fieldsUntouched() {
  const device = await getDevice();
  const masks = [{ id: 7 }, { id: 8 }, { id: 9 }];
  const dataset = await Dataset.fromArrays(device, {
    images: noise(48),
    shape: [3, 4, 4, 1],
    labels: [0, 1, 2],
    fields: { mask: masks, age: Int8Array.of(5, 6, 7) },
  });
  const engine = await createEngine(device, { policy: mixup({ alpha: 8 }), labels: { classes: 3 } });
  const batch = engine.run({ dataset, indices: [2, 0] });
  expect(batch.fields).toEqual({ mask: [masks[2], masks[0]], age: [7, 5] });
  expect((batch.fields.mask as unknown[])[0]).toBe(masks[2]);
  const images = upload(device, noise(32));
  const fields = { depth: Float64Array.of(0.1, 0.2) };
  const loose = engine.run(
    { images, size: 2, height: 4, width: 4, channels: 1, labels: Uint32Array.of(0, 1), fields },
    { step: 0 },
  );
  expect(loose.fields).toBe(fields);
  for (const thing of [engine, dataset, images]) thing.destroy();
}

async function shuffleHasEffect() {
  const device = await getDevice();
  const dataset = await Dataset.fromArrays(device, {
    images: Uint8Array.from({ length: 100 }, (_, i) => i),
    shape: [100, 1, 1, 1],
  });
  const engine = await createEngine(device, { policy: [], output: { format: "u8" } });
  const order = async (epoch: number) => {
    const seen: number[] = [];
    for (const batch of engine.epoch(dataset, { epoch, batchSize: 9, lookAhead: 0 }))
      seen.push(...(await engine.read(batch)).images);
    return seen;
  };
  const [first, second] = [await order(0), await order(1)];
  const sorted = Array.from({ length: 100 }, (_, i) => i);
  for (const seen of [first, second]) expect(seen.toSorted((a, b) => a - b)).toEqual(sorted);
  // A random order leaves one sample of a hundred in its place on average.
  const fixed = (a: number[], b: number[]) => a.filter((value, i) => value === b[i]).length;
  expect(fixed(first, sorted)).toBeLessThan(8);
  expect(fixed(second, first)).toBeLessThan(8);
  engine.destroy();
  dataset.destroy();
}

async function partnersAreOriginals() {
  // Both of a pair read the other as it was: with a box over everything, they change places.
  const plan = (size: number) => Array.from({ length: size }, (_, i) => boxRow(i, size - 1 - i, [0, 0, 4, 4], 4, 4));
  const pixels = noise(8 * 16);
  const { images } = await mixed({ plan, size: 8, height: 4, width: 4, pixels });
  for (let row = 0; row < 8; row++)
    expect(images.slice(row * 16, row * 16 + 16)).toEqual(pixels.slice((7 - row) * 16, (8 - row) * 16));
  // And over two stages: the second reads what the first made of everybody, the partner's row included.
  const two = await mixed({
    policy: [cutmix({ minmax: [0.9, 1], pairing: "reverse" }), cutmix({ minmax: [0.9, 1], pairing: "reverse" })],
    size: 2,
    height: 16,
    width: 16,
  });
  expect(two.labels![0]).toBeGreaterThan(0.5);
}

async function independentDraws() {
  const device = await getDevice();
  const size = 4096;
  const images = upload(device, new Uint8Array(size * 16 * 16));
  const policy = [
    oneOf([cutmix({ alpha: 1, prob: 0.5, lambda: "beta" }), mixup({ alpha: 1 })], { pairing: "roll", prob: 0.6 }),
    cutmix({ alpha: 1, lambda: "beta", pairing: "roll" }),
  ];
  const engine = await createEngine(device, { seed: 1, policy });
  const input = { images, size, height: 16, width: 16, channels: 1 };
  const ids = Array.from({ length: size }, (_, i) => i);
  const [first, second] = engine.draw(input, { ids }).stages;
  const columns: Record<string, (number | undefined)[]> = {
    gate: first!.rows.map(({ mixer }) => (mixer === "none" ? 0 : 1)),
    choice: first!.rows.map(({ mixer }) => (mixer === "none" ? undefined : mixer === "mixup" ? 1 : 0)),
    lambda: first!.rows.map((row) => (row.mixer === "none" ? undefined : row.lambda)),
    "lambda of the second stage": second!.rows.map((row) => (row.mixer === "cutmix" ? row.lambda : undefined)),
    ...Object.fromEntries(
      [0, 1].map((axis) => [
        `box ${axis ? "y" : "x"}`,
        second!.rows.map((row) => (row.mixer === "cutmix" ? (row.bbox[axis]! + row.bbox[axis + 2]!) / 2 : undefined)),
      ]),
    ),
  };
  const next = engine.draw(input, { ids, epoch: 1 }).stages[1]!.rows;
  columns["lambda of the next epoch"] = next.map((row) => (row.mixer === "cutmix" ? row.lambda : undefined));
  columns["lambda of the next sample"] = [...columns["lambda of the second stage"]!.slice(1), undefined];
  // The stage's gate (0.6) and the choice (1/2) are two draws: one number for both would leave MixUp a tenth of the
  // rows.
  const mixups = first!.rows.filter(({ mixer }) => mixer === "mixup").length / size;
  expect(Math.abs(mixups - 0.3)).toBeLessThan(5 * Math.sqrt((0.3 * 0.7) / size));
  const names = Object.keys(columns);
  for (const [i, a] of names.entries()) {
    for (const b of names.slice(i + 1)) {
      // 28 pairs, 5 standard errors each: 1.6e-5 for all.
      const { correlation, n } = correlate(columns[a]!, columns[b]!);
      if (n > 0) expect(Math.abs(correlation) * Math.sqrt(n), `${a} and ${b}`).toBeLessThan(5);
    }
  }
  for (const thing of [engine, images]) thing.destroy();
}

/** Over the rows that have both; none where one of the two does not vary. */
function correlate(a: (number | undefined)[], b: (number | undefined)[]): { correlation: number; n: number } {
  const pairs = a
    .map((value, i) => [value, b[i]] as const)
    .filter((pair): pair is [number, number] => pair.every((value) => value !== undefined));
  const n = pairs.length;
  const [meanA, meanB] = [0, 1].map((k) => pairs.reduce((sum, pair) => sum + pair[k]!, 0) / n) as [number, number];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [x, y] of pairs) {
    ab += (x - meanA) * (y - meanB);
    aa += (x - meanA) ** 2;
    bb += (y - meanB) ** 2;
  }
  return aa * bb === 0 ? { correlation: 0, n: 0 } : { correlation: ab / Math.sqrt(aa * bb), n };
}

async function ownDrawsPerSample() {
  const { plan } = await mixed({ policy: cutmix({ alpha: 1 }), size: 64, height: 64, width: 64 });
  const boxes = plan.stages[0]!.rows.map((row) => (row.mixer === "cutmix" ? row.bbox : [0, 0, 0, 0]));
  expect(new Set(boxes.map(String)).size).toBeGreaterThan(55);
  // Not only the sizes: the positions within the picture too.
  for (const side of [0, 1]) expect(new Set(boxes.map((box) => box[side]! + box[side + 2]!)).size).toBeGreaterThan(20);
}

async function probabilityOnce() {
  const size = 8192;
  for (const policy of [
    mixup({ alpha: 1, prob: 0.5, pairing: "roll" }),
    cutmix({ minmax: [0.5, 1], prob: 0.5, pairing: "roll" }),
    oneOf([mixup({ alpha: 1 }), cutmix({ minmax: [0.5, 1] })], { prob: 0.5, pairing: "roll" }),
    oneOf([mixup({ alpha: 1, prob: 0.5 }), cutmix({ minmax: [0.5, 1], prob: 0.5 })], { pairing: "roll" }),
  ]) {
    const { shares } = await mixed({ policy, size, height: 4, width: 4, labels: new Uint32Array(size), classes: 1 });
    let count = 0;
    for (let row = 0; row < size; row++) if (shares![2 * row]! < 1) count++;
    // 5 standard deviations; twice would be a quarter.
    expect(Math.abs(count - size / 2)).toBeLessThan(5 * Math.sqrt(size / 4));
  }
}

async function rowsSumToOne() {
  for (const policy of [mixup(), cutmix(), cutmix({ lambda: "unclipped" }), [cutmix(), mixup(), cutmix()]]) {
    for (const labels of [
      Uint32Array.from({ length: 33 }, (_, i) => i % 3),
      Uint32Array.from({ length: 33 }, (_, i) => i),
    ]) {
      const made = await mixed({ policy, size: 33, height: 5, width: 7, labels, classes: 33 });
      for (let row = 0; row < 33; row++) {
        const sum = made.labels!.subarray(row * 33, (row + 1) * 33).reduce((total, value) => total + value, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-6);
      }
    }
  }
}

async function lambdaFromPixels() {
  const { images, labels, plan, picture } = await mixed({
    policy: cutmix({ pairing: "roll" }),
    size: 64,
    height: 12,
    width: 9,
  });
  let clipped = 0;
  for (const [row, drawn] of plan.stages[0]!.rows.entries()) {
    const own = images.subarray(row * picture, (row + 1) * picture).filter((value) => value === row).length;
    expect(labels![row * 64 + row]).toBe(Math.fround(own / picture));
    if (drawn.mixer === "cutmix" && (drawn.bbox[0] === 0 || drawn.bbox[2] === 9)) clipped++;
  }
  expect(clipped).toBeGreaterThan(10);
}

async function ownWeight() {
  const pixels = Uint8Array.of(...new Uint8Array(16).fill(200), ...new Uint8Array(16).fill(0));
  const plan = (): Row[] => [{ mixer: "mixup", own: 0, partner: 1, lambda: 0.75 }, boxRow(0, 1, [0, 0, 4, 1], 4, 4)];
  const { images, labels, shares, classes } = await mixed({ plan, size: 2, height: 4, width: 4, pixels });
  expect(images[0]).toBe(150);
  expect(images.slice(16, 32).filter((value) => value === 200).length).toBe(12);
  expect(labels).toEqual(Float32Array.of(0.75, 0.25, 0.75, 0.25));
  expect([...classes!, ...shares!]).toEqual([0, 1, 0, 1, 0.75, 0.25, 0.75, 0.25]);
}

/** Every kernel that reads floats: both shapes of kernel, f32 and f16. */
const FLOAT_KERNELS = [
  { height: 4, width: 6, channels: 3, format: "f32" },
  { height: 4, width: 6, channels: 3, format: "f16" },
  { height: 3, width: 5, channels: 2, format: "f32" },
  { height: 3, width: 5, channels: 2, format: "f16" },
] as const;

const toFormat = (values: Float32Array, format: "f32" | "f16") =>
  format === "f32" ? values : Uint16Array.from(values, floatToHalf);

async function hiddenNan() {
  for (const { format, ...shape } of FLOAT_KERNELS) {
    const { height, width, channels } = shape;
    const picture = height * width * channels;
    // The partner is NaN and infinite everywhere but in the box [1, 1, 4, 3), and the own picture is so inside it.
    const inside = (i: number) => {
      const [x, y] = [Math.floor(i / channels) % width, Math.floor(i / channels / width)];
      return x >= 1 && x < 4 && y >= 1 && y < 3;
    };
    const bad = (i: number) => [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY][i % 3]!;
    const values = Float32Array.from({ length: 2 * picture }, (_, i) => {
      const at = i % picture;
      return i < picture === inside(at) ? bad(i) : i < picture ? 0.25 : 0.75;
    });
    for (const output of ["f32", "f16", "u8"] as const) {
      const plan = () => [boxRow(0, 1, [1, 1, 4, 3], height, width), boxRow(0, 1, [1, 1, 4, 3], height, width)];
      const { images } = await mixed({ plan, size: 2, ...shape, format, output, pixels: toFormat(values, format) });
      const shown = output === "f32" ? [0.25, 0.75] : output === "f16" ? [0x3400, 0x3a00] : [64, 191];
      const wanted = Array.from({ length: 2 * picture }, (_, i) => shown[inside(i % picture) ? 1 : 0]);
      expect([...images], `${JSON.stringify(shape)} ${format} to ${output}`).toEqual(wanted);
    }
  }
}

async function weightlessNan() {
  for (const { format, ...shape } of FLOAT_KERNELS) {
    const picture = shape.height * shape.width * shape.channels;
    const values = new Float32Array(2 * picture).fill(0.5).fill(Number.NaN, picture);
    const plan = (): Row[] => [
      { mixer: "mixup", own: 0, partner: 1, lambda: 1 },
      { mixer: "mixup", own: 1, partner: 0, lambda: 0 },
    ];
    const { images } = await mixed({
      plan,
      size: 2,
      ...shape,
      format,
      output: "f32",
      pixels: toFormat(values, format),
    });
    expect(images).toEqual(new Float32Array(2 * picture).fill(0.5));
    // The control: with any weight at all it does spread.
    const some = (): Row[] => [
      { mixer: "mixup", own: 0, partner: 1, lambda: 0.999 },
      { mixer: "none", own: 0 },
    ];
    const control = await mixed({
      plan: some,
      size: 2,
      ...shape,
      format,
      output: "f32",
      pixels: toFormat(values, format),
    });
    expect(control.images.slice(0, picture).every((value) => Number.isNaN(value))).toBe(true);
  }
}

async function combinatorsMix() {
  const policy = oneOf([mixup({ alpha: 8 }), cutmix({ minmax: [0.5, 0.9] })], { weights: [1, 3], pairing: "roll" });
  const { images, plan, shares } = await mixed({
    policy,
    size: 200,
    height: 10,
    width: 10,
    labels: new Uint32Array(200),
    classes: 1,
  });
  const kinds = { mixup: 0, cutmix: 0, mask: 0 };
  for (const [row, drawn] of plan.stages[0]!.rows.entries()) {
    if (drawn.mixer === "none") throw new Error("left alone");
    kinds[drawn.mixer]++;
    expect(shares![2 * row]).toBeLessThan(1);
    const picture = images.subarray(row * 100, (row + 1) * 100);
    // Neighbours in the batch differ by one grey level, except the first and the last.
    if (row === 0) expect(picture.some((value) => value !== 0)).toBe(true);
    else if (drawn.mixer === "cutmix") expect(new Set(picture)).toEqual(new Set([row, row - 1]));
  }
  expect(Math.abs(kinds.cutmix - 150)).toBeLessThan(5 * Math.sqrt(200 * 0.25 * 0.75));
}
