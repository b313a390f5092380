import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { FileInput, LoadProgress } from "../../../src/source/host-images.ts";
import { type IdxOptions, readIdx } from "../../../src/source/idx.ts";
import { FASHION_MNIST_CLASSES } from "../../../src/source/known-classes.ts";
import { loadShared } from "../../files.ts";
import { file, gzip, HTML, idx, join, outcome, PNG, ramp, tar, text, ZIP } from "./files.ts";

const images = file(idx([2, 3, 4]), "images.idx");
const labels = file(idx([2], Uint8Array.of(1, 0)), "labels.idx");

describe("readIdx", () => {
  it("reads three dimensions as one channel, with labels and names", async () => {
    const read = await readIdx(images, labels, { classNames: ["cat", "dog"] });
    expect(read).toEqual({
      count: 2,
      height: 3,
      width: 4,
      channels: 1,
      layout: "nhwc",
      pixels: ramp(24),
      labels: Uint32Array.of(1, 0),
      classNames: ["cat", "dog"],
    });
  });

  it("reads four dimensions as N, H, W, C", async () => {
    const read = await readIdx(idx([2, 3, 4, 3]));
    expect(read).toMatchObject({ count: 2, height: 3, width: 4, channels: 3, layout: "nhwc" });
    expect(read.pixels).toEqual(ramp(72));
    expect(read.labels).toBeUndefined();
  });

  it("reads gzip by its first bytes, whatever the name", async () => {
    const plain = await readIdx(images, labels);
    expect(await readIdx(file(gzip(idx([2, 3, 4])), "images.idx"), gzip(idx([2], Uint8Array.of(1, 0))))).toEqual(plain);
    // A server may have unpacked a .gz on the way.
    expect(await readIdx(file(idx([2, 3, 4]), "images.idx.gz"), labels)).toEqual(plain);
  });

  it("reads pictures larger than one chunk of the stream", async () => {
    const pixels = ramp(50 * 100 * 100);
    expect((await readIdx(new Blob([gzip(idx([50, 100, 100], pixels))]))).pixels).toEqual(pixels);
  });

  it("takes any id when the number of classes is not said", async () => {
    expect((await readIdx(images, idx([2], Uint8Array.of(0, 255)))).labels).toEqual(Uint32Array.of(0, 255));
  });

  it("reports reading and unpacking of both files, never backwards", async () => {
    const seen: LoadProgress[] = [];
    await readIdx(file(gzip(idx([50, 100, 100])), "a.gz"), file(gzip(idx([50])), "b.gz"), {
      onProgress: (progress) => seen.push(progress),
    });
    const last = new Map(seen.map(({ name, phase, ...amount }) => [`${name} ${phase}`, amount]));
    expect([...last.keys()]).toEqual(["a.gz read", "a.gz decompress", "b.gz read", "b.gz decompress"]);
    expect(last.get("a.gz decompress")).toEqual({ loaded: 500016, total: 500016 });
    expect(last.get("b.gz decompress")).toEqual({ loaded: 58, total: 58 });
  });
});

