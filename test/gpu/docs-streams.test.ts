/** The code of docs/streams.md runs, and does what the text says of it. */
import { Dataset, type Engine, Stream } from "mixwell";
import { expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { readBack } from "./help.ts";

test("a stream over slices of a file, with the batches of the dataset", async () => {
  const device = await getDevice();
  const labels = Uint32Array.from(noise(100, 3), (byte) => byte % 10);
  const images = noise(100 * 64 * 64 * 3);
  const trained: GPUBuffer[] = [];
  const contents: ArrayBuffer[] = [];
  const train = (pictures: GPUBuffer) => {
    trained.push(pictures);
    void readBack(device, pictures).then((read) => contents.push(read));
  };
  const { stream, engine } = await runBlock<{ stream: Stream; engine: Engine }>("docs/streams.md#streams", {
    device,
    labels,
    file: new Blob([images]),
    train,
  });
  expect(trained.map(({ size }) => size)).toEqual([64, 36].map((count) => count * 64 * 64 * 3 * 4));
  expect([stream.count, stream.classes]).toEqual([100, Math.max(...labels) + 1]);
  const dataset = await Dataset.fromArrays(device, { images, shape: [100, 64, 64, 3], labels });
  const [first] = engine.epoch(dataset, { batchSize: 64 });
  const wanted = new Uint8Array(await readBack(device, first!.images));
  expect(new Uint8Array(contents[0]!).every((byte, i) => byte === wanted[i])).toBe(true);
  engine.destroy();
  dataset.destroy();
});

test("two passes zipped", async () => {
  const device = await getDevice();
  const read = (ids: readonly number[]) => ({ images: ids.map((id) => noise(12, id)) });
  const stream = Stream.from({
    count: 70,
    height: 2,
    width: 2,
    channels: 3,
    labels: Array.from({ length: 70 }, (_, id) => id % 3),
    read,
  });
  const { batches, engine } = await runBlock<{ batches: number; engine: Engine }>(
    "docs/streams.md#two-streams-zipped",
    {
      device,
      stream,
    },
  );
  expect(batches).toBe(3);
  engine.destroy();
});
