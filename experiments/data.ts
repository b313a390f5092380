/** Fashion-MNIST, or a part of it in the same file names, from a folder. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FASHION_MNIST_CLASSES } from "mixwell";
import { readIdx } from "../src/source/idx.ts";
import type { LabelledPictures, TrainData } from "../training/types.ts";

/** @throws SourceError for files that are damaged, or the system's error where there are none */
export async function readData(folder: string): Promise<{ data: TrainData; digest: string }> {
  const train = await readPart(folder, "train");
  const test = await readPart(folder, "t10k");
  const { height, width, channels } = train;
  const hash = createHash("sha256");
  for (const { images, labels } of [train.part, test.part]) hash.update(images).update(labels);
  const name = `Fashion-MNIST, ${train.part.count.toLocaleString("en")} + ${test.part.count.toLocaleString("en")} pictures`;
  const data = {
    name,
    train: train.part,
    test: test.part,
    height,
    width,
    channels,
    classes: [...FASHION_MNIST_CLASSES],
  };
  return { data, digest: hash.digest("hex").slice(0, 16) };
}

async function readPart(folder: string, prefix: string) {
  const [images, labels] = await Promise.all(
    ["images-idx3", "labels-idx1"].map((kind) => readFile(join(folder, `${prefix}-${kind}-ubyte.gz`))),
  );
  const {
    pixels,
    labels: ids,
    count,
    height,
    width,
    channels,
  } = await readIdx(images!, labels!, { classNames: [...FASHION_MNIST_CLASSES] });
  const part: LabelledPictures = { images: Uint8Array.from(pixels), labels: Uint8Array.from(ids!), count };
  return { part, height, width, channels };
}
