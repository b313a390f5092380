/**
 * A batch on a canvas: what a model sees of it. The pictures go from their buffer to the canvas on the GPU; of the
 * labels, for the titles, a copy of a few bytes is read back.
 */
import { checkDevice } from "../../check/device.ts";
import { found, InputError } from "../../check/errors.ts";
import { isListOf, listOf } from "../../check/lists.ts";
import { knownKeys } from "../../check/options.ts";
import { positive } from "../../check/values.ts";
import type { ObjectBatch } from "../../targets/table.ts";
import type { Batch } from "../batch.ts";
import { deviceOf } from "../device-of.ts";
import { assertLiving } from "../loss.ts";
import { readBuffers } from "../read.ts";
import {
  availableWidth,
  type CanvasFormat,
  canvasFormat,
  checkCanvas,
  contextOf,
  type DrawingCanvas,
  pixelRatioOf,
  setSize,
  setText,
  textStyleOf,
} from "./canvas.ts";
import { type Captions, captionCanvas, captionsOf, drawCaptions, hasNoWords, type Title, wordsOf } from "./captions.ts";
import { type Grid, gridOf, heightOf, placeOf } from "./grid.ts";
import { nameOfClass, type ReadLabels, sharesOf } from "./label-words.ts";
import { levelsOf } from "./levels.ts";
import { checkShown, showPictures } from "./show.ts";
import { checkObjects, classesOf, strokesOf } from "./strokes.ts";

export interface DrawOptions {
  /** Names of the classes, for the titles. Without: "class 3". */
  names?: readonly string[];
  /**
   * Titles of your own, one for each picture that is drawn; `false`: none, and then nothing at all is read back.
   * Default: the labels, as "cat 0.62, dog 0.38"; for a batch without labels the classes of its objects, if any.
   */
  titles?: readonly string[] | false;
  /** Pictures in a line. Default: as many as fit. */
  columns?: number;
  /** Which pictures, by their places in the batch. Default: all. */
  rows?: readonly number[];
  /** Width of a picture in CSS pixels. Default: what fits, between 96 and 224 or the picture's own width. */
  tile?: number;
  /** Pixels of the canvas in a CSS pixel. Default: the screen's; 1 for an `OffscreenCanvas`. */
  pixelRatio?: number;
  /** Colour of the titles, in CSS. Default: the element's; a grey for an `OffscreenCanvas`. */
  color?: string;
  /** Boxes to draw over the pictures, by class in colours: what `transformObjects` makes of the batch's plan. */
  objects?: ObjectBatch;
  /** What is black and what is white, in the batch's own numbers. Default: what the batch says, denormalised. */
  valueRange?: [number, number];
  /** Where the batch lies. Needed only for a batch that no engine made. */
  device?: GPUDevice;
}

