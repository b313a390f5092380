/**
 * "Why do I get `Cannot read properties of undefined` from your library?", for what needs a device: wrong arguments are
 * refused in words of our own, before anything is made on the GPU, uploaded or submitted. (What needs none:
 * test/unit/wrong-arguments.test.ts.)
 */
import { createEngine, Dataset, MixwellError, mixup } from "mixwell";
import { beforeAll, expect, test } from "vitest";
import { type GpuGiven, gpuDoors, makeGiven } from "../fuzz/gpu-calls.ts";
import { NO_OPTION, withUnknownOptions } from "../fuzz/mistakes.ts";
import { complaint, tryMistakes } from "../fuzz/run.ts";
import { getDevice } from "./device.ts";
import { filled, watch } from "./help.ts";

const names = gpuDoors(undefined as never).map(({ name }, i) => [`${name} (${i})`, i] as const);
let given: GpuGiven;

beforeAll(async () => {
  const device = await getDevice();
  given = await makeGiven(device, (bytes) => filled(device, bytes, 0));
});

test.each(names)(
  "%s takes a call that is right, and refuses an option it does not know before the GPU hears of it",
  async (_, i) => {
    const door = gpuDoors(given)[i]!;
    expect(await complaint(door, door.args())).toBeUndefined();
    for (const { path, args } of withUnknownOptions(door.args, door.open)) {
      const seen = watch(given.device);
      const call = async () => (door.call as (...args: unknown[]) => unknown)(...args);
      await expect(call(), path).rejects.toThrow(NO_OPTION);
      await expect(call(), path).rejects.toThrow(MixwellError);
      seen.stop();
      expect({ calls: seen.calls, written: seen.written }).toEqual({ calls: {}, written: 0 });
    }
  },
);

test.each(names)(
  "%s throws nothing but MixwellError, whatever it is given, and nothing is made or uploaded before",
  async (_, i) => {
    const door = gpuDoors(given)[i]!;
    // What is right among the calls may make what it likes; what is refused may not.
    const refused = {
      ...door,
      call: async (...args: never[]) => quiet(() => (door.call as (...args: unknown[]) => unknown)(...args)),
    };
    await tryMistakes(refused, { runs: 60 });
  },
);

test("a promise of a device, anywhere, asks whether an await was forgotten", async () => {
  const promised = getDevice() as never;
  const message = "expected a GPUDevice, found a promise (did you forget `await`?)";
  await expect(createEngine(promised, { policy: mixup() })).rejects.toThrow(`createEngine.device: ${message}`);
  await expect(Dataset.fromArrays(promised, { images: [[[1]]] })).rejects.toThrow(`fromArrays.device: ${message}`);
  await expect(Dataset.fromImages(promised, [], { height: 1, width: 1 })).rejects.toThrow(
    `fromImages.device: ${message}`,
  );
});

test("a dataset without its arrays, and pictures without their size, are told what is missing", async () => {
  const { device } = given;
  await expect(Dataset.fromArrays(device, undefined as never)).rejects.toThrow(
    "fromArrays.arrays: expected { images, shape, ",
  );
  await expect(Dataset.fromImages(device, [], undefined as never)).rejects.toThrow("fromImages.options: expected { ");
});

test("pictures come with label rows and fields", async () => {
  const picture = { data: new Uint8Array(12), width: 2, height: 2 };
  const about = {
    labelRows: [
      [0.25, 0.75],
      [1, 0],
    ],
    fields: { k: ["a", "b"] },
  };
  const dataset = await Dataset.fromImages(given.device, [picture, picture], { height: 2, width: 2, ...about });
  expect(dataset.classes).toBe(2);
  expect(dataset.fieldsAt([1, 0])).toEqual({ name: ["images[1]", "images[0]"], k: ["b", "a"] });
  dataset.destroy();
});

/** Makes a call, and where it is refused holds the quiet of the device to it. */
async function quiet(call: () => unknown): Promise<void> {
  const seen = watch(given.device);
  try {
    await call();
  } catch (error) {
    if (error instanceof MixwellError && (Object.keys(seen.calls).length > 0 || seen.written > 0))
      throw new Error(`refused (${error.message}) after ${JSON.stringify(seen.calls)}, ${seen.written} bytes written`);
    throw error;
  } finally {
    seen.stop();
  }
}