describe("readIdx refuses", () => {
  const small = idx([2, 3, 4]);
  const packed = gzip(
    idx(
      [50, 100, 100],
      new Uint8Array(500000).map((_, i) => (i * 7919) >> 3),
    ),
  );
  const corrupt = packed.slice();
  corrupt.fill(0xff, 100, 200);
  const badSum = packed.slice();
  badSum[badSum.length - 8]! ^= 1;
  const wantImages = "expected an IDX file of pictures (bytes 00 00 08 03, or 00 00 08 04 with channels)";
  const wantLabels = "expected an IDX file of labels (bytes 00 00 08 01)";

  // Pictures alone: the file is called x.
  const pictures: [string, Uint8Array<ArrayBuffer>, string][] = [
    ["an empty file", new Uint8Array(0), `${wantImages}, found an empty file`],
    ["a PNG", PNG, `${wantImages}, found a PNG picture`],
    ["a zip", ZIP, `${wantImages}, found a zip archive (unpack it first)`],
    ["a tar.gz", gzip(tar("mnist/")), `${wantImages}, found a tar archive (unpack it first)`],
    ["a web page", HTML, "expected a data file, found something that looks like an HTML page (is the address right?)"],
    ["a packed web page", gzip(HTML), `${wantImages}, found something that looks like an HTML page`],
    ["a text", text("label,pixel1,pixel2\n5,0,0"), `${wantImages}, found text beginning "label,pixel1,pixel2\\n5,0,"`],
    ["some bytes", Uint8Array.of(7, 0, 200, 3, 1), `${wantImages}, found a file beginning with the bytes 07 00 c8 03`],
    [
      "a little-endian header",
      Uint8Array.of(3, 8, 0, 0, 2, 0, 0, 0),
      `${wantImages}, found the bytes 03 08 00 00: a little-endian header (IDX is big-endian)`,
    ],
    ["two bytes", Uint8Array.of(0, 0), `${wantImages}, found a file beginning with the bytes 00 00`],
    ["labels", idx([9]), `${wantImages}, found IDX labels (9 of them): are images and labels swapped?`],
    ["a table", idx([9, 784]), "expected 3 dimensions (N, H, W) or 4 (N, H, W, C), found 2: 9 × 784"],
    [
      "floats",
      idx([2, 3, 4], ramp(96), 0x0d),
      "expected elements of type 0x08 (unsigned byte), found 0x0d (32-bit float)",
    ],
    [
      "signed bytes",
      idx([2, 3, 4], ramp(24), 0x09),
      "expected elements of type 0x08 (unsigned byte), found 0x09 (signed byte)",
    ],
    ["no pictures", idx([0, 28, 28]), "expected dimensions of at least 1, found 0 × 28 × 28"],
    ["no width", idx([5, 28, 0]), "expected dimensions of at least 1, found 5 × 28 × 0"],
    [
      "a broken header",
      small.slice(0, 10),
      "expected a header of 16 bytes (3 dimensions), found a file of 10 bytes: it is truncated",
    ],
    [
      "missing bytes",
      small.slice(0, 39),
      "expected 40 bytes (a header of 16 and 2 × 3 × 4 elements), found 39 bytes: it is truncated",
    ],
    [
      "too many bytes",
      join(small, [1, 2]),
      "expected 40 bytes (a header of 16 and 2 × 3 × 4 elements), found 42 bytes: 2 too many",
    ],
    [
      "missing bytes, packed",
      gzip(small.slice(0, 39)),
      "expected 40 bytes (a header of 16 and 2 × 3 × 4 elements), found 39 bytes: it is truncated",
    ],
    [
      "a gzip bomb",
      gzip(join(small, new Uint8Array(5_000_000))),
      "expected 40 bytes (a header of 16 and 2 × 3 × 4 elements), found more than that once unpacked",
    ],
    [
      "a header that asks for everything",
      idx([0xffffffff, 0xffffffff, 0xffffffff], ramp(9)),
      "expected at most 2147483648 bytes (maxBytes), found a header that announces 4294967295 × 4294967295 × 4294967295 elements",
    ],
    [
      "gzip in gzip",
      gzip(gzip(small)),
      "expected a file packed once, found gzip data inside gzip data (unpack it first)",
    ],
    [
      "half a gzip",
      packed.slice(0, packed.length >> 1),
      `expected a whole gzip file, found one that is truncated after ${packed.length >> 1} bytes (get it again)`,
    ],
    [
      "a gzip without its last byte",
      packed.slice(0, -1),
      `expected a whole gzip file, found one that is truncated after ${packed.length - 1} bytes (get it again)`,
    ],
    [
      "the head of a gzip",
      packed.slice(0, 12),
      "expected a whole gzip file, found one that is truncated after 12 bytes (get it again)",
    ],
    [
      "a damaged gzip",
      corrupt,
      `expected a sound gzip file, found one of ${packed.length} bytes that is corrupt (get it again)`,
    ],
    [
      "a gzip with a wrong checksum",
      badSum,
      `expected a sound gzip file, found one of ${packed.length} bytes that is corrupt (get it again)`,
    ],
  ];
  for (const [what, bytes, message] of pictures) {
    it(`${what}: ${message}`, async () => {
      expect(await outcome(() => readIdx(file(bytes, "x")))).toBe(`SourceError: x: ${message}`);
    });
  }

  const pairs: [string, FileInput, FileInput, IdxOptions, string][] = [
    [
      "swapped files",
      labels,
      images,
      {},
      `SourceError: labels.idx: ${wantImages}, found IDX labels (2 of them): are images and labels swapped?`,
    ],
    [
      "pictures twice",
      images,
      images,
      {},
      `SourceError: images.idx: ${wantLabels}, found IDX with 3 dimensions (2 × 3 × 4): is this the file of pictures?`,
    ],
    ["a PNG for labels", images, file(PNG, "y"), {}, `SourceError: y: ${wantLabels}, found a PNG picture`],
    [
      "the other half's labels",
      images,
      file(idx([7]), "t10k-labels"),
      {},
      "SourceError: t10k-labels: expected 2 labels, one per picture in images.idx, found 7",
    ],
    [
      "float labels",
      images,
      file(idx([2], ramp(8), 0x0d), "y"),
      {},
      "SourceError: y: expected elements of an integer type (class ids), found 0x0d (32-bit float)",
    ],
    [
      "too few labels",
      images,
      file(idx([2]).slice(0, 9), "y"),
      {},
      "SourceError: y: expected 10 bytes (a header of 8 and 2 elements), found 9 bytes: it is truncated",
    ],
    [
      "a label beyond `classes`",
      images,
      file(idx([2], Uint8Array.of(1, 12)), "y"),
      { classes: 10 },
      "SourceError: y[1]: expected a class id 0..9, found 12",
    ],
    [
      "a label beyond the names",
      images,
      labels,
      { classNames: ["cat"] },
      "SourceError: labels.idx[0]: expected a class id 0..0, found 1",
    ],
    [
      "more names than classes",
      images,
      labels,
      { classes: 2, classNames: ["a", "b", "c"] },
      "InputError: classNames: expected 2 names, one per class, found 3",
    ],
    [
      "no classes",
      images,
      labels,
      { classes: 0 },
      "InputError: classes: expected a whole number of at least 1, found 0",
    ],
    [
      "names of the files, where they have none",
      idx([2, 3, 4]),
      idx([3]),
      { names: { images: "train pictures", labels: "train labels" } },
      "SourceError: train labels: expected 2 labels, one per picture in train pictures, found 3",
    ],
  ];
  for (const [what, first, second, options, message] of pairs) {
    it(`${what}: ${message}`, async () => expect(await outcome(() => readIdx(first, second, options))).toBe(message));
  }

  it("what cannot be right before unpacking the rest of it", async () => {
    const unpacked: number[] = [];
    const onProgress = ({ phase, loaded }: LoadProgress) => phase === "decompress" && unpacked.push(loaded);
    const swapped = gzip(idx([50_000_000], new Uint8Array(50_000_000)));
    const bomb = gzip(join(small, new Uint8Array(50_000_000)));
    expect(await outcome(() => readIdx(swapped, undefined, { onProgress }))).toMatch("are images and labels swapped?");
    expect(await outcome(() => readIdx(bomb, undefined, { onProgress }))).toMatch("found more than that once unpacked");
    expect(unpacked).toEqual([]);
  });
});