/** A picture on the canvas, in CSS pixels from its upper left corner: to know which one is pointed at. */
export interface DrawnTile {
  row: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Drawing {
  /** One for each picture, empty where there is none. */
  titles: string[];
  tiles: DrawnTile[];
  /** The drawing in words: the canvas's `aria-label`, where the page has given it none. */
  text: string;
}

const DRAW_KEYS: readonly (keyof DrawOptions)[] = [
  "names",
  "titles",
  "columns",
  "rows",
  "tile",
  "pixelRatio",
  "color",
  "objects",
  "valueRange",
  "device",
];

/** How often each canvas was drawn on: a drawing that waits for its labels gives way to a later one. */
const drawings = new WeakMap<DrawingCanvas, number>();

/**
 * Draws a batch onto a canvas: what a model sees, denormalised, in any element type and memory order, with its labels
 * as titles. The pictures are taken at the call, so the batch may be written over when it returns.
 *
 * The canvas becomes as large as the drawing: an element as wide as its parent has room for, at the screen's
 * resolution, an `OffscreenCanvas` keeps its width. Its ground is transparent, and titles have the element's colour and
 * font. A picture is enlarged with its pixels visible, and made smaller by averages. One channel is grey, and so is the
 * first of two; a fourth is alpha; of more the first three are shown.
 *
 * An element gets the titles as its `aria-label`, unless the page gave it one.
 *
 * @throws InputError for what cannot be drawn; DeviceLostError
 */
export async function drawBatch(canvas: DrawingCanvas, batch: Batch, options: DrawOptions = {}): Promise<Drawing> {
  checkCanvas("drawBatch.canvas", canvas);
  const wanted = checkDraw(batch, options);
  const { device, rows } = wanted;
  const frame = frameFor(canvas, wanted, options);
  checkSize(frame, 0, device);
  const context = contextOf("drawBatch.canvas", canvas);
  assertLiving(device);
  const given = labelled(batch, options) ? undefined : givenTitles(wanted, options);
  const lettering = given && hasNoWords(given) ? undefined : captionCanvas();
  const turn = (drawings.get(canvas) ?? 0) + 1;
  drawings.set(canvas, turn);

  const format = canvasFormat();
  const pixels = takePixels(wanted, frame, format);
  try {
    const titles = given ?? (await labelTitles(wanted, options));
    assertLiving(device);
    const style = textStyleOf(canvas, frame.ratio);
    const color = options.color ?? style.color;
    const captions = captionsOf(titles, frame.grid.tileWidth, { ...style, color }, lettering);
    const height = checkSize(frame, captions?.height ?? 0, device);
    const drawing = drawingOf(titles, rows, frame, captions?.height ?? 0);
    if (drawings.get(canvas) !== turn) return drawing;
    setSize(canvas, frame.width, height, frame.ratio);
    const usage = GPUTextureUsage.COPY_DST | GPUTextureUsage.RENDER_ATTACHMENT;
    context.configure({ device, format, usage, alphaMode: "premultiplied" });
    const texture = context.getCurrentTexture();
    copyPictures(device, pixels, texture, frame, captions?.height ?? 0);
    if (captions) copyCaptions(device, captions, texture, frame.grid, rows.length);
    setText(canvas, drawing.text);
    return drawing;
  } finally {
    pixels.destroy();
  }
}

/** What is fixed before anything is drawn. */
interface Frame {
  grid: Grid;
  /** Of the canvas, in pixels. */
  width: number;
  ratio: number;
  /** Pixels from a line to the next in the buffer of pictures. */
  line: number;
}

/** A line of a texture copy begins at a multiple of 256 bytes. */
const LINE_PIXELS = 64;

function frameFor(
  canvas: DrawingCanvas,
  { shown, rows }: WantedDrawing,
  { columns, tile, pixelRatio }: DrawOptions,
): Frame {
  const ratio = pixelRatio ?? pixelRatioOf(canvas);
  const available = availableWidth(canvas, ratio);
  const grid = gridOf({ ...shown, count: rows.length, available, columns, tile, ratio });
  const width = "style" in canvas ? grid.width : Math.max(grid.width, canvas.width);
  return { grid, width, ratio, line: Math.ceil(grid.width / LINE_PIXELS) * LINE_PIXELS };
}

/** A canvas is a texture. Returns how high it has to be. */
function checkSize({ grid, width }: Frame, caption: number, { limits }: GPUDevice): number {
  const most = limits.maxTextureDimension2D;
  const height = heightOf(grid, caption);
  if (width > most || height > most)
    throw new InputError(
      "drawBatch.options",
      `a drawing of at most ${most} × ${most} pixels on this device`,
      found(`${width} × ${height} pixels`),
    );
  return height;
}

/** The pictures as they are now, in a buffer of ours, with what is drawn over them. */
function takePixels(wanted: WantedDrawing, { grid, line, ratio }: Frame, format: CanvasFormat): GPUBuffer {
  const { device, objects, rows, shown } = wanted;
  const over = objects && { ...strokesOf(objects, rows, shown, grid), half: ratio };
  const encoder = device.createCommandEncoder({ label: "mixwell show" });
  const form = { blueFirst: format === "bgra8unorm", premultiply: true };
  const { pixels, done } = showPictures(device, encoder, { ...wanted, over }, { ...grid, line }, form);
  device.queue.submit([encoder.finish()]);
  done();
  return pixels;
}

/** A line of tiles at a time: captions stand between them. */
function copyPictures(
  device: GPUDevice,
  buffer: GPUBuffer,
  texture: GPUTexture,
  { grid, line }: Frame,
  caption: number,
): void {
  const encoder = device.createCommandEncoder({ label: "mixwell draw" });
  for (let i = 0; i < grid.lines; i++) {
    encoder.copyBufferToTexture(
      { buffer, offset: 4 * line * grid.tileHeight * i, bytesPerRow: 4 * line },
      { texture, origin: placeOf(grid, i * grid.columns, caption) },
      [grid.width, grid.tileHeight],
    );
  }
  device.queue.submit([encoder.finish()]);
}

function copyCaptions(device: GPUDevice, captions: Captions, texture: GPUTexture, grid: Grid, count: number): void {
  for (let first = 0; first < count; first += grid.columns) {
    drawCaptions(captions, first, Math.min(grid.columns, count - first), grid.tileWidth + grid.gap, grid.tileWidth);
    const [x, y] = placeOf(grid, first, captions.height);
    device.queue.copyExternalImageToTexture(
      { source: captions.canvas },
      { texture, origin: [x, y + grid.tileHeight], premultipliedAlpha: true },
      [captions.canvas.width, captions.height],
    );
  }
}

type WantedDrawing = ReturnType<typeof checkDraw>;

function checkDraw(batch: Batch, options: DrawOptions) {
  knownKeys("drawBatch.options", options, DRAW_KEYS);
  if (typeof batch !== "object" || batch === null) throw new InputError("drawBatch.batch", "a batch", batch);
  const device = options.device ?? (isKey(batch.images) ? deviceOf(batch.images) : undefined);
  if (device === undefined && typeof batch.images === "object")
    throw new InputError("drawBatch.options.device", "the device of the batch, as no engine made it", undefined);
  if (device !== undefined) checkDevice("drawBatch.options.device", device);
  const shown = checkShown("drawBatch.batch", batch, device!);
  const { names, titles, columns, tile, pixelRatio, color, objects, rows: list } = options;
  const rows = list === undefined ? Array.from({ length: batch.size }, (_, row) => row) : checkRows(list, batch.size);
  if (names !== undefined) checkTexts("drawBatch.options.names", names);
  if (titles !== undefined && titles !== false) {
    checkTexts("drawBatch.options.titles", titles);
    if (titles.length !== rows.length)
      throw new InputError(
        "drawBatch.options.titles",
        `${rows.length}, one for each picture`,
        found(`${titles.length}`),
      );
  }
  if (columns !== undefined) positive("drawBatch.options.columns", columns);
  for (const [name, value] of Object.entries({ tile, pixelRatio })) {
    if (value !== undefined && !(Number.isFinite(value) && value > 0))
      throw new InputError(`drawBatch.options.${name}`, "a positive number", value);
  }
  if (color !== undefined && typeof color !== "string")
    throw new InputError("drawBatch.options.color", "a colour of CSS", color);
  if (objects !== undefined) checkObjects("drawBatch.options.objects", objects, batch.size, shown);
  const levels = levelsOf("drawBatch.options", batch, shown.channels, options.valueRange);
  return { device: device!, batch, shown, rows, levels, objects };
}

const isKey = (value: unknown): boolean => typeof value === "object" && value !== null;

function checkRows(given: readonly number[], size: number): number[] {
  const rows = listOf("drawBatch.options.rows", given, "places in the batch") as number[];
  if (rows.length === 0) throw new InputError("drawBatch.options.rows", "at least one", rows);
  rows.forEach((row, i) => {
    if (!Number.isInteger(row) || row < 0 || row >= size)
      throw new InputError(`drawBatch.options.rows[${i}]`, `an integer in 0..${size - 1}`, row);
  });
  return rows;
}

function checkTexts(path: string, texts: unknown): void {
  if (!isListOf(texts, (text) => typeof text === "string")) throw new InputError(path, "a list of strings", texts);
}

const labelled = ({ labels, sparse }: Batch, { titles }: DrawOptions): boolean =>
  titles === undefined && (labels !== undefined || sparse !== undefined);

function givenTitles({ rows, objects }: WantedDrawing, { titles, names }: DrawOptions): Title[] {
  if (titles) return [...titles];
  if (titles === false || !objects) return rows.map(() => "");
  return rows.map((row) =>
    classesOf(objects, row)
      .map((id) => nameOfClass(id, names))
      .join(", "),
  );
}

async function labelTitles({ device, batch, rows }: WantedDrawing, { names }: DrawOptions): Promise<Title[]> {
  const { labels, sparse, size, classes = 0 } = batch;
  const pairs = labels ? 0 : 4 * size * (sparse?.sources ?? 0);
  const [dense, ids, shares] = await readBuffers("drawBatch.batch", device, [
    [labels, 4 * size * classes],
    [labels ? undefined : sparse?.classes, pairs],
    [labels ? undefined : sparse?.shares, pairs],
  ]);
  const read: ReadLabels = dense
    ? { dense: { values: new Float32Array(dense), classes } }
    : { sparse: { ids: new Uint32Array(ids!), shares: new Float32Array(shares!), sources: sparse!.sources } };
  return rows.map((row) => sharesOf(read, row, names));
}

function drawingOf(
  titles: readonly Title[],
  rows: readonly number[],
  { grid, ratio }: Frame,
  caption: number,
): Drawing {
  const words = titles.map(wordsOf);
  const tiles = rows.map((row, i) => {
    const [x, y] = placeOf(grid, i, caption);
    return { row, x: x / ratio, y: y / ratio, width: grid.tileWidth / ratio, height: grid.tileHeight / ratio };
  });
  const count = rows.length === 1 ? "1 picture" : `${rows.length} pictures`;
  const text = words.some((title) => title !== "")
    ? `${count}: ${words.map((title) => title || "no title").join("; ")}`
    : count;
  return { titles: words, tiles, text };
}
