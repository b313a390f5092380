/**
 * What goes wrong, mostly without an error, when buffers are given to ONNX Runtime by hand, and that it cannot happen
 * through the adapter. Each hazard is first shown to be real: a test that could not fail would prove nothing.
 */
import { type BatchInput, createEngine, DeviceLostError, type EngineOptions, InputError } from "mixwell";
import { createFeed, importTensor, inTurn, sessionOptions, toTensor } from "mixwell/ort";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { getDevice, newDevice } from "../gpu/device.ts";
import { filled, readBack, upload } from "../gpu/help.ts";
import { onnxModel } from "./onnx-model.ts";
import { doubleModel, numbers, ort, sumModel, wasmFile } from "./ort-help.ts";

let device: GPUDevice;
beforeEach(async () => {
  device = await getDevice();
});

const STEP = { step: 0 };
const ROW = 2 * 2 * 3;

/** Two pictures of 2 × 2 × 3 whose every value is this one, already on the GPU. */
const flat = (value: number, on = device): BatchInput => ({
  images: upload(on, new Float32Array(2 * ROW).fill(value)),
  size: 2,
  height: 2,
  width: 2,
  channels: 3,
  format: "f32",
});

const NHWC = ["batch", 2, 2, 3];

/** An engine that only converts, and a session that adds up each picture. */
async function setUp(options: Partial<EngineOptions> = {}, more = {}) {
  const engine = await createEngine(device, { policy: [], ...options });
  const session = await ort.InferenceSession.create(sumModel(NHWC), sessionOptions(device, more));
  return { engine, session, feed: createFeed(engine, session) };
}

const tensorOf = (buffer: GPUBuffer, dims: number[]) => ort.Tensor.fromGpuBuffer(buffer, { dataType: "float32", dims });

describe("overwrite before await", () => {
  test("by hand: what is written after `run` was called changes its result", async () => {
    const { engine, session } = await setUp();
    const x = flat(1).images;
    const running = session.run({ x: tensorOf(x, [2, 2, 2, 3]) });
    device.queue.writeBuffer(x, 0, new Float32Array(2 * ROW).fill(100));
    expect(await numbers((await running).y)).toEqual([100 * ROW, 100 * ROW]);
    await session.release();
    engine.destroy();
  });

  test.each(["cpu", "gpu-buffer"] as const)(
    "through the feed: every run reads its own batch, awaited or not (outputs: %s)",
    async (where) => {
      const { engine, session, feed } = await setUp({}, { preferredOutputLocation: where });
      // Six at once, and then the buffers of the first are used again.
      for (const base of [1, 10]) {
        const running = Array.from({ length: 6 }, (_, i) => feed.run(flat(base + i), STEP));
        for (const [i, { y }] of (await Promise.all(running)).entries()) {
          expect(y!.location).toBe(where);
          expect(await numbers(y)).toEqual([(base + i) * ROW, (base + i) * ROW]);
          y!.dispose();
        }
      }
      feed.destroy();
      await session.release();
      engine.destroy();
    },
  );

  test("through two feeds at once: two runs at a time would stop ONNX Runtime for good, so they take turns", async () => {
    const a = await setUp();
    const b = await setUp();
    const running = [
      a.feed.run(flat(1), STEP),
      b.feed.run(flat(2), STEP),
      a.feed.run(flat(3), STEP),
      b.feed.run(flat(4), STEP),
    ];
    const sums = await Promise.all(running.map(async (run) => (await numbers((await run).y))[0]));
    expect(sums).toEqual([1, 2, 3, 4].map((value) => value * ROW));
    for (const { engine, session, feed } of [a, b]) {
      feed.destroy();
      await session.release();
      engine.destroy();
    }
  });
});

test("a run of one's own beside a feed's goes in turn, and neither spoils the other", async () => {
  // Without `inTurn` these stop ONNX Runtime for the rest of the page, so that cannot be shown here.
  const { engine, session, feed } = await setUp();
  const other = await ort.InferenceSession.create(doubleModel([2, 2, 3]), sessionOptions(device));
  const mine = flat(5).images;
  const order: string[] = [];
  const running = [
    feed.run(flat(1), STEP).then(async ({ y }) => [order.push("feed"), ...(await numbers(y))]),
    inTurn(() => other.run({ x: tensorOf(mine, [2, 2, 2, 3]) })).then(async ({ y }) => [
      order.push("own"),
      (await numbers(y))[0],
    ]),
    feed.run(flat(3), STEP).then(async ({ y }) => [order.push("feed"), ...(await numbers(y))]),
  ];
  expect(await Promise.all(running)).toEqual([
    [1, ROW, ROW],
    [2, 10],
    [3, 3 * ROW, 3 * ROW],
  ]);
  expect(order).toEqual(["feed", "own", "feed"]);
  // Work that fails holds nobody up.
  await expect(inTurn(() => Promise.reject(new Error("mine")))).rejects.toThrow("mine");
  expect(await numbers((await feed.run(flat(2), STEP)).y)).toEqual([2 * ROW, 2 * ROW]);
  for (const thing of [feed, engine]) thing.destroy();
  for (const each of [session, other]) await each.release();
});

