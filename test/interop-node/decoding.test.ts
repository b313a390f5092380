/** Picture files in Node, by sharp: the bytes that a browser has. */
import { Dataset, Stream } from "mixwell";
import { createNodeDevice, decodeImage } from "mixwell/node";
import { describe, expect, test } from "vitest";
import { decodeImages } from "../../src/source/images.ts";
import { DECODED, pictureFiles } from "../decoded.ts";
import { runBlock } from "../docs-blocks.ts";
import { sha256 } from "../gpu/help.ts";

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
