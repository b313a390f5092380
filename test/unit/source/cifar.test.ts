import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type CifarOptions, readCifar } from "../../../src/source/cifar.ts";
import {
  cifar10Classes as CIFAR10_CLASSES,
  cifar100Classes as CIFAR100_CLASSES,
  cifar100Superclasses as CIFAR100_SUPERCLASSES,
} from "../../../src/source/class-names.ts";
import type { FileInput, HostImages, LoadProgress } from "../../../src/source/host-images.ts";
import { loadShared } from "../../files.ts";
import { cifar, file, gzip, HTML, idx, join, outcome, PICKLE, PNG, tar, text, ZIP } from "./files.ts";

describe("readCifar", () => {
  it("reads CIFAR-10 as planes, with labels and names", async () => {
    const read = await readCifar(cifar(3, 9));
    expect(read).toMatchObject({
      count: 2,
      height: 32,
      width: 32,
      channels: 3,
      layout: "nchw",
      classNames: CIFAR10_CLASSES,
    });
    expect(read.labels).toEqual(Uint32Array.of(3, 9));
    expect(read.pixels).toEqual(join(new Uint8Array(3072).fill(0), new Uint8Array(3072).fill(1)));
    expect(read.fields).toBeUndefined();
  });

  it("puts several batches, packed or not, behind each other in the given order", async () => {
    const read = await readCifar([cifar(3), file(gzip(cifar(1, 4)), "b.bin.gz"), new Blob([cifar(0)])]);
    expect(read.labels).toEqual(Uint32Array.of(3, 1, 4, 0));
    expect(Array.from({ length: 4 }, (_, n) => read.pixels[n * 3072 + 3071])).toEqual([0, 0, 1, 0]);
    expect(read.pixels.length).toBe(4 * 3072);
  });

  it("reads CIFAR-100's two labels, the one that is not asked for as a field", async () => {
    const batch = cifar([19, 99], [0, 5]);
    const fine = await readCifar(batch, { kind: "cifar100" });
    expect(fine).toMatchObject({ count: 2, classNames: CIFAR100_CLASSES });
    expect(fine.labels).toEqual(Uint32Array.of(99, 5));
    expect(fine.fields).toEqual({ coarse: Uint32Array.of(19, 0) });
    const coarse = await readCifar(batch, { kind: "cifar100", labels: "coarse" });
    expect(coarse).toMatchObject({ count: 2, classNames: CIFAR100_SUPERCLASSES });
    expect(coarse.labels).toEqual(Uint32Array.of(19, 0));
    expect(coarse.fields).toEqual({ fine: Uint32Array.of(99, 5) });
    expect(coarse.pixels).toEqual(fine.pixels);
  });

  it("takes a batch whose pixels look like another format", async () => {
    const batch = cifar(0);
    batch.set([0, 8, 3], 1); // as IDX would begin
    batch.set(text("ustar"), 257);
    expect((await readCifar(batch)).count).toBe(1);
  });

  it("reports reading and unpacking", async () => {
    const seen: LoadProgress[] = [];
    await readCifar(file(gzip(cifar(...Array(50).fill(7))), "b.gz"), { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ phase: "decompress", loaded: 50 * 3073, total: 50 * 3073, name: "b.gz" });
  });

  it("knows the published names: alphabetical and without doubles", () => {
    for (const [names, count] of [
      [CIFAR100_CLASSES, 100],
      [CIFAR100_SUPERCLASSES, 20],
      [CIFAR10_CLASSES, 10],
    ] as const) {
      expect(new Set(names).size).toBe(count);
    }
    expect([...CIFAR100_CLASSES].sort()).toEqual(CIFAR100_CLASSES);
    expect([...CIFAR100_SUPERCLASSES].sort()).toEqual(CIFAR100_SUPERCLASSES);
  });
});

