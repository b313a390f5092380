/** Picture files in Node, by sharp: the bytes that a browser has. */
import { Dataset, Stream } from "mixwell";
import { createDecodeWorker, createNodeDevice, decodeImage } from "mixwell/node";
import { describe, expect, test } from "vitest";
import { decodeImages } from "../../src/source/images.ts";
import { DECODED, pictureFiles } from "../decoded.ts";
import { runBlock } from "../docs-blocks.ts";
import { sha256 } from "../gpu/help.ts";
import { buildAdapter } from "./run.ts";

const size = { height: 40, width: 50 };

describe("decodeImage", () => {
  test("gives the bytes that Chromium gives, orientation and alpha included", async () => {
    const files = await pictureFiles();
    const { pixels } = await decodeImages(files, { ...size, channels: 4, decode: decodeImage });
    expect(await sha256(pixels)).toBe(DECODED);
    const raw = await decodeImage(files.find(({ name }) => name === "gamma.png")!);
    expect([raw.width, raw.height, raw.data.length]).toEqual([4, 2, 32]);
    expect([...raw.data.slice(0, 8)]).toEqual([0, 1, 2, 255, 16, 17, 18, 255]);
  });

  test("names what it cannot decode, and what that seems to be", async () => {
    const [picture] = await pictureFiles();
    const of = (file: Blob) =>
      decodeImages([file], { ...size, decode: decodeImage }).then(
        () => "no error",
        (error: Error) => `${error.name}: ${error.message}`,
      );
    expect(await of(new File([picture!.slice(0, 60)], "cut.png"))).toMatch(
      /^SourceError: cut\.png: expected a picture that sharp can decode, found /,
    );
    expect(await of(new File(["<!doctype html>"], "cat.jpg"))).toMatch(
      /^SourceError: cat\.jpg: expected a picture that sharp can decode, found /,
    );
    const skipped = await decodeImages([picture!, new Blob(["no"])], { ...size, decode: decodeImage, onError: "skip" });
    expect([skipped.count, skipped.skipped![0]!.index]).toEqual([1, 1]);
  });
});

describe("createDecodeWorker", () => {
  const threads = (more: object = {}) => ({ ...size, makeWorker: createDecodeWorker, workers: 2, ...more });

  test.each([1, 3])("gives the same bytes by %i threads, orientation and alpha included", async (workers) => {
    const files = await pictureFiles();
    const { pixels } = await decodeImages(files, threads({ channels: 4, workers }));
    expect(await sha256(pixels)).toBe(DECODED);
    for (const channels of [1, 3] as const) {
      const here = await decodeImages(files, { ...size, channels, decode: decodeImage });
      expect(await sha256((await decodeImages(files, threads({ channels, workers }))).pixels)).toBe(
        await sha256(here.pixels),
      );
    }
  });

  test("names what it cannot decode, and goes on with the others", async () => {
    const [picture] = await pictureFiles();
    const cut = new File([picture!.slice(0, 60)], "cut.png");
    await expect(decodeImages([cut], threads())).rejects.toThrow(
      /^cut\.png: expected a picture that sharp can decode, found /,
    );
    const { count, skipped } = await decodeImages([picture!, cut, picture!], threads({ onError: "skip" }));
    expect([count, skipped![0]!.index]).toEqual([2, 1]);
  });

  test("a file that is gone is an error of its own", async () => {
    const gone = Object.assign(new Blob(["x"]), { arrayBuffer: () => Promise.reject(new Error("it is gone")) });
    await expect(decodeImages([gone], threads())).rejects.toThrow("it is gone");
  });

  test("where no thread runs, `decode` stands in", async () => {
    const [picture] = await pictureFiles();
    let isAsked = false;
    const makeWorker = () => {
      isAsked = true;
      throw new Error("no threads here");
    };
    const here = await decodeImages([picture!], { ...size, decode: decodeImage });
    const there = await decodeImages([picture!], { ...size, decode: decodeImage, makeWorker, workers: 2 });
    expect([isAsked, there.pixels]).toEqual([true, here.pixels]);
  });
});

test("a process ends with its work, whatever its threads and timers wait for", async () => {
  const built = await buildAdapter();
  try {
    const body = `
      const png = Buffer.from("${await pngText()}", "base64");
      const files = Array.from({ length: 5 }, () => new Blob([png]));
      const options = { height: 4, width: 4, makeWorker: node.createDecodeWorker, workers: 2 };
      const { device, close } = await node.createNodeDevice();
      const dataset = await mixwell.Dataset.fromImages(device, files, options);
      const stream = await mixwell.Stream.fromImages(files, options);
      const engine = await mixwell.createEngine(device, { policy: mixwell.mixup() });
      const batch = await stream.batch(engine, [0, 1, 2]);
      console.log(dataset.count, batch.shape.join());
      close();`;
    const { status, output } = built.run(body);
    expect([status, output]).toEqual([0, "5 3,4,4,3\n"]);
  } finally {
    built.remove();
  }
});

async function pngText(): Promise<string> {
  const files = await pictureFiles();
  const png = files.find(({ name }) => name.endsWith(".png"))!;
  return Buffer.from(await png.arrayBuffer()).toString("base64");
}

test("datasets and streams of files", async () => {
  const { device, close } = await createNodeDevice();
  const files = await pictureFiles();
  const options = { ...size, decode: decodeImage, labels: files.map((_, i) => i % 3) };
  const dataset = await Dataset.fromImages(device, files, options);
  const stream = await Stream.fromImages(files, options);
  expect([dataset.count, stream.count]).toEqual([files.length, files.length]);
  expect(stream.fieldsAt([0])).toEqual(dataset.fieldsAt([0]));
  dataset.destroy();
  close();
});

test("the code of docs/other-libraries.md", async () => {
  const { device, close } = await createNodeDevice();
  const files = await pictureFiles();
  const { dataset } = await runBlock<{ dataset: Dataset }>("docs/other-libraries.md#node-2", { device, files });
  expect([dataset.count, dataset.height]).toEqual([files.length, 64]);
  dataset.destroy();
  close();
});
