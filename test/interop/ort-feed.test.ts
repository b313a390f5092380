/** The feed and the tensors of `mixwell/ort`: types, dimensions, places for outputs, and memory that stays level. */
import { type BatchInput, createEngine, type EngineOptions, InputError, MixwellError, mixup } from "mixwell";
import { bufferOf, createFeed, executionProvider, importTensor, sessionOptions, toTensor } from "mixwell/ort";
import { beforeEach, describe, expect, test } from "vitest";
import { getDevice } from "../gpu/device.ts";
import { filled, readBack, syntheticDataset, upload } from "../gpu/help.ts";
import { noise } from "../random.ts";
import { countCrossings } from "./crossings.ts";
import { doubleModel, labelledModel, numbers, ort, sumModel } from "./ort-help.ts";

let device: GPUDevice;
beforeEach(async () => {
  device = await getDevice();
});

const STEP = { step: 0 };
const shape = { height: 4, width: 2, channels: 3 };
const PICTURE = 4 * 2 * 3;

const bytes = (size = 2): BatchInput => ({ images: upload(device, noise(size * PICTURE)), size, ...shape });

const engineOf = (options: Partial<EngineOptions> = {}) => createEngine(device, { policy: [], ...options });
const sessionOf = (model: Uint8Array<ArrayBuffer>, more = {}) =>
  ort.InferenceSession.create(model, sessionOptions(device, more));

/** What the model must find for pictures that are only converted: the sum of each, as `scale` × bytes. */
const sums = (scale: number, size = 2) =>
  Array.from(
    { length: size },
    (_, i) =>
      noise(size * PICTURE)
        .subarray(i * PICTURE, (i + 1) * PICTURE)
        .reduce((a, b) => a + b, 0) * scale,
  );

const expectClose = (found: number[], expected: number[]) => {
  expect(found).toHaveLength(expected.length);
  // Sums of 24 floats, in whatever order: a few units in the last place of f32.
  for (const [i, value] of found.entries())
    expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-5 * Math.abs(expected[i]!));
};

describe("types and dimensions come from the engine's output", () => {
  test.each([
    ["f32", "nhwc", ["batch", 4, 2, 3], "float32", 1 / 255],
    ["f32", "nchw", ["batch", 3, 4, 2], "float32", 1 / 255],
    ["u8", "nhwc", ["batch", 4, 2, 3], "uint8", 1],
  ] as const)("%s %s", async (format, layout, model, dtype, scale) => {
    const engine = await engineOf({ output: { format, layout } });
    const session = await sessionOf(sumModel([...model], dtype));
    const feed = createFeed(engine, session);
    expectClose(await numbers((await feed.run(bytes(), STEP)).y), sums(scale));
    const tensor = toTensor(engine.run(bytes(3), STEP));
    expect([tensor.type, tensor.dims, tensor.location]).toEqual([dtype, [3, ...model.slice(1)], "gpu-buffer"]);
    expectClose(await numbers((await session.run({ x: tensor })).y), sums(scale, 3));
    for (const thing of [feed, engine]) thing.destroy();
    await session.release();
  });

  test("f16: a tensor of halves, which a device without shader-f16 refuses in clear words", async () => {
    const engine = await engineOf({ output: { format: "f16" } });
    expect(toTensor(engine.run(bytes(), STEP)).type).toBe("float16");
    const session = await sessionOf(sumModel(["batch", 4, 2, 3], "float16"));
    const feed = createFeed(engine, session);
    expect(device.features.has("shader-f16")).toBe(false);
    // Without the severity it says so on the console as well.
    const quietly = { options: { logSeverityLevel: 4 } } as const;
    await expect(feed.run(bytes(), STEP, quietly)).rejects.toThrow(/requires f16 but the device does not support it/);
    for (const thing of [feed, engine]) thing.destroy();
    await session.release();
  });

  test("what the model does not take is refused before anything is mixed", async () => {
    const session = await sessionOf(sumModel(["batch", 3, 4, 2]));
    const wrongLayout = await engineOf();
    const wrongType = await engineOf({ output: { format: "u8", layout: "nchw" } });
    const rightOne = await engineOf({ output: { layout: "nchw" } });
    const submit = device.queue.submit;
    let submits = 0;
    device.queue.submit = (commands) => {
      submits++;
      return submit.call(device.queue, commands);
    };
    const message = 'run.images: expected float32 [batch, 3, 4, 2], the model\'s input "x", found float32 [2, 4, 2, 3]';
    const feeds = [wrongLayout, wrongType, rightOne].map((engine) => createFeed(engine, session));
    const input = bytes();
    await expect(feeds[0]!.run(input, STEP)).rejects.toThrow(`${message} (the engine's output.layout is "nhwc")`);
    await expect(feeds[1]!.run(input, STEP)).rejects.toThrow(
      'expected float32 [batch, 3, 4, 2], the model\'s input "x", found uint8 [2, 3, 4, 2]',
    );
    await expect(feeds[2]!.run({ ...input, height: 2, width: 4 }, STEP)).rejects.toThrow("found float32 [2, 3, 2, 4]");
    await expect(feeds[2]!.run({ ...input, size: 0 }, STEP)).rejects.toThrow("input.size: expected");
    await expect(feeds[2]!.run(input, { ...STEP, out: {} } as never)).rejects.toThrow("step.out: expected nothing");
    await expect(feeds[2]!.run(input, STEP, { fetch: ["y"] } as never)).rejects.toThrow(
      /run\.more: expected only .*did you mean feeds|fetch/,
    );
    expect(submits).toBe(0);
    delete (device.queue as Partial<GPUQueue>).submit;
    for (const thing of [...feeds, wrongLayout, wrongType, rightOne]) thing.destroy();
    await session.release();
  });
});