describe("readCifar refuses", () => {
  const batch10 = "expected a batch of CIFAR-10's binary version";
  const wrong: [string, FileInput | FileInput[], CifarOptions, string][] = [
    [
      "Python's version",
      file(join(PICKLE, new Uint8Array(4000)), "data_batch_1"),
      {},
      `SourceError: data_batch_1: ${batch10}, found a Python pickle (take the "binary version" of CIFAR-10)`,
    ],
    [
      "Python's version of CIFAR-100",
      file(PICKLE, "train"),
      { kind: "cifar100" },
      `SourceError: train: expected a batch of CIFAR-100's binary version, found a Python pickle (take the "binary version" of CIFAR-100)`,
    ],
    [
      "the archive",
      file(gzip(join(tar("cifar-10-batches-bin/"), new Uint8Array(1e6))), "cifar-10-binary.tar.gz"),
      {},
      `SourceError: cifar-10-binary.tar.gz: ${batch10}, found a tar archive (unpack it first)`,
    ],
    ["a zip", file(ZIP, "x"), {}, `SourceError: x: ${batch10}, found a zip archive (unpack it first)`],
    ["a picture", file(PNG, "x"), {}, `SourceError: x: ${batch10}, found a PNG picture`],
    ["an empty file", file(new Uint8Array(0), "x"), {}, `SourceError: x: ${batch10}, found an empty file`],
    [
      "a web page",
      file(HTML, "x"),
      {},
      "SourceError: x: expected a data file, found something that looks like an HTML page (is the address right?)",
    ],
    [
      "the list of names",
      file(text("airplane\nautomobile\nbird\ncat\n"), "batches.meta.txt"),
      {},
      'SourceError: batches.meta.txt: expected a multiple of 3073 bytes (records of CIFAR-10), found 29 bytes: 29 after record 0, in text beginning "airplane\\nautomobile\\nbird"',
    ],
    [
      "a truncated batch",
      file(cifar(1, 2).slice(0, 5000), "x"),
      {},
      "SourceError: x: expected a multiple of 3073 bytes (records of CIFAR-10), found 5000 bytes: 1927 after record 1, in a file beginning with the bytes 01 00 00 00",
    ],
    [
      "an IDX file",
      file(idx([1, 28, 28]), "x"),
      {},
      "SourceError: x: expected a multiple of 3073 bytes (records of CIFAR-10), found 800 bytes: 800 after record 0, in a file beginning with the bytes 00 00 08 03",
    ],
    [
      "CIFAR-100 as CIFAR-10",
      file(cifar([1, 2], [3, 4]), "train.bin"),
      {},
      'SourceError: train.bin: expected a multiple of 3073 bytes (records of CIFAR-10), found 6148 bytes, which are 2 records of CIFAR-100 (kind: "cifar100")',
    ],
    [
      "CIFAR-10 as CIFAR-100",
      file(cifar(1, 2, 3), "b.bin"),
      { kind: "cifar100" },
      'SourceError: b.bin: expected a multiple of 3074 bytes (records of CIFAR-100), found 9219 bytes, which are 3 records of CIFAR-10 (kind: "cifar10")',
    ],
    [
      "an impossible label",
      file(cifar(1, 2, 10), "x"),
      {},
      "SourceError: x: expected a label 0..9 in record 2, found 10",
    ],
    [
      "an impossible coarse label",
      file(cifar([20, 0]), "x"),
      { kind: "cifar100" },
      "SourceError: x: expected a coarse label 0..19 in record 0, found 20",
    ],
    [
      "an impossible fine label",
      file(cifar([1, 1], [0, 100]), "x"),
      { kind: "cifar100" },
      "SourceError: x: expected a fine label 0..99 in record 1, found 100",
    ],
    [
      "a bad file among good ones",
      [file(cifar(1), "a"), file(cifar(255), "b"), file(cifar(2), "c")],
      {},
      "SourceError: b: expected a label 0..9 in record 0, found 255",
    ],
    [
      "a nameless file among others",
      [cifar(1), cifar(77)],
      {},
      "SourceError: files[1]: expected a label 0..9 in record 0, found 77",
    ],
    ["no file", [], {}, "InputError: files: expected at least one batch file, found []"],
    [
      "another kind",
      cifar(1),
      { kind: "cifar" as "cifar10" },
      'InputError: kind: expected "cifar10" or "cifar100", found "cifar"',
    ],
    [
      "other labels",
      cifar(1),
      { kind: "cifar100", labels: "both" as "fine" },
      'InputError: labels: expected "fine" or "coarse", found "both"',
    ],
    [
      "coarse labels of CIFAR-10",
      cifar(1),
      { labels: "coarse" },
      'InputError: labels: expected "fine" (CIFAR-10 has one label), found "coarse"',
    ],
    [
      "more than was granted",
      file(gzip(cifar(1, 2, 3, 4)), "x"),
      { maxBytes: 5000 },
      "SourceError: x: expected at most 5000 bytes (maxBytes), found more than that",
    ],
    [
      "bytes after the gzip data",
      file(join(gzip(cifar(1)), [1, 2, 3, 4, 5]), "x"),
      {},
      "SourceError: x: expected one gzip stream and nothing after it, found further bytes",
    ],
    [
      "zeros after the gzip data",
      file(join(gzip(cifar(1)), new Uint8Array(8)), "x"),
      {},
      "SourceError: x: expected one gzip stream and nothing after it, found 3073 bytes unpacked where the last four bytes say 0",
    ],
    [
      "two gzip streams",
      file(join(gzip(cifar(1)), gzip(cifar(2, 3))), "x"),
      {},
      "SourceError: x: expected one gzip stream and nothing after it, found 9219 bytes unpacked where the last four bytes say 6146",
    ],
  ];
  for (const [what, files, options, message] of wrong) {
    it(`${what}: ${message}`, async () => expect(await outcome(() => readCifar(files, options))).toBe(message));
  }
});

it("readCifar reads the CIFAR-10 subset, where ../shared has it", async () => {
  const sets = [
    { name: "data_batch", count: 10000, md5: "8c60b6e1ff0c4a29852c390fb2457db3", first: [2, 1, 7, 4, 9] },
    { name: "test_batch", count: 2000, md5: "35c4fefb5473edcf2617218c202b7f46", first: [4, 0, 2, 1, 7] },
  ];
  for (const { name, count, md5, first } of sets) {
    const packed = await loadShared(`data/cifar10-subset/${name}.bin.gz`);
    if (!packed) {
      console.log("no ../shared/data/cifar10-subset: CIFAR was tested on generated files only");
      return;
    }
    const read = await readCifar(packed);
    expect(read).toMatchObject({
      count,
      height: 32,
      width: 32,
      channels: 3,
      layout: "nchw",
      classNames: CIFAR10_CLASSES,
    });
    expect(fileDigest(read)).toBe(md5);
    expect([...read.labels!.slice(0, 5)]).toEqual(first);
    const histogram = Array(10).fill(0);
    for (const id of read.labels!) histogram[id]++;
    expect(histogram).toEqual(Array(10).fill(count / 10));
  }
});

/** MD5 of the records that the result stands for. */
function fileDigest({ count, labels, pixels }: HostImages): string {
  const md5 = createHash("md5");
  for (let n = 0; n < count; n++)
    md5.update(Uint8Array.of(labels![n]!)).update(pixels.subarray(n * 3072, (n + 1) * 3072));
  return md5.digest("hex");
}