it("readIdx reads the Fashion-MNIST subset, where ../shared has it", async () => {
  const sets = [
    {
      name: "train",
      count: 3000,
      md5: ["a720b77cd7f445c87c7ecf3184cfd97d", "e386e8b27bf80f33c844b74467424113"],
      labelsPerClass: [282, 321, 290, 312, 303, 300, 298, 312, 287, 295],
    },
    {
      name: "t10k",
      count: 615,
      md5: ["774067179243a0b0928978969f16bd39", "07bb2b9eca7de07db58ae2cbf303b789"],
      labelsPerClass: [53, 73, 67, 63, 54, 57, 64, 64, 55, 65],
    },
  ];
  for (const { name, count, md5, labelsPerClass } of sets) {
    const folder = "data/fashion-mnist-subset";
    const pictures = await loadShared(`${folder}/${name}-images-idx3-ubyte.gz`);
    const ids = await loadShared(`${folder}/${name}-labels-idx1-ubyte.gz`);
    if (!pictures || !ids) {
      console.log(`no ../shared/${folder}: IDX was tested on generated files only`);
      return;
    }
    const read = await readIdx(pictures, ids, { classNames: FASHION_MNIST_CLASSES });
    expect(read).toMatchObject({ count, height: 28, width: 28, channels: 1, layout: "nhwc" });
    const digest = (header: Uint8Array, body: Uint8Array) =>
      createHash("md5").update(header).update(body).digest("hex");
    expect([
      digest(idx([count, 28, 28], new Uint8Array(0)), read.pixels),
      digest(idx([count], new Uint8Array(0)), Uint8Array.from(read.labels!)),
    ]).toEqual(md5);
    const histogram = Array(10).fill(0);
    for (const id of read.labels!) histogram[id]++;
    expect(histogram).toEqual(labelsPerClass);
  }
});

describe("labels of 32 bits", () => {
  const bigEndian = (...values: number[]) => {
    const bytes = new Uint8Array(4 * values.length);
    for (const [i, value] of values.entries()) new DataView(bytes.buffer).setInt32(4 * i, value, false);
    return bytes;
  };
  const rows = [
    [5, 4, 2166, 111, 35, 185554, 0, 0],
    [0, 4, 2170, 17, 30, 187468, 1, 0],
  ];

  it("QMNIST's table is read: the class, and the rest as fields", async () => {
    const read = await readIdx(idx([2, 3, 4]), gzip(idx([2, 8], bigEndian(...rows.flat()), 0x0c)));
    expect(read.labels).toEqual(Uint32Array.of(5, 0));
    expect(read.fields).toEqual({
      hsfSeries: Int32Array.of(4, 4),
      writer: Int32Array.of(2166, 2170),
      writerDigit: Int32Array.of(111, 17),
      nistClass: Int32Array.of(35, 30),
      nistDigit: Int32Array.of(185554, 187468),
      duplicate: Int32Array.of(0, 1),
    });
  });

  it("plain ones are read, and a negative or a cut one is named", async () => {
    expect((await readIdx(idx([2, 3, 4]), idx([2], bigEndian(7, 300), 0x0c))).labels).toEqual(Uint32Array.of(7, 300));
    const of = (labels: Uint8Array<ArrayBuffer>) => outcome(() => readIdx(idx([2, 3, 4]), file(labels, "y")));
    expect(await of(idx([2], bigEndian(7, -1), 0x0c))).toBe(
      "SourceError: y[1]: expected a class id (a whole number of at least 0), found -1",
    );
    expect(await of(idx([2, 8], bigEndian(...rows.flat()).slice(4), 0x0c))).toBe(
      "SourceError: y: expected 76 bytes (a header of 12 and 2 × 8 elements of 4 bytes), found 72 bytes: it is truncated",
    );
  });
});
