/** The code of docs/streams.md, and of loading in docs/datasets.md, runs, and does what the text says of it. */
import { Dataset, type Engine, Stream } from "mixwell";
import { afterEach, expect, test, vi } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { inBrowser } from "../files.ts";
import { noise } from "../random.ts";
import { tarOf } from "../tar.ts";
import { getDevice } from "./device.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A folder of pictures, as `showDirectoryPicker` gives it: twenty of each class. */
async function folder(): Promise<FileSystemDirectoryHandle> {
  const directory = (name: string, entries: object[]) => ({
    kind: "directory",
    name,
    async *values() {
      yield* entries;
    },
  });
  const picture = async (name: string, seed: number) => {
    const file = new File([inBrowser ? await pngOf(seed) : "x"], name);
    return { kind: "file", name, getFile: async () => file };
  };
  const of = async (kind: string) =>
    directory(kind, await Promise.all(Array.from({ length: 20 }, (_, i) => picture(`${i}.png`, i))));
  return directory("set", [await of("cat"), await of("dog")]) as unknown as FileSystemDirectoryHandle;
}

async function pngOf(seed: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(70, 64);
  const pixels = new Uint8ClampedArray(noise(70 * 64 * 4, seed));
  canvas.getContext("2d")!.putImageData(new ImageData(pixels, 70, 64), 0, 0);
  return canvas.convertToBlob({ type: "image/png" });
}

test("a folder, split by class and trained on", async () => {
  const device = await getDevice();
  const trained: GPUBuffer[] = [];
  const run = runBlock<{ stream: Stream; training: Stream; validation: Stream; engine: Engine }>(
    "docs/streams.md#streams",
    { device, folder: await folder(), train: (images: GPUBuffer) => trained.push(images) },
  );
  if (!inBrowser) {
    await expect(run).rejects.toThrow("nothing here can decode it");
    return;
  }
  const { stream, engine } = await run;
  expect([stream.count, stream.classNames]).toEqual([40, ["cat", "dog"]]);
  expect(trained.map(({ size }) => size)).toEqual([32 * 64 * 64 * 3 * 4]);
  engine.destroy();
});

test("shards at addresses", async () => {
  const shard = tarOf([
    ["1.png", "a picture"],
    ["1.cls", "3"],
    ["2.png", "another"],
    ["2.cls", "4"],
  ]);
  vi.stubGlobal("fetch", (_: string, { headers }: { headers: Record<string, string> }) => {
    const [, start, end] = /bytes=(\d+)-(\d+)/.exec(headers.Range!)!;
    const part = shard.slice(Number(start), Number(end) + 1);
    const range = `bytes ${start}-${Number(start) + part.length - 1}/${shard.length}`;
    return Promise.resolve(new Response(part, { status: 206, headers: { "content-range": range } }));
  });
  const { stream } = await runBlock<{ stream: Stream }>("docs/streams.md#shards", {
    addresses: ["https://example.org/train-000.tar", "https://example.org/train-001.tar"],
  });
  expect([stream.count, [...stream.labels!], stream.classes]).toEqual([4, [3, 4, 3, 4], 1000]);
});

test("shards with class maps and boxes", async () => {
  const shard = tarOf(
    ["0001", "0002"].flatMap((key): [string, string][] => [
      [`${key}.jpg`, "a picture"],
      [`${key}.json`, "{}"],
      [`${key}.seg.png`, "a map"],
    ]),
  );
  const { annotated } = await runBlock<{ annotated: Stream }>("docs/streams.md#shards-2", {
    shards: [new Blob([shard])],
  });
  expect(annotated.count).toBe(2);
});

test("pictures of different size", async () => {
  const device = await getDevice();
  const files = Array.from({ length: 70 }, (_, i) => ({ data: noise(3 * 5 * (4 + i), i), height: 5, width: 4 + i }));
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const { stream, engine } = await runBlock<{ stream: Stream; engine: Engine }>(
    "docs/streams.md#pictures-of-different-size",
    { device, files },
  );
  expect(log.mock.calls).toEqual([[[64, 224, 224, 3]], [[6, 224, 224, 3]]]);
  expect([stream.count, stream.height, stream.width]).toEqual([70, undefined, undefined]);
  log.mockRestore();
  engine.destroy();
});

test("a store over slices of a file", async () => {
  const labels = Uint32Array.from(noise(10, 3), (byte) => byte % 10);
  const images = noise(10 * 64 * 64 * 3);
  const { stream } = await runBlock<{ stream: Stream }>("docs/streams.md#stores", { labels, file: new Blob([images]) });
  expect([stream.count, [...stream.labels!]]).toEqual([10, [...labels]]);
});

test("two passes zipped", async () => {
  const device = await getDevice();
  const read = (ids: readonly number[]) => ({ images: ids.map((id) => noise(12, id)) });
  const labels = Array.from({ length: 70 }, (_, id) => id % 3);
  const stream = Stream.from({ count: 70, height: 2, width: 2, channels: 3, labels, read });
  const { batches, engine } = await runBlock<{ batches: number; engine: Engine }>(
    "docs/streams.md#two-streams-zipped",
    { device, stream },
  );
  expect(batches).toBe(3);
  engine.destroy();
});

test("a load that says how long it takes, and can be given up", async () => {
  const device = await getDevice();
  const words: string[] = [];
  const files = [{ data: noise(48), width: 4, height: 4 }];
  const giving = new AbortController();
  const brought = { device, files, giveUp: giving.signal, show: (text: string) => words.push(text) };
  const { dataset } = await runBlock<{ dataset: Dataset }>("docs/datasets.md#progress-and-giving-up", brought);
  expect(dataset).toBeInstanceOf(Dataset);
  expect(words.at(-1)).toMatch(/^upload: [\d.]+ a second, 0 s left$/);
  dataset.destroy();
  giving.abort(new Error("enough"));
  await expect(runBlock("docs/datasets.md#progress-and-giving-up", brought)).rejects.toThrow("enough");
});