describe("models of several inputs", () => {
  test("pictures and label rows go where the options say", async () => {
    const { dataset } = await syntheticDataset(device, { count: 8, classes: 5, ...shape });
    const engine = await engineOf({ policy: mixup({ alpha: 1 }), labels: { classes: 5, sparse: true } });
    const session = await sessionOf(labelledModel([4, 2, 3], 5));
    expect(() => createFeed(engine, session)).toThrow(
      "createFeed.options.images: expected one of the model's inputs, pictures, targets",
    );
    expect(() => createFeed(engine, session, { images: "x" })).toThrow(
      'one of the model\'s inputs, pictures, targets, found "x"',
    );
    expect(() => createFeed(engine, session, { image: "pictures" } as never)).toThrow("did you mean images?");
    const feed = createFeed(engine, session, { images: "pictures", labels: "targets" });
    const input = { dataset, indices: [1, 2, 3] };
    const { light, weight } = await feed.run(input, { epoch: 1 });
    const host = await engine.read(engine.run(input, { epoch: 1 }));
    const perPicture = [0, 1, 2].map((i) =>
      (host.images as Float32Array).subarray(i * PICTURE, (i + 1) * PICTURE).reduce((a, b) => a + b, 0),
    );
    expectClose(await numbers(light), perPicture);
    expectClose(await numbers(weight), [1, 1, 1]);
    // Labels that the model does not take from us are the caller's to give; only what is asked for is fetched.
    const plain = createFeed(engine, session, { images: "pictures" });
    const feeds = { targets: new ort.Tensor("float32", new Float32Array(15).fill(2), [3, 5]) };
    const outputs = await plain.run(input, { epoch: 1 }, { feeds, fetches: ["weight"] });
    expect(Object.keys(outputs)).toEqual(["weight"]);
    expect(await numbers(outputs.weight)).toEqual([10, 10, 10]);
    const twice = { ...feeds, pictures: new ort.Tensor("float32", new Float32Array(3 * PICTURE), [3, 4, 2, 3]) };
    await expect(plain.run(input, { epoch: 1 }, { feeds: twice })).rejects.toThrow(
      "run.more.feeds.pictures: expected the model's other inputs only, found the input that the feed fills",
    );
    const noLabels = await engineOf();
    expect(() => createFeed(noLabels, session, { images: "pictures", labels: "targets" })).toThrow(
      "this engine makes no dense labels",
    );
    for (const thing of [feed, plain, engine, noLabels, dataset]) thing.destroy();
    await session.release();
  });
});

