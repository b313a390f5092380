import { S as SourceError, f as found, F as sizeByRatio, s as show, G as MixwellError, I as InputError, a as checkAnnotations, H as checkSignal, p as packPictures, l as largestOf, J as MAX_SIDE, m as isListOf } from "./index.F55_14cs.js";
import { a as allocate, i as isBlob, H as HEAD_BYTES, d as describeHead, p as pathOf } from "./read.BXXHPWpY.js";
const PRECISION_BITS = 32 - 8 - 2;
function resizeRows(source, { height, width, fit = "cover", background = [] }) {
  const place = placeIn(source, { height, width }, fit);
  const inner = resample(source, place);
  if (place.width === width && place.height === height) return inner;
  const { channels } = source;
  const out = new Uint8Array(width * height * channels);
  for (let i = 0; i < out.length; i++) out[i] = background[i % channels] ?? 0;
  for (let y = 0; y < place.height; y++) {
    const row = inner.subarray(y * place.width * channels, (y + 1) * place.width * channels);
    out.set(row, ((place.top + y) * width + place.left) * channels);
  }
  return out;
}
function rowsOf({ data, width, height, channels }) {
  const read = (y, from, to, out) => out.set(data.subarray((y * width + from) * channels, (y * width + to) * channels));
  const direct = channels === 3 ? { data, step: 3, colours: [0, 1, 2] } : void 0;
  return { width, height, channels, read, direct };
}
function placeIn(source, { height, width }, fit) {
  const whole = { left: 0, top: 0, width, height };
  if (fit === "cover") return { ...whole, box: coveringBox(source, width, height) };
  if (fit === "fill") return { ...whole, box: wholeOf(source) };
  const sourceRatio = source.width / source.height;
  const ratio = width / height;
  const innerHeight = sourceRatio > ratio ? Math.max(1, roundHalfEven(source.height / source.width * width)) : height;
  const innerWidth = sourceRatio < ratio ? Math.max(1, roundHalfEven(source.width / source.height * height)) : width;
  return {
    box: wholeOf(source),
    left: roundHalfEven((width - innerWidth) * 0.5),
    top: roundHalfEven((height - innerHeight) * 0.5),
    width: innerWidth,
    height: innerHeight
  };
}
function isUntouched({ width, height }, placing) {
  const { left, top, right, bottom } = placing.box;
  return placing.width === width && placing.height === height && right - left === width && bottom - top === height;
}
function wholeOf({ width, height }) {
  return { left: 0, top: 0, right: width, bottom: height };
}
function coveringBox(source, width, height) {
  const sourceRatio = source.width / source.height;
  const ratio = width / height;
  if (sourceRatio === ratio) return wholeOf(source);
  const boxWidth = sourceRatio > ratio ? ratio * source.height : source.width;
  const boxHeight = sourceRatio > ratio ? source.height : source.width / ratio;
  const left = (source.width - boxWidth) * 0.5;
  const top = (source.height - boxHeight) * 0.5;
  return { left, top, right: left + boxWidth, bottom: top + boxHeight };
}
function roundHalfEven(x) {
  const down = Math.floor(x);
  if (x - down !== 0.5) return Math.round(x);
  return down % 2 === 0 ? down : down + 1;
}
function resample(source, placing) {
  const { channels } = source;
  const { width, height, box } = placing;
  if (isUntouched(source, placing)) return copyOf(source);
  const across = triangleTaps(source.width, width, box.left, box.right);
  const down = triangleTaps(source.height, height, box.top, box.bottom);
  const { first: left, end: right } = spanOf(across);
  const { first: top, end: bottom } = spanOf(down);
  const rowBytes = width * channels;
  const row = new Uint8Array((right - left) * channels);
  const narrowed = new Uint8Array((bottom - top) * rowBytes);
  for (let y = top; y < bottom; y++) {
    const to = narrowed.subarray((y - top) * rowBytes, (y - top + 1) * rowBytes);
    if (source.direct) {
      filterColours(source.direct, y * source.width, to, across);
      continue;
    }
    source.read(y, left, right, row);
    if (channels === 4) premultiply(row);
    filterRow(row, left, to, across, channels);
  }
  const out = new Uint8Array(width * height * channels);
  filterDown(narrowed, top, out, down, rowBytes);
  return channels === 4 ? unmultiplied(out) : out;
}
function copyOf({ width, height, channels, read }) {
  const rowBytes = width * channels;
  const out = new Uint8Array(height * rowBytes);
  for (let y = 0; y < height; y++) read(y, 0, width, out.subarray(y * rowBytes, (y + 1) * rowBytes));
  return out;
}
function spanOf({ first, count }) {
  const last = first.length - 1;
  return { first: first[0], end: first[last] + count[last] };
}
function filterRow(row, skipped, out, taps, channels) {
  const { first, count, weights, stride } = taps;
  for (let i = 0; i < first.length; i++) {
    for (let c = 0; c < channels; c++) {
      let sum = ROUNDING;
      let at = (first[i] - skipped) * channels + c;
      for (let k = i * stride; k < i * stride + count[i]; k++) {
        sum = sum + Math.imul(row[at], weights[k]) | 0;
        at += channels;
      }
      out[i * channels + c] = levelOf(sum);
    }
  }
}
function filterColours({ data, step, colours: [red, green, blue] }, start, out, { first, count, weights, stride }) {
  for (let i = 0, to = 0; i < first.length; i++) {
    let sumRed = ROUNDING;
    let sumGreen = ROUNDING;
    let sumBlue = ROUNDING;
    let at = (start + first[i]) * step;
    const end = i * stride + count[i];
    for (let k = i * stride; k < end; k++) {
      const weight = weights[k];
      sumRed = sumRed + Math.imul(data[at + red], weight) | 0;
      sumGreen = sumGreen + Math.imul(data[at + green], weight) | 0;
      sumBlue = sumBlue + Math.imul(data[at + blue], weight) | 0;
      at += step;
    }
    out[to++] = levelOf(sumRed);
    out[to++] = levelOf(sumGreen);
    out[to++] = levelOf(sumBlue);
  }
}
function filterDown(rows, skipped, out, taps, rowBytes) {
  const { first, count, weights, stride } = taps;
  const sums = new Int32Array(rowBytes);
  for (let i = 0; i < first.length; i++) {
    sums.fill(ROUNDING);
    for (let k = 0; k < count[i]; k++) {
      const weight = weights[i * stride + k];
      const start = (first[i] - skipped + k) * rowBytes;
      for (let x = 0; x < rowBytes; x++) sums[x] = sums[x] + Math.imul(rows[start + x], weight) | 0;
    }
    for (let x = 0; x < rowBytes; x++) out[i * rowBytes + x] = levelOf(sums[x]);
  }
}
const ROUNDING = 1 << PRECISION_BITS - 1;
const levelOf = (sum) => Math.min(255, sum >> PRECISION_BITS);
function triangleTaps(sourceSize, size, start, end) {
  const origin = Math.fround(start);
  const scale = Math.fround(Math.fround(end) - origin) / size;
  const support = Math.max(1, scale);
  const stride = Math.ceil(support) * 2 + 1;
  const taps = {
    first: new Int32Array(size),
    count: new Int32Array(size),
    weights: new Int32Array(size * stride),
    stride
  };
  const raw = new Float64Array(stride);
  for (let i = 0; i < size; i++) {
    const centre = origin + (i + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - support + 0.5));
    const count = Math.min(sourceSize, Math.trunc(centre + support + 0.5)) - first;
    let total = 0;
    for (let k = 0; k < count; k++) {
      raw[k] = Math.max(0, 1 - Math.abs((k + first - centre + 0.5) * (1 / support)));
      total += raw[k];
    }
    for (let k = 0; k < count; k++)
      taps.weights[i * stride + k] = Math.trunc(0.5 + raw[k] / total * (1 << PRECISION_BITS));
    taps.first[i] = first;
    taps.count[i] = count;
  }
  return taps;
}
function premultiply(rgba) {
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3];
    for (let c = 0; c < 3; c++) rgba[i + c] = divideBy255(rgba[i + c] * alpha);
  }
}
function unmultiplied(rgba) {
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3];
    if (alpha === 0 || alpha === 255) continue;
    for (let c = 0; c < 3; c++) rgba[i + c] = Math.min(255, Math.trunc(255 * rgba[i + c] / alpha));
  }
  return rgba;
}
function divideBy255(x) {
  const y = x + 128;
  return (y >> 8) + y >> 8;
}
function inChannels(source, channels, background) {
  const { data, width, height, isBgra, isOpaque } = source;
  const step = source.channels;
  if (step === channels && !isBgra && !isOpaque) return rowsOf(source);
  const colours = step === 1 ? GREY : isBgra ? BGR : RGB;
  const alpha = step === 4 && !isOpaque ? 3 : void 0;
  const convert = channels === 1 ? toGrey : channels === 3 ? toRgb : toRgba;
  const read = (y, first, end, out) => {
    const start = (y * width + first) * step;
    convert({ data, start, step, colours, alpha }, end - first, background, out);
  };
  const direct = channels === 3 && alpha === void 0 ? { data, step, colours } : void 0;
  return { width, height, channels, read, direct };
}
const GREY = [0, 0, 0];
const RGB = [0, 1, 2];
const BGR = [2, 1, 0];
function toRgb({ data, start, step, colours, alpha }, count, below, out) {
  const [red, green, blue] = colours;
  const [belowRed, belowGreen, belowBlue] = below;
  for (let i = 0, from = start, to = 0; i < count; i++, from += step, to += 3) {
    const a = alpha === void 0 ? 255 : data[from + alpha];
    out[to] = over(data[from + red], a, belowRed);
    out[to + 1] = over(data[from + green], a, belowGreen);
    out[to + 2] = over(data[from + blue], a, belowBlue);
  }
}
function toGrey({ data, start, step, colours, alpha }, count, below, out) {
  const [red, green, blue] = colours;
  const [belowRed, belowGreen, belowBlue] = below;
  for (let i = 0, from = start; i < count; i++, from += step) {
    const a = alpha === void 0 ? 255 : data[from + alpha];
    const r = over(data[from + red], a, belowRed);
    const g = over(data[from + green], a, belowGreen);
    out[i] = luma(r, g, over(data[from + blue], a, belowBlue));
  }
}
function toRgba({ data, start, step, colours, alpha }, count, _, out) {
  const [red, green, blue] = colours;
  for (let i = 0, from = start, to = 0; i < count; i++, from += step, to += 4) {
    out[to] = data[from + red];
    out[to + 1] = data[from + green];
    out[to + 2] = data[from + blue];
    out[to + 3] = alpha === void 0 ? 255 : data[from + alpha];
  }
}
function over(value, alpha, below) {
  return alpha === 255 ? value : divideBy255(value * alpha + below * (255 - alpha));
}
function luma(red, green, blue) {
  return 19595 * red + 38470 * green + 7471 * blue + 32768 >> 16;
}
const TILE = 4096;
const DECODING = {
  colorSpaceConversion: "none",
  premultiplyAlpha: "none",
  imageOrientation: "from-image"
};
async function readDecoded(bitmap, name) {
  framesAreExact ??= findOutWhetherFramesAreExact();
  return await framesAreExact && await readByFrame(bitmap, name) || readBitmap(bitmap, name);
}
function readBitmap(bitmap, name) {
  const { width, height } = bitmap;
  if (width === 0 || height === 0) throw new SourceError(name, "an open ImageBitmap", found("a closed one"));
  const refuse = (words, cause) => {
    const error = new SourceError(
      name,
      "a picture that can be read back",
      found(`${width} × ${height} pixels (${words})`)
    );
    error.cause = cause;
    return error;
  };
  try {
    const context = openCanvas(Math.min(width, TILE), Math.min(height, TILE));
    if (!context) throw refuse("there is no memory for a canvas");
    if (width <= TILE && height <= TILE)
      return { data: readTile(context, bitmap, { left: 0, top: 0, width, height }), width, height, channels: 4 };
    const data = allocate(width * height * 4, name);
    let isEmpty = true;
    for (let top = 0; top < height; top += TILE) {
      for (let left = 0; left < width; left += TILE) {
        const [across, down] = [Math.min(TILE, width - left), Math.min(TILE, height - top)];
        const tile = readTile(context, bitmap, { left, top, width: across, height: down });
        for (let y = 0; y < down; y++)
          data.set(tile.subarray(4 * y * across, 4 * (y + 1) * across), 4 * ((top + y) * width + left));
        isEmpty &&= !tile.some((value) => value !== 0);
      }
    }
    if (isEmpty) throw refuse("it came back empty: too large for this browser, or transparent throughout");
    return { data, width, height, channels: 4 };
  } catch (reason) {
    if (reason instanceof SourceError) throw reason;
    throw refuse(reason instanceof Error ? reason.message : String(reason), reason);
  }
}
function openCanvas(width, height) {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true, colorSpace: "srgb" });
  if (!context) return void 0;
  context.globalCompositeOperation = "copy";
  context.imageSmoothingEnabled = false;
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  return context.getImageData(width - 1, height - 1, 1, 1).data[3] === 255 ? context : void 0;
}
function readTile(context, bitmap, { left, top, width, height }) {
  context.drawImage(bitmap, -left, -top);
  return context.getImageData(0, 0, width, height).data;
}
async function readByFrame(bitmap, name) {
  const { width, height } = bitmap;
  let frame;
  try {
    frame = new VideoFrame(bitmap, { timestamp: 0 });
    const { format } = frame;
    if (format !== "RGBA" && format !== "RGBX" && format !== "BGRA" && format !== "BGRX") return void 0;
    const rect = { x: 0, y: 0, width, height };
    const layout = [{ offset: 0, stride: 4 * width }];
    if (frame.allocationSize({ rect, layout }) !== 4 * width * height) return void 0;
    const data = allocate(4 * width * height, name);
    await frame.copyTo(data, { rect, layout });
    return { data, width, height, channels: 4, isBgra: format.startsWith("B"), isOpaque: format.endsWith("X") };
  } catch {
    return void 0;
  } finally {
    frame?.close();
  }
}
let framesAreExact;
async function findOutWhetherFramesAreExact() {
  if (typeof VideoFrame === "undefined" || typeof ImageData === "undefined") return false;
  const probe = Uint8ClampedArray.of(200, 100, 50, 3, 13, 77, 201, 128, 255, 0, 0, 255, 9, 118, 247, 255);
  const bitmap = await createImageBitmap(new ImageData(probe, 2, 2), DECODING);
  const read = await readByFrame(bitmap, "images");
  bitmap.close();
  return read !== void 0 && copyOf(inChannels(read, 4, [0, 0, 0, 255])).join() === probe.join();
}
const ORIENTATION = 274;
const SHORT = 3;
const LONG = 4;
async function takeOrientation(blob) {
  const { orientation, edits } = findOrientation(new Uint8Array(await blob.arrayBuffer()));
  if (edits.length === 0) return { blob, orientation };
  const parts = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(blob.slice(at, edit.at), Uint8Array.from(edit.bytes));
    at = edit.at + edit.length;
  }
  parts.push(blob.slice(at));
  return { blob: new Blob(parts, { type: blob.type }), orientation };
}
function findOrientation(file) {
  const result = { orientation: 1, edits: [] };
  for (const block of blocksOf(file)) {
    const entry = orientationIn(file.subarray(block.start, block.end));
    if (!entry) continue;
    if (result.edits.length === 0) result.orientation = entry.value;
    const { chunk } = block;
    result.edits.push(
      chunk ? { at: chunk.start, length: chunk.end - chunk.start, bytes: [] } : { at: block.start + entry.at, length: entry.asUpright.length, bytes: entry.asUpright }
    );
  }
  return result;
}
function blocksOf(file) {
  if (startsWith(file, 0, [255, 216, 255])) return inJpeg(file);
  if (startsWith(file, 0, [137, ...ascii("PNG\r\n\n")])) return inPng(file);
  if (startsWith(file, 0, ascii("RIFF")) && startsWith(file, 8, ascii("WEBP"))) return inWebp(file);
  return [];
}
function inJpeg(file) {
  const blocks = [];
  for (let at = 2; at + 4 <= file.length && file[at] === 255; ) {
    const marker = file[at + 1];
    if (marker === 255) {
      at++;
      continue;
    }
    if (marker === 218) break;
    const end = at + 2 + (file[at + 2] << 8 | file[at + 3]);
    if (marker === 225 && startsWith(file, at + 4, EXIF_MARK)) blocks.push({ start: at + 4 + EXIF_MARK.length, end });
    at = end;
  }
  return blocks;
}
function inPng(file) {
  const blocks = [];
  const view = viewOf(file);
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + view.getUint32(at, false);
    if (startsWith(file, at + 4, ascii("eXIf")))
      blocks.push({ start: at + 8, end: end - 4, chunk: { start: at, end } });
    at = end;
  }
  return blocks;
}
function inWebp(file) {
  const blocks = [];
  const view = viewOf(file);
  for (let at = 12; at + 8 <= file.length; ) {
    const length = view.getUint32(at + 4, true);
    const start = at + 8 + (startsWith(file, at + 8, EXIF_MARK) ? EXIF_MARK.length : 0);
    if (startsWith(file, at, ascii("EXIF"))) blocks.push({ start, end: at + 8 + length });
    at += 8 + length + length % 2;
  }
  return blocks;
}
function orientationIn(block) {
  const isLittle = startsWith(block, 0, [73, 73, 42, 0]);
  if (block.length < 8 || !(isLittle || startsWith(block, 0, [77, 77, 0, 42]))) return void 0;
  const view = viewOf(block);
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > block.length) return void 0;
  const entries = view.getUint16(directory, isLittle);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + 12 * i;
    if (at + 12 > block.length) return void 0;
    const type = view.getUint16(at + 2, isLittle);
    if (view.getUint16(at, isLittle) !== ORIENTATION || type !== SHORT && type !== LONG) continue;
    const value = type === SHORT ? view.getUint16(at + 8, isLittle) : view.getUint32(at + 8, isLittle);
    if (value < 2 || value > 8) return void 0;
    const upright = type === SHORT ? [0, 1] : [0, 0, 0, 1];
    return { value, at: at + 8, asUpright: isLittle ? upright.reverse() : upright };
  }
  return void 0;
}
const ascii = (text) => [...text].map((letter) => letter.charCodeAt(0));
const EXIF_MARK = [...ascii("Exif"), 0, 0];
const startsWith = (file, at, mark) => mark.every((byte, i) => file[at + i] === byte);
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const SWAPPED = [5, 6, 7, 8];
const BACKWARDS_ACROSS = [2, 3, 7, 8];
const BACKWARDS_DOWN = [3, 4, 6, 7];
function orient(stored, orientation, name) {
  if (orientation === 1) return stored;
  const swaps = SWAPPED.includes(orientation);
  const [width, height] = swaps ? [stored.height, stored.width] : [stored.width, stored.height];
  const from = new Uint32Array(stored.data.buffer, stored.data.byteOffset, stored.width * stored.height);
  const data = allocate(4 * from.length, name);
  const to = new Uint32Array(data.buffer);
  const stepX = BACKWARDS_ACROSS.includes(orientation) ? -1 : 1;
  const stepY = BACKWARDS_DOWN.includes(orientation) ? -stored.width : stored.width;
  const first = (stepX < 0 ? stored.width - 1 : 0) + (stepY < 0 ? (stored.height - 1) * stored.width : 0);
  const [across, down] = swaps ? [stepY, stepX] : [stepX, stepY];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) to[at++] = from[first + x * across + y * down];
  }
  return { ...stored, data, width, height };
}
async function pictureOf(input, name, target, decode) {
  const { channels, background } = target;
  const around = channels === 1 ? [luma(background[0], background[1], background[2])] : background;
  const source = await decoded$1(input, name, decode);
  const { height, width } = target.size ?? ownSize(source, target.maxSide);
  const fit = target.size ? target.fit : "fill";
  const data = resizeRows(inChannels(source, channels, background), { height, width, fit, background: around });
  return { data, height, width, from: { height: source.height, width: source.width } };
}
function ownSize({ height, width }, maxSide) {
  if (Math.max(height, width) <= maxSide) return { height, width };
  return sizeByRatio({ height, width }, { shortest: void 0, longest: maxSide }, "nearest");
}
async function decoded$1(input, name, decode) {
  if (isBlob(input)) return decode ? checkRaw(await decodeBy(decode, input, name), name) : decodeBlob(input, name);
  if (typeof ImageBitmap !== "undefined" && input instanceof ImageBitmap) return readBitmap(input, name);
  return checkRaw(input, name);
}
async function decodeBy(decode, file, name) {
  try {
    return await decode(file, name);
  } catch (reason) {
    if (reason instanceof SourceError) throw reason;
    const words = reason instanceof Error ? reason.message : String(reason);
    throw causedBy(
      reason,
      new SourceError(name, "a picture that can be decoded", found(`${await headOf(file)} (${words})`))
    );
  }
}
async function decodeBlob(blob, name) {
  if (typeof createImageBitmap === "undefined") {
    throw new SourceError(
      name,
      "pixels as { data, width, height }",
      found(
        "a picture file, and nothing here can decode it (createImageBitmap is a browser's; in Node, give `decode` of mixwell/node)"
      )
    );
  }
  let bitmap;
  let orientation;
  try {
    const unturned = await takeOrientation(blob);
    orientation = unturned.orientation;
    bitmap = await createImageBitmap(unturned.blob, DECODING);
  } catch (reason) {
    throw causedBy(reason, new SourceError(name, "a picture this browser can decode", found(await headOf(blob))));
  }
  try {
    return orient(await readDecoded(bitmap, name), orientation, name);
  } finally {
    bitmap.close();
  }
}
function causedBy(cause, error) {
  error.cause = cause;
  return error;
}
async function headOf(blob) {
  const head = await blob.slice(0, HEAD_BYTES).arrayBuffer().catch(() => void 0);
  if (!head) return "a file that cannot be read (was it moved or changed since it was picked?)";
  const what = describeHead(new Uint8Array(head));
  return what.endsWith(" picture") ? `${what} that is damaged or cut off` : what;
}
function checkRaw(input, name) {
  const isRaw = typeof input === "object" && input !== null && "data" in input && "width" in input && "height" in input;
  if (!isRaw) throw new SourceError(name, "a Blob, ImageBitmap, ImageData or { data, width, height }", input);
  const { data, width, height } = input;
  for (const [key, value] of Object.entries({ width, height })) {
    if (!(Number.isInteger(value) && value >= 1))
      throw new SourceError(`${name}.${key}`, "a whole number of at least 1", value);
  }
  const isBytes = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  if (!isBytes) throw new SourceError(`${name}.data`, "a Uint8Array or Uint8ClampedArray", found(show(data)));
  const channels = data.length / (width * height);
  if (![1, 3, 4].includes(channels)) {
    throw new SourceError(
      `${name}.data`,
      `${height} × ${width} pixels of 1, 3 or 4 bytes`,
      found(`${data.length} bytes`)
    );
  }
  return { data, width, height, channels };
}
function pictureIn({ picture, error }) {
  if (picture) return picture;
  if (!error || "message" in error) throw new Error(error?.message ?? "a worker answered nothing");
  const thrown = new SourceError(error.path, error.expected, found(error.found));
  if (error.cause !== void 0) thrown.cause = new Error(error.cause);
  throw thrown;
}
const PATIENCE_MS = 1e4;
const IDLE_MS = 5e3;
class DecodeWorkers {
  constructor(most, make) {
    this.most = most;
    this.make = make;
  }
  members = /* @__PURE__ */ new Set();
  idle = [];
  queue = [];
  starting = 0;
  /** No worker runs here. */
  isHopeless = false;
  url;
  timer;
  /** Counts `close`, so that what was begun before it is over. */
  round = 0;
  /**
   * A picture, decoded by a worker; nothing where no worker runs here. One that is begun goes on when its signal is
   * aborted, since a worker cannot be told to stop.
   * @throws SourceError, the signal's reason
   */
  decode(task, signal) {
    if (this.isHopeless) return Promise.resolve(void 0);
    clearTimeout(this.timer);
    return new Promise((resolve, reject) => {
      this.queue.push({ task, signal, resolve, reject });
      this.handOut();
    });
  }
  /** Ends all workers, and what they do. */
  close() {
    clearTimeout(this.timer);
    this.round++;
    const closed = new MixwellError("the decoder was closed");
    for (const { reject } of this.queue.splice(0)) reject(closed);
    for (const { worker, doing } of this.members) {
      worker.terminate();
      doing?.reject(closed);
    }
    this.members.clear();
    this.idle.length = 0;
    this.starting = 0;
    if (this.url !== void 0) URL.revokeObjectURL(this.url);
    this.url = void 0;
  }
  handOut() {
    const given = this.queue.filter(({ signal }) => signal?.aborted);
    if (given.length > 0) {
      this.queue.splice(0, this.queue.length, ...this.queue.filter((waiting) => !given.includes(waiting)));
      for (const { signal, reject } of given) reject(signal.reason);
    }
    while (this.queue.length > 0 && this.idle.length > 0) this.give(this.idle.pop(), this.queue.shift());
    while (this.starting < this.queue.length && this.members.size + this.starting < this.most) this.begin();
  }
  give(member, waiting) {
    member.doing = waiting;
    try {
      member.worker.postMessage(waiting.task);
    } catch {
      member.doing = void 0;
      this.idle.push(member);
      waiting.resolve(void 0);
    }
  }
  /** Begins one more worker. */
  begin() {
    const { round } = this;
    this.starting++;
    void this.open().then((worker) => {
      if (round !== this.round) {
        worker?.terminate();
        return;
      }
      this.starting--;
      if (!worker) {
        this.giveUp();
        return;
      }
      const member = { worker, doing: void 0 };
      worker.onmessage = ({ data }) => this.answered(member, data);
      worker.onerror = () => this.lost(member);
      worker.onmessageerror = () => this.lost(member);
      this.members.add(member);
      this.idle.push(member);
      this.handOut();
    });
  }
  /** A worker that runs, or nothing. */
  async open() {
    let worker;
    try {
      const made = this.make ? this.make() : new Worker(await this.ownUrl());
      worker = made;
      await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("it does not answer")), PATIENCE_MS);
        made.onmessage = () => {
          clearTimeout(timer);
          resolve();
        };
        made.onerror = (event) => {
          clearTimeout(timer);
          event.preventDefault?.();
          reject(new Error(event.message));
        };
      });
      return made;
    } catch {
      worker?.terminate();
      return void 0;
    }
  }
  /** The worker's text comes with us, as not every bundler knows of files that belong to a package. */
  async ownUrl() {
    const { decodeWorker } = await import("./decode-worker.CedkyRiq.js");
    this.url ??= URL.createObjectURL(new Blob([decodeWorker], { type: "text/javascript" }));
    return this.url;
  }
  /** No worker runs here, unless others do: then it is these. */
  giveUp() {
    this.most = this.members.size + this.starting;
    if (this.most > 0) return;
    this.isHopeless = true;
    for (const { resolve } of this.queue.splice(0)) resolve(void 0);
  }
  answered(member, answer) {
    const { doing } = member;
    member.doing = void 0;
    this.idle.push(member);
    this.handOut();
    clearTimeout(this.timer);
    if (this.idle.length === this.members.size) {
      this.timer = setTimeout(() => this.close(), IDLE_MS);
      this.timer.unref?.();
    }
    try {
      doing?.resolve(pictureIn(answer));
    } catch (error) {
      doing?.reject(error);
    }
  }
  /** A worker ended by itself: out of memory, most likely. The page tries its picture, and another worker the next. */
  lost(member) {
    this.members.delete(member);
    const place = this.idle.indexOf(member);
    if (place >= 0) this.idle.splice(place, 1);
    member.worker.terminate();
    member.doing?.resolve(void 0);
    this.handOut();
  }
}
const DECODER_KEYS = ["workers", "makeWorker", "decode"];
const MOST_WORKERS = 8;
const WORTH_SENDING = 2 ** 18;
const PIXELS_A_TURN = 2 ** 21;
function checkDecoder({ workers, makeWorker, decode }) {
  if (workers !== void 0 && !(Number.isInteger(workers) && workers >= 0 && workers <= 64))
    throw new InputError("workers", "an integer in 0..64", workers);
  for (const [name, value] of Object.entries({ makeWorker, decode })) {
    if (value !== void 0 && typeof value !== "function") throw new InputError(name, "a function", value);
  }
}
class Decoder {
  constructor(target, { workers = coresHere(), makeWorker, decode }) {
    this.target = target;
    this.decodeFile = decode;
    const canHaveWorkers = makeWorker !== void 0 || typeof Worker !== "undefined" && !decode;
    this.workers = canHaveWorkers && workers > 0 ? new DecodeWorkers(workers, makeWorker) : void 0;
    this.window = this.workers || decode ? 2 * Math.max(1, workers) : 1;
    this.turns = Array.from({ length: decode ? this.window : 1 }, () => ({ last: Promise.resolve() }));
  }
  /** Pictures that are worth being under way at the same time. */
  window;
  workers;
  decodeFile;
  pixelsInTurn = 0;
  /** What is decoded here: one after the other, or with a decoder of one's own as many as the window has. */
  turns;
  turn = 0;
  /**
   * One picture of the target's size. Where its signal is aborted before it is begun, it is not.
   * @throws SourceError naming it; the signal's reason
   */
  async decode(input, name, signal) {
    signal?.throwIfAborted();
    if (this.workers && isWorthSending(input)) {
      const picture = await this.workers.decode({ input: sendable(input), name, target: this.target }, signal);
      if (picture) return picture;
    }
    return this.decodeHere(input, name, signal);
  }
  /** Ends the workers. A later picture begins new ones. */
  close() {
    this.workers?.close();
  }
  /** No more at a time than are worth it: each can take much memory. */
  async decodeHere(input, name, signal) {
    const turn = this.turns[this.turn++ % this.turns.length];
    const made = turn.last.then(() => {
      signal?.throwIfAborted();
      return this.make(input, name);
    });
    turn.last = made.catch(() => {
    });
    return made;
  }
  async make(input, name) {
    const picture = await pictureOf(input, name, this.target, this.decodeFile);
    this.pixelsInTurn += isBlob(input) ? PIXELS_A_TURN : input.width * input.height;
    if (this.pixelsInTurn >= PIXELS_A_TURN) {
      this.pixelsInTurn = 0;
      await new Promise((resolve) => setTimeout(resolve));
    }
    return picture;
  }
}
const coresHere = () => Math.min(MOST_WORKERS, typeof navigator !== "undefined" && navigator.hardwareConcurrency || 4);
function isWorthSending(input) {
  if (isBlob(input)) return true;
  if (typeof input !== "object" || input === null) return false;
  return input.width * input.height >= WORTH_SENDING;
}
function sendable(input) {
  if (isBlob(input) || !("data" in input)) return input;
  const { data, width, height } = input;
  const isPart = ArrayBuffer.isView(data) && data.byteLength < data.buffer.byteLength;
  return { data: isPart ? data.slice() : data, width, height };
}
async function* inOrder(count, window, make) {
  const begun = [];
  for (let next = 0, done = 0; done < count; done++) {
    while (next < count && begun.length < window) {
      const making = make(next++);
      making.catch(() => {
      });
      begun.push(making);
    }
    yield await begun.shift();
  }
}
const TARGET_KEYS = ["height", "width", "sizes", "maxSide", "fit", "channels", "background"];
const ANNOTATED_KEYS = [...TARGET_KEYS, "labels", "labelRows", "fields", "classes", "classNames"];
const DECODE_KEYS = [
  ...ANNOTATED_KEYS,
  "onError",
  "onProgress",
  "signal",
  ...DECODER_KEYS
];
async function decodeImages(inputs, options) {
  const { target, skips } = checkOptions(options);
  if (!Array.isArray(inputs) || inputs.length === 0)
    throw new InputError("images", "a list of at least one picture", inputs);
  const annotations = checkAnnotations(options, inputs.length);
  const names = inputs.map((input, i) => pathOf(input) || `images[${i}]`);
  const { size, channels } = target;
  const stack = size ? new Stack(allocate(inputs.length * size.height * size.width * channels, "images"), size) : new Pile(channels);
  const kept = [];
  const skipped = [];
  const decoder = new Decoder(target, options);
  const decode = (i) => decoded(decoder, inputs[i], names[i], options.signal);
  const close = () => decoder.close();
  options.signal?.addEventListener("abort", close);
  try {
    let i = 0;
    for await (const picture of inOrder(inputs.length, decoder.window, decode)) {
      const name = names[i];
      if (picture instanceof SourceError) {
        if (!skips) throw picture;
        skipped.push({ index: i, name, reason: `expected ${picture.expected}, found ${show(picture.found)}` });
      } else {
        stack.add(picture);
        kept.push(i);
      }
      i++;
      options.onProgress?.({ phase: "decode", loaded: i, total: inputs.length, name });
      options.signal?.throwIfAborted();
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    options.signal?.removeEventListener("abort", close);
    decoder.close();
  }
  if (kept.length === 0) {
    const { name, reason } = skipped[0];
    throw new SourceError(
      "images",
      "at least one picture that can be decoded",
      found(`none of ${inputs.length}; ${name}: ${reason}`)
    );
  }
  return {
    count: kept.length,
    ...stack.finish(),
    channels,
    layout: "nhwc",
    ...rowsAt(kept, { ...annotations, fields: { name: names, ...annotations.fields } }),
    ...skips && { skipped }
  };
}
class Stack {
  constructor(pixels, size) {
    this.pixels = pixels;
    this.size = size;
  }
  used = 0;
  add({ data }) {
    this.pixels.set(data, this.used);
    this.used += data.length;
  }
  finish() {
    return { ...this.size, pixels: this.pixels.subarray(0, this.used) };
  }
}
const NO_BYTES = /* @__PURE__ */ new Uint8Array();
class Pile {
  constructor(channels) {
    this.channels = channels;
  }
  pictures = [];
  sizes = [];
  add({ data, height, width }) {
    this.pictures.push(data);
    this.sizes.push(height, width);
  }
  finish() {
    const sizes = Uint32Array.from(this.sizes);
    const { pageValues } = packPictures("images", sizes, this.channels, Number.POSITIVE_INFINITY);
    const pixels = allocate(pageValues[0], "images");
    let used = 0;
    for (const [i, picture] of this.pictures.entries()) {
      pixels.set(picture, used);
      used += picture.length;
      this.pictures[i] = NO_BYTES;
    }
    return { ...largestOf(sizes), sizes, pixels };
  }
}
async function decoded(decoder, input, name, signal) {
  try {
    return await decoder.decode(input, name, signal);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}
function rowsAt(places, { labels, labelRows, classNames, fields }) {
  const result = {};
  if (labels) result.labels = Uint32Array.from(places, (i) => labels[i]);
  if (labelRows) {
    const { data, classes } = labelRows;
    const rows = new Float32Array(places.length * classes);
    for (const [to, from] of places.entries())
      rows.set(data.subarray(from * classes, (from + 1) * classes), to * classes);
    result.labelRows = { data: rows, classes };
  }
  if (classNames) result.classNames = classNames;
  if (fields)
    result.fields = Object.fromEntries(
      Object.entries(fields).map(([name, values]) => [name, places.map((i) => values[i])])
    );
  return result;
}
function checkOptions(options) {
  const { onError = "throw" } = options;
  const target = checkTarget(options);
  if (onError !== "throw" && onError !== "skip") throw new InputError("onError", '"throw" or "skip"', onError);
  checkDecoder(options);
  checkSignal("signal", options.signal);
  return { target, skips: onError === "skip" };
}
function checkSize({ height, width, sizes, maxSide, fit }) {
  if (sizes === void 0) {
    if (maxSide !== void 0) throw new InputError("maxSide", 'nothing without sizes: "own"', maxSide);
    for (const [name, value] of Object.entries({ height, width })) {
      if (!(Number.isInteger(value) && value >= 1))
        throw new InputError(name, 'a whole number of at least 1 (or sizes: "own" in place of both)', value);
    }
    return { height, width };
  }
  if (sizes !== "own") throw new InputError("sizes", '"own"', sizes);
  for (const [name, value] of Object.entries({ height, width, fit }))
    if (value !== void 0) throw new InputError(name, 'nothing beside sizes: "own"', value);
  if (maxSide !== void 0 && !(Number.isInteger(maxSide) && maxSide >= 1 && maxSide <= MAX_SIDE))
    throw new InputError("maxSide", `a whole number from 1 to ${MAX_SIDE}`, maxSide);
  return void 0;
}
function checkTarget(options) {
  const { fit = "cover", channels = 3, background = [0, 0, 0], maxSide = MAX_SIDE } = options;
  const size = checkSize(options);
  if (!["cover", "contain", "fill"].includes(fit)) throw new InputError("fit", '"cover", "contain" or "fill"', fit);
  if (![1, 3, 4].includes(channels)) throw new InputError("channels", "1, 3 or 4", channels);
  const isLevel = (value) => Number.isInteger(value) && value >= 0 && value <= 255;
  if (!isListOf(background, isLevel) || background.length !== 3 && background.length !== 4) {
    throw new InputError("background", "[red, green, blue] or [red, green, blue, alpha], each 0..255", background);
  }
  const rgba = [background[0], background[1], background[2], background[3] ?? 255];
  return { size, maxSide, fit, channels, background: rgba };
}
export {
  ANNOTATED_KEYS,
  DECODE_KEYS,
  TARGET_KEYS,
  checkTarget,
  decodeImages
};
