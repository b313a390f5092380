/** A batch on a canvas: where its pictures and titles stand, what they look like, and what is refused. */
import {
  type Batch,
  createEngine,
  cutmix,
  Dataset,
  drawBatch,
  mixup,
  type ObjectBatch,
  type Policy,
  toImageData,
} from "mixwell";
import { afterEach, describe, expect, test, vi } from "vitest";
import { inBrowser } from "../../files.ts";
import { noise } from "../../random.ts";
import { getDevice, newDevice } from "../device.ts";
import { upload } from "../help.ts";
import { expectRefused } from "../refused.ts";

const NAMES = ["cat", "dog", "fox"];
const SIDE = 8;

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Six pictures of 8 × 8, of three classes. */
async function made({
  policy = [] as Policy,
  labels = { classes: 3 } as object | null,
  output = {},
} = {}): Promise<Batch> {
  const device = await getDevice();
  const images = noise(6 * SIDE * SIDE * 3);
  const dataset = await Dataset.fromArrays(device, { images, shape: [6, SIDE, SIDE, 3], labels: [0, 1, 2, 0, 1, 2] });
  const engine = await createEngine(device, { policy, output, labels: (labels ?? undefined) as never, warm: false });
  ends.push(() => {
    engine.destroy();
    dataset.destroy();
  });
  return engine.run({ dataset, indices: [0, 1, 2, 3, 4, 5] });
}

/**
 * The canvas's pixels, which it has in the task in which it was drawn. As a file: without the page's own GPU a 2D
 * canvas gets nothing from one of WebGPU.
 */
async function pixelsOf(canvas: HTMLCanvasElement | OffscreenCanvas): Promise<ImageData> {
  const { width, height } = canvas;
  const file =
    "convertToBlob" in canvas
      ? canvas.convertToBlob()
      : new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob!)));
  const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
  copy.drawImage(await createImageBitmap(await file), 0, 0);
  return copy.getImageData(0, 0, width, height);
}

/** A part of the pixels. */
function part({ data, width }: ImageData, [x, y, w, h]: [number, number, number, number]): number[] {
  return Array.from({ length: h }, (_, line) =>
    Array.from(data.subarray(4 * ((y + line) * width + x), 4 * ((y + line) * width + x + w))),
  ).flat();
}

/** A canvas in a page that is so wide. */
function element(width = 500): HTMLCanvasElement {
  const parent = document.createElement("div");
  parent.style.cssText = `width: ${width}px; padding: 0 10px; color: rgb(10, 20, 30); font: 16px monospace`;
  const canvas = document.createElement("canvas");
  parent.append(canvas);
  document.body.append(parent);
  ends.push(() => parent.remove());
  return canvas;
}