describe("places for outputs", () => {
  test("an output is written into a buffer of ours, without a copy", async () => {
    const engine = await engineOf();
    const session = await sessionOf(doubleModel([4, 2, 3]));
    const feed = createFeed(engine, session);
    const place = filled(device, 2 * PICTURE * 4, 0);
    const { y } = await feed.run(bytes(), STEP, { fetches: { y: importTensor(place, [2, 4, 2, 3]) } });
    expect((y as ort.Tensor).gpuBuffer).toBe(place);
    const doubled = Array.from(new Float32Array(await readBack(device, place)));
    const own = (await engine.read(engine.run(bytes(), STEP))).images;
    expect(doubled).toEqual(Array.from(own, (value) => 2 * value));
    y!.dispose();
    expect(await readBack(device, place)).toHaveProperty("byteLength", 2 * PICTURE * 4);
    for (const thing of [feed, engine]) thing.destroy();
    await session.release();
  });

  test("a buffer that ONNX Runtime makes may be larger than its tensor: bufferOf says how much counts", async () => {
    const engine = await engineOf();
    const session = await sessionOf(sumModel(["batch", 4, 2, 3]), { preferredOutputLocation: "gpu-buffer" });
    const feed = createFeed(engine, session);
    const { y } = await feed.run(bytes(), STEP);
    const { buffer, bytes: size, shape: dims, dtype } = bufferOf(y as ort.Tensor);
    expect({ size, dims, dtype }).toEqual({ size: 8, dims: [2], dtype: "float32" });
    expect(buffer.size).toBeGreaterThan(8);
    expectClose(Array.from(new Float32Array(await readBack(device, buffer, 0, size))), sums(1 / 255));
    y!.dispose();
    expect(() => bufferOf(new ort.Tensor("float32", [1], [1]))).toThrow(
      "bufferOf.tensor: expected a tensor on the GPU",
    );
    expect(() => bufferOf({} as never)).toThrow("bufferOf.tensor: expected a Tensor");
    for (const thing of [feed, engine]) thing.destroy();
    await session.release();
  });

  test("STORAGE is usage enough, for inputs and for outputs", async () => {
    const session = await sessionOf(doubleModel([4]));
    const usage = GPUBufferUsage.STORAGE;
    const [x, y] = [device.createBuffer({ size: 16, usage }), device.createBuffer({ size: 16, usage })];
    await session.run({ x: importTensor(x, [1, 4]) }, { y: importTensor(y, [1, 4]) });
    await session.release();
  });
});

describe("importTensor", () => {
  test("takes every type that ONNX Runtime knows on the GPU, and rounds bytes up to words", async () => {
    const buffer = filled(device, 16, 0);
    for (const [dtype, count] of Object.entries({
      float32: 4,
      float16: 8,
      int32: 4,
      uint32: 4,
      int64: 2,
      uint8: 16,
      bool: 16,
    })) {
      const type = dtype as "float32";
      expect(importTensor(buffer, [count], type).type).toBe(dtype);
      expect(() => importTensor(buffer, [count + 1], type)).toThrow(InputError);
    }
    expect(() => importTensor(filled(device, 4, 0), [5], "uint8")).toThrow(
      "expected at least 8 bytes for uint8 [5], found 4 bytes",
    );
  });

  test("takes a destroyed buffer, which nobody can see from outside; ONNX Runtime refuses it, and goes on", async () => {
    const session = await sessionOf(doubleModel([4]));
    const [gone, x] = [upload(device, new Float32Array(4).fill(1)), upload(device, new Float32Array(4).fill(1))];
    gone.destroy();
    await expect(session.run({ x: importTensor(gone, [1, 4]) })).rejects.toThrow("used in submit while destroyed");
    expect(await numbers((await session.run({ x: importTensor(x, [1, 4]) })).y)).toEqual([2, 2, 2, 2]);
    await session.release();
  });

  test("refuses what is no buffer, cannot be bound, or has no such type or shape", async () => {
    const copyOnly = device.createBuffer({ size: 16, usage: GPUBufferUsage.COPY_DST });
    const buffer = filled(device, 16, 0);
    expect(() => importTensor({} as never, [4])).toThrow("importTensor.buffer: expected a GPUBuffer, found Object");
    expect(() => importTensor(copyOnly, [4])).toThrow("importTensor.buffer: expected a buffer with usage STORAGE");
    expect(() => importTensor(buffer, [4], "float64" as never)).toThrow("importTensor.dtype: expected");
    for (const dims of [[0], [1.5], "4"])
      expect(() => importTensor(buffer, dims as never)).toThrow("importTensor.shape: expected a list");
    expect(() => toTensor(undefined as never)).toThrow("toTensor.batch: expected a batch, found undefined");
  });
});

