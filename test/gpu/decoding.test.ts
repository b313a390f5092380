/** "Loading my photographs freezes the page": they are decoded in workers, to the bytes of the page itself. */
import { Dataset, type ImageInput, type LoadProgress } from "mixwell";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type DecodeOptions, decodeImages } from "../../src/source/images.ts";
import { DECODED, pictureFiles } from "../decoded.ts";
import { inBrowser } from "../files.ts";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { sha256, watch } from "./help.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const message = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error: Error) => `${error.name}: ${error.message}`,
  );

if (inBrowser) describe("in a browser", inBrowserTests);
else {
  // Node has no workers of a browser's, Deno has.
  test.each([2, 600])("outside a browser pixels are taken as they are: %i a side", async (side) => {
    const data = noise(3 * side * side);
    const { pixels } = await decodeImages([{ data, width: side, height: side }], { height: side, width: side });
    expect(pixels).toEqual(data);
  });
}

/** Pictures of all kinds: the fixtures' files, and large ones in memory. */
async function picturesOfAllKinds(): Promise<ImageInput[]> {
  const files = await pictureFiles();
  expect(files.length).toBeGreaterThan(28);
  const large = new ImageData(new Uint8ClampedArray(noise(600 * 600 * 4)), 600, 600);
  const part = noise(2 * 700 * 500 * 3).subarray(700 * 500 * 3);
  return [
    ...files,
    large,
    { data: part, width: 700, height: 500 },
    await createImageBitmap(large),
    { data: noise(48), width: 4, height: 4 },
  ];
}

/** The workers that are made from now on, with what becomes of them. */
function countWorkers() {
  const made: { worker: Worker; tasks: number; isEnded: boolean }[] = [];
  const Real = Worker;
  vi.stubGlobal(
    "Worker",
    class extends Real {
      readonly #seen = { worker: this as Worker, tasks: 0, isEnded: false };
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        made.push(this.#seen);
      }
      override postMessage(data: unknown) {
        super.postMessage(data);
        this.#seen.tasks++;
      }
      override terminate() {
        super.terminate();
        this.#seen.isEnded = true;
      }
    },
  );
  return made;
}

/** A picture as a file, with bytes of its own. */
async function pngOf(side: number, seed = 1): Promise<File> {
  const canvas = new OffscreenCanvas(side, side);
  const data = new Uint8ClampedArray(noise(side * side * 4, seed)).fill(255, 0, 4);
  canvas.getContext("2d")!.putImageData(new ImageData(data, side, side), 0, 0);
  return new File([await canvas.convertToBlob({ type: "image/png" })], `${seed}.png`);
}

