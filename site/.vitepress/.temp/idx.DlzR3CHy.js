import { c as checkClasses, S as SourceError, f as found, A as checkLabels, k as knownKeys, I as InputError } from "./index.F55_14cs.js";
import { r as readUnpacked } from "./gzip.BckamI4I.js";
import { D as DEFAULT_MAX_BYTES, c as checkMaxBytes, h as hex, d as describeHead } from "./read.BXXHPWpY.js";
const IDX_KEYS = [
  "names",
  "classes",
  "classNames",
  "onProgress",
  "maxBytes",
  "signal"
];
const UNSIGNED_BYTE = 8;
const ELEMENT_TYPES = {
  8: { name: "unsigned byte", bytes: 1, read: (view, at) => view.getUint8(at) },
  9: { name: "signed byte", bytes: 1, read: (view, at) => view.getInt8(at) },
  11: { name: "16-bit integer", bytes: 2, read: (view, at) => view.getInt16(at, false) },
  12: { name: "32-bit integer", bytes: 4, read: (view, at) => view.getInt32(at, false) },
  13: { name: "32-bit float", bytes: 4 },
  14: { name: "64-bit float", bytes: 8 }
};
const QMNIST_FIELDS = ["hsfSeries", "writer", "writerDigit", "nistClass", "nistDigit", "duplicate"];
const QMNIST_COLUMNS = 8;
const IMAGES = "an IDX file of pictures (bytes 00 00 08 03, or 00 00 08 04 with channels)";
const LABELS = "an IDX file of labels (bytes 00 00 08 01)";
async function readIdx(images, labels, options = {}) {
  const reading = checkReading(options);
  const { maxBytes } = reading;
  const pictures = await readUnpacked(
    images,
    options.names?.images ?? "images",
    (head, name) => wholeLength(imagesHeader(head, name), name, maxBytes),
    reading
  );
  const header = imagesHeader(pictures.bytes, pictures.name);
  const result = {
    ...shapeOf(header),
    layout: "nhwc",
    pixels: pictures.bytes.subarray(header.headerBytes)
  };
  if (options.classNames) result.classNames = [...options.classNames];
  if (labels === void 0) return result;
  return { ...result, ...await readIdxLabels(labels, result.count, pictures.name, options) };
}
function checkReading(options) {
  checkClasses(options);
  const { onProgress, maxBytes = DEFAULT_MAX_BYTES, names, signal } = options;
  checkMaxBytes(maxBytes);
  if (names !== void 0) checkNames(names);
  return { onProgress, maxBytes, signal };
}
async function readIdxLabels(labels, count, pictures, options) {
  const reading = checkReading(options);
  const ids = await readUnpacked(
    labels,
    options.names?.labels ?? "labels",
    (head, name) => {
      const labelHeader = labelsHeader(head, name);
      if (labelHeader.dims[0] !== count) {
        throw new SourceError(name, `${count} labels, one per picture in ${pictures}`, found(`${labelHeader.dims[0]}`));
      }
      return wholeLength(labelHeader, name, reading.maxBytes);
    },
    reading
  );
  const table = tableOf(ids.bytes, labelsHeader(ids.bytes, ids.name));
  const result = {
    labels: checkLabels(ids.name, table(0), count, checkClasses(options))
  };
  if (table.columns > 1) result.fields = Object.fromEntries(QMNIST_FIELDS.map((name, i) => [name, table(i + 1)]));
  return result;
}
function shapeOf({ dims }) {
  const [count, height, width, channels = 1] = dims;
  return { count, height, width, channels };
}
function checkNames(names) {
  knownKeys("names", names, ["images", "labels"]);
  for (const [key, name] of Object.entries(names)) {
    if (name !== void 0 && typeof name !== "string") throw new InputError(`names.${key}`, "a name", name);
  }
}
function tableOf(file, { type, dims, headerBytes }) {
  const [count, columns = 1] = dims;
  const { bytes, read } = ELEMENT_TYPES[type];
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const column = (i) => Int32Array.from({ length: count }, (_, row) => read(view, headerBytes + (row * columns + i) * bytes));
  return Object.assign(column, { columns });
}
function imagesHeader(head, name) {
  const header = parseHeader(head, name, IMAGES);
  if (header.dims.length === 1) {
    throw new SourceError(
      name,
      IMAGES,
      found(`IDX labels (${header.dims[0]} of them): are images and labels swapped?`)
    );
  }
  if (header.dims.length !== 3 && header.dims.length !== 4) {
    throw new SourceError(
      name,
      "3 dimensions (N, H, W) or 4 (N, H, W, C)",
      found(`${header.dims.length}: ${header.dims.join(" × ")}`)
    );
  }
  if (header.type !== UNSIGNED_BYTE) throw wrongType(header, name, "elements of type 0x08 (unsigned byte)");
  return checkDimensions(header, name);
}
function labelsHeader(head, name) {
  const header = parseHeader(head, name, LABELS);
  const isQmnist = header.dims.length === 2 && header.dims[1] === QMNIST_COLUMNS && ELEMENT_TYPES[header.type].bytes === 4;
  if (header.dims.length !== 1 && !isQmnist) {
    throw new SourceError(
      name,
      LABELS,
      found(`IDX with ${header.dims.length} dimensions (${header.dims.join(" × ")}): is this the file of pictures?`)
    );
  }
  if (!ELEMENT_TYPES[header.type].read) throw wrongType(header, name, "elements of an integer type (class ids)");
  return checkDimensions(header, name);
}
function parseHeader(head, name, wanted) {
  const rank = head[3];
  const isIdx = head.length >= 4 && head[0] === 0 && head[1] === 0 && head[2] in ELEMENT_TYPES && rank >= 1;
  if (!isIdx) throw new SourceError(name, wanted, found(describeForeign(head)));
  const headerBytes = 4 + 4 * rank;
  if (head.length < headerBytes) {
    throw new SourceError(
      name,
      `a header of ${headerBytes} bytes (${rank} dimensions)`,
      found(`a file of ${head.length} bytes: it is truncated`)
    );
  }
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const dims = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i, false));
  return { type: head[2], dims, headerBytes };
}
function describeForeign(head) {
  const littleEndian = head.length >= 4 && head[3] === 0 && head[2] === 0 && head[1] in ELEMENT_TYPES;
  if (littleEndian) return `the bytes ${hex(head.subarray(0, 4))}: a little-endian header (IDX is big-endian)`;
  return describeHead(head);
}
function wrongType({ type }, name, expected) {
  return new SourceError(name, expected, found(`0x${hex(Uint8Array.of(type))} (${ELEMENT_TYPES[type].name})`));
}
function checkDimensions(header, name) {
  if (header.dims.includes(0)) throw new SourceError(name, "dimensions of at least 1", found(header.dims.join(" × ")));
  return header;
}
function wholeLength({ type, dims, headerBytes }, name, maxBytes) {
  const size = ELEMENT_TYPES[type].bytes;
  const bytes = headerBytes + dims.reduce((product, side) => product * side, size);
  const because = `a header of ${headerBytes} and ${dims.join(" × ")} elements${size === 1 ? "" : ` of ${size} bytes`}`;
  if (bytes > maxBytes)
    throw new SourceError(
      name,
      `at most ${maxBytes} bytes (maxBytes)`,
      found(`a header that announces ${dims.join(" × ")} elements`)
    );
  return { bytes, because };
}
export {
  IDX_KEYS,
  checkReading,
  imagesHeader,
  readIdx,
  readIdxLabels,
  shapeOf,
  wholeLength
};