test("sessions are made and released beside a feed's runs, in turn", async () => {
  const { engine, session, feed } = await setUp();
  const first = feed.run(flat(1), STEP);
  const making = inTurn(() => ort.InferenceSession.create(doubleModel([2, 2, 3]), sessionOptions(device)));
  const second = feed.run(flat(2), STEP);
  feed.destroy();
  const released = inTurn(() => session.release());
  expect(await numbers((await first).y)).toEqual([ROW, ROW]);
  expect(await numbers((await second).y)).toEqual([2 * ROW, 2 * ROW]);
  await released;
  const other = await making;
  const doubled = await numbers((await other.run({ x: tensorOf(flat(3).images, [2, 2, 2, 3]) })).y);
  expect(new Set(doubled)).toEqual(new Set([6]));
  engine.destroy();
  await other.release();
});

test("graph capture, which would read the first run's buffers for ever, is refused", () => {
  expect(() => sessionOptions(device, { enableGraphCapture: true })).toThrow(
    "sessionOptions.more.enableGraphCapture: expected false: with buffers of your own that never change, use executionProvider(device)",
  );
  expect(sessionOptions(device, { enableGraphCapture: false })).toMatchObject({ enableGraphCapture: false });
});

test.each(["cpu", "gpu-buffer"] as const)(
  "a device that is lost under a run is told as such (outputs: %s)",
  async (where) => {
    const other = await newDevice();
    const engine = await createEngine(other, { policy: [] });
    const session = await ort.InferenceSession.create(
      sumModel(NHWC),
      sessionOptions(other, { preferredOutputLocation: where }),
    );
    const feed = createFeed(engine, session);
    await feed.run(flat(1, other), STEP);
    // Mixed before the loss, and run once it is known.
    const known = inTurn(() => other.lost);
    const running = feed.run(flat(1, other), STEP);
    other.destroy();
    await known;
    await expect(running).rejects.toThrow(DeviceLostError);
    await inTurn(() => session.release()).catch(() => undefined);
    // And nothing is spoilt for others.
    const next = await setUp();
    expect(await numbers((await next.feed.run(flat(2), STEP)).y)).toEqual([2 * ROW, 2 * ROW]);
    for (const thing of [feed, engine, next.feed, next.engine]) thing.destroy();
    await next.session.release();
  },
);