const drawn = () => {
  test("pictures stand in their tiles, to the byte", async () => {
    const device = await getDevice();
    for (const output of [
      { format: "u8" },
      { layout: "nchw", normalize: { mean: [0.4], std: [0.2] } },
      { format: "f16" },
    ]) {
      const batch = await made({ output });
      const wanted = await Promise.all([0, 1, 2, 3, 4, 5].map((row) => toImageData(device, batch, row)));
      const canvas = new OffscreenCanvas(2 * SIDE + 8, 1);
      const { tiles } = await drawBatch(canvas, batch, { columns: 2, tile: SIDE, titles: false });
      const pixels = await pixelsOf(canvas);
      expect([canvas.width, canvas.height]).toEqual([2 * SIDE + 8, 3 * (SIDE + 8) - 8]);
      expect(tiles.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 5]);
      for (const { row, x, y, width, height } of tiles)
        expect(part(pixels, [x, y, width, height]), `${JSON.stringify(output)}, row ${row}`).toEqual(
          Array.from(wanted[row]!.data),
        );
      // Between them the page shows.
      expect(new Set(part(pixels, [SIDE, 0, 8, SIDE]))).toEqual(new Set([0]));
    }
  });

  test("a pixel becomes a square when it is enlarged, and an average when it is not", async () => {
    const device = await getDevice();
    const batch = await made();
    const { data } = await toImageData(device, batch, 1);
    const large = new OffscreenCanvas(5 * SIDE, 1);
    await drawBatch(large, batch, { rows: [1], titles: false, tile: 5 * SIDE });
    const enlarged = await pixelsOf(large);
    for (const [x, y] of [
      [0, 0],
      [3, 5],
      [7, 7],
    ] as const) {
      const square = part(enlarged, [5 * x, 5 * y, 5, 5]);
      const pixel = Array.from(data.subarray(4 * (y * SIDE + x), 4 * (y * SIDE + x + 1)));
      expect(square).toEqual(Array.from({ length: 25 }, () => pixel).flat());
    }
    const small = new OffscreenCanvas(SIDE / 4, 1);
    await drawBatch(small, batch, { rows: [1], titles: false, tile: SIDE / 4 });
    const averaged = (await pixelsOf(small)).data;
    for (let c = 0; c < 3; c++) {
      let sum = 0;
      for (let y = 0; y < 4; y++) for (let x = 0; x < 4; x++) sum += data[4 * (y * SIDE + x) + c]!;
      // A sum of sixteen floats may be a hair off a half.
      expect(Math.abs(averaged[c]! - sum / 16)).toBeLessThanOrEqual(0.51);
    }
  });

  test("titles are the labels: classes with their shares, largest first", async () => {
    const batch = await made({ policy: cutmix({ prob: 0.7 }) });
    const canvas = new OffscreenCanvas(900, 1);
    const { titles, text } = await drawBatch(canvas, batch, { names: NAMES });
    for (const [i, row] of batch.plan.stages[0]!.rows.entries()) {
      const own = NAMES[batch.plan.sources[row.own]!.index % 3]!;
      if (row.mixer === "none") {
        expect(titles[i]).toBe(own);
        continue;
      }
      const partner = NAMES[batch.plan.sources[(row as { partner: number }).partner]!.index % 3]!;
      const { lambda } = row;
      const parts = [
        [own, lambda],
        [partner, 1 - lambda],
      ] as [string, number][];
      const said =
        own === partner || lambda > 0.995
          ? own
          : lambda < 0.005
            ? partner
            : parts
                .filter(([, share]) => share >= 0.045)
                .sort(([, a], [, b]) => b - a)
                .map(([name, share]) => `${name} ${share.toFixed(2)}`)
                .join(", ");
      expect(titles[i]).toBe(said);
    }
    expect(titles.filter((title) => title.includes(",")).length).toBeGreaterThan(0);
    expect(text).toBe(`6 pictures: ${titles.join("; ")}`);
    // There is text below the first picture, in the grey for canvases without a page.
    const line = part(await pixelsOf(canvas), [0, 97, 100, 16]);
    expect(line.some((value, i) => i % 4 === 3 && value > 128)).toBe(true);
  });

  test("sparse labels say the same; classes without names have numbers; smoothing's dust is not said", async () => {
    const policy = mixup({ alpha: 5 });
    const canvas = new OffscreenCanvas(900, 1);
    const titlesOf = async (labels: object) => (await drawBatch(canvas, await made({ policy, labels }))).titles;
    const dense = await titlesOf({ classes: 3 });
    expect(await titlesOf({ classes: 3, dense: false, sparse: true })).toEqual(dense);
    expect(dense.join()).toMatch(/^class \d/);
    const smoothed = await titlesOf({ classes: 3, smoothing: 0.1 });
    expect(smoothed.every((title) => title.split(", ").length <= 2)).toBe(true);
  });

  test("without labels there are no titles, and with `false` nothing is read back", async () => {
    const device = await getDevice();
    const [plain, labelled] = [await made({ labels: null }), await made()];
    const canvas = new OffscreenCanvas(400, 1);
    const { mapAsync } = GPUBuffer.prototype;
    let maps = 0;
    GPUBuffer.prototype.mapAsync = function (...given) {
      maps++;
      return mapAsync.apply(this, given);
    };
    try {
      expect((await drawBatch(canvas, plain)).titles).toEqual(["", "", "", "", "", ""]);
      await drawBatch(canvas, labelled, { titles: false });
      await drawBatch(canvas, labelled, { titles: ["a", "b", "c", "d", "e", "f"] });
      expect(maps).toBe(0);
      await drawBatch(canvas, labelled);
      // The label rows alone.
      expect(maps).toBe(1);
    } finally {
      GPUBuffer.prototype.mapAsync = mapAsync;
    }
    await device.queue.onSubmittedWorkDone();
  });

  test("pictures are those of the call, whatever is written over them before the titles are there", async () => {
    const device = await getDevice();
    const batch = await made();
    const wanted = await toImageData(device, batch, 0);
    const canvas = new OffscreenCanvas(SIDE, 1);
    const drawing = drawBatch(canvas, batch, { rows: [0], tile: SIDE });
    device.queue.writeBuffer(batch.images, 0, new Uint8Array(batch.images.size));
    await drawing;
    expect(part(await pixelsOf(canvas), [0, 0, SIDE, SIDE])).toEqual(Array.from(wanted.data));
  });

  test("the last drawing stays, whichever is ready first", async () => {
    const device = await getDevice();
    const batch = await made();
    const wanted = await toImageData(device, batch, 1);
    const canvas = new OffscreenCanvas(SIDE, 1);
    const first = drawBatch(canvas, batch, { rows: [0], tile: SIDE });
    await drawBatch(canvas, batch, { rows: [1], tile: SIDE, titles: false });
    const pixels = part(await pixelsOf(canvas), [0, 0, SIDE, SIDE]);
    expect(pixels).toEqual(Array.from(wanted.data));
    const { height } = canvas;
    await first;
    expect(canvas.height).toBe(height);
  });

  test("an element is as wide as there is room, as sharp as the screen, and says what it shows", async () => {
    const batch = await made();
    const canvas = element(500);
    for (let again = 0; again < 2; again++) {
      const { tiles, text } = await drawBatch(canvas, batch, { names: NAMES, pixelRatio: 2 });
      expect(tiles[0]!.width).toBeCloseTo((500 - 3 * 8) / 4, 0);
      expect(tiles.filter(({ y }) => y === 0)).toHaveLength(4);
      expect(canvas.width).toBeGreaterThan(2 * 495);
      expect(canvas.getBoundingClientRect().width).toBeLessThanOrEqual(500);
      expect(canvas.getBoundingClientRect().height).toBeCloseTo(canvas.height / 2, 0);
      expect(canvas.getAttribute("role")).toBe("img");
      expect(canvas.getAttribute("aria-label")).toBe(text);
    }
    const { tiles } = await drawBatch(canvas, batch, { columns: 6, pixelRatio: 1 });
    expect(tiles.every(({ y }) => y === 0)).toBe(true);
    expect(canvas.width).toBeLessThanOrEqual(500);
  });

  test("titles have the page's colour", async () => {
    const batch = await made();
    const canvas = element(500);
    const { tiles } = await drawBatch(canvas, batch, { names: NAMES, pixelRatio: 1 });
    // Firefox shows what was drawn a moment later.
    const look = async () => {
      const below = part(await pixelsOf(canvas), [0, tiles[0]!.height + 4, tiles[0]!.width, 16]);
      const pixels = Array.from({ length: below.length / 4 }, (_, i) => below.slice(4 * i, 4 * i + 4));
      // Half of a pixel and more: thin letters fill none wholly in every browser.
      const found = pixels.filter(([, , , alpha]) => alpha! > 127);
      expect(found.length).toBeGreaterThan(0);
      return found;
    };
    const inks = await vi.waitFor(look, { timeout: 240_000 });
    for (const [red, green, blue] of inks) expect(Math.max(red! - 10, green! - 20, blue! - 30)).toBeLessThanOrEqual(12);
  });

  test("a label that the page gave stays", async () => {
    const batch = await made();
    const canvas = element();
    canvas.setAttribute("aria-label", "my pictures");
    await drawBatch(canvas, batch);
    expect(canvas.getAttribute("aria-label")).toBe("my pictures");
    expect(canvas.hasAttribute("role")).toBe(false);
  });

  test("long names and titles of one's own end in an ellipsis, and no tile's text runs into the next", async () => {
    const batch = await made({ policy: mixup({ alpha: 5 }) });
    const canvas = new OffscreenCanvas(320, 1);
    const names = ["a very long name of a class indeed", "another one that is no shorter", "fox"];
    await drawBatch(canvas, batch, { names, columns: 3, tile: 100 });
    const pixels = await pixelsOf(canvas);
    for (const x of [101, 209]) {
      const gap = part(pixels, [x, 0, 5, canvas.height]);
      expect(gap.every((value) => value === 0)).toBe(true);
    }
    const words = "rotated by 12°, brightness ×1.3, then mixed 0.62 with 0.38 of sample 17 (CutMix box 10,20–40,60)";
    const { titles } = await drawBatch(canvas, batch, {
      titles: Array.from({ length: 6 }, () => words),
      columns: 3,
      tile: 100,
    });
    expect(titles).toEqual(Array.from({ length: 6 }, () => words));
  });

  /** One object a picture: a box of its upper left quarter, of class 0, 1, …; the last is listed and not kept. */
  const boxes = (format: "xyxy" | "cxcywh" = "xyxy"): ObjectBatch => ({
    offsets: Uint32Array.of(0, 1, 2, 3, 4, 5, 6),
    boxes: Float32Array.from(
      { length: 24 },
      (_, i) => (format === "xyxy" ? [0, 0, 4, 4] : [0.25, 0.25, 0.5, 0.5])[i % 4]!,
    ),
    format,
    normalized: format !== "xyxy",
    size: { height: SIDE, width: SIDE },
    labels: Uint32Array.of(0, 1, 2, 0, 1, 2),
    weight: new Float32Array(6).fill(1),
    visible: new Float32Array(6).fill(1),
    area: new Float32Array(6).fill(16),
    source: new Uint32Array(6),
    index: new Uint32Array(6),
    kept: Uint8Array.of(1, 1, 1, 1, 1, 0),
    fields: {},
  });

  test("boxes of objects are drawn over their pictures, by class in colours, and name a batch without labels", async () => {
    const batch = await made({ labels: null });
    const canvas = new OffscreenCanvas(80, 1);
    const draw = async (objects?: ObjectBatch) => {
      const drawing = await drawBatch(canvas, batch, { columns: 1, tile: 80, names: NAMES, objects });
      return { ...drawing, pixels: await pixelsOf(canvas) };
    };
    const plain = await drawBatch(canvas, batch, { columns: 1, tile: 80, titles: false });
    const bare = await pixelsOf(canvas);
    const { titles, tiles, pixels } = await draw(boxes());
    expect(titles).toEqual(["cat", "dog", "fox", "cat", "dog", ""]);
    const colorAt = (at: ImageData, y: number, x: number) => part(at, [x, y, 1, 1]).slice(0, 3).join();
    const colors = tiles.map(({ y }) => colorAt(pixels, y + 40, 20));
    // The lower side of the box, ten pixels of the tile to one of the picture.
    expect(colors[0]).toBe("255,214,64");
    expect(colors[3]).toBe(colors[0]);
    expect(new Set(colors.slice(0, 3)).size).toBe(3);
    // Outside of the box, and where none is kept, nothing is drawn over.
    expect(colorAt(pixels, tiles[0]!.y + 65, 65)).toBe(colorAt(bare, plain.tiles[0]!.y + 65, 65));
    expect(colors[5]).toBe(colorAt(bare, plain.tiles[5]!.y + 40, 20));
    expect(part((await draw(boxes("cxcywh"))).pixels, [0, 0, 80, 80])).toEqual(part(pixels, [0, 0, 80, 80]));
    // A batch of which none is kept has no stroke at all.
    const none = await draw({ ...boxes(), kept: new Uint8Array(6) });
    none.tiles.forEach(({ y }, i) => {
      expect(colorAt(none.pixels, y + 40, 20)).toBe(colorAt(bare, plain.tiles[i]!.y + 40, 20));
    });
  });

  test("objects that are not the batch's are refused by name", async () => {
    const batch = await made();
    const canvas = new OffscreenCanvas(80, 1);
    const draw = (more: object) => () => drawBatch(canvas, batch, { objects: { ...boxes(), ...more } });
    const path = "InputError: drawBatch.options.objects";
    await expectRefused([
      [
        "none",
        () => drawBatch(canvas, batch, { objects: [] as never }),
        `${path}: expected objects, as transformObjects makes them, found []`,
      ],
      [
        "of another batch",
        draw({ offsets: Uint32Array.of(0, 6) }),
        `${path}.offsets: expected 7 numbers, one more than pictures in the batch, found Uint32Array of 2`,
      ],
      [
        "a box missing",
        draw({ boxes: new Float32Array(20) }),
        `${path}.boxes: expected 6 boxes of 4 numbers, found Float32Array of 20`,
      ],
      [
        "a class missing",
        draw({ labels: new Uint32Array(5) }),
        `${path}.labels: expected 6 class ids, found Uint32Array of 5`,
      ],
      [
        "of larger pictures",
        draw({ size: { height: 16, width: 16 } }),
        `${path}.size: expected 8 × 8, as the batch's pictures, found 16 × 16`,
      ],
    ]);
  });

  test("five hundred drawings leave nothing behind", async () => {
    const device = await getDevice();
    const batch = await made();
    const canvas = new OffscreenCanvas(100, 1);
    let living = 0;
    const create = device.createBuffer;
    device.createBuffer = function (descriptor) {
      const buffer = create.call(this, descriptor);
      living++;
      const destroy = buffer.destroy;
      buffer.destroy = function () {
        living--;
        return destroy.call(this);
      };
      return buffer;
    };
    try {
      for (let i = 0; i < 500; i++) await drawBatch(canvas, batch, { tile: SIDE, titles: false });
    } finally {
      device.createBuffer = create;
    }
    expect(living).toBe(0);
  });

  test("refuses what cannot be drawn, by name", async () => {
    const device = await getDevice();
    const batch = await made();
    const canvas = new OffscreenCanvas(100, 1);
    const flat = new OffscreenCanvas(100, 1);
    flat.getContext("2d");
    const moved = document.createElement("canvas");
    moved.transferControlToOffscreen();
    const own = upload(device, new Uint8Array(6 * SIDE * SIDE * 3 * 4));
    const options = "InputError: drawBatch.options";
    const draw = (given: object) => () => drawBatch(canvas, batch, given as never);
    await expectRefused([
      [
        "no canvas",
        () => drawBatch(undefined as never, batch),
        "InputError: drawBatch.canvas: expected a canvas or an OffscreenCanvas, found undefined",
      ],
      [
        "its context",
        () => drawBatch(flat.getContext("2d") as never, batch),
        "InputError: drawBatch.canvas: expected a canvas or an OffscreenCanvas, found OffscreenCanvasRenderingContext2D",
      ],
      [
        "a canvas of another kind",
        () => drawBatch(flat, batch),
        "InputError: drawBatch.canvas: expected a canvas without a context of another kind, found OffscreenCanvas",
      ],
      [
        "no batch",
        () => drawBatch(canvas, undefined as never),
        "InputError: drawBatch.batch: expected a batch, found undefined",
      ],
      [
        "a buffer that no engine wrote",
        () => drawBatch(canvas, { ...batch, images: own }),
        `${options}.device: expected the device of the batch, as no engine made it, found undefined`,
      ],
      ["no device", draw({ device: 1 }), `${options}.device: expected a GPUDevice, found 1`],
      [
        "an option it does not have",
        draw({ zoom: 2 }),
        `${options}: expected only names, titles, columns, rows, tile, pixelRatio, color, objects, valueRange, device, found "zoom"`,
      ],
      ["no columns", draw({ columns: 0 }), `${options}.columns: expected a positive integer, found 0`],
      ["names by number", draw({ names: { 0: "cat" } }), `${options}.names: expected a list of strings, found Object`],
      ["too few titles", draw({ titles: ["one"] }), `${options}.titles: expected 6, one for each picture, found 1`],
      [
        "titles that are numbers",
        draw({ titles: [1, 2, 3, 4, 5, 6] }),
        `${options}.titles: expected a list of strings, found [1, 2, 3, 4, 5, 6]`,
      ],
      ["a row that is not there", draw({ rows: [0, 6] }), `${options}.rows[1]: expected an integer in 0..5, found 6`],
      ["no rows", draw({ rows: [] }), `${options}.rows: expected at least one, found []`],
      ["a tile of no width", draw({ tile: 0 }), `${options}.tile: expected a positive number, found 0`],
      [
        "endless pixels",
        draw({ pixelRatio: Number.POSITIVE_INFINITY }),
        `${options}.pixelRatio: expected a positive number, found Infinity`,
      ],
      ["a colour in numbers", draw({ color: 0 }), `${options}.color: expected a colour of CSS, found 0`],
      [
        "a range of one number",
        draw({ valueRange: [1] }),
        `${options}.valueRange: expected [low, high], two finite numbers, low < high, found [1]`,
      ],
      [
        "more pixels than a canvas has",
        () => drawBatch(new OffscreenCanvas(9000, 1), batch, { tile: 9000 }),
        "InputError: drawBatch.options: expected a drawing of at most 8192 × 8192 pixels on this device, found 9000 × 54040 pixels",
      ],
    ]);
    await expect(drawBatch(moved, batch)).rejects.toThrow(
      /^drawBatch\.canvas: expected a canvas that is still this page's, found InvalidStateError/,
    );
    own.destroy();
  });

  test("a batch that somebody else made is drawn where its device is given", async () => {
    const device = await newDevice();
    const images = device.createBuffer({ size: 4 * 4 * 4, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
    device.queue.writeBuffer(images, 0, new Uint8Array(64).fill(200));
    const batch = {
      images,
      size: 1,
      shape: [1, 4, 4, 4],
      format: "u8",
      layout: "nhwc",
      valueRange: [0, 255],
    } as unknown as Batch;
    const canvas = new OffscreenCanvas(4, 1);
    await drawBatch(canvas, batch, { device, tile: 4 });
    // Multiplied by alpha for the canvas, and divided by it again.
    const [red, green, blue, alpha] = (await pixelsOf(canvas)).data;
    expect(alpha).toBe(200);
    for (const level of [red, green, blue]) expect(Math.abs(level! - 200)).toBeLessThanOrEqual(1);
    images.destroy();
  });
};

// A canvas is a browser's.
if (inBrowser) describe("onto a canvas", drawn);

test("where there is no canvas it says so", async () => {
  const batch = await made();
  await expect(drawBatch({} as never, batch)).rejects.toThrow(
    "drawBatch.canvas: expected a canvas or an OffscreenCanvas, found Object",
  );
});
