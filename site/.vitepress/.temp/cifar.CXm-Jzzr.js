import { I as InputError, C as CIFAR100_SUPERCLASSES, D as CIFAR100_CLASSES, E as CIFAR10_CLASSES, S as SourceError, f as found } from "./index.F55_14cs.js";
import { r as readUnpacked } from "./gzip.BckamI4I.js";
import { c as checkMaxBytes, a as allocate, d as describeHead, s as sniff } from "./read.BXXHPWpY.js";
const CIFAR_KEYS = ["kind", "labels", "onProgress", "maxBytes", "signal"];
const SIDE = 32;
const PIXEL_BYTES = 3 * SIDE * SIDE;
const LABEL_BYTES = {
  cifar10: [{ name: "label", classNames: CIFAR10_CLASSES }],
  cifar100: [
    { name: "coarse", classNames: CIFAR100_SUPERCLASSES },
    { name: "fine", classNames: CIFAR100_CLASSES }
  ]
};
const TITLE = { cifar10: "CIFAR-10", cifar100: "CIFAR-100" };
async function readCifar(files, options = {}) {
  const { kind, labels } = checkCifar(options);
  const inputs = Array.isArray(files) ? files : [files];
  if (inputs.length === 0) throw new InputError("files", "at least one batch file", inputs);
  const batches = [];
  for (const [i, input] of inputs.entries()) {
    const fallback = inputs.length === 1 ? "file" : `files[${i}]`;
    const { onProgress, maxBytes, signal } = options;
    const batch = await readUnpacked(input, fallback, (head, name) => checkHead(head, name, kind), {
      onProgress,
      maxBytes,
      signal
    });
    checkRecords(batch, kind);
    batches.push(batch);
  }
  return unpack(batches, kind, labels);
}
function checkCifar(options) {
  const { kind = "cifar10", labels = "fine" } = options;
  checkMaxBytes(options.maxBytes);
  if (kind !== "cifar10" && kind !== "cifar100") throw new InputError("kind", '"cifar10" or "cifar100"', kind);
  if (labels !== "fine" && labels !== "coarse") throw new InputError("labels", '"fine" or "coarse"', labels);
  if (labels === "coarse" && kind === "cifar10")
    throw new InputError("labels", '"fine" (CIFAR-10 has one label)', labels);
  return { kind, labels };
}
const recordBytes = (kind) => LABEL_BYTES[kind].length + PIXEL_BYTES;
function checkHead(head, name, kind) {
  if (head.length > 0 && head[0] < LABEL_BYTES[kind][0].classNames.length) return;
  const what = sniff(head);
  if (!what) return;
  const advice = what === "a Python pickle" ? ` (take the "binary version" of ${TITLE[kind]})` : "";
  throw new SourceError(name, `a batch of ${TITLE[kind]}'s binary version`, found(what + advice));
}
function checkRecords({ name, bytes }, kind) {
  checkWhole(name, bytes.length, bytes, kind);
  checkLabelBytes(name, bytes, 0, kind);
}
function checkWhole(name, length, head, kind) {
  const record = recordBytes(kind);
  if (length % record === 0) return;
  const other = kind === "cifar10" ? "cifar100" : "cifar10";
  const ofOther = length / recordBytes(other);
  const words = Number.isInteger(ofOther) ? `${length} bytes, which are ${ofOther} records of ${TITLE[other]} (kind: "${other}")` : `${length} bytes: ${length % record} after record ${Math.floor(length / record)}, in ${describeHead(head)}`;
  throw new SourceError(name, `a multiple of ${record} bytes (records of ${TITLE[kind]})`, found(words));
}
function checkLabelBytes(name, bytes, first, kind) {
  const record = recordBytes(kind);
  for (let start = 0; start < bytes.length; start += record) {
    for (const [i, { name: label, classNames }] of LABEL_BYTES[kind].entries()) {
      const id = bytes[start + i];
      if (id >= classNames.length) {
        throw new SourceError(
          name,
          `a ${label === "label" ? "" : `${label} `}label 0..${classNames.length - 1} in record ${first + start / record}`,
          id
        );
      }
    }
  }
}
function unpack(batches, kind, chosen) {
  const record = recordBytes(kind);
  const count = batches.reduce((sum, { bytes }) => sum + bytes.length / record, 0);
  const pixels = allocate(count * PIXEL_BYTES, batches[0].name);
  const ids = LABEL_BYTES[kind].map(() => new Uint32Array(count));
  let n = 0;
  for (const { bytes } of batches) {
    for (let start = 0; start < bytes.length; start += record, n++) {
      for (let i = 0; i < ids.length; i++) ids[i][n] = bytes[start + i];
      pixels.set(bytes.subarray(start + ids.length, start + record), n * PIXEL_BYTES);
    }
  }
  return { count, height: SIDE, width: SIDE, channels: 3, layout: "nchw", pixels, ...annotationsOf(ids, kind, chosen) };
}
function annotationsOf(ids, kind, chosen) {
  const main = kind === "cifar100" && chosen === "fine" ? 1 : 0;
  return {
    labels: ids[main],
    classNames: [...LABEL_BYTES[kind][main].classNames],
    ...kind === "cifar100" && { fields: { [LABEL_BYTES[kind][1 - main].name]: ids[1 - main] } }
  };
}
export {
  CIFAR_KEYS,
  LABEL_BYTES,
  PIXEL_BYTES,
  SIDE,
  annotationsOf,
  checkCifar,
  checkHead,
  checkLabelBytes,
  checkWhole,
  readCifar,
  recordBytes
};