describe("a foreign device", () => {
  test("the default entry (JSEP) ignores the device and reads zeros, by hand; the feed refuses its session", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const jsep = await import("onnxruntime-web");
    jsep.env.wasm.wasmPaths = { wasm: wasmFile("jsep") };
    jsep.env.wasm.numThreads = 1;
    const options = sessionOptions(device) as Parameters<typeof jsep.InferenceSession.create>[1];
    const session = await jsep.InferenceSession.create(sumModel(NHWC), options);
    const x = jsep.Tensor.fromGpuBuffer(flat(1).images, { dataType: "float32", dims: [2, 2, 2, 3] });
    expect(await numbers((await session.run({ x })).y)).toEqual([0, 0]);
    // Nothing is thrown; the only trace is on the console, some time later, in the browser's words.
    await vi.waitFor(() => expect(said.mock.calls.join()).not.toBe(""), { timeout: 240_000 });

    const engine = await createEngine(device, { policy: [] });
    expect(() => createFeed(engine, session)).toThrow(InputError);
    expect(() => createFeed(engine, session)).toThrow(
      'createFeed.session: expected an InferenceSession of "onnxruntime-web/webgpu"',
    );
    expect(() => createFeed(engine, session)).toThrow("runs on a device of its own and would read zeros");
    await session.release();
    engine.destroy();
    said.mockRestore();
  });

  test.each([
    ["onnxruntime-web/all", () => import("onnxruntime-web/all")],
    ["onnxruntime-web/jspi", () => import("onnxruntime-web/jspi")],
  ])("a session of %s, with classes of its own, is refused as well", async (_, load) => {
    const { InferenceSession } = await load();
    // Told by its class: what it would compute on does not matter.
    const session = Object.create((InferenceSession as unknown as { prototype: object }).prototype);
    const engine = await createEngine(device, { policy: [] });
    expect(() => createFeed(engine, session)).toThrow("found a session of another entry");
    engine.destroy();
  });

  test("the native provider throws, by hand; the feed says what to do", async () => {
    const other = await newDevice();
    const { engine, session, feed } = await setUp();
    await expect(session.run({ x: tensorOf(flat(1, other).images, [2, 2, 2, 3]) })).rejects.toThrow(
      /is associated with \[Device/,
    );
    const elsewhere = await createEngine(other, { policy: [] });
    const wrong = createFeed(elsewhere, session);
    const message =
      "createFeed.session: expected a session on the engine's device (create it with sessionOptions(engine.device)), found one";
    await expect(wrong.run(flat(1, other), STEP)).rejects.toThrow(message);
    // And nothing is spoilt for others.
    expect(await numbers((await feed.run(flat(2), STEP)).y)).toEqual([2 * ROW, 2 * ROW]);
    for (const thing of [feed, wrong, engine, elsewhere]) thing.destroy();
    await session.release();
  });

  test("a session that was given the device only through `env`, or runs on the CPU, is told apart", async () => {
    ort.env.webgpu.device = device as never;
    const session = await ort.InferenceSession.create(sumModel(NHWC), { executionProviders: ["webgpu"] });
    const engine = await createEngine(device, { policy: [] });
    const feed = createFeed(engine, session);
    await expect(feed.run(flat(1), STEP)).rejects.toThrow("on another device, or on none");
    const onCpu = await ort.InferenceSession.create(sumModel(NHWC), { executionProviders: ["wasm"] });
    const feedCpu = createFeed(engine, onCpu);
    await expect(feedCpu.run(flat(1), STEP)).rejects.toThrow("on another device, or on none");
    for (const thing of [feed, feedCpu, engine]) thing.destroy();
    await session.release();
    await onCpu.release();
  });

  test("a session on another device is recognised whatever the browser says of it, and a session that fails by itself is not", async () => {
    const { engine, session, feed } = await setUp();
    const run = vi.spyOn(session, "run");
    // In wgpu's words, as in Firefox; the run after it is the feed's own, on host memory.
    run.mockRejectedValueOnce(new Error("Buffer with 'x' label is from a different Device"));
    await expect(feed.run(flat(1), STEP)).rejects.toThrow("on another device, or on none");
    run.mockRejectedValue(new Error("the model divides by zero"));
    await expect(feed.run(flat(1), STEP)).rejects.toThrow("the model divides by zero");
    run.mockRestore();
    expect(await numbers((await feed.run(flat(2), STEP)).y)).toEqual([2 * ROW, 2 * ROW]);
    for (const thing of [feed, engine]) thing.destroy();
    await session.release();
  });

  test("two sessions on two devices work side by side", async () => {
    const other = await newDevice();
    const a = await setUp();
    const engine = await createEngine(other, { policy: [] });
    const session = await ort.InferenceSession.create(sumModel(NHWC), sessionOptions(other));
    const feed = createFeed(engine, session);
    const [one, two] = await Promise.all([a.feed.run(flat(1), STEP), feed.run(flat(5, other), STEP)]);
    expect([await numbers(one.y), await numbers(two.y)]).toEqual([
      [ROW, ROW],
      [5 * ROW, 5 * ROW],
    ]);
    for (const thing of [a.feed, a.engine, feed, engine]) thing.destroy();
    await a.session.release();
    await session.release();
  });

  test("sessionOptions refuses a second device, and executionProvider what is none", async () => {
    const other = await newDevice();
    const theirs = { executionProviders: [{ name: "webgpu", device: other }] } as never;
    expect(() => sessionOptions(device, theirs)).toThrow(
      "sessionOptions.more.executionProviders: expected the same device",
    );
    expect(() => sessionOptions({} as never)).toThrow("executionProvider.device: expected a GPUDevice, found Object");
    expect(() => createFeed({} as never, {} as never)).toThrow("createFeed.engine: expected an engine");
  });
});