describe("session options", () => {
  test("the device comes first, and everything else is handed on", () => {
    const more = {
      executionProviders: ["wasm", { name: "webgpu", preferredLayout: "NHWC" }],
      preferredOutputLocation: "gpu-buffer",
    } as const;
    expect(sessionOptions(device, more as never)).toEqual({
      executionProviders: [{ name: "webgpu", preferredLayout: "NHWC", device }, "wasm"],
      preferredOutputLocation: "gpu-buffer",
    });
    expect(sessionOptions(device)).toEqual({ executionProviders: [executionProvider(device)] });
    expect(more.executionProviders).toHaveLength(2);
    // Where the successor of 1.30 is to look first.
    expect(ort.env.webgpu.device).toBe(device);
  });
});

describe("memory and traffic", () => {
  test("200 runs need the buffers of one, and no picture crosses", async () => {
    const { dataset } = await syntheticDataset(device, { count: 64, classes: 5, height: 16, width: 16, channels: 3 });
    const engine = await engineOf({ policy: mixup({ alpha: 1 }) });
    const session = await sessionOf(sumModel(["batch", 16, 16, 3]), { preferredOutputLocation: "gpu-buffer" });
    const feed = createFeed(engine, session);
    const indices = Array.from({ length: 32 }, (_, i) => i);
    const run = async (epoch: number) => (await feed.run({ dataset, indices }, { epoch })).y!.dispose();
    for (let epoch = 0; epoch < 3; epoch++) await run(epoch);
    const create = device.createBuffer;
    let made = 0;
    device.createBuffer = (descriptor) => {
      if (descriptor.label === "mixwell feed") made++;
      return create.call(device, descriptor);
    };
    const crossed = countCrossings(device);
    for (let epoch = 3; epoch < 203; epoch++) await run(epoch);
    crossed.stop();
    device.createBuffer = create;
    delete (device as Partial<GPUDevice>).createBuffer;
    expect(made).toBe(0);
    // A batch is 96 KB of floats; the plan of 32 rows is 2 KB, and ONNX Runtime's parameters are less.
    expect(crossed.up / 200).toBeLessThan(5 * 1024);
    expect(crossed.down).toEqual([]);
    for (const thing of [feed, engine, dataset]) thing.destroy();
    await session.release();
  });

  test("destroy waits for a run under way, and there is none after it", async () => {
    const engine = await engineOf();
    const session = await sessionOf(sumModel(["batch", 4, 2, 3]));
    const feed = createFeed(engine, session);
    const running = feed.run(bytes(), STEP);
    feed.destroy();
    expectClose(await numbers((await running).y), sums(1 / 255));
    await expect(feed.run(bytes(), STEP)).rejects.toThrow(MixwellError);
    await expect(feed.run(bytes(), STEP)).rejects.toThrow("this feed was destroyed");
    engine.destroy();
    await session.release();
  });
});