function inBrowserTests() {
  const size = { height: 40, width: 50 };

  test("workers give the bytes of the page, whatever the picture, its channels and its fit", async () => {
    const inputs = await picturesOfAllKinds();
    const made = countWorkers();
    const options: Partial<DecodeOptions>[] = [
      {},
      { channels: 4, fit: "contain", background: [9, 8, 7, 100] },
      { channels: 1, fit: "fill", background: [200, 100, 50] },
    ];
    for (const more of options) {
      const here = await decodeImages(inputs, { ...size, ...more, workers: 0 });
      expect(made).toHaveLength(0);
      const there = await decodeImages(inputs, { ...size, ...more, workers: 3 });
      expect(there.pixels.join() === here.pixels.join(), JSON.stringify(more)).toBe(true);
      expect(there.fields).toEqual(here.fields);
      // All but the smallest, which is sooner done than sent; and the caller's own stay his.
      expect(made.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(inputs.length - 1);
      expect([made.length, made.every(({ isEnded }) => isEnded)]).toEqual([3, true]);
      made.length = 0;
    }
    expect((inputs.at(-2) as ImageBitmap).width).toBe(600);
    expect((inputs.at(-4) as ImageData).data).toHaveLength(600 * 600 * 4);
  });

  test("the bytes are those that Node has by sharp", async () => {
    const { pixels } = await decodeImages(await pictureFiles(), { ...size, channels: 4 });
    expect(await sha256(pixels)).toBe(DECODED);
  });

  test("no more workers are made than there are cores, or pictures", async () => {
    const made = countWorkers();
    const files = await Promise.all([1, 2, 3].map((seed) => pngOf(30, seed)));
    await decodeImages(files, { ...size, workers: 8 });
    expect(made).toHaveLength(3);
    made.length = 0;
    const many = await Promise.all(Array.from({ length: 20 }, (_, seed) => pngOf(8, seed)));
    await decodeImages(many, size);
    expect(made.length).toBeGreaterThan(0);
    expect(made.length).toBeLessThanOrEqual(Math.min(8, navigator.hardwareConcurrency));
  });

  test("errors come with the same words, and the first picture that fails ends the load", async () => {
    const png = await pngOf(20);
    // Within its header: of pixels some browsers show those that are there.
    const cut = new File([png.slice(0, 20)], "cut.png");
    const html = new File(["<!doctype html><p>no</p>"], "cat.jpg");
    for (const inputs of [
      [png, cut, html],
      [png, html, png, cut],
      [cut, cut],
    ]) {
      const here = await message(decodeImages(inputs, { ...size, workers: 0 }));
      expect(here).toMatch(/^SourceError: (cut\.png|cat\.jpg): expected a picture this browser can decode, found /);
      expect(await message(decodeImages(inputs, { ...size, workers: 2 }))).toBe(here);
    }
    const skip = { ...size, onError: "skip" as const, labels: [0, 1, 2, 3] };
    const [here, there] = await Promise.all(
      [0, 2].map((workers) => decodeImages([cut, png, html, png], { ...skip, workers })),
    );
    expect(there).toEqual(here);
    expect(there!.skipped!.map(({ index }) => index)).toEqual([0, 2]);
    expect([...there!.labels!]).toEqual([1, 3]);
    // The platform's own words are kept, too.
    const error = await decodeImages([cut], { ...size, workers: 1 }).catch((reason: Error) => reason);
    expect((error as Error).cause).toBeInstanceOf(Error);
  });

  describe("where no worker can be made, the page decodes, to the same bytes", () => {
    const ways: [string, () => unknown][] = [
      [
        "because it may not be made",
        () => {
          throw new DOMException("by the content security policy", "SecurityError");
        },
      ],
      ["because it does not start", () => new Worker(URL.createObjectURL(new Blob(["throw new Error('no')"])))],
      ["because it is not found", () => new Worker(new URL("/not-there.js", location.href), { type: "module" })],
    ];
    test.each(ways)("%s", async (_, makeWorker) => {
      const files = await Promise.all([1, 2, 3, 4].map((seed) => pngOf(30, seed)));
      const here = await decodeImages(files, { ...size, workers: 0 });
      const there = await decodeImages(files, { ...size, workers: 2, makeWorker: makeWorker as () => Worker });
      expect(there.pixels).toEqual(here.pixels);
    });

    test("because it ends in the middle", async () => {
      const files = await Promise.all(Array.from({ length: 9 }, (_, seed) => pngOf(30, seed)));
      const here = await decodeImages(files, { ...size, workers: 0 });
      const text = "let n = 0; onmessage = () => { throw new Error('out of memory'); }; postMessage({ ready: true });";
      const url = URL.createObjectURL(new Blob([text]));
      let made = 0;
      const makeWorker = () => {
        made++;
        const worker = new Worker(url);
        worker.addEventListener("error", (event) => event.preventDefault());
        return worker;
      };
      const there = await decodeImages(files, { ...size, workers: 2, makeWorker });
      expect(there.pixels).toEqual(here.pixels);
      expect(made).toBeGreaterThan(1);
    });
  });

  test("a worker of the caller's making is used: the module that the package has for it", async () => {
    const files = await Promise.all([1, 2, 3].map((seed) => pngOf(30, seed)));
    const here = await decodeImages(files, { ...size, workers: 0 });
    let made = 0;
    const makeWorker = () => {
      made++;
      return new Worker(new URL("../../src/source/decode-worker.ts", import.meta.url), { type: "module" });
    };
    const there = await decodeImages(files, { ...size, workers: 2, makeWorker });
    expect([there.pixels.join(), made]).toEqual([here.pixels.join(), 2]);
  });

  test("a load can be given up: it ends at once, with its workers, and nothing is uploaded", async () => {
    const device = await getDevice();
    const made = countWorkers();
    const files = await Promise.all(Array.from({ length: 30 }, (_, seed) => pngOf(400, seed)));
    const giving = new AbortController();
    const reason = new Error("enough");
    const seen = watch(device);
    let told = 0;
    const load = Dataset.fromImages(device, files, {
      ...size,
      workers: 2,
      signal: giving.signal,
      onProgress: () => {
        if (++told === 3) giving.abort(reason);
      },
    });
    await expect(load).rejects.toBe(reason);
    expect([told, made.length, made.every(({ isEnded }) => isEnded)]).toEqual([3, 2, true]);
    expect(seen.buffers).toHaveLength(0);
    seen.stop();
    await expect(Dataset.fromImages(device, files, { ...size, signal: giving.signal })).rejects.toBe(reason);
  });

  test("progress says how fast it goes, and what is left", async () => {
    const device = await getDevice();
    const files = await Promise.all(Array.from({ length: 6 }, (_, seed) => pngOf(100, seed)));
    const told: LoadProgress[] = [];
    const dataset = await Dataset.fromImages(device, files, { ...size, onProgress: (progress) => told.push(progress) });
    const decoding = told.filter(({ phase }) => phase === "decode");
    expect(decoding.map(({ loaded, total }) => [loaded, total])).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, 6]));
    for (const { rate, secondsLeft, loaded } of decoding) {
      expect(rate).toBeGreaterThan(0);
      expect(secondsLeft).toBeCloseTo((6 - loaded) / rate!, 6);
    }
    expect(told.at(-1)).toMatchObject({ phase: "upload", secondsLeft: 0 });
    dataset.destroy();
  });
}