describe("sizes, which ONNX Runtime does not check", () => {
  test("by hand: half a buffer is read without an error; importTensor refuses it", async () => {
    const { engine, session } = await setUp();
    const half = upload(device, new Float32Array(ROW).fill(1));
    // The second picture lies past the end: WebGPU gives it something, nobody says anything.
    const [first, second] = await numbers((await session.run({ x: tensorOf(half, [2, 2, 2, 3]) })).y);
    expect(first).toBe(ROW);
    expect(second).toBeTypeOf("number");

    expect(() => importTensor(half, [2, 2, 2, 3])).toThrow(InputError);
    const message = "importTensor.buffer: expected at least 96 bytes for float32 [2, 2, 2, 3], found 48 bytes";
    expect(() => importTensor(half, [2, 2, 2, 3])).toThrow(message);
    const batch = engine.run(flat(1), STEP);
    expect(() => toTensor({ ...batch, images: half })).toThrow(message);
    await session.release();
    engine.destroy();
  });

  test("by hand: an output is written past the end of its buffer; the feed refuses the place", async () => {
    const engine = await createEngine(device, { policy: [] });
    const session = await ort.InferenceSession.create(doubleModel([2, 2, 3]), sessionOptions(device));
    const feed = createFeed(engine, session);
    const small = filled(device, 4 * ROW, 0);
    await session.run({ x: tensorOf(flat(1).images, [2, 2, 2, 3]) }, { y: tensorOf(small, [2, 2, 2, 3]) });
    const fetches = { y: tensorOf(small, [2, 2, 2, 3]) };
    const message = `run.more.fetches.y: expected a buffer of at least ${8 * ROW} bytes, found ${4 * ROW} bytes`;
    await expect(feed.run(flat(1), STEP, { fetches })).rejects.toThrow(message);
    for (const thing of [feed, engine]) thing.destroy();
    await session.release();
  });

  test("a place of the wrong shape or type would make the next run never end; the feed refuses it first", async () => {
    const { engine, session, feed } = await setUp();
    const place = filled(device, 64, 0);
    for (const wrong of [importTensor(place, [3]), importTensor(place, [2, 1]), importTensor(place, [2], "int32")]) {
      const running = feed.run(flat(1), STEP, { fetches: { y: wrong } });
      await expect(running).rejects.toThrow(
        `run.more.fetches.y: expected float32 [2], the model's output "y", found ${wrong.type}`,
      );
    }
    await expect(feed.run(flat(1), STEP, { fetches: { z: importTensor(place, [2]) } })).rejects.toThrow(
      "run.more.fetches.z: expected one of",
    );
    expect(await numbers((await feed.run(flat(1), STEP)).y)).toEqual([ROW, ROW]);
    for (const thing of [feed, engine]) thing.destroy();
    await session.release();
  });

  test("where the model leaves its output's sides open, the next run is refused instead of never ending", async () => {
    const engine = await createEngine(device, { policy: [] });
    const model = onnxModel({
      inputs: [{ name: "x", type: "float32", shape: ["batch", "height", "width", 3] }],
      outputs: [{ name: "y", type: "float32", shape: ["rows", "columns"] }],
      nodes: [{ op: "Flatten", inputs: ["x"], outputs: ["y"], attributes: { axis: 1 } }],
    });
    const session = await ort.InferenceSession.create(model, sessionOptions(device));
    const feed = createFeed(engine, session);
    const fetches = { y: importTensor(filled(device, 64, 0), [2, 6]) };
    await expect(feed.run(flat(1), STEP, { fetches })).rejects.toThrow("OrtValue provided for output");
    await expect(feed.run(flat(1), STEP)).rejects.toThrow(
      "this session failed with a place that you gave for an output and cannot run any more; make a new one",
    );
    for (const thing of [feed, engine]) thing.destroy();
    const next = await setUp();
    expect(await numbers((await next.feed.run(flat(2), STEP)).y)).toEqual([2 * ROW, 2 * ROW]);
    for (const thing of [next.feed, next.engine]) thing.destroy();
    await next.session.release();
  });
});

describe("who owns what", () => {
  test("dispose leaves our buffer alive, session.release our device", async () => {
    const { engine, session, feed } = await setUp();
    const batch = engine.run(flat(7), STEP);
    const tensor = toTensor(batch);
    await session.run({ x: tensor });
    tensor.dispose();
    await feed.run(flat(1), STEP);
    await session.release();
    expect(new Float32Array(await readBack(device, batch.images))[0]).toBe(7);
    const isLost = await Promise.race([
      device.lost.then(() => true),
      new Promise((done) => setTimeout(done, 50, false)),
    ]);
    expect(isLost).toBe(false);
    for (const thing of [feed, engine]) thing.destroy();
  });

  test("an output that ONNX Runtime made is freed by its dispose and not by ours", async () => {
    const { engine, session, feed } = await setUp({}, { preferredOutputLocation: "gpu-buffer" });
    const { y } = await feed.run(flat(3), STEP);
    feed.destroy();
    expect(await numbers(y)).toEqual([3 * ROW, 3 * ROW]);
    y!.dispose();
    expect(() => (y as ort.Tensor).gpuBuffer).toThrow();
    await session.release();
    engine.destroy();
  });
});

test("there is no training in it: the adapter is for inference and test-time augmentation", () => {
  expect(Object.keys(ort)).not.toContain("TrainingSession");
});
