class MixwellError extends Error {
  name = "MixwellError";
}
class ArgumentError extends MixwellError {
  constructor(path, expected, found2) {
    super(`${path}: expected ${expected}, found ${show(found2)}`);
    this.path = path;
    this.expected = expected;
    this.found = found2;
  }
  name = "ArgumentError";
}
class PolicyError extends ArgumentError {
  name = "PolicyError";
}
class PlanError extends ArgumentError {
  name = "PlanError";
}
class InputError extends ArgumentError {
  name = "InputError";
}
class SourceError extends ArgumentError {
  name = "SourceError";
}
class GpuError extends MixwellError {
  name = "GpuError";
}
class DeviceLostError extends MixwellError {
  constructor(reason, detail) {
    super(`the GPU device was lost (${reason})${detail ? `: ${detail}` : ""}`);
    this.reason = reason;
  }
  name = "DeviceLostError";
}
function show(value) {
  return showWithin(value, 3);
}
function showWithin(value, depth) {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
  if (typeof value === "number" || typeof value === "boolean" || value === null || value === void 0)
    return String(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (typeof value === "symbol") return "a symbol";
  if (value instanceof Found) return value.text;
  if (value instanceof Promise) return "a promise (did you forget `await`?)";
  if (ArrayBuffer.isView(value)) return `${nameOf(value)} of ${"length" in value ? value.length : value.byteLength}`;
  if (!Array.isArray(value)) return nameOf(value);
  if (value.length > 8 || depth === 0) return `an array of ${value.length}`;
  return `[${value.map((entry) => showWithin(entry, depth - 1)).join(", ")}]`;
}
function nameOf(value) {
  const name = value.constructor?.name;
  return typeof name === "string" && name !== "" ? name : "an object";
}
class Found {
  constructor(text) {
    this.text = text;
  }
}
const found$1 = (text) => new Found(text);
const MAX_ROWS = 2 ** 24;
function isListOf(value, passes2) {
  if (!Array.isArray(value)) return false;
  for (let i = 0; i < value.length; i++) if (!passes2(value[i])) return false;
  return true;
}
function isArray(value) {
  return Array.isArray(value) || ArrayBuffer.isView(value) && "length" in value;
}
function lengthOf$1(path, value, expected, refusal = InputError) {
  const { length } = typeof value === "object" && value !== null ? value : {};
  if (!Number.isInteger(length) || length < 0) throw new refusal(path, expected, value);
  if (length > MAX_ROWS) throw new refusal(path, `${expected}, ${MAX_ROWS} at most`, length);
  return length;
}
function listOf$1(path, value, expected, refusal = InputError) {
  lengthOf$1(path, value, expected, refusal);
  return Array.from(value);
}
function nearestName(name, known2) {
  const begun = name.length > 2 ? known2.find((candidate) => candidate.toLowerCase().startsWith(name.toLowerCase())) : void 0;
  if (begun !== void 0) return begun;
  let best;
  let bestDistance = Math.max(2, Math.floor(name.length / 2));
  for (const candidate of known2) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance || distance === bestDistance && best === void 0) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
function editDistance(a, b) {
  let twoBack = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(replace, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, (twoBack[j - 2] ?? 0) + 1);
      current.push(distance);
    }
    twoBack = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
function isOptions(value) {
  return typeof value === "object" && value !== null && !(Symbol.iterator in value) && typeof Reflect.get(value, "then") !== "function";
}
function knownKeys(path, value, known2, refusal = InputError) {
  if (!isOptions(value)) throw new refusal(path, `{ ${known2.join(", ")} }`, value);
  onlyKeys(path, value, known2, "only", refusal);
}
function onlyKeys(path, value, known2, only, refusal) {
  for (const key of Object.keys(value)) {
    if (known2.includes(key)) continue;
    const near = nearestName(key, known2);
    throw new refusal(path, `${only} ${known2.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, key);
  }
}
const BYTES_PER_ELEMENT = { u8: 1, f16: 2, f32: 4 };
const MAX_SIDE$2 = 65535;
function precisionOf(format) {
  return format === "u8" ? "u8" : "f32";
}
const MADE_RANGE = { u8: [0, 255], f32: [0, 1] };
function affineOf(channels, inputRange, output) {
  const [low, high] = inputRange;
  const [outLow, outHigh] = output.valueRange ?? [0, 1];
  const gain = (outHigh - outLow) / (high - low);
  const scale = new Float32Array(channels);
  const bias = new Float32Array(channels);
  const { mean, std } = eachChannel(output.normalize ?? { mean: 0, std: 1 }, channels);
  for (let c = 0; c < channels; c++) {
    scale[c] = gain / std[c];
    bias[c] = (outLow - low * gain - mean[c]) / std[c];
  }
  return { scale, bias };
}
function eachChannel({ mean, std }, channels) {
  const spread = (values) => {
    const list = typeof values === "number" ? [values] : values;
    return list.length === 1 ? Array.from({ length: channels }, () => list[0]) : [...list];
  };
  return { mean: spread(mean), std: spread(std) };
}
const LAMBDA_MODES = ["exact", "beta", "unclipped", "continuous"];
class Registry {
  /** @param own how the application adds entries of its own, for the end of a message */
  constructor(own) {
    this.own = own;
  }
  entries = /* @__PURE__ */ new Map();
  /** Whether everything there is was entered. */
  isComplete = false;
  /** How often an entry came or was replaced. */
  changes = 0;
  add(name, entry) {
    if (this.entries.get(name) === entry) return;
    this.entries.set(name, entry);
    this.changes++;
  }
  get(name) {
    return this.entries.get(name);
  }
  has(name) {
    return this.entries.has(name);
  }
  get names() {
    return [...this.entries.keys()];
  }
  /** For the end of a message about a name that is not here. */
  get hint() {
    const ways = [!this.isComplete && 'import "mixwell/all" brings every one', this.own].filter(Boolean);
    return ways.length === 0 ? "" : ` (${ways.join("; ")})`;
  }
}
const knownMasks = /* @__PURE__ */ new Registry();
const constants = {
  boxBlur: {
    BOX_PASSES: 3,
    BOX_HALF: 8388608
  },
  field: {
    GRID_BITS: 20,
    WEIGHT_BITS: 15
  },
  grey: {
    GREY_PILLOW: 0,
    GREY_TORCHVISION: 1
  },
  grid: {
    WORKGROUP_SIZE: 64,
    TILE_SIDE: 16,
    TONE_LANES: 256
  },
  histogram: {
    LEVELS: 256
  },
  labelChunk: {
    EXTERNAL: 2147483648,
    PLAIN: 1073741824
  },
  mask: {
    WHOLE: 256
  },
  mixChunk: {
    NO_BOX: 4294967295,
    MASK_BOX: 65535,
    PAGE_SHIFT: 30,
    PAGE_INDEX: 1073741823
  },
  place: {
    PLACE_BITS: 16
  },
  program: {
    RECORD_STRIDE: 5,
    CALL_STRIDE: 3,
    GATHER_NONE: 0,
    GATHER_WARP: 1,
    GATHER_STENCIL: 2,
    GATHER_TILE: 3,
    GATHER_SHIFT: 8
  },
  softFloat: {
    SOFT_ZERO_E: -200,
    SOFT_ONE: 1065353216,
    SOFT_GUARD: 5
  },
  step: {
    STEP_COPY: 0,
    STEP_CURVE: 1,
    STEP_COLOR: 2,
    STEP_WARP: 3,
    STEP_STENCIL: 4
  },
  toneBlock: {
    TONE_BLOCK: 268
  },
  warpPlace: {
    INTERPOLATION_SHIFT: 5,
    EDGE_SHIFT: 7,
    BORDER_SHIFT: 10,
    KIND_SHIFT: 12,
    INSIDE: 16384,
    WINDOW: 32768,
    TORCHVISION: 65536,
    STEPS_SHIFT: 17,
    M8_SHIFT: 24,
    NEAREST: 0,
    BILINEAR: 1,
    BICUBIC: 2,
    EDGE_CONSTANT: 0,
    EDGE_NEAREST: 1,
    EDGE_REFLECT: 2,
    EDGE_SYMMETRIC: 3,
    EDGE_WRAP: 4,
    BORDER_MAPPED: 0,
    BORDER_ZERO: 1,
    BORDER_FADE: 2,
    KIND_AFFINE: 0,
    KIND_HOMOGRAPHY: 1,
    KIND_AVERAGE: 2,
    KIND_PLACED: 3
  },
  sepia: {
    SEPIA_ONE: 8192
  },
  erase: {
    ERASE_CONSTANT: 0,
    ERASE_CHANNEL: 1,
    ERASE_PIXEL: 2,
    ERASE_MODE: 3,
    ERASE_ALPHA: 4
  },
  gridMask: {
    GRID_NOISY: 2147483648
  },
  gaussianBlur: {
    BORDER_REFLECT: 0,
    BORDER_ZERO: 1,
    BORDER_EDGE: 2,
    BLUR_BOXES: 3
  },
  sharpness: {
    SHARPNESS_PILLOW: 0,
    SHARPNESS_TORCHVISION: 1
  },
  autocontrast: {
    AUTOCONTRAST_PILLOW: 0,
    AUTOCONTRAST_TORCHVISION: 1,
    AUTOCONTRAST_FLOAT: 2
  },
  equalize: {
    EQUALIZE_PILLOW: 0,
    EQUALIZE_KERASCV: 1
  },
  lensDistortion: {
    LENS_BITS: 28,
    LENS_FARTHEST: 2147418112
  },
  show: {
    SHOW_U8: 0,
    SHOW_F32: 1,
    SHOW_F16: 2
  },
  tone: {
    CHANNEL_MEAN: 2
  }
};
function writeMixSlot(view, at2, value) {
  view.setUint32(at2, value.source, true);
  view.setFloat32(at2 + 4, value.weight, true);
  view.setUint32(at2 + 8, value.boxX, true);
  view.setUint32(at2 + 12, value.boxY, true);
}
const MIX_CHUNK_SLOTS_OFFSET = 80;
const MIX_CHUNK_SLOTS_STRIDE = 16;
const MIX_CHUNK_SLOTS_COUNT = 4032;
function writeMixChunk(view, at2, value) {
  view.setUint32(at2, value.width, true);
  view.setUint32(at2 + 4, value.height, true);
  view.setUint32(at2 + 8, value.channels, true);
  view.setUint32(at2 + 12, value.pixels, true);
  view.setUint32(at2 + 16, value.sources, true);
  view.setUint32(at2 + 20, value.firstRow, true);
  view.setUint32(at2 + 24, value.rowCount, true);
  view.setUint32(at2 + 28, value.gridWidth, true);
  view.setFloat32(at2 + 32, value.low, true);
  view.setFloat32(at2 + 36, value.inverseRange, true);
  view.setFloat32(at2 + 48, value.scale[0], true);
  view.setFloat32(at2 + 52, value.scale[1], true);
  view.setFloat32(at2 + 56, value.scale[2], true);
  view.setFloat32(at2 + 60, value.scale[3], true);
  view.setFloat32(at2 + 64, value.bias[0], true);
  view.setFloat32(at2 + 68, value.bias[1], true);
  view.setFloat32(at2 + 72, value.bias[2], true);
  view.setFloat32(at2 + 76, value.bias[3], true);
}
const AUGMENT_CHUNK_SIZE = 48;
function writeAugmentChunk(view, at2, value) {
  view.setUint32(at2, value.inWidth, true);
  view.setUint32(at2 + 4, value.inHeight, true);
  view.setUint32(at2 + 8, value.outWidth, true);
  view.setUint32(at2 + 12, value.outHeight, true);
  view.setUint32(at2 + 16, value.channels, true);
  view.setUint32(at2 + 20, value.records, true);
  view.setUint32(at2 + 24, value.gridWidth, true);
  view.setUint32(at2 + 28, value.firstPicture, true);
  view.setUint32(at2 + 32, value.listed, true);
  view.setUint32(at2 + 36, value.extents, true);
  view.setFloat32(at2 + 40, value.low, true);
  view.setFloat32(at2 + 44, value.inverseRange, true);
}
const FUSED_CHUNK_SLOTS_OFFSET = 96;
function writeFusedChunk(view, at2, value) {
  view.setUint32(at2, value.width, true);
  view.setUint32(at2 + 4, value.height, true);
  view.setUint32(at2 + 8, value.pixels, true);
  view.setUint32(at2 + 12, value.sources, true);
  view.setUint32(at2 + 16, value.firstRow, true);
  view.setUint32(at2 + 20, value.rowCount, true);
  view.setUint32(at2 + 24, value.gridWidth, true);
  view.setUint32(at2 + 28, value.records, true);
  view.setUint32(at2 + 32, value.inWidth, true);
  view.setUint32(at2 + 36, value.inHeight, true);
  view.setUint32(at2 + 40, value.channels, true);
  view.setFloat32(at2 + 44, value.low, true);
  view.setFloat32(at2 + 48, value.inverseRange, true);
  view.setUint32(at2 + 52, value.scratchWidth, true);
  view.setUint32(at2 + 56, value.scratchHeight, true);
  view.setUint32(at2 + 60, value.scratchChannels, true);
  view.setFloat32(at2 + 64, value.scale[0], true);
  view.setFloat32(at2 + 68, value.scale[1], true);
  view.setFloat32(at2 + 72, value.scale[2], true);
  view.setFloat32(at2 + 76, value.scale[3], true);
  view.setFloat32(at2 + 80, value.bias[0], true);
  view.setFloat32(at2 + 84, value.bias[1], true);
  view.setFloat32(at2 + 88, value.bias[2], true);
  view.setFloat32(at2 + 92, value.bias[3], true);
}
function writeLabelSlot(view, at2, value) {
  view.setUint32(at2, value.evenSource, true);
  view.setFloat32(at2 + 4, value.evenShare, true);
  view.setUint32(at2 + 8, value.oddSource, true);
  view.setFloat32(at2 + 12, value.oddShare, true);
}
const LABEL_CHUNK_SLOTS_OFFSET = 32;
const LABEL_CHUNK_SLOTS_STRIDE = 16;
const LABEL_CHUNK_SLOTS_COUNT = 4032;
function writeLabelChunk(view, at2, value) {
  view.setUint32(at2, value.classes, true);
  view.setUint32(at2 + 4, value.sources, true);
  view.setUint32(at2 + 8, value.firstRow, true);
  view.setUint32(at2 + 12, value.rowCount, true);
  view.setFloat32(at2 + 16, value.on, true);
  view.setFloat32(at2 + 20, value.off, true);
  view.setUint32(at2 + 24, value.gridWidth, true);
  view.setUint32(at2 + 28, value.unused, true);
}
function writeLabelChunkSlots(view, at2, index2, value) {
  const start = at2 + 32 + index2 * 16;
  writeLabelSlot(view, start, value);
}
const SHOW_CHUNK_SIZE = 96;
function writeShowChunk(view, at2, value) {
  view.setFloat32(at2, value.scale[0], true);
  view.setFloat32(at2 + 4, value.scale[1], true);
  view.setFloat32(at2 + 8, value.scale[2], true);
  view.setFloat32(at2 + 12, value.scale[3], true);
  view.setFloat32(at2 + 16, value.bias[0], true);
  view.setFloat32(at2 + 20, value.bias[1], true);
  view.setFloat32(at2 + 24, value.bias[2], true);
  view.setFloat32(at2 + 28, value.bias[3], true);
  view.setUint32(at2 + 32, value.width, true);
  view.setUint32(at2 + 36, value.height, true);
  view.setUint32(at2 + 40, value.channels, true);
  view.setUint32(at2 + 44, value.pixelStep, true);
  view.setUint32(at2 + 48, value.channelStep, true);
  view.setUint32(at2 + 52, value.pictureStep, true);
  view.setUint32(at2 + 56, value.count, true);
  view.setUint32(at2 + 60, value.columns, true);
  view.setUint32(at2 + 64, value.tileWidth, true);
  view.setUint32(at2 + 68, value.tileHeight, true);
  view.setUint32(at2 + 72, value.gap, true);
  view.setUint32(at2 + 76, value.line, true);
  view.setUint32(at2 + 80, value.lines, true);
  view.setFloat32(at2 + 84, value.stroke, true);
}
const SHOWN_TILE_SIZE = 12;
function writeShownTile(view, at2, value) {
  view.setUint32(at2, value.row, true);
  view.setUint32(at2 + 4, value.firstStroke, true);
  view.setUint32(at2 + 8, value.endStroke, true);
}
const STROKE_SIZE = 32;
function writeStroke(view, at2, value) {
  view.setFloat32(at2, value.ends[0], true);
  view.setFloat32(at2 + 4, value.ends[1], true);
  view.setFloat32(at2 + 8, value.ends[2], true);
  view.setFloat32(at2 + 12, value.ends[3], true);
  view.setFloat32(at2 + 16, value.color[0], true);
  view.setFloat32(at2 + 20, value.color[1], true);
  view.setFloat32(at2 + 24, value.color[2], true);
  view.setFloat32(at2 + 28, value.color[3], true);
}
const float64 = new Float64Array(1);
const words$1 = new Uint32Array(float64.buffer);
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;
const SMALLEST_NORMAL = 22250738585072014e-324;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 19082149292705877e-26;
function log(x) {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let k = -1023;
  if (x < SMALLEST_NORMAL) {
    x *= 18014398509481984;
    k -= 54;
  }
  float64[0] = x;
  const high = words$1[HIGH];
  k += high >>> 20;
  words$1[HIGH] = high & 1048575 | 1072693248;
  let mantissa = float64[0];
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5;
    k += 1;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21)))));
  const odd = z * (2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19)))));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + (even + odd)) + k * LN2_LOW) - f);
}
function exp(x) {
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  if (Number.isNaN(x)) return NaN;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const rHigh = x - k * LN2_HIGH;
  const rLow = k * LN2_LOW;
  const r = rHigh - rLow;
  const z = r * r;
  const even = 1 / 2 + z * (1 / 24 + z * (1 / 720 + z * (1 / 40320 + z * (1 / 3628800 + z * (1 / 479001600)))));
  const odd = 1 / 6 + z * (1 / 120 + z * (1 / 5040 + z * (1 / 362880 + z * (1 / 39916800 + z * (1 / 6227020800)))));
  const y = 1 + (rHigh + (z * (even + r * odd) - rLow));
  if (k >= -1021 && k <= 1023) return y * powerOfTwo$1(k);
  const half = k >> 1;
  return y * powerOfTwo$1(half) * powerOfTwo$1(k - half);
}
function powerOfTwo$1(k) {
  words$1[HIGH] = k + 1023 << 20;
  words$1[1 - HIGH] = 0;
  return float64[0];
}
const { WHOLE } = constants.mask;
const partOf = (byte) => byte + (byte >> 7);
const planes = /* @__PURE__ */ new WeakMap();
function maskPlane(mask, { height, width }) {
  const written2 = JSON.stringify([mask, height, width]);
  const known2 = planes.get(mask);
  if (known2?.written === written2) return known2.bytes;
  const bytes2 = knownMasks.get(mask.shape)(mask, { height, width });
  planes.set(mask, { written: written2, bytes: bytes2 });
  return bytes2;
}
function partnerShare(mask, size) {
  const area = size.height * size.width;
  if (mask.shape === "fourier") return (area - mask.own) / area;
  let sum = 0;
  for (const byte of maskPlane(mask, size)) sum += partOf(byte);
  return sum / (WHOLE * area);
}
function decodeWeights(base64) {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
const SPECTRA = ["isotropic", "reference"];
const MAX_SIDE$1 = 65535;
const FIELDS = {
  grid: ["shape", "cell", "hole"],
  gaussian: ["shape", "center", "sigma"],
  fourier: ["shape", "key", "decay", "spectrum", "own"],
  given: ["shape", "height", "width", "weights"]
};
function checkMask(value, path, shapes, pixels, refusal) {
  const refuse = (at2, expected, found2) => {
    throw new refusal(at2, expected, found2);
  };
  const integer = (found2, at2, low, high) => {
    if (!(Number.isInteger(found2) && found2 >= low && found2 <= high))
      refuse(at2, `an integer in ${low}..${high}`, found2);
  };
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(path, "a mask, { shape, … }", value);
  const mask = value;
  if (!shapes.includes(mask.shape)) {
    const hint2 = knownMasks.has(mask.shape) ? "" : knownMasks.hint;
    refuse(`${path}.shape`, `one of ${shapes.join(", ")}${hint2}`, mask.shape);
  }
  const known2 = FIELDS[mask.shape];
  for (const key of Object.keys(mask))
    if (!known2.includes(key)) refuse(path, `only the fields ${known2.join(", ")}`, key);
  switch (mask.shape) {
    case "grid":
      integer(mask.cell, `${path}.cell`, 1, MAX_SIDE$1);
      integer(mask.hole, `${path}.hole`, 0, mask.cell);
      return;
    case "gaussian": {
      const center = mask.center;
      if (!isListOf(center, Number.isFinite) || center.length !== 2)
        refuse(`${path}.center`, "[x, y] in pixels", center);
      if (!(Number.isFinite(mask.sigma) && mask.sigma > 0))
        refuse(`${path}.sigma`, "a number of pixels above 0", mask.sigma);
      return;
    }
    case "fourier": {
      const key = mask.key;
      const isWord = (word) => typeof word === "number" && word >>> 0 === word;
      if (!isListOf(key, isWord) || key.length !== 2) refuse(`${path}.key`, "two integers in 0..2^32-1", key);
      const decay = mask.decay;
      if (!(typeof decay === "number" && decay >= 0 && decay <= 10))
        refuse(`${path}.decay`, "a number from 0 to 10", decay);
      if (!SPECTRA.includes(mask.spectrum))
        refuse(`${path}.spectrum`, `one of ${SPECTRA.join(", ")}`, mask.spectrum);
      integer(mask.own, `${path}.own`, 0, pixels);
      return;
    }
    default: {
      integer(mask.height, `${path}.height`, 1, MAX_SIDE$1);
      integer(mask.width, `${path}.width`, 1, MAX_SIDE$1);
      if (typeof mask.weights !== "string") refuse(`${path}.weights`, "bytes in base64", mask.weights);
      const length = decodeWeights(mask.weights).length;
      const wanted = mask.height * mask.width;
      if (length !== wanted) refuse(`${path}.weights`, `${wanted} bytes in base64, one a pixel`, `${length} bytes`);
    }
  }
}
function checkObject(value, path, expected) {
  if (!isOptions(value)) throw new PolicyError(path, expected, value);
  return value;
}
function checkKeys(value, path, known2) {
  onlyKeys(path, value, known2, "only the options", PolicyError);
}
function checkName(value, path, names) {
  if (value === void 0 || typeof value === "string" && names.includes(value)) return;
  const near = typeof value === "string" ? nearestName(value, names) : void 0;
  throw new PolicyError(path, `one of ${names.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, value);
}
const PROB = { low: 0, high: 1, expected: "a number from 0 to 1" };
const WEIGHT = { low: 0, high: Number.MAX_VALUE, expected: "a finite number, 0 or more" };
const SHUFFLE_STREAM = "shuffle";
function checkStream(stream, path) {
  if (stream !== void 0 && (typeof stream !== "string" || stream === "" || stream === SHUFFLE_STREAM)) {
    throw new PolicyError(path, `a name, not empty and not "${SHUFFLE_STREAM}" (the epoch order's own)`, stream);
  }
}
function positive(path, value, max = Number.MAX_SAFE_INTEGER) {
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new InputError(
      path,
      max === Number.MAX_SAFE_INTEGER ? "a positive integer" : `an integer in 1..${max}`,
      value
    );
  }
}
function oneOf(path, value, allowed) {
  if (!allowed.includes(value))
    throw new InputError(path, allowed.map((name) => JSON.stringify(name)).join(" or "), value);
}
function range(path, value) {
  if (!isListOf(value, Number.isFinite) || value.length !== 2 || !(value[0] < value[1])) {
    throw new InputError(path, "[low, high], two finite numbers, low < high", value);
  }
}
function isCallable(value) {
  return typeof value === "function" && !/^class\b/.test(Function.prototype.toString.call(value));
}
const knownSchedules = /* @__PURE__ */ new Registry();
const formAt = (path, value) => {
  const form = knownSchedules.get("schedule");
  if (form && isOptions(value)) return form;
  const hint2 = isOptions(value) ? knownSchedules.hint : "";
  throw new PolicyError(path, `a number, a schedule or a function of time${hint2}`, value);
};
function checkScalar(value, path, bounds) {
  if (isCallable(value)) return;
  if (typeof value !== "object" || value === null) {
    checkBounds(value, path, bounds);
    return;
  }
  const form = formAt(path, value);
  form.check(value, path);
  for (const [corner, number] of form.corners(value)) checkBounds(number, `${path}.${corner}`, bounds);
}
function checkBounds(value, path, bounds) {
  if (typeof value !== "number" || !(value >= bounds.low && value <= bounds.high))
    throw new PolicyError(path, bounds.expected, value);
}
function resolveScalar(scalar, time, path, bounds) {
  if (typeof scalar === "number") return scalar;
  const value = typeof scalar === "function" ? scalar(time) : formAt(path, scalar).at(scalar, time[scalar.unit]);
  checkBounds(value, typeof scalar === "function" ? `${path}(time)` : path, bounds);
  return value;
}
const PAIRINGS = ["reverse", "roll", "permutation", "derangement", "dataset", "external"];
const GRANULARITIES = ["batch", "pair", "sample", "half"];
const STAGE_OPTIONS = ["prob", "granularity", "pairing", "stream"];
function checkStageOptions(value, path, granularities) {
  if (value.prob !== void 0) checkScalar(value.prob, `${path}.prob`, PROB);
  checkName(value.granularity, `${path}.granularity`, granularities);
  checkName(value.pairing, `${path}.pairing`, PAIRINGS);
  checkStream(value.stream, `${path}.stream`);
}
const knownOps = /* @__PURE__ */ new Registry("your own must be defined first, by defineOp");
function useOps(ops) {
  for (const op of ops) knownOps.add(op.name, op);
}
const opNamed = (name) => knownOps.get(name);
const WITHOUT_OPS$2 = {
  checkCall(call, path) {
    throw new PolicyError(`${path}.op`, `the name of an image op${knownOps.hint}`, Object(call).op);
  },
  sizeAfterCalls: (_calls, size) => size
};
let here$2 = WITHOUT_OPS$2;
const opChecks = () => here$2;
function useOpChecks(checks) {
  here$2 = checks;
}
const peerArg = (op) => op.peers && {
  type: "choice",
  values: op.peers,
  default: op.peers[0],
  unit: "peer",
  about: "Whose rounding the op follows."
};
const fuseArg = {
  type: "boolean",
  default: true,
  unit: "yes or no",
  about: "Whether this warp may be multiplied into the one just before it, so that the picture is read once."
};
const argsByOp = /* @__PURE__ */ new WeakMap();
function argsOf(op) {
  let args = argsByOp.get(op);
  if (!args) {
    const peer = peerArg(op);
    args = { ...op.args, ...peer && !("peer" in op.args) && { peer }, ...op.kind === "warp" && { fuse: fuseArg } };
    argsByOp.set(op, args);
  }
  return args;
}
const takers = /* @__PURE__ */ new Map();
let changes = 0;
function takerOf(name) {
  if (changes !== knownOps.changes) takers.clear();
  changes = knownOps.changes;
  const known2 = takers.get(name);
  if (known2) return known2;
  const op = knownOps.get(name);
  if (!op) return void 0;
  const taker = makeTaker(op);
  takers.set(name, taker);
  return taker;
}
function makeTaker(op) {
  const rules = new Map(Object.entries(argsOf(op)).map(([name, arg]) => [name, ruleOf(arg, name)]));
  return {
    rules,
    required: [...rules.values()].filter(({ isRequired }) => isRequired).length,
    taken: Object.fromEntries([...rules].map(([name, rule]) => [name, rule.default])),
    given: [],
    count: 0,
    together: op.together
  };
}
function forget(taker, from) {
  const { given, taken } = taker;
  for (let i = from; i < taker.count; i++) taken[given[i].name] = given[i].default;
  taker.count = from;
}
function ruleOf(arg, name = "") {
  const {
    type,
    min = Number.NEGATIVE_INFINITY,
    max = Number.POSITIVE_INFINITY,
    values = [],
    length,
    default: otherwise
  } = arg;
  return { name, type, min, max, values, length, default: otherwise, isRequired: !("default" in arg) };
}
const MOST_NESTED = 4;
const holdsMinusZero = (value, levels2) => Object.is(value, -0) || levels2 > 0 && Array.isArray(value) && value.some((one) => holdsMinusZero(one, levels2 - 1));
const withoutMinusZero = (value) => plusZero(value, MOST_NESTED);
function plusZero(value, levels2) {
  if (typeof value === "number") return value + 0;
  if (!holdsMinusZero(value, levels2)) return value;
  return value.map((one) => plusZero(one, levels2 - 1));
}
function argsOfCall(call) {
  const taker = takerOf(call.op);
  if (!taker) return void 0;
  const { rules, taken, given } = taker;
  let missing = taker.required;
  let at2 = 0;
  for (const name in call) {
    if (name === "op") continue;
    const value = call[name];
    if (value === void 0 && rules.has(name)) continue;
    let rule = at2 < taker.count ? given[at2] : void 0;
    if (rule?.name !== name) {
      forget(taker, at2);
      rule = rules.get(name);
      if (rule === void 0) return void 0;
      given[at2] = rule;
      taker.count++;
    }
    at2++;
    if (!fits(value, rule)) return void 0;
    taken[name] = value === 0 ? 0 : typeof value === "object" ? withoutMinusZero(value) : value;
    if (rule.isRequired) missing--;
  }
  forget(taker, at2);
  if (missing > 0 || taker.together && !goTogether(taker.together, call)) return void 0;
  return taken;
}
function goTogether(together, call) {
  try {
    together(call);
    return true;
  } catch {
    return false;
  }
}
function checkCall(call, path) {
  if (typeof call !== "object" || call === null || Array.isArray(call))
    throw new PolicyError(path, 'an op call such as { op: "invert" }', call);
  const { op, ...given } = call;
  const known2 = knownOps.get(op);
  if (!known2)
    throw new PolicyError(`${path}.op`, `the name of an image op${hint(op, knownOps.names)}${knownOps.hint}`, op);
  const described = argsOf(known2);
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(described, name)) continue;
    const all = Object.keys(described);
    const expected = all.length > 0 ? `only the arguments ${all.join(", ")}${hint(name, all)}` : `no argument: ${op} has none`;
    throw new PolicyError(path, expected, name);
  }
  const args = {};
  for (const [name, arg] of Object.entries(described)) {
    const value = given[name] === void 0 ? arg.default : given[name];
    if (value === void 0 && !("default" in arg))
      throw new PolicyError(`${path}.${name}`, describe(arg), found$1("nothing"));
    if (value !== void 0) checkArg(value, arg, `${path}.${name}`);
    args[name] = withoutMinusZero(value);
  }
  checkTogether$1(known2, given, path);
  return { op, args };
}
function checkTogether$1(op, given, path) {
  try {
    op.together?.(given);
  } catch (error) {
    throw error instanceof ArgumentError ? new PolicyError(`${path}.${error.path}`, error.expected, error.found) : error;
  }
}
const hint = (name, all) => {
  const near = typeof name === "string" ? nearestName(name, all) : void 0;
  return near ? ` (did you mean ${near}?)` : "";
};
function checkArg(value, arg, path) {
  if (!fits(value, ruleOf(arg)))
    throw new PolicyError(path, describe(arg) + (arg.type === "choice" ? hint(value, arg.values ?? []) : ""), value);
}
function fits(value, rule) {
  const { type } = rule;
  if (type === "choice") return rule.values.includes(value);
  if (type === "boolean") return typeof value === "boolean";
  if (type === "list") return fitsList(value, rule);
  return inRange$1(value, rule) && (type === "number" || Number.isInteger(value));
}
function fitsList(value, rule) {
  if (!isListOf(value, (entry) => inRange$1(entry, rule))) return false;
  return rule.length === void 0 ? value.length > 0 : value.length === rule.length;
}
const inRange$1 = (value, { min, max }) => typeof value === "number" && Number.isFinite(value) && value >= min && value <= max;
function atCall(error, op, path) {
  if (!(error instanceof ArgumentError) || error.path.startsWith(path)) return error;
  const argument = error.path.startsWith(`${op}.`) ? error.path.slice(op.length + 1) : error.path;
  return new PlanError(argument === op ? path : `${path}.${argument}`, error.expected, error.found);
}
function describe(arg) {
  const range2 = arg.min !== void 0 && arg.max !== void 0 ? ` ${arg.min} to ${arg.max}` : arg.min !== void 0 ? ` of at least ${arg.min}` : arg.max !== void 0 ? ` of at most ${arg.max}` : "";
  switch (arg.type) {
    case "boolean":
      return "true or false";
    case "choice":
      return `one of ${(arg.values ?? []).join(", ")}`;
    case "list":
      return `a list of ${arg.length === void 0 ? "" : `${arg.length} `}numbers${range2} (${arg.unit})`;
    default:
      return `${arg.type === "integer" ? "an integer" : "a number"}${range2} (${arg.unit})`;
  }
}
const sides = /* @__PURE__ */ new WeakMap();
function sidesOfResult(op) {
  let found2 = sides.get(op);
  if (!found2) {
    found2 = Object.entries(op.args).flatMap(
      ([name, arg]) => arg.sideOfResult ? [{ name, side: arg.sideOfResult, arg }] : []
    );
    if (found2.length > 0 && sizeOf$2(op)) {
      const { peer } = argsOf(op);
      if (peer) found2.push({ name: "peer", side: "both", arg: peer });
    }
    sides.set(op, found2);
  }
  return found2;
}
const sizeOf$2 = (op) => "sizeAfter" in op ? op.sizeAfter : void 0;
function sizeAfterCalls(calls, size, path) {
  return calls.reduce((now, call, i) => {
    const op = opNamed(call.op);
    if (sidesOfResult(op).length === 0 || op.kind !== "warp") return now;
    try {
      const { args } = checkCall(call, `${path}[${i}]`);
      return (op.place ? op.reading(args) : op.warp(args, now)).size ?? now;
    } catch (error) {
      throw atCall(error, call.op, `${path}[${i}]`);
    }
  }, size);
}
const isSame = (a, b) => a.height === b.height && a.width === b.width;
const showSize = ({ height, width }) => `${height} × ${width}`;
const EXTRA_ORDER = ["batch", "dataset", "external"];
function joinParts(parts, batchSize) {
  if (parts.length === 1 && parts[0].sources.length === batchSize) return parts[0];
  const joined = parts.length === 1 ? parts[0] : concatenated(parts);
  const rank = ranksOf(parts, batchSize);
  if (rank.every((value, i) => i === 0 || rank[i - 1] <= value)) return joined;
  const order = Array.from(rank, (_, i) => i).sort((a, b) => rank[a] - rank[b] || a - b);
  const place = [];
  order.forEach((from, to) => {
    place[from] = to;
  });
  const [bottom, ...rest] = joined.stages;
  return {
    sources: order.map((i) => joined.sources[i]),
    stages: [{ ...bottom, rows: bottom.rows.map((row2) => moved$2(row2, (position) => place[position])) }, ...rest]
  };
}
function ranksOf(parts, batchSize) {
  const ranks = new Int8Array(parts.reduce((sum, { sources }) => sum + sources.length, 0));
  let at2 = 0;
  for (const { sources } of parts) {
    for (let i = 0; i < sources.length; i++) ranks[at2++] = i < batchSize ? -1 : EXTRA_ORDER.indexOf(sources[i].from);
  }
  return ranks;
}
function concatenated(parts) {
  const stages = parts[0].stages.map(({ pairing }, k) => {
    let offset = 0;
    const rows = [];
    for (const { sources, stages: stages2 } of parts) {
      const shift = offset;
      rows.push(...stages2[k].rows.map((row2) => moved$2(row2, (position) => shift + position)));
      offset += k === 0 ? sources.length : stages2[k - 1].rows.length;
    }
    return { pairing, rows };
  });
  return { sources: parts.flatMap(({ sources }) => sources), stages };
}
function moved$2(row2, to) {
  return "partner" in row2 ? { ...row2, own: to(row2.own), partner: to(row2.partner) } : { ...row2, own: to(row2.own) };
}
const MAX_STAGES = 4;
const MAX_LIST = 32;
function holdsItself(value, within) {
  for (let one = within; one; one = one.outer) if (one.value === value) return true;
  return false;
}
function copied(value) {
  return copiedWithin(value, void 0);
}
function copiedWithin(value, outer) {
  const isList = Array.isArray(value);
  if (!isList && !isPlain(value) || holdsItself(value, outer)) return value;
  const within = { value, outer };
  if (isList) return value.map((entry) => copiedWithin(entry, within));
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, copiedWithin(entry, within)]));
}
function frozenCopy(value) {
  return frozenWithin(value, void 0);
}
function frozenWithin(value, outer) {
  if (holdsItself(value, outer)) return value;
  const within = { value, outer };
  const copy = Array.isArray(value) ? value.map((entry) => frozenWithin(entry, within)) : isPlain(value) ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, frozenWithin(entry, within)])) : void 0;
  return copy ? Object.freeze(copy) : value;
}
function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
const PARITY = 466688986;
function rotateLeft(x, by) {
  return x << by | x >>> 32 - by;
}
function threefry2x32({ k0, k1 }, c0, c1, out) {
  const k2 = k0 ^ k1 ^ PARITY;
  let x0 = c0 + k0 | 0;
  let x1 = c1 + k1 | 0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 13) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 15) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 26) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 6) ^ x0;
  x0 = x0 + k1 | 0;
  x1 = x1 + k2 + 1 | 0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 17) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 29) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 16) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 24) ^ x0;
  x0 = x0 + k2 | 0;
  x1 = x1 + k0 + 2 | 0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 13) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 15) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 26) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 6) ^ x0;
  x0 = x0 + k0 | 0;
  x1 = x1 + k1 + 3 | 0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 17) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 29) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 16) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 24) ^ x0;
  x0 = x0 + k1 | 0;
  x1 = x1 + k2 + 4 | 0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 13) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 15) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 26) ^ x0;
  x0 = x0 + x1 | 0;
  x1 = rotateLeft(x1, 6) ^ x0;
  out[0] = x0 + k2;
  out[1] = x1 + k0 + 5;
}
const U32_MAX$1 = 4294967295;
const scratch$2 = new Uint32Array(2);
function keyFromSeed(seed) {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new ArgumentError("seed", "an integer in 0..2^53-1", seed);
  return { k0: Math.floor(seed / 4294967296), k1: seed >>> 0 };
}
function foldIn(key, data) {
  if (data >>> 0 !== data) throw new ArgumentError("foldIn.data", `an integer in 0..${U32_MAX$1}`, data);
  threefry2x32(key, 0, data, scratch$2);
  return { k0: scratch$2[0], k1: scratch$2[1] };
}
function hashName(name) {
  let hash = 2166136261;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 16777619);
  return hash >>> 0;
}
const PURPOSE = {
  stageProb: 256,
  choice: 512,
  pairing: 768,
  mixerProb: 1024,
  alpha: 1280,
  lambda: 1536,
  box: 1792,
  imageProb: 4096,
  imageChoice: 4352,
  count: 4608,
  order: 4864,
  argument: 5120,
  sign: 5376,
  noise: 5632,
  magnitude: 5888,
  slotProb: 6144,
  weight: 6400,
  external: 6656,
  samplerLine: 6912,
  samplerStart: 7168,
  samplerPass: 7424,
  secondPass: 7680,
  slot: 65536,
  child: 131072
};
const REPEAT = 1380274260;
function repeatKey(epoch, repeat) {
  return repeat === 0 ? epoch : foldIn(foldIn(epoch, REPEAT), repeat);
}
const OCCURRENCE = 1314146336;
function occurrenceKey(key, occurrence) {
  return occurrence === 0 ? key : foldIn(foldIn(key, OCCURRENCE), occurrence);
}
function addressOf(epoch, id, occurrence) {
  return occurrence === 0 ? id : foldIn(occurrenceKey(epoch, occurrence), id).k0;
}
const BY_STEP = 1398031696;
function epochKey(seed, epoch, step) {
  const key = foldIn(keyFromSeed(seed), epoch);
  return step === void 0 ? key : foldIn(foldIn(key, BY_STEP), step);
}
function streamKey(epoch, position, stream) {
  return foldIn(epoch, stream === void 0 ? position : hashName(stream));
}
const scratch$1 = new Uint32Array(2);
function uniform01(key, c0, c1) {
  threefry2x32(key, c0, c1, scratch$1);
  return (scratch$1[0] >>> 8) / 16777216;
}
function uniformOpen01(key, c0, c1) {
  threefry2x32(key, c0, c1, scratch$1);
  const k = scratch$1[0] * 1048576 + (scratch$1[1] >>> 12);
  return (k + 0.5) / 4503599627370496;
}
function uniformInt(key, c0, c1, n) {
  if (!(Number.isInteger(n) && n >= 1 && n <= 4294967296))
    throw new ArgumentError("uniformInt.n", "an integer in 1..2^32", n);
  threefry2x32(key, c0, c1, scratch$1);
  for (; ; ) {
    const first = scratch$1[0];
    if (inCompleteRun(first, n)) return first % n;
    const second = scratch$1[1];
    if (inCompleteRun(second, n)) return second % n;
    threefry2x32({ k0: first, k1: second }, 0, 0, scratch$1);
  }
}
function inCompleteRun(word, n) {
  return word - word % n + n <= 4294967296;
}
function drawsOf(op, args = {}) {
  return op ? { ops: [op.name], readings: readsOf(op, args) } : { ops: [], readings: [] };
}
function readsOf({ kind, args }, given) {
  if (kind !== "warp") return [];
  const { interpolation, antialias } = args;
  if (!interpolation) return ["nearest"];
  const ways = valuesOf$1(given.interpolation ?? interpolation.default);
  if (!antialias || !ways?.includes("bilinear")) return ways;
  const averages2 = given.antialias ?? antialias.default;
  if (averages2 === false) return ways;
  return [...ways.filter((way) => way !== "bilinear" || averages2 !== true), "average"];
}
function valuesOf$1(given) {
  if (typeof given === "string") return [given];
  if (isArray(given)) return Array.from(given);
  return isOptions(given) && isArray(given.choice) ? Array.from(given.choice) : void 0;
}
function allDraws(draws) {
  const readings = draws.map((one) => one.readings);
  return {
    ...draws.some(({ seesObjects }) => seesObjects) && { seesObjects: true },
    ops: [...new Set(draws.flatMap(({ ops }) => ops))],
    readings: readings.includes(void 0) ? void 0 : [...new Set(readings.flatMap((ways) => ways ?? []))]
  };
}
const fixed = ({ height, width }) => ({ some: [{ height, width }] });
const anySize = (because) => between(1, MAX_SIDE$2, because);
function between(least, most, because) {
  return { some: corners([least, most], [least, most]), because };
}
const MOST = 8;
function oneOfSizes(several, because) {
  const all = [];
  for (const size of several.flatMap(({ some: some2 }) => some2)) if (!all.some((one) => isSame(one, size))) all.push(size);
  if (all.length === 1) return { some: all };
  const ends = (sides2) => [Math.min(...sides2), Math.max(...sides2)];
  const some = all.length <= MOST ? all : corners(ends(all.map(({ height }) => height)), ends(all.map(({ width }) => width)));
  return { some, because: several.findLast((one) => one.because)?.because ?? because };
}
function oneSize({ some, because }) {
  if (because) throw because;
  return some[0];
}
const corners = (heights, widths) => heights.flatMap((height) => widths.map((width) => ({ height, width })));
const IMAGE_OPTIONS = ["prob", "granularity", "stream"];
const IMAGE_GRANULARITIES = ["sample", "batch"];
const MAX_DEPTH = 8;
const imageForms = /* @__PURE__ */ new Registry();
function stagePath(place, stage) {
  const name = stage.kind === "op" && typeof stage.op === "string" ? stage.op : stage.kind;
  return place === "" ? name : `${place}.${name}`;
}
function checkForm(form, { kind, ...options }, place, depth, checkAny) {
  if (depth > MAX_DEPTH) throw new PolicyError(place, `at most ${MAX_DEPTH} stages inside each other`, depth);
  const path = stagePath(place, { kind, ...options });
  if (form.options) checkKeys(options, path, [...form.options, ...IMAGE_OPTIONS]);
  if (options.prob !== void 0) checkScalar(options.prob, `${path}.prob`, PROB);
  checkName(options.granularity, `${path}.granularity`, IMAGE_GRANULARITIES);
  if (depth > 0 && options.stream !== void 0) {
    throw new PolicyError(
      `${path}.stream`,
      "no stream on a stage inside another: put it on the outermost",
      options.stream
    );
  }
  checkStream(options.stream, `${path}.stream`);
  form.check(options, path, (child, childPlace) => checkAny(child, childPlace, depth + 1));
}
const formOf$1 = (kind) => imageForms.get(kind);
const isImageStage = (stage) => imageForms.has(stage.kind);
function checkImageStage(value, place, depth = 0) {
  const stage = checkObject(value, place, "an image stage");
  const { kind } = stage;
  if (typeof kind !== "string" || !isImageStage({ kind })) {
    const kinds = imageForms.names;
    const near = typeof kind === "string" ? nearestName(kind, kinds) : void 0;
    throw new PolicyError(
      place === "" ? "kind" : `${place}.kind`,
      `an image stage: ${kinds.join(", ")}${near ? ` (did you mean ${near}?)` : ""}${imageForms.hint}`,
      kind
    );
  }
  checkForm(formOf$1(kind), { ...stage, kind }, place, depth, checkImageStage);
  return value;
}
function drawsOfStage(stage) {
  const form = formOf$1(stage.kind);
  return allDraws([form.draws(stage), ...(form.children?.(stage) ?? []).map(drawsOfStage)]);
}
function partsOfStage(stage) {
  const form = formOf$1(stage.kind);
  const takes = form.takes?.(stage) ?? [0, Number.POSITIVE_INFINITY];
  return { ops: form.draws(stage).ops, children: form.children?.(stage) ?? [], takes };
}
const sizesAfterStage = (stage, from, place) => oneOfSizes(
  from.some.map((size) => sizesOf$2(stage, size, place)),
  from.because
);
function sizesOf$2(stage, size, place) {
  const path = stagePath(place, stage);
  const after = formOf$1(stage.kind).sizeAfter?.(
    stage,
    { height: size.height, width: size.width, path },
    sizesAfterChild
  );
  if (after === void 0) return fixed(size);
  const sizes = "some" in after ? after : fixed(after);
  const other = sizes.some.find((one) => !isSame(one, size));
  if ((stage.prob ?? 1) === 1 || other === void 0) return sizes;
  const expected = `1, because the stage changes the size to ${showSize(other)}`;
  return oneOfSizes([fixed(size), sizes], new PolicyError(`${path}.prob`, expected, stage.prob));
}
const sizesAfterChild = (stage, place, from) => sizesAfterStage(stage, from, place);
function prepareImageStage(stage, context) {
  const { first, key, time } = context;
  const granularity = stage.granularity ?? context.granularity;
  const path = stagePath(context.path, stage);
  const address = granularity === "batch" ? () => first.address : (id) => id;
  const prob = resolveScalar(stage.prob ?? 1, time, `${path}.prob`, PROB);
  if (prob === 0) return () => {
  };
  const prepareChild = (child, place, childKey, size) => prepareImageStage(child, { ...context, ...size, granularity, path: place, key: childKey });
  const draw = formOf$1(stage.kind).prepare(
    stage,
    { ...context, granularity, path, address },
    prepareChild,
    sizesAfterChild
  );
  if (prob === 1) return draw;
  const gateKey = foldIn(key, PURPOSE.imageProb);
  return (id, calls) => {
    if (uniform01(gateKey, address(id), 0) < prob) draw(id, calls);
  };
}
const MAX_REPEATS = 16;
function checkRepeated(value, path) {
  const { kind: _kind, ...options } = value;
  checkKeys(options, path, ["augmenters"]);
  const { augmenters } = value;
  if (!Array.isArray(augmenters) || augmenters.length === 0) {
    throw new PolicyError(`${path}.augmenters`, "an array of at least one image stage", augmenters);
  }
  if (augmenters.length > MAX_REPEATS)
    throw new PolicyError(`${path}.augmenters`, `at most ${MAX_REPEATS} image stages`, augmenters.length);
  Array.from(augmenters).forEach((augmenter, i) => {
    checkImageStage(augmenter, `${path}.augmenters[${i}]`, 1);
  });
}
const nothing = () => {
};
const WITHOUT_OPS$1 = {
  prepareImageStages: (_stages, _epoch, _time, from) => ({ size: from, beginBatch: nothing, drawOps: nothing }),
  checkAugmenters: nothing,
  openSizes() {
    throw noOneSize();
  }
};
let here$1 = WITHOUT_OPS$1;
const opDraws = () => here$1;
function useOpDraws(draws) {
  here$1 = draws;
}
const noOneSize = () => new PolicyError(
  "policy",
  "a stage that gives all pictures one size before they are mixed and come out, such as randomResizedCrop({ height: 224, width: 224 }), ops.resize({ height: 224, width: 224 }) or ops.resize({ shortest: 256 }) and ops.centerCrop({ height: 224, width: 224 })",
  found$1("none, for pictures with sizes of their own")
);
function validatePlan(plan, shape) {
  checkShape$1(shape);
  const fields = checkFields$1(plan, "plan", [
    "version",
    "seed",
    "epoch",
    "height",
    "width",
    "sources",
    "batchSize",
    "stages"
  ]);
  if (fields.version !== 1) throw new PlanError("plan.version", "1, the one version there is", fields.version);
  checkInteger(fields.seed, "plan.seed", 0, Number.MAX_SAFE_INTEGER);
  checkInteger(fields.epoch, "plan.epoch", 0, U32_MAX);
  checkAsSaid(fields, "batchSize", shape.batchSize, "as the batch has");
  checkSources(fields.sources, shape);
  const sources = fields.sources;
  const isOwn = shape.sizes !== void 0;
  const size = sizeOfAll(sources, (i) => isOwn ? sources[i] : shape, "plan.sources");
  const [wanted, why] = isOwn ? [size, "which the sources' ops lead to"] : [shape, "as the batch has"];
  for (const name of ["height", "width"]) checkAsSaid(fields, name, wanted[name], why);
  checkStages(fields.stages, sources.length, size, shape);
  return plan;
}
function checkAsSaid(plan, name, wanted, why) {
  if (plan[name] !== wanted) throw new PlanError(`plan.${name}`, `${wanted}, ${why}`, plan[name]);
}
function checkShape$1(shape) {
  knownKeys("shape", shape, ["batchSize", "height", "width", "sizes", "datasetSize", "externalSize"]);
  const { datasetSize, externalSize, sizes, ...needed } = shape;
  checkSize("shape.batchSize", shape.batchSize);
  for (const name of ["height", "width"]) {
    if (sizes === void 0) checkSize(`shape.${name}`, needed[name]);
    else if (needed[name] !== void 0)
      throw new InputError(`shape.${name}`, "nothing where pictures have sizes of their own", needed[name]);
  }
  if (datasetSize !== void 0) checkSize("shape.datasetSize", datasetSize);
  if (externalSize !== void 0) checkSize("shape.externalSize", externalSize);
}
function checkSize(path, value) {
  if (!(Number.isSafeInteger(value) && value >= 1)) throw new InputError(path, "a positive integer", value);
}
const U32_MAX = 4294967295;
const MAX_OPS = 256;
function checkSources(sources, shape) {
  const { batchSize } = shape;
  if (!Array.isArray(sources) || sources.length < batchSize) {
    throw new PlanError("plan.sources", `an array of at least ${batchSize} sources, the batch's rows first`, sources);
  }
  const counts = { batch: batchSize, dataset: shape.datasetSize, external: shape.externalSize };
  const { sizes } = shape;
  const sizeOf2 = sizes === void 0 || sizes === "plan" ? sizes : opDraws().openSizes("shape.sizes", sizes, counts);
  let reached = 0;
  Array.from(sources).forEach((source, i) => {
    const path = `plan.sources[${i}]`;
    const fields = checkFields$1(source, path, ["from", "index", "id", "height", "width", "ops"]);
    const { from, index: index2, id, ops } = fields;
    const allowed = i < batchSize ? ["batch", "dataset"] : EXTRA_ORDER.slice(reached);
    if (typeof from !== "string" || !allowed.includes(from)) {
      throw new PlanError(
        `${path}.from`,
        `${allowed.join(" or ")} ${i < batchSize ? "in the batch's rows" : "at this place"}`,
        from
      );
    }
    if (i >= batchSize) reached = EXTRA_ORDER.indexOf(from);
    const count = counts[from];
    if (count === void 0) throw new PlanError(`${path}.from`, `no source from ${WITHOUT[from]}`, from);
    checkInteger(index2, `${path}.index`, 0, count - 1);
    checkInteger(id, `${path}.id`, 0, U32_MAX);
    checkOwnSize(fields, path, typeof sizeOf2 === "function" ? sizeOf2(from, index2) : sizeOf2);
    checkOps(ops, `${path}.ops`);
  });
}
function checkOwnSize(source, path, wanted) {
  for (const name of ["height", "width"]) {
    const side = source[name];
    if (wanted === void 0 && side !== void 0)
      throw new PlanError(
        `${path}.${name}`,
        "nothing, since the pictures are not said to have sizes of their own",
        side
      );
    if (wanted === void 0) continue;
    if (wanted === "plan") checkInteger(side, `${path}.${name}`, 1, MAX_SIDE$2);
    else if (side !== wanted[name]) throw new PlanError(`${path}.${name}`, `${wanted[name]}, the picture's`, side);
  }
}
const WITHOUT = {
  dataset: "a dataset, because none is given",
  external: "a second batch, because none is given"
};
function checkOps(ops, path) {
  if (ops === void 0) return;
  if (!Array.isArray(ops) || ops.length > MAX_OPS)
    throw new PlanError(path, `an array of at most ${MAX_OPS} op calls`, ops);
  Array.from(ops).forEach((call, i) => {
    try {
      opChecks().checkCall(call, `${path}[${i}]`);
    } catch (error) {
      throw error instanceof PolicyError ? new PlanError(error.path, error.expected, error.found) : error;
    }
  });
}
function sizeOfAll(pictures, before, path) {
  const sizes = pictures.map(({ ops }, i) => {
    const { height, width } = before(i);
    return ops ? opChecks().sizeAfterCalls(ops, { height, width }, `${path}[${i}].ops`) : { height, width };
  });
  const first = sizes[0];
  const other = sizes.findIndex((size) => !isSame(size, first));
  if (other < 0) return first;
  const shown2 = `${sizes[other].height} × ${sizes[other].width}`;
  throw new PlanError(
    `${path}[${other}].ops`,
    `ops that lead to ${first.height} × ${first.width}, as those of the first picture`,
    found$1(shown2)
  );
}
function checkStages(stages, sources, size, shape) {
  if (!Array.isArray(stages) || stages.length === 0 || stages.length > MAX_STAGES) {
    throw new PlanError("plan.stages", `an array of 1 to ${MAX_STAGES} stages`, stages);
  }
  let below = sources;
  let now = size;
  Array.from(stages).forEach((stage, k) => {
    const path = `plan.stages[${k}]`;
    const { pairing, rows } = checkFields$1(stage, path, ["pairing", "rows"]);
    checkOneOf$1(pairing, `${path}.pairing`, [...PAIRINGS, "self"]);
    if (!Array.isArray(rows)) throw new PlanError(`${path}.rows`, "an array of rows", rows);
    checkLevelSize(rows.length, `${path}.rows`, k === stages.length - 1, shape.batchSize);
    Array.from(rows).forEach((row2, i) => {
      checkRow(row2, `${path}.rows[${i}]`, below, now);
    });
    below = rows.length;
    const before = now;
    now = sizeOfAll(rows, () => before, `${path}.rows`);
  });
}
function checkLevelSize(rows, path, isLast, batchSize) {
  const half = Math.ceil(batchSize / 2);
  const isRepeated = rows % batchSize === 0 && rows > 0 && rows <= MAX_REPEATS * batchSize;
  if (isLast && rows !== half && !isRepeated) {
    throw new PlanError(path, `${batchSize} rows, or ${half} where the batch is halved`, rows);
  }
  if (!isLast && rows < batchSize)
    throw new PlanError(path, `at least ${batchSize} rows, one a row of the batch`, rows);
}
const ROW_FIELDS = {
  none: ["mixer", "own", "ops"],
  mixup: ["mixer", "own", "partner", "lambda", "ops"],
  cutmix: ["mixer", "own", "partner", "bbox", "lambda", "lambdaMode", "ops"],
  mask: ["mixer", "own", "partner", "mask", "lambda", "ops"]
};
function checkRow(value, path, below, size) {
  if (!isOptions(value)) throw new PlanError(path, "a row, { mixer, own, … }", value);
  const { mixer } = value;
  checkOneOf$1(mixer, `${path}.mixer`, Object.keys(ROW_FIELDS));
  const row2 = checkFields$1(value, path, ROW_FIELDS[mixer]);
  checkInteger(row2.own, `${path}.own`, 0, below - 1);
  checkOps(row2.ops, `${path}.ops`);
  if (mixer === "none") return;
  checkInteger(row2.partner, `${path}.partner`, 0, below - 1);
  if (typeof row2.lambda !== "number" || !(row2.lambda >= 0 && row2.lambda <= 1)) {
    throw new PlanError(`${path}.lambda`, "a number from 0 to 1", row2.lambda);
  }
  if (mixer === "cutmix") checkCutmix(row2, path, size);
  if (mixer === "mask") checkMaskRow(row2, path, size);
}
function checkMaskRow({ mask, lambda }, path, size) {
  checkMask(mask, `${path}.mask`, knownMasks.names, size.height * size.width, PlanError);
  const exact = Math.fround(1 - partnerShare(mask, size));
  if (Math.fround(lambda) !== exact) {
    throw new PlanError(`${path}.lambda`, `${exact}, one less the mean of the mask's weights`, lambda);
  }
}
function checkCutmix({ bbox, lambda, lambdaMode }, path, { height, width }) {
  if (!Array.isArray(bbox) || bbox.length !== 4)
    throw new PlanError(`${path}.bbox`, "[x0, y0, x1, y1] in pixels", bbox);
  const [x0, y0, x1, y1] = bbox;
  checkInteger(x0, `${path}.bbox[0]`, 0, width);
  checkInteger(y0, `${path}.bbox[1]`, 0, height);
  checkInteger(x1, `${path}.bbox[2]`, x0, width);
  checkInteger(y1, `${path}.bbox[3]`, y0, height);
  if (lambdaMode !== void 0) {
    checkOneOf$1(lambdaMode, `${path}.lambdaMode`, LAMBDA_MODES.slice(1));
    return;
  }
  const exact = Math.fround(1 - (x1 - x0) * (y1 - y0) / (height * width));
  if (Math.fround(lambda) !== exact) {
    throw new PlanError(`${path}.lambda`, `${exact}, the share of pixels outside the bbox`, lambda);
  }
}
function checkFields$1(value, path, known2) {
  if (!isOptions(value)) {
    throw new PlanError(path, `an object with ${known2.join(", ")}`, value);
  }
  for (const key of Object.keys(value)) {
    if (known2.includes(key)) continue;
    const near = nearestName(key, known2);
    throw new PlanError(path, `only the fields ${known2.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, key);
  }
  return value;
}
function checkOneOf$1(value, path, names) {
  if (typeof value === "string" && names.includes(value)) return;
  const near = typeof value === "string" ? nearestName(value, names) : void 0;
  throw new PlanError(path, `one of ${names.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, value);
}
function checkInteger(value, path, low, high) {
  if (!Number.isSafeInteger(value) || value < low || value > high) {
    throw new PlanError(path, `an integer in ${low}..${high}`, value);
  }
}
const MAX_PAGES = 4;
const MAX_PICTURES = 2 ** constants.mixChunk.PAGE_SHIFT;
function checkPictures(path, { shape, format, layout, valueRange }, haveOwnSizes = false) {
  knownKeys(`${path}.shape`, shape, ["height", "width", "channels"]);
  checkShape(`${path}.shape`, shape, haveOwnSizes);
  checkValues(path, format, layout, valueRange);
}
function checkStack(path, { count, format = "u8", layout = "nhwc", valueRange, ...shape }, countName = "count", haveOwnSizes = false) {
  positive(at(path, countName), count, MAX_PICTURES);
  checkShape(path, shape, haveOwnSizes);
  checkValues(path, format, layout, valueRange);
}
function checkShape(path, { height, width, channels }, haveOwnSizes) {
  for (const [name, side] of Object.entries({ height, width })) {
    if (!haveOwnSizes) positive(at(path, name), side, MAX_SIDE$2);
    else if (side !== void 0)
      throw new InputError(at(path, name), "nothing where pictures have sizes of their own", side);
  }
  positive(at(path, "channels"), channels, 2 ** 31);
}
function checkValues(path, format, layout, valueRange) {
  oneOf(at(path, "format"), format, ["u8", "f32", "f16"]);
  oneOf(at(path, "layout"), layout, ["nhwc", "nchw"]);
  if (valueRange === void 0) return;
  range(at(path, "valueRange"), valueRange);
  if (format === "u8")
    throw new InputError(at(path, "valueRange"), "nothing for u8 pictures, which are 0..255", valueRange);
}
const at = (path, name) => path === "" ? name : `${path}.${name}`;
function overlap(a, b) {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}
function uncovered(region, holes, from = 0) {
  const width = region[2] - region[0];
  const height = region[3] - region[1];
  if (width <= 0 || height <= 0) return 0;
  if (from === holes.length) return width * height;
  return uncovered(region, holes, from + 1) - uncovered(overlap(region, holes[from]), holes, from + 1);
}
function runsOf({ sources, stages }) {
  const runs = [];
  let next = { pictures: sources, path: "plan.sources", from: 0 };
  stages.forEach(({ rows }, stage) => {
    if (!hasOps$1(rows)) return;
    runs.push({ ...next, to: stage + 1, isLast: false });
    next = { pictures: rows, path: `plan.stages[${stage}].rows`, from: stage + 1 };
  });
  return [...runs, { ...next, to: stages.length, isLast: true }];
}
function sizeOfSource({ sources, height, width }, i) {
  const own = sources[i];
  return { height: own?.height ?? height, width: own?.width ?? width };
}
function stageSizes(plan) {
  let size = sizeOfSource(plan, 0);
  return runsOf(plan).flatMap(({ pictures, path, from, to, isLast }) => {
    size = opChecks().sizeAfterCalls(pictures[0]?.ops ?? [], size, `${path}[0].ops`);
    return Array.from({ length: to - from }, (_, i) => ({ ...size, isCut: !isLast && from + i === to - 1 }));
  });
}
function hasOps$1(pictures) {
  return pictures.some(({ ops }) => ops !== void 0 && ops.length > 0);
}
const NO_BOX = -1;
const MASK_BOX = -2;
function provenance(plan, from = 0, to = plan.stages.length) {
  const depth = to - from;
  const slots = 1 << depth;
  const rows = to > 0 ? plan.stages[to - 1].rows.length : plan.sources.length;
  const result = takeTrees(rows, slots);
  const tree = new Tree(plan, from, to);
  for (let row2 = 0; row2 < rows; row2++) tree.unroll(row2, result);
  return result;
}
const spare$2 = [];
const MOST_SPARE = 4;
const MOST_LEAVES = 1 << 14;
function takeTrees(rows, slots) {
  const at2 = spare$2.findIndex((trees) => trees.rows === rows && trees.slots === slots);
  const old = at2 < 0 ? void 0 : spare$2.splice(at2, 1)[0];
  old?.boxes.fill(NO_BOX);
  return old ? { ...old, masks: [] } : {
    rows,
    slots,
    sources: new Uint32Array(rows * slots),
    weights: new Float32Array(rows * slots),
    shares: new Float32Array(rows * slots),
    boxes: new Int32Array(rows * slots * 4).fill(NO_BOX),
    masks: [],
    untouched: new Uint8Array(rows)
  };
}
function releaseTrees(runs) {
  for (const { tree } of runs) {
    if (tree.rows * tree.slots <= MOST_LEAVES && spare$2.unshift(tree) > MOST_SPARE) spare$2.pop();
  }
}
function unrolledRuns(plan) {
  return runsOf(plan).map((run) => ({ ...run, tree: provenance(plan, run.from, run.to) }));
}
function wholeTree(plan, runs) {
  return runs.length === 1 ? runs[0].tree : provenance(plan);
}
const NO_HOLES = [];
const NO_MASKS = [];
class Tree {
  constructor(plan, from, to) {
    this.plan = plan;
    this.to = to;
    const slots = 1 << to - from;
    this.slots = slots;
    this.weight = new Float64Array(2 * slots);
    this.share = new Float64Array(2 * slots);
    this.position = new Uint32Array(2 * slots);
    this.box = new Array(slots);
    this.mask = new Array(slots);
    this.counted = new Array(slots);
  }
  /**
   * Product of λ factors on the way down: pixels, and label. They differ where a CutMix label is not its exact area.
   */
  weight;
  share;
  position;
  box;
  mask;
  /** Whether a node's box decides the label by its counted area. */
  counted;
  slots;
  /** Only boxes ask for them. */
  sizes;
  unroll(row2, into) {
    const { slots } = this;
    this.weight[1] = 1;
    this.share[1] = 1;
    this.position[1] = row2;
    let mixed = false;
    let boxes = 0;
    for (let node = 1, stage = this.to - 1, last2 = 1; node < slots; node++) {
      if (node > last2) {
        stage--;
        last2 = 2 * last2 + 1;
      }
      const drawn = this.plan.stages[stage].rows[this.position[node]];
      this.branch(node, drawn);
      if (this.weight[node] > 0 && drawn.mixer !== "none") mixed = true;
      const box = this.box[node];
      if (box) {
        boxes++;
        const at2 = (row2 * slots + node) * 4;
        for (let side = 0; side < 4; side++) into.boxes[at2 + side] = box[side];
      }
      const mask = this.mask[node];
      if (mask) {
        boxes++;
        into.boxes.set([MASK_BOX, into.masks.push(mask) - 1], (row2 * slots + node) * 4);
      }
    }
    for (let leaf = 0; leaf < slots; leaf++) {
      const node = slots + leaf;
      const at2 = row2 * slots + leaf;
      into.sources[at2] = this.position[node];
      into.weights[at2] = this.weight[node];
      into.shares[at2] = boxes === 0 || this.weight[node] === 0 ? this.share[node] : this.share[node] * this.area(node);
    }
    into.untouched[row2] = mixed ? 0 : 1;
  }
  /** Hands a node's weights on to its two children. */
  branch(node, row2) {
    const own = 2 * node;
    const partner = own + 1;
    const weight = this.weight[node];
    const share = this.share[node];
    this.box[node] = void 0;
    this.mask[node] = void 0;
    this.counted[node] = false;
    this.position[own] = row2.own;
    this.weight[own] = weight;
    this.share[own] = share;
    if (row2.mixer === "none") {
      this.position[partner] = row2.own;
      this.weight[partner] = 0;
      this.share[partner] = 0;
      return;
    }
    this.position[partner] = row2.partner;
    if (row2.mixer === "mixup") {
      this.weight[own] = weight * row2.lambda;
      this.weight[partner] = weight * (1 - row2.lambda);
      this.share[own] = share * row2.lambda;
      this.share[partner] = share * (1 - row2.lambda);
      return;
    }
    this.weight[partner] = weight;
    if (row2.mixer === "mask") {
      this.mask[node] = row2.mask;
      this.share[own] = share;
      this.share[partner] = share;
      return;
    }
    this.box[node] = row2.bbox;
    this.counted[node] = row2.lambdaMode === void 0;
    this.share[own] = this.counted[node] ? share : share * row2.lambda;
    this.share[partner] = this.counted[node] ? share : share * (1 - row2.lambda);
  }
  /** Which part of the picture a leaf shows in, counted in pixels, as far as counted boxes decide it. */
  area(leafNode) {
    if (this.slots === 2 && this.mask[1] === void 0) return this.areaOfTwo(leafNode);
    let stage = this.to - Math.log2(this.slots);
    let share = 1;
    let region;
    let holes = NO_HOLES;
    let masks = NO_MASKS;
    for (let node = leafNode; node > 1; node >>= 1, stage++) {
      const { height, width, isCut } = this.sizeOf(stage);
      region ??= [0, 0, width, height];
      const box = this.box[node >> 1];
      if (box && this.counted[node >> 1]) {
        if (node & 1) region = overlap(region, box);
        else holes = [...holes, box];
      }
      const mask = this.mask[node >> 1];
      if (mask) masks = [...masks, { mask, isPartner: (node & 1) === 1 }];
      if (isCut || node < 4) {
        share *= masks.length > 0 ? shown(region, holes, masks, { height, width }) : uncovered(region, holes, 0) / (height * width);
        region = void 0;
        holes = NO_HOLES;
        masks = NO_MASKS;
      }
    }
    return share;
  }
  /** The same of two pictures without a mask: a box is all in the picture, and no lists are needed. */
  areaOfTwo(leafNode) {
    const box = this.box[1];
    if (!box || !this.counted[1]) return 1;
    const { height, width } = this.sizeOf(this.to - 1);
    const inside = (box[2] - box[0]) * (box[3] - box[1]);
    return (leafNode === 3 ? inside : height * width - inside) / (height * width);
  }
  /** The size of the pictures that a stage mixes. */
  sizeOf(stage) {
    this.sizes ??= stageSizes(this.plan);
    return this.sizes[stage];
  }
}
function shown(region, holes, masks, size) {
  const area = size.height * size.width;
  const [x0, y0, x1, y1] = region;
  if (masks.length === 1 && holes.length === 0 && (x1 - x0) * (y1 - y0) === area) {
    const partner = partnerShare(masks[0].mask, size);
    return masks[0].isPartner ? partner : 1 - partner;
  }
  const planes2 = masks.map(({ mask, isPartner }) => ({ bytes: maskPlane(mask, size), isPartner }));
  let sum = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (holes.some((hole) => x >= hole[0] && x < hole[2] && y >= hole[1] && y < hole[3])) continue;
      let part = 1;
      for (const { bytes: bytes2, isPartner } of planes2) {
        const partner = partOf(bytes2[y * size.width + x]);
        part *= (isPartner ? partner : WHOLE - partner) / WHOLE;
      }
      sum += part;
    }
  }
  return sum / area;
}
function checkOutput(output) {
  knownKeys("output", output, ["format", "layout", "valueRange", "normalize"]);
  const { format = "f32", layout = "nhwc", valueRange, normalize } = output;
  oneOf("output.format", format, ["f32", "f16", "u8"]);
  oneOf("output.layout", layout, ["nhwc", "nchw"]);
  if (format === "u8" && valueRange !== void 0)
    throw new InputError("output.valueRange", "nothing for u8 output, which is 0..255", valueRange);
  if (format === "u8" && normalize !== void 0)
    throw new InputError("output.normalize", "nothing for u8 output: use f32 or f16", normalize);
  if (valueRange !== void 0) range("output.valueRange", valueRange);
  if (normalize !== void 0) checkNormalize$1(normalize);
  if (format !== "u8") checkReach(output, format);
  if (normalize !== void 0) checkUnits(normalize, valueRange ?? [0, 1]);
}
function checkChannels({ normalize }, channels) {
  for (const name of ["mean", "std"]) {
    const { length } = listOf(normalize?.[name] ?? 0);
    if (length !== 1 && length !== channels)
      throw new InputError(`output.normalize.${name}`, `1 number, or ${channels}, one per channel`, found$1(`${length}`));
  }
}
const listOf = (values) => typeof values === "number" ? [values] : values;
const F16_MAX = 65504;
function checkReach(output, format) {
  const { mean, std } = output.normalize ?? { mean: 0, std: 1 };
  const several = [listOf(mean).length, listOf(std).length].filter((length) => length > 1);
  const { scale, bias } = affineOf(several.length > 0 ? Math.min(...several) : 1, [0, 1], output);
  bias.forEach((black, c) => {
    const white = black + scale[c];
    const reach = Math.max(Math.abs(black), Math.abs(white));
    if (Number.isFinite(scale[c]) && (format === "f16" ? reach <= F16_MAX : Number.isFinite(Math.fround(reach))))
      return;
    throw new InputError(
      output.normalize ? "output.normalize" : "output.valueRange",
      `a black and a white that ${format} can hold`,
      found$1(`${black} and ${white}${bias.length > 1 ? ` in channel ${c}` : ""}`)
    );
  });
}
function checkNormalize$1(normalize) {
  knownKeys("output.normalize", normalize, ["mean", "std"]);
  for (const name of ["mean", "std"]) {
    const values = normalize[name];
    const list = typeof values === "number" ? [values] : values;
    if (!isListOf(list, Number.isFinite) || list.length === 0) {
      throw new InputError(
        `output.normalize.${name}`,
        "a list of finite numbers, one per channel (or one for all)",
        values
      );
    }
    if (name === "std" && list.some((value) => value === 0))
      throw new InputError("output.normalize.std", "no zero (it divides)", values);
  }
}
const WIDEST = 10;
function checkUnits({ mean, std }, [low, high]) {
  const most = WIDEST * Math.max(high - low, 1);
  const units = `in units of output.valueRange, [${low}, ${high}]${high - low <= 2 ? " (those of levels 0 to 255 divided by 255)" : ""}`;
  if (listOf(mean).some((value) => value < low || value > high))
    throw new InputError("output.normalize.mean", `numbers ${low} to ${high}, ${units}`, mean);
  if (listOf(std).some((value) => Math.abs(value) > most))
    throw new InputError("output.normalize.std", `at most ${most}, ${units}`, std);
}
function checkLabelOptions(labels) {
  knownKeys("labels", labels, ["classes", "smoothing", "smoothUnmixed", "dense", "sparse"]);
  const { classes, smoothing = 0, smoothUnmixed = true, dense = true, sparse = false } = labels;
  positive("labels.classes", classes, 2 ** 24);
  if (typeof smoothing !== "number" || !(smoothing >= 0 && smoothing <= 1))
    throw new InputError("labels.smoothing", "a number in 0..1", smoothing);
  for (const [name, value] of Object.entries({ smoothUnmixed, dense, sparse })) {
    if (typeof value !== "boolean") throw new InputError(`labels.${name}`, "true or false", value);
  }
  if (!dense && !sparse)
    throw new InputError("labels", "dense, sparse or both (leave `labels` out for none)", found$1("neither"));
}
const MAX_GROUPS = 65535;
const OFFSET_ALIGNMENT = 256;
const ROWS_ALIGNMENT = 4;
const DEFAULT_SLOTS = { mix: MIX_CHUNK_SLOTS_COUNT, label: LABEL_CHUNK_SLOTS_COUNT };
function cut(rows, limit, groups2 = Number.POSITIVE_INFINITY) {
  const size = Math.min(Math.floor(limit / ROWS_ALIGNMENT) * ROWS_ALIGNMENT, groups2);
  const chunks = [];
  for (let first = 0; first < rows; first += size) chunks.push({ first, count: Math.min(size, rows - first) });
  return chunks;
}
function fold(invocations, lanes) {
  const needed = Math.max(1, Math.ceil(invocations / lanes));
  const width = Math.min(needed, MAX_GROUPS);
  return { width, folds: Math.ceil(needed / width) };
}
class Blocks {
  constructor(block) {
    this.block = block;
  }
  parts = [];
  length = 0;
  /** Makes room for a block and returns its view and where it will lie. */
  add(size) {
    const offset = Math.ceil(this.length / OFFSET_ALIGNMENT) * OFFSET_ALIGNMENT;
    const bytes2 = new Uint8Array(size);
    this.parts.push(bytes2);
    this.length = offset + size;
    return { view: new DataView(bytes2.buffer), offset };
  }
  /** The upload, if there is anything to upload. */
  upload() {
    if (this.parts.length === 0) return [];
    if (this.parts.length === 1) return [{ block: this.block, bytes: this.parts[0] }];
    const bytes2 = new Uint8Array(this.length);
    let offset = 0;
    for (const part of this.parts) {
      offset = Math.ceil(offset / OFFSET_ALIGNMENT) * OFFSET_ALIGNMENT;
      bytes2.set(part, offset);
      offset += part.length;
    }
    return [{ block: this.block, bytes: bytes2 }];
  }
}
function known$1(overrides, constants2) {
  const kept2 = {};
  for (const name in constants2) if (name in overrides) kept2[name] = constants2[name];
  return kept2;
}
const fn_mix_quads = `@compute @workgroup_size(WORKGROUP_SIZE)
fn mix_quads(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  if (index >= chunk.pixels >> 2u) {
    return;
  }
  var sum: Quad;
  if (SOURCES == 2u && !MASKS) {
    sum = mix_two(group.y * 2u, index);
  } else {
    sum = mix_tree(group.y * SOURCES, index);
  }
  write_quad(chunk.first_row + group.y, index, sum);
}`;
const const_WORKGROUP_SIZE = `const WORKGROUP_SIZE = 64u;`;
const var_chunk = `@group(0) @binding(0) var<uniform> chunk: MixChunk;`;
const struct_MixChunk = `struct MixChunk {
  width: u32,
  height: u32,
  channels: u32,
  pixels: u32,
  sources: u32,
  first_row: u32,
  row_count: u32,
  grid_width: u32,
  low: f32,
  inverse_range: f32,
  scale: vec4f,
  bias: vec4f,
  slots: array<MixSlot, MIX_SLOTS>,
}`;
const struct_MixSlot = `struct MixSlot {
  source: u32,
  weight: f32,
  box_x: u32,
  box_y: u32,
}`;
const const_MIX_SLOTS = `const MIX_SLOTS = 4032u;`;
const struct_Quad = `struct Quad {
  a: Four,
  b: Four,
  c: Four,
  d: Four,
}`;
const alias_Four = `alias Four = vec4f;`;
const override_SOURCES = `override SOURCES: u32 = 2u;`;
const override_MASKS = `override MASKS: bool = false;`;
const fn_mix_two = `fn mix_two(base: u32, index: u32) -> Quad {
  let own = chunk.slots[base];
  let partner = chunk.slots[base + 1u];
  var sum: Quad;
  if (!BOXES) {
    sum = add_source(sum, own.source, own.weight, index, vec4<bool>(true));
    return add_source(sum, partner.source, partner.weight, index, vec4<bool>(true));
  }
  let inside = inside_box(vec2u(partner.box_x, partner.box_y), index);
  let near = select(own.source, partner.source, inside.x);
  let other = select(partner.source, own.source, inside.x);
  let across = inside != vec4<bool>(inside.x);
  if (!BLENDS) {
    let far = select(near, other, any(across));
    return pick_quad(read_source(near, index), read_source(far, index), across);
  }
  let near_weight = select(own.weight, partner.weight, inside.x);
  let other_weight = select(partner.weight, own.weight, inside.x);
  let shows_other = across | vec4<bool>(partner.box_x == NO_BOX);
  let reads_other = any(shows_other);
  sum = add_source(sum, near, near_weight, index, !across);
  return add_source(sum, select(near, other, reads_other), select(near_weight, other_weight, reads_other), index, shows_other);
}`;
const override_BOXES = `override BOXES: bool = true;`;
const fn_add_source = `fn add_source(sum: Quad, source: u32, weight: f32, index: u32, shows: vec4<bool>) -> Quad {
  return blend_quad(sum, read_source(source, index), to_weight(weight), shows & vec4<bool>(weight > 0.0));
}`;
const fn_blend_quad = `fn blend_quad(sum: Quad, value: Quad, weight: Weight, shows: vec4<bool>) -> Quad {
  var blended: Quad;
  blended.a = blend_four(sum.a, value.a, weight, shows);
  if (CHANNELS > 1u) {
    blended.b = blend_four(sum.b, value.b, weight, shows);
    blended.c = blend_four(sum.c, value.c, weight, shows);
  }
  if (CHANNELS > 3u) {
    blended.d = blend_four(sum.d, value.d, weight, shows);
  }
  return blended;
}`;
const alias_Weight = `alias Weight = f32;`;
const fn_blend_four = `fn blend_four(sum: Four, value: Four, weight: Weight, shows: vec4<bool>) -> Four {
  return select(sum, sum + value * weight, shows);
}`;
const override_CHANNELS = `override CHANNELS: u32 = 3u;`;
const fn_read_source = `fn read_source(word: u32, index: u32) -> Quad {
  return read_quad(word >> PAGE_SHIFT, word & PAGE_INDEX, index);
}`;
const fn_read_quad = `fn read_quad(page: u32, picture: u32, index: u32) -> Quad {
  let plane = chunk.pixels >> 2u;
  let base = picture * plane * CHANNELS;
  var quad: Quad;
  if (IN_NCHW || CHANNELS == 1u) {
    quad.a = to_four(read_four(page, base + index));
    if (CHANNELS > 1u) {
      quad.b = to_four(read_four(page, base + plane + index));
      quad.c = to_four(read_four(page, base + 2u * plane + index));
    }
    if (CHANNELS > 3u) {
      quad.d = to_four(read_four(page, base + 3u * plane + index));
    }
  } else if (CHANNELS == 3u) {
    let u = to_four(read_four(page, base + 3u * index));
    let v = to_four(read_four(page, base + 3u * index + 1u));
    let w = to_four(read_four(page, base + 3u * index + 2u));
    quad.a = Four(u.x, u.w, v.z, w.y);
    quad.b = Four(u.y, v.x, v.w, w.z);
    quad.c = Four(u.z, v.y, w.x, w.w);
  } else {
    let u = to_four(read_four(page, base + 4u * index));
    let v = to_four(read_four(page, base + 4u * index + 1u));
    let w = to_four(read_four(page, base + 4u * index + 2u));
    let z = to_four(read_four(page, base + 4u * index + 3u));
    quad.a = Four(u.x, v.x, w.x, z.x);
    quad.b = Four(u.y, v.y, w.y, z.y);
    quad.c = Four(u.z, v.z, w.z, z.z);
    quad.d = Four(u.w, v.w, w.w, z.w);
  }
  return quad;
}`;
const override_IN_NCHW = `override IN_NCHW: bool = false;`;
const fn_to_four = `fn to_four(raw: vec4u) -> Four {
  return vec4f(vec4i(raw));
}`;
const fn_read_four = `fn read_four(page: u32, unit: u32) -> vec4u {
  return (vec4u(read_word(page, unit)) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
}`;
const fn_read_word = `fn read_word(page: u32, index: u32) -> u32 {
  if (PAGES > 1u) {
    switch (page) {
      case 1u: {
        return page_1[index];
      }
      case 2u: {
        return page_2[index];
      }
      case 3u: {
        return page_3[index];
      }
      default: { }
    }
  }
  return page_0[index];
}`;
const override_PAGES = `override PAGES: u32 = 1u;`;
const var_page_1 = `@group(0) @binding(2) var<storage, read> page_1: array<u32>;`;
const var_page_2 = `@group(0) @binding(3) var<storage, read> page_2: array<u32>;`;
const var_page_3 = `@group(0) @binding(4) var<storage, read> page_3: array<u32>;`;
const var_page_0 = `@group(0) @binding(1) var<storage, read> page_0: array<u32>;`;
const const_PAGE_SHIFT = `const PAGE_SHIFT = 30u;`;
const const_PAGE_INDEX = `const PAGE_INDEX = 0x3fffffffu;`;
const fn_to_weight = `fn to_weight(weight: f32) -> Weight {
  return weight;
}`;
const fn_inside_box = `fn inside_box(bounds: vec2u, index: u32) -> vec4<bool> {
  let low = bounds & vec2u(0xffffu);
  let size = (bounds >> vec2u(16u)) - low;
  if (WRAPS) {
    let position = position_of(index);
    return (position.x - vec4u(low.x) < vec4u(size.x)) & (position.y - vec4u(low.y) < vec4u(size.y));
  }
  let line = 4u * index / chunk.width;
  let column = 4u * index - line * chunk.width;
  let reach = select(0u, size.x, line - low.y < size.y);
  return vec4u(column - low.x) + vec4u(0u, 1u, 2u, 3u) < vec4u(reach);
}`;
const override_WRAPS = `override WRAPS: bool = true;`;
const fn_position_of = `fn position_of(index: u32) -> Position {
  let first = 4u * index;
  let line = first / chunk.width;
  let x = vec4u(first - line * chunk.width) + vec4u(0u, 1u, 2u, 3u);
  let wrapped = x >= vec4u(chunk.width);
  return Position(select(x, x - chunk.width, wrapped), select(vec4u(line), vec4u(line + 1u), wrapped));
}`;
const struct_Position = `struct Position {
  x: vec4u,
  y: vec4u,
}`;
const override_BLENDS = `override BLENDS: bool = true;`;
const fn_pick_quad = `fn pick_quad(first: Quad, other: Quad, second: vec4<bool>) -> Quad {
  var picked: Quad;
  picked.a = to_sum(select(first.a, other.a, second));
  if (CHANNELS > 1u) {
    picked.b = to_sum(select(first.b, other.b, second));
    picked.c = to_sum(select(first.c, other.c, second));
  }
  if (CHANNELS > 3u) {
    picked.d = to_sum(select(first.d, other.d, second));
  }
  return picked;
}`;
const fn_to_sum = `fn to_sum(value: Four) -> Four {
  return value;
}`;
const const_NO_BOX = `const NO_BOX = 0xffffffffu;`;
const fn_mix_tree = `fn mix_tree(base: u32, index: u32) -> Quad {
  let position = position_of(index);
  var sum: Quad;
  for (var leaf = 0u; leaf < SOURCES; leaf++) {
    let slot = chunk.slots[base + leaf];
    var shows = vec4<bool>(true);
    if (BOXES) {
      shows = shows_at_quad(base, leaf, position.x, position.y);
    }
    if (slot.weight <= 0.0 || !any(shows)) {
      continue;
    }
    if (MASKS) {
      let weight = masked_four(base, leaf, index, Four(to_weight(slot.weight)));
      let visible = shows & (weight > Four());
      if (any(visible)) {
        sum = blend_quad_masked(sum, read_source(slot.source, index), weight, visible);
      }
    } else {
      sum = add_source(sum, slot.source, slot.weight, index, shows);
    }
  }
  return sum;
}`;
const fn_shows_at_quad = `fn shows_at_quad(base: u32, leaf: u32, x: vec4u, y: vec4u) -> vec4<bool> {
  var shows = vec4<bool>(true);
  for (var node = chunk.sources + leaf; node > 1u; node >>= 1u) {
    let box_x = chunk.slots[base + (node >> 1u)].box_x;
    if (box_x != NO_BOX && box_x != MASK_BOX) {
      let box_y = chunk.slots[base + (node >> 1u)].box_y;
      let inside = (x >= vec4u(box_x & 0xffffu)) & (x < vec4u(box_x >> 16u)) & (y >= vec4u(box_y & 0xffffu)) & (y < vec4u(box_y >> 16u));
      let is_partner = vec4<bool>((node & 1u) == 1u);
      shows = shows & (inside == is_partner);
    }
  }
  return shows;
}`;
const const_MASK_BOX = `const MASK_BOX = 0x0000ffffu;`;
const fn_masked_four = `fn masked_four(base: u32, leaf: u32, index: u32, weight: Four) -> Four {
  var masked = weight;
  for (var node = chunk.sources + leaf; node > 1u; node >>= 1u) {
    let slot = chunk.slots[base + (node >> 1u)];
    if (slot.box_x == MASK_BOX) {
      let bytes = (vec4u(mask_word(slot.box_y, index)) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
      let partner = bytes + (bytes >> vec4u(7u));
      masked = mask_four(masked, select(vec4u(WHOLE) - partner, partner, (node & 1u) == 1u));
    }
  }
  return masked;
}`;
const fn_mask_word = `fn mask_word(plane: u32, word: u32) -> u32 {
  return masks[plane + word];
}`;
const var_masks = `@group(0) @binding(7) var<storage, read> masks: array<u32>;`;
const fn_mask_four = `fn mask_four(weight: Four, part: vec4u) -> Four {
  return weight * (vec4f(vec4i(part)) * 0.00390625);
}`;
const const_WHOLE = `const WHOLE = 256u;`;
const fn_blend_quad_masked = `fn blend_quad_masked(sum: Quad, value: Quad, weight: Four, shows: vec4<bool>) -> Quad {
  var blended: Quad;
  blended.a = blend_masked(sum.a, value.a, weight, shows);
  if (CHANNELS > 1u) {
    blended.b = blend_masked(sum.b, value.b, weight, shows);
    blended.c = blend_masked(sum.c, value.c, weight, shows);
  }
  if (CHANNELS > 3u) {
    blended.d = blend_masked(sum.d, value.d, weight, shows);
  }
  return blended;
}`;
const fn_blend_masked = `fn blend_masked(sum: Four, value: Four, weight: Four, shows: vec4<bool>) -> Four {
  return select(sum, sum + value * weight, shows);
}`;
const fn_write_quad = `fn write_quad(row: u32, index: u32, sum: Quad) {
  let plane = chunk.pixels >> 2u;
  let base = row * plane * CHANNELS;
  let a = finish_four(sum.a, chunk.scale.x, chunk.bias.x);
  if (CHANNELS == 1u) {
    write_four(base + index, a);
    return;
  }
  let b = finish_four(sum.b, chunk.scale.y, chunk.bias.y);
  let c = finish_four(sum.c, chunk.scale.z, chunk.bias.z);
  let d = finish_four(sum.d, chunk.scale.w, chunk.bias.w);
  if (OUT_NCHW) {
    write_four(base + index, a);
    write_four(base + plane + index, b);
    write_four(base + 2u * plane + index, c);
    if (CHANNELS > 3u) {
      write_four(base + 3u * plane + index, d);
    }
  } else if (CHANNELS == 3u) {
    write_four(base + 3u * index, Four(a.x, b.x, c.x, a.y));
    write_four(base + 3u * index + 1u, Four(b.y, c.y, a.z, b.z));
    write_four(base + 3u * index + 2u, Four(c.z, a.w, b.w, c.w));
  } else {
    write_four(base + 4u * index, Four(a.x, b.x, c.x, d.x));
    write_four(base + 4u * index + 1u, Four(a.y, b.y, c.y, d.y));
    write_four(base + 4u * index + 2u, Four(a.z, b.z, c.z, d.z));
    write_four(base + 4u * index + 3u, Four(a.w, b.w, c.w, d.w));
  }
}`;
const fn_finish_four = `fn finish_four(sum: Four, scale: f32, bias: f32) -> Four {
  return sum * scale + bias;
}`;
const fn_write_four = `fn write_four(unit: u32, value: vec4f) {
  images[unit] = value;
}`;
const var_images = `@group(0) @binding(5) var<storage, read_write> images: array<vec4f>;`;
const override_OUT_NCHW = `override OUT_NCHW: bool = false;`;
const fn_write_four_v2 = `fn write_four(unit: u32, value: vec4f) {
  images[2u * unit] = pack2x16float(value.xy);
  images[2u * unit + 1u] = pack2x16float(value.zw);
}`;
const var_images_v2 = `@group(0) @binding(5) var<storage, read_write> images: array<u32>;`;
const alias_Four_v2 = `alias Four = vec4u;`;
const alias_Weight_v2 = `alias Weight = u32;`;
const fn_to_four_v2 = `fn to_four(raw: vec4u) -> Four {
  return raw;
}`;
const fn_to_weight_v2 = `fn to_weight(weight: f32) -> Weight {
  return weight_24(weight);
}`;
const fn_weight_24 = `fn weight_24(weight: f32) -> u32 {
  return u32(weight * 16777216.0);
}`;
const fn_to_sum_v2 = `fn to_sum(value: Four) -> Four {
  return value * to_weight(1.0);
}`;
const fn_mask_four_v2 = `fn mask_four(weight: Four, part: vec4u) -> Four {
  return select((weight >> vec4u(8u)) * part, weight, part == vec4u(256u));
}`;
const fn_finish_four_v2 = `fn finish_four(sum: Four, scale: f32, bias: f32) -> Four {
  return (sum + HALF) >> vec4u(24u);
}`;
const const_HALF = `const HALF = 0x800000u;`;
const fn_write_four_v3 = `fn write_four(unit: u32, value: vec4u) {
  images[unit] = value.x | (value.y << 8u) | (value.z << 16u) | (value.w << 24u);
}`;
const fn_to_four_v3 = `fn to_four(raw: vec4f) -> Four {
  return raw;
}`;
const fn_read_four_v2 = `fn read_four(page: u32, unit: u32) -> vec4f {
  if (PAGES > 1u) {
    switch (page) {
      case 1u: {
        return page_1[unit];
      }
      case 2u: {
        return page_2[unit];
      }
      case 3u: {
        return page_3[unit];
      }
      default: { }
    }
  }
  return page_0[unit];
}`;
const var_page_1_v2 = `@group(0) @binding(2) var<storage, read> page_1: array<vec4f>;`;
const var_page_2_v2 = `@group(0) @binding(3) var<storage, read> page_2: array<vec4f>;`;
const var_page_3_v2 = `@group(0) @binding(4) var<storage, read> page_3: array<vec4f>;`;
const var_page_0_v2 = `@group(0) @binding(1) var<storage, read> page_0: array<vec4f>;`;
const fn_to_four_v4 = `fn to_four(raw: vec4f) -> Four {
  return to_fixed_four(raw);
}`;
const fn_to_fixed_four = `fn to_fixed_four(value: vec4f) -> vec4u {
  let unit = clamp(unit_four(value), vec4f(0.0), vec4f(1.0));
  return (vec4u(unit * 16777216.0) * 255u + vec4u(32768u)) >> vec4u(16u);
}`;
const fn_unit_four = `fn unit_four(value: vec4f) -> vec4f {
  return (value - vec4f(chunk.low)) * chunk.inverse_range;
}`;
const fn_to_weight_v3 = `fn to_weight(weight: f32) -> Weight {
  return weight_16(weight);
}`;
const fn_weight_16 = `fn weight_16(weight: f32) -> u32 {
  return u32(weight * 65536.0);
}`;
const fn_read_four_v3 = `fn read_four(page: u32, unit: u32) -> vec4f {
  return vec4f(unpack2x16float(read_word(page, 2u * unit)), unpack2x16float(read_word(page, 2u * unit + 1u)));
}`;
const fn_read_quad_v2 = `fn read_quad(page: u32, picture: u32, index: u32) -> Quad {
  let base = picture * chunk.pixels + 4u * index;
  let u = to_four(read_pixel(base));
  let v = to_four(read_pixel(base + 1u));
  let w = to_four(read_pixel(base + 2u));
  let z = to_four(read_pixel(base + 3u));
  return Quad(Four(u.x, v.x, w.x, z.x), Four(u.y, v.y, w.y, z.y), Four(u.z, v.z, w.z, z.z), Four(u.w, v.w, w.w, z.w));
}`;
const fn_read_pixel = `fn read_pixel(index: u32) -> vec4u {
  return (vec4u(page_0[index]) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
}`;
const fn_read_pixel_v2 = `fn read_pixel(index: u32) -> vec4f {
  return page_0[index];
}`;
const fn_mix_elements = `@compute @workgroup_size(WORKGROUP_SIZE)
fn mix_elements(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let word = (group.y * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  let elements = chunk.pixels * chunk.channels;
  let total = chunk.row_count * elements;
  {
    if (word < total) {
      images[chunk.first_row * elements + word] = mix_element(word);
    }
  }
}`;
const var_images_v3 = `@group(0) @binding(5) var<storage, read_write> images: array<f32>;`;
const fn_mix_element = `fn mix_element(index: u32) -> One {
  let elements = chunk.pixels * chunk.channels;
  let row = index / elements;
  let rest = index - row * elements;
  var pixel: u32;
  var channel: u32;
  if (OUT_NCHW) {
    channel = rest / chunk.pixels;
    pixel = rest - channel * chunk.pixels;
  } else {
    pixel = rest / chunk.channels;
    channel = rest - pixel * chunk.channels;
  }
  let y = pixel / chunk.width;
  let x = pixel - y * chunk.width;
  let base = row * chunk.sources;
  var sum: One;
  for (var leaf = 0u; leaf < chunk.sources; leaf++) {
    let slot = chunk.slots[base + leaf];
    if (slot.weight > 0.0 && shows_at(base, leaf, x, y)) {
      var masked = to_weight(slot.weight);
      if (MASKS) {
        masked = masked_one(base, leaf, pixel, masked);
        if (masked == One()) {
          continue;
        }
      }
      let value = to_one(read_value(slot.source >> PAGE_SHIFT, slot.source & PAGE_INDEX, pixel, channel));
      sum = blend_one(sum, value, masked);
    }
  }
  let affine_c = affine[channel];
  return finish_one(sum, affine_c.x, affine_c.y);
}`;
const alias_One = `alias One = f32;`;
const fn_shows_at = `fn shows_at(base: u32, leaf: u32, x: u32, y: u32) -> bool {
  var shows = true;
  for (var node = chunk.sources + leaf; node > 1u; node >>= 1u) {
    let box_x = chunk.slots[base + (node >> 1u)].box_x;
    if (box_x != NO_BOX && box_x != MASK_BOX) {
      let box_y = chunk.slots[base + (node >> 1u)].box_y;
      let inside = x >= (box_x & 0xffffu) && x < (box_x >> 16u) && y >= (box_y & 0xffffu) && y < (box_y >> 16u);
      shows = shows && (inside == ((node & 1u) == 1u));
    }
  }
  return shows;
}`;
const fn_masked_one = `fn masked_one(base: u32, leaf: u32, pixel: u32, weight: One) -> One {
  var masked = weight;
  for (var node = chunk.sources + leaf; node > 1u; node >>= 1u) {
    let slot = chunk.slots[base + (node >> 1u)];
    if (slot.box_x == MASK_BOX) {
      let byte = (mask_word(slot.box_y, pixel >> 2u) >> (8u * (pixel & 3u))) & 255u;
      let partner = byte + (byte >> 7u);
      masked = mask_one(masked, select(WHOLE - partner, partner, (node & 1u) == 1u));
    }
  }
  return masked;
}`;
const fn_mask_one = `fn mask_one(weight: One, part: u32) -> One {
  return weight * (f32(part) * 0.00390625);
}`;
const fn_to_one = `fn to_one(raw: u32) -> One {
  return f32(raw);
}`;
const fn_read_value = `fn read_value(page: u32, picture: u32, pixel: u32, channel: u32) -> u32 {
  return read_one(page, picture * chunk.pixels * chunk.channels + offset_of(pixel, channel));
}`;
const fn_read_one = `fn read_one(page: u32, index: u32) -> u32 {
  return (read_word(page, index >> 2u) >> ((index & 3u) * 8u)) & 255u;
}`;
const fn_offset_of = `fn offset_of(pixel: u32, channel: u32) -> u32 {
  return select(pixel * chunk.channels + channel, channel * chunk.pixels + pixel, IN_NCHW);
}`;
const fn_blend_one = `fn blend_one(sum: One, value: One, weight: Weight) -> One {
  return sum + value * weight;
}`;
const var_affine = `@group(0) @binding(6) var<storage, read> affine: array<vec2f>;`;
const fn_finish_one = `fn finish_one(sum: One, scale: f32, bias: f32) -> One {
  return sum * scale + bias;
}`;
const fn_mix_elements_v2 = `@compute @workgroup_size(WORKGROUP_SIZE)
fn mix_elements(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let word = (group.y * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  let elements = chunk.pixels * chunk.channels;
  let total = chunk.row_count * elements;
  {
    if (2u * word < total) {
      var pair = vec2f(mix_element(2u * word), 0.0);
      if (2u * word + 1u < total) {
        pair.y = mix_element(2u * word + 1u);
      }
      images[chunk.first_row * elements / 2u + word] = pack2x16float(pair);
    }
  }
}`;
const fn_mix_elements_v3 = `@compute @workgroup_size(WORKGROUP_SIZE)
fn mix_elements(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let word = (group.y * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  let elements = chunk.pixels * chunk.channels;
  let total = chunk.row_count * elements;
  {
    if (4u * word < total) {
      var bytes = mix_element(4u * word);
      for (var k = 1u; k < 4u && 4u * word + k < total; k++) {
        bytes |= mix_element(4u * word + k) << (8u * k);
      }
      images[chunk.first_row * elements / 4u + word] = bytes;
    }
  }
}`;
const alias_One_v2 = `alias One = u32;`;
const fn_mask_one_v2 = `fn mask_one(weight: One, part: u32) -> One {
  return select((weight >> 8u) * part, weight, part == 256u);
}`;
const fn_to_one_v2 = `fn to_one(raw: u32) -> One {
  return raw;
}`;
const fn_finish_one_v2 = `fn finish_one(sum: One, scale: f32, bias: f32) -> One {
  return (sum + HALF) >> 24u;
}`;
const fn_to_one_v3 = `fn to_one(raw: f32) -> One {
  return raw;
}`;
const fn_read_value_v2 = `fn read_value(page: u32, picture: u32, pixel: u32, channel: u32) -> f32 {
  return read_one(page, picture * chunk.pixels * chunk.channels + offset_of(pixel, channel));
}`;
const fn_read_one_v2 = `fn read_one(page: u32, index: u32) -> f32 {
  if (PAGES > 1u) {
    switch (page) {
      case 1u: {
        return page_1[index];
      }
      case 2u: {
        return page_2[index];
      }
      case 3u: {
        return page_3[index];
      }
      default: { }
    }
  }
  return page_0[index];
}`;
const var_page_1_v3 = `@group(0) @binding(2) var<storage, read> page_1: array<f32>;`;
const var_page_2_v3 = `@group(0) @binding(3) var<storage, read> page_2: array<f32>;`;
const var_page_3_v3 = `@group(0) @binding(4) var<storage, read> page_3: array<f32>;`;
const var_page_0_v3 = `@group(0) @binding(1) var<storage, read> page_0: array<f32>;`;
const fn_to_one_v4 = `fn to_one(raw: f32) -> One {
  return to_fixed(raw);
}`;
const fn_to_fixed = `fn to_fixed(value: f32) -> u32 {
  let unit = clamp(unit_one(value), 0.0, 1.0);
  return (u32(unit * 16777216.0) * 255u + 32768u) >> 16u;
}`;
const fn_unit_one = `fn unit_one(value: f32) -> f32 {
  return (value - chunk.low) * chunk.inverse_range;
}`;
const fn_read_one_v3 = `fn read_one(page: u32, index: u32) -> f32 {
  let pair = unpack2x16float(read_word(page, index >> 1u));
  return select(pair.x, pair.y, (index & 1u) == 1u);
}`;
const fn_read_value_v3 = `fn read_value(page: u32, picture: u32, pixel: u32, channel: u32) -> u32 {
  return read_pixel(picture * chunk.pixels + pixel)[channel];
}`;
const fn_read_value_v4 = `fn read_value(page: u32, picture: u32, pixel: u32, channel: u32) -> f32 {
  return read_pixel(picture * chunk.pixels + pixel)[channel];
}`;
const fn_tone = `@compute @workgroup_size(TONE_LANES)
fn tone(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let picture = listed_picture(group.y);
  let record = read_record(picture);
  if (record.call_count == 0u || !is_tone(program[record.first_call].x)) {
    return;
  }
  let call = record.first_call;
  let args = Args(program[call + 1u], program[call + 2u]);
  let base = picture * TONE_BLOCK;
  fetched_picture = record.source;
  _ = begin_picture(picture);
  clear_counts(lane);
  workgroupBarrier();
  {
    count_levels(lane, mean_of(program[call].x, args));
  }
  workgroupBarrier();
  {
    if (COUNTS) {
      sum_up(lane);
    }
  }
  for (var level = lane; level < LEVELS; level += TONE_LANES) {
    var levels = 0u;
    for (var channel = 0u; channel < 3u; channel++) {
      levels |= make_table(program[call].x, channel, level, args) << (8u * channel);
    }
    tables[base + level] = levels;
  }
}`;
const const_TONE_LANES = `const TONE_LANES = 256u;`;
const fn_listed_picture = `fn listed_picture(row: u32) -> u32 {
  let at = chunk.first_picture + row;
  let numbers = program[chunk.listed + (at >> 2u)];
  return numbers[at & 3u];
}`;
const var_chunk_v2 = `@group(0) @binding(0) var<uniform> chunk: AugmentChunk;`;
const struct_AugmentChunk = `struct AugmentChunk {
  in_width: u32,
  in_height: u32,
  out_width: u32,
  out_height: u32,
  channels: u32,
  records: u32,
  grid_width: u32,
  first_picture: u32,
  listed: u32,
  extents: u32,
  low: f32,
  inverse_range: f32,
}`;
const var_program = `@group(0) @binding(6) var<storage, read> program: array<vec4u>;`;
const fn_read_record = `fn read_record(picture: u32) -> Record {
  let head = program[chunk.records + picture * RECORD_STRIDE];
  return Record(head.x, head.y, head.z, head.w);
}`;
const struct_Record = `struct Record {
  source: u32,
  gather: u32,
  first_call: u32,
  call_count: u32,
}`;
const const_RECORD_STRIDE = `const RECORD_STRIDE = 5u;`;
const struct_Args = `struct Args {
  a: vec4u,
  b: vec4u,
}`;
const const_TONE_BLOCK = `const TONE_BLOCK = 268u;`;
const var_fetched_picture = `var<private> fetched_picture: u32;`;
const fn_begin_picture = `fn begin_picture(picture: u32) -> vec2u {
  if (RAGGED) {
    let extent = program[chunk.extents + picture];
    picture_extent = extent;
    return vec2u(extent.x & 0xffffu, extent.x >> 16u);
  }
  return vec2u(chunk.in_width, chunk.in_height);
}`;
const override_RAGGED = `override RAGGED: bool = false;`;
const var_picture_extent = `var<private> picture_extent: vec4u;`;
const fn_clear_counts = `fn clear_counts(lane: u32) {
  for (var index = lane; index < 3u * LEVELS; index += TONE_LANES) {
    atomicStore(&level_sums[index], 0u);
  }
  if (lane < 3u) {
    atomicStore(&last_levels[lane], 0u);
    atomicStore(&least_counts[lane], 0xffffffffu);
    atomicStore(&mean_totals[lane], 0u);
  }
}`;
const const_LEVELS = `const LEVELS = 256u;`;
const var_level_sums = `var<workgroup> level_sums: array<atomic<u32>, 768>;`;
const var_last_levels = `var<workgroup> last_levels: array<atomic<u32>, 3>;`;
const var_least_counts = `var<workgroup> least_counts: array<atomic<u32>, 3>;`;
const var_mean_totals = `var<workgroup> mean_totals: array<atomic<u32>, 3>;`;
const fn_count_levels = `fn count_levels(lane: u32, rule: u32) {
  let pixels = pixel_count();
  let width = in_size().x;
  var totals = vec3u();
  for (var index = lane; index < pixels; index += TONE_LANES) {
    let line = index / width;
    let v = fetch_u8(i32(index - line * width), i32(line));
    let level = vec3u(v.xyz);
    if (MEANS) {
      totals += select(vec3u(u32(grey_u8(v, rule, chunk.channels))), level, rule == CHANNEL_MEAN);
    }
    if (COUNTS) {
      atomicAdd(&level_sums[level.x], 1u);
      atomicAdd(&level_sums[LEVELS + level.y], 1u);
      atomicAdd(&level_sums[2u * LEVELS + level.z], 1u);
    }
  }
  if (MEANS) {
    for (var channel = 0u; channel < 3u; channel++) {
      atomicAdd(&mean_totals[channel], totals[channel]);
    }
  }
}`;
const fn_pixel_count = `fn pixel_count() -> u32 {
  let size = in_size();
  return size.x * size.y;
}`;
const fn_in_size = `fn in_size() -> vec2u {
  if (RAGGED) {
    return vec2u(picture_extent.x & 0xffffu, picture_extent.x >> 16u);
  }
  return vec2u(chunk.in_width, chunk.in_height);
}`;
const fn_fetch_u8 = `fn fetch_u8(x: i32, y: i32) -> vec4i {
  let size = input_size();
  let pixel = u32(clamp(y, 0, size.y - 1) * size.x + clamp(x, 0, size.x - 1));
  let plane = u32(size.x * size.y);
  let page = fetched_picture >> PAGE_SHIFT;
  let first = in_first(fetched_picture & PAGE_INDEX, plane * chunk.channels);
  let stride = select(1u, plane, IN_NCHW);
  let at = first + select(pixel * chunk.channels, pixel, IN_NCHW);
  var value = vec4i(0, 0, 0, 255);
  for (var channel = 0u; channel < 4u; channel++) {
    if (channel < chunk.channels) {
      value[channel] = i32(read_byte(page, at + channel * stride));
    }
  }
  if (chunk.channels == 1u) {
    value = vec4i(value.xxx, 255);
  }
  return value;
}`;
const fn_input_size = `fn input_size() -> vec2i {
  return vec2i(in_size());
}`;
const fn_in_first = `fn in_first(index: u32, size: u32) -> u32 {
  if (RAGGED) {
    return picture_extent.z;
  }
  return index * size;
}`;
const fn_read_byte = `fn read_byte(page: u32, index: u32) -> u32 {
  return (read_word(page, index >> 2u) >> ((index & 3u) * 8u)) & 255u;
}`;
const override_MEANS = `override MEANS: bool = true;`;
const fn_grey_u8 = `fn grey_u8(v: vec4i, weights: u32, channels: u32) -> i32 {
  if (channels == 1u) {
    return v.x;
  }
  if (weights == GREY_TORCHVISION) {
    return (2989 * v.x + 5870 * v.y + 1140 * v.z) / 10000;
  }
  return (19595 * v.x + 38470 * v.y + 7471 * v.z + 32768) >> 16u;
}`;
const const_GREY_TORCHVISION = `const GREY_TORCHVISION = 1u;`;
const const_CHANNEL_MEAN = `const CHANNEL_MEAN = 2u;`;
const override_COUNTS = `override COUNTS: bool = true;`;
const fn_sum_up = `fn sum_up(lane: u32) {
  for (var level = lane; level < LEVELS; level += TONE_LANES) {
    for (var channel = 0u; channel < 3u; channel++) {
      let count = atomicLoad(&level_sums[channel * LEVELS + level]);
      if (count > 0u) {
        atomicMax(&last_levels[channel], level);
        atomicMin(&least_counts[channel], count);
      }
    }
  }
  workgroupBarrier();
  for (var part = lane; part < 3u * BLOCKS; part += TONE_LANES) {
    var sum = 0u;
    for (var i = 0u; i < BLOCK; i++) {
      sum += atomicLoad(&level_sums[part * BLOCK + i]);
      atomicStore(&level_sums[part * BLOCK + i], sum);
    }
  }
  workgroupBarrier();
  if (lane < 3u) {
    var before = 0u;
    for (var i = 0u; i < BLOCKS; i++) {
      block_starts[lane * BLOCKS + i] = before;
      before += atomicLoad(&level_sums[lane * LEVELS + i * BLOCK + BLOCK - 1u]);
    }
  }
  workgroupBarrier();
  for (var level = lane; level < LEVELS; level += TONE_LANES) {
    for (var channel = 0u; channel < 3u; channel++) {
      atomicAdd(&level_sums[channel * LEVELS + level], block_starts[channel * BLOCKS + level / BLOCK]);
    }
  }
  workgroupBarrier();
}`;
const const_BLOCKS = `const BLOCKS = LEVELS / BLOCK;`;
const const_BLOCK = `const BLOCK = 16u;`;
const var_block_starts = `var<workgroup> block_starts: array<u32, 48>;`;
const var_tables = `@group(0) @binding(7) var<storage, read_write> tables: array<u32>;`;
const fn_tone_v2 = `@compute @workgroup_size(TONE_LANES)
fn tone(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let picture = listed_picture(group.y);
  let record = read_record(picture);
  if (record.call_count == 0u || !is_tone(program[record.first_call].x)) {
    return;
  }
  let call = record.first_call;
  let args = Args(program[call + 1u], program[call + 2u]);
  let base = picture * TONE_BLOCK;
  fetched_picture = record.source;
  _ = begin_picture(picture);
  clear_counts(lane);
  workgroupBarrier();
  {
    measure(lane, base, mean_of(program[call].x, args));
  }
  workgroupBarrier();
  {
    sum_up(lane);
  }
  for (var level = lane; level < LEVELS; level += TONE_LANES) {
    var levels = 0u;
    for (var channel = 0u; channel < 3u; channel++) {
      levels |= make_table(program[call].x, channel, level, args) << (8u * channel);
    }
    tables[base + level] = levels;
  }
}`;
const fn_clear_counts_v2 = `fn clear_counts(lane: u32) {
  for (var index = lane; index < 3u * LEVELS; index += TONE_LANES) {
    atomicStore(&level_sums[index], 0u);
  }
  if (lane < 3u) {
    atomicStore(&last_levels[lane], 0u);
    atomicStore(&least_counts[lane], 0xffffffffu);
    atomicStore(&mean_totals[lane], 0u);
  }
  {
    if (lane < 4u) {
      atomicStore(&lowest_values[lane], 0xffffffffu);
      atomicStore(&highest_values[lane], 0u);
    }
  }
}`;
const var_lowest_values = `var<workgroup> lowest_values: array<atomic<u32>, 4>;`;
const var_highest_values = `var<workgroup> highest_values: array<atomic<u32>, 4>;`;
const fn_measure = `fn measure(lane: u32, base: u32, rule: u32) {
  let pixels = pixel_count();
  let width = in_size().x;
  var lowest = fetch_f32(0, 0);
  var highest = lowest;
  for (var sum = lane; sum < LEVELS; sum += TONE_LANES) {
    var totals = vec3f();
    for (var index = sum; index < pixels; index += LEVELS) {
      let line = index / width;
      let v = fetch_f32(i32(index - line * width), i32(line));
      totals += select(vec3f(grey_f32(v, chunk.channels)), v.xyz, rule == CHANNEL_MEAN);
      lowest = min(lowest, v);
      highest = max(highest, v);
      let level = vec4u(clamp(v, vec4f(0.0), vec4f(1.0)) * 255.999);
      for (var channel = 0u; channel < 3u; channel++) {
        atomicAdd(&level_sums[channel * LEVELS + level[channel]], 1u);
      }
    }
    partial_sums[sum] = totals;
  }
  for (var channel = 0u; channel < 4u; channel++) {
    atomicMin(&lowest_values[channel], ordered(lowest[channel]));
    atomicMax(&highest_values[channel], ordered(highest[channel]));
  }
  for (var reach = LEVELS / 2u; reach > 0u; reach >>= 1u) {
    workgroupBarrier();
    for (var sum = lane; sum < reach; sum += TONE_LANES) {
      partial_sums[sum] += partial_sums[sum + reach];
    }
  }
  workgroupBarrier();
  if (lane < 4u) {
    tables[base + TONE_LOW + lane] = bits_of(atomicLoad(&lowest_values[lane]));
    tables[base + TONE_HIGH + lane] = bits_of(atomicLoad(&highest_values[lane]));
  }
  if (lane < 3u) {
    tables[base + TONE_MEAN + lane] = bitcast<u32>(partial_sums[0][lane] / f32(pixels));
  }
}`;
const fn_fetch_f32 = `fn fetch_f32(x: i32, y: i32) -> vec4f {
  let size = input_size();
  let pixel = u32(clamp(y, 0, size.y - 1) * size.x + clamp(x, 0, size.x - 1));
  let plane = u32(size.x * size.y);
  let page = fetched_picture >> PAGE_SHIFT;
  let first = in_first(fetched_picture & PAGE_INDEX, plane * chunk.channels);
  let stride = select(1u, plane, IN_NCHW);
  let at = first + select(pixel * chunk.channels, pixel, IN_NCHW);
  var value = vec4f(0.0, 0.0, 0.0, 1.0);
  for (var channel = 0u; channel < 4u; channel++) {
    if (channel < chunk.channels) {
      value[channel] = to_unit(read_one(page, at + channel * stride));
    }
  }
  if (chunk.channels == 1u) {
    value = vec4f(value.xxx, 1.0);
  }
  return value;
}`;
const fn_to_unit = `fn to_unit(value: f32) -> f32 {
  return (value - chunk.low) * chunk.inverse_range;
}`;
const fn_grey_f32 = `fn grey_f32(v: vec4f, channels: u32) -> f32 {
  if (channels == 1u) {
    return v.x;
  }
  return 0.2989 * v.x + 0.587 * v.y + 0.114 * v.z;
}`;
const var_partial_sums = `var<workgroup> partial_sums: array<vec3f, LEVELS>;`;
const fn_ordered = `fn ordered(value: f32) -> u32 {
  let bits = bitcast<u32>(value);
  return select(bits | 0x80000000u, ~bits, bits >= 0x80000000u);
}`;
const const_TONE_LOW = `const TONE_LOW = 256u;`;
const fn_bits_of = `fn bits_of(number: u32) -> u32 {
  return select(~number, number & 0x7fffffffu, number >= 0x80000000u);
}`;
const const_TONE_HIGH = `const TONE_HIGH = 260u;`;
const const_TONE_MEAN = `const TONE_MEAN = 264u;`;
const fn_fetch_u8_v2 = `fn fetch_u8(x: i32, y: i32) -> vec4i {
  let size = input_size();
  let pixel = u32(clamp(y, 0, size.y - 1) * size.x + clamp(x, 0, size.x - 1));
  let word = page_0[in_first(fetched_picture & PAGE_INDEX, u32(size.x * size.y)) + pixel];
  return vec4i((vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u));
}`;
const fn_fetch_f32_v2 = `fn fetch_f32(x: i32, y: i32) -> vec4f {
  let size = input_size();
  let pixel = u32(clamp(y, 0, size.y - 1) * size.x + clamp(x, 0, size.x - 1));
  return page_0[in_first(fetched_picture & PAGE_INDEX, u32(size.x * size.y)) + pixel];
}`;
const fn_augment = `@compute @workgroup_size(WORKGROUP_SIZE)
fn augment(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  let picture = listed_picture(group.y);
  let record = begin_segment(picture);
  let size = out_size();
  let area = size.x * size.y;
  if (index >= area) {
    return;
  }
  let y = index / size.x;
  let at = At(index - y * size.x, y, size.x, size.y, chunk.channels);
  let value = segment_pixel(picture, record, at);
  {
    let bytes = vec4u(value) << vec4u(0u, 8u, 16u, 24u);
    pixels[out_first(picture, area) + index] = bytes.x | bytes.y | bytes.z | bytes.w;
  }
}`;
const fn_begin_segment = `fn begin_segment(picture: u32) -> Record {
  let record = read_record(picture);
  {
    _ = begin_picture(picture);
  }
  fetched_picture = record.source;
  tone_base = picture * TONE_BLOCK;
  return record;
}`;
const var_tone_base = `var<private> tone_base: u32;`;
const fn_out_size = `fn out_size() -> vec2u {
  if (RAGGED) {
    return vec2u(picture_extent.y & 0xffffu, picture_extent.y >> 16u);
  }
  return vec2u(chunk.out_width, chunk.out_height);
}`;
const struct_At = `struct At {
  x: u32,
  y: u32,
  width: u32,
  height: u32,
  channels: u32,
}`;
const fn_segment_pixel = `fn segment_pixel(picture: u32, record: Record, at: At) -> Value {
  return apply_calls(record, read_pixel_at(picture, record, at), at);
}`;
const alias_Value = `alias Value = vec4i;`;
const fn_apply_calls = `fn apply_calls(record: Record, raw: Value, at: At) -> Value {
  var value = raw;
  for (var call = 0u; call < record.call_count; call++) {
    let words = record.first_call + call * CALL_STRIDE;
    let args = Args(program[words + 1u], program[words + 2u]);
    {
      value = apply_color_u8(program[words].x, value, args, at);
    }
  }
  return value;
}`;
const const_CALL_STRIDE = `const CALL_STRIDE = 3u;`;
const fn_read_pixel_at = `fn read_pixel_at(picture: u32, record: Record, at: At) -> Value {
  let kind = record.gather & GATHER_MASK;
  var value: Value;
  if (kind == GATHER_NONE) {
    {
      value = fetch_u8(i32(at.x), i32(at.y));
    }
  } else if (kind == GATHER_WARP) {
    let warp = read_warp(read_gather(picture));
    {
      value = apply_warp_u8(warp, at);
    }
  } else if (kind == GATHER_STENCIL) {
    let args = gather_args(read_gather(picture));
    {
      value = gather_stencil_u8(record.gather >> GATHER_SHIFT, args, at);
    }
  }
  return value;
}`;
const const_GATHER_MASK = `const GATHER_MASK = 255u;`;
const const_GATHER_NONE = `const GATHER_NONE = 0u;`;
const const_GATHER_WARP = `const GATHER_WARP = 1u;`;
const fn_read_warp = `fn read_warp(record: Gather) -> Warp {
  return Warp(record.a.xyz, vec3u(record.a.w, record.b.x, record.b.y), record.b.z, record.b.w, record.c.x, record.c.yzw, record.d);
}`;
const struct_Gather = `struct Gather {
  a: vec4u,
  b: vec4u,
  c: vec4u,
  d: vec4u,
}`;
const struct_Warp = `struct Warp {
  x: vec3u,
  y: vec3u,
  low: u32,
  lower: u32,
  flags: u32,
  below: vec3u,
  fill: vec4u,
}`;
const fn_read_gather = `fn read_gather(picture: u32) -> Gather {
  let at = chunk.records + picture * RECORD_STRIDE;
  return Gather(program[at + 1u], program[at + 2u], program[at + 3u], program[at + 4u]);
}`;
const const_GATHER_STENCIL = `const GATHER_STENCIL = 2u;`;
const fn_gather_args = `fn gather_args(gather: Gather) -> Args {
  return Args(gather.a, gather.b);
}`;
const const_GATHER_SHIFT = `const GATHER_SHIFT = 8u;`;
const var_pixels = `@group(0) @binding(5) var<storage, read_write> pixels: array<u32>;`;
const fn_out_first = `fn out_first(index: u32, size: u32) -> u32 {
  if (RAGGED) {
    return picture_extent.w;
  }
  return index * size;
}`;
const struct_Place = `struct Place {
  x: i32,
  y: i32,
  valid: bool,
}`;
const var_tables_v2 = `@group(0) @binding(7) var<storage, read> tables: array<u32>;`;
const fn_fetch_inside_u8 = `fn fetch_inside_u8(x: i32, y: i32) -> vec4i {
  return fetch_u8(x, y);
}`;
const fn_augment_v2 = `@compute @workgroup_size(WORKGROUP_SIZE)
fn augment(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  let picture = listed_picture(group.y);
  let record = begin_segment(picture);
  let size = out_size();
  let area = size.x * size.y;
  if (index >= area) {
    return;
  }
  let y = index / size.x;
  let at = At(index - y * size.x, y, size.x, size.y, chunk.channels);
  let value = segment_pixel(picture, record, at);
  {
    pixels[out_first(picture, area) + index] = value;
  }
}`;
const alias_Value_v2 = `alias Value = vec4f;`;
const fn_apply_calls_v2 = `fn apply_calls(record: Record, raw: Value, at: At) -> Value {
  var value = raw;
  for (var call = 0u; call < record.call_count; call++) {
    let words = record.first_call + call * CALL_STRIDE;
    let args = Args(program[words + 1u], program[words + 2u]);
    {
      value = apply_color_f32(program[words].x, value, args, at);
    }
  }
  return value;
}`;
const fn_read_pixel_at_v2 = `fn read_pixel_at(picture: u32, record: Record, at: At) -> Value {
  let kind = record.gather & GATHER_MASK;
  var value: Value;
  if (kind == GATHER_NONE) {
    {
      value = fetch_f32(i32(at.x), i32(at.y));
    }
  } else if (kind == GATHER_WARP) {
    let warp = read_warp(read_gather(picture));
    {
      value = apply_warp_f32(warp, at);
    }
  } else if (kind == GATHER_STENCIL) {
    let args = gather_args(read_gather(picture));
    {
      value = gather_stencil_f32(record.gather >> GATHER_SHIFT, args, at);
    }
  }
  return value;
}`;
const var_pixels_v2 = `@group(0) @binding(5) var<storage, read_write> pixels: array<vec4f>;`;
const fn_fetch_inside_u8_v2 = `fn fetch_inside_u8(x: i32, y: i32) -> vec4i {
  let size = input_size();
  let word = page_0[in_first(fetched_picture & PAGE_INDEX, u32(size.x * size.y)) + u32(y * size.x + x)];
  return vec4i((vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u));
}`;
const fn_tile = `@compute @workgroup_size(WORKGROUP_SIZE)
fn tile(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let picture = listed_picture(group.y);
  let record = read_record(picture);
  let size = begin_picture(picture);
  let tiles_across = (size.x + TILE_SIDE - 1u) / TILE_SIDE;
  let index = group.z * chunk.grid_width + group.x;
  let left = TILE_SIDE * (index % tiles_across);
  let top = TILE_SIDE * (index / tiles_across);
  if ((record.gather & GATHER_MASK) != GATHER_TILE || top >= size.y) {
    return;
  }
  fetched_picture = record.source;
  let args = gather_args(read_gather(picture));
  let place = Tile(left, top, size.x, size.y, chunk.channels);
  let cell = make_tile_u8(record.gather >> GATHER_SHIFT, args, place, lane);
  for (var i = 0u; i < 4u; i++) {
    let x = left + 2u * (lane & 7u) + (i & 1u);
    let y = top + 2u * (lane >> 3u) + (i >> 1u);
    if (x < size.x && y < size.y) {
      let at = out_first(picture, size.x * size.y) + y * size.x + x;
      {
        let bytes = vec4u(cell[i]) << vec4u(0u, 8u, 16u, 24u);
        pixels[at] = bytes.x | bytes.y | bytes.z | bytes.w;
      }
    }
  }
}`;
const const_TILE_SIDE = `const TILE_SIDE = 16u;`;
const const_GATHER_TILE = `const GATHER_TILE = 3u;`;
const struct_Tile = `struct Tile {
  x: u32,
  y: u32,
  width: u32,
  height: u32,
  channels: u32,
}`;
const fn_tile_v2 = `@compute @workgroup_size(WORKGROUP_SIZE)
fn tile(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let picture = listed_picture(group.y);
  let record = read_record(picture);
  let size = begin_picture(picture);
  let tiles_across = (size.x + TILE_SIDE - 1u) / TILE_SIDE;
  let index = group.z * chunk.grid_width + group.x;
  let left = TILE_SIDE * (index % tiles_across);
  let top = TILE_SIDE * (index / tiles_across);
  if ((record.gather & GATHER_MASK) != GATHER_TILE || top >= size.y) {
    return;
  }
  fetched_picture = record.source;
  let args = gather_args(read_gather(picture));
  let place = Tile(left, top, size.x, size.y, chunk.channels);
  let cell = make_tile_f32(record.gather >> GATHER_SHIFT, args, place, lane);
  for (var i = 0u; i < 4u; i++) {
    let x = left + 2u * (lane & 7u) + (i & 1u);
    let y = top + 2u * (lane >> 3u) + (i >> 1u);
    if (x < size.x && y < size.y) {
      let at = out_first(picture, size.x * size.y) + y * size.x + x;
      {
        pixels[at] = cell[i];
      }
    }
  }
}`;
const fn_op_quads = `@compute @workgroup_size(WORKGROUP_SIZE)
fn op_quads(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let first = 4u * ((group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane);
  let area = chunk.out_width * chunk.out_height;
  if (first >= area) {
    return;
  }
  let picture = listed_picture(group.y);
  let base = picture * area + first;
  {
    fetched_picture = read_record(picture).source;
    unpack_four(base, first, area);
  }
}`;
const fn_unpack_four = `fn unpack_four(base: u32, first: u32, area: u32) {
  if (WHOLE) {
    let words = four_words(first);
    pixels[base] = words.x;
    pixels[base + 1u] = words.y;
    pixels[base + 2u] = words.z;
    pixels[base + 3u] = words.w;
  } else {
    for (var k = 0u; k < 4u; k++) {
      if (first + k < area) {
        let y = (first + k) / chunk.in_width;
        pixels[base + k] = packed(fetch_u8(i32(first + k - y * chunk.in_width), i32(y)));
      }
    }
  }
}`;
const override_WHOLE = `override WHOLE: bool = false;`;
const fn_four_words = `fn four_words(first: u32) -> vec4u {
  let plane = chunk.in_width * chunk.in_height;
  let page = fetched_picture >> PAGE_SHIFT;
  let base = ((fetched_picture & PAGE_INDEX) * plane * CHANNELS) >> 2u;
  if (CHANNELS == 1u) {
    return (bytes_of_word(read_word(page, base + (first >> 2u))) * 0x010101u) | vec4u(OPAQUE);
  }
  if (IN_NCHW) {
    let at = base + (first >> 2u);
    let stride = plane >> 2u;
    var words = bytes_of_word(read_word(page, at));
    words |= bytes_of_word(read_word(page, at + stride)) << vec4u(8u);
    words |= bytes_of_word(read_word(page, at + 2u * stride)) << vec4u(16u);
    if (CHANNELS == 3u) {
      return words | vec4u(OPAQUE);
    }
    return words | (bytes_of_word(read_word(page, at + 3u * stride)) << vec4u(24u));
  }
  let at = base + (first >> 2u) * CHANNELS;
  let u = read_word(page, at);
  let v = read_word(page, at + 1u);
  let w = read_word(page, at + 2u);
  if (CHANNELS == 3u) {
    return vec4u(u, (u >> 24u) | (v << 8u), (v >> 16u) | (w << 16u), w >> 8u) | vec4u(OPAQUE);
  }
  return vec4u(u, v, w, read_word(page, at + 3u));
}`;
const fn_bytes_of_word = `fn bytes_of_word(word: u32) -> vec4u {
  return (vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
}`;
const const_OPAQUE = `const OPAQUE = 0xff000000u;`;
const fn_packed = `fn packed(value: vec4i) -> u32 {
  let bytes = vec4u(value) << vec4u(0u, 8u, 16u, 24u);
  return bytes.x | bytes.y | bytes.z | bytes.w;
}`;
const fn_unpack_four_v2 = `fn unpack_four(base: u32, first: u32, area: u32) {
  for (var k = 0u; k < 4u; k++) {
    if (WHOLE || first + k < area) {
      let y = (first + k) / chunk.in_width;
      pixels[base + k] = fetch_f32(i32(first + k - y * chunk.in_width), i32(y));
    }
  }
}`;
const fn_op_quads_v2 = `@compute @workgroup_size(WORKGROUP_SIZE)
fn op_quads(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let first = 4u * ((group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane);
  let area = chunk.out_width * chunk.out_height;
  if (first >= area) {
    return;
  }
  let picture = listed_picture(group.y);
  let base = picture * area + first;
  {
    fetched_picture = picture;
    tone_base = picture * TONE_BLOCK;
    if (STEP == STEP_COPY || STEP == STEP_CURVE) {
      make_word(base, first, area);
      make_word(base + 1u, first + 1u, area);
      make_word(base + 2u, first + 2u, area);
      make_word(base + 3u, first + 3u, area);
    } else {
      make_pixels(picture, base, first, area);
    }
  }
}`;
const override_STEP = `override STEP: u32 = 0u;`;
const const_STEP_COPY = `const STEP_COPY = 0u;`;
const const_STEP_CURVE = `const STEP_CURVE = 1u;`;
const fn_make_word = `fn make_word(at: u32, index: u32, area: u32) {
  if (WHOLE || index < area) {
    {
      if (STEP == STEP_CURVE) {
        pixels[at] = tone_word(page_0[at]);
      } else {
        pixels[at] = page_0[at];
      }
    }
  }
}`;
const fn_tone_word = `fn tone_word(word: u32) -> u32 {
  return (tables[tone_base + (word & 255u)] & 0xffu) | (tables[tone_base + ((word >> 8u) & 255u)] & 0xff00u) | (tables[tone_base + ((word >> 16u) & 255u)] & 0xff0000u) | (word & 0xff000000u);
}`;
const fn_make_pixels = `fn make_pixels(picture: u32, base: u32, first: u32, area: u32) {
  var warp: Warp;
  var args: Args;
  var op: u32;
  if (STEP == STEP_WARP) {
    warp = read_warp(read_gather(picture));
  } else if (STEP == STEP_STENCIL) {
    args = gather_args(read_gather(picture));
    op = read_record(picture).gather >> GATHER_SHIFT;
  } else {
    let call = read_record(picture).first_call;
    op = program[call].x;
    args = Args(program[call + 1u], program[call + 2u]);
  }
  for (var k = 0u; k < 4u; k++) {
    let index = first + k;
    if (WHOLE || index < area) {
      let y = index / chunk.out_width;
      let at = At(index - y * chunk.out_width, y, chunk.out_width, chunk.out_height, chunk.channels);
      {
        var value: vec4i;
        if (STEP == STEP_WARP) {
          value = apply_warp_u8(warp, at);
        } else if (STEP == STEP_STENCIL) {
          value = gather_stencil_u8(op, args, at);
        } else {
          value = apply_color_u8(op, vec4i((vec4u(page_0[base + k]) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u)), args, at);
        }
        pixels[base + k] = packed(value);
      }
    }
  }
}`;
const const_STEP_WARP = `const STEP_WARP = 3u;`;
const const_STEP_STENCIL = `const STEP_STENCIL = 4u;`;
const fn_make_word_v2 = `fn make_word(at: u32, index: u32, area: u32) {
  if (WHOLE || index < area) {
    {
      pixels[at] = page_0[at];
    }
  }
}`;
const fn_make_pixels_v2 = `fn make_pixels(picture: u32, base: u32, first: u32, area: u32) {
  var warp: Warp;
  var args: Args;
  var op: u32;
  if (STEP == STEP_WARP) {
    warp = read_warp(read_gather(picture));
  } else if (STEP == STEP_STENCIL) {
    args = gather_args(read_gather(picture));
    op = read_record(picture).gather >> GATHER_SHIFT;
  } else {
    let call = read_record(picture).first_call;
    op = program[call].x;
    args = Args(program[call + 1u], program[call + 2u]);
  }
  for (var k = 0u; k < 4u; k++) {
    let index = first + k;
    if (WHOLE || index < area) {
      let y = index / chunk.out_width;
      let at = At(index - y * chunk.out_width, y, chunk.out_width, chunk.out_height, chunk.channels);
      {
        if (STEP == STEP_WARP) {
          pixels[base + k] = apply_warp_f32(warp, at);
        } else if (STEP == STEP_STENCIL) {
          pixels[base + k] = gather_stencil_f32(op, args, at);
        } else {
          pixels[base + k] = apply_color_f32(op, page_0[base + k], args, at);
        }
      }
    }
  }
}`;
const fn_curves = `@compute @workgroup_size(WORKGROUP_SIZE)
fn curves(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let picture = listed_picture(group.y);
  let record = read_record(picture);
  let level = group.x * WORKGROUP_SIZE + lane;
  let word = picture * TONE_BLOCK + level;
  let done = record.gather >> GATHER_SHIFT;
  var value = vec4i(vec3i(i32(level)), 255);
  if (done > 0u) {
    value = vec4i(vec3i((vec3u(tables[word]) >> vec3u(0u, 8u, 16u)) & vec3u(255u)), 255);
  }
  let at = At(0u, 0u, chunk.in_width, chunk.in_height, chunk.channels);
  for (var call = done; call < record.call_count; call++) {
    let words = record.first_call + call * CALL_STRIDE;
    value = apply_color_u8(program[words].x, value, Args(program[words + 1u], program[words + 2u]), at);
  }
  let bytes = vec3u(value.xyz) << vec3u(0u, 8u, 16u);
  tables[word] = bytes.x | bytes.y | bytes.z;
}`;
const fn_mix_augmented = `@compute @workgroup_size(WORKGROUP_SIZE)
fn mix_augmented(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  if (index >= chunk.pixels >> 2u) {
    return;
  }
  let base = group.y * SOURCES;
  let position = position_of(index);
  var sum: Quad;
  for (var leaf = 0u; leaf < SOURCES; leaf++) {
    let slot = chunk.slots[base + leaf];
    var shows = vec4<bool>(slot.weight > 0.0);
    if (BOXES) {
      shows = shows & shows_at_quad(base, leaf, position.x, position.y);
    }
    if (MASKS) {
      let weight = masked_four(base, leaf, index, Four(to_weight(slot.weight)));
      shows = shows & (weight > Four());
      if (any(shows)) {
        sum = blend_quad_masked(sum, segment_quad(slot.source, position, shows), weight, shows);
      }
    } else if (any(shows)) {
      sum = blend_quad(sum, segment_quad(slot.source, position, shows), to_weight(slot.weight), shows);
    }
  }
  write_quad(chunk.first_row + group.y, index, sum);
}`;
const var_chunk_v3 = `@group(0) @binding(0) var<uniform> chunk: FusedChunk;`;
const struct_FusedChunk = `struct FusedChunk {
  width: u32,
  height: u32,
  pixels: u32,
  sources: u32,
  first_row: u32,
  row_count: u32,
  grid_width: u32,
  records: u32,
  in_width: u32,
  in_height: u32,
  channels: u32,
  low: f32,
  inverse_range: f32,
  scratch_width: u32,
  scratch_height: u32,
  scratch_channels: u32,
  scale: vec4f,
  bias: vec4f,
  slots: array<MixSlot, MIX_SLOTS>,
}`;
const fn_mask_word_v2 = `fn mask_word(plane: u32, word: u32) -> u32 {
  return program[plane + (word >> 2u)][word & 3u];
}`;
const fn_segment_quad = `fn segment_quad(picture: u32, position: Position, shows: vec4<bool>) -> Quad {
  let record = begin_segment(picture);
  let channels = select(chunk.channels, chunk.scratch_channels, in_scratch());
  var quad: Quad;
  for (var i = 0u; i < 4u; i++) {
    if (!shows[i]) {
      continue;
    }
    let at = At(position.x[i], position.y[i], chunk.width, chunk.height, channels);
    let value = to_four(vec4u(segment_pixel(picture, record, at)));
    quad.a[i] = value.x;
    if (CHANNELS > 1u) {
      quad.b[i] = value.y;
      quad.c[i] = value.z;
    }
    if (CHANNELS > 3u) {
      quad.d[i] = value.w;
    }
  }
  return quad;
}`;
const fn_begin_segment_v2 = `fn begin_segment(picture: u32) -> Record {
  let record = read_record(picture);
  fetched_picture = record.source;
  tone_base = picture * TONE_BLOCK;
  return record;
}`;
const fn_in_scratch = `fn in_scratch() -> bool {
  return (fetched_picture >> PAGE_SHIFT) == SCRATCH_PAGE;
}`;
const override_SCRATCH_PAGE = `override SCRATCH_PAGE: u32 = 4u;`;
const fn_fetch_u8_v3 = `fn fetch_u8(x: i32, y: i32) -> vec4i {
  let size = input_size();
  let pixel = u32(clamp(y, 0, size.y - 1) * size.x + clamp(x, 0, size.x - 1));
  let plane = u32(size.x * size.y);
  let page = fetched_picture >> PAGE_SHIFT;
  {
    if (in_scratch()) {
      return read_scratch(page, (fetched_picture & PAGE_INDEX) * plane + pixel);
    }
  }
  let first = (fetched_picture & PAGE_INDEX) * plane * chunk.channels;
  let stride = select(1u, plane, IN_NCHW);
  let at = first + select(pixel * chunk.channels, pixel, IN_NCHW);
  var value = vec4i(0, 0, 0, 255);
  for (var channel = 0u; channel < 4u; channel++) {
    if (channel < chunk.channels) {
      value[channel] = i32(read_byte(page, at + channel * stride));
    }
  }
  if (chunk.channels == 1u) {
    value = vec4i(value.xxx, 255);
  }
  return value;
}`;
const fn_input_size_v2 = `fn input_size() -> vec2i {
  if (in_scratch()) {
    return vec2i(i32(chunk.scratch_width), i32(chunk.scratch_height));
  }
  return vec2i(i32(chunk.in_width), i32(chunk.in_height));
}`;
const fn_read_scratch = `fn read_scratch(page: u32, pixel: u32) -> vec4i {
  return vec4i((vec4u(read_word(page, pixel)) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u));
}`;
const fn_segment_quad_v2 = `fn segment_quad(picture: u32, position: Position, shows: vec4<bool>) -> Quad {
  let record = begin_segment(picture);
  let channels = select(chunk.channels, chunk.scratch_channels, in_scratch());
  var quad: Quad;
  for (var i = 0u; i < 4u; i++) {
    if (!shows[i]) {
      continue;
    }
    let at = At(position.x[i], position.y[i], chunk.width, chunk.height, channels);
    let value = to_four(segment_pixel(picture, record, at));
    quad.a[i] = value.x;
    if (CHANNELS > 1u) {
      quad.b[i] = value.y;
      quad.c[i] = value.z;
    }
    if (CHANNELS > 3u) {
      quad.d[i] = value.w;
    }
  }
  return quad;
}`;
const fn_fetch_f32_v3 = `fn fetch_f32(x: i32, y: i32) -> vec4f {
  let size = input_size();
  let pixel = u32(clamp(y, 0, size.y - 1) * size.x + clamp(x, 0, size.x - 1));
  let plane = u32(size.x * size.y);
  let page = fetched_picture >> PAGE_SHIFT;
  {
    if (in_scratch()) {
      return read_scratch(page, (fetched_picture & PAGE_INDEX) * plane + pixel);
    }
  }
  let first = (fetched_picture & PAGE_INDEX) * plane * chunk.channels;
  let stride = select(1u, plane, IN_NCHW);
  let at = first + select(pixel * chunk.channels, pixel, IN_NCHW);
  var value = vec4f(0.0, 0.0, 0.0, 1.0);
  for (var channel = 0u; channel < 4u; channel++) {
    if (channel < chunk.channels) {
      value[channel] = to_unit(read_one(page, at + channel * stride));
    }
  }
  if (chunk.channels == 1u) {
    value = vec4f(value.xxx, 1.0);
  }
  return value;
}`;
const fn_read_scratch_v2 = `fn read_scratch(page: u32, pixel: u32) -> vec4f {
  let at = 4u * pixel;
  return vec4f(read_one(page, at), read_one(page, at + 1u), read_one(page, at + 2u), read_one(page, at + 3u));
}`;
const fn_unit_four_v2 = `fn unit_four(value: vec4f) -> vec4f {
  return value;
}`;
const fn_read_scratch_v3 = `fn read_scratch(page: u32, pixel: u32) -> vec4f {
  let at = 4u * pixel;
  return bitcast<vec4f>(vec4u(read_word(page, at), read_word(page, at + 1u), read_word(page, at + 2u), read_word(page, at + 3u)));
}`;
const fn_soften = `@compute @workgroup_size(WORKGROUP_SIZE)
fn soften(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.y * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  if (index >= chunk.row_count * chunk.classes) {
    return;
  }
  let row = index / chunk.classes;
  let class_id = index - row * chunk.classes;
  var value = 0.0;
  for (var k = 0u; k < chunk.sources; k++) {
    let pair = label_pair(row, k);
    if (pair.share > 0.0) {
      value += pair.share * label_of(pair.source, class_id);
    }
  }
  if ((label_pair(row, 0u).source & PLAIN) == 0u) {
    value = value * chunk.on + chunk.off;
  }
  soft[chunk.first_row * chunk.classes + index] = value;
}`;
const var_chunk_v4 = `@group(0) @binding(0) var<uniform> chunk: LabelChunk;`;
const struct_LabelChunk = `struct LabelChunk {
  classes: u32,
  sources: u32,
  first_row: u32,
  row_count: u32,
  on: f32,
  off: f32,
  grid_width: u32,
  unused: u32,
  slots: array<LabelSlot, LABEL_SLOTS>,
}`;
const struct_LabelSlot = `struct LabelSlot {
  even_source: u32,
  even_share: f32,
  odd_source: u32,
  odd_share: f32,
}`;
const const_LABEL_SLOTS = `const LABEL_SLOTS = 4032u;`;
const fn_label_pair = `fn label_pair(row: u32, k: u32) -> LabelPair {
  let slot = chunk.slots[row * ((chunk.sources + 1u) >> 1u) + (k >> 1u)];
  if ((k & 1u) == 1u) {
    return LabelPair(slot.odd_source, slot.odd_share);
  }
  return LabelPair(slot.even_source, slot.even_share);
}`;
const struct_LabelPair = `struct LabelPair {
  source: u32,
  share: f32,
}`;
const fn_label_of = `fn label_of(source: u32, class_id: u32) -> f32 {
  var own = 0u;
  if ((source & EXTERNAL) != 0u) {
    own = external_labels[source & INDEX];
  } else {
    own = labels[source & INDEX];
  }
  return select(0.0, 1.0, own == class_id);
}`;
const const_EXTERNAL = `const EXTERNAL = 0x80000000u;`;
const var_external_labels = `@group(0) @binding(2) var<storage, read> external_labels: array<u32>;`;
const const_INDEX = `const INDEX = 0x3fffffffu;`;
const var_labels = `@group(0) @binding(1) var<storage, read> labels: array<u32>;`;
const const_PLAIN = `const PLAIN = 0x40000000u;`;
const var_soft = `@group(0) @binding(3) var<storage, read_write> soft: array<f32>;`;
const fn_label_of_v2 = `fn label_of(source: u32, class_id: u32) -> f32 {
  let index = (source & INDEX) * chunk.classes + class_id;
  if ((source & EXTERNAL) != 0u) {
    return external_labels[index];
  }
  return labels[index];
}`;
const var_external_labels_v2 = `@group(0) @binding(2) var<storage, read> external_labels: array<f32>;`;
const var_labels_v2 = `@group(0) @binding(1) var<storage, read> labels: array<f32>;`;
const fn_list_sources = `@compute @workgroup_size(WORKGROUP_SIZE)
fn list_sources(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.y * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  if (index >= chunk.row_count * chunk.sources) {
    return;
  }
  let row = index / chunk.sources;
  let pair = label_pair(row, index - row * chunk.sources);
  let at = chunk.first_row * chunk.sources + index;
  if ((pair.source & EXTERNAL) != 0u) {
    source_classes[at] = external_labels[pair.source & INDEX];
  } else {
    source_classes[at] = labels[pair.source & INDEX];
  }
  source_shares[at] = pair.share;
}`;
const var_source_classes = `@group(0) @binding(3) var<storage, read_write> source_classes: array<u32>;`;
const var_source_shares = `@group(0) @binding(4) var<storage, read_write> source_shares: array<f32>;`;
const override_BLUE_FIRST = `override BLUE_FIRST: bool = false;`;
const fn_show = `@compute @workgroup_size(WORKGROUP_SIZE)
fn show(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let x = group.x * WORKGROUP_SIZE + lane;
  let y = group.y;
  if (x >= chunk.line || y >= chunk.lines) {
    return;
  }
  pixels[y * chunk.line + x] = pixel_at(x, y);
}`;
const var_chunk_v7 = `@group(0) @binding(0) var<uniform> chunk: ShowChunk;`;
const struct_ShowChunk = `struct ShowChunk {
  scale: vec4f,
  bias: vec4f,
  width: u32,
  height: u32,
  channels: u32,
  pixel_step: u32,
  channel_step: u32,
  picture_step: u32,
  count: u32,
  columns: u32,
  tile_width: u32,
  tile_height: u32,
  gap: u32,
  line: u32,
  lines: u32,
  stroke: f32,
}`;
const var_pixels_v3 = `@group(0) @binding(4) var<storage, read_write> pixels: array<u32>;`;
const fn_pixel_at_v2 = `fn pixel_at(x: u32, y: u32) -> u32 {
  let column = x / (chunk.tile_width + chunk.gap);
  let inside = x - column * (chunk.tile_width + chunk.gap);
  let place = (y / chunk.tile_height) * chunk.columns + column;
  if (column >= chunk.columns || inside >= chunk.tile_width || place >= chunk.count) {
    return 0u;
  }
  let tile = shown[place];
  let down = y % chunk.tile_height;
  let pixel = average(tile.row * chunk.picture_step, inside, down);
  return packed(stroked(pixel, tile, vec2f(f32(inside), f32(down)) + 0.5));
}`;
const var_shown = `@group(0) @binding(1) var<storage, read> shown: array<ShownTile>;`;
const struct_ShownTile = `struct ShownTile {
  row: u32,
  first_stroke: u32,
  end_stroke: u32,
}`;
const fn_average = `fn average(picture: u32, x: u32, y: u32) -> vec4f {
  let across = f32(chunk.width) / f32(chunk.tile_width);
  let down = f32(chunk.height) / f32(chunk.tile_height);
  let first = vec2u(x * chunk.width / chunk.tile_width, y * chunk.height / chunk.tile_height);
  let end = vec2u(((x + 1u) * chunk.width + chunk.tile_width - 1u) / chunk.tile_width, ((y + 1u) * chunk.height + chunk.tile_height - 1u) / chunk.tile_height);
  var sum = vec4f();
  var area = 0.0;
  for (var row = first.y; row < end.y; row++) {
    let tall = covered(row, f32(y) * down, f32(y + 1u) * down);
    for (var column = first.x; column < end.x; column++) {
      let weight = tall * covered(column, f32(x) * across, f32(x + 1u) * across);
      let pixel = read_pixel(picture + (row * chunk.width + column) * chunk.pixel_step);
      sum += weight * pixel;
      area += weight;
    }
  }
  return sum / area;
}`;
const fn_covered = `fn covered(index: u32, begin: f32, end: f32) -> f32 {
  return max(min(f32(index) + 1.0, end) - max(f32(index), begin), 1e-6);
}`;
const fn_read_pixel_v3 = `fn read_pixel(at: u32) -> vec4f {
  let red = read_level(at, 0u);
  var pixel = vec4f(red, red, red, 255.0);
  if (chunk.channels > 2u) {
    pixel = vec4f(red, read_level(at, 1u), read_level(at, 2u), 255.0);
  }
  if (chunk.channels == 4u) {
    pixel.w = read_level(at, 3u);
  }
  if (PREMULTIPLY) {
    return vec4f(pixel.xyz * (pixel.w / 255.0), pixel.w);
  }
  return pixel;
}`;
const fn_read_level = `fn read_level(at: u32, channel: u32) -> f32 {
  let level = read_value(at + channel * chunk.channel_step) * chunk.scale[channel] + chunk.bias[channel];
  return select(0.0, min(level, 255.0), level > 0.0);
}`;
const fn_read_value_v6 = `fn read_value(at: u32) -> f32 {
  if (FORMAT == SHOW_U8) {
    return f32((pictures[at >> 2u] >> ((at & 3u) * 8u)) & 255u);
  }
  if (FORMAT == SHOW_F32) {
    return bitcast<f32>(pictures[at]);
  }
  if (FORMAT == SHOW_F16) {
    let pair = unpack2x16float(pictures[at >> 1u]);
    return select(pair.x, pair.y, (at & 1u) == 1u);
  }
  return 0.0;
}`;
const override_FORMAT_v2 = `override FORMAT: u32 = 0u;`;
const const_SHOW_U8 = `const SHOW_U8 = 0u;`;
const var_pictures_v3 = `@group(0) @binding(2) var<storage, read> pictures: array<u32>;`;
const const_SHOW_F32 = `const SHOW_F32 = 1u;`;
const const_SHOW_F16 = `const SHOW_F16 = 2u;`;
const override_PREMULTIPLY = `override PREMULTIPLY: bool = false;`;
const fn_packed_v2 = `fn packed(levels: vec4f) -> u32 {
  let bytes = vec4u(floor(levels + vec4f(0.5)));
  if (BLUE_FIRST) {
    return bytes.z | (bytes.y << 8u) | (bytes.x << 16u) | (bytes.w << 24u);
  }
  return bytes.x | (bytes.y << 8u) | (bytes.z << 16u) | (bytes.w << 24u);
}`;
const fn_stroked = `fn stroked(pixel: vec4f, tile: ShownTile, at: vec2f) -> vec4f {
  var dark = 0.0;
  var core = 0.0;
  var color = vec4f();
  for (var i = tile.first_stroke; i < tile.end_stroke; i++) {
    let far = distance_to(strokes[i].ends, at) - chunk.stroke;
    dark = max(dark, clamp(1.5 - far, 0.0, 1.0));
    let covers = clamp(0.5 - far, 0.0, 1.0);
    if (covers > 0.0 && covers >= core) {
      core = covers;
      color = strokes[i].color;
    }
  }
  return mix(mix(pixel, vec4f(0.0, 0.0, 0.0, 255.0), 0.6 * dark), color, core);
}`;
const fn_distance_to = `fn distance_to(ends: vec4f, at: vec2f) -> f32 {
  let along = ends.zw - ends.xy;
  let part = dot(at - ends.xy, along) / max(dot(along, along), 1e-6);
  return length(at - ends.xy - clamp(part, 0.0, 1.0) * along);
}`;
const var_strokes = `@group(0) @binding(3) var<storage, read> strokes: array<Stroke>;`;
const struct_Stroke = `struct Stroke {
  ends: vec4f,
  color: vec4f,
}`;
const const_THREEFRY_PARITY = `const THREEFRY_PARITY = 0x1bd11bdau;`;
const fn_rotate_left = `fn rotate_left(x: u32, by: u32) -> u32 {
  return (x << by) | (x >> (32u - by));
}`;
const fn_autocontrast_table = `fn autocontrast_table(channel: u32, value: u32, args: Autocontrast) -> u32 {
  let low = level_of_rank(channel, args.cut_low + 1u);
  let high = level_of_rank(channel, pixel_count() - args.cut_high);
  if (args.arithmetic == AUTOCONTRAST_FLOAT) {
    return select(high, low, value == 0u);
  }
  if (high <= low) {
    return value;
  }
  if (value <= low) {
    return 0u;
  }
  if (value > high) {
    return 255u;
  }
  if (args.arithmetic == AUTOCONTRAST_TORCHVISION) {
    return stretch_f32(value - low, high - low);
  }
  return stretch_f64(low, high, value);
}`;
const struct_Autocontrast = `struct Autocontrast {
  arithmetic: u32,
  cut_low: u32,
  cut_high: u32,
}`;
const fn_level_of_rank = `fn level_of_rank(channel: u32, rank: u32) -> u32 {
  var low = 0u;
  var high = LEVELS - 1u;
  while (low < high) {
    let middle = (low + high) >> 1u;
    if (count_below(channel, middle + 1u) >= rank) {
      high = middle;
    } else {
      low = middle + 1u;
    }
  }
  return low;
}`;
const fn_count_below = `fn count_below(channel: u32, level: u32) -> u32 {
  if (level == 0u) {
    return 0u;
  }
  return atomicLoad(&level_sums[channel * LEVELS + level - 1u]);
}`;
const const_AUTOCONTRAST_FLOAT = `const AUTOCONTRAST_FLOAT = 2u;`;
const const_AUTOCONTRAST_TORCHVISION = `const AUTOCONTRAST_TORCHVISION = 1u;`;
const fn_stretch_f32 = `fn stretch_f32(above: u32, range: u32) -> u32 {
  var fraction = 24u + firstLeadingBit(range - 1u);
  let inverse = divide_to_even(1u << fraction, range);
  let drop = firstLeadingBit(inverse * 255u) - 23u;
  let scale = soft_round(inverse * 255u) >> drop;
  fraction -= drop;
  return soft_round(above * scale) >> fraction;
}`;
const fn_divide_to_even = `fn divide_to_even(a: u32, b: u32) -> u32 {
  let quotient = a / b;
  let twice = 2u * (a - quotient * b);
  return quotient + select(0u, 1u, twice > b || (twice == b && (quotient & 1u) == 1u));
}`;
const fn_soft_round = `fn soft_round(value: u32) -> u32 {
  let dropped = below_top(value) >> 23u;
  let odd = select(0u, 1u, (value & (dropped + 1u) & (dropped << 1u)) != 0u);
  return (value + (dropped >> 1u) + odd) & ~dropped;
}`;
const fn_below_top = `fn below_top(value: u32) -> u32 {
  var bits = value >> 1u;
  bits |= bits >> 1u;
  bits |= bits >> 2u;
  bits |= bits >> 4u;
  bits |= bits >> 8u;
  return bits | (bits >> 16u);
}`;
const fn_stretch_f64 = `fn stretch_f64(low: u32, high: u32, value: u32) -> u32 {
  let range = high - low;
  let above = value - low;
  let quotient = 255u * above / range;
  if (quotient * range != 255u * above) {
    return quotient;
  }
  let exponent = firstLeadingBit(255u / range);
  var scale = 255u / range;
  var remainder = i32(255u % range);
  for (var n = exponent; n < 52u; n++) {
    remainder *= 2;
    scale *= 2u;
    if (remainder >= i32(range)) {
      remainder -= i32(range);
      scale += 1u;
    }
  }
  if (2 * remainder > i32(range) || (2 * remainder == i32(range) && (scale & 1u) == 1u)) {
    remainder -= i32(range);
    scale += 1u;
  }
  let off = -i32(above) * remainder / i32(range) + product_error(value, range, scale, remainder, exponent) - product_error(low, range, scale, remainder, exponent);
  if (off >= 0) {
    return quotient;
  }
  let binade = firstLeadingBit(quotient - 1u);
  let is_found = quotient > 1u && binade >= exponent && u32(-2 * off) <= 1u << (binade - exponent);
  return select(quotient - 1u, quotient, is_found);
}`;
const fn_product_error = `fn product_error(level: u32, range: u32, scale: u32, remainder: i32, exponent: u32) -> i32 {
  if (level == 0u) {
    return 0;
  }
  let quotient = 255u * level / range;
  var leading = firstLeadingBit(quotient);
  let is_power = quotient * range == 255u * level && (quotient & (quotient - 1u)) == 0u;
  if (is_power && remainder > 0) {
    leading -= 1u;
  }
  if (leading <= exponent) {
    return 0;
  }
  return rounding(level * scale, leading - exponent);
}`;
const fn_rounding = `fn rounding(x: u32, cut: u32) -> i32 {
  if (cut == 0u) {
    return 0;
  }
  let unit = 1u << cut;
  let rest = x & (unit - 1u);
  let half = unit >> 1u;
  let is_up = rest > half || (rest == half && (x & unit) != 0u);
  return select(-i32(rest), i32(unit - rest), is_up);
}`;
const fn_read_autocontrast = `fn read_autocontrast(record: Args) -> Autocontrast {
  return Autocontrast(record.a.x, record.a.y, record.a.z);
}`;
const fn_tone_pixel = `fn tone_pixel(v: vec4i) -> vec4i {
  let level = vec4u(v);
  return vec4i(i32(tone_level(0u, level.x)), i32(tone_level(1u, level.y)), i32(tone_level(2u, level.z)), v.w);
}`;
const fn_tone_level = `fn tone_level(channel: u32, value: u32) -> u32 {
  return (tables[tone_base + value] >> (8u * channel)) & 255u;
}`;
const fn_autocontrast_f32 = `fn autocontrast_f32(v: vec4f, args: Autocontrast) -> vec4f {
  var low = stat_low();
  var high = stat_high();
  for (var channel = 0u; channel < 3u; channel++) {
    if (args.cut_low > 0u) {
      low[channel] = autocontrast_unit(tone_level(channel, 0u));
    }
    if (args.cut_high > 0u) {
      high[channel] = autocontrast_unit(tone_level(channel, 255u));
    }
  }
  let is_flat = high.xyz <= low.xyz;
  let scale = 1.0 / select(high.xyz - low.xyz, vec3f(1.0), is_flat);
  return vec4f(select(clamp((v.xyz - low.xyz) * scale, vec3f(0.0), vec3f(1.0)), v.xyz, is_flat), v.w);
}`;
const fn_stat_low = `fn stat_low() -> vec4f {
  return stat_four(TONE_LOW);
}`;
const fn_stat_four = `fn stat_four(offset: u32) -> vec4f {
  let at = tone_base + offset;
  return bitcast<vec4f>(vec4u(tables[at], tables[at + 1u], tables[at + 2u], tables[at + 3u]));
}`;
const fn_stat_high = `fn stat_high() -> vec4f {
  return stat_four(TONE_HIGH);
}`;
const fn_autocontrast_unit = `fn autocontrast_unit(level: u32) -> f32 {
  return f32(257u * level) / 65536.0 + f32(level) / 16711680.0;
}`;
const fn_brightness_u8 = `fn brightness_u8(v: vec4i, args: Brightness) -> vec4i {
  var result = v;
  for (var channel = 0u; channel < 3u; channel++) {
    result[channel] = scale_byte(v[channel], args.factor);
  }
  return result;
}`;
const struct_Brightness = `struct Brightness {
  factor: u32,
}`;
const fn_scale_byte = `fn scale_byte(v: i32, factor: u32) -> i32 {
  return min(soft_levels(factor, u32(v)).whole, 255);
}`;
const fn_soft_levels = `fn soft_levels(factor: u32, value: u32) -> SoftLevels {
  let exponent = (factor >> 23u) & 255u;
  let mantissa = (factor & 0x7fffffu) | 0x800000u;
  let number = soft_round(mantissa * select(value, 0u, exponent == 0u));
  let below = min(150u - exponent, 63u);
  let is_far = below > 32u;
  let far = select(0u, below - 32u, is_far);
  let whole = select(number >> min(below, 31u), 0u, below >= 32u);
  let rest = select(number << min(32u - below, 31u), number >> far, is_far);
  return SoftLevels(i32(whole), rest, (number & ((1u << far) - 1u)) != 0u);
}`;
const struct_SoftLevels = `struct SoftLevels {
  whole: i32,
  rest: u32,
  is_more: bool,
}`;
const fn_read_brightness = `fn read_brightness(record: Args) -> Brightness {
  return Brightness(record.a.x);
}`;
const fn_brightness_f32 = `fn brightness_f32(v: vec4f, args: BrightnessF32) -> vec4f {
  return blend_f32(vec3f(0.0), v, args.factor);
}`;
const struct_BrightnessF32 = `struct BrightnessF32 { factor: f32 }`;
const fn_blend_f32 = `fn blend_f32(d: vec3f, v: vec4f, factor: f32) -> vec4f {
  return vec4f(clamp(factor * v.xyz + (1.0 - factor) * d, vec3f(0.0), vec3f(1.0)), v.w);
}`;
const fn_read_brightness_f32 = `fn read_brightness_f32(record: Args) -> BrightnessF32 {
  return BrightnessF32(bitcast<f32>(record.a.x));
}`;
const fn_brightness_delta_u8 = `fn brightness_delta_u8(v: vec4i, args: BrightnessDelta) -> vec4i {
  return shift_u8(v, vec3i(args.delta));
}`;
const struct_BrightnessDelta = `struct BrightnessDelta {
  delta: i32,
}`;
const fn_shift_u8 = `fn shift_u8(v: vec4i, delta: vec3i) -> vec4i {
  return vec4i(clamp(((v.xyz << vec3u(16u)) + delta + 32768) >> vec3u(16u), vec3i(0), vec3i(255)), v.w);
}`;
const fn_read_brightness_delta = `fn read_brightness_delta(record: Args) -> BrightnessDelta {
  return BrightnessDelta(bitcast<i32>(record.a.x));
}`;
const fn_brightness_delta_f32 = `fn brightness_delta_f32(v: vec4f, args: BrightnessDeltaF32) -> vec4f {
  return shift_f32(v, vec3f(args.delta));
}`;
const struct_BrightnessDeltaF32 = `struct BrightnessDeltaF32 { delta: f32 }`;
const fn_shift_f32 = `fn shift_f32(v: vec4f, delta: vec3f) -> vec4f {
  return vec4f(clamp(v.xyz + delta, vec3f(0.0), vec3f(1.0)), v.w);
}`;
const fn_read_brightness_delta_f32 = `fn read_brightness_delta_f32(record: Args) -> BrightnessDeltaF32 {
  return BrightnessDeltaF32(bitcast<f32>(record.a.x));
}`;
const fn_channel_shift_u8 = `fn channel_shift_u8(v: vec4i, args: ChannelShift, at: At) -> vec4i {
  return shift_u8(v, select(args.deltas, args.deltas.xxx, at.channels == 1u));
}`;
const struct_ChannelShift = `struct ChannelShift {
  deltas: vec3i,
}`;
const fn_read_channel_shift = `fn read_channel_shift(record: Args) -> ChannelShift {
  return ChannelShift(bitcast<vec3i>(record.a.xyz));
}`;
const fn_channel_shift_f32 = `fn channel_shift_f32(v: vec4f, args: ChannelShiftF32, at: At) -> vec4f {
  return shift_f32(v, select(args.deltas, args.deltas.xxx, at.channels == 1u));
}`;
const struct_ChannelShiftF32 = `struct ChannelShiftF32 { deltas: vec3f }`;
const fn_read_channel_shift_f32 = `fn read_channel_shift_f32(record: Args) -> ChannelShiftF32 {
  return ChannelShiftF32(bitcast<vec3f>(record.a.xyz));
}`;
const fn_channel_shuffle_u8 = `fn channel_shuffle_u8(v: vec4i, args: ChannelShuffle) -> vec4i {
  let order = args.order;
  return vec4i(v[order.x], v[order.y], v[order.z], v.w);
}`;
const struct_ChannelShuffle = `struct ChannelShuffle {
  order: vec3u,
}`;
const fn_read_channel_shuffle = `fn read_channel_shuffle(record: Args) -> ChannelShuffle {
  return ChannelShuffle(record.a.xyz);
}`;
const fn_channel_shuffle_f32 = `fn channel_shuffle_f32(v: vec4f, args: ChannelShuffle) -> vec4f {
  let order = args.order;
  return vec4f(v[order.x], v[order.y], v[order.z], v.w);
}`;
const fn_color_u8 = `fn color_u8(v: vec4i, args: Color, at: At) -> vec4i {
  if (at.channels == 1u) {
    return v;
  }
  let grey = grey_u8(v, args.grey_of, at.channels);
  var result = v;
  for (var channel = 0u; channel < 3u; channel++) {
    result[channel] = peer_blend(grey, v[channel], args.factor, args.other, args.grey_of == GREY_TORCHVISION);
  }
  return result;
}`;
const struct_Color = `struct Color {
  grey_of: u32,
  factor: u32,
  other: u32,
}`;
const fn_peer_blend = `fn peer_blend(d: i32, v: i32, own: u32, other: u32, is_torch: bool) -> i32 {
  let a = soft_levels(select(SOFT_ONE, own, is_torch), u32(select(d, v, is_torch)));
  let b = soft_levels(select(own, other, is_torch), u32(select(abs(v - d), d, is_torch)));
  return byte_of_levels(a, b, select(v < d, (other >> 31u) == 1u, is_torch));
}`;
const const_SOFT_ONE = `const SOFT_ONE = 0x3f800000u;`;
const fn_byte_of_levels = `fn byte_of_levels(a: SoftLevels, b: SoftLevels, is_minus: bool) -> i32 {
  let taken = b.rest + select(0u, 1u, b.is_more);
  let rest = select(a.rest + b.rest, a.rest - taken, is_minus);
  let is_carried = select(rest < a.rest, a.rest < taken, is_minus);
  let carry = select(0, select(1, -1, is_minus), is_carried);
  let whole = select(a.whole + b.whole, a.whole - b.whole, is_minus) + carry;
  let half = select((below_top(u32(whole)) + 1u) << 8u, 128u, whole == 0);
  return clamp(whole + select(0, 1, rest >= 0u - half && whole >= 0), 0, 255);
}`;
const fn_read_color = `fn read_color(record: Args) -> Color {
  return Color(record.a.x, record.a.y, record.a.z);
}`;
const fn_color_f32 = `fn color_f32(v: vec4f, args: ColorF32, at: At) -> vec4f {
  if (at.channels == 1u) {
    return v;
  }
  return blend_f32(vec3f(grey_f32(v, at.channels)), v, args.factor);
}`;
const struct_ColorF32 = `struct ColorF32 { factor: f32 }`;
const fn_read_color_f32 = `fn read_color_f32(record: Args) -> ColorF32 {
  return ColorF32(bitcast<f32>(record.a.x));
}`;
const fn_color_degeneration_u8 = `fn color_degeneration_u8(v: vec4i, args: Color, at: At) -> vec4i {
  return color_u8(v, args, at);
}`;
const fn_color_degeneration_f32 = `fn color_degeneration_f32(v: vec4f, args: ColorF32, at: At) -> vec4f {
  return color_f32(v, args, at);
}`;
const fn_contrast_table = `fn contrast_table(channel: u32, value: u32, args: Contrast) -> u32 {
  let total = mean_sum(channel);
  let pixels = pixel_count();
  if (args.mean_of != GREY_PILLOW) {
    return u32(byte_of_sum(soft_product(args.factor, value), soft_mean_product(args.other, total, pixels), (args.other >> 31u) == 1u));
  }
  let whole = total / pixels;
  let rest = total - whole * pixels;
  let mean = whole + select(0u, 1u, 2u * rest >= pixels);
  return u32(pillow_blend(i32(mean), i32(value), args.factor));
}`;
const struct_Contrast = `struct Contrast {
  mean_of: u32,
  factor: u32,
  other: u32,
}`;
const fn_mean_sum = `fn mean_sum(channel: u32) -> u32 {
  return atomicLoad(&mean_totals[channel]);
}`;
const const_GREY_PILLOW = `const GREY_PILLOW = 0u;`;
const fn_byte_of_sum = `fn byte_of_sum(a: SoftFloat, b: SoftFloat, is_minus: bool) -> i32 {
  let e = max(a.e, b.e);
  let sum = soft_aligned(a, e) + select(soft_aligned(b, e), -soft_aligned(b, e), is_minus);
  if (sum <= 0 || SOFT_GUARD - e > 31) {
    return 0;
  }
  return min(i32(soft_round(u32(sum)) >> u32(SOFT_GUARD - e)), 255);
}`;
const struct_SoftFloat = `struct SoftFloat {
  m: u32,
  e: i32,
}`;
const fn_soft_aligned = `fn soft_aligned(number: SoftFloat, e: i32) -> i32 {
  let wide = number.m << u32(SOFT_GUARD);
  let drop = u32(min(e - number.e, 31));
  let lost = wide & ((1u << drop) - 1u);
  return i32((wide >> drop) | select(0u, 1u, lost != 0u));
}`;
const const_SOFT_GUARD = `const SOFT_GUARD = 5;`;
const fn_soft_product = `fn soft_product(factor: u32, value: u32) -> SoftFloat {
  let exponent = (factor >> 23u) & 255u;
  let mantissa = (factor & 0x7fffffu) | 0x800000u;
  let exact = mantissa * select(value, 0u, exponent == 0u);
  if (exact == 0u) {
    return SoftFloat(0u, SOFT_ZERO_E);
  }
  let drop = 8 - i32(countLeadingZeros(exact));
  let e = i32(exponent) - 150 + drop;
  if (drop <= 0) {
    return SoftFloat(exact << u32(-drop), e);
  }
  return SoftFloat(soft_round(exact) >> u32(drop), e);
}`;
const const_SOFT_ZERO_E = `const SOFT_ZERO_E = -200;`;
const fn_soft_mean_product = `fn soft_mean_product(factor: u32, total: u32, pixels: u32) -> SoftFloat {
  let exponent = (factor >> 23u) & 255u;
  if (total == 0u || exponent == 0u) {
    return SoftFloat(0u, SOFT_ZERO_E);
  }
  var mean = total / pixels;
  var rest = total - mean * pixels;
  var fraction = 0;
  while (mean < 0x800000u) {
    rest *= 2u;
    mean = 2u * mean + select(0u, 1u, rest >= pixels);
    rest = select(rest, rest - pixels, rest >= pixels);
    fraction += 1;
  }
  mean += select(0u, 1u, 2u * rest > pixels || (2u * rest == pixels && (mean & 1u) == 1u));
  if (mean == 0x1000000u) {
    mean = 0x800000u;
    fraction -= 1;
  }
  let mantissa = (factor & 0x7fffffu) | 0x800000u;
  let outer = (mantissa >> 12u) * (mean >> 12u);
  let middle = (mantissa >> 12u) * (mean & 0xfffu) + (mantissa & 0xfffu) * (mean >> 12u);
  let inner = (mantissa & 0xfffu) * (mean & 0xfffu) + ((middle & 0xfffu) << 12u);
  let upper = outer + (middle >> 12u) + (inner >> 24u);
  let lower = inner & 0xffffffu;
  let drop = select(23u, 24u, upper >= 0x800000u);
  let m = (upper << (24u - drop)) | (lower >> drop);
  let lost = lower & ((1u << drop) - 1u);
  let half = 1u << (drop - 1u);
  let is_up = lost > half || (lost == half && (m & 1u) == 1u);
  return SoftFloat(m + select(0u, 1u, is_up), i32(exponent) - 150 - fraction + i32(drop));
}`;
const fn_pillow_blend = `fn pillow_blend(d: i32, v: i32, factor: u32) -> i32 {
  return byte_of_levels(soft_levels(SOFT_ONE, u32(d)), soft_levels(factor, u32(abs(v - d))), v < d);
}`;
const fn_read_contrast = `fn read_contrast(record: Args) -> Contrast {
  return Contrast(record.a.x, record.a.y, record.a.z);
}`;
const fn_read_contrast_f32 = `fn read_contrast_f32(record: Args) -> ContrastF32 {
  return ContrastF32(record.a.x, bitcast<f32>(record.a.y));
}`;
const struct_ContrastF32 = `struct ContrastF32 {
  mean_of: u32,
  factor: f32,
}`;
const fn_contrast_f32 = `fn contrast_f32(v: vec4f, args: ContrastF32) -> vec4f {
  return blend_f32(stat_mean(), v, args.factor);
}`;
const fn_stat_mean = `fn stat_mean() -> vec3f {
  return stat_four(TONE_MEAN).xyz;
}`;
const fn_cutout_u8 = `fn cutout_u8(v: vec4i, args: Cutout, at: At) -> vec4i {
  if (!in_box(args.first, args.end, at)) {
    return v;
  }
  let fill = bytes_of(args.fill);
  return vec4i(fill.xyz, select(v.w, fill.w, args.fills_alpha == 1u));
}`;
const struct_Cutout = `struct Cutout {
  first: u32,
  end: u32,
  fill: u32,
  fills_alpha: u32,
}`;
const fn_in_box = `fn in_box(first: u32, end: u32, at: At) -> bool {
  return at.x >= (first & 0xffffu) && at.y >= (first >> 16u) && at.x < (end & 0xffffu) && at.y < (end >> 16u);
}`;
const fn_bytes_of = `fn bytes_of(word: u32) -> vec4i {
  return vec4i((vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u));
}`;
const fn_read_cutout = `fn read_cutout(record: Args) -> Cutout {
  return Cutout(record.a.x, record.a.y, record.a.z, record.a.w);
}`;
const fn_cutout_f32 = `fn cutout_f32(v: vec4f, args: CutoutF32, at: At) -> vec4f {
  if (!in_box(args.first, args.end, at)) {
    return v;
  }
  return vec4f(args.fill.xyz, select(v.w, args.fill.w, args.fills_alpha == 1u));
}`;
const struct_CutoutF32 = `struct CutoutF32 {
  first: u32,
  end: u32,
  fills_alpha: u32,
  fill: vec4f,
}`;
const fn_read_cutout_f32 = `fn read_cutout_f32(record: Args) -> CutoutF32 {
  return CutoutF32(record.a.x, record.a.y, record.a.z, bitcast<vec4f>(vec4u(record.a.w, record.b.x, record.b.y, record.b.z)));
}`;
const fn_downscale_u8 = `fn downscale_u8(args: Downscale, at: At) -> vec4i {
  let first = vec2u(at.x, at.y) / args.factor * args.factor;
  let end = min(first + args.factor, vec2u(at.width, at.height));
  var sum: vec4i;
  for (var row = first.y; row < end.y; row++) {
    for (var column = first.x; column < end.x; column++) {
      sum += fetch_u8(i32(column), i32(row));
    }
  }
  let count = i32((end.x - first.x) * (end.y - first.y));
  return (2 * sum + count) / (2 * count);
}`;
const struct_Downscale = `struct Downscale {
  factor: u32,
}`;
const fn_read_downscale = `fn read_downscale(record: Args) -> Downscale {
  return Downscale(record.a.x);
}`;
const fn_downscale_f32 = `fn downscale_f32(args: Downscale, at: At) -> vec4f {
  let first = vec2u(at.x, at.y) / args.factor * args.factor;
  let end = min(first + args.factor, vec2u(at.width, at.height));
  var sum: vec4f;
  for (var row = first.y; row < end.y; row++) {
    for (var column = first.x; column < end.x; column++) {
      sum += fetch_f32(i32(column), i32(row));
    }
  }
  return sum / f32((end.x - first.x) * (end.y - first.y));
}`;
const fn_gather_warp_u8 = `fn gather_warp_u8(w: Warp, at: At) -> vec4i {
  let flags = w.flags;
  let fill = vec4i(w.fill);
  let size = input_size();
  let across = warp_axis(size.x, w.below.x, flags);
  let down = warp_axis(size.y, w.below.y, flags);
  if (READS_AVERAGE && ((flags >> KIND_SHIFT) & 3u) == KIND_AVERAGE) {
    return average_u8(w, at, across, down);
  }
  let bits = flags & FRACTION_MASK;
  let place = warp_place(w, at);
  if (!place.valid || ((flags & INSIDE) != 0u && !(is_on(across, place.x, bits) && is_on(down, place.y, bits)))) {
    return fill;
  }
  let interpolation = (flags >> INTERPOLATION_SHIFT) & 3u;
  if (interpolation == NEAREST) {
    return fetch_u8(tap_on(across, place.x >> bits, 1).index, tap_on(down, place.y >> bits, 1).index);
  }
  let x = corner_of(place.x, bits);
  let y = corner_of(place.y, bits);
  if (READS_BILINEAR && interpolation == BILINEAR) {
    return bilinear_u8(across, down, x, y, bits, fill);
  }
  if (READS_BICUBIC) {
    return bicubic_u8(across, down, x, y, bits, fill);
  }
  return fill;
}`;
const fn_warp_axis = `fn warp_axis(size: i32, span: u32, flags: u32) -> Axis {
  if ((flags & WINDOW) == 0u) {
    return Axis(0, size, size, flags);
  }
  return Axis(bitcast<i32>(span << 16u) >> 16u, bitcast<i32>(span) >> 16u, size, flags);
}`;
const struct_Axis = `struct Axis {
  start: i32,
  end: i32,
  size: i32,
  flags: u32,
}`;
const const_WINDOW = `const WINDOW = 0x8000u;`;
const override_READS_AVERAGE = `override READS_AVERAGE: bool = true;`;
const const_KIND_SHIFT = `const KIND_SHIFT = 12u;`;
const const_KIND_AVERAGE = `const KIND_AVERAGE = 2u;`;
const fn_average_u8 = `fn average_u8(w: Warp, at: At, across: Axis, down: Axis) -> vec4i {
  let flags = across.flags;
  if ((flags & INSIDE) != 0u && !is_average_inside(w, at, across, down)) {
    return vec4i(w.fill);
  }
  let columns = average_span(w.x, w.lower & 255u, at.x, across);
  let rows = average_span(w.y, w.lower >> 8u, at.y, down);
  let to_levels = (flags & TORCHVISION) == 0u;
  var high = vec4u(0u);
  var low = vec4u(0u);
  var weight_down = 0u;
  for (var j = rows.start; j < rows.end; j++) {
    var line = vec4u(0u);
    var weight_across = 0u;
    for (var i = columns.start; i < columns.end; i++) {
      let weight = average_weight(columns, i);
      line += vec4u(fetch_u8(i, j)) * weight;
      weight_across += weight;
    }
    let mean = mean_10(line, max(weight_across, 1u), to_levels);
    let weight = average_weight(rows, j);
    high += (mean >> vec4u(9u)) * weight;
    low += (mean & vec4u(511u)) * weight;
    weight_down += weight;
  }
  weight_down = max(weight_down, 1u);
  let above = high / weight_down;
  let rest = (high - above * weight_down) * 512u + low;
  let mean = (above << vec4u(9u)) + (rest + (weight_down >> 1u)) / weight_down;
  return vec4i(finish_u8(select(mean, mean + 512u, to_levels), 10u, flags));
}`;
const const_INSIDE = `const INSIDE = 0x4000u;`;
const fn_is_average_inside = `fn is_average_inside(w: Warp, at: At, across: Axis, down: Axis) -> bool {
  let x = bitcast<i32>(w.x.x + w.x.y * at.x);
  let y = bitcast<i32>(w.y.x + w.y.y * at.y);
  return x >= across.start * i32(w.x.z) && x < across.end * i32(w.x.z) && y >= down.start * i32(w.y.z) && y < down.end * i32(w.y.z);
}`;
const fn_average_span = `fn average_span(numbers: vec3u, shift: u32, index: u32, axis: Axis) -> Span {
  let centre = bitcast<i32>(numbers.x + numbers.y * index);
  let part = i32(numbers.z);
  let reach = max(part, abs(bitcast<i32>(numbers.y)));
  let start = max((centre - reach + (part >> 1u)) / part, axis.start);
  let end = min((centre + reach + (part >> 1u)) / part, axis.end);
  return Span(start, end, centre, reach, part, shift);
}`;
const struct_Span = `struct Span {
  start: i32,
  end: i32,
  centre: i32,
  reach: i32,
  part: i32,
  shift: u32,
}`;
const const_TORCHVISION = `const TORCHVISION = 0x10000u;`;
const fn_average_weight = `fn average_weight(span: Span, pixel: i32) -> u32 {
  return u32(max(span.reach - average_distance(span, pixel), 0)) >> span.shift;
}`;
const fn_average_distance = `fn average_distance(span: Span, pixel: i32) -> i32 {
  return abs(pixel * span.part + (span.part >> 1u) - span.centre);
}`;
const fn_mean_10 = `fn mean_10(sum: vec4u, weight: u32, to_levels: bool) -> vec4u {
  if (to_levels) {
    return ((sum + (weight >> 1u)) / weight) << vec4u(10u);
  }
  let level = sum / weight;
  let rest = sum - level * weight;
  return (level << vec4u(10u)) + ((rest << vec4u(10u)) + (weight >> 1u)) / weight;
}`;
const fn_finish_u8 = `fn finish_u8(sum: vec4u, bits: u32, flags: u32) -> vec4u {
  let level = sum >> vec4u(bits);
  if ((flags & TORCHVISION) == 0u) {
    return level;
  }
  let rest = sum & vec4u((1u << bits) - 1u);
  let half = 1u << (bits - 1u);
  let up = (rest > vec4u(half)) | ((rest == vec4u(half)) & ((level & vec4u(1u)) == vec4u(1u)));
  return level + select(vec4u(0u), vec4u(1u), up);
}`;
const const_FRACTION_MASK = `const FRACTION_MASK = 31u;`;
const fn_warp_place = `fn warp_place(w: Warp, at: At) -> Place {
  let flags = w.flags;
  if (has_places() && ((flags >> KIND_SHIFT) & 3u) == KIND_PLACED) {
    return place_of(w.below.z, Args(vec4u(w.x, w.y.x), vec4u(w.y.yz, w.low, w.lower)), at);
  }
  let low = unpack_bytes(w.low);
  let lower = unpack_bytes(w.lower);
  let x = linear(w.x, low.xyz, at);
  let y = linear(w.y, vec3u(low.w, lower.xy), at);
  if (HOMOGRAPHIES) {
    if (((flags >> KIND_SHIFT) & 3u) == KIND_HOMOGRAPHY) {
      let below = linear(w.below, vec3u(lower.zw, flags >> M8_SHIFT), at);
      if (below <= 0) {
        return Place(0, 0, false);
      }
      let steps = (flags >> STEPS_SHIFT) & 63u;
      return Place(divide(x, u32(below), steps), divide(y, u32(below), steps), true);
    }
  }
  return Place(x, y, true);
}`;
const const_KIND_PLACED = `const KIND_PLACED = 3u;`;
const fn_unpack_bytes = `fn unpack_bytes(word: u32) -> vec4u {
  return (vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
}`;
const fn_linear = `fn linear(high: vec3u, low: vec3u, at: At) -> i32 {
  let rest = low.x * at.x + low.y * at.y + low.z;
  return bitcast<i32>(high.x * at.x + high.y * at.y + high.z + (rest >> 8u));
}`;
const override_HOMOGRAPHIES = `override HOMOGRAPHIES: bool = true;`;
const const_KIND_HOMOGRAPHY = `const KIND_HOMOGRAPHY = 1u;`;
const const_M8_SHIFT = `const M8_SHIFT = 24u;`;
const const_STEPS_SHIFT = `const STEPS_SHIFT = 17u;`;
const fn_divide = `fn divide(above: i32, below: u32, steps: u32) -> i32 {
  let size = u32(abs(above));
  var quotient = size / below;
  var rest = size % below;
  for (var done = 0u; done < steps && quotient < 2u * u32(HELD); done++) {
    quotient = quotient << 1u;
    rest = rest << 1u;
    if (rest >= below) {
      quotient += 1u;
      rest -= below;
    }
  }
  let rounded = min(i32((quotient + 1u) >> 1u), HELD);
  return select(rounded, -rounded, above < 0);
}`;
const const_HELD = `const HELD = 0x20000000;`;
const fn_is_on = `fn is_on(axis: Axis, coordinate: i32, bits: u32) -> bool {
  let pixel = coordinate >> bits;
  return pixel >= axis.start && pixel < axis.end;
}`;
const const_INTERPOLATION_SHIFT = `const INTERPOLATION_SHIFT = 5u;`;
const const_NEAREST = `const NEAREST = 0u;`;
const fn_tap_on = `fn tap_on(axis: Axis, i: i32, weight: i32) -> Tap {
  let inner = select(i, clamp(i, axis.start, axis.end - 1), (axis.flags & WINDOW) != 0u);
  if (((axis.flags >> BORDER_SHIFT) & 3u) != BORDER_MAPPED && (inner < 0 || inner >= axis.size)) {
    return Tap(0, 0);
  }
  return Tap(edge_index(inner, axis.size, (axis.flags >> EDGE_SHIFT) & 7u), weight);
}`;
const struct_Tap = `struct Tap {
  index: i32,
  weight: i32,
}`;
const const_BORDER_SHIFT = `const BORDER_SHIFT = 10u;`;
const const_BORDER_MAPPED = `const BORDER_MAPPED = 0u;`;
const fn_edge_index = `fn edge_index(i: i32, size: i32, edge: u32) -> i32 {
  var period = size;
  var last = size;
  if (edge == EDGE_REFLECT) {
    period = max(2 * size - 2, 1);
    last = period;
  } else if (edge == EDGE_SYMMETRIC) {
    period = 2 * size;
    last = period - 1;
  }
  let j = modulo(i, period);
  let folded = select(j, last - j, j >= size);
  return select(clamp(i, 0, size - 1), folded, edge >= EDGE_REFLECT);
}`;
const const_EDGE_REFLECT = `const EDGE_REFLECT = 2u;`;
const const_EDGE_SYMMETRIC = `const EDGE_SYMMETRIC = 3u;`;
const fn_modulo = `fn modulo(i: i32, n: i32) -> i32 {
  let rest = i - (i / n) * n;
  return select(rest, rest + n, rest < 0);
}`;
const const_EDGE_SHIFT = `const EDGE_SHIFT = 7u;`;
const fn_corner_of = `fn corner_of(coordinate: i32, bits: u32) -> i32 {
  return coordinate - (1 << (bits - 1u));
}`;
const override_READS_BILINEAR = `override READS_BILINEAR: bool = true;`;
const const_BILINEAR = `const BILINEAR = 1u;`;
const fn_bilinear_u8 = `fn bilinear_u8(across: Axis, down: Axis, x: i32, y: i32, bits: u32, fill: vec4i) -> vec4i {
  let flags = across.flags;
  let fx = fraction_12(x, bits);
  let fy = fraction_12(y, bits);
  let left = tap_on(across, x >> bits, 4096 - fx);
  let right = tap_on(across, (x >> bits) + 1, fx);
  let top = tap_on(down, y >> bits, 4096 - fy);
  let bottom = tap_on(down, (y >> bits) + 1, fy);
  let upper = fetch_u8(left.index, top.index) * left.weight + fetch_u8(right.index, top.index) * right.weight;
  let lower = fetch_u8(left.index, bottom.index) * left.weight + fetch_u8(right.index, bottom.index) * right.weight;
  var sum = vec4u(upper) * u32(top.weight) + vec4u(lower) * u32(bottom.weight);
  let covered = u32(left.weight + right.weight) * u32(top.weight + bottom.weight);
  if (covered < 0x1000000u && ((flags >> BORDER_SHIFT) & 3u) == BORDER_FADE) {
    let share = (covered + 2048u) >> 12u;
    sum = ((sum + 2048u) >> vec4u(12u)) * share + vec4u(fill) * ((4096u - share) << 12u);
  }
  return vec4i(finish_u8(sum, 24u, flags));
}`;
const fn_fraction_12 = `fn fraction_12(coordinate: i32, bits: u32) -> i32 {
  let fraction = coordinate & ((1 << bits) - 1);
  return ((fraction << 1u) + (1 << (bits - 12u))) >> (bits - 11u);
}`;
const const_BORDER_FADE = `const BORDER_FADE = 2u;`;
const override_READS_BICUBIC = `override READS_BICUBIC: bool = true;`;
const fn_bicubic_u8 = `fn bicubic_u8(across: Axis, down: Axis, x: i32, y: i32, bits: u32, fill: vec4i) -> vec4i {
  let flags = across.flags;
  let sharpness = select(4, 3, (flags & TORCHVISION) != 0u);
  let weights_x = cubic_11(fraction_12(x, bits), sharpness);
  let weights_y = cubic_11(fraction_12(y, bits), sharpness);
  var columns: array<Tap, 4>;
  var covered_x = 0;
  for (var i = 0; i < 4; i++) {
    columns[i] = tap_on(across, (x >> bits) + i - 1, weights_x[i]);
    covered_x += columns[i].weight;
  }
  var sum = vec4i(0);
  var covered_y = 0;
  for (var j = 0; j < 4; j++) {
    let row = tap_on(down, (y >> bits) + j - 1, weights_y[j]);
    var line = vec4i(0);
    for (var i = 0; i < 4; i++) {
      line += fetch_u8(columns[i].index, row.index) * columns[i].weight;
    }
    sum += ((line + 1) >> vec4u(1u)) * row.weight;
    covered_y += row.weight;
  }
  let covered = covered_x * covered_y;
  if (covered != 0x400000 && ((flags >> BORDER_SHIFT) & 3u) == BORDER_FADE) {
    let share = (covered + 2048) >> 12u;
    sum = (((sum + 1024) >> vec4u(11u)) * share + fill * ((1024 - share) << 10u)) << vec4u(1u);
  }
  let level = clamp(sum, vec4i(0), vec4i(255 << 21u));
  return vec4i(finish_u8(vec4u(level), 21u, flags));
}`;
const fn_cubic_11 = `fn cubic_11(t: i32, sharpness: i32) -> vec4i {
  let u = 4096 - t;
  let product = (t * u + 128) >> 8u;
  let first = -sharpness * product * u;
  let third = (t << 18u) + product * (16384 - (8 - sharpness) * u);
  let fourth = -sharpness * product * t;
  let rounded = (vec3i(first, third, fourth) + (1 << 18u)) >> vec3u(19u);
  return vec4i(rounded.x, 2048 - rounded.x - rounded.y - rounded.z, rounded.y, rounded.z);
}`;
const fn_elastic_place = `fn elastic_place(args: Field, at: At) -> Place {
  return cubic_place(args, at);
}`;
const struct_Field = `struct Field {
  nodes: u32,
  columns: u32,
  rows: u32,
  inverse: vec2i,
  bits: vec2u,
  shift: u32,
}`;
const fn_cubic_place = `fn cubic_place(field: Field, at: At) -> Place {
  let centre = pixel_centre(at);
  let across = cell_of(centre.x, field.inverse.x, field.bits.x, field.columns - 3u);
  let down = cell_of(centre.y, field.inverse.y, field.bits.y, field.rows - 3u);
  return displaced(field, centre, cubic_nodes(across), cubic_nodes(down), 4u);
}`;
const fn_pixel_centre = `fn pixel_centre(at: At) -> vec2i {
  return (2 * vec2i(i32(at.x), i32(at.y)) + 1) << vec2u(PLACE_BITS - 1u);
}`;
const const_PLACE_BITS = `const PLACE_BITS = 16u;`;
const fn_cell_of = `fn cell_of(centre: i32, inverse: i32, bits: u32, cells: u32) -> Cell {
  let position = u32(scaled(centre, inverse, bits));
  let first = min(position >> GRID_BITS, cells - 1u);
  let rest = position - (first << GRID_BITS);
  return Cell(first, (rest + (1u << (GRID_BITS - WEIGHT_BITS - 1u))) >> (GRID_BITS - WEIGHT_BITS));
}`;
const struct_Cell = `struct Cell {
  first: u32,
  share: u32,
}`;
const fn_scaled = `fn scaled(a: i32, b: i32, bits: u32) -> i32 {
  let x = u32(abs(a));
  let y = u32(abs(b));
  let lowest = (x & 0xffffu) * (y & 0xffffu);
  let across = (x >> 16u) * (y & 0xffffu) + (lowest >> 16u);
  let down = (x & 0xffffu) * (y >> 16u) + (across & 0xffffu);
  let low = (down << 16u) | (lowest & 0xffffu);
  let rounded = low + (1u << (bits - 1u));
  let high = (x >> 16u) * (y >> 16u) + (across >> 16u) + (down >> 16u) + select(0u, 1u, rounded < low);
  let size = i32((high << (32u - bits)) | (rounded >> bits));
  return select(size, -size, (a < 0) != (b < 0));
}`;
const const_GRID_BITS = `const GRID_BITS = 20u;`;
const const_WEIGHT_BITS = `const WEIGHT_BITS = 15u;`;
const fn_displaced = `fn displaced(field: Field, centre: vec2i, across: Nodes, down: Nodes, order: u32) -> Place {
  var high = vec2i(0);
  var low = vec2i(0);
  for (var j = 0u; j < order; j++) {
    var line = vec2i(0);
    for (var i = 0u; i < order; i++) {
      line += node_at(field, across.first + i, down.first + j) * across.weights[i];
    }
    high += (line >> vec2u(WEIGHT_BITS)) * down.weights[j];
    low += (line & vec2i((1 << WEIGHT_BITS) - 1)) * down.weights[j];
  }
  let sum = high + (low >> vec2u(WEIGHT_BITS));
  let by = (sum + ((1 << field.shift) >> 1u)) >> vec2u(field.shift);
  return Place(centre.x + by.x, centre.y + by.y, true);
}`;
const struct_Nodes = `struct Nodes {
  first: u32,
  weights: vec4i,
}`;
const fn_node_at = `fn node_at(field: Field, column: u32, row: u32) -> vec2i {
  let word = host_word(field.nodes, row * field.columns + column);
  return vec2i(bitcast<i32>(word << 16u) >> 16u, bitcast<i32>(word) >> 16u);
}`;
const fn_host_word = `fn host_word(table: u32, index: u32) -> u32 {
  let words = program[table + (index >> 2u)];
  return words[index & 3u];
}`;
const fn_cubic_nodes = `fn cubic_nodes(cell: Cell) -> Nodes {
  let t = cell.share;
  let u = (1u << WEIGHT_BITS) - t;
  let square = (t * t + 0x2000u) >> 14u;
  let cube = square * t;
  let other = ((u * u + 0x2000u) >> 14u) * u;
  let first = i32((other + 0x30000u) / 0x60000u);
  let last = i32((cube + 0x30000u) / 0x60000u);
  let third = i32((0x10006u + 6u * t + 3u * square - 3u * (cube >> 15u)) / 12u);
  return Nodes(cell.first, vec4i(first, (1 << WEIGHT_BITS) - first - third - last, third, last));
}`;
const fn_read_field = `fn read_field(record: Args) -> Field {
  return Field(record.a.x, record.a.y, record.a.z, bitcast<vec2i>(vec2u(record.a.w, record.b.x)), record.b.yz, record.b.w);
}`;
const fn_gather_warp_f32 = `fn gather_warp_f32(w: Warp, at: At) -> vec4f {
  let flags = w.flags;
  let fill = bitcast<vec4f>(w.fill);
  let size = input_size();
  let across = warp_axis(size.x, w.below.x, flags);
  let down = warp_axis(size.y, w.below.y, flags);
  if (READS_AVERAGE && ((flags >> KIND_SHIFT) & 3u) == KIND_AVERAGE) {
    return average_f32(w, at, across, down);
  }
  let bits = flags & FRACTION_MASK;
  let place = warp_place(w, at);
  if (!place.valid || ((flags & INSIDE) != 0u && !(is_on(across, place.x, bits) && is_on(down, place.y, bits)))) {
    return fill;
  }
  let interpolation = (flags >> INTERPOLATION_SHIFT) & 3u;
  if (interpolation == NEAREST) {
    return fetch_f32(tap_on(across, place.x >> bits, 1).index, tap_on(down, place.y >> bits, 1).index);
  }
  let x = corner_of(place.x, bits);
  let y = corner_of(place.y, bits);
  if (READS_BILINEAR && interpolation == BILINEAR) {
    return bilinear_f32(across, down, x, y, bits, fill);
  }
  if (READS_BICUBIC) {
    return bicubic_f32(across, down, x, y, bits, fill);
  }
  return fill;
}`;
const fn_average_f32 = `fn average_f32(w: Warp, at: At, across: Axis, down: Axis) -> vec4f {
  if ((across.flags & INSIDE) != 0u && !is_average_inside(w, at, across, down)) {
    return bitcast<vec4f>(w.fill);
  }
  let columns = average_span(w.x, 0u, at.x, across);
  let rows = average_span(w.y, 0u, at.y, down);
  var sum = vec4f(0.0);
  var weight_down = 0.0;
  for (var j = rows.start; j < rows.end; j++) {
    var line = vec4f(0.0);
    var weight_across = 0.0;
    for (var i = columns.start; i < columns.end; i++) {
      let weight = f32(max(columns.reach - average_distance(columns, i), 0));
      line += fetch_f32(i, j) * weight;
      weight_across += weight;
    }
    let weight = f32(max(rows.reach - average_distance(rows, j), 0));
    sum += (line / max(weight_across, 1.0)) * weight;
    weight_down += weight;
  }
  return sum / max(weight_down, 1.0);
}`;
const fn_bilinear_f32 = `fn bilinear_f32(across: Axis, down: Axis, x: i32, y: i32, bits: u32, fill: vec4f) -> vec4f {
  let tx = fraction_f32(x, bits);
  let ty = fraction_f32(y, bits);
  let left = tap_on(across, x >> bits, 1);
  let right = tap_on(across, (x >> bits) + 1, 1);
  let top = tap_on(down, y >> bits, 1);
  let bottom = tap_on(down, (y >> bits) + 1, 1);
  let left_weight = (1.0 - tx) * f32(left.weight);
  let right_weight = tx * f32(right.weight);
  let top_weight = (1.0 - ty) * f32(top.weight);
  let bottom_weight = ty * f32(bottom.weight);
  let upper = fetch_f32(left.index, top.index) * left_weight + fetch_f32(right.index, top.index) * right_weight;
  let lower = fetch_f32(left.index, bottom.index) * left_weight + fetch_f32(right.index, bottom.index) * right_weight;
  let sum = upper * top_weight + lower * bottom_weight;
  if (left.weight + right.weight + top.weight + bottom.weight == 4) {
    return sum;
  }
  return border_f32(sum, (left_weight + right_weight) * (top_weight + bottom_weight), fill, across.flags);
}`;
const fn_fraction_f32 = `fn fraction_f32(coordinate: i32, bits: u32) -> f32 {
  let unit = bitcast<f32>((127u - bits) << 23u);
  return f32(coordinate & ((1 << bits) - 1)) * unit;
}`;
const fn_border_f32 = `fn border_f32(sum: vec4f, share: f32, fill: vec4f, flags: u32) -> vec4f {
  if (((flags >> BORDER_SHIFT) & 3u) != BORDER_FADE) {
    return sum;
  }
  return sum * share + fill * (1.0 - share);
}`;
const fn_bicubic_f32 = `fn bicubic_f32(across: Axis, down: Axis, x: i32, y: i32, bits: u32, fill: vec4f) -> vec4f {
  let flags = across.flags;
  let a = select(-1.0, -0.75, (flags & TORCHVISION) != 0u);
  let weights_x = cubic_f32(fraction_f32(x, bits), a);
  let weights_y = cubic_f32(fraction_f32(y, bits), a);
  var columns: array<Tap, 4>;
  var inside = 0;
  var share_x = 0.0;
  for (var i = 0; i < 4; i++) {
    columns[i] = tap_on(across, (x >> bits) + i - 1, 1);
    inside += columns[i].weight;
    share_x += weights_x[i] * f32(columns[i].weight);
  }
  var sum = vec4f(0.0);
  var share_y = 0.0;
  for (var j = 0; j < 4; j++) {
    let row = tap_on(down, (y >> bits) + j - 1, 1);
    let row_weight = weights_y[j] * f32(row.weight);
    var line = vec4f(0.0);
    for (var i = 0; i < 4; i++) {
      line += fetch_f32(columns[i].index, row.index) * (weights_x[i] * f32(columns[i].weight));
    }
    sum += line * row_weight;
    inside += row.weight;
    share_y += row_weight;
  }
  if (inside == 8) {
    return sum;
  }
  return border_f32(sum, share_x * share_y, fill, flags);
}`;
const fn_cubic_f32 = `fn cubic_f32(t: f32, a: f32) -> vec4f {
  let u = 1.0 - t;
  let product = t * u;
  return vec4f(a * product * u, u + product * (1.0 - (a + 2.0) * t), t + product * (1.0 - (a + 2.0) * u), a * product * t);
}`;
const fn_equalize_table = `fn equalize_table(channel: u32, value: u32, args: Equalize) -> u32 {
  if (args.rule == EQUALIZE_KERASCV) {
    return equalize_bins(channel, value, args.bins);
  }
  let share = (pixel_count() - level_count(channel, last_level(channel))) / 255u;
  if (share == 0u) {
    return value;
  }
  return min((count_below(channel, value) + share / 2u) / share, 255u);
}`;
const struct_Equalize = `struct Equalize {
  rule: u32,
  bins: u32,
}`;
const const_EQUALIZE_KERASCV = `const EQUALIZE_KERASCV = 1u;`;
const fn_equalize_bins = `fn equalize_bins(channel: u32, value: u32, bins: u32) -> u32 {
  var least = least_count(channel);
  if (bins != 256u) {
    least = 0xffffffffu;
    for (var bin = 0u; bin < bins; bin++) {
      let count = count_below(channel, first_level(bin + 1u, bins)) - count_below(channel, first_level(bin, bins));
      if (count > 0u) {
        least = min(least, count);
      }
    }
  }
  let share = (pixel_count() - least) / (bins - 1u);
  if (share == 0u) {
    return value;
  }
  let bin = min(value * bins / 255u, bins - 1u);
  let equal = min((count_below(channel, first_level(bin, bins)) + share / 2u) / share, bins - 1u);
  return (equal * 255u + (bins - 1u) / 2u) / (bins - 1u);
}`;
const fn_least_count = `fn least_count(channel: u32) -> u32 {
  return atomicLoad(&least_counts[channel]);
}`;
const fn_first_level = `fn first_level(bin: u32, bins: u32) -> u32 {
  return select((bin * 255u + bins - 1u) / bins, 256u, bin == bins);
}`;
const fn_level_count = `fn level_count(channel: u32, level: u32) -> u32 {
  return count_below(channel, level + 1u) - count_below(channel, level);
}`;
const fn_last_level = `fn last_level(channel: u32) -> u32 {
  return atomicLoad(&last_levels[channel]);
}`;
const fn_read_equalize = `fn read_equalize(record: Args) -> Equalize {
  return Equalize(record.a.x, record.a.y);
}`;
const fn_equalize_f32 = `fn equalize_f32(v: vec4f) -> vec4f {
  let level = vec4u(clamp(v, vec4f(0.0), vec4f(1.0)) * 255.999);
  let equal = vec3u(tone_level(0u, level.x), tone_level(1u, level.y), tone_level(2u, level.z));
  return vec4f(vec3f(equal) / 255.0, v.w);
}`;
const fn_erase_u8 = `fn erase_u8(v: vec4i, args: Erase, at: At) -> vec4i {
  if (!in_box(args.first, args.end, at)) {
    return v;
  }
  if ((args.mode & ERASE_MODE) == ERASE_CONSTANT) {
    let fill = bytes_of(args.key.x);
    return vec4i(fill.xyz, select(v.w, fill.w, (args.mode & ERASE_ALPHA) != 0u));
  }
  return vec4i(noise_bytes(erase_noise(args, at)), v.w);
}`;
const struct_Erase = `struct Erase {
  first: u32,
  end: u32,
  mode: u32,
  key: vec2u,
  noise: vec3u,
}`;
const const_ERASE_MODE = `const ERASE_MODE = 3u;`;
const const_ERASE_CONSTANT = `const ERASE_CONSTANT = 0u;`;
const const_ERASE_ALPHA = `const ERASE_ALPHA = 4u;`;
const fn_noise_bytes = `fn noise_bytes(noise: vec3i) -> vec3i {
  return clamp((noise + vec3i(64)) >> vec3u(7u), vec3i(0), vec3i(255));
}`;
const fn_erase_noise = `fn erase_noise(args: Erase, at: At) -> vec3i {
  let pixel = select(0u, at.y * at.width + at.x, args.mode == ERASE_PIXEL);
  var noise: vec3i;
  for (var channel = 0u; channel < 3u; channel++) {
    noise[channel] = fill_noise(args.key, pixel, select(channel, 0u, at.channels == 1u), args.noise[channel]);
  }
  return noise;
}`;
const const_ERASE_PIXEL = `const ERASE_PIXEL = 2u;`;
const fn_fill_noise = `fn fill_noise(key: vec2u, pixel: u32, channel: u32, noise: u32) -> i32 {
  let word = noise_word(key, pixel, channel);
  return i32(noise & 0x7fffu) + ((i32((noise >> 16u) & 0x7fffu) * normal_12(word) + 2048) >> 12u);
}`;
const fn_noise_word = `fn noise_word(key: vec2u, pixel: u32, channel: u32) -> u32 {
  return threefry2x32(key, vec2u(pixel, channel)).x;
}`;
const fn_threefry2x32 = `fn threefry2x32(key: vec2u, counter: vec2u) -> vec2u {
  let k0 = key.x;
  let k1 = key.y;
  let k2 = k0 ^ k1 ^ THREEFRY_PARITY;
  var x0 = counter.x + k0;
  var x1 = counter.y + k1;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 13u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 15u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 26u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 6u) ^ x0;
  x0 = x0 + k1;
  x1 = x1 + k2 + 1u;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 17u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 29u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 16u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 24u) ^ x0;
  x0 = x0 + k2;
  x1 = x1 + k0 + 2u;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 13u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 15u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 26u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 6u) ^ x0;
  x0 = x0 + k0;
  x1 = x1 + k1 + 3u;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 17u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 29u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 16u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 24u) ^ x0;
  x0 = x0 + k1;
  x1 = x1 + k2 + 4u;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 13u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 15u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 26u) ^ x0;
  x0 = x0 + x1;
  x1 = rotate_left(x1, 6u) ^ x0;
  return vec2u(x0 + k2, x1 + k0 + 5u);
}`;
const fn_normal_12 = `fn normal_12(word: u32) -> i32 {
  let tail = word >> 1u;
  let octave = min(countLeadingZeros(tail | 1u) - 1u, 21u);
  let fraction = max((tail << (octave + 1u)) >> 16u, 0x8000u) & 0x7fffu;
  let node = 8u * (21u - octave) + (fraction >> 12u);
  let far = quantile(node);
  let size = far - (((far - quantile(node + 1u)) * i32(fraction & 0xfffu) + 2048) >> 12u);
  return select(size, -size, (word & 1u) == 1u);
}`;
const fn_quantile = `fn quantile(i: u32) -> i32 {
  return i32((QUANTILES[i >> 1u] >> (16u * (i & 1u))) & 0xffffu);
}`;
const const_QUANTILES = `const QUANTILES = array<u32, 89>(0x525052aau, 0x51b551ffu, 0x51335172u, 0x50c450fau, 0x50345091u, 0x4f964fe1u, 0x4f114f51u, 0x4e9e4ed6u, 0x4e0b4e6au, 0x4d694db6u, 0x4ce04d22u, 0x4c6b4ca3u, 0x4bd44c35u, 0x4b2c4b7cu, 0x4aa04ae4u, 0x4a274a62u, 0x498c49f1u, 0x48e04932u, 0x48504895u, 0x47d3480fu, 0x4734479bu, 0x468246d7u, 0x45ed4635u, 0x456d45abu, 0x44c84533u, 0x44114468u, 0x437743c1u, 0x42f34333u, 0x424842b7u, 0x418b41e5u, 0x40ec4138u, 0x406240a5u, 0x3fb24024u, 0x3eed3f4bu, 0x3e483e97u, 0x3db93dfeu, 0x3d023d79u, 0x3c353c97u, 0x3b8a3bdcu, 0x3af53b3du, 0x3a363ab1u, 0x396139c6u, 0x38ad3903u, 0x3812385du, 0x374a37cbu, 0x366b36d5u, 0x35ae3609u, 0x350b355au, 0x343934c1u, 0x334f33beu, 0x328832e8u, 0x31dd3230u, 0x30ff318eu, 0x3007307du, 0x2f352f9au, 0x2e7f2ed7u, 0x2d932e2cu, 0x2c8b2d09u, 0x2bab2c17u, 0x2ae82b47u, 0x29ec2a90u, 0x28d12958u, 0x27e02854u, 0x270e2774u, 0x25fd26aeu, 0x24ca255du, 0x23c42442u, 0x22df234eu, 0x21b42276u, 0x20622104u, 0x1f411fcdu, 0x1e421ebeu, 0x1cf51dceu, 0x1b7a1c30u, 0x1a321ad1u, 0x1911199eu, 0x1793188cu, 0x15dc16afu, 0x145d1517u, 0x130713aeu, 0x113e1268u, 0x0f261029u, 0x0d4a0e32u, 0x0b980c6cu, 0x09440acbu, 0x067007d2u, 0x03cc0519u, 0x01410284u, 0x00000000u);`;
const fn_read_erase = `fn read_erase(record: Args) -> Erase {
  return Erase(record.a.x, record.a.y, record.a.z, vec2u(record.a.w, record.b.x), record.b.yzw);
}`;
const fn_erase_f32 = `fn erase_f32(v: vec4f, args: Erase, at: At) -> vec4f {
  if (!in_box(args.first, args.end, at)) {
    return v;
  }
  if ((args.mode & ERASE_MODE) == ERASE_CONSTANT) {
    let fill = bitcast<vec4f>(vec4u(args.noise, args.key.x));
    return vec4f(fill.xyz, select(v.w, fill.w, (args.mode & ERASE_ALPHA) != 0u));
  }
  return vec4f(noise_f32(erase_noise(args, at)), v.w);
}`;
const fn_noise_f32 = `fn noise_f32(noise: vec3i) -> vec3f {
  return vec3f(noise) * FILL_NOISE_UNIT;
}`;
const const_FILL_NOISE_UNIT = `const FILL_NOISE_UNIT = 1.0 / 32640.0;`;
const fn_gamma_u8 = `fn gamma_u8(v: vec4i, args: Gamma) -> vec4i {
  let level = vec4u(v);
  return vec4i(i32(host_byte(args.curve, level.x)), i32(host_byte(args.curve, level.y)), i32(host_byte(args.curve, level.z)), v.w);
}`;
const struct_Gamma = `struct Gamma {
  curve: u32,
}`;
const fn_host_byte = `fn host_byte(table: u32, index: u32) -> u32 {
  let words = program[table + (index >> 4u)];
  return (words[(index >> 2u) & 3u] >> (8u * (index & 3u))) & 255u;
}`;
const fn_read_gamma = `fn read_gamma(record: Args) -> Gamma {
  return Gamma(record.a.x);
}`;
const fn_gamma_f32 = `fn gamma_f32(v: vec4f, args: GammaF32) -> vec4f {
  let power = vec3f(power_of(v.x, args.exponent), power_of(v.y, args.exponent), power_of(v.z, args.exponent));
  return vec4f(clamp(args.gain * power, vec3f(0.0), vec3f(1.0)), v.w);
}`;
const struct_GammaF32 = `struct GammaF32 {
  exponent: f32,
  gain: f32,
}`;
const fn_power_of = `fn power_of(x: f32, exponent: f32) -> f32 {
  if (exponent == 1.0) {
    return max(x, 0.0);
  }
  if (x <= 0.0) {
    return select(0.0, 1.0, exponent == 0.0);
  }
  return pow(x, exponent);
}`;
const fn_read_gamma_f32 = `fn read_gamma_f32(record: Args) -> GammaF32 {
  return GammaF32(bitcast<f32>(record.a.x), bitcast<f32>(record.a.y));
}`;
const fn_gaussian_blur_u8 = `fn gaussian_blur_u8(args: GaussianBlur, at: At) -> vec4i {
  if (args.border == BLUR_BOXES) {
    let down = Box(i32(args.down), args.box_down.x, args.box_down.y);
    let across = Box(i32(args.across), args.box_across.x, args.box_across.y);
    return box_blur_pixel(down, across, at);
  }
  let down = i32(args.down);
  let across = i32(args.across);
  var total = vec4u(0u);
  for (var j = 0; j < down; j++) {
    let y = place_inside(i32(at.y) + j - (down >> 1u), i32(at.height), args.border);
    var line = vec4u(128u);
    for (var i = 0; i < across; i++) {
      let x = place_inside(i32(at.x) + i - (across >> 1u), i32(at.width), args.border);
      if (x >= 0 && y >= 0) {
        line += blur_weight(args.weights, down + i) * vec4u(fetch_u8(x, y));
      }
    }
    total += blur_weight(args.weights, j) * (line >> vec4u(8u));
  }
  return vec4i(round_even_24(total));
}`;
const struct_GaussianBlur = `struct GaussianBlur {
  down: u32,
  across: u32,
  weights: u32,
  border: u32,
  box_down: vec2u,
  box_across: vec2u,
}`;
const const_BLUR_BOXES = `const BLUR_BOXES = 3u;`;
const struct_Box = `struct Box {
  reach: i32,
  ww: u32,
  fw: u32,
}`;
const fn_box_blur_pixel = `fn box_blur_pixel(down: Box, across: Box, at: At) -> vec4i {
  var column: array<u32, BOX_WINDOW>;
  for (var j = 0; j <= 6 * down.reach; j++) {
    var line: array<u32, BOX_WINDOW>;
    for (var i = 0; i <= 6 * across.reach; i++) {
      line[i] = pack_bytes(vec4u(fetch_u8(i32(at.x) + i - 3 * across.reach, i32(at.y) + j - 3 * down.reach)));
    }
    column[j] = blur_line(&line, across, i32(at.x), i32(at.width));
  }
  return vec4i(unpack_bytes0(blur_line(&column, down, i32(at.y), i32(at.height))));
}`;
const const_BOX_WINDOW = `const BOX_WINDOW = 19;`;
const fn_pack_bytes = `fn pack_bytes(v: vec4u) -> u32 {
  return v.x | (v.y << 8u) | (v.z << 16u) | (v.w << 24u);
}`;
const fn_blur_line = `fn blur_line(line: ptr<function, array<u32, BOX_WINDOW>>, box: Box, position: i32, size: i32) -> u32 {
  let first = 3 * box.reach - position;
  for (var turn = 1; turn <= BOX_PASSES; turn++) {
    var next: array<u32, BOX_WINDOW>;
    for (var i = turn * box.reach; i <= 6 * box.reach - turn * box.reach; i++) {
      next[i] = box_at(line, clamp(i, first, first + size - 1), box);
    }
    *line = next;
  }
  return (*line)[3 * box.reach];
}`;
const const_BOX_PASSES = `const BOX_PASSES = 3;`;
const fn_box_at = `fn box_at(line: ptr<function, array<u32, BOX_WINDOW>>, i: i32, box: Box) -> u32 {
  var sum = vec4u(0u);
  for (var k = 1 - box.reach; k < box.reach; k++) {
    sum += unpack_bytes0((*line)[i + k]);
  }
  let far = unpack_bytes0((*line)[i - box.reach]) + unpack_bytes0((*line)[i + box.reach]);
  return pack_bytes((sum * box.ww + far * box.fw + vec4u(BOX_HALF)) >> vec4u(24u));
}`;
const fn_unpack_bytes0 = `fn unpack_bytes0(word: u32) -> vec4u {
  return (vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
}`;
const const_BOX_HALF = `const BOX_HALF = 0x800000u;`;
const fn_place_inside = `fn place_inside(position: i32, size: i32, border: u32) -> i32 {
  if (position >= 0 && position < size) {
    return position;
  }
  if (border == BORDER_ZERO) {
    return -1;
  }
  if (border == BORDER_EDGE || size == 1) {
    return clamp(position, 0, size - 1);
  }
  let period = 2 * (size - 1);
  let within = modulo(position, period);
  return select(period - within, within, within < size);
}`;
const const_BORDER_ZERO = `const BORDER_ZERO = 1u;`;
const const_BORDER_EDGE = `const BORDER_EDGE = 2u;`;
const fn_blur_weight = `fn blur_weight(table: u32, index: i32) -> u32 {
  return program[table + (u32(index) >> 2u)][u32(index) & 3u];
}`;
const fn_round_even_24 = `fn round_even_24(value: vec4u) -> vec4u {
  let whole = value >> vec4u(24u);
  let rest = value & vec4u(0xffffffu);
  let up = (rest > vec4u(0x800000u)) | ((rest == vec4u(0x800000u)) & ((whole & vec4u(1u)) == vec4u(1u)));
  return whole + select(vec4u(0u), vec4u(1u), up);
}`;
const fn_read_gaussian_blur = `fn read_gaussian_blur(record: Args) -> GaussianBlur {
  return GaussianBlur(record.a.x, record.a.y, record.a.z, record.a.w, record.b.xy, record.b.zw);
}`;
const fn_gaussian_blur_f32 = `fn gaussian_blur_f32(args: GaussianBlur, at: At) -> vec4f {
  let down = i32(args.down);
  let across = i32(args.across);
  var total = vec4f(0.0);
  for (var j = 0; j < down; j++) {
    let y = place_inside(i32(at.y) + j - (down >> 1u), i32(at.height), args.border);
    var line = vec4f(0.0);
    for (var i = 0; i < across; i++) {
      let x = place_inside(i32(at.x) + i - (across >> 1u), i32(at.width), args.border);
      if (x >= 0 && y >= 0) {
        line += bitcast<f32>(blur_weight(args.weights, down + i)) * fetch_f32(x, y);
      }
    }
    total += bitcast<f32>(blur_weight(args.weights, j)) * line;
  }
  return total;
}`;
const fn_gaussian_noise_u8 = `fn gaussian_noise_u8(v: vec4i, args: GaussianNoise, at: At) -> vec4i {
  let noise = (gaussian_noise_at(args, at) + vec3i(128)) >> vec3u(8u);
  return vec4i(clamp(v.xyz + noise, vec3i(0), vec3i(255)), v.w);
}`;
const struct_GaussianNoise = `struct GaussianNoise {
  key: vec2u,
  deviation: i32,
}`;
const fn_gaussian_noise_at = `fn gaussian_noise_at(args: GaussianNoise, at: At) -> vec3i {
  var noise: vec3i;
  for (var channel = 0u; channel < 3u; channel++) {
    let word = noise_word(args.key, at.y * at.width + at.x, select(channel, 0u, at.channels == 1u));
    noise[channel] = (args.deviation * normal_12(word) + 2048) >> 12u;
  }
  return noise;
}`;
const fn_read_gaussian_noise = `fn read_gaussian_noise(record: Args) -> GaussianNoise {
  return GaussianNoise(record.a.xy, bitcast<i32>(record.a.z));
}`;
const fn_gaussian_noise_f32 = `fn gaussian_noise_f32(v: vec4f, args: GaussianNoise, at: At) -> vec4f {
  let noise = vec3f(gaussian_noise_at(args, at)) * GAUSSIAN_NOISE_UNIT;
  return vec4f(clamp(v.xyz + noise, vec3f(0.0), vec3f(1.0)), v.w);
}`;
const const_GAUSSIAN_NOISE_UNIT = `const GAUSSIAN_NOISE_UNIT = 1.0 / 65280.0;`;
const fn_grayscale_u8 = `fn grayscale_u8(v: vec4i, args: Grayscale, at: At) -> vec4i {
  return vec4i(vec3i(grey_u8(v, args.grey_of, at.channels)), v.w);
}`;
const struct_Grayscale = `struct Grayscale {
  grey_of: u32,
}`;
const fn_read_grayscale = `fn read_grayscale(record: Args) -> Grayscale {
  return Grayscale(record.a.x);
}`;
const fn_grayscale_f32 = `fn grayscale_f32(v: vec4f, at: At) -> vec4f {
  return vec4f(vec3f(grey_f32(v, at.channels)), v.w);
}`;
const fn_grid_distortion_place = `fn grid_distortion_place(args: Field, at: At) -> Place {
  return linear_place(args, at);
}`;
const fn_linear_place = `fn linear_place(field: Field, at: At) -> Place {
  let centre = pixel_centre(at);
  let across = cell_of(centre.x, field.inverse.x, field.bits.x, field.columns - 1u);
  let down = cell_of(centre.y, field.inverse.y, field.bits.y, field.rows - 1u);
  return displaced(field, centre, linear_nodes(across), linear_nodes(down), 2u);
}`;
const fn_linear_nodes = `fn linear_nodes(cell: Cell) -> Nodes {
  let share = i32(cell.share);
  return Nodes(cell.first, vec4i((1 << WEIGHT_BITS) - share, share, 0, 0));
}`;
const fn_grid_mask_u8 = `fn grid_mask_u8(v: vec4i, args: GridMask, at: At) -> vec4i {
  if (!in_hole(args, at)) {
    return v;
  }
  if (is_noisy_grid(args)) {
    return vec4i(noise_bytes(grid_noise(args, at)), v.w);
  }
  return vec4i(bytes_of(args.key.x).xyz, v.w);
}`;
const struct_GridMask = `struct GridMask {
  across: u32,
  down: u32,
  phase: vec2u,
  hole: u32,
  key: vec2u,
  noise: u32,
}`;
const fn_in_hole = `fn in_hole(args: GridMask, at: At) -> bool {
  let across = (args.across * at.x - args.down * at.y + args.phase.x) >> 1u;
  let down = (args.down * at.x + args.across * at.y + args.phase.y) >> 1u;
  return across >= args.hole && down >= args.hole;
}`;
const fn_is_noisy_grid = `fn is_noisy_grid(args: GridMask) -> bool {
  return (args.noise & GRID_NOISY) != 0u;
}`;
const const_GRID_NOISY = `const GRID_NOISY = 0x80000000u;`;
const fn_grid_noise = `fn grid_noise(args: GridMask, at: At) -> vec3i {
  var noise: vec3i;
  for (var channel = 0u; channel < 3u; channel++) {
    noise[channel] = fill_noise(args.key, at.y * at.width + at.x, select(channel, 0u, at.channels == 1u), args.noise);
  }
  return noise;
}`;
const fn_read_grid_mask = `fn read_grid_mask(record: Args) -> GridMask {
  return GridMask(record.a.x, record.a.y, record.a.zw, record.b.x, record.b.yz, record.b.w);
}`;
const fn_grid_mask_f32 = `fn grid_mask_f32(v: vec4f, args: GridMask, at: At) -> vec4f {
  if (!in_hole(args, at)) {
    return v;
  }
  if (is_noisy_grid(args)) {
    return vec4f(noise_f32(grid_noise(args, at)), v.w);
  }
  return vec4f(bitcast<vec3f>(vec3u(args.key, args.noise)), v.w);
}`;
const fn_hue_u8 = `fn hue_u8(v: vec4i, args: Hue) -> vec4i {
  let high = max(v.x, max(v.y, v.z));
  let low = min(v.x, min(v.y, v.z));
  let range = high - low;
  if (range == 0) {
    return v;
  }
  var hue = 4 * range + v.x - v.y;
  if (high == v.x) {
    hue = v.y - v.z;
  } else if (high == v.y) {
    hue = 2 * range + v.z - v.x;
  }
  if (hue < 0) {
    hue += 6 * range;
  }
  let turned = ((u32(hue) << 20u) + (u32(range) >> 1u)) / u32(range) + args.turn;
  let sixth = (turned >> 20u) % 6u;
  let part = range * i32(turned & 0xfffffu);
  let rising = ((low << 20u) + part + 1024) >> 20u;
  let falling = ((high << 20u) - part + 1024) >> 20u;
  switch (sixth) {
    case 0u: {
      return vec4i(high, rising, low, v.w);
    }
    case 1u: {
      return vec4i(falling, high, low, v.w);
    }
    case 2u: {
      return vec4i(low, high, rising, v.w);
    }
    case 3u: {
      return vec4i(low, falling, high, v.w);
    }
    case 4u: {
      return vec4i(rising, low, high, v.w);
    }
    default: {
      return vec4i(high, low, falling, v.w);
    }
  }
}`;
const struct_Hue = `struct Hue {
  turn: u32,
}`;
const fn_read_hue = `fn read_hue(record: Args) -> Hue {
  return Hue(record.a.x);
}`;
const fn_hue_f32 = `fn hue_f32(v: vec4f, args: HueF32) -> vec4f {
  let high = max(v.x, max(v.y, v.z));
  let low = min(v.x, min(v.y, v.z));
  let range = high - low;
  if (range == 0.0) {
    return v;
  }
  var hue = 4.0 + (v.x - v.y) / range;
  if (high == v.x) {
    hue = (v.y - v.z) / range;
  } else if (high == v.y) {
    hue = 2.0 + (v.z - v.x) / range;
  }
  if (hue < 0.0) {
    hue += 6.0;
  }
  hue += args.turn;
  if (hue >= 6.0) {
    hue -= 6.0;
  }
  let sixth = min(floor(hue), 5.0);
  let part = range * (hue - sixth);
  let rising = low + part;
  let falling = high - part;
  switch (u32(sixth)) {
    case 0u: {
      return vec4f(high, rising, low, v.w);
    }
    case 1u: {
      return vec4f(falling, high, low, v.w);
    }
    case 2u: {
      return vec4f(low, high, rising, v.w);
    }
    case 3u: {
      return vec4f(low, falling, high, v.w);
    }
    case 4u: {
      return vec4f(rising, low, high, v.w);
    }
    default: {
      return vec4f(high, low, falling, v.w);
    }
  }
}`;
const struct_HueF32 = `struct HueF32 { turn: f32 }`;
const fn_read_hue_f32 = `fn read_hue_f32(record: Args) -> HueF32 {
  return HueF32(bitcast<f32>(record.a.x));
}`;
const fn_identity_u8 = `fn identity_u8(v: vec4i) -> vec4i {
  return v;
}`;
const fn_identity_f32 = `fn identity_f32(v: vec4f) -> vec4f {
  return v;
}`;
const fn_invert_u8 = `fn invert_u8(v: vec4i) -> vec4i {
  return vec4i(255 - v.xyz, v.w);
}`;
const fn_invert_f32 = `fn invert_f32(v: vec4f) -> vec4f {
  return vec4f(1.0 - v.xyz, v.w);
}`;
const fn_jigsaw_u8 = `fn jigsaw_u8(args: Jigsaw, at: At) -> vec4i {
  let place = jigsaw_source(args, at);
  return fetch_u8(place.x, place.y);
}`;
const struct_Jigsaw = `struct Jigsaw {
  order: u32,
  columns: u32,
  rows: u32,
  tile: vec2u,
}`;
const fn_jigsaw_source = `fn jigsaw_source(args: Jigsaw, at: At) -> vec2i {
  let grid = vec2u(args.columns, args.rows);
  let tile = args.tile;
  let here = vec2u(at.x, at.y);
  if (tile.x == 0u || any(here >= grid * tile)) {
    return vec2i(here);
  }
  let cell = here / tile;
  let origin = host_byte(args.order, cell.y * grid.x + cell.x);
  let shifted = vec2u(origin % grid.x, origin / grid.x);
  return vec2i(here) + (vec2i(shifted) - vec2i(cell)) * vec2i(tile);
}`;
const fn_read_jigsaw = `fn read_jigsaw(record: Args) -> Jigsaw {
  return Jigsaw(record.a.x, record.a.y, record.a.z, vec2u(record.a.w, record.b.x));
}`;
const fn_jigsaw_f32 = `fn jigsaw_f32(args: Jigsaw, at: At) -> vec4f {
  let place = jigsaw_source(args, at);
  return fetch_f32(place.x, place.y);
}`;
const fn_jpeg_quality_show_u8 = `fn jpeg_quality_show_u8(args: JpegQuality, at: At) -> vec4i {
  let own = fetch_u8(i32(at.x), i32(at.y));
  if (!has_cells(args, at)) {
    return to_rgb(own, own.yz);
  }
  let cells = cells_around(at);
  return to_rgb(own, between(own.yz, fetch_u8(cells.z, cells.y).yz, fetch_u8(cells.x, cells.w).yz, fetch_u8(cells.z, cells.w).yz, at));
}`;
const struct_JpegQuality = `struct JpegQuality {
  scale: i32,
  halved: u32,
}`;
const fn_has_cells = `fn has_cells(args: JpegQuality, at: At) -> bool {
  return args.halved != 0u && at.width > 4u;
}`;
const fn_to_rgb = `fn to_rgb(v: vec4i, chroma: vec2i) -> vec4i {
  let blue = chroma.x - 128;
  let red = chroma.y - 128;
  let offsets = (vec3i(91881 * red, -22554 * blue - 46802 * red, 116130 * blue) + vec3i(32768)) >> vec3u(16u);
  return vec4i(clamp(vec3i(v.x) + offsets, vec3i(0), vec3i(255)), v.w);
}`;
const fn_cells_around = `fn cells_around(at: At) -> vec4i {
  let cell = vec2i(i32(at.x >> 1u), i32(at.y >> 1u));
  let nearer = cell + 2 * vec2i(i32(at.x & 1u), i32(at.y & 1u)) - 1;
  let last = vec2i(i32((at.width - 1u) >> 1u), i32((at.height - 1u) >> 1u));
  return vec4i(2 * cell, 2 * clamp(nearer, vec2i(0), last));
}`;
const fn_between = `fn between(own: vec2i, across: vec2i, down: vec2i, corner: vec2i, at: At) -> vec2i {
  return (3 * (3 * own + down) + 3 * across + corner + vec2i(8 - i32(at.x & 1u))) >> vec2u(4u);
}`;
const fn_read_jpeg_quality = `fn read_jpeg_quality(record: Args) -> JpegQuality {
  return JpegQuality(bitcast<i32>(record.a.x), record.a.y);
}`;
const fn_jpeg_quality_u8 = `fn jpeg_quality_u8(args: JpegQuality, tile: Tile, lane: u32) -> array<vec4i, 4> {
  let rows = cell_rows(tile, lane);
  let x = i32(tile.x + 2u * (lane & 7u));
  return code_tile(args, tile, lane, array<vec4i, 4>(fetch_u8(x, rows.x), fetch_u8(x + 1, rows.x), fetch_u8(x, rows.y), fetch_u8(x + 1, rows.y)));
}`;
const fn_cell_rows = `fn cell_rows(tile: Tile, lane: u32) -> vec2i {
  let last = i32(tile.height) - 1;
  let upper = 2 * min(i32(tile.y / 2u + (lane >> 3u)), last >> 1u);
  return vec2i(upper, min(upper + 1, last));
}`;
const fn_code_tile = `fn code_tile(args: JpegQuality, tile: Tile, lane: u32, pixels: array<vec4i, 4>) -> array<vec4i, 4> {
  let halved = args.halved != 0u;
  read_cell(tile, lane, pixels, halved);
  workgroupBarrier();
  let lines = select(96u, 48u, halved);
  for (var line = lane; line < lines; line += WORKGROUP_SIZE) {
    var v: array<i32, 8>;
    for (var i = 0u; i < 8u; i++) {
      v[i] = samples[8u * line + i] - 128;
    }
    v = forward(v, 11u);
    for (var i = 0u; i < 8u; i++) {
      samples[8u * line + i] = v[i];
    }
  }
  workgroupBarrier();
  for (var line = lane; line < lines; line += WORKGROUP_SIZE) {
    let first = 64u * (line >> 3u) + (line & 7u);
    let table = 2u * (line & 7u) + select(16u, 0u, line < 32u);
    var v: array<i32, 8>;
    for (var i = 0u; i < 8u; i++) {
      v[i] = samples[first + 8u * i];
    }
    v = forward(v, 15u);
    for (var i = 0u; i < 8u; i++) {
      let base = (QUANTA[table + (i >> 2u)] >> (8u * (i & 3u))) & 255u;
      v[i] = quantised(v[i], clamp((i32(base) * args.scale + 50) / 100, 1, 255));
    }
    v = inverse(v, 11u);
    for (var i = 0u; i < 8u; i++) {
      samples[first + 8u * i] = v[i];
    }
  }
  workgroupBarrier();
  for (var line = lane; line < lines; line += WORKGROUP_SIZE) {
    var v: array<i32, 8>;
    for (var i = 0u; i < 8u; i++) {
      v[i] = samples[8u * line + i];
    }
    v = inverse(v, 18u);
    for (var i = 0u; i < 8u; i++) {
      samples[8u * line + i] = clamp(v[i] + 128, 0, 255);
    }
  }
  workgroupBarrier();
  var cell: array<vec4i, 4>;
  for (var i = 0u; i < 4u; i++) {
    let places = places_of(2u * (lane & 7u) + (i & 1u), 2u * (lane >> 3u) + (i >> 1u), halved);
    cell[i] = vec4i(samples[places.x], samples[places.y], samples[places.z], pixels[i].w);
  }
  return cell;
}`;
const fn_read_cell = `fn read_cell(tile: Tile, lane: u32, pixels: array<vec4i, 4>, halved: bool) {
  let is_below = tile.y / 2u + (lane >> 3u) > (tile.height - 1u) >> 1u;
  var cell: array<vec3i, 4>;
  for (var i = 0u; i < 4u; i++) {
    cell[i] = to_ycc(pixels[i]);
  }
  for (var i = 0u; i < 4u; i++) {
    let places = places_of(2u * (lane & 7u) + (i & 1u), 2u * (lane >> 3u) + (i >> 1u), halved);
    let value = cell[select(i, i | 2u, is_below)];
    samples[places.x] = value.x;
    if (!halved) {
      samples[places.y] = value.y;
      samples[places.z] = value.z;
    }
  }
  if (halved) {
    let sum = (cell[0] + cell[1] + cell[2] + cell[3] + vec3i(1 + i32(lane & 1u))) >> vec3u(2u);
    samples[256u + lane] = sum.y;
    samples[320u + lane] = sum.z;
  }
}`;
const fn_to_ycc = `fn to_ycc(v: vec4i) -> vec3i {
  return vec3i(19595 * v.x + 38470 * v.y + 7471 * v.z + 32768, -11059 * v.x - 21709 * v.y + 32768 * v.z + 8421375, 32768 * v.x - 27439 * v.y - 5329 * v.z + 8421375) >> vec3u(16u);
}`;
const fn_places_of = `fn places_of(x: u32, y: u32, halved: bool) -> vec3u {
  let full = 64u * (2u * (y >> 3u) + (x >> 3u)) + 8u * (y & 7u) + (x & 7u);
  let cell = 8u * (y >> 1u) + (x >> 1u);
  return select(vec3u(full, 256u + full, 512u + full), vec3u(full, 256u + cell, 320u + cell), halved);
}`;
const var_samples = `var<workgroup> samples: array<i32, 768>;`;
const fn_forward = `fn forward(v: array<i32, 8>, bits: u32) -> array<i32, 8> {
  let s = vec4i(v[0] + v[7], v[1] + v[6], v[2] + v[5], v[3] + v[4]);
  let d = vec4i(v[0] - v[7], v[1] - v[6], v[2] - v[5], v[3] - v[4]);
  let outer = s.x + s.w;
  let inner = s.y + s.z;
  let outer_tilt = s.x - s.w;
  let inner_tilt = s.y - s.z;
  let turn = (outer_tilt + inner_tilt) * 4433;
  let joint = (d.x + d.y + d.z + d.w) * 9633;
  let even = joint - (d.y + d.w) * 16069;
  let odd = joint - (d.x + d.z) * 3196;
  let ends = (d.x + d.w) * 7373;
  let middles = (d.y + d.z) * 20995;
  return array<i32, 8>(descale((outer + inner) * 8192, bits), descale(d.x * 12299 - ends + odd, bits), descale(turn + outer_tilt * 6270, bits), descale(d.y * 25172 - middles + even, bits), descale((outer - inner) * 8192, bits), descale(d.z * 16819 - middles + odd, bits), descale(turn - inner_tilt * 15137, bits), descale(d.w * 2446 - ends + even, bits));
}`;
const fn_descale = `fn descale(value: i32, bits: u32) -> i32 {
  return (value + (1 << (bits - 1u))) >> bits;
}`;
const const_QUANTA = `const QUANTA = array<u32, 32>(0x0e0e0c10u, 0x48311812u, 0x110d0c0bu, 0x5c402316u, 0x16100e0au, 0x5f4e3725u, 0x1d181310u, 0x62574038u, 0x33281a18u, 0x70675144u, 0x57393a28u, 0x6479686du, 0x50453c33u, 0x67787167u, 0x3e38373du, 0x63655c4du, 0x2f181211u, 0x63636363u, 0x421a1512u, 0x63636363u, 0x63381a18u, 0x63636363u, 0x6363422fu, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u, 0x63636363u);`;
const fn_quantised = `fn quantised(coefficient: i32, quantum: i32) -> i32 {
  return sign(coefficient) * ((abs(coefficient) + 4 * quantum) / (8 * quantum)) * quantum;
}`;
const fn_inverse = `fn inverse(v: array<i32, 8>, bits: u32) -> array<i32, 8> {
  let turn = (v[2] + v[6]) * 4433;
  let outer_tilt = turn + v[2] * 6270;
  let inner_tilt = turn - v[6] * 15137;
  let outer = (v[0] + v[4]) * 8192;
  let inner = (v[0] - v[4]) * 8192;
  let s = vec4i(outer + outer_tilt, inner + inner_tilt, inner - inner_tilt, outer - outer_tilt);
  let joint = (v[1] + v[3] + v[5] + v[7]) * 9633;
  let even = joint - (v[3] + v[7]) * 16069;
  let odd = joint - (v[1] + v[5]) * 3196;
  let ends = (v[1] + v[7]) * 7373;
  let middles = (v[3] + v[5]) * 20995;
  let d = vec4i(v[1] * 12299 - ends + odd, v[3] * 25172 - middles + even, v[5] * 16819 - middles + odd, v[7] * 2446 - ends + even);
  return array<i32, 8>(descale(s.x + d.x, bits), descale(s.y + d.y, bits), descale(s.z + d.z, bits), descale(s.w + d.w, bits), descale(s.w - d.w, bits), descale(s.z - d.z, bits), descale(s.y - d.y, bits), descale(s.x - d.x, bits));
}`;
const fn_jpeg_quality_show_f32 = `fn jpeg_quality_show_f32(args: JpegQuality, at: At) -> vec4f {
  let exact = fetch_f32(i32(at.x), i32(at.y));
  let own = coded_bytes(exact);
  var chroma = own.yz;
  if (has_cells(args, at)) {
    let cells = cells_around(at);
    chroma = between(own.yz, coded_bytes(fetch_f32(cells.z, cells.y)).yz, coded_bytes(fetch_f32(cells.x, cells.w)).yz, coded_bytes(fetch_f32(cells.z, cells.w)).yz, at);
  }
  return vec4f(vec3f(to_rgb(own, chroma).xyz) / 255.0, exact.w);
}`;
const fn_coded_bytes = `fn coded_bytes(value: vec4f) -> vec4i {
  return vec4i(value * 255.0 + 0.5);
}`;
const fn_jpeg_quality_f32 = `fn jpeg_quality_f32(args: JpegQuality, tile: Tile, lane: u32) -> array<vec4f, 4> {
  let rows = cell_rows(tile, lane);
  let x = i32(tile.x + 2u * (lane & 7u));
  let exact = array<vec4f, 4>(fetch_f32(x, rows.x), fetch_f32(x + 1, rows.x), fetch_f32(x, rows.y), fetch_f32(x + 1, rows.y));
  let bytes = array<vec4i, 4>(to_bytes(exact[0]), to_bytes(exact[1]), to_bytes(exact[2]), to_bytes(exact[3]));
  let coded = code_tile(args, tile, lane, bytes);
  var cell: array<vec4f, 4>;
  for (var i = 0u; i < 4u; i++) {
    cell[i] = vec4f(vec3f(coded[i].xyz) / 255.0, exact[i].w);
  }
  return cell;
}`;
const fn_to_bytes = `fn to_bytes(value: vec4f) -> vec4i {
  return vec4i(clamp(value, vec4f(0.0), vec4f(1.0)) * 255.0 + 0.5);
}`;
const fn_lens_distortion_place = `fn lens_distortion_place(args: LensDistortion, at: At) -> Place {
  let centre = pixel_centre(at);
  let from_centre = centre - args.center;
  let x = scaled(from_centre.x, args.inverse, args.bits);
  let y = scaled(from_centre.y, args.inverse, args.bits);
  let square = scaled(x, x, LENS_BITS) + scaled(y, y, LENS_BITS);
  let more = scaled(square, args.k1 + scaled(args.k2, square, LENS_BITS), LENS_BITS + 1u);
  return Place(lens_moved(centre.x, from_centre.x, more), lens_moved(centre.y, from_centre.y, more), true);
}`;
const struct_LensDistortion = `struct LensDistortion {
  center: vec2i,
  inverse: i32,
  bits: u32,
  k1: i32,
  k2: i32,
}`;
const const_LENS_BITS = `const LENS_BITS = 28u;`;
const fn_lens_moved = `fn lens_moved(start: i32, offset: i32, more: i32) -> i32 {
  let rough = scaled(offset, more, LENS_BITS + 3u);
  let farthest = select(LENS_FARTHEST, -LENS_FARTHEST, rough < 0);
  let is_far = abs(rough) > LENS_FARTHEST >> 4u;
  let by = select(scaled(offset, more, LENS_BITS - 1u), farthest, is_far);
  return start + min(by, LENS_FARTHEST - start);
}`;
const const_LENS_FARTHEST = `const LENS_FARTHEST = 2147418112;`;
const fn_read_lens_distortion = `fn read_lens_distortion(record: Args) -> LensDistortion {
  return LensDistortion(bitcast<vec2i>(record.a.xy), bitcast<i32>(record.a.z), record.a.w, bitcast<i32>(record.b.x), bitcast<i32>(record.b.y));
}`;
const fn_median_blur_u8 = `fn median_blur_u8(at: At) -> vec4i {
  let x = i32(at.x);
  var own: vec4i;
  var low: array<vec4i, 3>;
  var middle: array<vec4i, 3>;
  var high: array<vec4i, 3>;
  for (var row = 0; row < 3; row++) {
    let y = i32(at.y) + row - 1;
    let a = fetch_u8(x - 1, y);
    let b = fetch_u8(x, y);
    let c = fetch_u8(x + 1, y);
    low[row] = min(min(a, b), c);
    middle[row] = max(min(a, b), min(max(a, b), c));
    high[row] = max(max(a, b), c);
    if (row == 1) {
      own = b;
    }
  }
  let a = max(max(low[0], low[1]), low[2]);
  let b = max(min(middle[0], middle[1]), min(max(middle[0], middle[1]), middle[2]));
  let c = min(min(high[0], high[1]), high[2]);
  let median = max(min(a, b), min(max(a, b), c));
  return vec4i(median.xyz, own.w);
}`;
const fn_median_blur_f32 = `fn median_blur_f32(at: At) -> vec4f {
  let x = i32(at.x);
  var own: vec4f;
  var low: array<vec4f, 3>;
  var middle: array<vec4f, 3>;
  var high: array<vec4f, 3>;
  for (var row = 0; row < 3; row++) {
    let y = i32(at.y) + row - 1;
    let a = fetch_f32(x - 1, y);
    let b = fetch_f32(x, y);
    let c = fetch_f32(x + 1, y);
    low[row] = min(min(a, b), c);
    middle[row] = max(min(a, b), min(max(a, b), c));
    high[row] = max(max(a, b), c);
    if (row == 1) {
      own = b;
    }
  }
  let a = max(max(low[0], low[1]), low[2]);
  let b = max(min(middle[0], middle[1]), min(max(middle[0], middle[1]), middle[2]));
  let c = min(min(high[0], high[1]), high[2]);
  let median = max(min(a, b), min(max(a, b), c));
  return vec4f(median.xyz, own.w);
}`;
const fn_normalize_f32 = `fn normalize_f32(v: vec4f, args: NormalizeF32) -> vec4f {
  return (v - args.mean) / args.deviation;
}`;
const struct_NormalizeF32 = `struct NormalizeF32 {
  mean: vec4f,
  deviation: vec4f,
}`;
const fn_read_normalize_f32 = `fn read_normalize_f32(record: Args) -> NormalizeF32 {
  return NormalizeF32(bitcast<vec4f>(record.a), bitcast<vec4f>(record.b));
}`;
const fn_posterize_u8 = `fn posterize_u8(v: vec4i, args: Posterize) -> vec4i {
  return vec4i(v.xyz & vec3i(args.mask), v.w);
}`;
const struct_Posterize = `struct Posterize { mask: i32 }`;
const fn_read_posterize = `fn read_posterize(record: Args) -> Posterize {
  return Posterize(bitcast<i32>(record.a.x));
}`;
const fn_posterize_f32 = `fn posterize_f32(v: vec4f, args: PosterizeF32) -> vec4f {
  let levels = args.levels;
  if (levels == 0.0) {
    return v;
  }
  return vec4f(clamp(floor(v.xyz * levels), vec3f(0.0), vec3f(levels - 1.0)) / levels, v.w);
}`;
const struct_PosterizeF32 = `struct PosterizeF32 {
  levels: f32,
}`;
const fn_read_posterize_f32 = `fn read_posterize_f32(record: Args) -> PosterizeF32 {
  return PosterizeF32(bitcast<f32>(record.a.x));
}`;
const fn_rescale_u8 = `fn rescale_u8(v: vec4i, args: Rescale) -> vec4i {
  return vec4i(clamp((v.xyz * args.scale + args.offset + 131072) >> vec3u(18u), vec3i(0), vec3i(255)), v.w);
}`;
const struct_Rescale = `struct Rescale {
  scale: i32,
  offset: i32,
}`;
const fn_read_rescale = `fn read_rescale(record: Args) -> Rescale {
  return Rescale(bitcast<i32>(record.a.x), bitcast<i32>(record.a.y));
}`;
const fn_rescale_f32 = `fn rescale_f32(v: vec4f, args: RescaleF32) -> vec4f {
  return vec4f(v.xyz * args.scale + args.offset, v.w);
}`;
const struct_RescaleF32 = `struct RescaleF32 {
  scale: f32,
  offset: f32,
}`;
const fn_read_rescale_f32 = `fn read_rescale_f32(record: Args) -> RescaleF32 {
  return RescaleF32(bitcast<f32>(record.a.x), bitcast<f32>(record.a.y));
}`;
const fn_salt_and_pepper_u8 = `fn salt_and_pepper_u8(v: vec4i, args: SaltAndPepper, at: At) -> vec4i {
  let draw = noise_word(args.key, at.y * at.width + at.x, 0u) >> 1u;
  if (draw < args.salt) {
    return vec4i(255, 255, 255, v.w);
  }
  return select(v, vec4i(0, 0, 0, v.w), draw < args.either);
}`;
const struct_SaltAndPepper = `struct SaltAndPepper {
  key: vec2u,
  salt: u32,
  either: u32,
}`;
const fn_read_salt_and_pepper = `fn read_salt_and_pepper(record: Args) -> SaltAndPepper {
  return SaltAndPepper(record.a.xy, record.a.z, record.a.w);
}`;
const fn_salt_and_pepper_f32 = `fn salt_and_pepper_f32(v: vec4f, args: SaltAndPepper, at: At) -> vec4f {
  let draw = noise_word(args.key, at.y * at.width + at.x, 0u) >> 1u;
  if (draw < args.salt) {
    return vec4f(1.0, 1.0, 1.0, v.w);
  }
  return select(v, vec4f(0.0, 0.0, 0.0, v.w), draw < args.either);
}`;
const fn_saturation_u8 = `fn saturation_u8(v: vec4i, args: Saturation) -> vec4i {
  let high = max(v.x, max(v.y, v.z));
  let low = min(v.x, min(v.y, v.z));
  let range = u32(high - low);
  if (range == 0u) {
    return v;
  }
  if (args.multiplier * range >= u32(high) << 16u) {
    let above = vec3u(v.xyz - low);
    return vec4i(vec3i((2u * u32(high) * above + range) / (2u * range)), v.w);
  }
  let below = vec3u(high - v.xyz);
  return vec4i(vec3i(((u32(high) << 16u) - args.multiplier * below + 32768u) >> vec3u(16u)), v.w);
}`;
const struct_Saturation = `struct Saturation {
  multiplier: u32,
}`;
const fn_read_saturation = `fn read_saturation(record: Args) -> Saturation {
  return Saturation(record.a.x);
}`;
const fn_saturation_f32 = `fn saturation_f32(v: vec4f, args: SaturationF32) -> vec4f {
  let high = max(v.x, max(v.y, v.z));
  let low = min(v.x, min(v.y, v.z));
  let range = high - low;
  if (range <= 0.0 || high <= 0.0) {
    return v;
  }
  let multiplier = min(args.multiplier, high / range);
  return vec4f(high - multiplier * (high - v.xyz), v.w);
}`;
const struct_SaturationF32 = `struct SaturationF32 { multiplier: f32 }`;
const fn_read_saturation_f32 = `fn read_saturation_f32(record: Args) -> SaturationF32 {
  return SaturationF32(bitcast<f32>(record.a.x));
}`;
const fn_sepia_u8 = `fn sepia_u8(v: vec4i, args: Sepia) -> vec4i {
  let red = 393 * v.x + 769 * v.y + 189 * v.z;
  let green = 349 * v.x + 686 * v.y + 168 * v.z;
  let blue = 272 * v.x + 534 * v.y + 131 * v.z;
  let sepia = min(vec3i(red, green, blue), vec3i(255000));
  let blended = args.amount * sepia + (SEPIA_ONE - args.amount) * 1000 * v.xyz;
  return vec4i((blended + 500 * SEPIA_ONE) / (1000 * SEPIA_ONE), v.w);
}`;
const struct_Sepia = `struct Sepia {
  amount: i32,
}`;
const const_SEPIA_ONE = `const SEPIA_ONE = 8192;`;
const fn_read_sepia = `fn read_sepia(record: Args) -> Sepia {
  return Sepia(bitcast<i32>(record.a.x));
}`;
const fn_sepia_f32 = `fn sepia_f32(v: vec4f, args: SepiaF32) -> vec4f {
  let red = 0.393 * v.x + 0.769 * v.y + 0.189 * v.z;
  let green = 0.349 * v.x + 0.686 * v.y + 0.168 * v.z;
  let blue = 0.272 * v.x + 0.534 * v.y + 0.131 * v.z;
  let sepia = clamp(vec3f(red, green, blue), vec3f(0.0), vec3f(1.0));
  return blend_f32(v.xyz, vec4f(sepia, v.w), args.amount);
}`;
const struct_SepiaF32 = `struct SepiaF32 { amount: f32 }`;
const fn_read_sepia_f32 = `fn read_sepia_f32(record: Args) -> SepiaF32 {
  return SepiaF32(bitcast<f32>(record.a.x));
}`;
const fn_sharpness_u8 = `fn sharpness_u8(args: Sharpness, at: At) -> vec4i {
  let v = fetch_u8(i32(at.x), i32(at.y));
  let d = smooth_u8(at);
  if (at.width <= 2u || at.height <= 2u) {
    return v;
  }
  var result = v;
  for (var channel = 0u; channel < 3u; channel++) {
    result[channel] = peer_blend(d[channel], v[channel], args.factor, args.other, args.arithmetic == SHARPNESS_TORCHVISION);
  }
  return result;
}`;
const struct_Sharpness = `struct Sharpness {
  arithmetic: u32,
  factor: u32,
  other: u32,
}`;
const fn_smooth_u8 = `fn smooth_u8(at: At) -> vec4i {
  let x = i32(at.x);
  let y = i32(at.y);
  let own = fetch_u8(x, y);
  if (on_border(at)) {
    return own;
  }
  var sum = 5 * own + fetch_inside_u8(x - 1, y) + fetch_inside_u8(x + 1, y);
  for (var dy = -1; dy <= 1; dy += 2) {
    sum += fetch_inside_u8(x - 1, y + dy) + fetch_inside_u8(x, y + dy) + fetch_inside_u8(x + 1, y + dy);
  }
  return ((2 * sum + 13) * 40330) >> vec4u(20u);
}`;
const fn_on_border = `fn on_border(at: At) -> bool {
  return at.x == 0u || at.y == 0u || at.x == at.width - 1u || at.y == at.height - 1u;
}`;
const const_SHARPNESS_TORCHVISION = `const SHARPNESS_TORCHVISION = 1u;`;
const fn_read_sharpness = `fn read_sharpness(record: Args) -> Sharpness {
  return Sharpness(record.a.x, record.a.y, record.a.z);
}`;
const fn_sharpness_f32 = `fn sharpness_f32(args: SharpnessF32, at: At) -> vec4f {
  let v = fetch_f32(i32(at.x), i32(at.y));
  let d = smooth_f32(at);
  return vec4f(clamp(args.factor * v.xyz + args.other * d.xyz, vec3f(0.0), vec3f(1.0)), v.w);
}`;
const struct_SharpnessF32 = `struct SharpnessF32 {
  factor: f32,
  other: f32,
}`;
const fn_smooth_f32 = `fn smooth_f32(at: At) -> vec4f {
  let x = i32(at.x);
  let y = i32(at.y);
  let own = fetch_f32(x, y);
  if (on_border(at)) {
    return own;
  }
  var sum = 4.0 * own;
  for (var dy = -1; dy <= 1; dy++) {
    for (var dx = -1; dx <= 1; dx++) {
      sum += fetch_f32(x + dx, y + dy);
    }
  }
  return sum / 13.0;
}`;
const fn_read_sharpness_f32 = `fn read_sharpness_f32(record: Args) -> SharpnessF32 {
  return SharpnessF32(bitcast<f32>(record.a.x), bitcast<f32>(record.a.y));
}`;
const fn_smooth3x3_u8 = `fn smooth3x3_u8(at: At) -> vec4i {
  return smooth_u8(at);
}`;
const fn_smooth3x3_f32 = `fn smooth3x3_f32(at: At) -> vec4f {
  return smooth_f32(at);
}`;
const fn_solarization_u8 = `fn solarization_u8(v: vec4i, args: Solarization) -> vec4i {
  let white = vec3i(255 << 16u);
  let sum = clamp((v.xyz << vec3u(16u)) + args.addition, vec3i(0), white);
  let result = select(white - sum, sum, sum < vec3i(args.threshold));
  return vec4i((result + 32768) >> vec3u(16u), v.w);
}`;
const struct_Solarization = `struct Solarization {
  addition: i32,
  threshold: i32,
}`;
const fn_read_solarization = `fn read_solarization(record: Args) -> Solarization {
  return Solarization(bitcast<i32>(record.a.x), bitcast<i32>(record.a.y));
}`;
const fn_solarization_f32 = `fn solarization_f32(v: vec4f, args: SolarizationF32) -> vec4f {
  let sum = clamp(v.xyz + args.addition, vec3f(0.0), vec3f(1.0));
  return vec4f(select(1.0 - sum, sum, sum < vec3f(args.threshold)), v.w);
}`;
const struct_SolarizationF32 = `struct SolarizationF32 {
  addition: f32,
  threshold: f32,
}`;
const fn_read_solarization_f32 = `fn read_solarization_f32(record: Args) -> SolarizationF32 {
  return SolarizationF32(bitcast<f32>(record.a.x), bitcast<f32>(record.a.y));
}`;
const fn_solarize_u8 = `fn solarize_u8(v: vec4i, args: Solarize) -> vec4i {
  return vec4i(select(255 - v.xyz, v.xyz, v.xyz < vec3i(args.threshold)), v.w);
}`;
const struct_Solarize = `struct Solarize {
  threshold: i32,
}`;
const fn_read_solarize = `fn read_solarize(record: Args) -> Solarize {
  return Solarize(bitcast<i32>(record.a.x));
}`;
const fn_solarize_f32 = `fn solarize_f32(v: vec4f, args: SolarizeF32) -> vec4f {
  return vec4f(select(v.xyz, 1.0 - v.xyz, v.xyz >= vec3f(args.threshold)), v.w);
}`;
const struct_SolarizeF32 = `struct SolarizeF32 { threshold: f32 }`;
const fn_read_solarize_f32 = `fn read_solarize_f32(record: Args) -> SolarizeF32 {
  return SolarizeF32(bitcast<f32>(record.a.x));
}`;
const fn_solarize_add_u8 = `fn solarize_add_u8(v: vec4i, args: SolarizeAdd) -> vec4i {
  let sum = clamp(v.xyz + args.addition, vec3i(0), vec3i(255));
  return vec4i(select(v.xyz, sum, v.xyz < vec3i(args.threshold)), v.w);
}`;
const struct_SolarizeAdd = `struct SolarizeAdd {
  addition: i32,
  threshold: i32,
}`;
const fn_read_solarize_add = `fn read_solarize_add(record: Args) -> SolarizeAdd {
  return SolarizeAdd(bitcast<i32>(record.a.x), bitcast<i32>(record.a.y));
}`;
const fn_solarize_add_f32 = `fn solarize_add_f32(v: vec4f, args: SolarizeAddF32) -> vec4f {
  let sum = clamp(v.xyz + args.addition, vec3f(0.0), vec3f(1.0));
  return vec4f(select(v.xyz, sum, v.xyz < vec3f(args.threshold)), v.w);
}`;
const struct_SolarizeAddF32 = `struct SolarizeAddF32 {
  addition: f32,
  threshold: f32,
}`;
const fn_read_solarize_add_f32 = `fn read_solarize_add_f32(record: Args) -> SolarizeAddF32 {
  return SolarizeAddF32(bitcast<f32>(record.a.x), bitcast<f32>(record.a.y));
}`;
const fn_thin_plate_spline_place = `fn thin_plate_spline_place(args: Field, at: At) -> Place {
  return cubic_place(args, at);
}`;
const mixQuadsBindings = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixQuadsBindingsV2 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixQuadsBindingsV3 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixQuadsBindingsV4 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixQuadsBindingsV5 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixQuadsBindingsV6 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixQuadsBindingsV7 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixQuadsBindingsV8 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixQuadsOverrides = {
  SOURCES: { type: "u32", default: 2 },
  BOXES: { type: "bool", default: true },
  BLENDS: { type: "bool", default: true },
  MASKS: { type: "bool", default: false },
  WRAPS: { type: "bool", default: true },
  CHANNELS: { type: "u32", default: 3 },
  OUT_NCHW: { type: "bool", default: false },
  IN_NCHW: { type: "bool", default: false },
  PAGES: { type: "u32", default: 1 }
};
const mixQuadsOverridesV2 = {
  SOURCES: { type: "u32", default: 2 },
  BOXES: { type: "bool", default: true },
  BLENDS: { type: "bool", default: true },
  MASKS: { type: "bool", default: false },
  WRAPS: { type: "bool", default: true },
  CHANNELS: { type: "u32", default: 3 },
  OUT_NCHW: { type: "bool", default: false }
};
const mixElementsBindings = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  affine: { name: "affine", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 8, type: "array<vec2f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixElementsBindingsV2 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  affine: { name: "affine", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 8, type: "array<vec2f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixElementsBindingsV3 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  affine: { name: "affine", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 8, type: "array<vec2f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixElementsBindingsV4 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  affine: { name: "affine", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 8, type: "array<vec2f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixElementsBindingsV5 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  affine: { name: "affine", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 8, type: "array<vec2f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixElementsBindingsV6 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  affine: { name: "affine", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 8, type: "array<vec2f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixElementsBindingsV7 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  affine: { name: "affine", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 8, type: "array<vec2f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixElementsBindingsV8 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64592, type: "MixChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  affine: { name: "affine", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 8, type: "array<vec2f>" },
  masks: { name: "masks", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixElementsOverrides = {
  OUT_NCHW: { type: "bool", default: false },
  MASKS: { type: "bool", default: false },
  PAGES: { type: "u32", default: 1 },
  IN_NCHW: { type: "bool", default: false }
};
const mixElementsOverridesV2 = {
  OUT_NCHW: { type: "bool", default: false },
  MASKS: { type: "bool", default: false }
};
const toneBindings = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const toneBindingsV2 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const toneBindingsV3 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const toneBindingsV4 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const toneOverrides = {
  COUNTS: { type: "bool", default: true },
  MEANS: { type: "bool", default: true },
  RAGGED: { type: "bool", default: false },
  IN_NCHW: { type: "bool", default: false },
  PAGES: { type: "u32", default: 1 }
};
const toneOverridesV2 = {
  RAGGED: { type: "bool", default: false },
  IN_NCHW: { type: "bool", default: false },
  PAGES: { type: "u32", default: 1 }
};
const toneOverridesV3 = {
  COUNTS: { type: "bool", default: true },
  MEANS: { type: "bool", default: true },
  RAGGED: { type: "bool", default: false }
};
const toneOverridesV4 = {
  RAGGED: { type: "bool", default: false }
};
const augmentBindings = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const augmentBindingsV2 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const augmentBindingsV3 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const augmentBindingsV4 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const augmentBindingsV5 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const augmentOverrides = {
  RAGGED: { type: "bool", default: false },
  IN_NCHW: { type: "bool", default: false },
  PAGES: { type: "u32", default: 1 },
  READS_AVERAGE: { type: "bool", default: true },
  READS_BILINEAR: { type: "bool", default: true },
  READS_BICUBIC: { type: "bool", default: true },
  HOMOGRAPHIES: { type: "bool", default: true }
};
const augmentOverridesV2 = {
  RAGGED: { type: "bool", default: false },
  READS_AVERAGE: { type: "bool", default: true },
  READS_BILINEAR: { type: "bool", default: true },
  READS_BICUBIC: { type: "bool", default: true },
  HOMOGRAPHIES: { type: "bool", default: true }
};
const tileBindings = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" }
};
const tileBindingsV2 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" }
};
const tileBindingsV3 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" }
};
const tileBindingsV4 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" }
};
const tileBindingsV5 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" }
};
const tileOverrides = {
  IN_NCHW: { type: "bool", default: false },
  RAGGED: { type: "bool", default: false },
  PAGES: { type: "u32", default: 1 }
};
const tileOverridesV2 = {
  RAGGED: { type: "bool", default: false }
};
const opQuadsBindings = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" }
};
const opQuadsBindingsV2 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" }
};
const opQuadsBindingsV3 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" }
};
const opQuadsBindingsV4 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const opQuadsBindingsV5 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  pixels: { name: "pixels", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const opQuadsOverrides = {
  WHOLE: { type: "bool", default: false },
  CHANNELS: { type: "u32", default: 3 },
  IN_NCHW: { type: "bool", default: false },
  PAGES: { type: "u32", default: 1 },
  RAGGED: { type: "bool", default: false }
};
const opQuadsOverridesV2 = {
  WHOLE: { type: "bool", default: false },
  IN_NCHW: { type: "bool", default: false },
  RAGGED: { type: "bool", default: false },
  PAGES: { type: "u32", default: 1 }
};
const opQuadsOverridesV3 = {
  STEP: { type: "u32", default: 0 },
  WHOLE: { type: "bool", default: false },
  READS_AVERAGE: { type: "bool", default: true },
  READS_BILINEAR: { type: "bool", default: true },
  READS_BICUBIC: { type: "bool", default: true },
  RAGGED: { type: "bool", default: false },
  HOMOGRAPHIES: { type: "bool", default: true }
};
const curvesBindings = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 48, type: "AugmentChunk" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixAugmentedBindings = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64608, type: "FusedChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixAugmentedBindingsV2 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64608, type: "FusedChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixAugmentedBindingsV3 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64608, type: "FusedChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4f>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixAugmentedBindingsV4 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64608, type: "FusedChunk" },
  page0: { name: "page_0", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page1: { name: "page_1", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page2: { name: "page_2", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  page3: { name: "page_3", group: 0, binding: 4, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  images: { name: "images", group: 0, binding: 5, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  program: { name: "program", group: 0, binding: 6, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 16, type: "array<vec4u>" },
  tables: { name: "tables", group: 0, binding: 7, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const mixAugmentedOverrides = {
  SOURCES: { type: "u32", default: 2 },
  BOXES: { type: "bool", default: true },
  MASKS: { type: "bool", default: false },
  CHANNELS: { type: "u32", default: 3 },
  OUT_NCHW: { type: "bool", default: false },
  IN_NCHW: { type: "bool", default: false },
  PAGES: { type: "u32", default: 1 },
  READS_AVERAGE: { type: "bool", default: true },
  READS_BILINEAR: { type: "bool", default: true },
  READS_BICUBIC: { type: "bool", default: true },
  HOMOGRAPHIES: { type: "bool", default: true },
  SCRATCH_PAGE: { type: "u32", default: 4 }
};
const softenBindings = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64544, type: "LabelChunk" },
  labels: { name: "labels", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  externalLabels: { name: "external_labels", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  soft: { name: "soft", group: 0, binding: 3, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" }
};
const softenBindingsV2 = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64544, type: "LabelChunk" },
  labels: { name: "labels", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  externalLabels: { name: "external_labels", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" },
  soft: { name: "soft", group: 0, binding: 3, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" }
};
const listSourcesBindings = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 64544, type: "LabelChunk" },
  labels: { name: "labels", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  externalLabels: { name: "external_labels", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  sourceClasses: { name: "source_classes", group: 0, binding: 3, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  sourceShares: { name: "source_shares", group: 0, binding: 4, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<f32>" }
};
const showBindings = {
  chunk: { name: "chunk", group: 0, binding: 0, kind: "uniform", hasDynamicOffset: true, minBindingSize: 96, type: "ShowChunk" },
  shown: { name: "shown", group: 0, binding: 1, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 12, type: "array<ShownTile>" },
  pictures: { name: "pictures", group: 0, binding: 2, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" },
  strokes: { name: "strokes", group: 0, binding: 3, kind: "read-only-storage", hasDynamicOffset: false, minBindingSize: 32, type: "array<Stroke>" },
  pixels: { name: "pixels", group: 0, binding: 4, kind: "storage", hasDynamicOffset: false, minBindingSize: 4, type: "array<u32>" }
};
const showOverrides = {
  FORMAT: { type: "u32", default: 0 },
  BLUE_FIRST: { type: "bool", default: false },
  PREMULTIPLY: { type: "bool", default: false }
};
const makeTable = { name: "make_table", head: "fn make_table(op: u32, channel: u32, value: u32, args: Args) -> u32", otherwise: "value" };
const meanOf$1 = { name: "mean_of", head: "fn mean_of(op: u32, args: Args) -> u32", otherwise: "0u" };
const isTone = { name: "is_tone", head: "fn is_tone(op: u32) -> bool", otherwise: "false" };
const applyColorU8 = { name: "apply_color_u8", head: "fn apply_color_u8(op: u32, v: vec4i, args: Args, at: At) -> vec4i", otherwise: "v" };
const gatherStencilU8 = { name: "gather_stencil_u8", head: "fn gather_stencil_u8(op: u32, args: Args, at: At) -> vec4i", otherwise: "vec4i()" };
const applyWarpU8 = { name: "apply_warp_u8", head: "fn apply_warp_u8(warp: Warp, at: At) -> vec4i", otherwise: "vec4i()" };
const hasPlaces = { name: "has_places", head: "fn has_places() -> bool", otherwise: "false" };
const placeOf$1 = { name: "place_of", head: "fn place_of(op: u32, args: Args, at: At) -> Place", otherwise: "Place(0, 0, false)" };
const applyColorF32 = { name: "apply_color_f32", head: "fn apply_color_f32(op: u32, v: vec4f, args: Args, at: At) -> vec4f", otherwise: "v" };
const gatherStencilF32 = { name: "gather_stencil_f32", head: "fn gather_stencil_f32(op: u32, args: Args, at: At) -> vec4f", otherwise: "vec4f()" };
const applyWarpF32 = { name: "apply_warp_f32", head: "fn apply_warp_f32(warp: Warp, at: At) -> vec4f", otherwise: "vec4f()" };
const makeTileU8 = { name: "make_tile_u8", head: "fn make_tile_u8(op: u32, args: Args, tile: Tile, lane: u32) -> array<vec4i, 4>", otherwise: "array<vec4i, 4>()" };
const makeTileF32 = { name: "make_tile_f32", head: "fn make_tile_f32(op: u32, args: Args, tile: Tile, lane: u32) -> array<vec4f, 4>", otherwise: "array<vec4f, 4>()" };
const mixQuadsKernels = {
  mix_quads_u8_f32: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad, override_IN_NCHW, fn_to_four, fn_read_four, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four, fn_write_four, var_images, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindings,
    overrides: mixQuadsOverrides,
    features: []
  },
  mix_quads_u8_f16: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad, override_IN_NCHW, fn_to_four, fn_read_four, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four, fn_write_four_v2, var_images_v2, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV2,
    overrides: mixQuadsOverrides,
    features: []
  },
  mix_quads_u8_u8: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four_v2, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight_v2, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad, override_IN_NCHW, fn_to_four_v2, fn_read_four, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight_v2, fn_weight_24, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum_v2, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four_v2, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four_v2, const_HALF, fn_write_four_v3, var_images_v2, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV2,
    overrides: mixQuadsOverrides,
    features: []
  },
  mix_quads_f32_f32: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad, override_IN_NCHW, fn_to_four_v3, fn_read_four_v2, override_PAGES, var_page_1_v2, var_page_2_v2, var_page_3_v2, var_page_0_v2, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four, fn_write_four, var_images, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV3,
    overrides: mixQuadsOverrides,
    features: []
  },
  mix_quads_f32_f16: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad, override_IN_NCHW, fn_to_four_v3, fn_read_four_v2, override_PAGES, var_page_1_v2, var_page_2_v2, var_page_3_v2, var_page_0_v2, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four, fn_write_four_v2, var_images_v2, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV4,
    overrides: mixQuadsOverrides,
    features: []
  },
  mix_quads_f32_u8: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four_v2, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight_v2, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad, override_IN_NCHW, fn_to_four_v4, fn_to_fixed_four, fn_unit_four, fn_read_four_v2, override_PAGES, var_page_1_v2, var_page_2_v2, var_page_3_v2, var_page_0_v2, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight_v3, fn_weight_16, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum_v2, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four_v2, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four_v2, const_HALF, fn_write_four_v3, var_images_v2, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV4,
    overrides: mixQuadsOverrides,
    features: []
  },
  mix_quads_f16_f32: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad, override_IN_NCHW, fn_to_four_v3, fn_read_four_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four, fn_write_four, var_images, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindings,
    overrides: mixQuadsOverrides,
    features: []
  },
  mix_quads_f16_f16: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad, override_IN_NCHW, fn_to_four_v3, fn_read_four_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four, fn_write_four_v2, var_images_v2, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV2,
    overrides: mixQuadsOverrides,
    features: []
  },
  mix_quads_f16_u8: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four_v2, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight_v2, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad, override_IN_NCHW, fn_to_four_v4, fn_to_fixed_four, fn_unit_four, fn_read_four_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight_v3, fn_weight_16, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum_v2, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four_v2, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four_v2, const_HALF, fn_write_four_v3, var_images_v2, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV2,
    overrides: mixQuadsOverrides,
    features: []
  },
  mix_quads_pixels_u8_f32: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad_v2, fn_to_four, fn_read_pixel, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four, fn_write_four, var_images, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV5,
    overrides: mixQuadsOverridesV2,
    features: []
  },
  mix_quads_pixels_u8_f16: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad_v2, fn_to_four, fn_read_pixel, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four, fn_write_four_v2, var_images_v2, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV6,
    overrides: mixQuadsOverridesV2,
    features: []
  },
  mix_quads_pixels_u8_u8: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four_v2, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight_v2, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad_v2, fn_to_four_v2, fn_read_pixel, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight_v2, fn_weight_24, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum_v2, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four_v2, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four_v2, const_HALF, fn_write_four_v3, var_images_v2, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV6,
    overrides: mixQuadsOverridesV2,
    features: []
  },
  mix_quads_pixels_f32_f32: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad_v2, fn_to_four_v3, fn_read_pixel_v2, var_page_0_v2, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four, fn_write_four, var_images, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV7,
    overrides: mixQuadsOverridesV2,
    features: []
  },
  mix_quads_pixels_f32_f16: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad_v2, fn_to_four_v3, fn_read_pixel_v2, var_page_0_v2, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four, fn_write_four_v2, var_images_v2, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV8,
    overrides: mixQuadsOverridesV2,
    features: []
  },
  mix_quads_pixels_f32_u8: {
    declarations: [fn_mix_quads, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, struct_Quad, alias_Four_v2, override_SOURCES, override_MASKS, fn_mix_two, override_BOXES, fn_add_source, fn_blend_quad, alias_Weight_v2, fn_blend_four, override_CHANNELS, fn_read_source, fn_read_quad_v2, fn_to_four_v4, fn_to_fixed_four, fn_unit_four, fn_read_pixel_v2, var_page_0_v2, const_PAGE_SHIFT, const_PAGE_INDEX, fn_to_weight_v3, fn_weight_16, fn_inside_box, override_WRAPS, fn_position_of, struct_Position, override_BLENDS, fn_pick_quad, fn_to_sum_v2, const_NO_BOX, fn_mix_tree, fn_shows_at_quad, const_MASK_BOX, fn_masked_four, fn_mask_word, var_masks, fn_mask_four_v2, const_WHOLE, fn_blend_quad_masked, fn_blend_masked, fn_write_quad, fn_finish_four_v2, const_HALF, fn_write_four_v3, var_images_v2, override_OUT_NCHW],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixQuadsBindingsV8,
    overrides: mixQuadsOverridesV2,
    features: []
  }
};
const mixElementsKernels = {
  mix_elements_u8_f32: {
    declarations: [fn_mix_elements, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, var_images_v3, fn_mix_element, alias_One, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight, alias_Weight, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one, const_WHOLE, fn_to_one, fn_read_value, fn_read_one, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, fn_offset_of, override_IN_NCHW, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindings,
    overrides: mixElementsOverrides,
    features: []
  },
  mix_elements_u8_f16: {
    declarations: [fn_mix_elements_v2, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, fn_mix_element, alias_One, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight, alias_Weight, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one, const_WHOLE, fn_to_one, fn_read_value, fn_read_one, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, fn_offset_of, override_IN_NCHW, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one, var_images_v2],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV2,
    overrides: mixElementsOverrides,
    features: []
  },
  mix_elements_u8_u8: {
    declarations: [fn_mix_elements_v3, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, fn_mix_element, alias_One_v2, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight_v2, alias_Weight_v2, fn_weight_24, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one_v2, const_WHOLE, fn_to_one_v2, fn_read_value, fn_read_one, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, fn_offset_of, override_IN_NCHW, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one_v2, const_HALF, var_images_v2],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV2,
    overrides: mixElementsOverrides,
    features: []
  },
  mix_elements_f32_f32: {
    declarations: [fn_mix_elements, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, var_images_v3, fn_mix_element, alias_One, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight, alias_Weight, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one, const_WHOLE, fn_to_one_v3, fn_read_value_v2, fn_read_one_v2, override_PAGES, var_page_1_v3, var_page_2_v3, var_page_3_v3, var_page_0_v3, fn_offset_of, override_IN_NCHW, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV3,
    overrides: mixElementsOverrides,
    features: []
  },
  mix_elements_f32_f16: {
    declarations: [fn_mix_elements_v2, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, fn_mix_element, alias_One, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight, alias_Weight, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one, const_WHOLE, fn_to_one_v3, fn_read_value_v2, fn_read_one_v2, override_PAGES, var_page_1_v3, var_page_2_v3, var_page_3_v3, var_page_0_v3, fn_offset_of, override_IN_NCHW, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one, var_images_v2],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV4,
    overrides: mixElementsOverrides,
    features: []
  },
  mix_elements_f32_u8: {
    declarations: [fn_mix_elements_v3, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, fn_mix_element, alias_One_v2, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight_v3, alias_Weight_v2, fn_weight_16, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one_v2, const_WHOLE, fn_to_one_v4, fn_to_fixed, fn_unit_one, fn_read_value_v2, fn_read_one_v2, override_PAGES, var_page_1_v3, var_page_2_v3, var_page_3_v3, var_page_0_v3, fn_offset_of, override_IN_NCHW, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one_v2, const_HALF, var_images_v2],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV4,
    overrides: mixElementsOverrides,
    features: []
  },
  mix_elements_f16_f32: {
    declarations: [fn_mix_elements, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, var_images_v3, fn_mix_element, alias_One, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight, alias_Weight, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one, const_WHOLE, fn_to_one_v3, fn_read_value_v2, fn_read_one_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, fn_offset_of, override_IN_NCHW, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindings,
    overrides: mixElementsOverrides,
    features: []
  },
  mix_elements_f16_f16: {
    declarations: [fn_mix_elements_v2, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, fn_mix_element, alias_One, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight, alias_Weight, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one, const_WHOLE, fn_to_one_v3, fn_read_value_v2, fn_read_one_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, fn_offset_of, override_IN_NCHW, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one, var_images_v2],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV2,
    overrides: mixElementsOverrides,
    features: []
  },
  mix_elements_f16_u8: {
    declarations: [fn_mix_elements_v3, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, fn_mix_element, alias_One_v2, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight_v3, alias_Weight_v2, fn_weight_16, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one_v2, const_WHOLE, fn_to_one_v4, fn_to_fixed, fn_unit_one, fn_read_value_v2, fn_read_one_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, fn_offset_of, override_IN_NCHW, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one_v2, const_HALF, var_images_v2],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV2,
    overrides: mixElementsOverrides,
    features: []
  },
  mix_elements_pixels_u8_f32: {
    declarations: [fn_mix_elements, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, var_images_v3, fn_mix_element, alias_One, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight, alias_Weight, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one, const_WHOLE, fn_to_one, fn_read_value_v3, fn_read_pixel, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV5,
    overrides: mixElementsOverridesV2,
    features: []
  },
  mix_elements_pixels_u8_f16: {
    declarations: [fn_mix_elements_v2, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, fn_mix_element, alias_One, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight, alias_Weight, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one, const_WHOLE, fn_to_one, fn_read_value_v3, fn_read_pixel, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one, var_images_v2],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV6,
    overrides: mixElementsOverridesV2,
    features: []
  },
  mix_elements_pixels_u8_u8: {
    declarations: [fn_mix_elements_v3, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, fn_mix_element, alias_One_v2, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight_v2, alias_Weight_v2, fn_weight_24, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one_v2, const_WHOLE, fn_to_one_v2, fn_read_value_v3, fn_read_pixel, var_page_0, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one_v2, const_HALF, var_images_v2],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV6,
    overrides: mixElementsOverridesV2,
    features: []
  },
  mix_elements_pixels_f32_f32: {
    declarations: [fn_mix_elements, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, var_images_v3, fn_mix_element, alias_One, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight, alias_Weight, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one, const_WHOLE, fn_to_one_v3, fn_read_value_v4, fn_read_pixel_v2, var_page_0_v2, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV7,
    overrides: mixElementsOverridesV2,
    features: []
  },
  mix_elements_pixels_f32_f16: {
    declarations: [fn_mix_elements_v2, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, fn_mix_element, alias_One, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight, alias_Weight, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one, const_WHOLE, fn_to_one_v3, fn_read_value_v4, fn_read_pixel_v2, var_page_0_v2, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one, var_images_v2],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV8,
    overrides: mixElementsOverridesV2,
    features: []
  },
  mix_elements_pixels_f32_u8: {
    declarations: [fn_mix_elements_v3, const_WORKGROUP_SIZE, var_chunk, struct_MixChunk, struct_MixSlot, const_MIX_SLOTS, fn_mix_element, alias_One_v2, override_OUT_NCHW, fn_shows_at, const_NO_BOX, const_MASK_BOX, fn_to_weight_v3, alias_Weight_v2, fn_weight_16, override_MASKS, fn_masked_one, fn_mask_word, var_masks, fn_mask_one_v2, const_WHOLE, fn_to_one_v4, fn_to_fixed, fn_unit_one, fn_read_value_v4, fn_read_pixel_v2, var_page_0_v2, const_PAGE_SHIFT, const_PAGE_INDEX, fn_blend_one, var_affine, fn_finish_one_v2, const_HALF, var_images_v2],
    switches: [],
    pipeline: void 0,
    entryPoint: "mix_elements",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixElementsBindingsV8,
    overrides: mixElementsOverridesV2,
    features: []
  }
};
const toneKernels = {
  tone_u8: {
    declarations: [fn_tone, const_TONE_LANES, fn_listed_picture, var_chunk_v2, struct_AugmentChunk, var_program, fn_read_record, struct_Record, const_RECORD_STRIDE, struct_Args, const_TONE_BLOCK, var_fetched_picture, fn_begin_picture, override_RAGGED, var_picture_extent, fn_clear_counts, const_LEVELS, var_level_sums, var_last_levels, var_least_counts, var_mean_totals, fn_count_levels, fn_pixel_count, fn_in_size, fn_fetch_u8, fn_input_size, const_PAGE_SHIFT, fn_in_first, const_PAGE_INDEX, override_IN_NCHW, fn_read_byte, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, override_MEANS, fn_grey_u8, const_GREY_TORCHVISION, const_CHANNEL_MEAN, override_COUNTS, fn_sum_up, const_BLOCKS, const_BLOCK, var_block_starts, var_tables],
    switches: [makeTable, meanOf$1, isTone],
    pipeline: "u8",
    entryPoint: "tone",
    workgroupSize: [256, 1, 1],
    workgroupBytes: 3312,
    bindings: toneBindings,
    overrides: toneOverrides,
    features: []
  },
  tone_f32: {
    declarations: [fn_tone_v2, const_TONE_LANES, fn_listed_picture, var_chunk_v2, struct_AugmentChunk, var_program, fn_read_record, struct_Record, const_RECORD_STRIDE, struct_Args, const_TONE_BLOCK, var_fetched_picture, fn_begin_picture, override_RAGGED, var_picture_extent, fn_clear_counts_v2, const_LEVELS, var_level_sums, var_last_levels, var_least_counts, var_mean_totals, var_lowest_values, var_highest_values, fn_measure, fn_pixel_count, fn_in_size, fn_fetch_f32, fn_input_size, const_PAGE_SHIFT, fn_in_first, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, fn_read_one_v2, override_PAGES, var_page_1_v3, var_page_2_v3, var_page_3_v3, var_page_0_v3, fn_grey_f32, const_CHANNEL_MEAN, var_partial_sums, fn_ordered, var_tables, const_TONE_LOW, fn_bits_of, const_TONE_HIGH, const_TONE_MEAN, fn_sum_up, const_BLOCKS, const_BLOCK, var_block_starts],
    switches: [makeTable, meanOf$1, isTone],
    pipeline: "f32",
    entryPoint: "tone",
    workgroupSize: [256, 1, 1],
    workgroupBytes: 7440,
    bindings: toneBindingsV2,
    overrides: toneOverridesV2,
    features: []
  },
  tone_f16: {
    declarations: [fn_tone_v2, const_TONE_LANES, fn_listed_picture, var_chunk_v2, struct_AugmentChunk, var_program, fn_read_record, struct_Record, const_RECORD_STRIDE, struct_Args, const_TONE_BLOCK, var_fetched_picture, fn_begin_picture, override_RAGGED, var_picture_extent, fn_clear_counts_v2, const_LEVELS, var_level_sums, var_last_levels, var_least_counts, var_mean_totals, var_lowest_values, var_highest_values, fn_measure, fn_pixel_count, fn_in_size, fn_fetch_f32, fn_input_size, const_PAGE_SHIFT, fn_in_first, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, fn_read_one_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, fn_grey_f32, const_CHANNEL_MEAN, var_partial_sums, fn_ordered, var_tables, const_TONE_LOW, fn_bits_of, const_TONE_HIGH, const_TONE_MEAN, fn_sum_up, const_BLOCKS, const_BLOCK, var_block_starts],
    switches: [makeTable, meanOf$1, isTone],
    pipeline: "f32",
    entryPoint: "tone",
    workgroupSize: [256, 1, 1],
    workgroupBytes: 7440,
    bindings: toneBindings,
    overrides: toneOverridesV2,
    features: []
  },
  tone_pixels_u8: {
    declarations: [fn_tone, const_TONE_LANES, fn_listed_picture, var_chunk_v2, struct_AugmentChunk, var_program, fn_read_record, struct_Record, const_RECORD_STRIDE, struct_Args, const_TONE_BLOCK, var_fetched_picture, fn_begin_picture, override_RAGGED, var_picture_extent, fn_clear_counts, const_LEVELS, var_level_sums, var_last_levels, var_least_counts, var_mean_totals, fn_count_levels, fn_pixel_count, fn_in_size, fn_fetch_u8_v2, fn_input_size, var_page_0, fn_in_first, const_PAGE_INDEX, override_MEANS, fn_grey_u8, const_GREY_TORCHVISION, const_CHANNEL_MEAN, override_COUNTS, fn_sum_up, const_BLOCKS, const_BLOCK, var_block_starts, var_tables],
    switches: [makeTable, meanOf$1, isTone],
    pipeline: "u8",
    entryPoint: "tone",
    workgroupSize: [256, 1, 1],
    workgroupBytes: 3312,
    bindings: toneBindingsV3,
    overrides: toneOverridesV3,
    features: []
  },
  tone_pixels_f32: {
    declarations: [fn_tone_v2, const_TONE_LANES, fn_listed_picture, var_chunk_v2, struct_AugmentChunk, var_program, fn_read_record, struct_Record, const_RECORD_STRIDE, struct_Args, const_TONE_BLOCK, var_fetched_picture, fn_begin_picture, override_RAGGED, var_picture_extent, fn_clear_counts_v2, const_LEVELS, var_level_sums, var_last_levels, var_least_counts, var_mean_totals, var_lowest_values, var_highest_values, fn_measure, fn_pixel_count, fn_in_size, fn_fetch_f32_v2, fn_input_size, var_page_0_v2, fn_in_first, const_PAGE_INDEX, fn_grey_f32, const_CHANNEL_MEAN, var_partial_sums, fn_ordered, var_tables, const_TONE_LOW, fn_bits_of, const_TONE_HIGH, const_TONE_MEAN, fn_sum_up, const_BLOCKS, const_BLOCK, var_block_starts],
    switches: [makeTable, meanOf$1, isTone],
    pipeline: "f32",
    entryPoint: "tone",
    workgroupSize: [256, 1, 1],
    workgroupBytes: 7440,
    bindings: toneBindingsV4,
    overrides: toneOverridesV4,
    features: []
  }
};
const augmentKernels = {
  augment_u8: {
    declarations: [fn_augment, const_WORKGROUP_SIZE, var_chunk_v2, struct_AugmentChunk, fn_listed_picture, var_program, fn_begin_segment, struct_Record, fn_read_record, const_RECORD_STRIDE, fn_begin_picture, override_RAGGED, var_picture_extent, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_out_size, struct_At, fn_segment_pixel, alias_Value, fn_apply_calls, const_CALL_STRIDE, struct_Args, fn_read_pixel_at, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_u8, fn_input_size, fn_in_size, const_PAGE_SHIFT, fn_in_first, const_PAGE_INDEX, override_IN_NCHW, fn_read_byte, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, var_pixels, fn_out_first, struct_Place, var_tables_v2, fn_fetch_inside_u8],
    switches: [applyColorU8, gatherStencilU8, applyWarpU8, hasPlaces, placeOf$1],
    pipeline: "u8",
    entryPoint: "augment",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: augmentBindings,
    overrides: augmentOverrides,
    features: []
  },
  augment_f32: {
    declarations: [fn_augment_v2, const_WORKGROUP_SIZE, var_chunk_v2, struct_AugmentChunk, fn_listed_picture, var_program, fn_begin_segment, struct_Record, fn_read_record, const_RECORD_STRIDE, fn_begin_picture, override_RAGGED, var_picture_extent, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_out_size, struct_At, fn_segment_pixel, alias_Value_v2, fn_apply_calls_v2, const_CALL_STRIDE, struct_Args, fn_read_pixel_at_v2, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_f32, fn_input_size, fn_in_size, const_PAGE_SHIFT, fn_in_first, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, fn_read_one_v2, override_PAGES, var_page_1_v3, var_page_2_v3, var_page_3_v3, var_page_0_v3, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, var_pixels_v2, fn_out_first, struct_Place],
    switches: [applyColorF32, gatherStencilF32, applyWarpF32, hasPlaces, placeOf$1],
    pipeline: "f32",
    entryPoint: "augment",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: augmentBindingsV2,
    overrides: augmentOverrides,
    features: []
  },
  augment_f16: {
    declarations: [fn_augment_v2, const_WORKGROUP_SIZE, var_chunk_v2, struct_AugmentChunk, fn_listed_picture, var_program, fn_begin_segment, struct_Record, fn_read_record, const_RECORD_STRIDE, fn_begin_picture, override_RAGGED, var_picture_extent, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_out_size, struct_At, fn_segment_pixel, alias_Value_v2, fn_apply_calls_v2, const_CALL_STRIDE, struct_Args, fn_read_pixel_at_v2, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_f32, fn_input_size, fn_in_size, const_PAGE_SHIFT, fn_in_first, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, fn_read_one_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, var_pixels_v2, fn_out_first, struct_Place],
    switches: [applyColorF32, gatherStencilF32, applyWarpF32, hasPlaces, placeOf$1],
    pipeline: "f32",
    entryPoint: "augment",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: augmentBindingsV3,
    overrides: augmentOverrides,
    features: []
  },
  augment_pixels_u8: {
    declarations: [fn_augment, const_WORKGROUP_SIZE, var_chunk_v2, struct_AugmentChunk, fn_listed_picture, var_program, fn_begin_segment, struct_Record, fn_read_record, const_RECORD_STRIDE, fn_begin_picture, override_RAGGED, var_picture_extent, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_out_size, struct_At, fn_segment_pixel, alias_Value, fn_apply_calls, const_CALL_STRIDE, struct_Args, fn_read_pixel_at, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_u8_v2, fn_input_size, fn_in_size, var_page_0, fn_in_first, const_PAGE_INDEX, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, var_pixels, fn_out_first, struct_Place, var_tables_v2, fn_fetch_inside_u8_v2],
    switches: [applyColorU8, gatherStencilU8, applyWarpU8, hasPlaces, placeOf$1],
    pipeline: "u8",
    entryPoint: "augment",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: augmentBindingsV4,
    overrides: augmentOverridesV2,
    features: []
  },
  augment_pixels_f32: {
    declarations: [fn_augment_v2, const_WORKGROUP_SIZE, var_chunk_v2, struct_AugmentChunk, fn_listed_picture, var_program, fn_begin_segment, struct_Record, fn_read_record, const_RECORD_STRIDE, fn_begin_picture, override_RAGGED, var_picture_extent, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_out_size, struct_At, fn_segment_pixel, alias_Value_v2, fn_apply_calls_v2, const_CALL_STRIDE, struct_Args, fn_read_pixel_at_v2, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_f32_v2, fn_input_size, fn_in_size, var_page_0_v2, fn_in_first, const_PAGE_INDEX, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, var_pixels_v2, fn_out_first, struct_Place],
    switches: [applyColorF32, gatherStencilF32, applyWarpF32, hasPlaces, placeOf$1],
    pipeline: "f32",
    entryPoint: "augment",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: augmentBindingsV5,
    overrides: augmentOverridesV2,
    features: []
  }
};
const tileKernels = {
  tile_u8: {
    declarations: [fn_tile, const_WORKGROUP_SIZE, fn_listed_picture, var_chunk_v2, struct_AugmentChunk, var_program, fn_read_record, struct_Record, const_RECORD_STRIDE, fn_begin_picture, override_RAGGED, var_picture_extent, const_TILE_SIDE, const_GATHER_MASK, const_GATHER_TILE, var_fetched_picture, fn_gather_args, struct_Gather, struct_Args, fn_read_gather, struct_Tile, const_GATHER_SHIFT, fn_out_first, var_pixels, fn_fetch_u8, fn_input_size, fn_in_size, const_PAGE_SHIFT, fn_in_first, const_PAGE_INDEX, override_IN_NCHW, fn_read_byte, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0],
    switches: [makeTileU8],
    pipeline: "u8",
    entryPoint: "tile",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 3072,
    bindings: tileBindings,
    overrides: tileOverrides,
    features: []
  },
  tile_f32: {
    declarations: [fn_tile_v2, const_WORKGROUP_SIZE, fn_listed_picture, var_chunk_v2, struct_AugmentChunk, var_program, fn_read_record, struct_Record, const_RECORD_STRIDE, fn_begin_picture, override_RAGGED, var_picture_extent, const_TILE_SIDE, const_GATHER_MASK, const_GATHER_TILE, var_fetched_picture, fn_gather_args, struct_Gather, struct_Args, fn_read_gather, struct_Tile, const_GATHER_SHIFT, fn_out_first, var_pixels_v2, fn_fetch_f32, fn_input_size, fn_in_size, const_PAGE_SHIFT, fn_in_first, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, fn_read_one_v2, override_PAGES, var_page_1_v3, var_page_2_v3, var_page_3_v3, var_page_0_v3],
    switches: [makeTileF32],
    pipeline: "f32",
    entryPoint: "tile",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 3072,
    bindings: tileBindingsV2,
    overrides: tileOverrides,
    features: []
  },
  tile_f16: {
    declarations: [fn_tile_v2, const_WORKGROUP_SIZE, fn_listed_picture, var_chunk_v2, struct_AugmentChunk, var_program, fn_read_record, struct_Record, const_RECORD_STRIDE, fn_begin_picture, override_RAGGED, var_picture_extent, const_TILE_SIDE, const_GATHER_MASK, const_GATHER_TILE, var_fetched_picture, fn_gather_args, struct_Gather, struct_Args, fn_read_gather, struct_Tile, const_GATHER_SHIFT, fn_out_first, var_pixels_v2, fn_fetch_f32, fn_input_size, fn_in_size, const_PAGE_SHIFT, fn_in_first, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, fn_read_one_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0],
    switches: [makeTileF32],
    pipeline: "f32",
    entryPoint: "tile",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 3072,
    bindings: tileBindingsV3,
    overrides: tileOverrides,
    features: []
  },
  tile_pixels_u8: {
    declarations: [fn_tile, const_WORKGROUP_SIZE, fn_listed_picture, var_chunk_v2, struct_AugmentChunk, var_program, fn_read_record, struct_Record, const_RECORD_STRIDE, fn_begin_picture, override_RAGGED, var_picture_extent, const_TILE_SIDE, const_GATHER_MASK, const_GATHER_TILE, var_fetched_picture, fn_gather_args, struct_Gather, struct_Args, fn_read_gather, struct_Tile, const_GATHER_SHIFT, fn_out_first, var_pixels, fn_fetch_u8_v2, fn_input_size, fn_in_size, var_page_0, fn_in_first, const_PAGE_INDEX],
    switches: [makeTileU8],
    pipeline: "u8",
    entryPoint: "tile",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 3072,
    bindings: tileBindingsV4,
    overrides: tileOverridesV2,
    features: []
  },
  tile_pixels_f32: {
    declarations: [fn_tile_v2, const_WORKGROUP_SIZE, fn_listed_picture, var_chunk_v2, struct_AugmentChunk, var_program, fn_read_record, struct_Record, const_RECORD_STRIDE, fn_begin_picture, override_RAGGED, var_picture_extent, const_TILE_SIDE, const_GATHER_MASK, const_GATHER_TILE, var_fetched_picture, fn_gather_args, struct_Gather, struct_Args, fn_read_gather, struct_Tile, const_GATHER_SHIFT, fn_out_first, var_pixels_v2, fn_fetch_f32_v2, fn_input_size, fn_in_size, var_page_0_v2, fn_in_first, const_PAGE_INDEX],
    switches: [makeTileF32],
    pipeline: "f32",
    entryPoint: "tile",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 3072,
    bindings: tileBindingsV5,
    overrides: tileOverridesV2,
    features: []
  }
};
const opQuadsKernels = {
  op_quads_u8: {
    declarations: [fn_op_quads, const_WORKGROUP_SIZE, var_chunk_v2, struct_AugmentChunk, fn_listed_picture, var_program, var_fetched_picture, fn_read_record, struct_Record, const_RECORD_STRIDE, fn_unpack_four, override_WHOLE, fn_four_words, const_PAGE_SHIFT, const_PAGE_INDEX, override_CHANNELS, fn_bytes_of_word, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_OPAQUE, override_IN_NCHW, var_pixels, fn_packed, fn_fetch_u8, fn_input_size, fn_in_size, override_RAGGED, var_picture_extent, fn_in_first, fn_read_byte],
    switches: [],
    pipeline: void 0,
    entryPoint: "op_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: opQuadsBindings,
    overrides: opQuadsOverrides,
    features: []
  },
  op_quads_f32: {
    declarations: [fn_op_quads, const_WORKGROUP_SIZE, var_chunk_v2, struct_AugmentChunk, fn_listed_picture, var_program, var_fetched_picture, fn_read_record, struct_Record, const_RECORD_STRIDE, fn_unpack_four_v2, override_WHOLE, var_pixels_v2, fn_fetch_f32, fn_input_size, fn_in_size, override_RAGGED, var_picture_extent, const_PAGE_SHIFT, fn_in_first, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, fn_read_one_v2, override_PAGES, var_page_1_v3, var_page_2_v3, var_page_3_v3, var_page_0_v3],
    switches: [],
    pipeline: void 0,
    entryPoint: "op_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: opQuadsBindingsV2,
    overrides: opQuadsOverridesV2,
    features: []
  },
  op_quads_f16: {
    declarations: [fn_op_quads, const_WORKGROUP_SIZE, var_chunk_v2, struct_AugmentChunk, fn_listed_picture, var_program, var_fetched_picture, fn_read_record, struct_Record, const_RECORD_STRIDE, fn_unpack_four_v2, override_WHOLE, var_pixels_v2, fn_fetch_f32, fn_input_size, fn_in_size, override_RAGGED, var_picture_extent, const_PAGE_SHIFT, fn_in_first, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, fn_read_one_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0],
    switches: [],
    pipeline: void 0,
    entryPoint: "op_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: opQuadsBindingsV3,
    overrides: opQuadsOverridesV2,
    features: []
  },
  op_quads_pixels_u8: {
    declarations: [fn_op_quads_v2, const_WORKGROUP_SIZE, var_chunk_v2, struct_AugmentChunk, fn_listed_picture, var_program, var_fetched_picture, var_tone_base, const_TONE_BLOCK, override_STEP, const_STEP_COPY, const_STEP_CURVE, fn_make_word, override_WHOLE, var_pixels, fn_tone_word, var_tables_v2, var_page_0, fn_make_pixels, struct_Warp, struct_Args, const_STEP_WARP, fn_read_warp, struct_Gather, fn_read_gather, const_RECORD_STRIDE, const_STEP_STENCIL, fn_gather_args, fn_read_record, struct_Record, const_GATHER_SHIFT, struct_At, fn_packed, struct_Place, fn_fetch_u8_v2, fn_input_size, fn_in_size, override_RAGGED, var_picture_extent, fn_in_first, const_PAGE_INDEX, fn_fetch_inside_u8_v2],
    switches: [applyColorU8, gatherStencilU8, applyWarpU8, hasPlaces, placeOf$1],
    pipeline: "u8",
    entryPoint: "op_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: opQuadsBindingsV4,
    overrides: opQuadsOverridesV3,
    features: []
  },
  op_quads_pixels_f32: {
    declarations: [fn_op_quads_v2, const_WORKGROUP_SIZE, var_chunk_v2, struct_AugmentChunk, fn_listed_picture, var_program, var_fetched_picture, var_tone_base, const_TONE_BLOCK, override_STEP, const_STEP_COPY, const_STEP_CURVE, fn_make_word_v2, override_WHOLE, var_pixels_v2, var_page_0_v2, fn_make_pixels_v2, struct_Warp, struct_Args, const_STEP_WARP, fn_read_warp, struct_Gather, fn_read_gather, const_RECORD_STRIDE, const_STEP_STENCIL, fn_gather_args, fn_read_record, struct_Record, const_GATHER_SHIFT, struct_At, struct_Place, fn_fetch_f32_v2, fn_input_size, fn_in_size, override_RAGGED, var_picture_extent, fn_in_first, const_PAGE_INDEX],
    switches: [applyColorF32, gatherStencilF32, applyWarpF32, hasPlaces, placeOf$1],
    pipeline: "f32",
    entryPoint: "op_quads",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: opQuadsBindingsV5,
    overrides: opQuadsOverridesV3,
    features: []
  }
};
const curvesKernels = {
  curves_u8: {
    declarations: [fn_curves, const_WORKGROUP_SIZE, fn_listed_picture, var_chunk_v2, struct_AugmentChunk, var_program, fn_read_record, struct_Record, const_RECORD_STRIDE, const_TONE_BLOCK, const_GATHER_SHIFT, var_tables, struct_At, const_CALL_STRIDE, struct_Args],
    switches: [applyColorU8],
    pipeline: "u8",
    entryPoint: "curves",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: curvesBindings,
    overrides: {},
    features: []
  }
};
const mixAugmentedKernels = {
  mix_augmented_u8_f32: {
    declarations: [fn_mix_augmented, const_WORKGROUP_SIZE, var_chunk_v3, struct_FusedChunk, struct_MixSlot, const_MIX_SLOTS, override_SOURCES, fn_position_of, struct_Position, struct_Quad, alias_Four, override_BOXES, fn_shows_at_quad, const_NO_BOX, const_MASK_BOX, override_MASKS, fn_masked_four, fn_mask_word_v2, var_program, fn_mask_four, const_WHOLE, fn_to_weight, alias_Weight, fn_blend_quad_masked, fn_blend_masked, override_CHANNELS, fn_segment_quad, fn_begin_segment_v2, struct_Record, fn_read_record, const_RECORD_STRIDE, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_in_scratch, const_PAGE_SHIFT, override_SCRATCH_PAGE, struct_At, fn_to_four, fn_segment_pixel, alias_Value, fn_apply_calls, const_CALL_STRIDE, struct_Args, fn_read_pixel_at, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_u8_v3, fn_input_size_v2, fn_read_scratch, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_INDEX, override_IN_NCHW, fn_read_byte, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, fn_blend_quad, fn_blend_four, fn_write_quad, fn_finish_four, fn_write_four, var_images, override_OUT_NCHW, struct_Place, var_tables_v2, fn_fetch_inside_u8],
    switches: [applyColorU8, gatherStencilU8, applyWarpU8, hasPlaces, placeOf$1],
    pipeline: "u8",
    entryPoint: "mix_augmented",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixAugmentedBindings,
    overrides: mixAugmentedOverrides,
    features: []
  },
  mix_augmented_u8_f16: {
    declarations: [fn_mix_augmented, const_WORKGROUP_SIZE, var_chunk_v3, struct_FusedChunk, struct_MixSlot, const_MIX_SLOTS, override_SOURCES, fn_position_of, struct_Position, struct_Quad, alias_Four, override_BOXES, fn_shows_at_quad, const_NO_BOX, const_MASK_BOX, override_MASKS, fn_masked_four, fn_mask_word_v2, var_program, fn_mask_four, const_WHOLE, fn_to_weight, alias_Weight, fn_blend_quad_masked, fn_blend_masked, override_CHANNELS, fn_segment_quad, fn_begin_segment_v2, struct_Record, fn_read_record, const_RECORD_STRIDE, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_in_scratch, const_PAGE_SHIFT, override_SCRATCH_PAGE, struct_At, fn_to_four, fn_segment_pixel, alias_Value, fn_apply_calls, const_CALL_STRIDE, struct_Args, fn_read_pixel_at, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_u8_v3, fn_input_size_v2, fn_read_scratch, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_INDEX, override_IN_NCHW, fn_read_byte, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, fn_blend_quad, fn_blend_four, fn_write_quad, fn_finish_four, fn_write_four_v2, var_images_v2, override_OUT_NCHW, struct_Place, var_tables_v2, fn_fetch_inside_u8],
    switches: [applyColorU8, gatherStencilU8, applyWarpU8, hasPlaces, placeOf$1],
    pipeline: "u8",
    entryPoint: "mix_augmented",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixAugmentedBindingsV2,
    overrides: mixAugmentedOverrides,
    features: []
  },
  mix_augmented_u8_u8: {
    declarations: [fn_mix_augmented, const_WORKGROUP_SIZE, var_chunk_v3, struct_FusedChunk, struct_MixSlot, const_MIX_SLOTS, override_SOURCES, fn_position_of, struct_Position, struct_Quad, alias_Four_v2, override_BOXES, fn_shows_at_quad, const_NO_BOX, const_MASK_BOX, override_MASKS, fn_masked_four, fn_mask_word_v2, var_program, fn_mask_four_v2, const_WHOLE, fn_to_weight_v2, alias_Weight_v2, fn_weight_24, fn_blend_quad_masked, fn_blend_masked, override_CHANNELS, fn_segment_quad, fn_begin_segment_v2, struct_Record, fn_read_record, const_RECORD_STRIDE, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_in_scratch, const_PAGE_SHIFT, override_SCRATCH_PAGE, struct_At, fn_to_four_v2, fn_segment_pixel, alias_Value, fn_apply_calls, const_CALL_STRIDE, struct_Args, fn_read_pixel_at, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_u8_v3, fn_input_size_v2, fn_read_scratch, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_INDEX, override_IN_NCHW, fn_read_byte, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, fn_blend_quad, fn_blend_four, fn_write_quad, fn_finish_four_v2, const_HALF, fn_write_four_v3, var_images_v2, override_OUT_NCHW, struct_Place, var_tables_v2, fn_fetch_inside_u8],
    switches: [applyColorU8, gatherStencilU8, applyWarpU8, hasPlaces, placeOf$1],
    pipeline: "u8",
    entryPoint: "mix_augmented",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixAugmentedBindingsV2,
    overrides: mixAugmentedOverrides,
    features: []
  },
  mix_augmented_f32_f32: {
    declarations: [fn_mix_augmented, const_WORKGROUP_SIZE, var_chunk_v3, struct_FusedChunk, struct_MixSlot, const_MIX_SLOTS, override_SOURCES, fn_position_of, struct_Position, struct_Quad, alias_Four, override_BOXES, fn_shows_at_quad, const_NO_BOX, const_MASK_BOX, override_MASKS, fn_masked_four, fn_mask_word_v2, var_program, fn_mask_four, const_WHOLE, fn_to_weight, alias_Weight, fn_blend_quad_masked, fn_blend_masked, override_CHANNELS, fn_segment_quad_v2, fn_begin_segment_v2, struct_Record, fn_read_record, const_RECORD_STRIDE, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_in_scratch, const_PAGE_SHIFT, override_SCRATCH_PAGE, struct_At, fn_to_four_v3, fn_segment_pixel, alias_Value_v2, fn_apply_calls_v2, const_CALL_STRIDE, struct_Args, fn_read_pixel_at_v2, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_f32_v3, fn_input_size_v2, fn_read_scratch_v2, fn_read_one_v2, override_PAGES, var_page_1_v3, var_page_2_v3, var_page_3_v3, var_page_0_v3, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, fn_blend_quad, fn_blend_four, fn_write_quad, fn_finish_four, fn_write_four, var_images, override_OUT_NCHW, struct_Place],
    switches: [applyColorF32, gatherStencilF32, applyWarpF32, hasPlaces, placeOf$1],
    pipeline: "f32",
    entryPoint: "mix_augmented",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixAugmentedBindingsV3,
    overrides: mixAugmentedOverrides,
    features: []
  },
  mix_augmented_f32_f16: {
    declarations: [fn_mix_augmented, const_WORKGROUP_SIZE, var_chunk_v3, struct_FusedChunk, struct_MixSlot, const_MIX_SLOTS, override_SOURCES, fn_position_of, struct_Position, struct_Quad, alias_Four, override_BOXES, fn_shows_at_quad, const_NO_BOX, const_MASK_BOX, override_MASKS, fn_masked_four, fn_mask_word_v2, var_program, fn_mask_four, const_WHOLE, fn_to_weight, alias_Weight, fn_blend_quad_masked, fn_blend_masked, override_CHANNELS, fn_segment_quad_v2, fn_begin_segment_v2, struct_Record, fn_read_record, const_RECORD_STRIDE, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_in_scratch, const_PAGE_SHIFT, override_SCRATCH_PAGE, struct_At, fn_to_four_v3, fn_segment_pixel, alias_Value_v2, fn_apply_calls_v2, const_CALL_STRIDE, struct_Args, fn_read_pixel_at_v2, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_f32_v3, fn_input_size_v2, fn_read_scratch_v2, fn_read_one_v2, override_PAGES, var_page_1_v3, var_page_2_v3, var_page_3_v3, var_page_0_v3, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, fn_blend_quad, fn_blend_four, fn_write_quad, fn_finish_four, fn_write_four_v2, var_images_v2, override_OUT_NCHW, struct_Place],
    switches: [applyColorF32, gatherStencilF32, applyWarpF32, hasPlaces, placeOf$1],
    pipeline: "f32",
    entryPoint: "mix_augmented",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixAugmentedBindingsV4,
    overrides: mixAugmentedOverrides,
    features: []
  },
  mix_augmented_f32_u8: {
    declarations: [fn_mix_augmented, const_WORKGROUP_SIZE, var_chunk_v3, struct_FusedChunk, struct_MixSlot, const_MIX_SLOTS, override_SOURCES, fn_position_of, struct_Position, struct_Quad, alias_Four_v2, override_BOXES, fn_shows_at_quad, const_NO_BOX, const_MASK_BOX, override_MASKS, fn_masked_four, fn_mask_word_v2, var_program, fn_mask_four_v2, const_WHOLE, fn_to_weight_v3, alias_Weight_v2, fn_weight_16, fn_blend_quad_masked, fn_blend_masked, override_CHANNELS, fn_segment_quad_v2, fn_begin_segment_v2, struct_Record, fn_read_record, const_RECORD_STRIDE, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_in_scratch, const_PAGE_SHIFT, override_SCRATCH_PAGE, struct_At, fn_to_four_v4, fn_to_fixed_four, fn_unit_four_v2, fn_segment_pixel, alias_Value_v2, fn_apply_calls_v2, const_CALL_STRIDE, struct_Args, fn_read_pixel_at_v2, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_f32_v3, fn_input_size_v2, fn_read_scratch_v2, fn_read_one_v2, override_PAGES, var_page_1_v3, var_page_2_v3, var_page_3_v3, var_page_0_v3, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, fn_blend_quad, fn_blend_four, fn_write_quad, fn_finish_four_v2, const_HALF, fn_write_four_v3, var_images_v2, override_OUT_NCHW, struct_Place],
    switches: [applyColorF32, gatherStencilF32, applyWarpF32, hasPlaces, placeOf$1],
    pipeline: "f32",
    entryPoint: "mix_augmented",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixAugmentedBindingsV4,
    overrides: mixAugmentedOverrides,
    features: []
  },
  mix_augmented_f16_f32: {
    declarations: [fn_mix_augmented, const_WORKGROUP_SIZE, var_chunk_v3, struct_FusedChunk, struct_MixSlot, const_MIX_SLOTS, override_SOURCES, fn_position_of, struct_Position, struct_Quad, alias_Four, override_BOXES, fn_shows_at_quad, const_NO_BOX, const_MASK_BOX, override_MASKS, fn_masked_four, fn_mask_word_v2, var_program, fn_mask_four, const_WHOLE, fn_to_weight, alias_Weight, fn_blend_quad_masked, fn_blend_masked, override_CHANNELS, fn_segment_quad_v2, fn_begin_segment_v2, struct_Record, fn_read_record, const_RECORD_STRIDE, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_in_scratch, const_PAGE_SHIFT, override_SCRATCH_PAGE, struct_At, fn_to_four_v3, fn_segment_pixel, alias_Value_v2, fn_apply_calls_v2, const_CALL_STRIDE, struct_Args, fn_read_pixel_at_v2, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_f32_v3, fn_input_size_v2, fn_read_scratch_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, fn_read_one_v3, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, fn_blend_quad, fn_blend_four, fn_write_quad, fn_finish_four, fn_write_four, var_images, override_OUT_NCHW, struct_Place],
    switches: [applyColorF32, gatherStencilF32, applyWarpF32, hasPlaces, placeOf$1],
    pipeline: "f32",
    entryPoint: "mix_augmented",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixAugmentedBindings,
    overrides: mixAugmentedOverrides,
    features: []
  },
  mix_augmented_f16_f16: {
    declarations: [fn_mix_augmented, const_WORKGROUP_SIZE, var_chunk_v3, struct_FusedChunk, struct_MixSlot, const_MIX_SLOTS, override_SOURCES, fn_position_of, struct_Position, struct_Quad, alias_Four, override_BOXES, fn_shows_at_quad, const_NO_BOX, const_MASK_BOX, override_MASKS, fn_masked_four, fn_mask_word_v2, var_program, fn_mask_four, const_WHOLE, fn_to_weight, alias_Weight, fn_blend_quad_masked, fn_blend_masked, override_CHANNELS, fn_segment_quad_v2, fn_begin_segment_v2, struct_Record, fn_read_record, const_RECORD_STRIDE, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_in_scratch, const_PAGE_SHIFT, override_SCRATCH_PAGE, struct_At, fn_to_four_v3, fn_segment_pixel, alias_Value_v2, fn_apply_calls_v2, const_CALL_STRIDE, struct_Args, fn_read_pixel_at_v2, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_f32_v3, fn_input_size_v2, fn_read_scratch_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, fn_read_one_v3, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, fn_blend_quad, fn_blend_four, fn_write_quad, fn_finish_four, fn_write_four_v2, var_images_v2, override_OUT_NCHW, struct_Place],
    switches: [applyColorF32, gatherStencilF32, applyWarpF32, hasPlaces, placeOf$1],
    pipeline: "f32",
    entryPoint: "mix_augmented",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixAugmentedBindingsV2,
    overrides: mixAugmentedOverrides,
    features: []
  },
  mix_augmented_f16_u8: {
    declarations: [fn_mix_augmented, const_WORKGROUP_SIZE, var_chunk_v3, struct_FusedChunk, struct_MixSlot, const_MIX_SLOTS, override_SOURCES, fn_position_of, struct_Position, struct_Quad, alias_Four_v2, override_BOXES, fn_shows_at_quad, const_NO_BOX, const_MASK_BOX, override_MASKS, fn_masked_four, fn_mask_word_v2, var_program, fn_mask_four_v2, const_WHOLE, fn_to_weight_v3, alias_Weight_v2, fn_weight_16, fn_blend_quad_masked, fn_blend_masked, override_CHANNELS, fn_segment_quad_v2, fn_begin_segment_v2, struct_Record, fn_read_record, const_RECORD_STRIDE, var_fetched_picture, var_tone_base, const_TONE_BLOCK, fn_in_scratch, const_PAGE_SHIFT, override_SCRATCH_PAGE, struct_At, fn_to_four_v4, fn_to_fixed_four, fn_unit_four_v2, fn_segment_pixel, alias_Value_v2, fn_apply_calls_v2, const_CALL_STRIDE, struct_Args, fn_read_pixel_at_v2, const_GATHER_MASK, const_GATHER_NONE, fn_fetch_f32_v3, fn_input_size_v2, fn_read_scratch_v3, fn_read_word, override_PAGES, var_page_1, var_page_2, var_page_3, var_page_0, const_PAGE_INDEX, override_IN_NCHW, fn_to_unit, fn_read_one_v3, const_GATHER_WARP, fn_read_warp, struct_Gather, struct_Warp, fn_read_gather, const_GATHER_STENCIL, fn_gather_args, const_GATHER_SHIFT, fn_blend_quad, fn_blend_four, fn_write_quad, fn_finish_four_v2, const_HALF, fn_write_four_v3, var_images_v2, override_OUT_NCHW, struct_Place],
    switches: [applyColorF32, gatherStencilF32, applyWarpF32, hasPlaces, placeOf$1],
    pipeline: "f32",
    entryPoint: "mix_augmented",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: mixAugmentedBindingsV2,
    overrides: mixAugmentedOverrides,
    features: []
  }
};
const labelsKernels = {
  labels_ids: {
    declarations: [fn_soften, const_WORKGROUP_SIZE, var_chunk_v4, struct_LabelChunk, struct_LabelSlot, const_LABEL_SLOTS, fn_label_pair, struct_LabelPair, fn_label_of, const_EXTERNAL, var_external_labels, const_INDEX, var_labels, const_PLAIN, var_soft],
    switches: [],
    pipeline: void 0,
    entryPoint: "soften",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: softenBindings,
    overrides: {},
    features: []
  },
  labels_rows: {
    declarations: [fn_soften, const_WORKGROUP_SIZE, var_chunk_v4, struct_LabelChunk, struct_LabelSlot, const_LABEL_SLOTS, fn_label_pair, struct_LabelPair, fn_label_of_v2, const_INDEX, const_EXTERNAL, var_external_labels_v2, var_labels_v2, const_PLAIN, var_soft],
    switches: [],
    pipeline: void 0,
    entryPoint: "soften",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: softenBindingsV2,
    overrides: {},
    features: []
  }
};
const labelsSparseKernels = {
  labels_sparse: {
    declarations: [fn_list_sources, const_WORKGROUP_SIZE, var_chunk_v4, struct_LabelChunk, struct_LabelSlot, const_LABEL_SLOTS, fn_label_pair, struct_LabelPair, const_EXTERNAL, var_source_classes, var_external_labels, const_INDEX, var_labels, var_source_shares],
    switches: [],
    pipeline: void 0,
    entryPoint: "list_sources",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: listSourcesBindings,
    overrides: {},
    features: []
  }
};
const showKernels = {
  show: {
    declarations: [fn_show, const_WORKGROUP_SIZE, var_chunk_v7, struct_ShowChunk, var_pixels_v3, fn_pixel_at_v2, var_shown, struct_ShownTile, fn_average, fn_covered, fn_read_pixel_v3, fn_read_level, fn_read_value_v6, override_FORMAT_v2, const_SHOW_U8, var_pictures_v3, const_SHOW_F32, const_SHOW_F16, override_PREMULTIPLY, fn_packed_v2, override_BLUE_FIRST, fn_stroked, fn_distance_to, var_strokes, struct_Stroke],
    switches: [],
    pipeline: void 0,
    entryPoint: "show",
    workgroupSize: [64, 1, 1],
    workgroupBytes: 0,
    bindings: showBindings,
    overrides: showOverrides,
    features: []
  }
};
const kernelLimits = {
  maxBindGroups: 1,
  maxBindingsPerBindGroup: 8,
  maxStorageBuffersPerShaderStage: 7,
  maxUniformBuffersPerShaderStage: 1,
  maxComputeInvocationsPerWorkgroup: 64,
  maxComputeWorkgroupSizeX: 64,
  maxComputeWorkgroupSizeY: 1,
  maxComputeWorkgroupSizeZ: 1,
  maxComputeWorkgroupStorageSize: 7440
};
const found = /* @__PURE__ */ new Map();
function kernelNamed(name) {
  let kernel = found.get(name);
  if (!kernel) {
    const ofOps = knownOps.names.flatMap((op) => knownOps.get(op).shader.kernels);
    const all = Object.assign(
      {},
      mixQuadsKernels,
      mixElementsKernels,
      labelsKernels,
      labelsSparseKernels,
      ...ofOps
    );
    kernel = all[name];
    found.set(name, kernel);
  }
  return kernel;
}
function useKernels(kernels) {
  for (const [name, kernel] of Object.entries(kernels)) found.set(name, kernel);
}
const SOFT = { soft: "soft" };
const SOURCES = { sourceClasses: "sourceClasses", sourceShares: "sourceShares" };
function pipelinesOfLabels({ dense = true, sparse = false }, form) {
  const kernelNames = [
    ...dense ? [`labels_${form}`] : [],
    ...sparse ? ["labels_sparse"] : []
  ];
  return kernelNames.map((kernel) => ({ kernel, ops: [], constants: {} }));
}
function lowerLabels(lowering, tree, labels, form) {
  const { plan, labelChunks, slots } = lowering;
  const { classes, smoothing = 0, smoothUnmixed = true, dense = true, sparse = false } = labels;
  const perRow = slotsPerRow(tree);
  const kinds = pipelinesOfLabels(labels, form).map(
    ({ kernel, constants: constants2 }) => kernel === "labels_sparse" ? { kernel, constants: constants2, width: tree.slots, outputs: SOURCES } : { kernel, constants: constants2, width: classes, outputs: SOFT }
  );
  const wordOf = (row2, leaf) => {
    const { from, index: index2 } = plan.sources[tree.sources[row2 * tree.slots + leaf]];
    const plain = leaf === 0 && !smoothUnmixed && tree.untouched[row2];
    return (index2 | (from === "external" ? constants.labelChunk.EXTERNAL : 0) | (plain ? constants.labelChunk.PLAIN : 0)) >>> 0;
  };
  for (const { kernel, constants: settings, width, outputs } of kinds) {
    for (const chunk of cut(tree.rows, Math.floor(slots.label / perRow))) {
      const { view, offset } = labelChunks.add(
        LABEL_CHUNK_SLOTS_OFFSET + chunk.count * perRow * LABEL_CHUNK_SLOTS_STRIDE
      );
      const grid = fold(chunk.count * width, kernelNamed(kernel).workgroupSize[0]);
      writeLabelChunk(view, 0, {
        classes,
        sources: tree.slots,
        firstRow: chunk.first,
        rowCount: chunk.count,
        on: 1 - smoothing,
        off: smoothing / classes,
        gridWidth: grid.width,
        unused: 0
      });
      writeSlots$1(view, tree, chunk, wordOf);
      const buffers = {
        chunk: "labelChunks",
        labels: "labels",
        externalLabels: "externalLabels",
        ...outputs
      };
      lowering.dispatch({ kernel, ops: [], constants: settings, buffers, offset, groups: [grid.width, grid.folds, 1] });
    }
  }
  if (dense) lowering.writes("soft", tree.rows * classes * 4);
  if (sparse)
    for (const output of ["sourceClasses", "sourceShares"])
      lowering.writes(output, tree.rows * tree.slots * 4);
}
const slotsPerRow = ({ slots }) => slots + 1 >> 1;
function writeSlots$1(view, tree, { first, count }, wordOf) {
  const perRow = slotsPerRow(tree);
  for (let row2 = first; row2 < first + count; row2++) {
    for (let even = 0; even < tree.slots; even += 2) {
      const hasOdd = even + 1 < tree.slots;
      const leaf = row2 * tree.slots + even;
      writeLabelChunkSlots(view, 0, (row2 - first) * perRow + even / 2, {
        evenSource: wordOf(row2, even),
        evenShare: tree.shares[leaf],
        oddSource: hasOdd ? wordOf(row2, even + 1) : 0,
        oddShare: hasOdd ? tree.shares[leaf + 1] : 0
      });
    }
  }
}
function madeLevel(made, buffer2) {
  return {
    ...made,
    layout: "nhwc",
    range: MADE_RANGE[made.precision],
    pages: [buffer2],
    wordOf: (position) => position
  };
}
const inOneBuffer = (memory, buffer2) => ({
  memory,
  layout: "nhwc",
  pages: [buffer2]
});
function pageBindings({ pages }) {
  return Object.fromEntries(Array.from({ length: MAX_PAGES }, (_, page) => [`page${page}`, pages[page] ?? pages[0]]));
}
class Masks {
  planes = [];
  known = /* @__PURE__ */ new Map();
  words = 0;
  /** Adds a mask for pictures of this size and returns the word its plane begins at. */
  add(mask, size) {
    const plane = maskPlane(mask, size);
    const known2 = this.known.get(plane);
    if (known2 !== void 0) return known2;
    const word = this.words;
    this.known.set(plane, word);
    this.planes.push({ plane, word });
    this.words += Math.ceil(plane.length / 4);
    return word;
  }
  /** The upload, if there is anything to upload. */
  upload() {
    if (this.planes.length === 0) return [];
    const bytes2 = new Uint8Array(4 * this.words);
    for (const { plane, word } of this.planes) bytes2.set(plane, 4 * word);
    return [{ block: "masks", bytes: bytes2 }];
  }
}
function tablesOfMasks(masks, size, program) {
  const known2 = /* @__PURE__ */ new Map();
  return masks.map((mask) => {
    const plane = maskPlane(mask, size);
    const table2 = known2.get(plane) ?? program.addTable(plane);
    known2.set(plane, table2);
    return table2;
  });
}
function assemble({ declarations, switches, pipeline }, ops) {
  const parts = new Set(declarations);
  for (const one of switches) {
    const cases = /* @__PURE__ */ new Map();
    for (const { id, cases: own } of ops) {
      const [statement, ...needed] = own[pipeline][one.name] ?? [];
      if (statement === void 0) continue;
      for (const declaration of needed) parts.add(declaration);
      cases.set(id, statement);
    }
    parts.add(switchText(one, cases));
  }
  return `${[...parts].join("\n\n")}
`;
}
function hasCase({ switches, pipeline }, { cases }) {
  return switches.some(({ name }) => name in cases[pipeline]);
}
function switchText({ head, otherwise }, cases) {
  const lines = [...cases].sort(([a], [b]) => a - b).map(([id, statement]) => `    case ${id}u: { ${statement} }`);
  if (!head.includes("(op: u32")) return `${head} {
  ${[...cases.values()][0] ?? `return ${otherwise};`}
}`;
  return `${head} {
  switch (op) {
${[...lines, "    default: {}"].join("\n")}
  }
  return ${otherwise};
}`;
}
const known = /* @__PURE__ */ new WeakMap();
function setOf(ops) {
  let set2 = known.get(ops);
  if (set2 === void 0) {
    const plain = Object.freeze(ops.filter((op) => ["color", "mask", "tone"].includes(opNamed(op).kind)));
    set2 = { names: new Set(ops), plain, byKernel: /* @__PURE__ */ new Map() };
    if (Object.isFrozen(ops)) known.set(ops, set2);
  }
  return set2;
}
const plainOps = (ops) => setOf(ops).plain;
function opsIn(kernel, ops) {
  const { byKernel } = setOf(ops);
  let own = byKernel.get(kernel);
  if (!own) {
    own = Object.freeze([...new Set(ops)].filter((op) => hasCase(kernelNamed(kernel), opNamed(op).shader)).sort());
    byKernel.set(kernel, own);
  }
  return own;
}
function levelOps(ops) {
  const set2 = setOf(ops);
  set2.levels ??= Object.freeze(ops.filter((op) => "byLevel" in opNamed(op)).sort());
  return set2.levels;
}
function matrixWarp(ops) {
  const set2 = setOf(ops);
  set2.matrixWarp ??= [...ops].sort().find((name) => {
    const op = opNamed(name);
    return op.kind === "warp" && !op.place;
  });
  return set2.matrixWarp;
}
function toneSet(overrides, ops) {
  if (!("COUNTS" in overrides)) return {};
  const tones = ops.map(opNamed).filter((op) => op.kind === "tone");
  return {
    COUNTS: tones.some(({ from }) => from !== "mean") ? 1 : 0,
    MEANS: tones.some(({ shader }) => "mean_of" in shader.cases.u8) ? 1 : 0
  };
}
function readingSet(ops, readings) {
  if (!readings || !ops.some((op) => opNamed(op).kind === "warp")) return {};
  return {
    READS_BILINEAR: readings.includes("bilinear") || readings.includes("average") ? 1 : 0,
    READS_BICUBIC: readings.includes("bicubic") ? 1 : 0,
    READS_AVERAGE: readings.includes("average") ? 1 : 0
  };
}
const readOf = (warp) => "antialias" in warp && warp.antialias && warp.interpolation !== "nearest" ? "average" : warp.interpolation;
function opsFor(plan, expected = NONE$1) {
  const { names } = setOf(expected);
  const others = /* @__PURE__ */ new Set();
  const add = ({ ops }) => {
    if (ops) {
      for (const { op } of ops) if (!names.has(op)) others.add(op);
    }
  };
  plan.sources.forEach(add);
  for (const { rows } of plan.stages) rows.forEach(add);
  return others.size === 0 ? expected : [...expected, ...others];
}
const NONE$1 = /* @__PURE__ */ Object.freeze([]);
function readingsFor(pictures, expected) {
  const fits2 = ({ warp }) => !warp || expected?.includes(readOf(warp));
  return pictures.every((segments) => segments.every(fits2)) ? expected : void 0;
}
const VEC4 = 4;
let spare$1;
class Program {
  /** Holds all that was appended. Larger memory takes its place when it is full. */
  words;
  length = 0;
  constructor() {
    this.words = spare$1 ?? new Uint32Array(1 << 12);
    spare$1 = void 0;
  }
  /** Appends bytes and returns where, in vec4u. */
  addTable(bytes2) {
    const at2 = this.grow(Math.ceil(bytes2.length / 16) * VEC4);
    new Uint8Array(this.words.buffer).set(bytes2, at2 * Uint32Array.BYTES_PER_ELEMENT);
    return at2 / VEC4;
  }
  /** Appends numbers, four in a vec4u, and returns where. */
  addList(numbers) {
    const at2 = this.grow(Math.ceil(numbers.length / VEC4) * VEC4);
    this.words.set(numbers, at2);
    return at2 / VEC4;
  }
  /** The upload, if there is anything to upload. */
  upload() {
    spare$1 = this.words;
    if (this.length === 0) return [];
    return [{ block: "program", bytes: new Uint8Array(this.words.slice(0, this.length).buffer) }];
  }
  /** Makes room for so many words, all 0, and returns where it begins. */
  grow(count) {
    const at2 = this.length;
    this.length += count;
    if (this.length > this.words.length) {
      const larger = new Uint32Array(Math.max(this.length, 2 * this.words.length));
      larger.set(this.words.subarray(0, at2));
      this.words = larger;
    }
    this.words.fill(0, at2, this.length);
    return at2;
  }
}
class Lowering {
  constructor(plan, options, soft) {
    this.soft = soft;
    this.plan = plan;
    this.options = options;
    this.ops = opsFor(plan, options.ops);
    this.isApart = options.tuning === "software";
    this.slots = options.slots ?? DEFAULT_SLOTS;
  }
  plan;
  options;
  /** The ops that its kernels are made for. */
  ops;
  slots;
  /** Whether each op is a segment and a dispatch of its own. */
  isApart;
  program = new Program();
  masks = new Masks();
  augmentChunks = new Blocks("augmentChunks");
  mixChunks = new Blocks("mixChunks");
  labelChunks = new Blocks("labelChunks");
  dispatches = [];
  outputs = {};
  scratch = {};
  /** Adds a dispatch. Of its buffers, those that the kernel binds. */
  dispatch(dispatch) {
    const { bindings } = kernelNamed(dispatch.kernel);
    const buffers = {};
    for (const name in dispatch.buffers) if (name in bindings) buffers[name] = dispatch.buffers[name];
    this.dispatches.push({ ...dispatch, buffers });
  }
  /** The recording writes so many bytes of an output. */
  writes(output, bytes2) {
    this.outputs[output] = bytes2;
  }
  /** The recording needs so many bytes of memory under that name, at one time or another. */
  needs(scratch2, bytes2) {
    this.scratch[scratch2] = Math.max(this.scratch[scratch2] ?? 0, bytes2);
  }
  /** The recording, with what is known of it at its end. */
  finish(result) {
    const { dispatches, outputs, scratch: scratch2 } = this;
    const parts = [this.labelChunks, this.program, this.augmentChunks, this.mixChunks, this.masks];
    return { uploads: parts.flatMap((part) => part.upload()), dispatches, outputs, scratch: scratch2, ...result };
  }
}
function usesQuads({ height, width, channels }) {
  return (channels === 1 || channels === 3 || channels === 4) && width >= 4 && height * width % 4 === 0;
}
function lowerMixing(lowering, tree, level2, target) {
  const { masks, program, mixChunks, slots } = lowering;
  const { height, width } = level2.shape;
  const channels = target.soft?.classes ?? level2.shape.channels;
  const pixels = height * width;
  const quads = !target.soft && usesQuads(level2.shape);
  const { ops, options } = lowering;
  const pipeline = pipelineOfMixing(tree, level2, target, { ops, mixers: options.mixers });
  const lanes = kernelNamed(pipeline.kernel).workgroupSize[0];
  const valuesPerWord = 4 / BYTES_PER_ELEMENT[target.format];
  const buffers = {
    chunk: "mixChunks",
    images: target.buffer,
    affine: target.affineBuffer,
    program: "program",
    tables: "tones",
    ...pageBindings(level2),
    masks: tree.masks.length > 0 ? "masks" : level2.pages[0]
  };
  const maskWords = level2.last ? tablesOfMasks(tree.masks, level2.shape, program) : tree.masks.map((mask) => masks.add(mask, level2.shape));
  const slotsOffset = level2.last ? FUSED_CHUNK_SLOTS_OFFSET : MIX_CHUNK_SLOTS_OFFSET;
  for (const chunk of cut(tree.rows, Math.floor(slots.mix / tree.slots), quads ? MAX_GROUPS : void 0)) {
    const { view, offset } = mixChunks.add(slotsOffset + chunk.count * tree.slots * MIX_CHUNK_SLOTS_STRIDE);
    const grid = fold(quads ? pixels / 4 : chunk.count * pixels * channels / valuesPerWord, lanes);
    writeHead(view, { ...level2, shape: { height, width, channels } }, target.affine, {
      pixels,
      sources: tree.slots,
      firstRow: chunk.first,
      rowCount: chunk.count,
      gridWidth: grid.width
    });
    writeSlots(view, slotsOffset, { tree, maskWords, level: level2 }, chunk);
    const groups2 = quads ? [grid.width, chunk.count, grid.folds] : [grid.width, grid.folds, 1];
    lowering.dispatch({ ...pipeline, buffers, offset, groups: groups2 });
  }
  return Math.ceil(tree.rows * pixels * channels / valuesPerWord) * 4;
}
function writeHead(view, { shape, range: range2, last: last2 }, affine, head) {
  const { width, height, channels } = shape;
  const ends = { scale: first4(affine, 0), bias: first4(affine, 1) };
  const rangeOf = ([low, high]) => ({ low, inverseRange: 1 / (high - low) });
  if (!last2) {
    writeMixChunk(view, 0, { width, height, channels, ...head, ...rangeOf(range2), ...ends });
    return;
  }
  const { records, source, scratch: scratch2 } = last2;
  const { shape: left } = scratch2 ?? source;
  writeFusedChunk(view, 0, {
    width,
    height,
    ...head,
    records,
    inWidth: source.shape.width,
    inHeight: source.shape.height,
    channels: source.shape.channels,
    ...rangeOf(source.range),
    scratchWidth: left.width,
    scratchHeight: left.height,
    scratchChannels: left.channels,
    ...ends
  });
}
const NO_ID = 2 ** 32 - 1;
function pipelineOfMixing(tree, level2, target, { ops = [], mixers }) {
  const { memory, shape, pages, layout, last: last2 } = level2;
  const { soft } = target;
  const kind = last2 ? "augmented" : usesQuads(shape) ? "quads" : "elements";
  const kernel = `${soft ? "map_soft" : `mix_${kind}`}_${memory}_${target.format}`;
  const own = last2 ? opsIn(kernel, ops) : [];
  const constants2 = known$1(kernelNamed(kernel).overrides, {
    PAGES: pages.length,
    SCRATCH_PAGE: last2?.scratch?.page ?? MAX_PAGES,
    CHANNELS: shape.channels,
    IN_NCHW: layout === "nchw" ? 1 : 0,
    OUT_NCHW: target.layout === "nchw" ? 1 : 0,
    WRAPS: shape.width % 4 === 0 ? 0 : 1,
    ...soft && { ID_BYTES: soft.bytes, IGNORED: soft.ignored ?? NO_ID },
    ...mixKind(tree, mixers)
  });
  return { kernel, ops: own, constants: { ...constants2, ...last2 && readingSet(own, last2.readings) } };
}
function mixKind({ rows, slots, boxes, masks, weights }, expected) {
  let boxed = expected?.includes("cutmix") ?? true;
  for (let i = 0; i < boxes.length && !boxed; i += 4) boxed = boxes[i] >= 0;
  let blends = slots !== 2 || (expected?.includes("mixup") ?? true);
  for (let row2 = 0; row2 < rows && !blends; row2++) blends = boxes[8 * row2 + 4] === NO_BOX && weights[2 * row2 + 1] > 0;
  const masked = masks.length > 0 || (expected?.includes("mask") ?? false);
  return { SOURCES: slots, BOXES: boxed ? 1 : 0, BLENDS: blends ? 1 : 0, MASKS: masked ? 1 : 0 };
}
function writeSlots(view, at2, { tree, maskWords, level: level2 }, { first, count }) {
  const { sources, boxes, weights } = tree;
  for (let i = 0, slot = first * tree.slots; i < count * tree.slots; i++, slot++) {
    const [x0, y0, x1, y1] = [boxes[4 * slot], boxes[4 * slot + 1], boxes[4 * slot + 2], boxes[4 * slot + 3]];
    let boxX = x0 | x1 << 16;
    let boxY = y0 | y1 << 16;
    if (x0 === NO_BOX) boxX = boxY = constants.mixChunk.NO_BOX;
    if (x0 === MASK_BOX) [boxX, boxY] = [constants.mixChunk.MASK_BOX, maskWords[y0]];
    const source = level2.wordOf(sources[slot]);
    writeMixSlot(view, at2 + i * MIX_CHUNK_SLOTS_STRIDE, { source, weight: weights[slot], boxX, boxY });
  }
}
function first4(affine, part) {
  const at2 = (channel) => affine[2 * channel + part] ?? 0;
  return [at2(0), at2(1), at2(2), at2(3)];
}
const MUTUAL = ["reverse", "permutation", "derangement"];
function stageGranularity(stage) {
  return stage.granularity ?? "sample";
}
function drawsPairs(stage) {
  return stage.granularity === "pair" || stage.mixers?.some((mixer) => mixer.granularity === "pair") === true;
}
function checkStagePairing(stage, path) {
  const { pairing } = stage;
  if (stage.granularity === "half") {
    if (drawsPairs(stage)) {
      throw new PolicyError(
        `${path}.granularity`,
        "no mixer with granularity pair: half keeps one of each pair",
        "half"
      );
    }
    if (pairing !== void 0 && pairing !== "reverse") {
      throw new PolicyError(`${path}.pairing`, "reverse, which granularity half is made of", pairing);
    }
  }
  if (pairing !== void 0 && drawsPairs(stage) && !MUTUAL.includes(pairing)) {
    throw new PolicyError(
      `${path}.pairing`,
      `one of ${MUTUAL.join(", ")}, because granularity pair needs partners of each other`,
      pairing
    );
  }
}
function checkPairings(stages, paths) {
  stages.forEach((stage, i) => {
    if (stage.pairing === "external" && i > 0) {
      throw new PolicyError(
        `${paths[i]}.pairing`,
        "external on the first stage only, where the second batch is read",
        "external"
      );
    }
  });
  checkOrder(
    stages.map((stage) => stage.pairing),
    paths
  );
}
function checkOrder(pairings, paths) {
  pairings.forEach((pairing, i) => {
    if (pairing !== "dataset") return;
    const inBatch = pairings.findIndex((earlier, j) => j < i && earlier !== void 0 && earlier !== "dataset");
    if (inBatch < 0) return;
    const expected = `an in-batch pairing after ${paths[inBatch]} (${pairings[inBatch]}), where a partner outside the batch has no partner of its own`;
    throw new PolicyError(`${paths[i]}.pairing`, expected, pairing);
  });
}
function resolvePairings(stages, overDataset, paths) {
  const pairings = [];
  for (const stage of stages) {
    const reachesOut = overDataset && !drawsPairs(stage) && pairings.every((pairing) => pairing === "dataset");
    const inBatch = stage.granularity === "half" ? "reverse" : "derangement";
    pairings.push(stage.pairing ?? (reachesOut && inBatch === "derangement" ? "dataset" : inBatch));
  }
  checkOrder(pairings, paths);
  return pairings;
}
const PLAIN_NEEDS = { partners: 1, levels: 1 };
const knownMixers = /* @__PURE__ */ new Registry();
function checkMixer(op, value, path) {
  const { kind: _kind, ...options } = value;
  checkKeys(options, path, op.options);
  checkStageOptions(value, path, op.isSelf ? IMAGE_GRANULARITIES : GRANULARITIES);
  checkStagePairing(value, path);
  op.check(value, path);
  checkPartners(op.needs?.(value) ?? PLAIN_NEEDS, value, path);
}
function checkPartners({ partners }, { pairing, granularity }, path) {
  if (partners < 2) return;
  if (pairing === "reverse" || pairing === "external") {
    throw new PolicyError(
      `${path}.pairing`,
      `a pairing that can give ${partners} partners: roll, permutation, derangement or dataset`,
      pairing
    );
  }
  if (granularity === "pair" || granularity === "half") {
    throw new PolicyError(`${path}.granularity`, `batch or sample for a mixer with ${partners} partners`, granularity);
  }
}
const mixOpOf = (mixer) => knownMixers.get(mixer.kind);
const mixerKinds = () => knownMixers.names;
const isSelfMixer = (stage) => mixOpOf(stage)?.isSelf === true;
function needsOfAll(mixers) {
  const all = mixers.map((mixer) => mixOpOf(mixer).needs?.(mixer) ?? PLAIN_NEEDS);
  return {
    partners: Math.max(...all.map(({ partners }) => partners)),
    levels: Math.max(...all.map(({ levels: levels2 }) => levels2))
  };
}
function checkAnyMixer(value, place, kinds) {
  const mixer = checkKind(value, place, kinds);
  checkMixer(mixOpOf(mixer), mixer, `${place}.${mixer.kind}`);
  return value;
}
function checkKind(value, place, kinds) {
  const makers = kinds.map((kind2) => `${kind2}()`).join(", ");
  const stage = checkObject(value, place, `what one of ${makers} returns`);
  const { kind } = stage;
  if (typeof kind === "string" && kinds.includes(kind)) return { ...stage, kind };
  const near = typeof kind === "string" ? nearestName(kind, kinds) : void 0;
  throw new PolicyError(
    `${place}.kind`,
    `one of ${kinds.join(", ")}${near ? ` (did you mean ${near}?)` : ""}${knownMixers.hint}`,
    kind
  );
}
function checkWeights$1(weights, path, count, what) {
  if (!Array.isArray(weights) || weights.length !== count)
    throw new PolicyError(path, `${count} numbers, one ${what}`, weights);
  Array.from(weights).forEach((weight, i) => {
    checkScalar(weight, `${path}[${i}]`, WEIGHT);
  });
  if (weights.every((weight) => weight === 0)) throw new PolicyError(path, "at least one weight above 0", weights);
}
function resolveWeights(weights, count, time, path) {
  const resolved = Array.from(
    { length: count },
    (_, i) => resolveScalar(weights?.[i] ?? 1, time, `${path}[${i}]`, WEIGHT)
  );
  const total = resolved.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) throw new PolicyError(path, "a positive, finite sum", resolved);
  return resolved;
}
function chooser(weights) {
  if (weights.every((weight) => weight === 1)) return (u) => Math.floor(u * weights.length);
  return (u) => weightedChoice(weights, u);
}
function weightedChoice(weights, u) {
  let rest = 0;
  for (const weight of weights) rest += weight;
  rest *= u;
  let last2 = -1;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i];
    if (weight === 0) continue;
    last2 = i;
    rest -= weight;
    if (rest < 0) return i;
  }
  return last2;
}
const MAX_MIXERS = 16;
const oneOfKinds = () => mixerKinds().filter((kind) => !isSelfMixer({ kind }));
function checkOneOf(stage, path) {
  checkKeys(stage, path, ["kind", "mixers", "weights", ...STAGE_OPTIONS]);
  checkStageOptions(stage, path, GRANULARITIES);
  const { mixers, weights } = stage;
  if (!Array.isArray(mixers) || mixers.length === 0)
    throw new PolicyError(`${path}.mixers`, "an array of at least one mixer", mixers);
  if (mixers.length > MAX_MIXERS)
    throw new PolicyError(`${path}.mixers`, `at most ${MAX_MIXERS} mixers`, mixers.length);
  Array.from(mixers).forEach((mixer, i) => {
    checkChild(mixer, `${path}.mixers[${i}]`);
  });
  if (weights !== void 0) checkWeights$1(weights, `${path}.weights`, mixers.length, "a mixer");
  checkStagePairing(stage, path);
  checkPartners(needsOfAll(stage.mixers), stage, path);
}
function checkChild(value, path) {
  const mixer = checkAnyMixer(value, path, oneOfKinds());
  for (const option of ["pairing", "stream"]) {
    if (mixer[option] === void 0) continue;
    throw new PolicyError(
      `${path}.${mixer.kind}.${option}`,
      `no ${option} inside oneOf, whose mixers share it: put it on oneOf`,
      mixer[option]
    );
  }
  if (mixer.granularity === "half")
    throw new PolicyError(`${path}.${mixer.kind}.granularity`, "batch, pair or sample inside oneOf", "half");
}
const mixKinds = () => [...mixerKinds(), "oneOf"];
const isMixStage = (stage) => mixKinds().includes(stage.kind);
const mixersOf = (stage) => stage.kind === "oneOf" ? stage.mixers : [stage];
const needsOf = (stage) => needsOfAll(mixersOf(stage));
function checkMixStage(value, place) {
  const { kind } = checkKind(value, place, mixKinds());
  if (kind === "oneOf") checkOneOf(value, `${place}.${kind}`);
  else checkAnyMixer(value, place, mixKinds());
  return value;
}
function layOut(stages, isList, overDataset) {
  const laidOut = { augmenters: [void 0], before: [], graph: [] };
  stages.forEach((stage, position) => {
    const where = { position, place: isList ? `policy[${position}]` : "policy" };
    if (stage.kind === "repeatedAugmentation") {
      const path = stagePath(where.place, stage);
      laidOut.augmenters = stage.augmenters.map((augmenter, i) => ({
        ...where,
        stage: augmenter,
        place: `${path}.augmenters[${i}]`
      }));
    } else if (isMixStage(stage)) laidOut.graph.push({ ...where, stage, pairing: "self", after: [] });
    else (laidOut.graph.at(-1)?.after ?? laidOut.before).push({ ...where, stage });
  });
  const paired = laidOut.graph.filter(({ stage }) => !isSelfMixer(stage));
  const pairings = resolvePairings(
    paired.map(({ stage }) => stage),
    overDataset,
    paired.map(({ place, stage }) => stagePath(place, stage))
  );
  for (const [i, stage] of paired.entries()) stage.pairing = pairings[i];
  return laidOut;
}
const pairingsOf = ({ graph }) => graph.map(({ pairing }) => pairing);
function plainLevels(policy, shape, haveOwnSizes = false) {
  if (haveOwnSizes) throw noOneSize();
  const isList = Array.isArray(policy);
  const { graph } = layOut(isList ? policy : [policy], isList, true);
  const none = /* @__PURE__ */ new Set();
  const plain = {
    shape,
    canBePlain: true,
    first: none,
    later: none,
    ops: none,
    differ: false,
    sizes: [shape],
    ragged: "none",
    isAlwaysRagged: false,
    beforeLast: { least: 0, most: 0, first: none }
  };
  const stages = graph.reduce((count, { stage }) => count + needsOf(stage).levels, 0) || 1;
  return Array.from({ length: 1 + stages }, () => plain);
}
const readsExternal = (policy) => [policy].flat().some((stage) => "pairing" in stage && stage.pairing === "external");
const WITHOUT_OPS = {
  levelsOf: (policy, { shape, haveOwnSizes }) => plainLevels(policy, shape, haveOwnSizes)
};
let here = WITHOUT_OPS;
const opLowering = () => here;
function useOpLowering(lowering) {
  here = lowering;
}
function lower(plan, options, soft) {
  const lowering = new Lowering(plan, options, soft);
  const { output, labels, labelForm } = options;
  const runs = unrolledRuns(plan);
  let level2 = sourceLevel(lowering);
  let plainAffine = new Float32Array();
  for (const run of runs) {
    if (hasOps$1(run.pictures) || level2.own) level2 = opLowering().lowerPictures(lowering, level2, run);
    if (run.isLast) break;
    const { shape, range: range2, precision } = level2;
    const buffer2 = level2.pages.includes("between") ? "beyond" : "between";
    plainAffine = interleave(affineOf(shape.channels, range2, { valueRange: [0, 1] }));
    const target = {
      format: precision,
      layout: "nhwc",
      buffer: buffer2,
      affine: plainAffine,
      affineBuffer: "plainAffine"
    };
    const bytes2 = lowerMixing(lowering, run.tree, level2, target);
    lowering.needs(buffer2, bytes2);
    level2 = madeLevel({ shape, memory: precision, precision, count: run.tree.rows }, buffer2);
  }
  const { tree } = runs.at(-1);
  const { height, width } = level2.shape;
  const channels = level2.shape.channels;
  checkChannels(output, channels);
  const { format = "f32", layout = "nhwc" } = output;
  const affine = interleave(affineOf(channels, level2.range, output));
  lowering.writes(
    "images",
    lowerMixing(lowering, tree, level2, { format, layout, buffer: "images", affine, affineBuffer: "affine", soft })
  );
  const isLabelled = labels !== void 0 && labelForm !== void 0;
  if (isLabelled) lowerLabels(lowering, wholeTree(plan, runs), labels, labelForm);
  releaseTrees(runs);
  return lowering.finish({
    rows: tree.rows,
    height,
    width,
    channels,
    sources: isLabelled ? 2 ** plan.stages.length : 1,
    affine,
    plainAffine
  });
}
function sourceLevel(lowering) {
  const { plan, options } = lowering;
  const { shape, format, layout, valueRange, pages, picturesPerPage: picturesPerPage2, places } = options;
  const external = plan.sources.some(({ from }) => from === "external");
  const { PAGE_SHIFT } = constants.mixChunk;
  const level2 = {
    shape,
    memory: format,
    precision: precisionOf(format),
    layout,
    range: format === "u8" ? MADE_RANGE.u8 : valueRange ?? MADE_RANGE.f32,
    pages: Array.from({ length: pages + (external ? 1 : 0) }, (_, page) => `page${page}`),
    count: plan.sources.length,
    wordOf(position) {
      const { from, index: index2 } = plan.sources[position];
      if (from === "external") return (pages << PAGE_SHIFT | index2) >>> 0;
      const page = Math.floor(index2 / picturesPerPage2);
      return (page << PAGE_SHIFT | index2 - page * picturesPerPage2) >>> 0;
    }
  };
  return places ? opLowering().ownLevel(lowering, level2) : level2;
}
function interleave({ scale, bias }) {
  const both = new Float32Array(2 * scale.length);
  for (let c = 0; c < scale.length; c++) {
    both[2 * c] = scale[c];
    both[2 * c + 1] = bias[c];
  }
  return both;
}
const NAMES = ["batch", "dataset", "external"];
function openSizes(path, sizes, counts) {
  knownKeys(path, sizes, NAMES);
  for (const name of NAMES) {
    const given = sizes[name];
    if (given !== void 0 && !isCallable(given)) checkPairs(`${path}.${name}`, given, counts[name]);
  }
  return (from, index2) => {
    const given = sizes[from];
    if (given === void 0) throw new InputError(`${path}.${from}`, "sizes, as for the other pictures", given);
    if (typeof given === "function") return checked(`${path}.${from}(${index2})`, given(index2));
    return pairAt(`${path}.${from}`, given, index2);
  };
}
function checkPairs(path, pairs2, count) {
  const { length } = typeof pairs2 === "object" && pairs2 !== null ? pairs2 : {};
  if (!Number.isInteger(length) || length % 2 !== 0)
    throw new InputError(path, "a list of [height, width] pairs, one number after the other", pairs2);
  if (count !== void 0 && length !== 2 * count)
    throw new InputError(path, `${2 * count} numbers, a height and a width for each of ${count}`, found$1(`${length}`));
}
function pairAt(path, pairs2, index2) {
  const [height, width] = [pairs2[2 * index2], pairs2[2 * index2 + 1]];
  if (!isSide(height)) throw new InputError(`${path}[${2 * index2}]`, `a height, an integer in 1..${MAX_SIDE$2}`, height);
  if (!isSide(width)) throw new InputError(`${path}[${2 * index2 + 1}]`, `a width, an integer in 1..${MAX_SIDE$2}`, width);
  return { height, width };
}
function checked(path, size) {
  const { height, width } = typeof size === "object" && size !== null ? size : {};
  if (isSide(height) && isSide(width)) return { height, width };
  throw new InputError(path, `{ height, width }, integers in 1..${MAX_SIDE$2}`, size);
}
const isSide = (side) => Number.isInteger(side) && side >= 1 && side <= MAX_SIDE$2;
function packPictures(path, sizes, channels, most) {
  const count = sizes.length / 2;
  const firsts = new Uint32Array(count);
  const pageStarts = [];
  const pageValues = [];
  let used = 0;
  for (let i = 0; i < count; i++) {
    const { height, width } = pairAt(path, sizes, i);
    const values = height * width * channels;
    if (i === 0 || used + values > most) {
      pageStarts.push(i);
      pageValues.push(0);
      used = 0;
    }
    firsts[i] = used;
    used += values;
    pageValues[pageValues.length - 1] = used;
  }
  return { firsts, pageStarts, pageValues };
}
function pageOf({ pageStarts }, index2) {
  let page = pageStarts.length - 1;
  while (page > 0 && pageStarts[page] > index2) page--;
  return page;
}
function largestOf(sizes) {
  let height = 0;
  let width = 0;
  for (let i = 0; i < sizes.length; i += 2) {
    height = Math.max(height, sizes[i]);
    width = Math.max(width, sizes[i + 1]);
  }
  return { height, width };
}
function evenPages({ count, height, width, channels }, limit, advised) {
  const picture = height * width * channels;
  const perPage = picturesPerPage(limit, picture);
  const pages = perPage === 0 ? Number.POSITIVE_INFINITY : Math.ceil(count / perPage);
  if (pages > MAX_PAGES) {
    const advice = advised ?? requesting(limitsFor(count, picture));
    throw new SourceError(
      "dataset",
      `at most ${fitting(limit, picture)} pictures of ${height} × ${width} × ${channels}, in ${MAX_PAGES} pages of ${limit} bytes (for all ${count} ${advice}, or use a Stream, which need not fit)`,
      found$1(`${count} pictures`)
    );
  }
  const pageBytes = Array.from({ length: pages }, (_, page) => Math.min(perPage, count - page * perPage) * picture);
  return { pageBytes, picturesPerPage: perPage };
}
const requesting = ({ maxStorageBufferBindingSize: binding, maxBufferSize: size }) => `request a device with requiredLimits: { maxStorageBufferBindingSize: ${binding}, maxBufferSize: ${size} }, as \`capacity\` says`;
const picturesPerPage = (limit, picture) => Math.min(Math.floor(limit / picture), MAX_PICTURES);
const fitting = (limit, picture) => Math.min(MAX_PAGES * picturesPerPage(limit, picture), MAX_PICTURES);
function limitsFor(count, picture) {
  const page = Math.ceil(Math.ceil(count / MAX_PAGES) * picture / 4) * 4;
  return { maxStorageBufferBindingSize: page, maxBufferSize: page };
}
const PARTS$1 = {
  createComputePipeline: "function",
  createBuffer: "function",
  limits: "object",
  queue: "object",
  lost: "object"
};
function checkDevice(path, value) {
  const isDevice = typeof value === "object" && value !== null && Object.entries(PARTS$1).every(
    ([name, type]) => typeof Reflect.get(value, name) === type && Reflect.get(value, name) !== null
  );
  if (!isDevice) throw new InputError(path, "a GPUDevice", value);
}
function untilAborted(promise, signal) {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
function checkSignal(path, signal) {
  if (signal === void 0) return;
  const isSignal = typeof signal === "object" && signal !== null && "aborted" in signal && "addEventListener" in signal;
  if (!isSignal) throw new InputError(path, "an AbortSignal", signal);
}
function ownView(view) {
  return isOrdinary(view.buffer) ? view : view.slice();
}
function isBufferOfBytes(value) {
  return value instanceof ArrayBuffer || isShared(value);
}
function isOrdinary(buffer2) {
  return !isShared(buffer2) && !buffer2.resizable;
}
function isShared(value) {
  return Object.prototype.toString.call(value) === "[object SharedArrayBuffer]";
}
function held(given) {
  return Array.isArray(given) ? Array.from(given) : copied(given);
}
function checkAnnotations(given, count, prefix = "", Refused = SourceError) {
  const classes = checkClasses(given, prefix);
  const { labels, labelRows, classNames, fields } = given;
  const result = {};
  if (labels !== void 0 && labelRows !== void 0)
    throw new InputError(`${prefix}labelRows`, "either labels or labelRows", found$1("both"));
  if (labels !== void 0) result.labels = checkLabels$1(`${prefix}labels`, labels, count, classes, Refused);
  if (labelRows !== void 0) result.labelRows = checkRows(`${prefix}labelRows`, labelRows, count, classes, Refused);
  if (classNames) result.classNames = [...classNames];
  if (fields !== void 0) result.fields = checkFields(`${prefix}fields`, fields, count, Refused);
  return result;
}
function checkClasses({ classes, classNames }, prefix = "") {
  if (classes !== void 0 && !(Number.isInteger(classes) && classes >= 1)) {
    throw new InputError(`${prefix}classes`, "a whole number of at least 1", classes);
  }
  if (classNames === void 0) return classes;
  if (!Array.isArray(classNames) || classNames.length === 0)
    throw new InputError(`${prefix}classNames`, "a list of names", classNames);
  const wrong = Array.from(classNames).findIndex((name) => typeof name !== "string");
  if (wrong >= 0) throw new InputError(`${prefix}classNames[${wrong}]`, "a string", classNames[wrong]);
  if (classes !== void 0 && classNames.length !== classes) {
    throw new InputError(`${prefix}classNames`, `${classes} names, one per class`, found$1(`${classNames.length}`));
  }
  return classNames.length;
}
function checkLabels$1(path, labels, count, classes, Refused = SourceError) {
  if (!isLabelArray(labels)) throw notLabels(path, labels, Refused);
  if (labels.length !== count) throw new Refused(path, `${count} labels, one per picture`, found$1(`${labels.length}`));
  const ids = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const id = labels[i];
    if (Array.isArray(id) || ArrayBuffer.isView(id)) {
      throw new Refused(`${path}[${i}]`, "a class id (soft or multi-label rows go into labelRows)", id);
    }
    if (!isId(id) || classes !== void 0 && id >= classes) throw new Refused(`${path}[${i}]`, idRange(classes), id);
    ids[i] = id;
  }
  return ids;
}
function isLabelArray(labels) {
  if (Array.isArray(labels)) return true;
  return [Uint8Array, Uint16Array, Uint32Array, Int8Array, Int16Array, Int32Array].some(
    (type) => labels instanceof type
  );
}
function isId(id) {
  return typeof id === "number" && Number.isInteger(id) && id >= 0 && id < 2 ** 32;
}
function idRange(classes) {
  return classes === void 0 ? "a class id (a whole number of at least 0)" : `a class id 0..${classes - 1}`;
}
function notLabels(path, labels, Refused) {
  const float = ArrayBuffer.isView(labels) && /^Float/.test(labels.constructor.name);
  const words2 = float ? `${show(labels)} (ids are never a float; soft rows go into labelRows)` : show(labels);
  return new Refused(path, "class ids as whole numbers (number[], Uint8Array, Uint32Array …)", found$1(words2));
}
function checkRows(path, rows, count, classes, Refused) {
  const { data, width } = joinRows(path, rows, count, Refused);
  if (classes !== void 0 && width !== void 0 && "classes" in rows && width !== classes)
    throw new Refused(`${path}.classes`, `${classes}, the number of classes`, width);
  const wanted = classes ?? width ?? data.length / count;
  if (data.length !== count * wanted || !Number.isInteger(wanted) || wanted < 1) {
    const isOpen = classes === void 0 && width === void 0;
    const expected = isOpen ? `a multiple of ${count} numbers, one row per picture` : `${count} × ${wanted} numbers`;
    throw new Refused(path, expected, found$1(`${data.length}`));
  }
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw new Refused(`${path}[${Math.floor(wrong / wanted)}][${wrong % wanted}]`, "a finite number", data[wrong]);
  return { data, classes: wanted };
}
function joinRows(path, rows, count, Refused) {
  if (rows instanceof Float32Array) return { data: ownView(rows), width: void 0 };
  if (isRowsWithClasses(rows)) {
    knownKeys(path, rows, ["data", "classes"], Refused);
    const { data: data2, classes } = rows;
    if (!(Number.isInteger(classes) && classes >= 1))
      throw new Refused(`${path}.classes`, "a whole number of at least 1", classes);
    if (!(data2 instanceof Float32Array)) throw new Refused(`${path}.data`, "a Float32Array", data2);
    return { data: ownView(data2), width: classes };
  }
  if (!Array.isArray(rows)) throw new Refused(path, "a Float32Array or one array per picture", rows);
  if (rows.length !== count) throw new Refused(path, `${count} rows, one per picture`, found$1(`${rows.length}`));
  const width = rows[0]?.length;
  for (const [i, row2] of rows.entries()) {
    const isRow = Array.isArray(row2) || row2 instanceof Float32Array;
    if (!isRow) throw new Refused(`${path}[${i}]`, "an array of numbers", row2);
    if (row2.length !== width)
      throw new Refused(`${path}[${i}]`, `${width} numbers, as in the first row`, found$1(`${row2.length}`));
    const wrong = row2.findIndex((value) => typeof value !== "number");
    if (wrong >= 0) throw new Refused(`${path}[${i}][${wrong}]`, "a finite number", row2[wrong]);
  }
  const data = new Float32Array(count * width);
  for (const [i, row2] of rows.entries()) data.set(row2, i * width);
  return { data, width: void 0 };
}
function isRowsWithClasses(rows) {
  return typeof rows === "object" && rows !== null && "data" in rows && "classes" in rows;
}
function checkFields(path, fields, count, Refused) {
  if (!isOptions(fields)) throw new Refused(path, "lists by name", fields);
  for (const [name, values] of Object.entries(fields)) {
    if (!isArray(values)) throw new Refused(`${path}.${name}`, "an array", values);
    if (values.length !== count)
      throw new Refused(`${path}.${name}`, `${count} entries, one per picture`, found$1(`${values.length}`));
  }
  return { ...fields };
}
function withRate(onProgress) {
  if (!onProgress) return void 0;
  let began;
  let last2 = 0;
  let start = performance.now();
  return (progress) => {
    const now = performance.now();
    const { phase: phase2, loaded, total } = progress;
    if (began?.phase !== phase2 || loaded < last2) began = { phase: phase2, time: start };
    start = now;
    last2 = loaded;
    const seconds = (now - began.time) / 1e3;
    const rate = seconds > 0 && loaded > 0 ? loaded / seconds : void 0;
    const secondsLeft = rate !== void 0 && total !== void 0 ? Math.max(0, total - loaded) / rate : void 0;
    onProgress({ ...progress, ...rate !== void 0 && { rate }, ...secondsLeft !== void 0 && { secondsLeft } });
  };
}
function withRates(options) {
  return { ...options, onProgress: withRate(options.onProgress) };
}
function storage(path, buffer2, bytes2, device) {
  if (!isBuffer(buffer2)) throw new InputError(path, "a GPUBuffer", buffer2);
  if ((buffer2.usage & GPUBufferUsage.STORAGE) === 0)
    throw new InputError(path, "a buffer with usage STORAGE", found$1(`usage ${buffer2.usage}`));
  if (buffer2.mapState !== void 0 && buffer2.mapState !== "unmapped")
    throw new InputError(path, "an unmapped buffer", found$1(buffer2.mapState));
  const whole = Math.ceil(bytes2 / 4) * 4;
  if (buffer2.size < whole)
    throw new InputError(
      path,
      `at least ${whole} bytes${whole === bytes2 ? "" : ` (${bytes2}, rounded up to whole words)`}`,
      found$1(`${buffer2.size} bytes`)
    );
  const limit = device.limits.maxStorageBufferBindingSize;
  if (whole > limit)
    throw new InputError(
      path,
      `at most ${limit} bytes, this device's maxStorageBufferBindingSize`,
      found$1(`${whole} bytes`)
    );
  return whole;
}
function isBuffer(value) {
  return typeof GPUBuffer !== "undefined" && value instanceof GPUBuffer;
}
const met = /* @__PURE__ */ new WeakMap();
function meet(device) {
  let state = met.get(device);
  if (!state) {
    const made = { waiting: /* @__PURE__ */ new Set() };
    state = made;
    met.set(device, made);
    void device.lost?.then(({ reason, message }) => {
      const loss = new DeviceLostError(reason, message);
      made.loss = loss;
      for (const tell of made.waiting) tell(loss);
      made.waiting.clear();
    });
  }
  return state;
}
const knownLoss = (device) => meet(device).loss;
function assertLiving(device) {
  const loss = knownLoss(device);
  if (loss) throw loss;
}
async function expectLiving(device) {
  knownLoss(device);
  await Promise.race([device.lost, Promise.resolve()]);
  assertLiving(device);
}
function openOwn(path, sizes, count, channels) {
  checkPairs(path, sizes, count);
  const places = packPictures(path, sizes, channels, Number.POSITIVE_INFINITY);
  return { sizes: Uint32Array.from(sizes), places };
}
function formOf(pictures) {
  const { shape, own, format, layout, pages, labelForm, targets } = pictures;
  const form = { shape, haveOwnSizes: own !== void 0, format, layout, pages: pages.length, labelForm };
  if (!targets) return form;
  const forms = Object.entries(targets).flatMap(([name, target]) => {
    if (target.kind === "objects") return [];
    const { pictures: pictures2, ...rest } = target;
    const { labelForm: _, ...made } = formOf(pictures2);
    return [[name, { ...made, ...rest }]];
  });
  return { ...form, targets: Object.fromEntries(forms) };
}
const lastForms = /* @__PURE__ */ new WeakMap();
function noteForm(device, pictures) {
  lastForms.set(device, formOf(pictures));
}
const lastForm = (device) => lastForms.get(device);
function membersOf(ids, count) {
  const bits = new Uint32Array(Math.ceil(count / 32));
  for (const id of ids) bits[id >>> 5] |= 1 << (id & 31);
  return {
    size: ids.length,
    has: (id) => ((bits[id >>> 5] ?? 0) & 1 << (id & 31)) !== 0,
    [Symbol.iterator]: () => ids.values()
  };
}
function splitSamples(ids, shares, seed, labels) {
  const key = foldIn(keyFromSeed(seed), hashName("split"));
  const lots = Float64Array.from(ids, (id) => uniformOpen01(key, id, 0));
  const parts = [...shares, 0].map(() => []);
  for (const places of groups(ids.length, labels)) {
    places.sort((a, b) => lots[a] - lots[b] || ids[a] - ids[b]);
    let from = 0;
    shares.forEach((share, part) => {
      const most = places.length - 1 - from;
      const size = Math.min(most, Math.max(labels ? 1 : 0, Math.round(share * places.length)));
      for (const place of places.slice(from, from + size)) parts[part].push(place);
      from += size;
    });
    for (const place of places.slice(from)) parts[shares.length].push(place);
  }
  return parts.map((places) => Uint32Array.from(places).sort());
}
function groups(count, labels) {
  if (!labels) return [Array.from({ length: count }, (_, place) => place)];
  const byClass = /* @__PURE__ */ new Map();
  for (let place = 0; place < count; place++) {
    const label = labels[place];
    const places = byClass.get(label);
    if (places) places.push(place);
    else byClass.set(label, [place]);
  }
  return byClass.values();
}
const PARTS = ["validation", "test"];
function checkPlaces(path, indices, count) {
  const list = listOf$1(
    path,
    indices,
    "a list of dataset indices, or a function that says of a sample whether it is in"
  );
  const seen = /* @__PURE__ */ new Set();
  list.forEach((index2, i) => {
    if (!Number.isInteger(index2) || index2 < 0 || index2 >= count)
      throw new InputError(`${path}[${i}]`, `an integer in 0..${count - 1}`, index2);
    if (seen.has(index2))
      throw new InputError(`${path}[${i}]`, "each sample once (the sampler of an epoch repeats samples)", index2);
    seen.add(index2);
  });
  if (list.length === 0) throw new InputError(path, "at least one sample", found$1("none"));
  return Uint32Array.from(list);
}
function placesWhere(path, predicate, samples) {
  const places = [];
  for (const sample of samples) {
    const isIn = predicate(sample);
    if (typeof isIn !== "boolean") throw new InputError(`${path}(sample ${sample.index})`, "true or false", isIn);
    if (isIn) places.push(sample.index);
  }
  if (places.length === 0) throw new InputError(path, "at least one sample", found$1("none"));
  return Uint32Array.from(places);
}
function openSplit(options, hasIds) {
  knownKeys("split.options", options, [...PARTS, "seed", "stratify"]);
  const { seed = 0, stratify = false } = options;
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new InputError("split.options.seed", "an integer in 0..2^53-1", seed);
  if (typeof stratify !== "boolean") throw new InputError("split.options.stratify", "true or false", stratify);
  if (stratify && !hasIds)
    throw new InputError("split.options.stratify", "false for a dataset without class ids", stratify);
  const parts = PARTS.filter((part) => options[part] !== void 0);
  if (parts.length === 0) throw new InputError("split.options.validation", "a share between 0 and 1", void 0);
  const shares = parts.map((part) => options[part]);
  shares.forEach((share, i) => {
    if (!(typeof share === "number" && share > 0 && share < 1))
      throw new InputError(`split.options.${parts[i]}`, "a share between 0 and 1", share);
  });
  const sum = shares.reduce((total, share) => total + share, 0);
  if (sum >= 1)
    throw new InputError("split.options", "shares that leave something to train with", found$1(`a sum of ${sum}`));
  return { parts, shares, seed, stratify };
}
class Samples {
  constructor({ count, classes, labels, labelRows, classNames, fields = {} }, viewOf) {
    this.viewOf = viewOf;
    this.count = count;
    this.labels = labels?.slice();
    this.maxLabel = labels?.reduce((max, id) => Math.max(max, id), -1) ?? -1;
    this.classNames = viewOf?.whole.classNames ?? frozenCopy(classNames);
    this.classes = viewOf?.whole.classes ?? labelRows?.classes ?? classes ?? Math.max(labels ? classNames?.length ?? 0 : 0, this.maxLabel + 1);
    this.fields = fields;
  }
  /** Number of pictures, N. Indices are 0..N-1; but for a view they are also the ids that draws are addressed by. */
  count;
  /** Number of classes: from the label rows, the class names, or the largest class id + 1; 0 without labels. */
  classes;
  classNames;
  /** Class ids on the host, for titles; absent for label rows. */
  labels;
  /** Largest class id, -1 without ids. */
  maxLabel;
  /** By sample id. */
  fields;
  /** Sample ids by index: their numbers in the whole dataset. A copy. */
  get ids() {
    return this.viewOf?.ids.slice() ?? Uint32Array.from({ length: this.count }, (_, index2) => index2);
  }
  /** Samples of each class, by class id; undefined without class ids, or with ids beyond 2^24. */
  get labelCounts() {
    if (!this.labels || this.classes > MAX_ROWS) return void 0;
    const counts = new Uint32Array(this.classes);
    for (const id of this.labels) counts[id]++;
    return counts;
  }
  /**
   * A view of some samples: by their indices here, in that order, or those that a function says `true` of, in this
   * order. It shares the pictures, and its samples keep their ids, so that they draw what they draw in the whole
   * dataset. Partners of the `dataset` pairing are of the view.
   *
   * A view has its own `count`, `labels`, `labelCounts` and `fieldsAt`, all by the indices of the view, and the
   * `classes` of the whole. `destroy()` of a view of a dataset ends that view alone and frees nothing; the whole
   * dataset's ends all its views.
   * @throws InputError for indices that are none, that come twice, or for no sample at all
   */
  subset(samples) {
    this.assertLiving();
    if (typeof samples === "function" && isCallable(samples))
      return this.show(placesWhere("subset.samples", samples, this.samples()));
    return this.show(checkPlaces("subset.samples", samples, this.count));
  }
  /**
   * Views for training and validation, and for a test, without a sample in common: `const { train, validation } =
   * dataset.split({ validation: 0.2, stratify: true })`. Each is in this dataset's order. Which part a sample falls
   * into depends on the seed and its id; a part has round(share · N) samples.
   *
   * With `stratify` it has round(share · n) of the n samples of every class, and at least one, as long as the class has
   * enough: its first sample is to train with, the next for validation, the third for the test. So a class of one
   * sample is in `train` alone.
   * @throws InputError for shares that leave a part empty, and for `stratify` without class ids
   */
  split(options) {
    this.assertLiving();
    const { parts, shares, seed, stratify } = openSplit(options, this.labels !== void 0);
    const places = splitSamples(this.ids, shares, seed, stratify ? this.labels : void 0);
    const empty = parts.findIndex((_, i) => places[i].length === 0);
    if (empty >= 0)
      throw new InputError(
        `split.options.${parts[empty]}`,
        `a share that is at least one of the ${this.count} samples`,
        shares[empty]
      );
    const views = [...parts, "train"].map((part, i) => [part, this.show(places[i])]);
    return Object.fromEntries(views);
  }
  /** The named fields of some pictures, in that order, untouched. */
  fieldsAt(indices) {
    listOf$1("fieldsAt.indices", indices, "a list of dataset indices").forEach((index2, i) => {
      if (!(Number.isInteger(index2) && index2 >= 0 && index2 < this.count))
        throw new InputError(`fieldsAt.indices[${i}]`, `an integer in 0..${this.count - 1}`, index2);
    });
    const ids = Array.from(indices, (index2) => this.viewOf?.ids[index2] ?? index2);
    return Object.fromEntries(Object.entries(this.fields).map(([name, values]) => [name, ids.map((id) => values[id])]));
  }
  /** What a view of the samples at these places is told: where it looks, and what is known of them. @internal */
  partAt(places) {
    const whole = this.viewOf?.whole ?? this;
    const ids = this.viewOf ? places.map((place) => this.viewOf.ids[place]) : places;
    const labels = this.labels && places.map((place) => this.labels[place]);
    const facts = { count: ids.length, labels, fields: this.fields };
    return { view: { whole, ids, members: membersOf(ids, whole.count) }, facts };
  }
  *samples() {
    const { ids } = this;
    for (let index2 = 0; index2 < this.count; index2++) {
      const fields = Object.fromEntries(
        Object.entries(this.fields).map(([name, values]) => [name, values[ids[index2]]])
      );
      yield { index: index2, id: ids[index2], label: this.labels?.[index2], fields };
    }
  }
}
function checkIndices(path, indices, count) {
  const list = listOf$1(path, indices, "a list of dataset indices");
  if (list.length === 0) throw new InputError(path, "at least one index", list);
  list.forEach((index2, i) => {
    if (!Number.isInteger(index2) || index2 < 0 || index2 >= count)
      throw new InputError(`${path}[${i}]`, `an integer in 0..${count - 1}`, index2);
  });
  return list;
}
const LOAD_KEYS = ["pageBytes", "onProgress", "signal"];
const UPLOAD_STEP = 8 * 2 ** 20;
class Dataset extends Samples {
  constructor(device, parts, pictures, owned, viewOf) {
    super(parts, viewOf);
    this.device = device;
    this.owned = owned;
    const { count, height, width, channels, layout, format, labels, labelRows, frames = 1 } = parts;
    this.height = height;
    this.width = width;
    this.sizes = parts.sizes;
    this.frames = frames;
    this.channels = channels;
    this.layout = layout;
    this.format = format;
    this.skipped = parts.skipped ?? [];
    this.pictures = {
      shape: { height, width, channels },
      format,
      layout,
      valueRange: copied(parts.valueRange),
      datasetSize: count * frames,
      labelForm: labelRows ? "rows" : labels ? "ids" : void 0,
      ...pictures
    };
    noteForm(device, this.pictures);
  }
  /** Of every picture; where they have sizes of their own, the largest sides in the whole dataset. */
  height;
  width;
  /** Height and width of each picture by index, one pair after the other, where they have sizes of their own. */
  sizes;
  /** Pictures in a sample: more than 1 where samples are clips, which are counted by `count`. */
  frames;
  channels;
  layout;
  format;
  /** Pictures that `fromImages` left out, with `onError: "skip"`: their places in its list, names and reasons. */
  skipped;
  pictures;
  /** By name, and in each by id. */
  targets = {};
  destroyed = false;
  /**
   * From typed arrays or nested numbers: N × H × W × C values 0..255, class ids, label rows, named fields. With `sizes`
   * every picture has its own size. With `frames` so many pictures are a clip, which is one sample: with one label, one
   * draw, and a map or a list of objects for each of its pictures.
   * @throws SourceError naming what does not fit
   */
  static async fromArrays(device, arrays, options = {}) {
    const { pictures, targets } = heldArrays(arrays);
    const own = held(options);
    checkLoad("fromArrays", device, own, []);
    const { fromArrays } = await import("./arrays.BWHhf_n0.js");
    const host = fromArrays(pictures);
    if (targets === void 0) return Dataset.upload(device, host, withRates(own));
    const { checkTargets: checkTargets2 } = await import("./dataset-targets.DaXKRRe4.js");
    const checked2 = checkTargets2(targets, { ...host, device });
    const dataset = await Dataset.upload(device, host, withRates(own));
    await dataset.take(checked2, own);
    return dataset;
  }
  /**
   * From IDX files (MNIST …), plain or gzipped. @throws SourceError for truncated, oversized, swapped, foreign files
   */
  static async fromIdx(device, files, options = {}) {
    const given = held(files);
    const own = held(options);
    const { IDX_KEYS, readIdx } = await import("./idx.DlzR3CHy.js");
    checkLoad("fromIdx", device, own, IDX_KEYS);
    knownKeys("fromIdx.files", given, ["images", "labels"]);
    const told = withRates(own);
    return Dataset.upload(device, await readIdx(given.images, given.labels, told), told);
  }
  /** From CIFAR-10 or CIFAR-100 binary batches, plain or gzipped; several files are joined. @throws SourceError */
  static async fromCifar(device, files, options = {}) {
    const given = held(files);
    const own = held(options);
    const { CIFAR_KEYS, readCifar } = await import("./cifar.CXm-Jzzr.js");
    checkLoad("fromCifar", device, own, CIFAR_KEYS);
    const told = withRates(own);
    return Dataset.upload(device, await readCifar(given, told), told);
  }
  /**
   * From image files, blobs, `ImageBitmap`s or `ImageData`: decoded and resized by the rule in `source/images.ts`; with
   * class ids or label rows, and fields beside `name`. A picture that cannot be read ends it, or with `onError: "skip"`
   * is left out with its labels and fields and listed in `skipped`. With `sizes: "own"` they are not resized.
   * @throws SourceError naming the picture
   */
  static async fromImages(device, images, options) {
    const given = held(images);
    const own = heldFacts(options);
    const { DECODE_KEYS, decodeImages } = await import("./images.0td3s3Bk.js");
    checkLoad("fromImages", device, own, DECODE_KEYS);
    const told = withRates(own);
    return Dataset.upload(device, await decodeImages(given, told), told);
  }
  /** From a buffer that is there; it is read, never written, and the caller's. @throws InputError, DeviceLostError */
  static fromBuffer(device, given) {
    checkDevice("fromBuffer.device", device);
    if (!isOptions(given))
      throw new InputError("fromBuffer", "{ images, count, height, width, channels, … }", given);
    knownKeys("fromBuffer", given, BUFFER_KEYS);
    const { images, count, channels, format = "u8", layout = "nhwc", sizes } = given;
    const isOwn = sizes !== void 0;
    checkStack("fromBuffer", { ...given, count, format, layout }, "count", isOwn);
    const own = isOwn ? openOwn("fromBuffer.sizes", sizes, count, channels) : void 0;
    const { height, width } = own ? largestOf(own.sizes) : given;
    const values = own ? own.places.pageValues[0] : count * height * width * channels;
    const size = storage("fromBuffer.images", images, values * BYTES_PER_ELEMENT[format], device);
    const annotations = checkAnnotations(given, count, "fromBuffer.", InputError);
    assertLiving(device);
    const valueRange = given.valueRange && [...given.valueRange];
    const parts = {
      count,
      height,
      width,
      channels,
      format,
      layout,
      valueRange,
      sizes: own?.sizes,
      ...annotations,
      fields: copiedFields(annotations.fields)
    };
    const labels = uploadLabels(device, parts);
    const pages = [{ buffer: images, size }];
    return new Dataset(device, parts, { pages, picturesPerPage: MAX_PICTURES, labels, own }, labels ? [labels] : []);
  }
  /** Uploads checked pictures. Nothing is left behind when it fails. */
  static async upload(device, host, { onProgress, pageBytes, signal } = {}) {
    const { height, width, sizes, ...one } = host;
    checkStack("", sizes ? one : host, "count", sizes !== void 0);
    const limit = Math.min(
      device.limits.maxStorageBufferBindingSize,
      device.limits.maxBufferSize,
      pageBytes ?? Number.POSITIVE_INFINITY
    );
    const advised = limit === pageBytes ? "give a larger pageBytes" : void 0;
    const { frames = 1 } = host;
    const parts = {
      ...host,
      count: host.count / frames,
      frames,
      format: "u8",
      sizes: sizes?.slice(),
      labels: host.labels?.slice(),
      labelRows: host.labelRows && {
        ...host.labelRows,
        data: host.labelRows.data.slice()
      },
      classNames: copied(host.classNames),
      fields: copiedFields(host.fields)
    };
    const plan = sizes ? (await import("./own-pages.5JlTGI6O.js")).ownPages(host, sizes, limit, advised) : evenPages(host, limit, advised);
    await expectLiving(device);
    signal?.throwIfAborted();
    const owned = [];
    const pages = [];
    try {
      device.pushErrorScope("out-of-memory");
      for (const [page, bytes2] of plan.pageBytes.entries()) {
        const size = Math.ceil(bytes2 / 4) * 4;
        const buffer2 = device.createBuffer({
          label: `mixwell dataset page ${page}`,
          size,
          usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC
        });
        owned.push(buffer2);
        pages.push({ buffer: buffer2, size });
      }
      const refused2 = await device.popErrorScope().catch(() => null);
      assertLiving(device);
      if (refused2) throw new ArgumentError("dataset", "GPU memory for the pictures", found$1(refused2.message));
      const total = plan.pageBytes.reduce((sum, bytes2) => sum + bytes2, 0);
      let first = 0;
      for (const [page, bytes2] of plan.pageBytes.entries()) {
        for (let start = 0; start < bytes2; start += UPLOAD_STEP) {
          const end = Math.min(start + UPLOAD_STEP, bytes2);
          writePadded(device, pages[page].buffer, start, host.pixels.subarray(first + start, first + end));
          onProgress?.({ phase: "upload", loaded: first + end, total });
          if (first + end < total) {
            await device.queue.onSubmittedWorkDone().catch(async (error) => {
              await expectLiving(device);
              throw error;
            });
          }
          assertLiving(device);
          signal?.throwIfAborted();
        }
        first += bytes2;
      }
      const labels = uploadLabels(device, parts);
      if (labels) owned.push(labels);
      const { picturesPerPage: picturesPerPage2, places } = plan;
      const own = places && { sizes: parts.sizes, places };
      return new Dataset(device, parts, { pages, picturesPerPage: picturesPerPage2, labels, own }, owned);
    } catch (error) {
      for (const buffer2 of owned) buffer2.destroy();
      throw error;
    }
  }
  /**
   * Adds what belongs to the samples, by names of your own: class maps, further pictures, boxes. An engine with targets
   * of the same names takes them along. Views have them too.
   * @throws SourceError, InputError for what does not fit the pictures; DeviceLostError
   */
  async addTargets(targets, options = {}) {
    const given = heldFacts(targets);
    const own = held(options);
    checkLoad("addTargets", this.device, own, []);
    this.assertLiving();
    if (this.viewOf)
      throw new InputError("addTargets", "the whole dataset, whose views have its targets", found$1("a view"));
    const { checkTargets: checkTargets2 } = await import("./dataset-targets.DaXKRRe4.js");
    const { device, count, frames, height, width, sizes } = this;
    await this.take(checkTargets2(given, { device, count: count * frames, height, width, sizes }, this.targets), own);
  }
  /** Uploads targets; what fails leaves none of them. */
  async take(checked2, { pageBytes }) {
    const { targets, owned } = await checked2.upload(pageBytes);
    this.owned.push(...owned);
    Object.assign(this.targets, targets);
    if (!this.destroyed) return;
    this.destroy();
    this.assertLiving();
  }
  /** For the engine: where everything is. @internal */
  open() {
    this.assertLiving();
    const { whole = this, ids, members } = this.viewOf ?? {};
    return {
      ...this.pictures,
      ...{ ids, members, targets: whole.targets, clip: this.frames },
      fieldsOf: (samples) => whole.fieldsAt(samples)
    };
  }
  /** Frees what the dataset made; never a buffer it was given. */
  destroy() {
    this.destroyed = true;
    for (const buffer2 of this.owned) buffer2.destroy();
    this.owned.length = 0;
  }
  assertLiving() {
    if (this.destroyed) throw new InputError("input.dataset", "a living dataset", found$1("one that was destroyed"));
    if (this.viewOf?.whole?.destroyed)
      throw new InputError("input.dataset", "a view of a living dataset", found$1("one whose dataset was destroyed"));
  }
  show(places) {
    const { device, skipped, pictures } = this;
    const { view, facts } = this.partAt(places);
    const { shape, layout, format } = pictures;
    const own = this.sizes;
    const sizes = own && Uint32Array.from({ length: 2 * places.length }, (_, i) => own[2 * places[i >> 1] + (i & 1)]);
    const { frames } = this;
    const parts = { ...shape, ...facts, layout, format, skipped, sizes, frames };
    return new Dataset(device, parts, pictures, [], view);
  }
}
function copiedFields(fields) {
  return fields && Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, Array.from(values)]));
}
function checkLoad(path, device, options, more) {
  checkDevice(`${path}.device`, device);
  knownKeys(`${path}.options`, options, [...LOAD_KEYS, ...more]);
  const { pageBytes, onProgress } = options;
  if (pageBytes !== void 0) positive("pageBytes", pageBytes);
  if (onProgress !== void 0 && !isCallable(onProgress)) throw new InputError("onProgress", "a function", onProgress);
  checkSignal("signal", options.signal);
}
function heldFacts(given, outer) {
  if (ArrayBuffer.isView(given)) return "slice" in given ? given.slice() : given;
  if (holdsItself(given, outer)) return given;
  const within = { value: given, outer };
  if (Array.isArray(given)) return Array.from(given, (one) => isOptions(one) ? one : heldFacts(one, within));
  if (!isPlain(given)) return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, heldFacts(value, within)]));
}
function heldArrays(given) {
  if (!isOptions(given)) return { pictures: given };
  const { images, ...facts } = given;
  const { targets, ...others } = heldFacts(facts);
  return { pictures: { images: held(images), ...others }, targets };
}
const BUFFER_KEYS = [
  "images",
  "count",
  "height",
  "width",
  "sizes",
  "channels",
  "format",
  "layout",
  "valueRange",
  "labels",
  "labelRows",
  "classes",
  "classNames",
  "fields"
];
function uploadLabels(device, parts) {
  const each = parts.labelRows?.data ?? parts.labels;
  if (!each) return void 0;
  const data = repeated(each, parts.labelRows?.classes ?? 1, parts.frames ?? 1);
  const limit = device.limits.maxStorageBufferBindingSize;
  if (data.byteLength > limit)
    throw new SourceError(
      "dataset.labelRows",
      `at most ${limit} bytes (use class ids, or request a higher maxStorageBufferBindingSize)`,
      found$1(`${data.byteLength} bytes`)
    );
  const buffer2 = device.createBuffer({
    label: "mixwell dataset labels",
    size: data.byteLength,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST
  });
  device.queue.writeBuffer(buffer2, 0, data);
  return buffer2;
}
function repeated(rows, length, times) {
  if (times === 1) return rows;
  const made = new rows.constructor(rows.length * times);
  for (let i = 0; i < made.length; i++) made[i] = rows[Math.floor(i / (length * times)) * length + i % length];
  return made;
}
function writePadded(device, buffer2, offset, bytes2) {
  if (bytes2.length % 4 === 0) {
    device.queue.writeBuffer(buffer2, offset, ownView(bytes2));
    return;
  }
  const padded = new Uint8Array(Math.ceil(bytes2.length / 4) * 4);
  padded.set(bytes2);
  device.queue.writeBuffer(buffer2, offset, padded);
}
function expectedPipelines(policy, options) {
  const { shape, format, layout, output, labels, labelForm, soft } = options;
  const precision = precisionOf(format);
  const levels2 = opLowering().levelsOf(policy, options);
  const found2 = [];
  const mix2 = (stages, expected, target) => {
    const tree = { rows: 0, slots: 2 ** stages, boxes: new Int32Array(), masks: [], weights: new Float32Array() };
    const { passes: passes2, made } = expected.ops ? opLowering().pipelinesAfterOps({ pictures: expected.pictures, ops: expected.ops }, tree, precision, options) : { passes: [], made: [expected.pictures] };
    found2.push(...passes2, ...made.map((pictures) => pipelineOfMixing(tree, pictures, target, options)));
  };
  const visit = (number, from, expected) => {
    const level2 = levels2[number];
    const goOn = (start, next) => {
      if (number < levels2.length - 1) visit(number + 1, start, next);
      else mix2(number - start, next, { format: output.format ?? "f32", layout: output.layout ?? "nhwc", soft });
    };
    if (level2.first.size > 0) {
      if (number > 0) mix2(number - from, expected, { format: precision, layout: "nhwc" });
      const made = inOneBuffer(precision, "between");
      goOn(number, { pictures: number > 0 ? { ...made, shape: level2.shape } : expected.pictures, ops: level2 });
    }
    if (level2.canBePlain && !level2.isAlwaysRagged) goOn(from, expected);
  };
  const count = options.pages + (readsExternal(policy) ? 1 : 0);
  const pages = Array.from({ length: count }, (_, page) => `page${page}`);
  visit(0, 0, { pictures: { shape, memory: format, layout, pages } });
  if (labels && labelForm) found2.push(...pipelinesOfLabels(labels, labelForm));
  return [...new Map(found2.map((key) => [JSON.stringify(key), key])).values()];
}
const CLIP_NOISES = ["clip", "frame"];
function planOfClips(plan, length, noise = "clip") {
  if (length === 1) return plan;
  const each = (list, of) => list.flatMap((entry) => Array.from({ length }, (_, t) => of(copied(entry), t)));
  const ofFrame = (one, t) => noise === "clip" || !one.ops ? one : { ...one, ops: one.ops.map((call) => withNoiseOf(t, call)) };
  const source = (one, t) => ofFrame({ ...one, index: one.index * length + t }, t);
  const row2 = (one, t) => {
    const own = one.own * length + t;
    return ofFrame("partner" in one ? { ...one, own, partner: one.partner * length + t } : { ...one, own }, t);
  };
  return {
    ...plan,
    sources: each(plan.sources, source),
    batchSize: plan.batchSize * length,
    stages: plan.stages.map(({ pairing, rows }) => ({ pairing, rows: each(rows, row2) }))
  };
}
function withNoiseOf(t, call) {
  if (!("key" in call) || opNamed(call.op).target === "moves") return call;
  const [k0, k1] = call.key;
  const { k0: high, k1: low } = foldIn({ k0, k1 }, t);
  return { ...call, key: [high, low] };
}
function drawsOfPolicy(policy) {
  const drawn = (Array.isArray(policy) ? policy : [policy]).flatMap(drawsIn);
  const { ops, ...others } = allDraws(drawn);
  return { ops: Object.freeze(ops), ...others, rows: [...new Set(drawn.flatMap(({ rows }) => rows))] };
}
function drawsIn(stage) {
  if (stage.kind === "repeatedAugmentation")
    return stage.augmenters.map((augmenter) => ({ ...drawsOfStage(augmenter), rows: [] }));
  if (!isMixStage(stage)) return [{ ...drawsOfStage(stage), rows: [] }];
  return mixersOf(stage).map((mixer) => {
    const { rows, ...image } = mixOpOf(mixer).draws(mixer);
    return { ...drawsOf(), ...image, rows: [rows] };
  });
}
function validatePolicy(policy, path = "policy") {
  if (!Array.isArray(policy)) {
    const only = checkStage(policy, path);
    checkTogether([only], [stagePath(path, only)], path);
    return [only];
  }
  if (policy.length > MAX_LIST) throw new PolicyError(path, `a list of at most ${MAX_LIST} entries`, policy.length);
  const stages = Array.from(policy, (stage, i) => checkStage(stage, `${path}[${i}]`));
  const paths = stages.map((stage, i) => stagePath(`${path}[${i}]`, stage));
  checkTogether(stages, paths, path);
  return stages;
}
const kept$1 = /* @__PURE__ */ new WeakMap();
function keptPolicy(policy) {
  const copy = frozenCopy(policy);
  if (isFrozen(copy)) kept$1.set(copy, { stages: validatePolicy(copy), laidOut: /* @__PURE__ */ new Map() });
  return copy;
}
const stagesOf = (policy) => kept$1.get(policy)?.stages ?? validatePolicy(policy);
function laidOutStages(policy, stages, overDataset) {
  const known2 = kept$1.get(policy);
  const before = known2?.laidOut.get(overDataset);
  if (before) return before;
  const laidOut = layOut(stages, Array.isArray(policy), overDataset);
  known2?.laidOut.set(overDataset, laidOut);
  return laidOut;
}
function isFrozen(value) {
  return typeof value !== "object" || value === null || Object.isFrozen(value) && Object.values(value).every(isFrozen);
}
function checkTogether(stages, paths, path) {
  const levels2 = stages.reduce((sum, stage) => sum + levelsOf$2(stage), 0);
  if (levels2 > MAX_STAGES) {
    const isPlain2 = stages.every((stage) => levelsOf$2(stage) <= 1);
    throw new PolicyError(
      path,
      isPlain2 ? `at most ${MAX_STAGES} mixers (image stages do not count)` : `at most ${MAX_STAGES} levels of mixing`,
      levels2
    );
  }
  const mixers = stages.flatMap((stage, i) => isMixStage(stage) ? [{ stage, path: paths[i] }] : []);
  const half = mixers.find(({ stage }) => stage.granularity === "half");
  if (half && half !== mixers.at(-1)) {
    throw new PolicyError(`${half.path}.granularity`, "half on the last stage only: it halves the batch", "half");
  }
  const paired = mixers.filter(({ stage }) => !isSelfMixer(stage));
  checkPairings(
    paired.map(({ stage }) => stage),
    paired.map(({ path: path2 }) => path2)
  );
  const repeated2 = stages.findLastIndex(({ kind }) => kind === "repeatedAugmentation");
  if (repeated2 > 0) {
    const expected = "repeatedAugmentation as the first stage: all that follows is repeated";
    throw new PolicyError(paths[repeated2], expected, found$1(`stage ${repeated2}`));
  }
  if (repeated2 === 0 && half)
    throw new PolicyError(`${half.path}.granularity`, "no half after repeatedAugmentation", "half");
  checkStreams(stages, paths);
}
function levelsOf$2(stage) {
  return isMixStage(stage) ? needsOf(stage).levels : 0;
}
const listKinds = () => [...mixKinds(), "repeatedAugmentation"];
function checkStage(value, path) {
  const mixing = listKinds();
  const makers = mixing.map((kind2) => `${kind2}()`).join(", ");
  const stage = checkObject(value, path, `what one of ${makers} or an image stage's constructor returns`);
  const { kind } = stage;
  const all = [...mixing, ...imageForms.names];
  if (typeof kind !== "string" || !all.includes(kind)) {
    const near = typeof kind === "string" ? nearestName(kind, all) : void 0;
    const expected = `one of ${mixing.join(", ")}, or an image stage: ${imageForms.names.join(", ")}`;
    throw new PolicyError(
      `${path}.kind`,
      `${expected}${near ? ` (did you mean ${near}?)` : ""}${imageForms.hint}`,
      kind
    );
  }
  if (kind === "repeatedAugmentation") checkRepeated(stage, stagePath(path, { kind }));
  else if (mixKinds().includes(kind)) checkMixStage(value, path);
  else checkImageStage(value, path);
  return value;
}
function checkStreams(stages, paths) {
  const streams = stages.map((stage) => stage.stream);
  streams.forEach((stream, i) => {
    const first = streams.indexOf(stream);
    if (stream === void 0 || first === i) return;
    throw new PolicyError(`${paths[i]}.stream`, `a name that ${paths[first]} does not use already`, stream);
  });
}
function rooted(tree, at2, copy) {
  const shown2 = [];
  const count = (node) => {
    if ("of" in node) shown2[node.of] = (shown2[node.of] ?? 0) + 1;
    else for (const below of "row" in node ? [node.own, node.partner] : [node.own]) count(below);
  };
  count(tree);
  const place = (node) => {
    if ("row" in node) return { row: node.row, own: place(node.own), partner: place(node.partner) };
    if ("own" in node) return { own: place(node.own) };
    return node.ops ? copy(node.of, node.ops, shown2[node.of] === 1) : { at: at2(node.of) };
  };
  return place(tree);
}
function rowsOf(levels2, trees, firstCopy) {
  const pictureOf = (tree) => "at" in tree ? tree.at : firstCopy + tree.copy;
  const rows = Array.from({ length: levels2 }, () => []);
  const add = (level2, tree) => level2 === 0 ? pictureOf(tree) : rows[level2 - 1].push(rowOf(level2, tree)) - 1;
  const rowOf = (level2, tree) => {
    const own = add(level2 - 1, "own" in tree ? tree.own : tree);
    return "row" in tree ? placed$1(tree.row, own, add(level2 - 1, tree.partner)) : { mixer: "none", own };
  };
  rows[levels2 - 1] = trees;
  for (let i = 0; i < trees.length; i++) {
    const tree = trees[i];
    if (!("mixer" in tree)) trees[i] = rowOf(levels2, tree);
  }
  return rows;
}
function placed$1(row2, own, partner) {
  row2.own = own;
  row2.partner = partner;
  return row2;
}
function prepareStage(stage, context) {
  const { key, time, path } = context;
  const granularity = stageGranularity(stage);
  const gateKey = foldIn(key, isSelfMixer(stage) ? PURPOSE.imageProb : PURPOSE.stageProb);
  const isMixed = gate(resolveScalar(stage.prob ?? 1, time, `${path}.prob`, PROB), gateKey, granularity);
  if (stage.kind !== "oneOf") {
    const only = prepareMixer(stage, 0, granularity, context);
    return (anchor) => isMixed(anchor) ? only : void 0;
  }
  const mixers = stage.mixers.map((mixer, i) => {
    const mixerPath = `${path}.mixers[${i}].${mixer.kind}`;
    const ready = prepareMixer(mixer, i, granularity, { ...context, path: mixerPath });
    const prob = resolveScalar(mixer.prob ?? 1, time, `${mixerPath}.prob`, PROB);
    return { ready, isUsed: gate(prob, foldIn(key, PURPOSE.mixerProb + i), ready.granularity) };
  });
  const choose = chooser(resolveWeights(stage.weights, mixers.length, time, `${path}.weights`));
  const choiceKey = foldIn(key, PURPOSE.choice);
  return (anchor) => {
    if (!isMixed(anchor)) return void 0;
    const chosen = mixers[choose(uniform01(choiceKey, anchor(granularity), 0))];
    return chosen?.isUsed(anchor) ? chosen.ready : void 0;
  };
}
function gate(prob, key, granularity) {
  if (prob === 1) return () => true;
  return (anchor) => uniform01(key, anchor(granularity), 0) < prob;
}
function prepareMixer(mixer, child, inherited, { key, ...context }) {
  const op = mixOpOf(mixer);
  const granularity = mixer.granularity ?? inherited;
  const draw = op.prepare(mixer, {
    ...context,
    granularity,
    key: (purpose, nth = 0) => foldIn(key, PURPOSE[purpose] + child + nth)
  });
  return { granularity, partners: (op.needs?.(mixer) ?? PLAIN_NEEDS).partners, draw };
}
function keyed({ stage, position }, epoch, prepare) {
  const key = streamKey(epoch, position, stage.stream);
  const ready = prepare(key);
  let external;
  return (isExternal) => {
    if (!isExternal) return ready;
    external ??= prepare(foldIn(key, PURPOSE.external));
    return external;
  };
}
function roundsFor(leftBits) {
  return Math.max(8, 2 * Math.ceil(20 / Math.max(1, leftBits)));
}
function makeBijection(key, n) {
  if (n >>> 0 !== n || n === 0) throw new ArgumentError("bijection.n", "an integer in 1..4294967295", n);
  const bits = 32 - Math.clz32(n - 1);
  const rightBits = bits + 1 >>> 1;
  const rightMask = (1 << rightBits) - 1;
  const leftBits = bits - rightBits;
  const leftMask = (1 << leftBits) - 1;
  const rounds = roundsFor(leftBits);
  const roundKeys = makeRoundKeys(key, rounds);
  function forward2(x) {
    let left = x >>> rightBits;
    let right = x & rightMask;
    for (let round = 0; round < rounds; round += 2) {
      left ^= mix(right ^ roundKeys[round]) & leftMask;
      right ^= mix(left ^ roundKeys[round + 1]) & rightMask;
    }
    return (left << rightBits | right) >>> 0;
  }
  function backward(x) {
    let left = x >>> rightBits;
    let right = x & rightMask;
    for (let round = rounds - 2; round >= 0; round -= 2) {
      right ^= mix(left ^ roundKeys[round + 1]) & rightMask;
      left ^= mix(right ^ roundKeys[round]) & leftMask;
    }
    return (left << rightBits | right) >>> 0;
  }
  return {
    n,
    at(i) {
      checkIndex("bijection.at", i, n);
      let x = forward2(i);
      while (x >= n) x = forward2(x);
      return x;
    },
    inverse(j) {
      checkIndex("bijection.inverse", j, n);
      let x = backward(j);
      while (x >= n) x = backward(x);
      return x;
    }
  };
}
function makeRoundKeys(key, rounds) {
  const roundKeys = new Uint32Array(rounds);
  for (let i = 0; i < rounds; i += 2) {
    threefry2x32(key, 0, i, pair);
    roundKeys[i] = pair[0];
    roundKeys[i + 1] = pair[1];
  }
  return roundKeys;
}
const pair = new Uint32Array(2);
function mix(x) {
  x = Math.imul(x ^ x >>> 16, 2246822507);
  x = Math.imul(x ^ x >>> 13, 3266489909);
  return x ^ x >>> 16;
}
function checkIndex(path, i, n) {
  if (i >>> 0 !== i || i >= n) throw new ArgumentError(path, `an integer in 0..${n - 1}`, i);
}
function permutation(key, n) {
  const order = identity("permutation.n", n);
  for (let i = n - 1; i > 0; i--) swap(order, i, uniformInt(key, i, 0, i + 1));
  return order;
}
function derangement(key, n) {
  const order = identity("derangement.n", n);
  if (n <= 1) return order;
  for (let attempt = 0; !tryDerange(key, attempt, order); attempt++) {
    for (let i = 0; i < n; i++) order[i] = i;
  }
  return order;
}
function tryDerange(key, attempt, order) {
  for (let i = order.length - 1; i >= 0; i--) {
    swap(order, i, uniformInt(key, i, attempt, i + 1));
    if (order[i] === i) return false;
  }
  return true;
}
function matching(key, n) {
  const partner = identity("matching.n", n);
  const order = permutation(key, n);
  for (let i = 1; i < n; i += 2) {
    const one = order[i - 1];
    const other = order[i];
    partner[one] = other;
    partner[other] = one;
  }
  return partner;
}
function identity(path, n) {
  if (n >>> 0 !== n) throw new ArgumentError(path, "an integer in 0..4294967295", n);
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  return order;
}
function swap(order, i, j) {
  const held2 = order[i];
  order[i] = order[j];
  order[j] = held2;
}
function partnersInBatch(pairing, key, size, mutual, nth = 0) {
  switch (pairing) {
    case "reverse":
      return Uint32Array.from({ length: size }, (_, i) => size - 1 - i);
    case "roll":
      return Uint32Array.from({ length: size }, (_, i) => (i + size - 1 - nth % size) % size);
    case "permutation":
      return mutual ? matching(key, size) : permutation(key, size);
    case "derangement":
      return mutual ? matching(key, size) : derangement(key, size);
    default:
      throw new Error(`${pairing} is no pairing within the batch`);
  }
}
const ROWS = 64;
function partnerInDataset(key, { size, members }) {
  const ring = makeBijection(key, size);
  const step = (id) => ring.at((ring.inverse(id) + 1) % size);
  if (!members) return step;
  if (members.size * members.size >= ROWS * size) {
    return (id) => {
      let partner = step(id);
      while (partner !== id && !members.has(partner)) partner = step(partner);
      return partner;
    };
  }
  const places = Uint32Array.from(members, ring.inverse).sort();
  return (id) => ring.at(places[(places.indexOf(ring.inverse(id)) + 1) % places.length]);
}
const MOST_KEPT = 1 << 16;
const NOWHERE = 2 ** 30 - 1;
let spare;
class Pictures {
  count = 0;
  /** Where the rows of the second batch begin. Each draws by the sample that it is mixed with. */
  external = NOWHERE;
  ids = new Uint32Array(1 << 9);
  /** How often each one's sample came before. */
  occurrences = new Uint32Array(1 << 9);
  /** What each one's draws are addressed by: the id, or another number for a further occurrence (`addressOf`). */
  addresses = new Uint32Array(1 << 9);
  /** None yet. */
  static take() {
    const pictures = spare ?? new Pictures();
    spare = void 0;
    pictures.count = 0;
    pictures.external = NOWHERE;
    return pictures;
  }
  /** Gives the memory back: nobody looks at these pictures any more. */
  release() {
    if (this.ids.length <= MOST_KEPT) spare = this;
  }
  /** Adds a sample's picture, for one copy of the batch. Returns its position. */
  add(id, occurrence, epoch) {
    return this.push(id, occurrence, addressOf(epoch, id, occurrence));
  }
  /** Adds the second batch, a row for every picture that there is. */
  addSecondBatch() {
    const { count } = this;
    this.external = count;
    for (let i = 0; i < count; i++) this.push(this.ids[i], this.occurrences[i], this.addresses[i]);
  }
  push(id, occurrence, address) {
    const at2 = this.count++;
    if (at2 === this.ids.length) this.grow();
    this.ids[at2] = id;
    this.occurrences[at2] = occurrence;
    this.addresses[at2] = address;
    return at2;
  }
  grow() {
    for (const column of ["ids", "occurrences", "addresses"]) {
      const larger = new Uint32Array(2 * this[column].length);
      larger.set(this[column]);
      this[column] = larger;
    }
  }
}
const REQUEST_KEYS = [
  "policy",
  "seed",
  "epoch",
  "step",
  "ids",
  "occurrences",
  "batchSize",
  "height",
  "width",
  "sizes",
  "datasetSize",
  "members",
  "externalSize",
  "objects",
  "from"
];
function openRequest(request) {
  knownKeys("samplePlan.request", request, REQUEST_KEYS);
  const { policy, seed, epoch = 0, step, height, width, from = "batch" } = request;
  const stages = stagesOf(policy);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new InputError("seed", "an integer in 0..2^53-1", seed);
  if (!isU32(epoch)) throw new InputError("epoch", "an integer in 0..2^32-1", epoch);
  if (step !== void 0 && !isU32(step)) throw new InputError("step", "an integer in 0..2^32-1", step);
  if (request.sizes === void 0) {
    checkCount(height, "height", "a positive whole number of pixels");
    checkCount(width, "width", "a positive whole number of pixels");
  }
  if (from !== "batch" && from !== "dataset") throw new InputError("from", "batch or dataset", from);
  const { objects } = request;
  if (objects !== void 0 && !(isOptions(objects) && isCallable(objects.boxesOf)))
    throw new InputError("objects", "what objectsToDraw returns", objects);
  const laidOut = laidOutStages(policy, stages, from === "dataset");
  const pairings = pairingsOf(laidOut);
  const needsDataset = from === "dataset" || pairings.includes("dataset");
  const ids = openIds(request, needsDataset);
  const pool = needsDataset ? openPool(ids, request) : void 0;
  if (pairings.includes("external") && request.externalSize !== ids.length) {
    throw new InputError(
      "externalSize",
      `${ids.length}, as many rows as the batch, for the external pairing`,
      request.externalSize
    );
  }
  return {
    // Plus 0, because both stand in the plan, which survives JSON, and JSON has no −0.
    seed: seed + 0,
    epoch: epoch + 0,
    time: timeOf(epoch + 0, step),
    drawnByStep: request.ids ? void 0 : step,
    ids,
    occurrences: openOccurrences(request, ids),
    batchSize: ids.length,
    size: openSize(request, ids.length),
    pool,
    from,
    objects,
    policy: laidOut
  };
}
function openSize({ height, width, sizes, datasetSize, externalSize }, batch) {
  if (sizes === void 0) return { height, width };
  if (height !== void 0) throw new InputError("height", "nothing where pictures have sizes of their own", height);
  if (width !== void 0) throw new InputError("width", "nothing where pictures have sizes of their own", width);
  return opDraws().openSizes("sizes", sizes, { batch, dataset: datasetSize, external: externalSize });
}
function openIds({ ids, step, batchSize }, needsDataset) {
  if (batchSize !== void 0) checkCount(batchSize, "batchSize", "a positive whole number of rows");
  if (batchSize !== void 0 && batchSize > MAX_ROWS)
    throw new InputError("batchSize", `${MAX_ROWS} rows at most`, batchSize);
  if (ids === void 0) {
    if (needsDataset) throw new InputError("ids", "the dataset index of every sample of the batch", ids);
    if (step === void 0) {
      throw new InputError(
        "ids",
        "the sample ids, or else the step: without either every batch would repeat the same draws",
        ids
      );
    }
    if (batchSize === void 0)
      throw new InputError("batchSize", "the number of rows, where no ids are given", batchSize);
    return Uint32Array.from({ length: batchSize }, (_, i) => i);
  }
  const length = lengthOf$1("ids", ids, "one sample id a row, at least one");
  if (length === 0) throw new InputError("ids", "one sample id a row, at least one", ids);
  if (batchSize !== void 0 && batchSize !== length)
    throw new InputError("ids", `${batchSize} sample ids, one a row`, length);
  return u32s("ids", ids, length);
}
function u32s(path, list, length) {
  const copy = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const number = list[i];
    if (!isU32(number)) throw new InputError(`${path}[${i}]`, "an integer in 0..2^32-1", number);
    copy[i] = number;
  }
  return copy;
}
function openOccurrences({ ids: given, occurrences }, ids) {
  if (occurrences === void 0) return countOccurrences(ids);
  if (given === void 0) throw new InputError("occurrences", "nothing where there are no ids", occurrences);
  if (typeof occurrences !== "object" || occurrences === null || occurrences.length !== ids.length)
    throw new InputError("occurrences", `${ids.length} numbers, one a row`, occurrences);
  return u32s("occurrences", occurrences, ids.length);
}
function countOccurrences(ids) {
  if (ids.length <= MOST_TABLED && !hasRepeats(ids)) return new Uint32Array(ids.length);
  const seen = /* @__PURE__ */ new Map();
  return ids.map((id) => {
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return before;
  });
}
const MOST_TABLED = 1 << 16;
let table = new Uint32Array(0);
function hasRepeats(ids) {
  const size = 2 ** Math.ceil(Math.log2(2 * ids.length));
  if (table.length < 2 * size) table = new Uint32Array(2 * size);
  else table.fill(0, 0, 2 * size);
  for (let row2 = 0; row2 < ids.length; row2++) {
    const id = ids[row2];
    let at2 = id & size - 1;
    while (table[2 * at2 + 1] !== 0) {
      if (table[2 * at2] === id) return true;
      at2 = at2 + 1 & size - 1;
    }
    table[2 * at2] = id;
    table[2 * at2 + 1] = row2 + 1;
  }
  return false;
}
function openPool(ids, { datasetSize, members }) {
  checkCount(datasetSize, "datasetSize", "the number of samples in the dataset");
  const wrong = ids.findIndex((id) => id >= datasetSize);
  if (wrong >= 0) throw new InputError(`ids[${wrong}]`, `a dataset index in 0..${datasetSize - 1}`, ids[wrong]);
  if (members === void 0) return { size: datasetSize };
  if (!isMembers(members)) throw new InputError("members", "a Set of dataset indices", members);
  const outside = ids.findIndex((id) => !members.has(id));
  if (outside >= 0) throw new InputError(`ids[${outside}]`, "one of the members", ids[outside]);
  return { size: datasetSize, members };
}
function isMembers(value) {
  if (typeof value !== "object" || value === null) return false;
  const { size, has, [Symbol.iterator]: iterator } = value;
  return typeof size === "number" && typeof has === "function" && typeof iterator === "function";
}
function checkCount(value, path, expected) {
  if (!isU32(value) || value === 0) throw new InputError(path, expected, value);
}
function isU32(value) {
  return typeof value === "number" && value >>> 0 === value;
}
function timeOf(epoch, step) {
  return {
    epoch,
    get step() {
      if (step === void 0)
        throw new InputError("step", "the number of the step: a strength of the policy depends on it", step);
      return step;
    }
  };
}
function samplePlan(request) {
  const open = openRequest(request);
  const { seed, epoch, size, batchSize, policy } = open;
  const key = epochKey(seed, epoch, open.drawnByStep);
  const from = typeof size === "function" ? void 0 : size;
  if (policy.augmenters.length > 1) opDraws().checkAugmenters(policy, from);
  const parts = policy.augmenters.map(
    (augmenter, repeat) => drawPart(open, augmenter ? [augmenter, ...policy.before] : policy.before, from, repeatKey(key, repeat))
  );
  const { sources, stages } = joinParts(parts, batchSize);
  const { height, width } = typeof size === "function" ? parts[0].size : size;
  return { version: 1, seed, epoch, height, width, batchSize, sources, stages };
}
function drawPart(open, before, from, key) {
  const { ids, occurrences, time } = open;
  const { graph } = open.policy;
  const pictures = Pictures.take();
  for (let i = 0; i < ids.length; i++) pictures.add(ids[i], occurrences[i], key);
  const { prepareImageStages: prepareImageStages2 } = opDraws();
  const onSources = prepareImageStages2(before, key, time, from);
  const onResults = [];
  for (const { after } of graph)
    onResults.push(prepareImageStages2(after, key, time, (onResults.at(-1) ?? onSources).size));
  const first = { address: pictures.addresses[0] };
  const stages = [];
  let wanted = { count: pictures.count, copies: [] };
  for (let g = graph.length - 1; g >= 0; g--) {
    const stage = graph[g];
    const path = stagePath(stage.place, stage.stage);
    const { size: size2 } = onResults[g - 1] ?? onSources;
    const decide = keyed(stage, key, (own) => prepareStage(stage.stage, { ...size2, time, first, path, key: own }));
    const drawn = drawMixer(stage, pictures, decide, key, open.pool);
    const top = drawn.stages[drawn.stages.length - 1];
    const { rows } = top;
    const result = { sizeOf: () => size2, make: (i, ops) => withOwnOps(rows[i], ops) };
    top.rows = withOps({ ...wanted, count: rows.length }, onResults[g], pictures, result);
    stages.unshift(...drawn.stages);
    wanted = drawn.below;
  }
  const { size } = open;
  const sources = withOps(wanted, onSources, pictures, {
    sizeOf: typeof size === "function" ? (i) => sizeBefore(pictures, i, open, size) : () => size,
    make: (i, ops) => sourceOf(pictures, i, open, ops),
    boxesOf: open.objects && ((i, size2, calls) => open.objects.boxesOf(placeOf(pictures, i, open), size2, calls))
  });
  pictures.release();
  if (stages.length === 0) stages.push({ pairing: "reverse", rows: sources.map((_, own) => ({ mixer: "none", own })) });
  return { sources, stages, size: onSources.size };
}
function withOwnOps(row2, ops) {
  if (ops) row2.ops = ops;
  return row2;
}
function withOps({ count, finish, copies }, ready, pictures, { sizeOf: sizeOf2, make, boxesOf }) {
  ready.beginBatch(pictures.addresses[0], boxesOf);
  const made = new Array(count);
  const calls = [];
  for (let i = 0; i < count; i++) {
    ready.drawOps(pictures, i, sizeOf2(i), calls);
    const more = finish?.get(i);
    if (more) calls.push(...copied(more));
    for (const call of calls) ownLists(call);
    made[i] = calls.length > 0 ? make(i, calls.slice()) : make(i);
    while (calls.length > 0) calls.pop();
  }
  for (const { of, calls: calls2 } of copies) made.push(copyOf(made[of], calls2));
  return made;
}
function copyOf(picture, calls) {
  const copy = { ...picture, ops: copied([...picture.ops ?? [], ...calls]) };
  if (copy.bbox) copy.bbox = [...copy.bbox];
  return copy;
}
function ownLists(call) {
  const args = call;
  for (const name in args) if (typeof args[name] === "object") args[name] = copied(args[name]);
}
function drawMixer(graphStage, pictures, decide, epoch, pool) {
  const { stage, pairing, position } = graphStage;
  const { count } = pictures;
  const { partners, levels: levels2 } = needsOf(stage);
  const key = streamKey(epoch, position, stage.stream);
  const ways = Array.from(
    { length: partners },
    (_, nth) => partnersOf(graphStage, pictures, foldIn(key, PURPOSE.pairing + nth), nth, pool)
  );
  const below = new Below(pictures, ways, epoch);
  if (pairing === "external") pictures.addSecondBatch();
  const trees = new Array(stage.granularity === "half" ? Math.ceil(count / 2) : count);
  let row2 = 0;
  const anchor = (granularity) => below.address(row2, granularity);
  for (; row2 < trees.length; row2++) {
    const mixer = decide(row2 >= pictures.external)(anchor);
    if (mixer === void 0 || below.isAlone(row2, mixer.partners)) {
      trees[row2] = { at: row2 };
      continue;
    }
    const drawn = mixer.draw(anchor(mixer.granularity), pictures.addresses[row2]);
    if (!("mixer" in drawn)) trees[row2] = below.root(drawn, row2, mixer.partners);
    else if (levels2 === 1) trees[row2] = placed$1(drawn, row2, below.partnerOf(row2, 0));
    else trees[row2] = below.root({ row: drawn, own: { of: 0 }, partner: { of: 1 } }, row2, mixer.partners);
  }
  const stages = rowsOf(levels2, trees, pictures.count).map((rows) => ({ pairing, rows }));
  return { stages, below: { count: pictures.count, finish: below.finish, copies: below.copies } };
}
class Below {
  copies = [];
  finish;
  pictures;
  /** How many pictures were there before the rows: those that follow are partners from outside. */
  own;
  ways;
  epoch;
  /** The partners of the row that is being drawn: their positions, or the ids of those from outside. */
  met = [];
  constructor(pictures, ways, epoch) {
    this.pictures = pictures;
    this.own = pictures.count;
    this.ways = ways;
    this.epoch = epoch;
  }
  /** The address of a row's draw. Rows that share a draw share its address: that of the first of them. */
  address(row2, granularity) {
    const first = granularity === "batch" ? 0 : granularity === "pair" ? Math.min(row2, this.ways[0]?.positions?.[row2] ?? row2) : row2;
    return this.pictures.addresses[first];
  }
  /** Meets the partners of a row. Returns whether all of them are the picture itself. */
  isAlone(row2, partners) {
    const id = this.pictures.ids[row2];
    let isAlone = partners > 0;
    for (let nth = 0; nth < partners; nth++) {
      const { outside, positions } = this.ways[nth];
      const met2 = outside ? outside(id, this.pictures.occurrences[row2]) : positions[row2];
      this.met[nth] = met2;
      if (met2 !== (outside ? id : row2)) isAlone = false;
    }
    return isAlone;
  }
  /** A row's tree over this level. Adds the partners from outside and the copies that it wants. */
  root(tree, row2, partners) {
    const positions = [row2];
    for (let nth = 0; nth < partners; nth++) positions.push(this.partnerOf(row2, nth));
    const copy = (of, calls, isOnly) => {
      const at2 = positions[of];
      const isGuest = at2 >= this.own && this.ways[of - 1]?.outside !== void 0;
      if (!isOnly || !isGuest) return { copy: this.copies.push({ of: at2, calls }) - 1 };
      this.finish ??= /* @__PURE__ */ new Map();
      this.finish.set(at2, calls);
      return { at: at2 };
    };
    return rooted(tree, (of) => positions[of], copy);
  }
  /** Where a partner stands that the row has met. */
  partnerOf(row2, nth) {
    const met2 = this.met[nth];
    if (!this.ways[nth].outside) return met2;
    const { ids, occurrences } = this.pictures;
    return met2 === ids[row2] ? row2 : this.pictures.add(met2, occurrences[row2], this.epoch);
  }
}
function partnersOf({ stage, pairing }, { count, addresses }, key, nth, pool) {
  if (pairing === "dataset") return { outside: partnersInDataset(key, pool) };
  if (pairing === "external") return { positions: Uint32Array.from({ length: count }, (_, i) => count + i) };
  return {
    positions: partnersInBatch(pairing, foldIn(key, addresses[0]), count, drawsPairs(stage), nth)
  };
}
function partnersInDataset(key, pool) {
  const rings = /* @__PURE__ */ new Map();
  let last2 = 0;
  let ring;
  return (id, occurrence) => {
    if (!ring || occurrence !== last2) {
      ring = rings.get(occurrence) ?? partnerInDataset(occurrenceKey(key, occurrence), pool);
      rings.set(occurrence, ring);
      last2 = occurrence;
    }
    return ring(id);
  };
}
function sourceOf(pictures, i, open, ops) {
  const { from, index: index2 } = placeOf(pictures, i, open);
  const id = from === "external" ? index2 : pictures.ids[i];
  return sourceRef(from, index2, id, open, ops);
}
function placeOf({ ids, external }, i, { from, batchSize }) {
  if (i >= external) return { from: "external", index: i - external };
  if (from === "batch" && i < batchSize) return { from: "batch", index: i };
  return { from: "dataset", index: ids[i] };
}
function sourceRef(from, index2, id, { size }, ops) {
  if (typeof size !== "function") return ops ? { from, index: index2, id, ops } : { from, index: index2, id };
  const { height, width } = size(from, index2);
  return ops ? { from, index: index2, id, height, width, ops } : { from, index: index2, id, height, width };
}
function sizeBefore(pictures, i, open, sizeOf2) {
  const { from, index: index2 } = placeOf(pictures, i, open);
  return sizeOf2(from, index2);
}
const STEP_KEYS = ["epoch", "step", "ids", "occurrences", "plan", "out"];
function checkBatch(path, batch) {
  if (typeof batch !== "object" || batch === null) throw new InputError(path, "a batch", batch);
  const { images, labels, sparse, size, shape, format, layout, classes, valueRange, normalize } = batch;
  if (!Array.isArray(shape) || shape.length !== 4)
    throw new InputError(`${path}.shape`, "[B, H, W, C] or [B, C, H, W]", shape);
  for (const [i, side] of shape.entries()) positive(`${path}.shape[${i}]`, side);
  positive(`${path}.size`, size);
  if (size !== shape[0]) throw new InputError(`${path}.size`, `${shape[0]}, as the shape says`, size);
  oneOf(`${path}.format`, format, ["f32", "f16", "u8"]);
  oneOf(`${path}.layout`, layout, ["nhwc", "nchw"]);
  if (valueRange !== void 0) range(`${path}.valueRange`, valueRange);
  if (normalize !== void 0) checkNormalize(`${path}.normalize`, normalize, layout === "nhwc" ? shape[3] : shape[1]);
  checkBuffer(`${path}.images`, images);
  if (labels !== void 0) checkBuffer(`${path}.labels`, labels);
  if (labels !== void 0 || classes !== void 0) positive(`${path}.classes`, classes);
  if (sparse === void 0) return;
  knownKeys(`${path}.sparse`, sparse, ["classes", "shares", "sources"]);
  checkBuffer(`${path}.sparse.classes`, sparse.classes);
  checkBuffer(`${path}.sparse.shares`, sparse.shares);
  positive(`${path}.sparse.sources`, sparse.sources);
}
function checkNormalize(path, normalize, channels) {
  knownKeys(path, normalize, ["mean", "std"]);
  for (const name of ["mean", "std"]) {
    const list = normalize[name];
    if (!isListOf(list, Number.isFinite) || list.length !== channels)
      throw new InputError(`${path}.${name}`, `${channels} finite numbers, one per channel`, list);
  }
}
function checkBuffer(path, buffer2) {
  if (!isBuffer(buffer2)) throw new InputError(path, "a GPUBuffer", buffer2);
}
function ownSources({ sources, stages }) {
  let own = sources.map((_, i) => i);
  for (const { rows } of stages) own = rows.map((row2) => own[row2.own]);
  return own.map((position) => sources[position]);
}
const MOST_SIZES = 8;
class Outputs {
  constructor(device, encoders, sets) {
    this.device = device;
    this.encoders = encoders;
    this.sets = sets;
  }
  /**
   * By name: the rings by size, the one asked for longest ago first, and how many buffers of that name were handed out.
   */
  kinds = /* @__PURE__ */ new Map();
  /** From now on at least so many batches exist side by side. */
  require(sets) {
    this.sets = Math.max(this.sets, sets);
  }
  /** The next buffer of that name and exactly that size, for a step in that encoder. */
  next(name, size, encoder) {
    const kind = this.kinds.get(name) ?? { rings: /* @__PURE__ */ new Map(), handed: 0 };
    this.kinds.set(name, kind);
    const ring = kind.rings.get(size) ?? { buffers: [], turn: 0, asked: 0, encoder };
    ring.buffers[ring.turn] ??= this.make(name, size);
    const buffer2 = ring.buffers[ring.turn];
    ring.turn = (ring.turn + 1) % this.sets;
    ring.asked = ++kind.handed;
    ring.encoder = Math.max(ring.encoder, encoder);
    kind.rings.delete(size);
    kind.rings.set(size, ring);
    this.trim(kind, encoder);
    return buffer2;
  }
  destroy() {
    for (const { rings } of this.kinds.values())
      for (const ring of rings.values()) for (const buffer2 of ring.buffers) buffer2?.destroy();
    this.kinds.clear();
  }
  /**
   * Lets go of the sizes asked for longest ago, but of none that may hold one of the last `sets` batches: those are
   * valid.
   */
  trim({ rings, handed }, now) {
    for (const [size, { buffers, asked, encoder }] of rings) {
      if (rings.size <= MOST_SIZES || handed - asked < this.sets) return;
      rings.delete(size);
      for (const buffer2 of buffers) if (buffer2) this.encoders.retire(buffer2, encoder, now);
    }
  }
  make(name, size) {
    checkOutputSize(name, size, this.device);
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    return this.device.createBuffer({ label: `mixwell ${name}`, size, usage });
  }
}
function checkOutputSize(name, size, { limits }) {
  const limit = Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);
  if (size > limit) {
    throw new InputError(
      `output.${name}`,
      `at most ${limit} bytes, this device's maxStorageBufferBindingSize (use a smaller batch, or request a higher limit)`,
      size
    );
  }
}
function valuesOf(plan, output, channels) {
  if (normalizes(plan)) return {};
  const [low, high] = output.format === "u8" ? [0, 255] : output.valueRange ?? [0, 1];
  return { valueRange: [low, high], ...output.normalize && { normalize: eachChannel(output.normalize, channels) } };
}
function checkUnmapped({ valueRange }) {
  if (valueRange === void 0 || valueRange[0] === 0 && valueRange[1] === 1) return;
  throw new InputError(
    "output.valueRange",
    "none beside the op normalize, which leaves no black and white",
    valueRange
  );
}
const normalizes = ({ sources, stages }) => [sources, ...stages.map(({ rows }) => rows)].some((pictures) => pictures.some(({ ops }) => ops?.some(isNormalize)));
const isNormalize = ({ op }) => op === "normalize";
function inUnits({ mean, std }, [low, high]) {
  return { mean: mean.map((m) => (m - low) / (high - low)), std: std.map((s) => s / (high - low)) };
}
function inRange({ mean, std }, [low, high]) {
  return { mean: mean.map((m) => low + m * (high - low)), std: std.map((s) => s * (high - low)) };
}
function undoing({ mean, std }) {
  if (std.some((s) => !(s >= LEAST && s <= 1 / LEAST)))
    throw new InputError("batch.normalize.std", "positive numbers: what others made cannot be taken back", std);
  return { op: "normalize", mean: mean.map((m, c) => -m / std[c] + 0), std: std.map((s) => 1 / s) };
}
const LEAST = 1e-6;
const OUT_NAMES = {
  images: "images",
  soft: "labels",
  sourceClasses: "classes",
  sourceShares: "shares"
};
function givenOutputs(recording, made, open, step, device) {
  const out = step.out ?? {};
  if (typeof out === "function" && !isCallable(out))
    throw new InputError("out", "buffers by name, or a function that gives them", found$1("a class"));
  const wanted = Object.entries(recording.outputs);
  const given = typeof out === "function" ? askedFor(out, wanted, formsOf(recording, made), device) : named(out);
  const inputs = [
    ...open.pages.map(({ buffer: buffer2 }) => buffer2),
    open.external?.page.buffer,
    open.labels,
    open.external?.labels
  ];
  for (const [name, size] of wanted) {
    const buffer2 = given[name];
    if (buffer2 === void 0) continue;
    const path = `out.${OUT_NAMES[name]}`;
    storage(path, buffer2, size, device);
    if (inputs.includes(buffer2)) throw new InputError(path, "another buffer than the input's", found$1("the same one"));
    if (wanted.some(([other]) => other !== name && given[other] === buffer2))
      throw new InputError(path, "a buffer of its own", found$1("one given twice"));
  }
  for (const [name, buffer2] of Object.entries(given)) {
    if (buffer2 !== void 0 && recording.outputs[name] === void 0)
      throw new InputError(`out.${OUT_NAMES[name]}`, "nothing: this engine does not make it (see `labels`)", buffer2);
  }
  return given;
}
function named(out) {
  knownKeys("out", out, Object.values(OUT_NAMES));
  return { images: out.images, soft: out.labels, sourceClasses: out.classes, sourceShares: out.shares };
}
function askedFor(out, wanted, forms, device) {
  const given = {};
  for (const [name, bytes2] of wanted) {
    checkOutputSize(OUT_NAMES[name], bytes2, device);
    const [shape, type] = forms[name];
    given[name] = out(OUT_NAMES[name], [...shape], type);
  }
  return given;
}
function bindOutputs({ outputs }, given, ours, encoder) {
  const bound = Object.entries(outputs).map(([key, size]) => {
    const name = key;
    return [name, { buffer: given[name] ?? ours.next(OUT_NAMES[name], size, encoder), size }];
  });
  return new Map(bound);
}
function batchOf(recording, made, open, plan, bound) {
  const { output, labels } = made;
  const classes = bound.get("sourceClasses");
  const shares = bound.get("sourceShares");
  const own = ownSources(plan);
  return {
    images: bound.get("images").buffer,
    labels: bound.get("soft")?.buffer,
    sparse: classes && shares && { classes: classes.buffer, shares: shares.buffer, sources: recording.sources },
    size: recording.rows,
    shape: pictureShape(recording, output),
    format: output.format ?? "f32",
    layout: output.layout ?? "nhwc",
    ...valuesOf(plan, output, recording.channels),
    classes: labels?.classes,
    ids: own.map(({ id }) => id),
    plan,
    fields: open.fields(own)
  };
}
function formsOf(recording, { output, labels }) {
  const pairs2 = [recording.rows, recording.sources];
  return {
    images: [pictureShape(recording, output), output.format ?? "f32"],
    soft: [[recording.rows, labels?.classes ?? 0], "f32"],
    sourceClasses: [pairs2, "u32"],
    sourceShares: [pairs2, "f32"]
  };
}
function pictureShape({ rows, height, width, channels }, { layout = "nhwc" }) {
  return layout === "nhwc" ? [rows, height, width, channels] : [rows, channels, height, width];
}
const SLOTS_STEP = 64;
const MIXED_HEAD = Math.max(MIX_CHUNK_SLOTS_OFFSET, FUSED_CHUNK_SLOTS_OFFSET);
const SOFTWARE_LANES = 16;
const NEEDED$1 = {
  ...kernelLimits,
  maxDynamicUniformBuffersPerPipelineLayout: 1,
  maxUniformBufferBindingSize: Math.max(
    AUGMENT_CHUNK_SIZE,
    MIXED_HEAD + SLOTS_STEP * MIX_CHUNK_SLOTS_STRIDE,
    LABEL_CHUNK_SLOTS_OFFSET + SLOTS_STEP * LABEL_CHUNK_SLOTS_STRIDE
  ),
  maxComputeWorkgroupsPerDimension: MAX_GROUPS
};
class DeviceSizes {
  /** Slots in a uniform block, as `lower` wants them. */
  slots;
  /** Invocations of the tone kernel. */
  toneLanes;
  /**
   * `isSoftware`: the adapter says that it is a fallback.
   * @throws InputError for limits that are too low for any sizes
   */
  constructor(limits, path, isSoftware = false) {
    checkLimits(limits, path);
    const slotsAfter = (offset, stride, most2) => {
      const { maxUniformBufferBindingSize = Number.POSITIVE_INFINITY } = limits;
      const fitting2 = Math.floor((maxUniformBufferBindingSize - offset) / stride / SLOTS_STEP) * SLOTS_STEP;
      return Math.min(most2, fitting2);
    };
    this.slots = {
      mix: slotsAfter(MIXED_HEAD, MIX_CHUNK_SLOTS_STRIDE, MIX_CHUNK_SLOTS_COUNT),
      label: slotsAfter(LABEL_CHUNK_SLOTS_OFFSET, LABEL_CHUNK_SLOTS_STRIDE, LABEL_CHUNK_SLOTS_COUNT)
    };
    const { maxComputeInvocationsPerWorkgroup, maxComputeWorkgroupSizeX } = limits;
    const most = Math.min(
      maxComputeInvocationsPerWorkgroup ?? constants.grid.TONE_LANES,
      maxComputeWorkgroupSizeX ?? constants.grid.TONE_LANES,
      constants.grid.TONE_LANES
    );
    this.toneLanes = 2 ** Math.floor(Math.log2(isSoftware ? Math.min(most, SOFTWARE_LANES) : most));
  }
  /** A kernel's text for these sizes; the same where the device has the default limits. */
  textOf(text) {
    const sizes = { MIX_SLOTS: this.slots.mix, LABEL_SLOTS: this.slots.label, TONE_LANES: this.toneLanes };
    return Object.entries(sizes).reduce(
      (smaller, [name, size]) => smaller.replace(new RegExp(`^(const ${name} =) .*;$`, "m"), `$1 ${size}u;`),
      text
    );
  }
  /** Bytes of the uniform block that a kernel reads. */
  blockBytes({ bindings: { chunk } }) {
    if (chunk?.type === "MixChunk") return MIX_CHUNK_SLOTS_OFFSET + this.slots.mix * MIX_CHUNK_SLOTS_STRIDE;
    if (chunk?.type === "FusedChunk") return FUSED_CHUNK_SLOTS_OFFSET + this.slots.mix * MIX_CHUNK_SLOTS_STRIDE;
    if (chunk?.type === "LabelChunk") return LABEL_CHUNK_SLOTS_OFFSET + this.slots.label * LABEL_CHUNK_SLOTS_STRIDE;
    return chunk?.minBindingSize ?? 0;
  }
}
const byDevice$1 = /* @__PURE__ */ new WeakMap();
function sizesOf$1(device, path) {
  let sizes = byDevice$1.get(device);
  if (!sizes) {
    sizes = new DeviceSizes(device.limits ?? {}, path, device.adapterInfo?.isFallbackAdapter);
    byDevice$1.set(device, sizes);
  }
  return sizes;
}
function checkLimits(limits, path) {
  for (const [name, needed] of Object.entries(NEEDED$1)) {
    const limit = limits[name];
    if (limit === void 0 || limit >= needed) continue;
    throw new InputError(
      path,
      `a device whose ${name} is at least ${needed} (request it with requiredLimits: { ${name}: ${needed} })`,
      found$1(`${limit}`)
    );
  }
}
class Scratch {
  constructor(device, encoders) {
    this.device = device;
    this.encoders = encoders;
  }
  /** By name, with the last encoder that each was handed to. */
  known = /* @__PURE__ */ new Map();
  /** The buffer of that name, at least `bytes` long, for a step in that encoder. */
  get(name, bytes2, encoder) {
    const known2 = this.known.get(name);
    if (known2 && known2.buffer.size >= bytes2) {
      known2.encoder = Math.max(known2.encoder, encoder);
      return known2.buffer;
    }
    const limit = Math.min(this.device.limits.maxStorageBufferBindingSize, this.device.limits.maxBufferSize);
    if (bytes2 > limit) {
      const advice = "use a smaller batch, or request a higher limit";
      throw new InputError(
        "input.size",
        `a batch whose pictures between passes fit in ${limit} bytes, this device's maxStorageBufferBindingSize (${advice})`,
        bytes2
      );
    }
    const buffer2 = this.device.createBuffer({
      label: `mixwell ${name}`,
      size: Math.ceil(bytes2 / 16) * 16,
      usage: GPUBufferUsage.STORAGE
    });
    this.known.set(name, { buffer: buffer2, encoder });
    if (known2) this.encoders.retire(known2.buffer, known2.encoder, encoder);
    return buffer2;
  }
  destroy() {
    for (const { buffer: buffer2 } of this.known.values()) buffer2.destroy();
    this.known.clear();
  }
}
class Encoders {
  constructor(maxPending) {
    this.maxPending = maxPending;
  }
  /** The last ones, each in the place of its number. */
  recent = [];
  count = 0;
  waiting = [];
  /** For the end of our own step. */
  due = [];
  /** The encoder's number, from 1; steps that we submit ourselves have `OWN`. */
  numberOf(encoder) {
    const place = this.recent.findIndex((known2) => known2.deref() === encoder);
    if (place >= 0) return this.count - (this.count - 1 - place) % this.maxPending;
    this.recent[this.count++ % this.maxPending] = new WeakRef(encoder);
    const isOver = ({ encoder: encoder2 }) => encoder2 <= this.count - this.maxPending;
    for (const { buffer: buffer2 } of this.waiting.filter(isOver)) buffer2.destroy();
    this.waiting = this.waiting.filter((entry) => !isOver(entry));
    return this.count;
  }
  /**
   * Takes a buffer of ours to be destroyed: `last` is the last encoder that it was handed to, `now` that of the step
   * that replaces it.
   */
  retire(buffer2, last2, now) {
    const encoder = Math.max(last2, now);
    if (encoder === OWN || encoder <= this.count - this.maxPending) this.due.push(buffer2);
    else this.waiting.push({ buffer: buffer2, encoder });
  }
  /** Our own step was submitted. WebGPU keeps alive what was submitted, destroyed or not. */
  submitted() {
    for (const buffer2 of this.due) buffer2.destroy();
    this.due = [];
  }
  destroy() {
    this.submitted();
    for (const { buffer: buffer2 } of this.waiting) buffer2.destroy();
    this.waiting = [];
  }
}
const OWN = 0;
class Staging {
  constructor(device, maxPending) {
    this.device = device;
    this.maxPending = maxPending;
    this.own = new NamedBuffers(device);
  }
  own;
  /** By the encoders' numbers, in turn. */
  pending = [];
  /** For a step in the encoder of that number. Our own is submitted before anything else is written. */
  forEncoder(number) {
    if (number === OWN) return this.own;
    const place = number % this.maxPending;
    const entry = this.pending[place] ?? { number, sets: [], used: 0 };
    this.pending[place] = entry;
    if (entry.number !== number) {
      for (const set2 of entry.sets.splice(entry.used)) set2.destroy();
      entry.number = number;
      entry.used = 0;
    }
    entry.sets[entry.used] ??= new NamedBuffers(this.device);
    return entry.sets[entry.used++];
  }
  destroy() {
    for (const set2 of [this.own, ...this.pending.flatMap((entry) => entry?.sets ?? [])]) set2.destroy();
  }
}
class NamedBuffers {
  constructor(device) {
    this.device = device;
  }
  buffers = /* @__PURE__ */ new Map();
  /**
   * Writes to the buffer of that name, which is at least `minimum` bytes; it grows by doubling. Data whose length is
   * drawn (`isDrawn`) gets twice its length at once, so that the first steps decide and not the one that drew most.
   */
  write(name, data, minimum, isDrawn = false) {
    const needed = Math.max(minimum, data.byteLength);
    checkUploadSize(name, needed, this.device);
    let buffer2 = this.buffers.get(name);
    if (!buffer2 || buffer2.size < needed) {
      buffer2?.destroy();
      const wanted = buffer2 ? Math.max(needed, 2 * buffer2.size) : isDrawn ? 2 * needed : needed;
      const size = Math.min(wanted, uploadLimit(this.device));
      const usage = GPUBufferUsage.COPY_DST | GPUBufferUsage.UNIFORM | GPUBufferUsage.STORAGE;
      buffer2 = this.device.createBuffer({ label: `mixwell ${name}`, size: Math.ceil(size / 4) * 4, usage });
      this.buffers.set(name, buffer2);
    }
    this.device.queue.writeBuffer(buffer2, 0, data.buffer, data.byteOffset, data.byteLength);
    return buffer2;
  }
  destroy() {
    for (const buffer2 of this.buffers.values()) buffer2.destroy();
    this.buffers.clear();
  }
}
function uploadLimit({ limits }) {
  return Math.floor(Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize) / 4) * 4;
}
function checkUploadSize(name, bytes2, device) {
  const limit = uploadLimit(device);
  if (bytes2 <= limit) return;
  const advice = "use a smaller batch, or request a higher limit";
  throw new InputError(
    "input.size",
    `a batch whose ${name} fit in ${limit} bytes, this device's maxStorageBufferBindingSize (${advice})`,
    bytes2
  );
}
const MAX_AFFINES = 16;
class Bindings {
  constructor(device, encoders, maxPending, scratch2 = new Scratch(device, encoders)) {
    this.device = device;
    this.encoders = encoders;
    this.scratch = scratch2;
    this.staging = new Staging(device, maxPending);
  }
  staging;
  /** By their values, those used longest ago first, with the last encoder that each was handed to. */
  affines = /* @__PURE__ */ new Map();
  /** Uploads what a step in the encoder of that number reads, and adds all of it to `buffers`. */
  bind(recording, open, encoder, buffers) {
    const staging = this.staging.forEncoder(encoder);
    const pages = open.external ? [...open.pages, open.external.page] : open.pages;
    pages.forEach((page, i) => {
      buffers.set(`page${i}`, page);
    });
    if (recording.dispatches.some(({ kernel }) => "affine" in kernelNamed(kernel).bindings)) {
      buffers.set("affine", this.affineFor(recording.affine, encoder));
      if (recording.plainAffine.length > 0) buffers.set("plainAffine", this.affineFor(recording.plainAffine, encoder));
    }
    for (const [name, bytes2] of Object.entries(recording.scratch)) {
      const buffer2 = this.scratch.get(name, bytes2, encoder);
      buffers.set(name, { buffer: buffer2, size: buffer2.size });
    }
    const labels = this.bindLabels("labels", open.labels, staging);
    if (labels) {
      buffers.set("labels", labels);
      buffers.set("externalLabels", this.bindLabels("externalLabels", open.external?.labels, staging) ?? labels);
    }
    for (const { block, bytes: bytes2 } of recording.uploads) {
      const isDrawn = block === "program" || block === "masks";
      const buffer2 = staging.write(block, bytes2, this.endOf(block, recording), isDrawn);
      buffers.set(block, { buffer: buffer2, size: buffer2.size });
    }
  }
  destroy() {
    this.staging.destroy();
    this.scratch.destroy();
    for (const { buffer: buffer2 } of this.affines.values()) buffer2.destroy();
    this.affines.clear();
  }
  /** Where the last binding of a uniform block ends: it always spans a whole one, filled or not. */
  endOf(block, { dispatches }) {
    const sizes = sizesOf$1(this.device, "device");
    return Math.max(
      ...dispatches.map(
        ({ kernel, buffers, offset }) => buffers.chunk === block ? offset + sizes.blockBytes(kernelNamed(kernel)) : 0
      )
    );
  }
  bindLabels(name, labels, staging) {
    if (labels === void 0) return void 0;
    if (isBuffer(labels))
      return {
        buffer: labels,
        size: Math.min(Math.floor(labels.size / 4) * 4, this.device.limits.maxStorageBufferBindingSize)
      };
    return { buffer: staging.write(name, labels, labels.byteLength), size: labels.byteLength };
  }
  /**
   * Scale and bias by channel, for the kernel that takes any number of channels: one small buffer per input range,
   * those used last.
   */
  affineFor(affine, encoder) {
    const key = affine.join();
    let bound = this.affines.get(key);
    this.affines.delete(key);
    if (!bound) {
      const buffer2 = this.device.createBuffer({
        label: "mixwell affine",
        size: affine.byteLength,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST
      });
      this.device.queue.writeBuffer(buffer2, 0, affine);
      bound = { buffer: buffer2, size: affine.byteLength, encoder };
    }
    bound.encoder = Math.max(bound.encoder, encoder);
    this.affines.set(key, bound);
    for (const [oldest, known2] of this.affines) {
      if (this.affines.size <= MAX_AFFINES) break;
      this.affines.delete(oldest);
      this.encoders.retire(known2.buffer, known2.encoder, encoder);
    }
    return bound;
  }
}
function checkUploads({ uploads }, device) {
  for (const { block, bytes: bytes2 } of uploads) checkUploadSize(UPLOADED[block], bytes2.byteLength, device);
}
const UPLOADED = {
  mixChunks: "rows",
  labelChunks: "label rows",
  augmentChunks: "passes",
  program: "ops",
  masks: "masks"
};
const devices = /* @__PURE__ */ new WeakMap();
function noteDevice(buffer2, device) {
  devices.set(buffer2, device);
}
const SAMPLER_KEYS = ["weights", "repeats", "samples"];
function checkSampler(sampler, count, shuffle2) {
  knownKeys("sampler", sampler, SAMPLER_KEYS);
  const { weights, repeats = 1, samples = count } = sampler;
  for (const [name, value] of Object.entries({ repeats, samples })) {
    if (!(typeof value === "number" && value >>> 0 === value && value > 0))
      throw new InputError(`sampler.${name}`, "an integer in 1..4294967295", value);
  }
  if (weights === void 0) return;
  checkWeights("sampler.weights", weights, count);
  if (Math.ceil(samples / repeats) > MAX_ROWS)
    throw new InputError("sampler.samples", `${MAX_ROWS} draws at most, with sampler.weights`, samples);
  if (!shuffle2)
    throw new InputError("shuffle", "true with sampler.weights: what is drawn has no first and last", shuffle2);
}
function checkWeights(path, weights, count) {
  const list = listOf$1(path, weights, `${count} weights, one a sample`);
  if (list.length !== count) throw new InputError(path, `${count} weights, one a sample`, list.length);
  const wrong = list.findIndex((weight) => !(Number.isFinite(weight) && weight >= 0));
  if (wrong >= 0) throw new InputError(`${path}[${wrong}]`, "a finite number ≥ 0", list[wrong]);
  const total = list.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && total < Number.POSITIVE_INFINITY))
    throw new InputError(path, "weights with a positive, finite sum", total);
}
function balancedWeights(labels, weights) {
  const sums2 = /* @__PURE__ */ new Map();
  for (let i = 0; i < labels.length; i++) sums2.set(labels[i], (sums2.get(labels[i]) ?? 0) + (weights?.[i] ?? 1));
  return Float64Array.from(labels, (label, i) => (weights?.[i] ?? 1) / (sums2.get(label) || 1));
}
function makeSequence(key, count, shuffle2, sampler = {}) {
  const { weights, repeats = 1, samples = count } = sampler;
  const draws = Math.ceil(samples / repeats);
  const drawn = weights ? new Weighted(key, weights, draws) : passes(key, count, shuffle2, draws);
  if (repeats === 1) return drawn;
  const draw = (position) => Math.floor(position / repeats);
  return {
    size: samples,
    at: (position) => drawn.at(draw(position)),
    occurrence: (position) => drawn.occurrence(draw(position)) * repeats + position % repeats,
    copies: (position) => drawn.copies(draw(position)) * repeats
  };
}
function passes(key, count, shuffle2, size) {
  const orders = /* @__PURE__ */ new Map();
  const pass = (number) => {
    let order = orders.get(number);
    if (!order) {
      order = shuffle2 ? makeBijection(number === 0 ? key : foldIn(foldIn(key, PURPOSE.samplerPass), number), count).at : (index2) => index2;
      orders.set(number, order);
    }
    return order;
  };
  return {
    size,
    at: (position) => pass(Math.floor(position / count))(position % count),
    occurrence: (position) => Math.floor(position / count),
    copies: () => Math.ceil(size / count)
  };
}
class Weighted {
  constructor(key, weights, size) {
    this.size = size;
    const count = weights.length;
    this.order = makeBijection(key, size);
    this.line = makeBijection(foldIn(key, PURPOSE.samplerLine), count).at;
    const start = uniformOpen01(foldIn(key, PURPOSE.samplerStart), 0, 0);
    const sums2 = new Float64Array(count);
    let total = 0;
    for (let place = 0; place < count; place++) {
      total += weights[this.line(place)];
      sums2[place] = total;
    }
    this.ends = Uint32Array.from(
      sums2,
      (sum) => sum === total ? size : Math.min(size, Math.ceil(sum / total * size - start))
    );
  }
  line;
  /** By place in the line: the first mark behind it. */
  ends;
  order;
  /** By place in the line: where in the epoch its sample comes. Kept once it was asked for, never needed. */
  known = /* @__PURE__ */ new Map();
  at(position) {
    return this.line(this.placeOf(position));
  }
  occurrence(position) {
    const place = this.placeOf(position);
    const first = this.firstOf(place);
    const copies = this.ends[place] - first;
    if (copies === 1) return 0;
    let positions = this.known.get(place);
    if (!positions) {
      positions = Uint32Array.from({ length: copies }, (_, i) => this.order.inverse(first + i)).sort();
      this.known.set(place, positions);
    }
    return positions.indexOf(position);
  }
  copies(position) {
    const place = this.placeOf(position);
    return this.ends[place] - this.firstOf(place);
  }
  /** The mark that the first of a place's copies is. */
  firstOf(place) {
    return place === 0 ? 0 : this.ends[place - 1];
  }
  /** The first place that ends behind the mark. */
  placeOf(position) {
    const mark = this.order.at(position);
    let [low, high] = [0, this.ends.length - 1];
    while (low < high) {
      const middle2 = low + high >>> 1;
      if (this.ends[middle2] > mark) high = middle2;
      else low = middle2 + 1;
    }
    return low;
  }
}
const ORDER_KEYS = [
  "seed",
  "epoch",
  "count",
  "shuffle",
  "batchSize",
  "shard",
  "last",
  "sampler",
  "batches",
  "pass"
];
function epochOrder(options) {
  knownKeys("epochOrder.options", options, ORDER_KEYS);
  const {
    seed,
    epoch,
    count,
    shuffle: shuffle2 = true,
    batchSize,
    shard = { rank: 0, world: 1 },
    last: last2 = "keep",
    sampler
  } = options;
  const { batches = Number.MAX_SAFE_INTEGER, pass = 0 } = options;
  check("count", count, 1, 4294967295);
  check("batchSize", batchSize, 1, 4294967295);
  check("epoch", epoch, 0, 4294967295);
  check("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  if (typeof shuffle2 !== "boolean") throw new InputError("shuffle", "true or false", shuffle2);
  if (sampler !== void 0) checkSampler(sampler, count, shuffle2);
  const total = sampler?.samples ?? count;
  checkShard(shard);
  check("shard.world", shard.world, 1, total);
  check("shard.rank", shard.rank, 0, shard.world - 1);
  if (!["keep", "drop", "wrap"].includes(last2)) throw new InputError("last", "one of keep, drop, wrap", last2);
  positive("batches", batches);
  check("pass", pass, 0, 4294967295);
  const { rank, world } = shard;
  const size = Math.ceil((total - rank) / world);
  if ((last2 === "wrap" ? batchSize : Math.min(batchSize, size)) > MAX_ROWS)
    throw new InputError("batchSize", `batches of ${MAX_ROWS} samples at most`, batchSize);
  const smallest = Math.floor(total / world);
  const largest2 = Math.ceil(total / world);
  const steps = Math.min(batches, last2 === "drop" ? Math.floor(smallest / batchSize) : Math.ceil(largest2 / batchSize));
  const length = last2 === "keep" ? Math.min(batches, Math.ceil(size / batchSize)) : steps;
  if (length === 0) {
    const samples = world === 1 ? `the ${total} samples` : `the ${smallest} samples of the smallest of ${world} shards`;
    throw new InputError(
      "batchSize",
      `at most ${smallest}, ${samples}: with last "drop" no batch would be left`,
      batchSize
    );
  }
  const first = streamKey(epochKey(seed, epoch), 0, SHUFFLE_STREAM);
  const key = pass === 0 ? first : foldIn(foldIn(first, PURPOSE.secondPass), pass);
  const sequence = makeSequence(key, count, shuffle2, sampler);
  const placeOf2 = (position) => rank + position * world;
  const occurrence = (position) => {
    const [place, round] = [placeOf2(position % size), Math.floor(position / size)];
    return sequence.occurrence(place) + (round === 0 ? 0 : round * sequence.copies(place));
  };
  const positions = (index2) => {
    check("batch", index2, 0, length - 1);
    const first2 = index2 * batchSize;
    const rows = last2 === "keep" ? Math.min(batchSize, size - first2) : batchSize;
    return Array.from({ length: rows }, (_, row2) => first2 + row2);
  };
  return {
    length,
    steps,
    at(position) {
      check("position", position, 0, size - 1);
      return sequence.at(placeOf2(position));
    },
    batch: (index2) => positions(index2).map((position) => sequence.at(placeOf2(position % size))),
    occurrences: (index2) => positions(index2).map(occurrence)
  };
}
function check(path, value, low, high) {
  if (!Number.isSafeInteger(value) || value < low || value > high)
    throw new InputError(path, `an integer in ${low}..${high}`, value);
}
function checkShard(shard) {
  knownKeys("shard", shard, ["rank", "world"]);
}
const EPOCH_KEYS = [
  "epoch",
  "batchSize",
  "shuffle",
  "shard",
  "last",
  "sampler",
  "batches",
  "lookAhead",
  "start"
];
function openEpoch(engine, samples, options) {
  if (!isOptions(options)) throw new InputError("epoch.options", "{ batchSize, … }", options);
  knownKeys("epoch.options", options, EPOCH_KEYS);
  const { lookAhead = 1, start = 0, ...given } = options;
  const { epoch = 0 } = options;
  if (!Number.isInteger(lookAhead) || lookAhead < 0 || lookAhead > 16)
    throw new InputError("lookAhead", "an integer in 0..16", lookAhead);
  const sampler = options.sampler && orderSampler(options.sampler, samples);
  const order = epochOrder({ ...given, seed: engine.seed, epoch, count: samples.count, ...sampler && { sampler } });
  if (!Number.isInteger(start) || start < 0 || start > order.length)
    throw new InputError("start", `an integer in 0..${order.length}`, start);
  const last2 = Math.floor(2 ** 32 / order.steps) - 1;
  if (epoch > last2)
    throw new InputError(
      "epoch",
      `an integer in 0..${last2}, as each counts ${order.steps} steps of the 2^32 there are`,
      epoch
    );
  const stepOf2 = (number) => ({
    epoch,
    step: epoch * order.steps + number,
    occurrences: order.occurrences(number)
  });
  return { order, lookAhead, start, stepOf: stepOf2 };
}
function orderSampler(sampler, samples) {
  knownKeys("sampler", sampler, [...SAMPLER_KEYS, "balance"]);
  const { balance = false, ...given } = sampler;
  if (typeof balance !== "boolean") throw new InputError("sampler.balance", "true or false", balance);
  if (!balance) return given;
  if (!samples.labels) throw new InputError("sampler.balance", "false for a dataset without class ids", balance);
  if (given.weights !== void 0) checkWeights("sampler.weights", given.weights, samples.count);
  return { ...given, weights: balancedWeights(samples.labels, given.weights) };
}
const STREAM = Symbol("mixwell stream");
function isStreamed(value) {
  return typeof value === "object" && value !== null && STREAM in value;
}
function epochOf(engine, samples, options, openLane) {
  if (isStreamed(samples)) return samples[STREAM].epoch(engine, options, openLane);
  if (!(samples instanceof Dataset)) throw new InputError("epoch.dataset", "a Dataset or a Stream", samples);
  return walkThrough(engine, samples, options, openLane);
}
function walkThrough(engine, dataset, options, openLane) {
  const { order, lookAhead, start, stepOf: stepOf2 } = openEpoch(engine, dataset, options);
  function* batches() {
    let lane;
    const ahead = [];
    const pause = () => {
      lane?.close(ahead.splice(0));
      lane = void 0;
    };
    try {
      for (let now = start; now < order.length; now++) {
        engine.walks.ask(pause);
        lane ??= openLane(lookAhead + 2);
        while (ahead.length <= lookAhead && now + ahead.length < order.length) {
          const number = now + ahead.length;
          ahead.push(lane.run({ dataset, indices: order.batch(number) }, stepOf2(number)));
        }
        yield ahead.shift();
        engine.assertAlive();
      }
    } finally {
      engine.walks.end(pause);
    }
  }
  return { length: order.length, lookAhead, [Symbol.iterator]: batches };
}
const MAX_PIPELINES = 256;
const byDevice = /* @__PURE__ */ new WeakMap();
function pipelinesOf(device) {
  let pipelines = byDevice.get(device);
  if (!pipelines) {
    pipelines = new Pipelines(device);
    byDevice.set(device, pipelines);
  }
  return pipelines;
}
class Pipelines {
  constructor(device) {
    this.device = device;
    this.sizes = sizesOf$1(device, "device");
  }
  /** By kernel and ops. */
  modules = /* @__PURE__ */ new Map();
  made = /* @__PURE__ */ new Map();
  compiling = /* @__PURE__ */ new Map();
  /** The device's sizes of blocks and workgroups. */
  sizes;
  /** What the GPU refused, thrown at the next call: WebGPU itself would only tell the console. */
  failure;
  /**
   * The same of kernels with an op of the application's own: a mistake in it is thrown where it is used, and nowhere
   * else.
   */
  refused = /* @__PURE__ */ new Map();
  /** The pipeline for a dispatch. @throws GpuError with the compiler's words, once it has said them */
  for(wanted) {
    if (this.failure) throw this.failure;
    const key = keyOf(wanted);
    const refusal = this.refused.get(key);
    if (refusal) throw refusal;
    const known2 = this.made.get(key);
    if (known2) {
      this.made.delete(key);
      this.made.set(key, known2);
      return known2;
    }
    this.device.pushErrorScope("validation");
    const { descriptor, ...parts } = this.partsOf(wanted);
    const pipeline = this.device.createComputePipeline(descriptor);
    this.device.popErrorScope().then((error) => error && refused(wanted, error, descriptor.compute.module)).then(
      (failure) => {
        if (failure && ownIn(wanted).length > 0) this.refused.set(key, failure);
        else if (failure) this.failure = failure;
      },
      () => {
      }
      // The device was lost; whoever waits is told so elsewhere.
    );
    return this.keep(key, { pipeline, ...parts });
  }
  /**
   * Compiles the pipelines that are not there yet, all at the same time and beside the program. What `for` is asked for
   * meanwhile it makes itself. Rejects with GpuError, and with what `onProgress` throws.
   */
  async warm(wanted, onProgress = () => {
  }) {
    const missing = wanted.filter((one) => !this.made.has(keyOf(one)));
    const total = missing.length;
    if (total === 0) return;
    let done = 0;
    onProgress({ done, total });
    const compiled = [];
    for (const one of missing) {
      assertLiving(this.device);
      const compiling = this.compile(one).then(() => onProgress({ done: ++done, total }));
      compiling.catch(() => {
      });
      compiled.push(compiling);
      await Promise.race([turn(), compiling]);
    }
    await Promise.all(compiled);
  }
  /** Engines that are made at the same time compile together, and what a step has made meanwhile is there. */
  async compile(wanted) {
    const key = keyOf(wanted);
    if (this.made.has(key)) return;
    let compiling = this.compiling.get(key);
    if (!compiling) {
      compiling = this.compileAsync(key, wanted).finally(() => this.compiling.delete(key));
      this.compiling.set(key, compiling);
    }
    return compiling;
  }
  async compileAsync(key, wanted) {
    this.device.pushErrorScope("validation");
    const { descriptor, ...parts } = this.partsOf(wanted);
    const making = this.device.createComputePipelineAsync(descriptor);
    const scope = this.device.popErrorScope().catch(() => null);
    try {
      const pipeline = await making;
      if (!this.made.has(key)) this.keep(key, { pipeline, ...parts });
    } catch (error) {
      throw await refused(wanted, await scope ?? error, descriptor.compute.module);
    }
  }
  partsOf({
    kernel: name,
    ops,
    constants: constants2
  }) {
    const kernel = kernelNamed(name);
    const layout = this.device.createBindGroupLayout({
      label: name,
      entries: Object.values(kernel.bindings).map(({ binding, kind, hasDynamicOffset, minBindingSize }) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: {
          type: kind,
          hasDynamicOffset,
          minBindingSize: kind === "uniform" ? this.sizes.blockBytes(kernel) : minBindingSize
        }
      }))
    });
    const descriptor = {
      label: name,
      layout: this.device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: {
        module: this.moduleFor(`${name} ${ops.join()}`, kernel, ops),
        entryPoint: kernel.entryPoint,
        constants: constants2
      }
    };
    return { layout, kernel, descriptor };
  }
  keep(key, pipeline) {
    if (this.made.size >= MAX_PIPELINES) this.made.delete(this.made.keys().next().value);
    this.made.set(key, pipeline);
    return pipeline;
  }
  moduleFor(label, kernel, ops) {
    let module = this.modules.get(label);
    if (!module) {
      module = this.device.createShaderModule({ label, code: this.sizes.textOf(assembled(kernel, ops)) });
      if (this.modules.size >= MAX_PIPELINES) this.modules.delete(this.modules.keys().next().value);
      this.modules.set(label, module);
    }
    return module;
  }
}
const keyOf = ({ kernel, ops, constants: constants2 }) => `${kernel} ${ops.join()} ${Object.entries(constants2).join(" ")}`;
async function refused(wanted, { message }, module) {
  const { kernel, ops } = wanted;
  const own = ownIn(wanted);
  if (own.length === 0) return new GpuError(`${kernel}: the GPU refused the kernel: ${message}`);
  const { messages } = await module.getCompilationInfo().catch(() => ({ messages: [] }));
  const text = assembled(kernelNamed(kernel), ops);
  const explained = messages.filter(({ type }) => type === "error").flatMap(
    ({ lineNum: line, linePos: column, message: message2 }) => own.flatMap((name) => opNamed(name).shader.explain(text, { line, column, message: message2 }) ?? [])
  );
  return new GpuError(
    explained.length > 0 ? explained.join("\n") : `${kernel} with ${own.join(", ")}: the GPU refused the kernel: ${message}`
  );
}
const ownIn = ({ ops }) => ops.filter((name) => opNamed(name).shader.explain);
const assembled = (kernel, ops) => assemble(
  kernel,
  ops.map((name) => opNamed(name).shader)
);
const turn = () => new Promise((resolve) => setTimeout(resolve));
const MAX_BIND_GROUPS = 512;
class Executor {
  constructor(device) {
    this.device = device;
    this.pipelines = pipelinesOf(device);
    this.sizes = sizesOf$1(device, "device");
  }
  pipelines;
  sizes;
  bindGroups = /* @__PURE__ */ new Map();
  bufferIds = /* @__PURE__ */ new WeakMap();
  nextBufferId = 0;
  /** Records all dispatches into one compute pass. */
  encode(encoder, steps) {
    const made = steps.flatMap(
      ({ recording, buffers }) => recording.dispatches.map((dispatch) => ({ dispatch, buffers, pipeline: this.pipelines.for(dispatch) }))
    );
    const pass = encoder.beginComputePass({ label: "mixwell" });
    for (const { dispatch, buffers, pipeline } of made) {
      pass.setPipeline(pipeline.pipeline);
      pass.setBindGroup(0, this.bindGroupFor(pipeline, dispatch, buffers), [dispatch.offset]);
      pass.dispatchWorkgroups(...dispatch.groups);
    }
    pass.end();
  }
  bindGroupFor({ layout, kernel }, { kernel: name, buffers: wanted }, buffers) {
    let key = name;
    for (const binding in kernel.bindings) {
      const { buffer: buffer2, size } = buffers.get(wanted[binding]);
      key += ` ${this.idOf(buffer2)}:${size}`;
    }
    const known2 = this.bindGroups.get(key);
    if (known2) return known2;
    const group = this.device.createBindGroup({
      label: name,
      layout,
      entries: Object.entries(kernel.bindings).map(([binding, { binding: number, kind }]) => {
        const { buffer: buffer2, size } = buffers.get(wanted[binding]);
        return {
          binding: number,
          resource: { buffer: buffer2, size: kind === "uniform" ? this.sizes.blockBytes(kernel) : size }
        };
      })
    });
    if (this.bindGroups.size >= MAX_BIND_GROUPS) this.bindGroups.delete(this.bindGroups.keys().next().value);
    this.bindGroups.set(key, group);
    return group;
  }
  idOf(buffer2) {
    let id = this.bufferIds.get(buffer2);
    if (id === void 0) {
      id = this.nextBufferId++;
      this.bufferIds.set(buffer2, id);
    }
    return id;
  }
}
function checkHostLabels(path, given, size, classes, form) {
  if (given instanceof Float32Array) {
    if (form === "ids") throw new InputError(path, "a Uint32Array of class ids: ids are never a float", given);
    if (given.length !== size * classes)
      throw new InputError(path, `${size} rows of ${classes} weights`, found$1(`${given.length} numbers`));
    const bad = given.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new InputError(`${path}[${bad}]`, "a finite number", given[bad]);
    return "rows";
  }
  if (given instanceof Uint32Array) {
    if (form === "rows") throw new InputError(path, "a Float32Array of label rows", given);
    if (given.length !== size) throw new InputError(path, `${size} class ids`, found$1(`${given.length}`));
    const bad = given.findIndex((id) => id >= classes);
    if (bad >= 0) throw new InputError(`${path}[${bad}]`, `a class id in 0..${classes - 1}`, given[bad]);
    return "ids";
  }
  return void 0;
}
function checkSparse(labels, form) {
  if (labels.sparse && form === "rows")
    throw new InputError(
      "labels.sparse",
      "class ids as input (a row of weights has no single class)",
      found$1("label rows")
    );
}
const OPEN = Symbol("open");
function openInput(input, labels, device) {
  if (!isOptions(input)) throw new InputError("input", "{ images, size, … } or { dataset, indices }", input);
  if (OPEN in input) return input[OPEN](labels, device);
  return "dataset" in input ? openDataset(input, labels, device) : openBatch$1(input, labels, device);
}
function openDataset(input, labels, device) {
  knownKeys("input", input, ["dataset", "indices"]);
  const { dataset, indices } = input;
  if (isStreamed(dataset))
    throw new InputError(
      "input.dataset",
      "a Dataset (a stream is read first: `await stream.batch(engine, indices)`)",
      dataset
    );
  if (!(dataset instanceof Dataset)) throw new InputError("input.dataset", "a Dataset", dataset);
  if (dataset.device !== device)
    throw new InputError("input.dataset", "a dataset on the engine's device", found$1("one on another device"));
  const list = checkIndices("input.indices", indices, dataset.count);
  const { ids, fieldsOf: fieldsOf2, ...open } = dataset.open();
  if (labels) {
    if (!open.labels)
      throw new InputError(
        "input.dataset",
        "a dataset with labels, since `labels` is set on the engine",
        found$1("one without")
      );
    const classes = open.labelForm === "rows" ? dataset.classes : void 0;
    if (classes !== void 0 && classes !== labels.classes)
      throw new InputError("labels.classes", `${classes}, the length of the dataset's label rows`, labels.classes);
    if (open.labelForm === "ids" && dataset.maxLabel >= labels.classes)
      throw new InputError(
        "labels.classes",
        `more than ${dataset.maxLabel}, the largest class id in the dataset`,
        labels.classes
      );
    checkSparse(labels, open.labelForm);
  }
  const samples = ids ? list.map((index2) => ids[index2]) : list;
  const { clip } = open;
  return {
    ...open,
    from: "dataset",
    size: list.length * clip,
    indices: samples,
    fields: (rows) => fieldsOf2(rows.map(({ index: index2 }) => Math.floor(index2 / clip)))
  };
}
const BATCH_KEYS = [
  "images",
  "size",
  "height",
  "width",
  "sizes",
  "channels",
  "format",
  "layout",
  "valueRange",
  "labels",
  "labelForm",
  "external",
  "clip",
  "noise",
  "targets",
  "fields"
];
function checkClipNoise(noise) {
  if (noise !== void 0) oneOf("input.noise", noise, CLIP_NOISES);
}
function openBatch$1(input, labels, device) {
  knownKeys("input", input, BATCH_KEYS);
  const { size, channels, format = "u8", layout = "nhwc", valueRange, clip = 1, noise } = input;
  const isOwn = input.sizes !== void 0;
  const { height, width } = input;
  checkStack("input", { count: size, height, width, channels, format, layout, valueRange }, "size", isOwn);
  positive("input.clip", clip);
  checkClipNoise(noise);
  if (size % clip !== 0) throw new InputError("input.size", `a multiple of ${clip}, as input.clip says`, size);
  if (clip > 1 && isOwn) throw new InputError("input.clip", "1, for pictures with sizes of their own", clip);
  const packed = (path, images, count, sizes) => {
    const own2 = isOwn ? openOwn(`${path}.sizes`, sizes, count, channels) : void 0;
    const values = own2 ? own2.places.pageValues[0] : count * height * width * channels;
    const bytes2 = values * BYTES_PER_ELEMENT[format];
    return { own: own2, page: { buffer: images, size: storage(`${path}.images`, images, bytes2, device) } };
  };
  const { own, page } = packed("input", input.images, size, input.sizes);
  const open = {
    from: "batch",
    size,
    shape: { ...own ? largestOf(own.sizes) : { height, width }, channels },
    own,
    format,
    layout,
    valueRange,
    pages: [page],
    picturesPerPage: MAX_PICTURES,
    clip,
    noise,
    ownTargets: { batch: input.targets, external: input.external?.targets },
    fields: (rows) => fieldsOf(rows, input.fields ?? {}, size)
  };
  if (input.fields !== void 0 && !isOptions(input.fields))
    throw new InputError("input.fields", "values by name", input.fields);
  checkTargets("input.targets", input.targets);
  if (labels) openLabels(input, labels, open, device);
  if (input.external !== void 0) {
    knownKeys("input.external", input.external, ["images", "size", "sizes", "labels", "targets"]);
    const { images, size: count, sizes, labels: externalLabels } = input.external;
    if (sizes !== void 0 && !isOwn)
      throw new InputError("input.external.sizes", "nothing, as the batch's pictures have one size", sizes);
    positive("input.external.size", count, MAX_PICTURES);
    if (count % clip !== 0)
      throw new InputError("input.external.size", `a multiple of ${clip}, as input.clip says`, count);
    checkTargets("input.external.targets", input.external.targets);
    open.external = { ...packed("input.external", images, count, sizes), size: count };
    if (labels) {
      if (externalLabels === void 0)
        throw new InputError("input.external.labels", "labels, since `labels` is set on the engine", externalLabels);
      const given = ownLabels(externalLabels);
      const form = checkLabels(
        "input.external.labels",
        given,
        { count, classes: labels.classes, form: open.labelForm },
        device
      );
      if (form !== open.labelForm)
        throw new InputError("input.external.labels", `${open.labelForm}, as the batch's own labels`, found$1(form));
      open.external.labels = given;
    }
  }
  return open;
}
function checkTargets(path, targets) {
  if (targets !== void 0 && !isOptions(targets)) throw new InputError(path, "targets by name", targets);
}
function fieldsOf(rows, fields, size) {
  if (rows.length === size && rows.every(({ from, index: index2 }, row2) => from === "batch" && index2 === row2)) return fields;
  const follow = (values) => {
    if (!Array.isArray(values) && !isNumbers(values)) return values;
    if (values.length !== size) return values;
    return Array.from(rows, ({ from, index: index2 }) => from === "batch" ? values[index2] : void 0);
  };
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, follow(values)]));
}
const isNumbers = (value) => ArrayBuffer.isView(value) && "length" in value;
function openLabels(input, labels, open, device) {
  if (input.labels === void 0)
    throw new InputError("input.labels", "labels, since `labels` is set on the engine", void 0);
  if (input.labelForm !== void 0) oneOf("input.labelForm", input.labelForm, ["ids", "rows"]);
  const given = ownLabels(input.labels);
  open.labelForm = checkLabels(
    "input.labels",
    given,
    { count: open.size, classes: labels.classes, form: input.labelForm },
    device
  );
  open.labels = given;
  checkSparse(labels, open.labelForm);
}
function ownLabels(labels) {
  if (labels instanceof Uint32Array) return ownView(labels);
  return labels instanceof Float32Array ? ownView(labels) : labels;
}
function checkLabels(path, given, { count, classes, form }, device) {
  const held2 = checkHostLabels(path, given, count, classes, form);
  if (held2 !== void 0) return held2;
  if (!isBuffer(given))
    throw new InputError(path, "a GPUBuffer, a Uint32Array of class ids or a Float32Array of label rows", given);
  const chosen = form ?? "ids";
  storage(path, given, count * (chosen === "ids" ? 1 : classes) * 4, device);
  return chosen;
}
function checkPages(pages) {
  if (pages > MAX_PAGES)
    throw new InputError(
      "input",
      `at most ${MAX_PAGES} pages of pictures, an external batch included`,
      found$1(`${pages}`)
    );
}
class FrameReader {
}
class EngineTarget {
}
const checkTuning = (path, tuning) => oneOf(path, tuning, ["auto", "hardware", "software"]);
function tuningOn(device, tuning) {
  if (tuning !== "auto") return tuning;
  return device.adapterInfo?.isFallbackAdapter ? "software" : "hardware";
}
const INPUT_KEYS = [
  "height",
  "width",
  "sizes",
  "channels",
  "format",
  "layout",
  "labelForm"
];
const ANY_SIDE = 256;
function checkWarm(path, input) {
  if (input instanceof Dataset || isStreamed(input)) return;
  if (!isOptions(input)) throw new InputError(path, "a Dataset, a Stream or { height, width, channels, … }", input);
  knownKeys(path, input, INPUT_KEYS);
  const {
    height = ANY_SIDE,
    width = ANY_SIDE,
    channels = 3,
    format = "u8",
    layout = "nhwc",
    labelForm = "ids"
  } = input;
  const { sizes } = input;
  if (sizes !== void 0) {
    oneOf(`${path}.sizes`, sizes, ["own"]);
    for (const name of ["height", "width"])
      if (input[name] !== void 0) throw new InputError(`${path}.${name}`, "nothing beside sizes", input[name]);
  }
  checkStack(path, { count: 1, height, width, channels, format, layout });
  oneOf(`${path}.labelForm`, labelForm, ["ids", "rows"]);
}
function checkWarmOptions(path, options) {
  knownKeys(`${path}.options`, options, ["onProgress"]);
  checkOnProgress(`${path}.onProgress`, options.onProgress);
}
function checkOnProgress(path, onProgress) {
  if (onProgress !== void 0 && !isCallable(onProgress)) throw new InputError(path, "a function", onProgress);
}
function warmForm(path, input, device) {
  if (isStreamed(input)) return input[STREAM].form();
  if (input instanceof Dataset) {
    if (input.device !== device)
      throw new InputError(path, "a dataset on the engine's device", found$1("one on another device"));
    return formOf(input.open());
  }
  const {
    height = ANY_SIDE,
    width = ANY_SIDE,
    channels = 3,
    format = "u8",
    layout = "nhwc",
    labelForm = "ids"
  } = input;
  const haveOwnSizes = input.sizes !== void 0;
  return { shape: { height, width, channels }, haveOwnSizes, format, layout, labelForm, pages: 1 };
}
const likelyForm = (device) => lastForm(device) ?? warmForm("", {}, device);
function checkEngineOptions(options) {
  if (!isOptions(options)) throw new InputError("createEngine.options", "{ policy, … }", options);
  knownKeys("createEngine.options", options, [
    "seed",
    "policy",
    "output",
    "labels",
    "outputSets",
    "maxPending",
    "warm",
    "tuning",
    "frames",
    "targets",
    "onProgress"
  ]);
  const { seed = 0, output = {}, labels, outputSets = 2, maxPending = 16, warm = true, tuning = "auto" } = options;
  if (!Number.isSafeInteger(seed) || seed < 0) throw new InputError("seed", "an integer in 0..2^53-1", seed);
  validatePolicy(options.policy);
  positive("outputSets", outputSets, 64);
  positive("maxPending", maxPending, 1024);
  checkOutput(output);
  if (drawsOfPolicy(options.policy).ops.includes("normalize")) checkUnmapped(output);
  if (labels !== void 0) checkLabelOptions(labels);
  if (typeof warm !== "boolean") checkWarm("warm", warm);
  checkTuning("tuning", tuning);
  if (options.frames !== void 0 && !(options.frames instanceof FrameReader))
    throw new InputError("frames", "what liveFrames() makes", options.frames);
  if (options.targets !== void 0) {
    if (!isOptions(options.targets)) throw new InputError("targets", "targets by name", options.targets);
    for (const [name, target] of Object.entries(options.targets))
      if (!(target instanceof EngineTarget))
        throw new InputError(`targets.${name}`, "what mapTarget(), imageTarget() or objectTarget() makes", target);
  }
  checkOnProgress("onProgress", options.onProgress);
}
function placed(plan, { placeOf: placeOf2 }) {
  if (!placeOf2) return plan;
  const sources = plan.sources.map(
    (source) => source.from === "dataset" ? { ...source, index: placeOf2(source.index) } : source
  );
  return { ...plan, sources };
}
async function readBatch(device, batch) {
  checkDevice("readBatch.device", device);
  checkBatch("readBatch.batch", batch);
  assertLiving(device);
  const values = batch.shape.reduce((product2, side) => product2 * side, 1);
  const pairs2 = batch.size * (batch.sparse?.sources ?? 0);
  const onGpu = Object.entries(batch.targets ?? {}).flatMap(
    ([name, target]) => target.kind === "objects" ? [] : [{ name, target, values: target.shape.reduce((product2, side) => product2 * side, 1) }]
  );
  const [images, labels, classes, shares, ...targets] = await readBuffers("readBatch.batch", device, [
    [batch.images, values * BYTES_PER_ELEMENT[batch.format]],
    [batch.labels, batch.size * (batch.classes ?? 0) * 4],
    [batch.sparse?.classes, pairs2 * 4],
    [batch.sparse?.shares, pairs2 * 4],
    ...onGpu.map(({ target, values: values2 }) => [
      target.buffer,
      values2 * BYTES_PER_ELEMENT[target.format]
    ])
  ]);
  const hosts = onGpu.map(({ name, target }, i) => {
    const host = new TYPED[target.format](targets[i]);
    return [name, target.kind === "mask" && target.format === "u8" ? idsOf(host, target.bytes) : host];
  });
  return {
    images: new TYPED[batch.format](images),
    ...batch.targets && { targets: Object.fromEntries(hosts) },
    labels: labels && new Float32Array(labels),
    classes: classes && new Uint32Array(classes),
    shares: shares && new Float32Array(shares)
  };
}
const TYPED = { u8: Uint8Array, f16: Uint16Array, f32: Float32Array };
function idsOf(bytes2, each) {
  if (each === 1) return bytes2;
  const ids = each === 2 ? new Uint16Array(bytes2.length / 2) : new Uint32Array(bytes2.length / 3);
  for (let i = 0; i < bytes2.length; i++) ids[Math.floor(i / each)] |= bytes2[i] << 8 * (i % each);
  return ids;
}
async function readBuffers(path, device, wanted) {
  for (const [buffer2, bytes2] of wanted) if (buffer2) checkReadable(path, buffer2, bytes2);
  const encoder = device.createCommandEncoder({ label: "mixwell read" });
  const staged = wanted.map(([buffer2, bytes2]) => {
    if (!buffer2) return void 0;
    const size = Math.ceil(bytes2 / 4) * 4;
    const staging = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
    encoder.copyBufferToBuffer(buffer2, 0, staging, 0, size);
    return { staging, bytes: bytes2 };
  });
  device.queue.submit([encoder.finish()]);
  try {
    const lost = device.lost.then(({ reason, message }) => {
      throw new DeviceLostError(reason, message);
    });
    const mapped = Promise.all(staged.map((entry) => entry?.staging.mapAsync(GPUMapMode.READ)));
    await Promise.race([lost, mapped]).catch(async (error) => {
      if (error instanceof DeviceLostError) throw error;
      const isAborted = error instanceof Error && error.name === "AbortError";
      await Promise.race(isAborted ? [lost] : [lost, new Promise((resolve) => setTimeout(resolve, 1e3))]);
      throw error;
    });
    return staged.map((entry) => entry?.staging.getMappedRange().slice(0, entry.bytes));
  } finally {
    for (const entry of staged) entry?.staging.destroy();
  }
}
function checkReadable(path, { usage, size }, bytes2) {
  if ((usage & GPUBufferUsage.COPY_SRC) === 0)
    throw new InputError(path, "buffers with usage COPY_SRC", found$1(`usage ${usage}`));
  if (size < bytes2) throw new InputError(path, `buffers of at least ${bytes2} bytes`, found$1(`${size} bytes`));
}
const MOST_WALKS = 8;
class Walks {
  /** How to pause each, the one asked for longest ago first. */
  pauses = /* @__PURE__ */ new Set();
  /** Walks that do something by themselves, such as reading: what to call when the engine goes. */
  ends = /* @__PURE__ */ new Set();
  /** This walk is asked for a batch now. */
  ask(pause) {
    this.pauses.delete(pause);
    this.pauses.add(pause);
    for (const longest of this.pauses) {
      if (this.pauses.size <= MOST_WALKS) return;
      this.pauses.delete(longest);
      longest();
    }
  }
  /** This walk is over. */
  end(pause) {
    this.pauses.delete(pause);
    pause();
  }
  /** This walk holds nothing any more. */
  forget(pause) {
    this.pauses.delete(pause);
  }
  /** The engine goes. */
  destroy() {
    for (const end of this.ends) end();
  }
}
async function createEngine(device, options) {
  checkDevice("createEngine.device", device);
  checkEngineOptions(options);
  await expectLiving(device);
  const { warm = true, onProgress } = options;
  const engine = new Engine(device, options);
  try {
    if (warm !== false) await engine.warm(warm === true ? void 0 : warm, { onProgress });
  } catch (error) {
    engine.destroy();
    throw error;
  }
  return engine;
}
class Engine {
  /**
   * Use `createEngine`. `keepsOps`: the ops of given plans come to those that the kernels are made for, so that plans
   * which differ in their ops need fewer and fewer new ones. Without it each plan gets kernels for its own.
   */
  constructor(device, options, keepsOps = true) {
    this.device = device;
    this.keepsOps = keepsOps;
    this.seed = options.seed ?? 0;
    this.policy = keptPolicy(options.policy);
    this.output = frozenCopy(options.output ?? {});
    this.labels = frozenCopy(options.labels);
    this.draws = drawsOfPolicy(this.policy);
    this.ops = this.draws.ops;
    this.sizes = sizesOf$1(device, "createEngine.device");
    this.tuning = tuningOn(device, options.tuning ?? "auto");
    this.executor = new Executor(device);
    const { maxPending = 16 } = options;
    this.encoders = new Encoders(maxPending);
    const scratch2 = new Scratch(device, this.encoders);
    const bindings = () => new Bindings(device, this.encoders, maxPending, scratch2);
    this.bindings = bindings();
    this.outputSets = options.outputSets ?? 2;
    this.outputs = new Outputs(device, this.encoders, this.outputSets);
    this.frames = options.frames?.open(device);
    const { targets = {} } = options;
    const { policy, tuning, sizes, draws } = this;
    this.targets = Object.values(targets)[0]?.together(targets, {
      ...{ device, policy, tuning, bindings },
      rows: draws.rows,
      ops: draws.ops,
      slots: sizes.slots
    });
    if (draws.seesObjects && !this.targets?.haveObjects)
      throw new PolicyError(
        "policy",
        "an objectTarget among the engine's targets, since a crop looks at objects",
        found$1("none")
      );
    knownLoss(device);
  }
  seed;
  policy;
  output;
  labels;
  /** What the policy can draw. */
  draws;
  /** The ops that its kernels are made for: the policy's, and then those of the plans that it was given. */
  ops;
  executor;
  tuning;
  outputSets;
  outputs;
  bindings;
  encoders;
  sizes;
  frames;
  targets;
  /** For epochs, the adapters' included. @internal */
  walks = new Walks();
  /** Outputs of epochs, one set of rings for each that is under way at the same time. */
  epochOutputs = [];
  idleOutputs = [];
  destroyed;
  /**
   * Compiles every kernel that the policy can need for the batches of a dataset, or for batches that are like this, so
   * that no step waits for one. Left out: for the batches of the dataset that was made last on the device; where none
   * was, for u8 pictures of three channels. What is compiled already, by whatever engine on the device, is not compiled
   * again. Steps may run meanwhile.
   * @throws PolicyError for pictures that the policy does not fit, InputError, GpuError, DeviceLostError
   */
  async warm(input, options = {}) {
    if (input !== void 0) checkWarm("warm.input", input);
    checkWarmOptions("warm", options);
    this.assertAlive();
    const warmed = pipelinesOf(this.device).warm(this.expected(input), options.onProgress);
    const failure = await Promise.race([warmed, this.device.lost]).then(
      () => void 0,
      (error) => ({ error })
    );
    await expectLiving(this.device);
    if (failure) throw failure.error;
    this.assertAlive();
  }
  /** Draws a plan for an input without touching the GPU: the same one that `run` would draw. */
  draw(input, step = {}) {
    return this.planFor(openInput(this.opened(input), this.labels, this.device), step);
  }
  /** Mixes a batch: records and submits. */
  run(input, step = {}) {
    return this.submit(input, step, this.outputs);
  }
  /** Records a batch into the caller's encoder, as one compute pass; the caller submits. */
  encode(encoder, input, step = {}) {
    this.assertAlive();
    if (!isEncoder(encoder)) throw new InputError("encode.encoder", "a GPUCommandEncoder", encoder);
    if (isFrames(input))
      throw new InputError(
        "input.frames",
        "`run`: frames are copied at the call, and an encoder waits",
        found$1("`encode`")
      );
    return this.record(
      () => encoder,
      () => this.encoders.numberOf(encoder),
      input,
      step,
      this.outputs
    );
  }
  epoch(samples, options) {
    this.assertAlive();
    return epochOf(this, samples, options, (sets) => this.openLane(sets));
  }
  /**
   * Reads a batch back to the host: for looking and for tests; training never needs it. Rejects with DeviceLostError.
   */
  async read(batch) {
    this.assertAlive();
    await this.frames?.expectSound();
    return readBatch(this.device, batch);
  }
  /** Frees everything the engine made; the device and the caller's buffers stay. */
  destroy() {
    this.destroyed ??= new MixwellError("this engine was destroyed; make a new one with createEngine");
    this.walks.destroy();
    this.bindings.destroy();
    for (const outputs of [this.outputs, ...this.epochOutputs]) outputs.destroy();
    this.encoders.destroy();
    this.frames?.destroy();
    this.targets?.destroy();
  }
  /** @throws DeviceLostError, or MixwellError after `destroy()` */
  assertAlive() {
    if (this.destroyed) throw this.destroyed;
    assertLiving(this.device);
  }
  expected(input) {
    const { output, labels, tuning, device } = this;
    const { rows: mixers, ops, readings } = this.draws;
    const likely = input ?? this.frames?.warm;
    const form = likely === void 0 ? likelyForm(device) : warmForm("warm.input", likely, device);
    try {
      const mixing = expectedPipelines(this.policy, { ...form, output, labels, mixers, ops, readings, tuning });
      return [...this.frames?.pipelines ?? [], ...mixing, ...this.targets?.pipelines(form) ?? []];
    } catch (error) {
      if (input === void 0 && error instanceof PolicyError) return [];
      throw error;
    }
  }
  submit(input, step, outputs) {
    this.assertAlive();
    let encoder;
    const begin = () => {
      encoder = this.device.createCommandEncoder({ label: "mixwell" });
      return encoder;
    };
    const batch = this.record(begin, () => OWN, input, step, outputs);
    this.device.queue.submit([encoder.finish()]);
    this.encoders.submitted();
    return batch;
  }
  /**
   * Output buffers for one epoch alone: a validation step in the middle of it must not write over a batch made ahead.
   */
  openLane(sets) {
    let outputs = this.idleOutputs.pop();
    if (!outputs) {
      outputs = new Outputs(this.device, this.encoders, this.outputSets);
      this.epochOutputs.push(outputs);
    }
    outputs.require(sets);
    return { run: (input, step) => this.submit(input, step, outputs), close: () => this.idleOutputs.push(outputs) };
  }
  /** Frames, as the engine's reader of frames takes them; all else as it is. */
  opened(input) {
    if (!isFrames(input)) return input;
    if (!this.frames)
      throw new InputError(
        "input.frames",
        "an engine that takes frames: createEngine({ frames: liveFrames() })",
        found$1("one that does not")
      );
    return this.frames.input(input);
  }
  planFor(open, step) {
    const { height, width } = open.shape;
    const { clip = 1, noise } = open;
    const shape = {
      batchSize: open.size,
      ...open.own ? { sizes: sizesOfSources(open) } : { height, width },
      datasetSize: open.datasetSize,
      externalSize: open.external?.size
    };
    knownKeys("step", step, STEP_KEYS);
    if (open.plan) return open.plan;
    if (step.plan !== void 0) return checkSamples(validatePlan(step.plan, shape), open);
    if (open.indices && step.ids !== void 0)
      throw new InputError("step.ids", "nothing: a dataset's indices are its ids", step.ids);
    const drawn = samplePlan({
      ...shape,
      batchSize: open.size / clip,
      datasetSize: open.datasetSize && open.datasetSize / clip,
      externalSize: open.external && open.external.size / clip,
      policy: this.policy,
      seed: this.seed,
      epoch: step.epoch,
      step: step.step,
      ids: open.indices ?? step.ids,
      occurrences: step.occurrences,
      members: open.members,
      objects: this.draws.seesObjects ? this.targets?.objectsToDraw(open) : void 0,
      from: open.from
    });
    return planOfClips(drawn, clip, noise);
  }
  /** `begin` gives the encoder once everything was checked. */
  record(begin, number, input, step, outputs) {
    const open = openInput(this.opened(input), this.labels, this.device);
    checkPages(open.pages.length + (open.external ? 1 : 0));
    const plan = this.planFor(open, step);
    if (normalizes(plan)) checkUnmapped(this.output);
    if (step.plan && this.keepsOps) this.ops = opsFor(plan, this.ops);
    const recording = lower(placed(plan, open), {
      shape: open.shape,
      format: open.format,
      layout: open.layout,
      valueRange: open.valueRange,
      output: this.output,
      labels: this.labels,
      labelForm: open.labelForm,
      pages: open.pages.length,
      picturesPerPage: open.picturesPerPage,
      places: open.own?.places,
      externalPlaces: open.external?.own?.places,
      mixers: this.draws.rows,
      ops: this.ops,
      readings: this.draws.readings,
      tuning: this.tuning,
      slots: this.sizes.slots
    });
    checkUploads(recording, this.device);
    const followed = this.targets?.follow(open, plan, this.ops);
    const drawn = step.plan ? structuredClone(plan) : plan;
    const given = givenOutputs(recording, this, open, step, this.device);
    open.write?.();
    const encoder = number();
    const bound = bindOutputs(recording, given, outputs, encoder);
    const batch = batchOf(recording, this, open, drawn, bound);
    noteDevice(batch.images, this.device);
    const buffers = new Map(bound);
    this.bindings.bind(recording, open, encoder, buffers);
    const ask = isCallable(step.out) ? step.out : void 0;
    const { steps = [], made } = followed?.bind(outputs, encoder, ask) ?? {};
    if (made) batch.targets = made;
    this.executor.encode(begin(), [{ recording, buffers }, ...steps]);
    return batch;
  }
}
function sizesOfSources({ from, own, external }) {
  return { [from]: own.sizes, ...external && { external: external.own.sizes } };
}
const isFrames = (input) => typeof input === "object" && input !== null && "frames" in input;
function isEncoder(value) {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "beginComputePass") === "function";
}
function checkSamples(plan, { indices, members, clip = 1 }) {
  indices?.forEach((sample, s) => {
    for (let t = 0; t < clip; t++) {
      const [i, index2] = [s * clip + t, sample * clip + t];
      const source = plan.sources[i];
      if (source.from !== "dataset")
        throw new PlanError(`plan.sources[${i}].from`, "dataset, as the input is one", source.from);
      if (source.index !== index2)
        throw new PlanError(`plan.sources[${i}].index`, `${index2}, as input.indices[${s}]`, source.index);
    }
  });
  plan.sources.forEach(({ from, index: index2 }, i) => {
    if (members && from === "dataset" && !members.has(Math.floor(index2 / clip)))
      throw new PlanError(`plan.sources[${i}].index`, "a sample of the view", index2);
  });
  return plan;
}
function runKernel(device, encoder, { kernel: name, constants: constants2, buffers, groups: groups2, offset = 0 }) {
  const { pipeline, layout, kernel } = pipelinesOf(device).for({ kernel: name, ops: [], constants: constants2 });
  const entries = Object.entries(kernel.bindings).map(([key, { binding, hasDynamicOffset, minBindingSize }]) => {
    const buffer2 = buffers[key];
    return { binding, resource: { buffer: buffer2, ...hasDynamicOffset && { size: minBindingSize } } };
  });
  const pass = encoder.beginComputePass({ label: `mixwell ${name}` });
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, device.createBindGroup({ label: name, layout, entries }), [offset]);
  pass.dispatchWorkgroups(...groups2);
  pass.end();
}
const buffer = new ArrayBuffer(4);
const asFloat = new Float32Array(buffer);
const asWord = new Uint32Array(buffer);
function f32(value) {
  asFloat[0] = value;
  return asWord[0];
}
const asI32 = (word) => word | 0;
function asF32(word) {
  asWord[0] = word;
  return asFloat[0];
}
const noWords = { length: 0, write() {
}, decode: () => ({}) };
const autocontrastWords = {
  length: 3,
  write(named2, words2, at2) {
    words2[at2] = named2.arithmetic;
    words2[at2 + 1] = named2.cutLow;
    words2[at2 + 2] = named2.cutHigh;
  },
  decode: (words2) => ({
    arithmetic: words2[0],
    cutLow: words2[1],
    cutHigh: words2[2]
  })
};
const brightnessWords = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = named2.factor;
  },
  decode: (words2) => ({
    factor: words2[0]
  })
};
const brightnessDeltaWords = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = named2.delta;
  },
  decode: (words2) => ({
    delta: asI32(words2[0])
  })
};
const brightnessDeltaF32Words = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.delta);
  },
  decode: (words2) => ({
    delta: asF32(words2[0])
  })
};
const brightnessF32Words = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.factor);
  },
  decode: (words2) => ({
    factor: asF32(words2[0])
  })
};
const channelShiftWords = {
  length: 3,
  write(named2, words2, at2) {
    words2[at2] = named2.deltas[0];
    words2[at2 + 1] = named2.deltas[1];
    words2[at2 + 2] = named2.deltas[2];
  },
  decode: (words2) => ({
    deltas: [asI32(words2[0]), asI32(words2[1]), asI32(words2[2])]
  })
};
const channelShiftF32Words = {
  length: 3,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.deltas[0]);
    words2[at2 + 1] = f32(named2.deltas[1]);
    words2[at2 + 2] = f32(named2.deltas[2]);
  },
  decode: (words2) => ({
    deltas: [asF32(words2[0]), asF32(words2[1]), asF32(words2[2])]
  })
};
const channelShuffleWords = {
  length: 3,
  write(named2, words2, at2) {
    words2[at2] = named2.order[0];
    words2[at2 + 1] = named2.order[1];
    words2[at2 + 2] = named2.order[2];
  },
  decode: (words2) => ({
    order: [words2[0], words2[1], words2[2]]
  })
};
const colorWords = {
  length: 3,
  write(named2, words2, at2) {
    words2[at2] = named2.greyOf;
    words2[at2 + 1] = named2.factor;
    words2[at2 + 2] = named2.other;
  },
  decode: (words2) => ({
    greyOf: words2[0],
    factor: words2[1],
    other: words2[2]
  })
};
const colorF32Words = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.factor);
  },
  decode: (words2) => ({
    factor: asF32(words2[0])
  })
};
const contrastWords = {
  length: 3,
  write(named2, words2, at2) {
    words2[at2] = named2.meanOf;
    words2[at2 + 1] = named2.factor;
    words2[at2 + 2] = named2.other;
  },
  decode: (words2) => ({
    meanOf: words2[0],
    factor: words2[1],
    other: words2[2]
  })
};
const contrastF32Words = {
  length: 2,
  write(named2, words2, at2) {
    words2[at2] = named2.meanOf;
    words2[at2 + 1] = f32(named2.factor);
  },
  decode: (words2) => ({
    meanOf: words2[0],
    factor: asF32(words2[1])
  })
};
const cutoutWords = {
  length: 4,
  write(named2, words2, at2) {
    words2[at2] = named2.first;
    words2[at2 + 1] = named2.end;
    words2[at2 + 2] = named2.fill;
    words2[at2 + 3] = named2.fillsAlpha;
  },
  decode: (words2) => ({
    first: words2[0],
    end: words2[1],
    fill: words2[2],
    fillsAlpha: words2[3]
  })
};
const cutoutF32Words = {
  length: 7,
  write(named2, words2, at2) {
    words2[at2] = named2.first;
    words2[at2 + 1] = named2.end;
    words2[at2 + 2] = named2.fillsAlpha;
    words2[at2 + 3] = f32(named2.fill[0]);
    words2[at2 + 4] = f32(named2.fill[1]);
    words2[at2 + 5] = f32(named2.fill[2]);
    words2[at2 + 6] = f32(named2.fill[3]);
  },
  decode: (words2) => ({
    first: words2[0],
    end: words2[1],
    fillsAlpha: words2[2],
    fill: [asF32(words2[3]), asF32(words2[4]), asF32(words2[5]), asF32(words2[6])]
  })
};
const downscaleWords = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = named2.factor;
  },
  decode: (words2) => ({
    factor: words2[0]
  })
};
const equalizeWords = {
  length: 2,
  write(named2, words2, at2) {
    words2[at2] = named2.rule;
    words2[at2 + 1] = named2.bins;
  },
  decode: (words2) => ({
    rule: words2[0],
    bins: words2[1]
  })
};
const eraseWords = {
  length: 8,
  write(named2, words2, at2) {
    words2[at2] = named2.first;
    words2[at2 + 1] = named2.end;
    words2[at2 + 2] = named2.mode;
    words2[at2 + 3] = named2.key[0];
    words2[at2 + 4] = named2.key[1];
    words2[at2 + 5] = named2.noise[0];
    words2[at2 + 6] = named2.noise[1];
    words2[at2 + 7] = named2.noise[2];
  },
  decode: (words2) => ({
    first: words2[0],
    end: words2[1],
    mode: words2[2],
    key: [words2[3], words2[4]],
    noise: [words2[5], words2[6], words2[7]]
  })
};
const fieldWords = {
  length: 8,
  write(named2, words2, at2) {
    words2[at2] = named2.nodes;
    words2[at2 + 1] = named2.columns;
    words2[at2 + 2] = named2.rows;
    words2[at2 + 3] = named2.inverse[0];
    words2[at2 + 4] = named2.inverse[1];
    words2[at2 + 5] = named2.bits[0];
    words2[at2 + 6] = named2.bits[1];
    words2[at2 + 7] = named2.shift;
  },
  decode: (words2) => ({
    nodes: words2[0],
    columns: words2[1],
    rows: words2[2],
    inverse: [asI32(words2[3]), asI32(words2[4])],
    bits: [words2[5], words2[6]],
    shift: words2[7]
  })
};
const gammaWords = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = named2.curve;
  },
  decode: (words2) => ({
    curve: words2[0]
  })
};
const gammaF32Words = {
  length: 2,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.exponent);
    words2[at2 + 1] = f32(named2.gain);
  },
  decode: (words2) => ({
    exponent: asF32(words2[0]),
    gain: asF32(words2[1])
  })
};
const gaussianBlurWords = {
  length: 8,
  write(named2, words2, at2) {
    words2[at2] = named2.down;
    words2[at2 + 1] = named2.across;
    words2[at2 + 2] = named2.weights;
    words2[at2 + 3] = named2.border;
    words2[at2 + 4] = named2.boxDown[0];
    words2[at2 + 5] = named2.boxDown[1];
    words2[at2 + 6] = named2.boxAcross[0];
    words2[at2 + 7] = named2.boxAcross[1];
  },
  decode: (words2) => ({
    down: words2[0],
    across: words2[1],
    weights: words2[2],
    border: words2[3],
    boxDown: [words2[4], words2[5]],
    boxAcross: [words2[6], words2[7]]
  })
};
const gaussianNoiseWords = {
  length: 3,
  write(named2, words2, at2) {
    words2[at2] = named2.key[0];
    words2[at2 + 1] = named2.key[1];
    words2[at2 + 2] = named2.deviation;
  },
  decode: (words2) => ({
    key: [words2[0], words2[1]],
    deviation: asI32(words2[2])
  })
};
const grayscaleWords = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = named2.greyOf;
  },
  decode: (words2) => ({
    greyOf: words2[0]
  })
};
const gridMaskWords = {
  length: 8,
  write(named2, words2, at2) {
    words2[at2] = named2.across;
    words2[at2 + 1] = named2.down;
    words2[at2 + 2] = named2.phase[0];
    words2[at2 + 3] = named2.phase[1];
    words2[at2 + 4] = named2.hole;
    words2[at2 + 5] = named2.key[0];
    words2[at2 + 6] = named2.key[1];
    words2[at2 + 7] = named2.noise;
  },
  decode: (words2) => ({
    across: words2[0],
    down: words2[1],
    phase: [words2[2], words2[3]],
    hole: words2[4],
    key: [words2[5], words2[6]],
    noise: words2[7]
  })
};
const hueWords = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = named2.turn;
  },
  decode: (words2) => ({
    turn: words2[0]
  })
};
const hueF32Words = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.turn);
  },
  decode: (words2) => ({
    turn: asF32(words2[0])
  })
};
const jigsawWords = {
  length: 5,
  write(named2, words2, at2) {
    words2[at2] = named2.order;
    words2[at2 + 1] = named2.columns;
    words2[at2 + 2] = named2.rows;
    words2[at2 + 3] = named2.tile[0];
    words2[at2 + 4] = named2.tile[1];
  },
  decode: (words2) => ({
    order: words2[0],
    columns: words2[1],
    rows: words2[2],
    tile: [words2[3], words2[4]]
  })
};
const jpegQualityWords = {
  length: 2,
  write(named2, words2, at2) {
    words2[at2] = named2.scale;
    words2[at2 + 1] = named2.halved;
  },
  decode: (words2) => ({
    scale: asI32(words2[0]),
    halved: words2[1]
  })
};
const lensDistortionWords = {
  length: 6,
  write(named2, words2, at2) {
    words2[at2] = named2.center[0];
    words2[at2 + 1] = named2.center[1];
    words2[at2 + 2] = named2.inverse;
    words2[at2 + 3] = named2.bits;
    words2[at2 + 4] = named2.k1;
    words2[at2 + 5] = named2.k2;
  },
  decode: (words2) => ({
    center: [asI32(words2[0]), asI32(words2[1])],
    inverse: asI32(words2[2]),
    bits: words2[3],
    k1: asI32(words2[4]),
    k2: asI32(words2[5])
  })
};
const normalizeF32Words = {
  length: 8,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.mean[0]);
    words2[at2 + 1] = f32(named2.mean[1]);
    words2[at2 + 2] = f32(named2.mean[2]);
    words2[at2 + 3] = f32(named2.mean[3]);
    words2[at2 + 4] = f32(named2.deviation[0]);
    words2[at2 + 5] = f32(named2.deviation[1]);
    words2[at2 + 6] = f32(named2.deviation[2]);
    words2[at2 + 7] = f32(named2.deviation[3]);
  },
  decode: (words2) => ({
    mean: [asF32(words2[0]), asF32(words2[1]), asF32(words2[2]), asF32(words2[3])],
    deviation: [asF32(words2[4]), asF32(words2[5]), asF32(words2[6]), asF32(words2[7])]
  })
};
const posterizeWords = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = named2.mask;
  },
  decode: (words2) => ({
    mask: asI32(words2[0])
  })
};
const posterizeF32Words = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.levels);
  },
  decode: (words2) => ({
    levels: asF32(words2[0])
  })
};
const rescaleWords = {
  length: 2,
  write(named2, words2, at2) {
    words2[at2] = named2.scale;
    words2[at2 + 1] = named2.offset;
  },
  decode: (words2) => ({
    scale: asI32(words2[0]),
    offset: asI32(words2[1])
  })
};
const rescaleF32Words = {
  length: 2,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.scale);
    words2[at2 + 1] = f32(named2.offset);
  },
  decode: (words2) => ({
    scale: asF32(words2[0]),
    offset: asF32(words2[1])
  })
};
const saltAndPepperWords = {
  length: 4,
  write(named2, words2, at2) {
    words2[at2] = named2.key[0];
    words2[at2 + 1] = named2.key[1];
    words2[at2 + 2] = named2.salt;
    words2[at2 + 3] = named2.either;
  },
  decode: (words2) => ({
    key: [words2[0], words2[1]],
    salt: words2[2],
    either: words2[3]
  })
};
const saturationWords = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = named2.multiplier;
  },
  decode: (words2) => ({
    multiplier: words2[0]
  })
};
const saturationF32Words = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.multiplier);
  },
  decode: (words2) => ({
    multiplier: asF32(words2[0])
  })
};
const sepiaWords = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = named2.amount;
  },
  decode: (words2) => ({
    amount: asI32(words2[0])
  })
};
const sepiaF32Words = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.amount);
  },
  decode: (words2) => ({
    amount: asF32(words2[0])
  })
};
const sharpnessWords = {
  length: 3,
  write(named2, words2, at2) {
    words2[at2] = named2.arithmetic;
    words2[at2 + 1] = named2.factor;
    words2[at2 + 2] = named2.other;
  },
  decode: (words2) => ({
    arithmetic: words2[0],
    factor: words2[1],
    other: words2[2]
  })
};
const sharpnessF32Words = {
  length: 2,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.factor);
    words2[at2 + 1] = f32(named2.other);
  },
  decode: (words2) => ({
    factor: asF32(words2[0]),
    other: asF32(words2[1])
  })
};
const solarizationWords = {
  length: 2,
  write(named2, words2, at2) {
    words2[at2] = named2.addition;
    words2[at2 + 1] = named2.threshold;
  },
  decode: (words2) => ({
    addition: asI32(words2[0]),
    threshold: asI32(words2[1])
  })
};
const solarizationF32Words = {
  length: 2,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.addition);
    words2[at2 + 1] = f32(named2.threshold);
  },
  decode: (words2) => ({
    addition: asF32(words2[0]),
    threshold: asF32(words2[1])
  })
};
const solarizeWords = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = named2.threshold;
  },
  decode: (words2) => ({
    threshold: asI32(words2[0])
  })
};
const solarizeAddWords = {
  length: 2,
  write(named2, words2, at2) {
    words2[at2] = named2.addition;
    words2[at2 + 1] = named2.threshold;
  },
  decode: (words2) => ({
    addition: asI32(words2[0]),
    threshold: asI32(words2[1])
  })
};
const solarizeAddF32Words = {
  length: 2,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.addition);
    words2[at2 + 1] = f32(named2.threshold);
  },
  decode: (words2) => ({
    addition: asF32(words2[0]),
    threshold: asF32(words2[1])
  })
};
const solarizeF32Words = {
  length: 1,
  write(named2, words2, at2) {
    words2[at2] = f32(named2.threshold);
  },
  decode: (words2) => ({
    threshold: asF32(words2[0])
  })
};
const warpWords = {
  length: 16,
  write(named2, words2, at2) {
    words2[at2] = named2.x[0];
    words2[at2 + 1] = named2.x[1];
    words2[at2 + 2] = named2.x[2];
    words2[at2 + 3] = named2.y[0];
    words2[at2 + 4] = named2.y[1];
    words2[at2 + 5] = named2.y[2];
    words2[at2 + 6] = named2.low;
    words2[at2 + 7] = named2.lower;
    words2[at2 + 8] = named2.flags;
    words2[at2 + 9] = named2.below[0];
    words2[at2 + 10] = named2.below[1];
    words2[at2 + 11] = named2.below[2];
    words2[at2 + 12] = named2.fill[0];
    words2[at2 + 13] = named2.fill[1];
    words2[at2 + 14] = named2.fill[2];
    words2[at2 + 15] = named2.fill[3];
  },
  decode: (words2) => ({
    x: [words2[0], words2[1], words2[2]],
    y: [words2[3], words2[4], words2[5]],
    low: words2[6],
    lower: words2[7],
    flags: words2[8],
    below: [words2[9], words2[10], words2[11]],
    fill: [words2[12], words2[13], words2[14], words2[15]]
  })
};
const autocontrastShader = {
  id: 1,
  kernels: [toneKernels, augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: autocontrastWords, f32: autocontrastWords },
  cases: {
    u8: {
      make_table: ["return autocontrast_table(channel, value, read_autocontrast(args));", fn_autocontrast_table, struct_Autocontrast, fn_level_of_rank, fn_count_below, const_AUTOCONTRAST_FLOAT, const_AUTOCONTRAST_TORCHVISION, fn_stretch_f32, fn_divide_to_even, fn_soft_round, fn_below_top, fn_stretch_f64, fn_product_error, fn_rounding, fn_read_autocontrast],
      is_tone: ["return true;"],
      apply_color_u8: ["return tone_pixel(v);", fn_tone_pixel, fn_tone_level, var_tone_base]
    },
    f32: {
      make_table: ["return autocontrast_table(channel, value, read_autocontrast(args));", fn_autocontrast_table, struct_Autocontrast, fn_level_of_rank, fn_count_below, const_AUTOCONTRAST_FLOAT, const_AUTOCONTRAST_TORCHVISION, fn_stretch_f32, fn_divide_to_even, fn_soft_round, fn_below_top, fn_stretch_f64, fn_product_error, fn_rounding, fn_read_autocontrast],
      is_tone: ["return true;"],
      apply_color_f32: ["return autocontrast_f32(v, read_autocontrast(args));", fn_autocontrast_f32, struct_Autocontrast, fn_stat_low, fn_stat_four, var_tables_v2, const_TONE_LOW, fn_stat_high, const_TONE_HIGH, fn_autocontrast_unit, fn_tone_level, fn_read_autocontrast]
    }
  }
};
const brightnessShader = {
  id: 2,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: brightnessWords, f32: brightnessF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return brightness_u8(v, read_brightness(args));", fn_brightness_u8, struct_Brightness, fn_scale_byte, fn_soft_levels, struct_SoftLevels, fn_soft_round, fn_below_top, fn_read_brightness]
    },
    f32: {
      apply_color_f32: ["return brightness_f32(v, read_brightness_f32(args));", fn_brightness_f32, struct_BrightnessF32, fn_blend_f32, fn_read_brightness_f32]
    }
  }
};
const brightnessDeltaShader = {
  id: 3,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: brightnessDeltaWords, f32: brightnessDeltaF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return brightness_delta_u8(v, read_brightness_delta(args));", fn_brightness_delta_u8, struct_BrightnessDelta, fn_shift_u8, fn_read_brightness_delta]
    },
    f32: {
      apply_color_f32: ["return brightness_delta_f32(v, read_brightness_delta_f32(args));", fn_brightness_delta_f32, struct_BrightnessDeltaF32, fn_shift_f32, fn_read_brightness_delta_f32]
    }
  }
};
const channelShiftShader = {
  id: 4,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: channelShiftWords, f32: channelShiftF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return channel_shift_u8(v, read_channel_shift(args), at);", fn_channel_shift_u8, struct_ChannelShift, fn_shift_u8, fn_read_channel_shift]
    },
    f32: {
      apply_color_f32: ["return channel_shift_f32(v, read_channel_shift_f32(args), at);", fn_channel_shift_f32, struct_ChannelShiftF32, fn_shift_f32, fn_read_channel_shift_f32]
    }
  }
};
const channelShuffleShader = {
  id: 5,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: channelShuffleWords, f32: channelShuffleWords },
  cases: {
    u8: {
      apply_color_u8: ["return channel_shuffle_u8(v, read_channel_shuffle(args));", fn_channel_shuffle_u8, struct_ChannelShuffle, fn_read_channel_shuffle]
    },
    f32: {
      apply_color_f32: ["return channel_shuffle_f32(v, read_channel_shuffle(args));", fn_channel_shuffle_f32, struct_ChannelShuffle, fn_read_channel_shuffle]
    }
  }
};
const colorShader = {
  id: 6,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: colorWords, f32: colorF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return color_u8(v, read_color(args), at);", fn_color_u8, struct_Color, fn_grey_u8, const_GREY_TORCHVISION, fn_peer_blend, fn_soft_levels, struct_SoftLevels, fn_soft_round, fn_below_top, const_SOFT_ONE, fn_byte_of_levels, fn_read_color]
    },
    f32: {
      apply_color_f32: ["return color_f32(v, read_color_f32(args), at);", fn_color_f32, struct_ColorF32, fn_blend_f32, fn_grey_f32, fn_read_color_f32]
    }
  }
};
const colorDegenerationShader = {
  id: 7,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: colorWords, f32: colorF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return color_degeneration_u8(v, read_color(args), at);", fn_color_degeneration_u8, struct_Color, fn_color_u8, fn_grey_u8, const_GREY_TORCHVISION, fn_peer_blend, fn_soft_levels, struct_SoftLevels, fn_soft_round, fn_below_top, const_SOFT_ONE, fn_byte_of_levels, fn_read_color]
    },
    f32: {
      apply_color_f32: ["return color_degeneration_f32(v, read_color_f32(args), at);", fn_color_degeneration_f32, struct_ColorF32, fn_color_f32, fn_blend_f32, fn_grey_f32, fn_read_color_f32]
    }
  }
};
const contrastShader = {
  id: 8,
  kernels: [toneKernels, augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: contrastWords, f32: contrastF32Words },
  cases: {
    u8: {
      make_table: ["return contrast_table(channel, value, read_contrast(args));", fn_contrast_table, struct_Contrast, fn_mean_sum, const_GREY_PILLOW, fn_byte_of_sum, struct_SoftFloat, fn_soft_aligned, const_SOFT_GUARD, fn_soft_round, fn_below_top, fn_soft_product, const_SOFT_ZERO_E, fn_soft_mean_product, fn_pillow_blend, fn_byte_of_levels, struct_SoftLevels, fn_soft_levels, const_SOFT_ONE, fn_read_contrast],
      mean_of: ["return read_contrast(args).mean_of;", fn_read_contrast, struct_Contrast],
      is_tone: ["return true;"],
      apply_color_u8: ["return tone_pixel(v);", fn_tone_pixel, fn_tone_level, var_tone_base]
    },
    f32: {
      make_table: ["return contrast_table(channel, value, read_contrast(args));", fn_contrast_table, struct_Contrast, fn_mean_sum, const_GREY_PILLOW, fn_byte_of_sum, struct_SoftFloat, fn_soft_aligned, const_SOFT_GUARD, fn_soft_round, fn_below_top, fn_soft_product, const_SOFT_ZERO_E, fn_soft_mean_product, fn_pillow_blend, fn_byte_of_levels, struct_SoftLevels, fn_soft_levels, const_SOFT_ONE, fn_read_contrast],
      mean_of: ["return read_contrast_f32(args).mean_of;", fn_read_contrast_f32, struct_ContrastF32],
      is_tone: ["return true;"],
      apply_color_f32: ["return contrast_f32(v, read_contrast_f32(args));", fn_contrast_f32, struct_ContrastF32, fn_blend_f32, fn_stat_mean, fn_stat_four, var_tables_v2, const_TONE_MEAN, fn_read_contrast_f32]
    }
  }
};
const cutoutShader = {
  id: 9,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: cutoutWords, f32: cutoutF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return cutout_u8(v, read_cutout(args), at);", fn_cutout_u8, struct_Cutout, fn_in_box, fn_bytes_of, fn_read_cutout]
    },
    f32: {
      apply_color_f32: ["return cutout_f32(v, read_cutout_f32(args), at);", fn_cutout_f32, struct_CutoutF32, fn_in_box, fn_read_cutout_f32]
    }
  }
};
const downscaleShader = {
  id: 10,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: downscaleWords, f32: downscaleWords },
  cases: {
    u8: {
      gather_stencil_u8: ["return downscale_u8(read_downscale(args), at);", fn_downscale_u8, struct_Downscale, fn_read_downscale]
    },
    f32: {
      gather_stencil_f32: ["return downscale_f32(read_downscale(args), at);", fn_downscale_f32, struct_Downscale, fn_read_downscale]
    }
  }
};
const elasticShader = {
  id: 11,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: fieldWords, f32: fieldWords },
  cases: {
    u8: {
      apply_warp_u8: ["return gather_warp_u8(warp, at);", fn_gather_warp_u8, fn_warp_axis, struct_Axis, const_WINDOW, override_READS_AVERAGE, const_KIND_SHIFT, const_KIND_AVERAGE, fn_average_u8, const_INSIDE, fn_is_average_inside, fn_average_span, struct_Span, const_TORCHVISION, fn_average_weight, fn_average_distance, fn_mean_10, fn_finish_u8, const_FRACTION_MASK, fn_warp_place, const_KIND_PLACED, fn_unpack_bytes, fn_linear, override_HOMOGRAPHIES, const_KIND_HOMOGRAPHY, const_M8_SHIFT, const_STEPS_SHIFT, fn_divide, const_HELD, fn_is_on, const_INTERPOLATION_SHIFT, const_NEAREST, fn_tap_on, struct_Tap, const_BORDER_SHIFT, const_BORDER_MAPPED, fn_edge_index, const_EDGE_REFLECT, const_EDGE_SYMMETRIC, fn_modulo, const_EDGE_SHIFT, fn_corner_of, override_READS_BILINEAR, const_BILINEAR, fn_bilinear_u8, fn_fraction_12, const_BORDER_FADE, override_READS_BICUBIC, fn_bicubic_u8, fn_cubic_11],
      has_places: ["return true;"],
      place_of: ["return elastic_place(read_field(args), at);", fn_elastic_place, struct_Field, fn_cubic_place, fn_pixel_centre, const_PLACE_BITS, fn_cell_of, struct_Cell, fn_scaled, const_GRID_BITS, const_WEIGHT_BITS, fn_displaced, struct_Nodes, fn_node_at, fn_host_word, fn_cubic_nodes, fn_read_field]
    },
    f32: {
      apply_warp_f32: ["return gather_warp_f32(warp, at);", fn_gather_warp_f32, fn_warp_axis, struct_Axis, const_WINDOW, override_READS_AVERAGE, const_KIND_SHIFT, const_KIND_AVERAGE, fn_average_f32, const_INSIDE, fn_is_average_inside, fn_average_span, struct_Span, fn_average_distance, const_FRACTION_MASK, fn_warp_place, const_KIND_PLACED, fn_unpack_bytes, fn_linear, override_HOMOGRAPHIES, const_KIND_HOMOGRAPHY, const_M8_SHIFT, const_STEPS_SHIFT, fn_divide, const_HELD, fn_is_on, const_INTERPOLATION_SHIFT, const_NEAREST, fn_tap_on, struct_Tap, const_BORDER_SHIFT, const_BORDER_MAPPED, fn_edge_index, const_EDGE_REFLECT, const_EDGE_SYMMETRIC, fn_modulo, const_EDGE_SHIFT, fn_corner_of, override_READS_BILINEAR, const_BILINEAR, fn_bilinear_f32, fn_fraction_f32, fn_border_f32, const_BORDER_FADE, override_READS_BICUBIC, fn_bicubic_f32, const_TORCHVISION, fn_cubic_f32],
      has_places: ["return true;"],
      place_of: ["return elastic_place(read_field(args), at);", fn_elastic_place, struct_Field, fn_cubic_place, fn_pixel_centre, const_PLACE_BITS, fn_cell_of, struct_Cell, fn_scaled, const_GRID_BITS, const_WEIGHT_BITS, fn_displaced, struct_Nodes, fn_node_at, fn_host_word, fn_cubic_nodes, fn_read_field]
    }
  }
};
const equalizeShader = {
  id: 12,
  kernels: [toneKernels, augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: equalizeWords, f32: equalizeWords },
  cases: {
    u8: {
      make_table: ["return equalize_table(channel, value, read_equalize(args));", fn_equalize_table, struct_Equalize, const_EQUALIZE_KERASCV, fn_equalize_bins, fn_least_count, fn_count_below, fn_first_level, fn_level_count, fn_last_level, fn_read_equalize],
      is_tone: ["return true;"],
      apply_color_u8: ["return tone_pixel(v);", fn_tone_pixel, fn_tone_level, var_tone_base]
    },
    f32: {
      make_table: ["return equalize_table(channel, value, read_equalize(args));", fn_equalize_table, struct_Equalize, const_EQUALIZE_KERASCV, fn_equalize_bins, fn_least_count, fn_count_below, fn_first_level, fn_level_count, fn_last_level, fn_read_equalize],
      is_tone: ["return true;"],
      apply_color_f32: ["return equalize_f32(v);", fn_equalize_f32, fn_tone_level, var_tables_v2]
    }
  }
};
const eraseShader = {
  id: 13,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: eraseWords, f32: eraseWords },
  cases: {
    u8: {
      apply_color_u8: ["return erase_u8(v, read_erase(args), at);", fn_erase_u8, struct_Erase, fn_in_box, const_ERASE_MODE, const_ERASE_CONSTANT, fn_bytes_of, const_ERASE_ALPHA, fn_noise_bytes, fn_erase_noise, const_ERASE_PIXEL, fn_fill_noise, fn_noise_word, fn_threefry2x32, const_THREEFRY_PARITY, fn_rotate_left, fn_normal_12, fn_quantile, const_QUANTILES, fn_read_erase]
    },
    f32: {
      apply_color_f32: ["return erase_f32(v, read_erase(args), at);", fn_erase_f32, struct_Erase, fn_in_box, const_ERASE_MODE, const_ERASE_CONSTANT, const_ERASE_ALPHA, fn_noise_f32, const_FILL_NOISE_UNIT, fn_erase_noise, const_ERASE_PIXEL, fn_fill_noise, fn_noise_word, fn_threefry2x32, const_THREEFRY_PARITY, fn_rotate_left, fn_normal_12, fn_quantile, const_QUANTILES, fn_read_erase]
    }
  }
};
const gammaShader = {
  id: 14,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: gammaWords, f32: gammaF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return gamma_u8(v, read_gamma(args));", fn_gamma_u8, struct_Gamma, fn_host_byte, fn_read_gamma]
    },
    f32: {
      apply_color_f32: ["return gamma_f32(v, read_gamma_f32(args));", fn_gamma_f32, struct_GammaF32, fn_power_of, fn_read_gamma_f32]
    }
  }
};
const gaussianBlurShader = {
  id: 15,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: gaussianBlurWords, f32: gaussianBlurWords },
  cases: {
    u8: {
      gather_stencil_u8: ["return gaussian_blur_u8(read_gaussian_blur(args), at);", fn_gaussian_blur_u8, struct_GaussianBlur, const_BLUR_BOXES, struct_Box, fn_box_blur_pixel, const_BOX_WINDOW, fn_pack_bytes, fn_blur_line, const_BOX_PASSES, fn_box_at, fn_unpack_bytes0, const_BOX_HALF, fn_place_inside, const_BORDER_ZERO, const_BORDER_EDGE, fn_modulo, fn_blur_weight, fn_round_even_24, fn_read_gaussian_blur]
    },
    f32: {
      gather_stencil_f32: ["return gaussian_blur_f32(read_gaussian_blur(args), at);", fn_gaussian_blur_f32, struct_GaussianBlur, fn_place_inside, const_BORDER_ZERO, const_BORDER_EDGE, fn_modulo, fn_blur_weight, fn_read_gaussian_blur]
    }
  }
};
const gaussianNoiseShader = {
  id: 16,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: gaussianNoiseWords, f32: gaussianNoiseWords },
  cases: {
    u8: {
      apply_color_u8: ["return gaussian_noise_u8(v, read_gaussian_noise(args), at);", fn_gaussian_noise_u8, struct_GaussianNoise, fn_gaussian_noise_at, fn_noise_word, fn_threefry2x32, const_THREEFRY_PARITY, fn_rotate_left, fn_normal_12, fn_quantile, const_QUANTILES, fn_read_gaussian_noise]
    },
    f32: {
      apply_color_f32: ["return gaussian_noise_f32(v, read_gaussian_noise(args), at);", fn_gaussian_noise_f32, struct_GaussianNoise, fn_gaussian_noise_at, fn_noise_word, fn_threefry2x32, const_THREEFRY_PARITY, fn_rotate_left, fn_normal_12, fn_quantile, const_QUANTILES, const_GAUSSIAN_NOISE_UNIT, fn_read_gaussian_noise]
    }
  }
};
const grayscaleShader = {
  id: 17,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: grayscaleWords, f32: noWords },
  cases: {
    u8: {
      apply_color_u8: ["return grayscale_u8(v, read_grayscale(args), at);", fn_grayscale_u8, struct_Grayscale, fn_grey_u8, const_GREY_TORCHVISION, fn_read_grayscale]
    },
    f32: {
      apply_color_f32: ["return grayscale_f32(v, at);", fn_grayscale_f32, fn_grey_f32]
    }
  }
};
const gridDistortionShader = {
  id: 18,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: fieldWords, f32: fieldWords },
  cases: {
    u8: {
      apply_warp_u8: ["return gather_warp_u8(warp, at);", fn_gather_warp_u8, fn_warp_axis, struct_Axis, const_WINDOW, override_READS_AVERAGE, const_KIND_SHIFT, const_KIND_AVERAGE, fn_average_u8, const_INSIDE, fn_is_average_inside, fn_average_span, struct_Span, const_TORCHVISION, fn_average_weight, fn_average_distance, fn_mean_10, fn_finish_u8, const_FRACTION_MASK, fn_warp_place, const_KIND_PLACED, fn_unpack_bytes, fn_linear, override_HOMOGRAPHIES, const_KIND_HOMOGRAPHY, const_M8_SHIFT, const_STEPS_SHIFT, fn_divide, const_HELD, fn_is_on, const_INTERPOLATION_SHIFT, const_NEAREST, fn_tap_on, struct_Tap, const_BORDER_SHIFT, const_BORDER_MAPPED, fn_edge_index, const_EDGE_REFLECT, const_EDGE_SYMMETRIC, fn_modulo, const_EDGE_SHIFT, fn_corner_of, override_READS_BILINEAR, const_BILINEAR, fn_bilinear_u8, fn_fraction_12, const_BORDER_FADE, override_READS_BICUBIC, fn_bicubic_u8, fn_cubic_11],
      has_places: ["return true;"],
      place_of: ["return grid_distortion_place(read_field(args), at);", fn_grid_distortion_place, struct_Field, fn_linear_place, fn_pixel_centre, const_PLACE_BITS, fn_cell_of, struct_Cell, fn_scaled, const_GRID_BITS, const_WEIGHT_BITS, fn_displaced, struct_Nodes, fn_node_at, fn_host_word, fn_linear_nodes, fn_read_field]
    },
    f32: {
      apply_warp_f32: ["return gather_warp_f32(warp, at);", fn_gather_warp_f32, fn_warp_axis, struct_Axis, const_WINDOW, override_READS_AVERAGE, const_KIND_SHIFT, const_KIND_AVERAGE, fn_average_f32, const_INSIDE, fn_is_average_inside, fn_average_span, struct_Span, fn_average_distance, const_FRACTION_MASK, fn_warp_place, const_KIND_PLACED, fn_unpack_bytes, fn_linear, override_HOMOGRAPHIES, const_KIND_HOMOGRAPHY, const_M8_SHIFT, const_STEPS_SHIFT, fn_divide, const_HELD, fn_is_on, const_INTERPOLATION_SHIFT, const_NEAREST, fn_tap_on, struct_Tap, const_BORDER_SHIFT, const_BORDER_MAPPED, fn_edge_index, const_EDGE_REFLECT, const_EDGE_SYMMETRIC, fn_modulo, const_EDGE_SHIFT, fn_corner_of, override_READS_BILINEAR, const_BILINEAR, fn_bilinear_f32, fn_fraction_f32, fn_border_f32, const_BORDER_FADE, override_READS_BICUBIC, fn_bicubic_f32, const_TORCHVISION, fn_cubic_f32],
      has_places: ["return true;"],
      place_of: ["return grid_distortion_place(read_field(args), at);", fn_grid_distortion_place, struct_Field, fn_linear_place, fn_pixel_centre, const_PLACE_BITS, fn_cell_of, struct_Cell, fn_scaled, const_GRID_BITS, const_WEIGHT_BITS, fn_displaced, struct_Nodes, fn_node_at, fn_host_word, fn_linear_nodes, fn_read_field]
    }
  }
};
const gridMaskShader = {
  id: 19,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: gridMaskWords, f32: gridMaskWords },
  cases: {
    u8: {
      apply_color_u8: ["return grid_mask_u8(v, read_grid_mask(args), at);", fn_grid_mask_u8, struct_GridMask, fn_in_hole, fn_is_noisy_grid, const_GRID_NOISY, fn_noise_bytes, fn_grid_noise, fn_fill_noise, fn_noise_word, fn_threefry2x32, const_THREEFRY_PARITY, fn_rotate_left, fn_normal_12, fn_quantile, const_QUANTILES, fn_bytes_of, fn_read_grid_mask]
    },
    f32: {
      apply_color_f32: ["return grid_mask_f32(v, read_grid_mask(args), at);", fn_grid_mask_f32, struct_GridMask, fn_in_hole, fn_is_noisy_grid, const_GRID_NOISY, fn_noise_f32, const_FILL_NOISE_UNIT, fn_grid_noise, fn_fill_noise, fn_noise_word, fn_threefry2x32, const_THREEFRY_PARITY, fn_rotate_left, fn_normal_12, fn_quantile, const_QUANTILES, fn_read_grid_mask]
    }
  }
};
const hueShader = {
  id: 20,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: hueWords, f32: hueF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return hue_u8(v, read_hue(args));", fn_hue_u8, struct_Hue, fn_read_hue]
    },
    f32: {
      apply_color_f32: ["return hue_f32(v, read_hue_f32(args));", fn_hue_f32, struct_HueF32, fn_read_hue_f32]
    }
  }
};
const identityShader = {
  id: 21,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: noWords, f32: noWords },
  cases: {
    u8: {
      apply_color_u8: ["return identity_u8(v);", fn_identity_u8]
    },
    f32: {
      apply_color_f32: ["return identity_f32(v);", fn_identity_f32]
    }
  }
};
const invertShader = {
  id: 22,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: noWords, f32: noWords },
  cases: {
    u8: {
      apply_color_u8: ["return invert_u8(v);", fn_invert_u8]
    },
    f32: {
      apply_color_f32: ["return invert_f32(v);", fn_invert_f32]
    }
  }
};
const jigsawShader = {
  id: 23,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: jigsawWords, f32: jigsawWords },
  cases: {
    u8: {
      gather_stencil_u8: ["return jigsaw_u8(read_jigsaw(args), at);", fn_jigsaw_u8, struct_Jigsaw, fn_jigsaw_source, fn_host_byte, fn_read_jigsaw]
    },
    f32: {
      gather_stencil_f32: ["return jigsaw_f32(read_jigsaw(args), at);", fn_jigsaw_f32, struct_Jigsaw, fn_jigsaw_source, fn_host_byte, fn_read_jigsaw]
    }
  }
};
const jpegQualityShader = {
  id: 24,
  kernels: [augmentKernels, tileKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: jpegQualityWords, f32: jpegQualityWords },
  cases: {
    u8: {
      gather_stencil_u8: ["return jpeg_quality_show_u8(read_jpeg_quality(args), at);", fn_jpeg_quality_show_u8, struct_JpegQuality, fn_has_cells, fn_to_rgb, fn_cells_around, fn_between, fn_read_jpeg_quality],
      make_tile_u8: ["return jpeg_quality_u8(read_jpeg_quality(args), tile, lane);", fn_jpeg_quality_u8, struct_JpegQuality, fn_cell_rows, fn_code_tile, fn_read_cell, fn_to_ycc, fn_places_of, var_samples, fn_forward, fn_descale, const_QUANTA, fn_quantised, fn_inverse, fn_read_jpeg_quality]
    },
    f32: {
      gather_stencil_f32: ["return jpeg_quality_show_f32(read_jpeg_quality(args), at);", fn_jpeg_quality_show_f32, struct_JpegQuality, fn_coded_bytes, fn_has_cells, fn_cells_around, fn_between, fn_to_rgb, fn_read_jpeg_quality],
      make_tile_f32: ["return jpeg_quality_f32(read_jpeg_quality(args), tile, lane);", fn_jpeg_quality_f32, struct_JpegQuality, fn_cell_rows, fn_to_bytes, fn_code_tile, fn_read_cell, fn_to_ycc, fn_places_of, var_samples, fn_forward, fn_descale, const_QUANTA, fn_quantised, fn_inverse, fn_read_jpeg_quality]
    }
  }
};
const lensDistortionShader = {
  id: 25,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: lensDistortionWords, f32: lensDistortionWords },
  cases: {
    u8: {
      apply_warp_u8: ["return gather_warp_u8(warp, at);", fn_gather_warp_u8, fn_warp_axis, struct_Axis, const_WINDOW, override_READS_AVERAGE, const_KIND_SHIFT, const_KIND_AVERAGE, fn_average_u8, const_INSIDE, fn_is_average_inside, fn_average_span, struct_Span, const_TORCHVISION, fn_average_weight, fn_average_distance, fn_mean_10, fn_finish_u8, const_FRACTION_MASK, fn_warp_place, const_KIND_PLACED, fn_unpack_bytes, fn_linear, override_HOMOGRAPHIES, const_KIND_HOMOGRAPHY, const_M8_SHIFT, const_STEPS_SHIFT, fn_divide, const_HELD, fn_is_on, const_INTERPOLATION_SHIFT, const_NEAREST, fn_tap_on, struct_Tap, const_BORDER_SHIFT, const_BORDER_MAPPED, fn_edge_index, const_EDGE_REFLECT, const_EDGE_SYMMETRIC, fn_modulo, const_EDGE_SHIFT, fn_corner_of, override_READS_BILINEAR, const_BILINEAR, fn_bilinear_u8, fn_fraction_12, const_BORDER_FADE, override_READS_BICUBIC, fn_bicubic_u8, fn_cubic_11],
      has_places: ["return true;"],
      place_of: ["return lens_distortion_place(read_lens_distortion(args), at);", fn_lens_distortion_place, struct_LensDistortion, fn_pixel_centre, const_PLACE_BITS, fn_scaled, const_LENS_BITS, fn_lens_moved, const_LENS_FARTHEST, fn_read_lens_distortion]
    },
    f32: {
      apply_warp_f32: ["return gather_warp_f32(warp, at);", fn_gather_warp_f32, fn_warp_axis, struct_Axis, const_WINDOW, override_READS_AVERAGE, const_KIND_SHIFT, const_KIND_AVERAGE, fn_average_f32, const_INSIDE, fn_is_average_inside, fn_average_span, struct_Span, fn_average_distance, const_FRACTION_MASK, fn_warp_place, const_KIND_PLACED, fn_unpack_bytes, fn_linear, override_HOMOGRAPHIES, const_KIND_HOMOGRAPHY, const_M8_SHIFT, const_STEPS_SHIFT, fn_divide, const_HELD, fn_is_on, const_INTERPOLATION_SHIFT, const_NEAREST, fn_tap_on, struct_Tap, const_BORDER_SHIFT, const_BORDER_MAPPED, fn_edge_index, const_EDGE_REFLECT, const_EDGE_SYMMETRIC, fn_modulo, const_EDGE_SHIFT, fn_corner_of, override_READS_BILINEAR, const_BILINEAR, fn_bilinear_f32, fn_fraction_f32, fn_border_f32, const_BORDER_FADE, override_READS_BICUBIC, fn_bicubic_f32, const_TORCHVISION, fn_cubic_f32],
      has_places: ["return true;"],
      place_of: ["return lens_distortion_place(read_lens_distortion(args), at);", fn_lens_distortion_place, struct_LensDistortion, fn_pixel_centre, const_PLACE_BITS, fn_scaled, const_LENS_BITS, fn_lens_moved, const_LENS_FARTHEST, fn_read_lens_distortion]
    }
  }
};
const medianBlurShader = {
  id: 26,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: noWords, f32: noWords },
  cases: {
    u8: {
      gather_stencil_u8: ["return median_blur_u8(at);", fn_median_blur_u8]
    },
    f32: {
      gather_stencil_f32: ["return median_blur_f32(at);", fn_median_blur_f32]
    }
  }
};
const normalizeShader = {
  id: 27,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: noWords, f32: normalizeF32Words },
  cases: {
    u8: {},
    f32: {
      apply_color_f32: ["return normalize_f32(v, read_normalize_f32(args));", fn_normalize_f32, struct_NormalizeF32, fn_read_normalize_f32]
    }
  }
};
const posterizeShader = {
  id: 28,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: posterizeWords, f32: posterizeF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return posterize_u8(v, read_posterize(args));", fn_posterize_u8, struct_Posterize, fn_read_posterize]
    },
    f32: {
      apply_color_f32: ["return posterize_f32(v, read_posterize_f32(args));", fn_posterize_f32, struct_PosterizeF32, fn_read_posterize_f32]
    }
  }
};
const rescaleShader = {
  id: 29,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: rescaleWords, f32: rescaleF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return rescale_u8(v, read_rescale(args));", fn_rescale_u8, struct_Rescale, fn_read_rescale]
    },
    f32: {
      apply_color_f32: ["return rescale_f32(v, read_rescale_f32(args));", fn_rescale_f32, struct_RescaleF32, fn_read_rescale_f32]
    }
  }
};
const saltAndPepperShader = {
  id: 30,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: saltAndPepperWords, f32: saltAndPepperWords },
  cases: {
    u8: {
      apply_color_u8: ["return salt_and_pepper_u8(v, read_salt_and_pepper(args), at);", fn_salt_and_pepper_u8, struct_SaltAndPepper, fn_noise_word, fn_threefry2x32, const_THREEFRY_PARITY, fn_rotate_left, fn_read_salt_and_pepper]
    },
    f32: {
      apply_color_f32: ["return salt_and_pepper_f32(v, read_salt_and_pepper(args), at);", fn_salt_and_pepper_f32, struct_SaltAndPepper, fn_noise_word, fn_threefry2x32, const_THREEFRY_PARITY, fn_rotate_left, fn_read_salt_and_pepper]
    }
  }
};
const saturationShader = {
  id: 31,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: saturationWords, f32: saturationF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return saturation_u8(v, read_saturation(args));", fn_saturation_u8, struct_Saturation, fn_read_saturation]
    },
    f32: {
      apply_color_f32: ["return saturation_f32(v, read_saturation_f32(args));", fn_saturation_f32, struct_SaturationF32, fn_read_saturation_f32]
    }
  }
};
const sepiaShader = {
  id: 32,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: sepiaWords, f32: sepiaF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return sepia_u8(v, read_sepia(args));", fn_sepia_u8, struct_Sepia, const_SEPIA_ONE, fn_read_sepia]
    },
    f32: {
      apply_color_f32: ["return sepia_f32(v, read_sepia_f32(args));", fn_sepia_f32, struct_SepiaF32, fn_blend_f32, fn_read_sepia_f32]
    }
  }
};
const sharpnessShader = {
  id: 33,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: sharpnessWords, f32: sharpnessF32Words },
  cases: {
    u8: {
      gather_stencil_u8: ["return sharpness_u8(read_sharpness(args), at);", fn_sharpness_u8, struct_Sharpness, fn_smooth_u8, fn_on_border, fn_peer_blend, fn_soft_levels, struct_SoftLevels, fn_soft_round, fn_below_top, const_SOFT_ONE, fn_byte_of_levels, const_SHARPNESS_TORCHVISION, fn_read_sharpness]
    },
    f32: {
      gather_stencil_f32: ["return sharpness_f32(read_sharpness_f32(args), at);", fn_sharpness_f32, struct_SharpnessF32, fn_smooth_f32, fn_on_border, fn_read_sharpness_f32]
    }
  }
};
const smooth3x3Shader = {
  id: 34,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: noWords, f32: noWords },
  cases: {
    u8: {
      gather_stencil_u8: ["return smooth3x3_u8(at);", fn_smooth3x3_u8, fn_smooth_u8, fn_on_border]
    },
    f32: {
      gather_stencil_f32: ["return smooth3x3_f32(at);", fn_smooth3x3_f32, fn_smooth_f32, fn_on_border]
    }
  }
};
const solarizationShader = {
  id: 35,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: solarizationWords, f32: solarizationF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return solarization_u8(v, read_solarization(args));", fn_solarization_u8, struct_Solarization, fn_read_solarization]
    },
    f32: {
      apply_color_f32: ["return solarization_f32(v, read_solarization_f32(args));", fn_solarization_f32, struct_SolarizationF32, fn_read_solarization_f32]
    }
  }
};
const solarizeShader = {
  id: 36,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: solarizeWords, f32: solarizeF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return solarize_u8(v, read_solarize(args));", fn_solarize_u8, struct_Solarize, fn_read_solarize]
    },
    f32: {
      apply_color_f32: ["return solarize_f32(v, read_solarize_f32(args));", fn_solarize_f32, struct_SolarizeF32, fn_read_solarize_f32]
    }
  }
};
const solarizeAddShader = {
  id: 37,
  kernels: [augmentKernels, opQuadsKernels, curvesKernels, mixAugmentedKernels],
  words: { u8: solarizeAddWords, f32: solarizeAddF32Words },
  cases: {
    u8: {
      apply_color_u8: ["return solarize_add_u8(v, read_solarize_add(args));", fn_solarize_add_u8, struct_SolarizeAdd, fn_read_solarize_add]
    },
    f32: {
      apply_color_f32: ["return solarize_add_f32(v, read_solarize_add_f32(args));", fn_solarize_add_f32, struct_SolarizeAddF32, fn_read_solarize_add_f32]
    }
  }
};
const thinPlateSplineShader = {
  id: 38,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: fieldWords, f32: fieldWords },
  cases: {
    u8: {
      apply_warp_u8: ["return gather_warp_u8(warp, at);", fn_gather_warp_u8, fn_warp_axis, struct_Axis, const_WINDOW, override_READS_AVERAGE, const_KIND_SHIFT, const_KIND_AVERAGE, fn_average_u8, const_INSIDE, fn_is_average_inside, fn_average_span, struct_Span, const_TORCHVISION, fn_average_weight, fn_average_distance, fn_mean_10, fn_finish_u8, const_FRACTION_MASK, fn_warp_place, const_KIND_PLACED, fn_unpack_bytes, fn_linear, override_HOMOGRAPHIES, const_KIND_HOMOGRAPHY, const_M8_SHIFT, const_STEPS_SHIFT, fn_divide, const_HELD, fn_is_on, const_INTERPOLATION_SHIFT, const_NEAREST, fn_tap_on, struct_Tap, const_BORDER_SHIFT, const_BORDER_MAPPED, fn_edge_index, const_EDGE_REFLECT, const_EDGE_SYMMETRIC, fn_modulo, const_EDGE_SHIFT, fn_corner_of, override_READS_BILINEAR, const_BILINEAR, fn_bilinear_u8, fn_fraction_12, const_BORDER_FADE, override_READS_BICUBIC, fn_bicubic_u8, fn_cubic_11],
      has_places: ["return true;"],
      place_of: ["return thin_plate_spline_place(read_field(args), at);", fn_thin_plate_spline_place, struct_Field, fn_cubic_place, fn_pixel_centre, const_PLACE_BITS, fn_cell_of, struct_Cell, fn_scaled, const_GRID_BITS, const_WEIGHT_BITS, fn_displaced, struct_Nodes, fn_node_at, fn_host_word, fn_cubic_nodes, fn_read_field]
    },
    f32: {
      apply_warp_f32: ["return gather_warp_f32(warp, at);", fn_gather_warp_f32, fn_warp_axis, struct_Axis, const_WINDOW, override_READS_AVERAGE, const_KIND_SHIFT, const_KIND_AVERAGE, fn_average_f32, const_INSIDE, fn_is_average_inside, fn_average_span, struct_Span, fn_average_distance, const_FRACTION_MASK, fn_warp_place, const_KIND_PLACED, fn_unpack_bytes, fn_linear, override_HOMOGRAPHIES, const_KIND_HOMOGRAPHY, const_M8_SHIFT, const_STEPS_SHIFT, fn_divide, const_HELD, fn_is_on, const_INTERPOLATION_SHIFT, const_NEAREST, fn_tap_on, struct_Tap, const_BORDER_SHIFT, const_BORDER_MAPPED, fn_edge_index, const_EDGE_REFLECT, const_EDGE_SYMMETRIC, fn_modulo, const_EDGE_SHIFT, fn_corner_of, override_READS_BILINEAR, const_BILINEAR, fn_bilinear_f32, fn_fraction_f32, fn_border_f32, const_BORDER_FADE, override_READS_BICUBIC, fn_bicubic_f32, const_TORCHVISION, fn_cubic_f32],
      has_places: ["return true;"],
      place_of: ["return thin_plate_spline_place(read_field(args), at);", fn_thin_plate_spline_place, struct_Field, fn_cubic_place, fn_pixel_centre, const_PLACE_BITS, fn_cell_of, struct_Cell, fn_scaled, const_GRID_BITS, const_WEIGHT_BITS, fn_displaced, struct_Nodes, fn_node_at, fn_host_word, fn_cubic_nodes, fn_read_field]
    }
  }
};
const warpShader = {
  id: 0,
  kernels: [augmentKernels, opQuadsKernels, mixAugmentedKernels],
  words: { u8: noWords, f32: noWords },
  cases: {
    u8: {
      apply_warp_u8: ["return gather_warp_u8(warp, at);", fn_gather_warp_u8, fn_warp_axis, struct_Axis, const_WINDOW, override_READS_AVERAGE, const_KIND_SHIFT, const_KIND_AVERAGE, fn_average_u8, const_INSIDE, fn_is_average_inside, fn_average_span, struct_Span, const_TORCHVISION, fn_average_weight, fn_average_distance, fn_mean_10, fn_finish_u8, const_FRACTION_MASK, fn_warp_place, const_KIND_PLACED, fn_unpack_bytes, fn_linear, override_HOMOGRAPHIES, const_KIND_HOMOGRAPHY, const_M8_SHIFT, const_STEPS_SHIFT, fn_divide, const_HELD, fn_is_on, const_INTERPOLATION_SHIFT, const_NEAREST, fn_tap_on, struct_Tap, const_BORDER_SHIFT, const_BORDER_MAPPED, fn_edge_index, const_EDGE_REFLECT, const_EDGE_SYMMETRIC, fn_modulo, const_EDGE_SHIFT, fn_corner_of, override_READS_BILINEAR, const_BILINEAR, fn_bilinear_u8, fn_fraction_12, const_BORDER_FADE, override_READS_BICUBIC, fn_bicubic_u8, fn_cubic_11]
    },
    f32: {
      apply_warp_f32: ["return gather_warp_f32(warp, at);", fn_gather_warp_f32, fn_warp_axis, struct_Axis, const_WINDOW, override_READS_AVERAGE, const_KIND_SHIFT, const_KIND_AVERAGE, fn_average_f32, const_INSIDE, fn_is_average_inside, fn_average_span, struct_Span, fn_average_distance, const_FRACTION_MASK, fn_warp_place, const_KIND_PLACED, fn_unpack_bytes, fn_linear, override_HOMOGRAPHIES, const_KIND_HOMOGRAPHY, const_M8_SHIFT, const_STEPS_SHIFT, fn_divide, const_HELD, fn_is_on, const_INTERPOLATION_SHIFT, const_NEAREST, fn_tap_on, struct_Tap, const_BORDER_SHIFT, const_BORDER_MAPPED, fn_edge_index, const_EDGE_REFLECT, const_EDGE_SYMMETRIC, fn_modulo, const_EDGE_SHIFT, fn_corner_of, override_READS_BILINEAR, const_BILINEAR, fn_bilinear_f32, fn_fraction_f32, fn_border_f32, const_BORDER_FADE, override_READS_BICUBIC, fn_bicubic_f32, const_TORCHVISION, fn_cubic_f32]
    }
  }
};
function defineOp(op) {
  return op;
}
const fround = Math.fround;
const toFixed = (value, bits) => Math.round(value * 2 ** bits);
const clampByte = (value) => value < 0 ? 0 : value > 255 ? 255 : value;
const clampUnit = (value) => value < 0 ? 0 : value > 1 ? 1 : value;
function blendF32(d, v, factor) {
  const other = fround(1 - factor);
  const blend = (x, degenerate) => clampUnit(fround(fround(factor * x) + fround(other * degenerate)));
  return [blend(v[0], d[0]), blend(v[1], d[1]), blend(v[2], d[2]), v[3]];
}
function shiftU8(v, delta) {
  const shift = (x, by) => clampByte((x << 16) + by + 32768 >> 16);
  return [shift(v[0], delta[0]), shift(v[1], delta[1]), shift(v[2], delta[2]), v[3]];
}
function shiftF32(v, delta) {
  const shift = (x, by) => clampUnit(fround(x + by));
  return [shift(v[0], delta[0]), shift(v[1], delta[1]), shift(v[2], delta[2]), v[3]];
}
function byChannel(name, list, channels, neutral) {
  const allowed = channels === 4 ? [1, 3, 4] : [1, channels];
  if (!allowed.includes(list.length))
    throw new InputError(
      `normalize.${name}`,
      `1 number, or one for each channel of ${channels}-channel pictures`,
      list
    );
  const [red = 0, green = red, blue = red, alpha = neutral] = list;
  return [red, green, blue, alpha];
}
function channelsOf$2({ mean, std }, channels) {
  return {
    mean: byChannel("mean", mean, channels, 0).slice(0, channels),
    std: byChannel("std", std, channels, 1).slice(0, channels)
  };
}
const normalizeOp = defineOp({
  name: "normalize",
  kind: "color",
  target: "nothing",
  shader: normalizeShader,
  about: "(v − mean) / std by channel, torchvision's Normalize, of values where white is 1 whatever the pictures' range. For pictures of floats only: normalised values do not fit bytes (the engine's `output.normalize` normalises whatever the pictures are, after everything else).",
  args: {
    mean: {
      type: "list",
      min: -1e6,
      // No picture has a mean above white: such a number is of levels. One below black undoes a normalisation.
      max: 1,
      identity: [0],
      unit: "white is 1, not 255",
      about: "One number for all colour channels, or one each."
    },
    std: {
      type: "list",
      min: 1e-6,
      max: 1e6,
      identity: [1],
      unit: "white is 1, not 255",
      about: "Standard deviations: one number, or one each."
    }
  },
  floatsOnly: true,
  examples: ({ channels }) => [
    [
      [0.2, 0.2, 0.2],
      [1, 1, 1]
    ],
    [
      [0, 0, 0],
      [0.6, 0.6, 0.6]
    ],
    [
      [0.2, 0.2, 0.2],
      [0.6, 0.6, 0.6]
    ],
    [
      [0.2, 0, 0],
      [0.6, 1, 1]
    ]
  ].map(([mean, std]) => ({ mean: mean.slice(0, channels), std: std.slice(0, channels) })),
  laws: { leavesRangeBy: Number.MAX_VALUE, floatsWithin: 2e-6 },
  encode: () => {
    throw new InputError("normalize", "pictures of floats (format f32 or f16)", found$1("u8 pictures"));
  },
  encodeF32: ({ mean, std }, { channels }) => ({
    mean: byChannel("mean", mean, channels, 0),
    deviation: byChannel("std", std, channels, 1)
  }),
  u8: (v) => v,
  f32: (v, { mean, deviation }) => {
    const normalize = (c) => fround(fround(v[c] - mean[c]) / deviation[c]);
    return [normalize(0), normalize(1), normalize(2), normalize(3)];
  }
});
const factorArg = { type: "number", min: 0, max: 7, identity: 1, unit: "factor" };
const deltaArg = {
  type: "number",
  min: -255,
  max: 255,
  identity: 0,
  unit: "level -255..255"
};
const thresholdArg = { type: "number", min: 0, max: 256, unit: "level 0..256" };
const { SOFT_ONE: ONE$1, SOFT_GUARD: GUARD, SOFT_ZERO_E } = constants.softFloat;
const ZERO$1 = { m: 0, e: SOFT_ZERO_E };
function product$1(factor, value) {
  const exponent = factor >>> 23 & 255;
  const mantissa = factor & 8388607 | 8388608;
  const exact = Math.imul(mantissa, exponent === 0 ? 0 : value) >>> 0;
  if (exact === 0) return ZERO$1;
  const drop = 8 - Math.clz32(exact);
  if (drop <= 0) return { m: exact << -drop, e: exponent - 150 + drop };
  return { m: round24(exact) >>> drop, e: exponent - 150 + drop };
}
function round24(value) {
  const dropped = belowTop(value) >>> 23;
  const odd = (value & dropped + 1 & dropped << 1) !== 0 ? 1 : 0;
  return (value + (dropped >>> 1) + odd & ~dropped) >>> 0;
}
function belowTop(value) {
  let bits = value >>> 1;
  bits |= bits >>> 1;
  bits |= bits >>> 2;
  bits |= bits >>> 4;
  bits |= bits >>> 8;
  return bits | bits >>> 16;
}
function aligned(number, e) {
  const wide = number.m << GUARD;
  const drop = Math.min(e - number.e, 31);
  const lost = wide & (1 << drop) - 1;
  return wide >>> drop | (lost !== 0 ? 1 : 0);
}
function byteOfSum(a, b, isMinus) {
  const e = Math.max(a.e, b.e);
  const sum = isMinus ? aligned(a, e) - aligned(b, e) : aligned(a, e) + aligned(b, e);
  if (sum <= 0 || GUARD - e > 31) return 0;
  return Math.min(round24(sum) >>> GUARD - e, 255);
}
function levels(factor, value) {
  const exponent = factor >>> 23 & 255;
  const mantissa = factor & 8388607 | 8388608;
  const number = round24(Math.imul(mantissa, exponent === 0 ? 0 : value) >>> 0);
  const below = Math.min(150 - exponent, 63);
  if (below <= 32)
    return { whole: below === 32 ? 0 : number >>> below, rest: number << 32 - below >>> 0, isMore: false };
  return { whole: 0, rest: number >>> below - 32, isMore: (number & (1 << below - 32) - 1) !== 0 };
}
function byteOf$1(a, b, isMinus) {
  const taken = b.rest + (b.isMore ? 1 : 0);
  const rest = (isMinus ? a.rest - taken : a.rest + b.rest) >>> 0;
  const isCarried = isMinus ? a.rest < taken : rest < a.rest;
  const carry = isCarried ? isMinus ? -1 : 1 : 0;
  const whole = (isMinus ? a.whole - b.whole : a.whole + b.whole) + carry;
  if (whole < 0) return 0;
  const half = whole === 0 ? 128 : belowTop(whole) + 1 << 8;
  return Math.min(whole + (rest >= 0 - half >>> 0 ? 1 : 0), 255);
}
function scaleByte(v, factor) {
  return Math.min(levels(factor, v).whole, 255);
}
function pillowBlend(d, v, factor) {
  return byteOf$1(levels(ONE$1, d), levels(factor, Math.abs(v - d)), v < d);
}
function peerBlend(d, v, own, other, isTorch) {
  const a = levels(isTorch ? own : ONE$1, isTorch ? v : d);
  const b = levels(isTorch ? other : own, isTorch ? d : Math.abs(v - d));
  return byteOf$1(a, b, isTorch ? other >>> 31 === 1 : v < d);
}
function meanProduct(factor, total, pixels) {
  const exponent = factor >>> 23 & 255;
  if (total === 0 || exponent === 0) return ZERO$1;
  let mean = Math.floor(total / pixels);
  let rest = total - mean * pixels;
  let fraction = 0;
  while (mean < 8388608) {
    rest *= 2;
    mean = 2 * mean + (rest >= pixels ? 1 : 0);
    rest = rest >= pixels ? rest - pixels : rest;
    fraction += 1;
  }
  mean += 2 * rest > pixels || 2 * rest === pixels && (mean & 1) === 1 ? 1 : 0;
  if (mean === 16777216) {
    mean = 8388608;
    fraction -= 1;
  }
  const mantissa = factor & 8388607 | 8388608;
  const outer = (mantissa >> 12) * (mean >> 12);
  const middle2 = (mantissa >> 12) * (mean & 4095) + (mantissa & 4095) * (mean >> 12);
  const inner = (mantissa & 4095) * (mean & 4095) + ((middle2 & 4095) << 12);
  const upper = outer + (middle2 >> 12) + (inner >> 24);
  const lower2 = inner & 16777215;
  const drop = upper >= 8388608 ? 24 : 23;
  const m = upper << 24 - drop | lower2 >> drop;
  const lost = lower2 & (1 << drop) - 1;
  const half = 1 << drop - 1;
  const isUp = lost > half || lost === half && (m & 1) === 1;
  return { m: m + (isUp ? 1 : 0), e: exponent - 150 - fraction + drop };
}
const brightnessOp = defineOp({
  name: "brightness",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: brightnessShader,
  about: "factor · v, clipped, in u8 truncated: Pillow's ImageEnhance.Brightness and torchvision's adjust_brightness, which agree. Keras adds instead: see brightnessDelta.",
  args: { factor: { ...factorArg, about: "0 is black, 1 changes nothing, 2 is twice as bright." } },
  atMagnitude: (magnitude) => ({ factor: 1 + 0.9 * magnitude }),
  encode: ({ factor }) => ({ factor: f32(factor) }),
  encodeF32: ({ factor }) => ({ factor }),
  u8: (v, { factor }) => [scaleByte(v[0], factor), scaleByte(v[1], factor), scaleByte(v[2], factor), v[3]],
  f32: (v, { factor }) => blendF32([0, 0, 0], v, factor)
});
const brightnessDeltaOp = defineOp({
  name: "brightnessDelta",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: brightnessDeltaShader,
  about: "v + delta, clipped: the RandomBrightness of KerasCV and Keras 3, whose factor is delta / 255. In u8 rounded, halves up (Keras returns floats).",
  said: "brightness {delta}",
  args: { delta: { ...deltaArg, about: "What is added to every value." } },
  atMagnitude: (magnitude) => ({ delta: 255 * magnitude }),
  encode: ({ delta }) => ({ delta: toFixed(delta, 16) }),
  encodeF32: ({ delta }) => ({ delta: delta / 255 }),
  u8: (v, { delta }) => shiftU8(v, [delta, delta, delta]),
  f32: (v, { delta }) => shiftF32(v, [delta, delta, delta])
});
const channelShiftOp = defineOp({
  name: "channelShift",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: channelShiftShader,
  about: "Adds a delta of its own to each channel and clips: KerasCV's RandomChannelShift, Kornia's RGBShift. A picture of one channel takes red's. In u8 rounded, halves up.",
  args: {
    red: { ...deltaArg, about: "What is added to channel 0.", default: 0 },
    green: { ...deltaArg, about: "What is added to channel 1.", default: 0 },
    blue: { ...deltaArg, about: "What is added to channel 2.", default: 0 }
  },
  atMagnitude: (magnitude) => ({ red: 127.5 * magnitude, green: -127.5 * magnitude, blue: 127.5 * magnitude }),
  encode: ({ red, green, blue }) => ({ deltas: [toFixed(red, 16), toFixed(green, 16), toFixed(blue, 16)] }),
  encodeF32: ({ red, green, blue }) => ({ deltas: [red / 255, green / 255, blue / 255] }),
  u8: (v, { deltas: [red, green, blue] }, at2) => shiftU8(v, at2.channels === 1 ? [red, red, red] : [red, green, blue]),
  f32: (v, { deltas: [red, green, blue] }, at2) => shiftF32(v, at2.channels === 1 ? [red, red, red] : [red, green, blue])
});
function encode$6({ order }) {
  if (new Set(order).size < 3 || !order.every(Number.isInteger))
    throw new InputError("channelShuffle.order", "0, 1 and 2 in any order", order);
  return { order };
}
const shuffle = (v, { order: [red, green, blue] }) => [
  v[red],
  v[green],
  v[blue],
  v[3]
];
const channelShuffleOp = defineOp({
  name: "channelShuffle",
  kind: "color",
  target: "nothing",
  shader: channelShuffleShader,
  about: "Puts the three colour channels in another order: KerasCV's ChannelShuffle with groups of one channel, torchvision's RandomChannelPermutation. Alpha stays; a picture of one channel has no other order.",
  said: "channels in another order",
  args: {
    order: {
      type: "list",
      length: 3,
      min: 0,
      max: 2,
      identity: [0, 1, 2],
      unit: "channel 0..2",
      about: "For each channel of the result, the channel it is taken from: [2, 1, 0] makes BGR of RGB."
    }
  },
  examples: () => [
    [0, 2, 1],
    [1, 0, 2],
    [2, 1, 0],
    [1, 2, 0]
  ].map((order) => ({ order })),
  encode: encode$6,
  encodeF32: encode$6,
  u8: shuffle,
  f32: shuffle
});
const { GREY_PILLOW, GREY_TORCHVISION } = constants.grey;
const GREY_PEERS = ["pillow", "torchvision"];
const greyOf = (peer) => peer === "torchvision" ? GREY_TORCHVISION : GREY_PILLOW;
function greyU8(v, weights, channels) {
  if (channels === 1) return v[0];
  if (weights === GREY_TORCHVISION) return Math.trunc((2989 * v[0] + 5870 * v[1] + 1140 * v[2]) / 1e4);
  return 19595 * v[0] + 38470 * v[1] + 7471 * v[2] + 32768 >> 16;
}
const RED$1 = fround(0.2989);
const GREEN$1 = fround(0.587);
const BLUE$1 = fround(0.114);
function greyF32(v, channels) {
  if (channels === 1) return v[0];
  return fround(fround(fround(RED$1 * v[0]) + fround(GREEN$1 * v[1])) + fround(BLUE$1 * v[2]));
}
const colorOp = defineOp({
  name: "color",
  kind: "color",
  target: "nothing",
  shader: colorShader,
  about: "Colour saturation: grey + factor · (v − grey), with the grey of the same pixel. Pillow's ImageEnhance.Color rounds the grey; torchvision's adjust_saturation truncates it and has weights that sum to 0.9999. In u8 the result is truncated. Floats follow torchvision. A picture of one channel stays as it is.",
  args: { factor: { ...factorArg, about: "0 is grey, 1 changes nothing, 2 is twice as colourful." } },
  peers: GREY_PEERS,
  laws: { weighsGrey: true },
  atMagnitude: (magnitude) => ({ factor: 1 + 0.9 * magnitude }),
  encode: ({ factor, peer }) => ({ greyOf: greyOf(peer), factor: f32(factor), other: f32(1 - factor) }),
  encodeF32: ({ factor }) => ({ factor }),
  u8: (v, words2, at2) => {
    if (at2.channels === 1) return v;
    const grey = greyU8(v, words2.greyOf, at2.channels);
    const blend = (value) => peerBlend(grey, value, words2.factor, words2.other, words2.greyOf === GREY_TORCHVISION);
    return [blend(v[0]), blend(v[1]), blend(v[2]), v[3]];
  },
  f32: (v, { factor }, at2) => {
    if (at2.channels === 1) return v;
    const grey = greyF32(v, at2.channels);
    return blendF32([grey, grey, grey], v, factor);
  }
});
const asColor = (args) => ({ ...args, factor: 1 - args.factor });
const colorDegenerationOp = defineOp({
  name: "colorDegeneration",
  kind: "color",
  target: "nothing",
  shader: colorDegenerationShader,
  about: "KerasCV's and Keras 3's RandomColorDegeneration: v + factor · (grey − v), which is `color` with the factor 1 − factor. It takes colour away and never adds any. In u8 rounded as `color` is.",
  args: {
    factor: { type: "number", min: 0, max: 1, identity: 0, unit: "factor", about: "0 changes nothing, 1 is grey." }
  },
  peers: GREY_PEERS,
  laws: { weighsGrey: true },
  atMagnitude: (magnitude) => ({ factor: magnitude }),
  encode: (args, context) => colorOp.encode(asColor(args), context),
  encodeF32: (args, context) => colorOp.encodeF32(asColor(args), context),
  u8: colorOp.u8,
  f32: colorOp.f32
});
function powerOf(x, exponent) {
  if (exponent === 1) return Math.max(x, 0);
  if (x <= 0) return exponent === 0 ? 1 : 0;
  return fround(exp(exponent * log(x)));
}
const bend = (x, exponent, gain) => clampUnit(fround(gain * powerOf(x, exponent)));
const BYTE_SCALE$1 = fround(256 - 1e-3);
const gammaOp = defineOp({
  name: "gamma",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: gammaShader,
  about: "gain · v ^ gamma on the scale 0..1, clipped: torchvision's adjust_gamma. In u8 the host makes a table of 256 levels with a power function that is the same in every browser.",
  args: {
    gamma: {
      type: "number",
      min: 0,
      max: 16,
      identity: 1,
      unit: "exponent",
      about: "Above 1 darkens, below 1 brightens."
    },
    gain: { type: "number", min: 0, max: 16, default: 1, identity: 1, unit: "factor", about: "Multiplies the result." }
  },
  laws: { floatsWithin: 1e-5 },
  atMagnitude: (magnitude) => ({ gamma: 1 + 2 * magnitude, gain: 1 }),
  encode: (args, context) => {
    const exponent = fround(args.gamma);
    const gain = fround(args.gain);
    const level2 = (value) => Math.floor(fround(bend(fround(value / 255), exponent, gain) * BYTE_SCALE$1));
    return { curve: context.table(Uint8Array.from({ length: 256 }, (_, value) => level2(value))) };
  },
  encodeF32: ({ gamma, gain }) => ({ exponent: gamma, gain }),
  u8: (v, { curve }, _at, tables) => {
    const first = 16 * curve;
    return [tables[first + v[0]], tables[first + v[1]], tables[first + v[2]], v[3]];
  },
  f32: (v, { exponent, gain }) => [
    bend(v[0], exponent, gain),
    bend(v[1], exponent, gain),
    bend(v[2], exponent, gain),
    v[3]
  ]
});
const grayscaleOp = defineOp({
  name: "grayscale",
  kind: "color",
  target: "nothing",
  shader: grayscaleShader,
  about: 'Grey in all three channels, or with `channels: "one"` a picture of one (then every picture of the batch must become one). Pillow\'s convert("L") rounds, torchvision\'s rgb_to_grayscale truncates and has weights that sum to 0.9999. Floats follow torchvision.',
  said: "turned grey",
  args: {
    channels: {
      type: "choice",
      values: ["same", "one"],
      default: "same",
      unit: "channels",
      about: "Whether the picture keeps its channels, all of them grey, or has one afterwards (KerasCV's output_channels=1)."
    }
  },
  laws: { neutral: "none", weighsGrey: true },
  channelsAfter: ({ channels: kept2 }, channels) => kept2 === "one" ? 1 : channels,
  peers: GREY_PEERS,
  encode: ({ peer }) => ({ greyOf: greyOf(peer) }),
  encodeF32: () => ({}),
  u8: (v, words2, at2) => {
    const grey = greyU8(v, words2.greyOf, at2.channels);
    return [grey, grey, grey, v[3]];
  },
  f32: (v, _words, at2) => {
    const grey = greyF32(v, at2.channels);
    return [grey, grey, grey, v[3]];
  }
});
const sixths = ({ shift }) => {
  return 6 * (shift < 0 ? shift + 1 : shift);
};
function arrange(sixth, high, rising, falling, low) {
  switch (sixth) {
    case 0:
      return [high, rising, low];
    case 1:
      return [falling, high, low];
    case 2:
      return [low, high, rising];
    case 3:
      return [low, falling, high];
    case 4:
      return [rising, low, high];
    default:
      return [high, low, falling];
  }
}
const hueOp = defineOp({
  name: "hue",
  kind: "color",
  target: "nothing",
  shader: hueShader,
  about: "Turns the hue in HSV: torchvision's adjust_hue (and KerasCV's RandomHue with its factor / 2). In u8 computed in integers, within one level of torchvision, which goes through f32 and truncates. Grey stays.",
  said: "hue turned by {shift} of the circle",
  args: {
    shift: {
      type: "number",
      min: -0.5,
      max: 0.5,
      identity: 0,
      unit: "share of the circle",
      about: "1/3 turns red to green; 0.5 and −0.5 are the same, the complement."
    }
  },
  // Through HSV and back.
  laws: { jumps: true, floatsWithin: 1e-6, neutralWithin: 5e-7 },
  atMagnitude: (magnitude) => ({ shift: 0.5 * magnitude }),
  encode: (args) => ({ turn: Math.round(sixths(args) * 1048576) % 6291456 }),
  encodeF32: (args) => ({ turn: sixths(args) }),
  u8: (v, { turn: turn2 }) => {
    const high = Math.max(v[0], v[1], v[2]);
    const low = Math.min(v[0], v[1], v[2]);
    const range2 = high - low;
    if (range2 === 0) return v;
    let hue = 4 * range2 + v[0] - v[1];
    if (high === v[0]) hue = v[1] - v[2];
    else if (high === v[1]) hue = 2 * range2 + v[2] - v[0];
    if (hue < 0) hue += 6 * range2;
    const turned = Math.floor((hue * 1048576 + (range2 >> 1)) / range2) + turn2;
    const sixth = (turned >> 20) % 6;
    const part = range2 * (turned & 1048575);
    const rising = (low << 20) + part + 1024 >> 20;
    const falling = (high << 20) - part + 1024 >> 20;
    return [...arrange(sixth, high, rising, falling, low), v[3]];
  },
  f32: (v, { turn: turn2 }) => {
    const high = Math.max(v[0], v[1], v[2]);
    const low = Math.min(v[0], v[1], v[2]);
    const range2 = fround(high - low);
    if (range2 === 0) return v;
    let hue = fround(4 + fround(fround(v[0] - v[1]) / range2));
    if (high === v[0]) hue = fround(fround(v[1] - v[2]) / range2);
    else if (high === v[1]) hue = fround(2 + fround(fround(v[2] - v[0]) / range2));
    if (hue < 0) hue = fround(hue + 6);
    hue = fround(hue + turn2);
    if (hue >= 6) hue = fround(hue - 6);
    const sixth = Math.min(Math.floor(hue), 5);
    const part = fround(range2 * fround(hue - sixth));
    return [...arrange(sixth, high, fround(low + part), fround(high - part), low), v[3]];
  }
});
const identityOp = defineOp({
  name: "identity",
  kind: "color",
  target: "nothing",
  shader: identityShader,
  about: "Changes nothing: a policy that chooses among ops can choose this one (RandAugment's and TrivialAugment's Identity).",
  said: "left as it is",
  args: {},
  laws: { neutral: () => [{}] },
  encode: () => ({}),
  encodeF32: () => ({}),
  u8: (v) => v,
  f32: (v) => v
});
const invertOp = defineOp({
  name: "invert",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: invertShader,
  about: "The negative: 255 − v, in floats 1 − v. Pillow and torchvision agree.",
  said: "inverted",
  args: {},
  laws: { neutral: "none" },
  encode: () => ({}),
  encodeF32: () => ({}),
  u8: (v) => [255 - v[0], 255 - v[1], 255 - v[2], v[3]],
  f32: (v) => [fround(1 - v[0]), fround(1 - v[1]), fround(1 - v[2]), v[3]]
});
const posterizeOp = defineOp({
  name: "posterize",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: posterizeShader,
  about: "Keeps the upper bits of each channel. 8 changes nothing, 0 gives black (timm's and torchvision's reading). In floats, as torchvision v2: floor(v · 2^bits) / 2^bits below 1; 8 bits change nothing there either.",
  said: "posterized to {bits}",
  args: {
    bits: {
      type: "integer",
      min: 0,
      max: 8,
      identity: 8,
      unit: "bits",
      about: "How many bits of each channel are kept."
    }
  },
  laws: { jumps: true },
  atMagnitude: (magnitude) => ({ bits: Math.round(8 - 7 * magnitude) }),
  encode: ({ bits }) => ({ mask: 256 - (1 << 8 - bits) }),
  encodeF32: ({ bits }) => ({ levels: bits === 8 ? 0 : 1 << bits }),
  u8: (v, { mask }) => [v[0] & mask, v[1] & mask, v[2] & mask, v[3]],
  f32: (v, { levels: levels2 }) => {
    if (levels2 === 0) return v;
    const cut2 = (x) => Math.min(Math.max(Math.floor(fround(x * levels2)), 0), levels2 - 1) / levels2;
    return [cut2(v[0]), cut2(v[1]), cut2(v[2]), v[3]];
  }
});
const U8_SCALE = 16;
const U8_OFFSET = 4095;
const rescaleOp = defineOp({
  name: "rescale",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: rescaleShader,
  about: "scale · v + offset, Keras's Rescaling. In u8 rounded, halves up, and clipped, with |scale| at most 16 and |offset| at most 4095. Floats are not clipped.",
  args: {
    scale: { type: "number", min: -65536, max: 65536, identity: 1, unit: "factor", about: "Multiplies every value." },
    offset: {
      type: "number",
      min: -65536,
      max: 65536,
      default: 0,
      identity: 0,
      unit: "level",
      about: "Added afterwards, on the scale where white is 255."
    }
  },
  laws: { leavesRangeBy: Number.MAX_VALUE },
  atMagnitude: (magnitude) => ({ scale: 1 - 0.75 * magnitude, offset: 0 }),
  encode: ({ scale, offset }) => {
    if (Math.abs(scale) > U8_SCALE)
      throw new InputError("rescale.scale", `${-U8_SCALE} to ${U8_SCALE} for u8 pictures`, scale);
    if (Math.abs(offset) > U8_OFFSET)
      throw new InputError("rescale.offset", `${-U8_OFFSET} to ${U8_OFFSET} for u8 pictures`, offset);
    return { scale: toFixed(scale, 18), offset: toFixed(offset, 18) };
  },
  encodeF32: ({ scale, offset }) => ({ scale, offset: offset / 255 }),
  u8: (v, { scale, offset }) => {
    const rescale = (x) => clampByte(x * scale + offset + 131072 >> 18);
    return [rescale(v[0]), rescale(v[1]), rescale(v[2]), v[3]];
  },
  f32: (v, { scale, offset }) => {
    const rescale = (x) => fround(fround(x * scale) + offset);
    return [rescale(v[0]), rescale(v[1]), rescale(v[2]), v[3]];
  }
});
const multiplierOf = ({ factor }, most) => {
  return factor < 1 ? Math.min(factor / (1 - factor), most) : most;
};
const saturationOp = defineOp({
  name: "saturation",
  kind: "color",
  target: "nothing",
  shader: saturationShader,
  about: "Multiplies S of HSV by factor / (1 − factor) and keeps H and V: KerasCV's RandomSaturation. A factor of 1, where KerasCV divides by zero, saturates fully; grey stays grey. In u8 rounded, halves up. For torchvision's saturation see `color`.",
  args: {
    factor: {
      type: "number",
      min: 0,
      max: 1,
      identity: 0.5,
      unit: "factor",
      about: "0 takes all colour away (each channel becomes the largest), 0.5 changes nothing, 1 makes S 1."
    }
  },
  // The smallest channel can fall short of 0 in its last place.
  laws: { leavesRangeBy: 1e-7, jumps: true, floatsWithin: 1e-6 },
  atMagnitude: (magnitude) => ({ factor: 0.5 - 0.5 * magnitude }),
  encode: (args) => ({ multiplier: Math.round(multiplierOf(args, 256) * 65536) }),
  encodeF32: (args) => ({ multiplier: multiplierOf(args, 1e38) }),
  u8: (v, { multiplier }) => {
    const high = Math.max(v[0], v[1], v[2]);
    const low = Math.min(v[0], v[1], v[2]);
    const range2 = high - low;
    if (range2 === 0) return v;
    if (multiplier * range2 >= high * 65536) {
      const saturate = (x) => Math.floor((2 * high * (x - low) + range2) / (2 * range2));
      return [saturate(v[0]), saturate(v[1]), saturate(v[2]), v[3]];
    }
    const scale = (x) => high * 65536 - multiplier * (high - x) + 32768 >> 16;
    return [scale(v[0]), scale(v[1]), scale(v[2]), v[3]];
  },
  f32: (v, words2) => {
    const high = Math.max(v[0], v[1], v[2]);
    const low = Math.min(v[0], v[1], v[2]);
    const range2 = fround(high - low);
    if (range2 <= 0 || high <= 0) return v;
    const multiplier = Math.min(words2.multiplier, fround(high / range2));
    const scale = (x) => fround(high - fround(multiplier * fround(high - x)));
    return [scale(v[0]), scale(v[1]), scale(v[2]), v[3]];
  }
});
const { SEPIA_ONE } = constants.sepia;
const toneOf = ([red, green, blue], r, g, b) => clampUnit(fround(fround(fround(red * r) + fround(green * g)) + fround(blue * b)));
const RED = [0.393, 0.769, 0.189].map(fround);
const GREEN = [0.349, 0.686, 0.168].map(fround);
const BLUE = [0.272, 0.534, 0.131].map(fround);
const sepiaOp = defineOp({
  name: "sepia",
  kind: "color",
  target: "nothing",
  shader: sepiaShader,
  about: "Blends with the picture in sepia, clipped: R' = 0.393 R + 0.769 G + 0.189 B, G' = 0.349 R + 0.686 G + 0.168 B, B' = 0.272 R + 0.534 G + 0.131 B. albumentations' ToSepia within a level, because OpenCV rounds these weights; Kornia's sepia with rescale=False, clipped. In u8 rounded once, after the blend, halves up. A picture of one channel is taken for grey and keeps the sepia's red: at most 1.351 times as bright.",
  args: {
    amount: {
      type: "number",
      min: 0,
      max: 1,
      default: 1,
      identity: 0,
      unit: "share",
      about: "How much of the result is sepia: 0 changes nothing, 1 is sepia alone."
    }
  },
  atMagnitude: (magnitude) => ({ amount: magnitude }),
  encode: ({ amount }) => ({ amount: Math.round(amount * SEPIA_ONE) }),
  encodeF32: ({ amount }) => ({ amount }),
  u8: ([r, g, b, a], { amount }) => {
    const red = 393 * r + 769 * g + 189 * b;
    const green = 349 * r + 686 * g + 168 * b;
    const blue = 272 * r + 534 * g + 131 * b;
    const blend = (sum, value) => {
      const sepia = Math.min(sum, 255e3);
      const blended = amount * sepia + (SEPIA_ONE - amount) * 1e3 * value;
      return Math.trunc((blended + 500 * SEPIA_ONE) / (1e3 * SEPIA_ONE));
    };
    return [blend(red, r), blend(green, g), blend(blue, b), a];
  },
  f32: ([r, g, b, a], { amount }) => blendF32([r, g, b], [toneOf(RED, r, g, b), toneOf(GREEN, r, g, b), toneOf(BLUE, r, g, b), a], amount)
});
const WHITE = 255 << 16;
const solarizationOp = defineOp({
  name: "solarization",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: solarizationShader,
  about: "KerasCV's Solarization: z = clip(v + addition), then z < t ? z : 255 − z. Unlike solarizeAdd it adds to every value, and it inverts. In u8 fractions of a level count in the comparison, and the result is rounded, halves up.",
  args: {
    addition: { ...deltaArg, about: "What is added before the comparison.", default: 0 },
    threshold: { ...thresholdArg, about: "Sums from here on are inverted.", identity: 256 }
  },
  // At full strength it only inverts the sum, whose bright parts the addition had changed more.
  laws: { jumps: true, shrinksBy: 0.01 },
  atMagnitude: (magnitude) => ({ addition: 110 * magnitude, threshold: 256 * (1 - magnitude) }),
  encode: ({ addition, threshold }) => ({ addition: toFixed(addition, 16), threshold: toFixed(threshold, 16) }),
  encodeF32: ({ addition, threshold }) => ({ addition: addition / 255, threshold: threshold / 255 }),
  u8: (v, { addition, threshold }) => {
    const solarize = (x) => {
      const sum = Math.min(Math.max((x << 16) + addition, 0), WHITE);
      return (sum < threshold ? sum : WHITE - sum) + 32768 >> 16;
    };
    return [solarize(v[0]), solarize(v[1]), solarize(v[2]), v[3]];
  },
  f32: (v, { addition, threshold }) => {
    const solarize = (x) => {
      const sum = clampUnit(fround(x + addition));
      return sum < threshold ? sum : fround(1 - sum);
    };
    return [solarize(v[0]), solarize(v[1]), solarize(v[2]), v[3]];
  }
});
const solarizeOp = defineOp({
  name: "solarize",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: solarizeShader,
  about: "Inverts what is at or above a threshold: v < t ? v : 255 − v. Pillow and torchvision agree; a threshold between two levels (torchvision's 178.5) is legal.",
  said: "solarized from {threshold}",
  args: {
    threshold: {
      ...thresholdArg,
      about: "Values from here on are inverted: 256 changes nothing, 0 inverts everything.",
      identity: 256
    }
  },
  laws: { jumps: true },
  atMagnitude: (magnitude) => ({ threshold: 256 * (1 - magnitude) }),
  encode: ({ threshold }) => ({ threshold: Math.ceil(threshold) }),
  encodeF32: ({ threshold }) => ({ threshold: threshold / 255 }),
  u8: (v, { threshold }) => {
    const solarize = (x) => x < threshold ? x : 255 - x;
    return [solarize(v[0]), solarize(v[1]), solarize(v[2]), v[3]];
  },
  f32: (v, { threshold }) => {
    const solarize = (x) => x >= threshold ? fround(1 - x) : x;
    return [solarize(v[0]), solarize(v[1]), solarize(v[2]), v[3]];
  }
});
const solarizeAddOp = defineOp({
  name: "solarizeAdd",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: solarizeAddShader,
  about: "Adds to what is below a threshold: v < t ? clip(v + addition) : v (timm's and the TensorFlow models' SolarizeAdd). In u8 the addition is rounded to a whole level, halves up.",
  said: "{addition} below {threshold}",
  args: {
    addition: { ...deltaArg, about: "What is added." },
    threshold: { ...thresholdArg, about: "Values from here on stay as they are.", default: 128, identity: 0 }
  },
  laws: { jumps: true },
  atMagnitude: (magnitude) => ({ addition: 110 * magnitude, threshold: 128 }),
  encode: ({ addition, threshold }) => ({ addition: Math.floor(addition + 0.5), threshold: Math.ceil(threshold) }),
  encodeF32: ({ addition, threshold }) => ({ addition: addition / 255, threshold: threshold / 255 }),
  u8: (v, { addition, threshold }) => {
    const add = (x) => x < threshold ? clampByte(x + addition) : x;
    return [add(v[0]), add(v[1]), add(v[2]), v[3]];
  },
  f32: (v, { addition, threshold }) => {
    const add = (x) => x < threshold ? clampUnit(fround(x + addition)) : x;
    return [add(v[0]), add(v[1]), add(v[2]), v[3]];
  }
});
const boxArg$1 = {
  type: "list",
  length: 4,
  min: -65535,
  max: 65535,
  unit: "pixels",
  about: "[x0, y0, x1, y1), half-open and in whole pixels, cut off at the picture's edges. An empty box changes nothing."
};
const fillArg$1 = {
  type: "list",
  min: 0,
  max: 255,
  default: [0],
  unit: "level 0..255",
  about: "One value for all colour channels or one for each; a fourth is for alpha, which is left alone otherwise."
};
const keyArg = {
  type: "list",
  length: 2,
  min: 0,
  max: 4294967295,
  isNoRange: true,
  unit: "two u32",
  about: "Names the noise: the same key, picture size and pixel give the same noise, another key gives noise independent of it."
};
const emptyBoxes = ({ width }) => [
  { box: [1, 1, 1, 5] },
  { box: [width, 0, width + 9, 9] }
];
function clippedBox(box, { width, height }) {
  const clip = (value, size) => Math.min(Math.max(Math.round(value), 0), size);
  return [clip(box[0], width), clip(box[1], height), clip(box[2], width), clip(box[3], height)];
}
function encodeBox(box, context) {
  const [x0, y0, x1, y1] = clippedBox(box, context);
  return { first: x0 | y0 << 16, end: x1 | y1 << 16 };
}
function inBox({ first, end }, x, y) {
  return x >= (first & 65535) && y >= first >>> 16 && x < (end & 65535) && y < end >>> 16;
}
function fillOf(fill2, channels) {
  const [first] = fill2;
  return channels === 1 ? [first, first, first, fill2[3] ?? 0] : [first, fill2[1] ?? first, fill2[2] ?? first, fill2[3] ?? 0];
}
const encodeFill = (fill2, channels) => fillOf(fill2, channels).reduce((word, level2, i) => (word | Math.round(level2) << 8 * i) >>> 0, 0);
function encodeFillF32(fill2, channels) {
  const [red, green, blue, alpha] = fillOf(fill2, channels);
  return [red / 255, green / 255, blue / 255, alpha / 255];
}
const byteOf = (word, channel) => word >>> 8 * channel & 255;
const filled$1 = (word, alpha) => [
  byteOf(word, 0),
  byteOf(word, 1),
  byteOf(word, 2),
  alpha
];
const cutoutOp = defineOp({
  kind: "mask",
  target: "hides",
  name: "cutout",
  shader: cutoutShader,
  about: "Fills a box (DeVries and Taylor, 2017): torchvision's erase with a value, KerasCV's RandomCutout with a constant, TensorFlow Models' Cutout with fill [128]. Exact. For noise in a box see `erase`.",
  said: "box {box} cut out",
  args: { box: boxArg$1, fill: fillArg$1 },
  examples: () => [
    [12, 12, 28, 28],
    [24, 36, 56, 68],
    [36, 20, 84, 68],
    [16, 16, 80, 80]
  ].map((box) => ({ box, fill: [128] })),
  laws: { floatsWithin: 0, neutral: emptyBoxes },
  hidden: ({ box }, size) => ({ box: clippedBox(box, size) }),
  encode(args, context) {
    const { box, fill: fill2 } = args;
    return {
      ...encodeBox(box, context),
      fill: encodeFill(fill2, context.channels),
      fillsAlpha: fill2.length > 3 ? 1 : 0
    };
  },
  encodeF32(args, context) {
    const { box, fill: fill2 } = args;
    return {
      ...encodeBox(box, context),
      fill: encodeFillF32(fill2, context.channels),
      fillsAlpha: fill2.length > 3 ? 1 : 0
    };
  },
  u8(v, words2, { x, y }) {
    if (!inBox(words2, x, y)) return v;
    return filled$1(words2.fill, words2.fillsAlpha === 1 ? byteOf(words2.fill, 3) : v[3]);
  },
  f32(v, words2, { x, y }) {
    if (!inBox(words2, x, y)) return v;
    const [red, green, blue, alpha] = words2.fill;
    return [red, green, blue, words2.fillsAlpha === 1 ? alpha : v[3]];
  }
});
const QUANTILES = [
  1380995754,
  1370837503,
  1362317682,
  1355043066,
  1345605777,
  1335250913,
  1326534481,
  1318997718,
  1309363818,
  1298746806,
  1289768226,
  1282100387,
  1272204341,
  1261194108,
  1252018916,
  1244088930,
  1233930737,
  1222658354,
  1213221013,
  1205028879,
  1194608539,
  1182942935,
  1173177909,
  1164789163,
  1153975603,
  1141982312,
  1131889601,
  1123238707,
  1112031927,
  1099645413,
  1089225016,
  1080180901,
  1068646436,
  1055735627,
  1044922007,
  1035550206,
  1023556985,
  1010121879,
  998915036,
  989150013,
  976632497,
  962673094,
  950876419,
  940718173,
  927610827,
  912996053,
  900609545,
  889927002,
  876164289,
  860828606,
  847786728,
  836579888,
  822030734,
  805777533,
  792014746,
  780086999,
  764620332,
  747318537,
  732638231,
  719858503,
  703343248,
  684796248,
  669001812,
  655239028,
  637347502,
  617227613,
  600056898,
  585048910,
  565453430,
  543301892,
  524361677,
  507649726,
  485825998,
  460987440,
  439491281,
  420551070,
  395516044,
  366745263,
  341644567,
  319230894,
  289280616,
  254152745,
  222957106,
  194514028,
  155454155,
  108005330,
  63702297,
  21037700,
  0
];
const quantile = (i) => QUANTILES[i >> 1] >>> 16 * (i & 1) & 65535;
function normal12(word) {
  const tail = word >>> 1;
  const octave = Math.min(Math.clz32(tail | 1) - 1, 21);
  const fraction = Math.max(tail << octave + 1 >>> 16, 32768) & 32767;
  const node = 8 * (21 - octave) + (fraction >> 12);
  const far = quantile(node);
  const size = far - ((far - quantile(node + 1)) * (fraction & 4095) + 2048 >> 12);
  return (word & 1) === 1 ? 0 - size : size;
}
const scratch = new Uint32Array(2);
function noiseWord(k0, k1, pixel, channel) {
  threefry2x32({ k0, k1 }, pixel, channel, scratch);
  return scratch[0];
}
const LEVEL_BITS$1 = 7;
const NOISE_UNIT$1 = Math.fround(1 / (255 << LEVEL_BITS$1));
const DEFAULT_MEAN = 127.5;
const DEFAULT_STD = 63.75;
function encodeNoise(mean, std) {
  const fixed2 = (level2) => Math.round(level2 * (1 << LEVEL_BITS$1));
  return fixed2(mean) | fixed2(std) << 16;
}
function fillNoise(k0, k1, pixel, channel, noise) {
  const word = noiseWord(k0, k1, pixel, channel);
  return (noise & 32767) + (Math.imul(noise >>> 16 & 32767, normal12(word)) + 2048 >> 12);
}
const noiseByte = (noise) => clampByte(noise + (1 << LEVEL_BITS$1 - 1) >> LEVEL_BITS$1);
const noiseF32 = (noise) => Math.fround(noise * NOISE_UNIT$1);
const {
  ERASE_CONSTANT: CONSTANT,
  ERASE_CHANNEL: CHANNEL,
  ERASE_PIXEL: PIXEL$1,
  ERASE_MODE: MODE,
  ERASE_ALPHA: ALPHA
} = constants.erase;
const levelsArg = (fallback) => ({
  type: "list",
  min: 0,
  max: 255,
  default: fallback,
  unit: "level 0..255"
});
const eraseOp = defineOp({
  kind: "mask",
  target: "hides",
  name: "erase",
  shader: eraseShader,
  about: "Fills a box: random erasing (Zhong et al., 2020). `constant` is torchvision's erase with a value; `channel` draws one colour for the box and `pixel` one for every pixel, from N(mean, std), as timm's modes rand and pixel do on normalised pictures (there N(0, 1): give 255 times the mean and std of the dataset). u8 noise is rounded and clipped; f32 noise is the same numbers in steps of 1/32640, not clipped. Alpha is left alone, unless a constant fill has a fourth value.",
  said: "box {box} erased",
  args: {
    box: boxArg$1,
    mode: {
      type: "choice",
      values: ["constant", "channel", "pixel"],
      default: "constant",
      unit: "name",
      about: "What the box is filled with: `fill`, one noise value per channel, or one per pixel and channel."
    },
    fill: fillArg$1,
    mean: { ...levelsArg([DEFAULT_MEAN]), about: "Of the noise: one value, or one per channel." },
    std: { ...levelsArg([DEFAULT_STD]), about: "Standard deviation of the noise: one value, or one per channel." },
    key: { ...keyArg, default: [0, 0] }
  },
  examples: () => [
    { box: [52, 44, 84, 84] },
    { box: [20, 24, 76, 60], mode: "channel", key: [1, 2] },
    { box: [20, 24, 76, 60], mode: "pixel", key: [1, 2] },
    { box: [12, 12, 84, 84], fill: [255, 120, 0] }
  ],
  laws: {
    floatsWithin: 1e-6,
    neutral: (picture) => emptyBoxes(picture).flatMap((args) => [args, { ...args, mode: "pixel" }])
  },
  hidden: ({ box }, size) => ({ box: clippedBox(box, size) }),
  encode(args, context) {
    const { box, mode, fill: fill2 } = args;
    if (mode !== "constant") return encodeNoisyBox(args, context);
    const bytes2 = encodeFill(fill2, context.channels);
    return { ...encodeBox(box, context), mode: constantMode(fill2), key: [bytes2, 0], noise: [0, 0, 0] };
  },
  encodeF32(args, context) {
    const { box, mode, fill: fill2 } = args;
    if (mode !== "constant") return encodeNoisyBox(args, context);
    const [red, green, blue, alpha] = encodeFillF32(fill2, context.channels);
    return {
      ...encodeBox(box, context),
      mode: constantMode(fill2),
      key: [f32(alpha), 0],
      noise: [f32(red), f32(green), f32(blue)]
    };
  },
  u8(v, words2, at2) {
    if (!inBox(words2, at2.x, at2.y)) return v;
    if ((words2.mode & MODE) === CONSTANT) {
      const [bytes2] = words2.key;
      return filled$1(bytes2, (words2.mode & ALPHA) !== 0 ? byteOf(bytes2, 3) : v[3]);
    }
    const noise = noiseAt$2(words2, at2);
    return [noiseByte(noise(0)), noiseByte(noise(1)), noiseByte(noise(2)), v[3]];
  },
  f32(v, words2, at2) {
    if (!inBox(words2, at2.x, at2.y)) return v;
    if ((words2.mode & MODE) === CONSTANT) {
      const [red, green, blue] = words2.noise;
      return [asF32(red), asF32(green), asF32(blue), (words2.mode & ALPHA) !== 0 ? asF32(words2.key[0]) : v[3]];
    }
    const noise = noiseAt$2(words2, at2);
    return [noiseF32(noise(0)), noiseF32(noise(1)), noiseF32(noise(2)), v[3]];
  }
});
const constantMode = (fill2) => CONSTANT | (fill2.length > 3 ? ALPHA : 0);
function encodeNoisyBox({ box, mode, mean, std, key }, context) {
  const of = (levels2, channel) => levels2[context.channels === 1 ? 0 : Math.min(channel, levels2.length - 1)];
  const noise = (channel) => encodeNoise(of(mean, channel), of(std, channel));
  return {
    ...encodeBox(box, context),
    mode: mode === "pixel" ? PIXEL$1 : CHANNEL,
    key,
    noise: [noise(0), noise(1), noise(2)]
  };
}
function noiseAt$2({ mode, key: [k0, k1], noise }, { x, y, width, channels }) {
  const pixel = mode === PIXEL$1 ? y * width + x : 0;
  return (channel) => fillNoise(k0, k1, pixel, channels === 1 ? 0 : channel, noise[channel]);
}
const LEVEL_BITS = 8;
const NOISE_UNIT = fround(1 / (255 << LEVEL_BITS));
const gaussianNoiseOp = defineOp({
  kind: "mask",
  target: "nothing",
  name: "gaussianNoise",
  shader: gaussianNoiseShader,
  about: "Adds noise from N(0, std) to every pixel and colour channel, independently, and clips: torchvision's GaussianNoise. u8 is rounded; f32 adds the same numbers in steps of 1/65280. A picture of one channel keeps equal channels; alpha is left alone.",
  said: "Gaussian noise of {std}",
  args: {
    std: {
      type: "number",
      min: 0,
      max: 255,
      identity: 0,
      unit: "level 0..255",
      about: "Standard deviation of the noise, in steps of 1/256."
    },
    key: keyArg
  },
  laws: { floatsWithin: 1e-6 },
  atMagnitude: (magnitude) => ({ std: 50 * magnitude, key: [0, 0] }),
  encode: encode$5,
  encodeF32: encode$5,
  u8(v, words2, at2) {
    const add = (channel) => clampByte(v[channel] + (noiseAt$1(words2, at2, channel) + 128 >> LEVEL_BITS));
    return [add(0), add(1), add(2), v[3]];
  },
  f32(v, words2, at2) {
    const add = (channel) => clampUnit(fround(v[channel] + fround(noiseAt$1(words2, at2, channel) * NOISE_UNIT)));
    return [add(0), add(1), add(2), v[3]];
  }
});
function encode$5({ std, key }) {
  return { key, deviation: Math.round(std * (1 << LEVEL_BITS)) };
}
function noiseAt$1({ key: [k0, k1], deviation }, { x, y, width, channels }, channel) {
  const word = noiseWord(k0, k1, y * width + x, channels === 1 ? 0 : channel);
  return Math.imul(deviation, normal12(word)) + 2048 >> 12;
}
const RADIANS = Math.PI / 180;
function sinDegrees(degrees) {
  const turned = degrees % 360;
  const angle = Math.abs(turned);
  const sign = turned < 0 !== angle > 180 ? -1 : 1;
  return sign * firstQuadrant(angle % 180 > 90 ? 180 - angle % 180 : angle % 180);
}
function cosDegrees(degrees) {
  const angle = Math.abs(degrees % 360);
  const folded2 = angle > 180 ? 360 - angle : angle;
  return folded2 > 90 ? -firstQuadrant(folded2 - 90) : firstQuadrant(90 - folded2);
}
const tanDegrees = (degrees) => sinDegrees(degrees) / cosDegrees(degrees);
function firstQuadrant(degrees) {
  if (degrees > 45) return series(1, (90 - degrees) * RADIANS, 0);
  return series(degrees * RADIANS, degrees * RADIANS, 1);
}
function series(first, x, k) {
  let term = first;
  let sum = 0;
  for (let i = k; i < k + 28; i += 2) {
    sum += term;
    term = -term * x * x / ((i + 1) * (i + 2));
  }
  return sum;
}
const NOISY = constants.gridMask.GRID_NOISY;
const levelArg = (fallback) => ({
  type: "number",
  min: 0,
  max: 255,
  default: fallback,
  unit: "level 0..255"
});
const gridMaskOp = defineOp({
  kind: "mask",
  target: "hides",
  name: "gridMask",
  shader: gridMaskShader,
  about: "Square holes on a grid (Chen et al., 2020), as KerasCV's GridMask lays them: on a square canvas of side S = ceil(sqrt(H² + W²)), whose middle is the picture, holes are [k u - d - ratio u, k u - d) on both axes, for a unit u and offsets d; then the canvas is turned about its centre. KerasCV interpolates the turned mask and lets every touched pixel be a hole, so its holes grow; here a pixel is a hole where its own position falls into one. The grid has no end, where KerasCV's may lack the last line in a far corner. An edge that falls on a pixel to within 2^-20 of a unit counts as reached. Alpha is left alone. Noise is as in `erase`. For DALI's grid_mask see `fromDali`.",
  args: {
    unit: {
      type: "number",
      min: 1,
      max: 65535,
      unit: "pixels",
      about: "Side of a unit of the grid: a hole and the space to the next."
    },
    ratio: {
      type: "number",
      min: 0,
      max: 1,
      identity: 0,
      unit: "share of a unit",
      about: "Side of a hole; 1 is all hole."
    },
    offset: {
      type: "list",
      length: 2,
      min: -65535,
      max: 65535,
      default: [0, 0],
      unit: "pixels",
      about: "[dx, dy]: how far the holes are moved to the left and up."
    },
    rotation: {
      type: "number",
      min: -360,
      max: 360,
      default: 0,
      unit: "degrees",
      about: "How far the grid is turned, counter-clockwise."
    },
    mode: {
      type: "choice",
      values: ["constant", "pixel"],
      default: "constant",
      unit: "name",
      about: "What the holes are filled with: `fill`, or noise from N(mean, std), one value per pixel and channel."
    },
    fill: { ...fillArg$1, about: "Of the holes: one value for all colour channels or one for each." },
    mean: { ...levelArg(DEFAULT_MEAN), about: "Of the noise, in every channel." },
    std: { ...levelArg(DEFAULT_STD), about: "Standard deviation of the noise, in every channel." },
    key: { ...keyArg, default: [0, 0] }
  },
  laws: { floatsWithin: 1e-6 },
  atMagnitude: (magnitude) => ({ unit: 32, ratio: 0.9 * magnitude }),
  hidden(args, size) {
    const grid = encodeGrid(args, size);
    return { hides: (x, y) => inHole(grid, { x, y }) };
  },
  encode(args, context) {
    const grid = encodeGrid(args, context);
    if (args.mode === "pixel") return { ...grid, ...encodeNoisyFill(args) };
    return { ...grid, key: [encodeFill(args.fill, context.channels), 0], noise: 0 };
  },
  encodeF32(args, context) {
    const grid = encodeGrid(args, context);
    if (args.mode === "pixel") return { ...grid, ...encodeNoisyFill(args) };
    const [red, green, blue] = encodeFillF32(args.fill, context.channels);
    return { ...grid, key: [f32(red), f32(green)], noise: f32(blue) };
  },
  u8(v, words2, at2) {
    if (!inHole(words2, at2)) return v;
    if (!isNoisy(words2)) return filled$1(words2.key[0], v[3]);
    const noise = noiseAt(words2, at2);
    return [noiseByte(noise(0)), noiseByte(noise(1)), noiseByte(noise(2)), v[3]];
  },
  f32(v, words2, at2) {
    if (!inHole(words2, at2)) return v;
    if (!isNoisy(words2)) return [asF32(words2.key[0]), asF32(words2.key[1]), asF32(words2.noise), v[3]];
    const noise = noiseAt(words2, at2);
    return [noiseF32(noise(0)), noiseF32(noise(1)), noiseF32(noise(2)), v[3]];
  }
});
function encodeNoisyFill({
  mean,
  std,
  key
}) {
  return { key, noise: encodeNoise(mean, std) | NOISY };
}
const isNoisy = ({ noise }) => (noise & NOISY) !== 0;
function noiseAt({ key: [k0, k1], noise }, { x, y, width, channels }) {
  return (channel) => fillNoise(k0, k1, y * width + x, channels === 1 ? 0 : channel, noise);
}
const UNIT = 4294967296;
function encodeGrid({ unit, ratio, offset, rotation }, { width, height }) {
  const side = canvasSide(width, height);
  const [cos, sin] = [cosDegrees(rotation), sinDegrees(rotation)];
  const centre = (side - 1) / 2;
  const [x, y] = [(side - width >> 1) - centre, (side - height >> 1) - centre];
  const slack = 2 * side + 16;
  return {
    across: phase(cos / unit, 0),
    down: phase(sin / unit, 0),
    phase: [
      phase((cos * x - sin * y + centre + offset[0]) / unit, slack),
      phase((sin * x + cos * y + centre + offset[1]) / unit, slack)
    ],
    hole: Math.round((1 - ratio) * (UNIT / 2))
  };
}
function phase(units, slack) {
  return Math.round((units - Math.floor(units)) * UNIT) + slack;
}
const canvasSide = (width, height) => Math.ceil(Math.sqrt(width * width + height * height));
function inHole({ across: cos, down: sin, phase: [x0, y0], hole }, { x, y }) {
  const across = Math.imul(cos, x) - Math.imul(sin, y) + x0 >>> 1;
  const down = Math.imul(sin, x) + Math.imul(cos, y) + y0 >>> 1;
  return across >= hole && down >= hole;
}
const CERTAIN = 2147483648;
const shareArg = (colour) => ({
  type: "number",
  min: 0,
  max: 1,
  default: 0,
  identity: 0,
  unit: "probability",
  about: `That a pixel becomes ${colour}.`
});
const saltAndPepperOp = defineOp({
  kind: "mask",
  target: "nothing",
  name: "saltAndPepper",
  shader: saltAndPepperShader,
  about: "Turns pixels white or black at random, all colour channels of a pixel alike. Exact in u8 and f32. Alpha is left alone.",
  args: { salt: shareArg("white"), pepper: shareArg("black"), key: keyArg },
  laws: { floatsWithin: 0 },
  atMagnitude: (magnitude) => ({ salt: 0.25 * magnitude, pepper: 0.25 * magnitude, key: [0, 0] }),
  encode: encode$4,
  encodeF32: encode$4,
  u8: (v, words2, at2) => sprinkle(v, words2, at2, 255),
  f32: (v, words2, at2) => sprinkle(v, words2, at2, 1)
});
function encode$4({
  salt,
  pepper,
  key
}) {
  if (salt + pepper > 1) throw new InputError("salt", `at most 1 with pepper = ${pepper} added`, salt);
  return { key, salt: Math.round(salt * CERTAIN), either: Math.round((salt + pepper) * CERTAIN) };
}
function sprinkle(v, { key: [k0, k1], salt, either }, { x, y, width }, white) {
  const draw = noiseWord(k0, k1, y * width + x, 0) >>> 1;
  if (draw < salt) return [white, white, white, v[3]];
  if (draw < either) return [0, 0, 0, v[3]];
  return v;
}
const downscaleOp = defineOp({
  kind: "stencil",
  target: "nothing",
  name: "downscale",
  shader: downscaleShader,
  about: "The picture at a lower resolution and its own size, as albumentations' Downscale with area and nearest interpolation: every block of factor × factor pixels becomes their mean, alpha too. Blocks begin at the top left; what is left of one at the right or bottom is a block. u8 means are rounded, halves up. Cost: factor² reads per pixel.",
  said: "in blocks of {factor}",
  args: {
    factor: { type: "integer", min: 1, max: 16, identity: 1, unit: "pixels", about: "Side of a block." }
  },
  laws: { floatsWithin: 1e-6 },
  atMagnitude: (magnitude) => ({ factor: 1 + Math.round(7 * magnitude) }),
  encode: ({ factor }) => ({ factor }),
  encodeF32: ({ factor }) => ({ factor }),
  u8(fetch, { factor }, at2) {
    const { sum, count } = blockOf(fetch, factor, at2, (a, b) => a + b);
    const mean = (total) => Math.floor((2 * total + count) / (2 * count));
    return [mean(sum[0]), mean(sum[1]), mean(sum[2]), mean(sum[3])];
  },
  f32(fetch, { factor }, at2) {
    const { sum, count } = blockOf(fetch, factor, at2, (a, b) => fround(a + b));
    return [fround(sum[0] / count), fround(sum[1] / count), fround(sum[2] / count), fround(sum[3] / count)];
  }
});
function blockOf(fetch, factor, { x, y, width, height }, add) {
  const [x0, y0] = [x - x % factor, y - y % factor];
  const [x1, y1] = [Math.min(x0 + factor, width), Math.min(y0 + factor, height)];
  let sum = [0, 0, 0, 0];
  for (let row2 = y0; row2 < y1; row2++) {
    for (let column = x0; column < x1; column++) {
      const value = fetch(column, row2);
      sum = [add(sum[0], value[0]), add(sum[1], value[1]), add(sum[2], value[2]), add(sum[3], value[3])];
    }
  }
  return { sum, count: (x1 - x0) * (y1 - y0) };
}
const { BOX_PASSES: PASSES, BOX_HALF: HALF$1 } = constants.boxBlur;
const ONE = 1 << 24;
const MAX_SIGMA = 3.4;
function lengthOf(sigma) {
  const variance = fround(fround(fround(sigma) * fround(sigma)) / PASSES);
  const radius = Math.floor((fround(Math.sqrt(12 * variance + 1)) - 1) / 2);
  const above = fround((2 * radius + 1) * fround(radius * (radius + 1) - fround(3 * variance)));
  const below = fround(6 * fround(variance - (radius + 1) * (radius + 1)));
  const real = fround(radius + fround(above / below));
  return { radius: Math.trunc(real), length: fround(fround(real * 2) + 1) };
}
function boxOf(sigma) {
  const { radius, length } = lengthOf(sigma);
  const edge2 = (1 - (2 * radius + 1) / length) / 2;
  return [edge2, ...new Array(2 * radius + 1).fill(1 / length), edge2];
}
function encodeBoxBlur(sigmas) {
  const box = (sigma) => {
    if (sigma > MAX_SIGMA) throw new InputError("sigma", `at most ${MAX_SIGMA} with peer "pillow"`, sigma);
    const { radius, length } = lengthOf(sigma);
    const ww = Math.trunc(fround(ONE / length));
    return { reach: radius + 1, weights: [ww, Math.floor((ONE - (2 * radius + 1) * ww) / 2)] };
  };
  const [down, across] = [box(sigmas[0]), box(sigmas[1])];
  return { down: down.reach, across: across.reach, boxDown: down.weights, boxAcross: across.weights };
}
function boxBlurPixel(fetch, { down, across, boxDown, boxAcross }, at2) {
  const column = [];
  for (let j = 0; j <= 6 * down; j++) {
    const line = [];
    for (let i = 0; i <= 6 * across; i++) line.push(fetch(at2.x + i - 3 * across, at2.y + j - 3 * down));
    column.push(blurLine(line, across, at2.x, at2.width, boxAcross));
  }
  return blurLine(column, down, at2.y, at2.height, boxDown);
}
function blurLine(line, reach, position, size, [ww, fw]) {
  const first = 3 * reach - position;
  for (let pass = 1; pass <= PASSES; pass++) {
    const next = [...line];
    for (let i = pass * reach; i <= 6 * reach - pass * reach; i++) {
      next[i] = boxAt(line, Math.min(Math.max(i, first), first + size - 1), reach, ww, fw);
    }
    line = next;
  }
  return line[3 * reach];
}
function boxAt(line, i, reach, ww, fw) {
  const sum = [0, 0, 0, 0];
  for (let k = 1 - reach; k < reach; k++) {
    for (let channel = 0; channel < 4; channel++) sum[channel] += line[i + k][channel];
  }
  const far = line[i - reach].map((value, channel) => value + line[i + reach][channel]);
  return sum.map((value, channel) => value * ww + far[channel] * fw + HALF$1 >>> 24);
}
const { BORDER_REFLECT: REFLECT, BORDER_ZERO: ZERO, BORDER_EDGE: EDGE, BLUR_BOXES: BOXES } = constants.gaussianBlur;
const PEERS$3 = ["torchvision", "pillow", "kerascv"];
const MAX_TAPS = 23;
const WEIGHT_ONE = 65536;
const gaussianBlurOp = defineOp({
  kind: "stencil",
  target: "nothing",
  name: "gaussianBlur",
  shader: gaussianBlurShader,
  about: "A Gaussian blur of all channels. torchvision: a true Gaussian of `kernel` taps, reflected at the border, rounded once, half to even (u8 in fixed point: at most 1 level off in under 1 % of the values). kerascv: the same with zeros outside of the picture, so edges darken. pillow: ImageFilter.GaussianBlur, three box blurs each way, each rounded, byte for byte; in f32, where there is no peer, the convolution of the three boxes without rounding. Cost: kernel height x width reads per pixel; for pillow up to 19 x 19.",
  said: "blurred by {sigma}",
  peers: PEERS$3,
  args: {
    sigma: {
      type: "list",
      length: 2,
      min: 0,
      max: 10,
      identity: [0, 0],
      unit: "pixels",
      about: "Standard deviation down and across, [sy, sx]. With 0 that direction is not blurred. Pillow's up to 3.4."
    },
    kernel: {
      type: "list",
      length: 2,
      min: 0,
      max: MAX_TAPS,
      default: [0, 0],
      unit: "pixels",
      about: "Taps down and across, [ky, kx], odd (an even number is one more). 0 is up to three standard deviations each way."
    }
  },
  laws: { floatsWithin: 1e-6 },
  atMagnitude: (magnitude) => ({ sigma: [3 * magnitude, 3 * magnitude] }),
  encode(args, context) {
    if (args.peer === "pillow") return { ...encodeBoxBlur(args.sigma), weights: 0, border: BOXES };
    return encodeKernels(kernelsOf(args), borderOf(args), context, quantise);
  },
  encodeF32(args, context) {
    return encodeKernels(kernelsOf(args), borderOf(args), context, (weights) => weights.map(f32));
  },
  u8(fetch, words2, at2, tables) {
    if (words2.border === BOXES) return boxBlurPixel(fetch, words2, at2);
    const { down, across, weights, border } = words2;
    const view = new DataView(tables.buffer, tables.byteOffset + 16 * weights);
    const weight = (index2) => view.getUint32(4 * index2, true);
    const total = [0, 0, 0, 0];
    for (let j = 0; j < down; j++) {
      const y = placeInside(at2.y + j - (down >> 1), at2.height, border);
      const line = [128, 128, 128, 128];
      for (let i = 0; i < across; i++) {
        const x = placeInside(at2.x + i - (across >> 1), at2.width, border);
        const value = read(fetch, x, y);
        for (let channel = 0; channel < 4; channel++) line[channel] += weight(down + i) * value[channel];
      }
      for (let channel = 0; channel < 4; channel++) total[channel] += weight(j) * (line[channel] >>> 8);
    }
    return total.map(roundEven24);
  },
  f32(fetch, words2, at2, tables) {
    const { down, across, weights, border } = words2;
    const view = new DataView(tables.buffer, tables.byteOffset + 16 * weights);
    const weight = (index2) => view.getFloat32(4 * index2, true);
    const total = [0, 0, 0, 0];
    for (let j = 0; j < down; j++) {
      const y = placeInside(at2.y + j - (down >> 1), at2.height, border);
      const line = [0, 0, 0, 0];
      for (let i = 0; i < across; i++) {
        const x = placeInside(at2.x + i - (across >> 1), at2.width, border);
        const value = read(fetch, x, y);
        for (let channel = 0; channel < 4; channel++) line[channel] += weight(down + i) * value[channel];
      }
      for (let channel = 0; channel < 4; channel++) total[channel] += weight(j) * line[channel];
    }
    return total.map(Math.fround);
  }
});
const borderOf = ({ peer }) => ({ torchvision: REFLECT, pillow: EDGE, kerascv: ZERO })[peer];
function placeInside(position, size, border) {
  if (position >= 0 && position < size) return position;
  if (border === ZERO) return -1;
  if (border === EDGE || size === 1) return Math.min(Math.max(position, 0), size - 1);
  const period = 2 * (size - 1);
  const within = (position % period + period) % period;
  return within < size ? within : period - within;
}
const NOTHING = [0, 0, 0, 0];
const read = (fetch, x, y) => x < 0 || y < 0 ? NOTHING : fetch(x, y);
function roundEven24(value) {
  const whole = value >>> 24;
  const rest = value & 16777215;
  return rest > 8388608 || rest === 8388608 && (whole & 1) === 1 ? whole + 1 : whole;
}
function kernelsOf(args) {
  const [sy, sx] = args.sigma;
  const [ky, kx] = args.kernel;
  if (args.peer === "pillow") return [threeBoxes(sy), threeBoxes(sx)];
  return [gaussian(sy, ky), gaussian(sx, kx)];
}
function encodeKernels([down, across], border, { table: table2 }, toWords) {
  const words2 = [...toWords(down), ...toWords(across)];
  const bytes2 = new Uint8Array(4 * words2.length);
  const view = new DataView(bytes2.buffer);
  for (const [i, word] of words2.entries()) view.setUint32(i * Uint32Array.BYTES_PER_ELEMENT, word, true);
  return {
    down: down.length,
    across: across.length,
    weights: table2(bytes2),
    border,
    boxDown: [0, 0],
    boxAcross: [0, 0]
  };
}
function gaussian(sigma, taps) {
  if (sigma === 0) return [1];
  const radius = taps === 0 ? Math.min(Math.ceil(3 * sigma), MAX_TAPS >> 1) : taps >> 1;
  const weights = Array.from(
    { length: 2 * radius + 1 },
    (_, i) => exp(-0.5 * ((i - radius) / sigma) * ((i - radius) / sigma))
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
function quantise(weights) {
  const rounded = weights.map((weight) => Math.round(weight * WEIGHT_ONE));
  rounded[weights.length >> 1] += WEIGHT_ONE - rounded.reduce((total, weight) => total + weight, 0);
  return rounded;
}
function threeBoxes(sigma) {
  const box = boxOf(sigma);
  return convolve(box, convolve(box, box));
}
function convolve(a, b) {
  const product2 = new Array(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      product2[i + j] += x * y;
    });
  });
  return product2;
}
const MAX_TILES = 256;
const jigsawOp = defineOp({
  kind: "stencil",
  target: "moves",
  name: "jigsaw",
  shader: jigsawShader,
  about: "Cuts the picture into a grid of tiles and puts them back in another order, as Kornia's RandomJigsaw. Tiles are floor(H / rows) × floor(W / columns) pixels; what the grid leaves over at the right and the bottom stays where it is. Pixels move whole, alpha too.",
  said: "{grid} tiles in another order",
  args: {
    grid: {
      type: "list",
      length: 2,
      min: 1,
      max: 256,
      isNoRange: true,
      unit: "tiles",
      about: `[rows, columns], at most ${MAX_TILES} tiles.`
    },
    order: {
      type: "list",
      min: 0,
      max: MAX_TILES - 1,
      isNoRange: true,
      unit: "tile",
      about: "For each tile of the result, line by line, the tile it is taken from."
    }
  },
  laws: {
    floatsWithin: 0,
    neutral: () => [
      { grid: [1, 1], order: [0] },
      { grid: [2, 3], order: [0, 1, 2, 3, 4, 5] }
    ],
    // A finer grid moves more tiles, but each to as random a place.
    shrinksBy: "any"
  },
  atMagnitude: (magnitude) => {
    const side = 1 + Math.round(3 * magnitude);
    return { grid: [side, side], order: Array.from({ length: side * side }, (_, i) => (i + 1) % (side * side)) };
  },
  tiles,
  encode: encode$3,
  encodeF32: encode$3,
  u8: moved$1,
  f32: moved$1
});
function encode$3({ grid, order }, { width, height, table: table2 }) {
  const { columns, rows, wide, tall } = gridOf({ grid, order }, { height, width });
  return { order: table2(Uint8Array.from(order)), columns, rows, tile: [wide, tall] };
}
function gridOf({ grid, order }, { width, height }) {
  const [rows, columns] = grid;
  const tiles2 = rows * columns;
  if (!Number.isInteger(rows) || !Number.isInteger(columns) || tiles2 > MAX_TILES) {
    throw new InputError("jigsaw.grid", `[rows, columns], whole numbers and at most ${MAX_TILES} tiles`, grid);
  }
  if (order.length !== tiles2 || new Set(order).size !== tiles2 || !order.every((tile) => Number.isInteger(tile) && tile < tiles2)) {
    throw new InputError("jigsaw.order", `0 to ${tiles2 - 1} in any order, one a tile`, order);
  }
  const [wide, tall] = [Math.floor(width / columns), Math.floor(height / rows)];
  return { columns, rows, wide: wide > 0 && tall > 0 ? wide : 0, tall };
}
function tiles(cut2, size) {
  const { columns, rows, wide, tall } = gridOf(cut2, size);
  const stays = (x0, y0, x1, y1) => ({ from: [x0, y0, x1, y1], by: [0, 0] });
  if (wide === 0) return [stays(0, 0, size.width, size.height)];
  const [right, bottom] = [columns * wide, rows * tall];
  const moved2 = cut2.order.map((from, to) => {
    const [column, row2] = [from % columns, Math.floor(from / columns)];
    const by = [(to % columns - column) * wide, (Math.floor(to / columns) - row2) * tall];
    return { from: [column * wide, row2 * tall, (column + 1) * wide, (row2 + 1) * tall], by };
  });
  if (right < size.width) moved2.push(stays(right, 0, size.width, bottom));
  if (bottom < size.height) moved2.push(stays(0, bottom, size.width, size.height));
  return moved2;
}
function moved$1(fetch, { order, columns, rows, tile: [wide, tall] }, { x, y }, tables) {
  if (wide === 0 || x >= columns * wide || y >= rows * tall) return fetch(x, y);
  const column = Math.floor(x / wide);
  const row2 = Math.floor(y / tall);
  const from = tables[16 * order + row2 * columns + column];
  const fromRow = Math.floor(from / columns);
  return fetch(x + (from % columns - column) * wide, y + (fromRow - row2) * tall);
}
const medianBlurOp = defineOp({
  name: "medianBlur",
  kind: "stencil",
  target: "nothing",
  shader: medianBlurShader,
  about: "The median of each channel over a pixel and its eight neighbours, beyond the edge the nearest pixel: OpenCV's medianBlur of 3, albumentations' MedianBlur with blur_limit 3. Alpha is left alone, which OpenCV filters too. Cost: 9 reads per pixel.",
  said: "median of 3 × 3",
  args: {},
  laws: { neutral: "none" },
  encode: () => ({}),
  encodeF32: () => ({}),
  u8: (fetch, _words, at2) => medianOf(fetch, at2),
  f32: (fetch, _words, at2) => medianOf(fetch, at2)
});
function medianOf(fetch, { x, y }) {
  const rows = [-1, 0, 1].map((dy) => [fetch(x - 1, y + dy), fetch(x, y + dy), fetch(x + 1, y + dy)]);
  const median = (channel) => {
    const low = [];
    const middles = [];
    const high = [];
    for (const [first, second, third] of rows) {
      const [a, b, c] = [first[channel], second[channel], third[channel]];
      low.push(Math.min(a, b, c));
      middles.push(middle(a, b, c));
      high.push(Math.max(a, b, c));
    }
    return middle(Math.max(...low), middle(middles[0], middles[1], middles[2]), Math.min(...high));
  };
  return [median(0), median(1), median(2), rows[1][1][3]];
}
const middle = (a, b, c) => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
const WEIGHTS = 13;
const smooth3x3Op = defineOp({
  kind: "stencil",
  target: "nothing",
  name: "smooth3x3",
  shader: smooth3x3Shader,
  about: "Pillow's ImageFilter.SMOOTH: every channel is averaged with its eight neighbours, itself five times. The picture's border of one pixel is copied. Cost: 9 reads per pixel.",
  said: "smoothed",
  args: {},
  laws: { floatsWithin: 1e-6, neutral: "none" },
  encode: () => ({}),
  encodeF32: () => ({}),
  u8: (fetch, _words, at2) => smooth(fetch, at2, smoothByte),
  f32: (fetch, _words, at2) => smooth(fetch, at2, (sum) => Math.fround(sum / WEIGHTS))
});
const smoothByte = (sum) => Math.floor((2 * sum + WEIGHTS) / (2 * WEIGHTS));
const smoothU8 = (fetch, at2) => smooth(fetch, at2, smoothByte);
const smoothF32 = (fetch, at2) => smooth(fetch, at2, (sum) => sum / WEIGHTS);
function smooth(fetch, { x, y, width, height }, divide) {
  const own = fetch(x, y);
  if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return own;
  const sum = own.map((value) => 4 * value);
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const value = fetch(x + dx, y + dy);
      for (let channel = 0; channel < 4; channel++) sum[channel] += value[channel];
    }
  }
  return sum.map(divide);
}
const PEERS$2 = ["pillow", "torchvision"];
const { SHARPNESS_PILLOW: PILLOW$2, SHARPNESS_TORCHVISION: TORCHVISION$2 } = constants.sharpness;
const sharpnessOp = defineOp({
  kind: "stencil",
  target: "nothing",
  name: "sharpness",
  shader: sharpnessShader,
  about: "Pillow's ImageEnhance.Sharpness, or torchvision's adjust_sharpness: d + factor (v - d), where d is the picture smoothed by 1 1 1 / 1 5 1 / 1 1 1 over 13 and the border of one pixel is left alone, so a picture of one or two lines or columns does not change. Alpha is left alone. u8 results equal both peers' byte for byte; f32 is torchvision's. KerasCV's RandomSharpness(f) is factor 1 - f. Cost: 9 reads per pixel.",
  peers: PEERS$2,
  args: {
    factor: { ...factorArg, about: "0 is smoothed, 1 changes nothing, more sharpens." }
  },
  laws: { floatsWithin: 2e-6 },
  atMagnitude: (magnitude) => ({ factor: 1 + 6 * magnitude }),
  encode: ({ factor, peer }) => ({
    arithmetic: peer === "torchvision" ? TORCHVISION$2 : PILLOW$2,
    factor: f32(factor),
    other: f32(1 - factor)
  }),
  encodeF32: ({ factor }) => ({ factor, other: 1 - factor }),
  u8(fetch, words2, at2) {
    const v = fetch(at2.x, at2.y);
    const d = smoothU8(fetch, at2);
    const blend = (channel) => peerBlend(d[channel], v[channel], words2.factor, words2.other, words2.arithmetic === TORCHVISION$2);
    if (at2.width <= 2 || at2.height <= 2) return v;
    return [blend(0), blend(1), blend(2), v[3]];
  },
  f32(fetch, { factor, other }, at2) {
    const v = fetch(at2.x, at2.y);
    const d = smoothF32(fetch, at2);
    const blend = (channel) => fround(clampUnit(factor * v[channel] + other * d[channel]));
    return [blend(0), blend(1), blend(2), v[3]];
  }
});
const jpegQualityOp = defineOp({
  kind: "tile",
  target: "nothing",
  name: "jpegQuality",
  shader: jpegQualityShader,
  about: "What saving as a baseline JPEG of this quality and loading it again does: byte for byte libjpeg-turbo's result with its defaults, as Pillow has it, chroma at half resolution and interpolated back. Alpha is left alone. A picture of one channel keeps equal channels. f32 pictures are rounded to bytes first, so they come back as multiples of 1/255. KerasCV's RandomJpegQuality draws the quality. Cost: a pass that codes tiles of 16 × 16 pixels (one read and about a hundred integer operations per pixel), and a pass that shows them, with up to 4 reads per pixel.",
  said: "JPEG of quality {quality}",
  args: {
    quality: {
      type: "integer",
      min: 1,
      max: 100,
      unit: "IJG quality 1..100",
      about: "100 loses least, but not nothing."
    },
    chroma: {
      type: "choice",
      values: ["4:2:0", "4:4:4"],
      default: "4:2:0",
      unit: "subsampling",
      about: "Whether colour has half the resolution each way, or all of it."
    }
  },
  laws: { jumps: true, floatsWithin: 1e-6, neutral: "none" },
  atMagnitude: (magnitude) => ({ quality: 100 - Math.round(95 * magnitude) }),
  encode: encode$2,
  encodeF32: encode$2,
  u8: codeTile,
  f32(fetch, words2, tile) {
    const bytes2 = (x, y) => fourOf(fetch(x, y), (value) => Math.floor(Math.min(Math.max(value, 0), 1) * 255 + 0.5));
    return codeTile(bytes2, words2, tile).map(([luma, cb, cr], i) => {
      const [, , , alpha] = fetch(tile.x + (i & 15), tile.y + (i >> 4));
      return [Math.fround(luma / 255), Math.fround(cb / 255), Math.fround(cr / 255), alpha];
    });
  },
  show: {
    u8: (fetch, { halved }, at2) => showPixel(fetch, at2, halved === 1),
    f32(fetch, { halved }, at2) {
      const bytes2 = (x, y) => fourOf(fetch(x, y), (value) => Math.floor(value * 255 + 0.5));
      const [red, green, blue] = showPixel(bytes2, at2, halved === 1);
      return [Math.fround(red / 255), Math.fround(green / 255), Math.fround(blue / 255), fetch(at2.x, at2.y)[3]];
    }
  }
});
const fourOf = ([a, b, c, d], make) => [make(a), make(b), make(c), make(d)];
function encode$2({ quality, chroma }) {
  return { scale: scaleOf(quality), halved: chroma === "4:4:4" ? 0 : 1 };
}
const LUMA = [
  16,
  11,
  10,
  16,
  24,
  40,
  51,
  61,
  12,
  12,
  14,
  19,
  26,
  58,
  60,
  55,
  14,
  13,
  16,
  24,
  40,
  57,
  69,
  56,
  14,
  17,
  22,
  29,
  51,
  87,
  80,
  62,
  18,
  22,
  37,
  56,
  68,
  109,
  103,
  77,
  24,
  35,
  55,
  64,
  81,
  104,
  113,
  92,
  49,
  64,
  78,
  87,
  103,
  121,
  120,
  101,
  72,
  92,
  95,
  98,
  112,
  100,
  103,
  99
];
const CHROMA = [
  17,
  18,
  24,
  47,
  99,
  99,
  99,
  99,
  18,
  21,
  26,
  66,
  99,
  99,
  99,
  99,
  24,
  26,
  56,
  99,
  99,
  99,
  99,
  99,
  47,
  66,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99,
  99
];
const scaleOf = (quality) => quality < 50 ? Math.floor(5e3 / quality) : 200 - 2 * quality;
const quantum = (base, scale) => Math.min(Math.max(Math.floor((base * scale + 50) / 100), 1), 255);
function codeTile(fetch, words2, tile) {
  const halved = words2.halved === 1;
  const samples = readTile(fetch, tile, halved);
  const blocks = samples.length / 64;
  for (let block = 0; block < blocks; block++) codeBlock(samples, block, block < 4 ? LUMA : CHROMA, words2.scale);
  return Array.from({ length: 256 }, (_, i) => {
    const [luma, cb, cr] = placesOf(i & 15, i >> 4, halved);
    const [, , , alpha] = fetch(tile.x + (i & 15), tile.y + (i >> 4));
    return [samples[luma], samples[cb], samples[cr], alpha];
  });
}
function placesOf(x, y, halved) {
  const full = 64 * (2 * (y >> 3) + (x >> 3)) + 8 * (y & 7) + (x & 7);
  if (!halved) return [full, 256 + full, 512 + full];
  const cell = 8 * (y >> 1) + (x >> 1);
  return [full, 256 + cell, 320 + cell];
}
function readTile(fetch, tile, halved) {
  const samples = new Int32Array(halved ? 384 : 768);
  const last2 = tile.height - 1;
  for (let lane = 0; lane < 64; lane++) {
    const x = tile.x + 2 * (lane & 7);
    const row2 = (tile.y >> 1) + (lane >> 3);
    const inside = Math.min(row2, last2 >> 1);
    const upper = 2 * inside;
    const lower2 = Math.min(upper + 1, last2);
    const cell = [
      convert(fetch(x, upper)),
      convert(fetch(x + 1, upper)),
      convert(fetch(x, lower2)),
      convert(fetch(x + 1, lower2))
    ];
    for (let i = 0; i < 4; i++) {
      const places = placesOf(2 * (lane & 7) + (i & 1), 2 * (lane >> 3) + (i >> 1), halved);
      const sample = cell[row2 > inside ? i | 2 : i];
      samples[places[0]] = sample[0];
      if (!halved) {
        samples[places[1]] = sample[1];
        samples[places[2]] = sample[2];
      }
    }
    if (halved) {
      const bias = 1 + (lane & 1);
      samples[256 + lane] = cell[0][1] + cell[1][1] + cell[2][1] + cell[3][1] + bias >> 2;
      samples[320 + lane] = cell[0][2] + cell[1][2] + cell[2][2] + cell[3][2] + bias >> 2;
    }
  }
  return samples;
}
function convert([red, green, blue]) {
  return [
    19595 * red + 38470 * green + 7471 * blue + 32768 >> 16,
    -11059 * red - 21709 * green + 32768 * blue + 8421375 >> 16,
    32768 * red - 27439 * green - 5329 * blue + 8421375 >> 16
  ];
}
function codeBlock(samples, block, table2, scale) {
  const first = 64 * block;
  const line = new Int32Array(8);
  for (let row2 = 0; row2 < 8; row2++) {
    for (let i = 0; i < 8; i++) line[i] = samples[first + 8 * row2 + i] - 128;
    forward(line, 11);
    for (let i = 0; i < 8; i++) samples[first + 8 * row2 + i] = line[i];
  }
  for (let column = 0; column < 8; column++) {
    for (let i = 0; i < 8; i++) line[i] = samples[first + 8 * i + column];
    forward(line, 15);
    for (let i = 0; i < 8; i++) line[i] = quantised(line[i], quantum(table2[8 * i + column], scale));
    inverse(line, 11);
    for (let i = 0; i < 8; i++) samples[first + 8 * i + column] = line[i];
  }
  for (let row2 = 0; row2 < 8; row2++) {
    for (let i = 0; i < 8; i++) line[i] = samples[first + 8 * row2 + i];
    inverse(line, 18);
    for (let i = 0; i < 8; i++) samples[first + 8 * row2 + i] = clampByte(line[i] + 128);
  }
}
function quantised(coefficient, step) {
  const count = Math.floor((Math.abs(coefficient) + 4 * step) / (8 * step));
  return (coefficient < 0 ? -count : count) * step;
}
const descale = (value, bits) => value + (1 << bits - 1) >> bits;
function forward(v, bits) {
  const sums2 = [v[0] + v[7], v[1] + v[6], v[2] + v[5], v[3] + v[4]];
  const [d0, d1, d2, d3] = [v[0] - v[7], v[1] - v[6], v[2] - v[5], v[3] - v[4]];
  const outer = sums2[0] + sums2[3];
  const inner = sums2[1] + sums2[2];
  const outerTilt = sums2[0] - sums2[3];
  const innerTilt = sums2[1] - sums2[2];
  const turn2 = (outerTilt + innerTilt) * 4433;
  v[0] = descale(outer + inner << 13, bits);
  v[4] = descale(outer - inner << 13, bits);
  v[2] = descale(turn2 + outerTilt * 6270, bits);
  v[6] = descale(turn2 - innerTilt * 15137, bits);
  const shared = (d0 + d1 + d2 + d3) * 9633;
  const even = shared - (d1 + d3) * 16069;
  const odd = shared - (d0 + d2) * 3196;
  const ends = (d0 + d3) * 7373;
  const middles = (d1 + d2) * 20995;
  v[1] = descale(d0 * 12299 - ends + odd, bits);
  v[3] = descale(d1 * 25172 - middles + even, bits);
  v[5] = descale(d2 * 16819 - middles + odd, bits);
  v[7] = descale(d3 * 2446 - ends + even, bits);
}
function inverse(v, bits) {
  const turn2 = (v[2] + v[6]) * 4433;
  const outerTilt = turn2 + v[2] * 6270;
  const innerTilt = turn2 - v[6] * 15137;
  const outer = v[0] + v[4] << 13;
  const inner = v[0] - v[4] << 13;
  const [s0, s1, s2, s3] = [outer + outerTilt, inner + innerTilt, inner - innerTilt, outer - outerTilt];
  const [c1, c3, c5, c7] = [v[1], v[3], v[5], v[7]];
  const shared = (c1 + c3 + c5 + c7) * 9633;
  const even = shared - (c3 + c7) * 16069;
  const odd = shared - (c1 + c5) * 3196;
  const ends = (c1 + c7) * 7373;
  const middles = (c3 + c5) * 20995;
  const d0 = c1 * 12299 - ends + odd;
  const d1 = c3 * 25172 - middles + even;
  const d2 = c5 * 16819 - middles + odd;
  const d3 = c7 * 2446 - ends + even;
  v[0] = descale(s0 + d0, bits);
  v[7] = descale(s0 - d0, bits);
  v[1] = descale(s1 + d1, bits);
  v[6] = descale(s1 - d1, bits);
  v[2] = descale(s2 + d2, bits);
  v[5] = descale(s2 - d2, bits);
  v[3] = descale(s3 + d3, bits);
  v[4] = descale(s3 - d3, bits);
}
function showPixel(fetch, { x, y, width, height }, halved) {
  const own = fetch(x, y);
  if (!halved || width <= 4) return toRgb(own, own[1], own[2]);
  const cellX = x >> 1;
  const cellY = y >> 1;
  const nextX = Math.min(Math.max(cellX + 2 * (x & 1) - 1, 0), width - 1 >> 1);
  const nextY = Math.min(Math.max(cellY + 2 * (y & 1) - 1, 0), height - 1 >> 1);
  const across = fetch(2 * nextX, 2 * cellY);
  const down = fetch(2 * cellX, 2 * nextY);
  const corner = fetch(2 * nextX, 2 * nextY);
  const bias = 8 - (x & 1);
  const blend = (c) => 3 * (3 * own[c] + down[c]) + 3 * across[c] + corner[c] + bias >> 4;
  return toRgb(own, blend(1), blend(2));
}
function toRgb([luma, , , alpha], cb, cr) {
  const blue = cb - 128;
  const red = cr - 128;
  return [
    clampByte(luma + (91881 * red + 32768 >> 16)),
    clampByte(luma + (-22554 * blue - 46802 * red + 32768 >> 16)),
    clampByte(luma + (116130 * blue + 32768 >> 16)),
    alpha
  ];
}
const { LEVELS: LEVELS$1 } = constants.histogram;
const GREY = 3;
const sumsOf = /* @__PURE__ */ new WeakMap();
function sums(histogram, channel) {
  let known2 = sumsOf.get(histogram);
  if (!known2) {
    known2 = histogram.counts.map((counts) => {
      let sum = 0;
      return counts.map((count) => sum += count);
    });
    sumsOf.set(histogram, known2);
  }
  return known2[channel];
}
function countBelow(histogram, channel, level2) {
  return level2 === 0 ? 0 : sums(histogram, channel)[level2 - 1];
}
function levelOfRank(histogram, channel, rank) {
  return sums(histogram, channel).findIndex((sum) => sum >= rank);
}
function lastLevel({ counts }, channel) {
  return counts[channel].findLastIndex((count) => count > 0);
}
function levelSum({ counts }, channel) {
  return counts[channel].reduce((sum, count, level2) => sum + count * level2, 0);
}
const firstLeadingBit = (x) => 31 - Math.clz32(x);
function stretchF32(above, range2) {
  let fraction = 24 + firstLeadingBit(range2 - 1);
  const inverse2 = divideToEven(2 ** fraction, range2);
  const drop = firstLeadingBit(inverse2 * 255) - 23;
  const scale = round24(inverse2 * 255) >>> drop;
  fraction -= drop;
  return round24(above * scale) >>> fraction;
}
function divideToEven(a, b) {
  const quotient = Math.floor(a / b);
  const twice = 2 * (a - quotient * b);
  return quotient + (twice > b || twice === b && (quotient & 1) === 1 ? 1 : 0);
}
function rounding(x, cut2) {
  if (cut2 === 0) return 0;
  const unit = 1 << cut2;
  const rest = x & unit - 1;
  const half = unit >> 1;
  const isUp = rest > half || rest === half && (x & unit) !== 0;
  return isUp ? unit - rest : -rest;
}
function stretchF64(low, high, value) {
  const range2 = high - low;
  const above = value - low;
  const quotient = Math.floor(255 * above / range2);
  if (quotient * range2 !== 255 * above) return quotient;
  const exponent = firstLeadingBit(Math.floor(255 / range2));
  let scale = Math.floor(255 / range2);
  let remainder = 255 % range2;
  for (let n = exponent; n < 52; n++) {
    remainder *= 2;
    scale = scale << 1 >>> 0;
    if (remainder >= range2) {
      remainder -= range2;
      scale += 1;
    }
  }
  if (2 * remainder > range2 || 2 * remainder === range2 && (scale & 1) === 1) {
    remainder -= range2;
    scale = scale + 1 >>> 0;
  }
  const off = -above * remainder / range2 + productError(value, range2, scale, remainder, exponent) - productError(low, range2, scale, remainder, exponent);
  if (off >= 0) return quotient;
  const binade = firstLeadingBit(quotient - 1);
  const isFound = quotient > 1 && binade >= exponent && -2 * off <= 1 << binade - exponent;
  return isFound ? quotient : quotient - 1;
}
function productError(level2, range2, scale, remainder, exponent) {
  if (level2 === 0) return 0;
  const quotient = Math.floor(255 * level2 / range2);
  let leading = firstLeadingBit(quotient);
  const isPower = quotient * range2 === 255 * level2 && (quotient & quotient - 1) === 0;
  if (isPower && remainder > 0) leading -= 1;
  if (leading <= exponent) return 0;
  return rounding(Math.imul(level2, scale), leading - exponent);
}
const PEERS$1 = ["pillow", "torchvision"];
const {
  AUTOCONTRAST_PILLOW: PILLOW$1,
  AUTOCONTRAST_TORCHVISION: TORCHVISION$1,
  AUTOCONTRAST_FLOAT: FLOAT
} = constants.autocontrast;
const cutoffArg = (end) => ({
  type: "number",
  min: 0,
  max: 49,
  default: 0,
  unit: "percent of the pixels",
  about: `How many of the ${end} pixels count as clipped before the range is taken.`
});
function encode$1({ cutoffLow, cutoffHigh }, { height, width }, arithmetic) {
  const cut2 = (percent) => Math.floor(height * width * percent / 100);
  return { arithmetic, cutLow: cut2(cutoffLow), cutHigh: cut2(cutoffHigh) };
}
function level$1(histogram, channel, value, words2) {
  const low = levelOfRank(histogram, channel, words2.cutLow + 1);
  const high = levelOfRank(histogram, channel, histogram.pixels - words2.cutHigh);
  if (words2.arithmetic === FLOAT) return value === 0 ? low : high;
  if (high <= low) return value;
  if (value <= low) return 0;
  if (value > high) return 255;
  if (words2.arithmetic === TORCHVISION$1) return stretchF32(value - low, high - low);
  return stretchF64(low, high, value);
}
const autocontrastOp = defineOp({
  name: "autocontrast",
  kind: "tone",
  target: "nothing",
  shader: autocontrastShader,
  about: "Stretches each channel so that its darkest level becomes 0 and its brightest 255. Pillow computes in f64 and can cut off a share of the pixels first, torchvision computes in f32 and cannot; both are followed to the byte (and both sometimes make 254 of the brightest). A channel of one level stays. Floats follow torchvision; a cutoff is found there among 256 levels.",
  args: { cutoffLow: cutoffArg("darkest"), cutoffHigh: cutoffArg("brightest") },
  peers: PEERS$1,
  examples: () => [
    {},
    { cutoffLow: 5, cutoffHigh: 5 },
    { cutoffLow: 15, cutoffHigh: 15 },
    { cutoffLow: 30, cutoffHigh: 30 }
  ],
  laws: { neutral: "none", jumps: true, floatsWithin: 1e-6 },
  encode: (args, context) => {
    const isTorch = args.peer === "torchvision";
    if (isTorch && (args.cutoffLow > 0 || args.cutoffHigh > 0))
      throw new InputError("autocontrast.peer", "pillow where there is a cutoff", "torchvision");
    return encode$1(args, context, isTorch ? TORCHVISION$1 : PILLOW$1);
  },
  encodeF32: (args, context) => encode$1(args, context, FLOAT),
  table: level$1,
  f32: (v, words2, stats, histogram) => {
    const stretch = (c) => {
      const low = words2.cutLow > 0 ? fround(level$1(histogram, c, 0, words2) / 255) : stats.low[c];
      const high = words2.cutHigh > 0 ? fround(level$1(histogram, c, 255, words2) / 255) : stats.high[c];
      if (high <= low) return v[c];
      const scale = fround(1 / fround(high - low));
      return clampUnit(fround(fround(v[c] - low) * scale));
    };
    return [stretch(0), stretch(1), stretch(2), v[3]];
  }
});
const { CHANNEL_MEAN } = constants.tone;
const MEAN_PEERS = [...GREY_PEERS, "kerascv"];
const meanOf = (peer) => peer === "kerascv" ? CHANNEL_MEAN : greyOf(peer);
const contrastOp = defineOp({
  name: "contrast",
  kind: "tone",
  from: "mean",
  target: "nothing",
  shader: contrastShader,
  about: "mean + factor · (v − mean), with a mean of the whole picture: Pillow's ImageEnhance.Contrast rounds the mean grey, torchvision's adjust_contrast takes the unrounded mean of truncated greys, and KerasCV's and Keras 3's RandomContrast the mean of each channel. In u8 the result is truncated; floats follow torchvision, or KerasCV where asked. For pictures of up to 2^24 pixels.",
  args: { factor: { ...factorArg, about: "0 is flat grey, 1 changes nothing, 2 is twice the contrast." } },
  peers: MEAN_PEERS,
  laws: { weighsGrey: true },
  atMagnitude: (magnitude) => ({ factor: 1 + 0.9 * magnitude }),
  encode: ({ factor, peer }) => ({ meanOf: meanOf(peer), factor: f32(factor), other: f32(1 - factor) }),
  encodeF32: ({ factor, peer }) => ({ meanOf: meanOf(peer), factor }),
  table: (histogram, channel, value, { meanOf: rule, factor, other }) => {
    const total = levelSum(histogram, rule === CHANNEL_MEAN ? channel : GREY);
    const { pixels } = histogram;
    if (rule !== GREY_PILLOW)
      return byteOfSum(product$1(factor, value), meanProduct(other, total, pixels), other >>> 31 === 1);
    const whole = Math.floor(total / pixels);
    const rest = total - whole * pixels;
    const mean = whole + (2 * rest >= pixels ? 1 : 0);
    return pillowBlend(mean, value, factor);
  },
  f32: (v, { factor }, stats) => blendF32(stats.mean, v, factor)
});
const BYTE_SCALE = fround(255.999);
const floatLevel = (x) => Math.floor(fround(clampUnit(x) * BYTE_SCALE));
const PEERS = ["pillow", "torchvision", "kerascv"];
const { EQUALIZE_PILLOW: PILLOW, EQUALIZE_KERASCV: KERASCV } = constants.equalize;
function encode({ bins, peer }) {
  const isKerasCv = peer === "kerascv";
  if (bins !== LEVELS$1 && !isKerasCv) throw new InputError("equalize.bins", `${LEVELS$1}, or peer "kerascv"`, bins);
  return { rule: isKerasCv ? KERASCV : PILLOW, bins };
}
function level(histogram, channel, value, { rule, bins }) {
  if (rule === KERASCV) return levelByBins(histogram, channel, value, bins);
  const share = Math.floor((histogram.pixels - histogram.counts[channel][lastLevel(histogram, channel)]) / 255);
  if (share === 0) return value;
  return Math.min(Math.floor((countBelow(histogram, channel, value) + (share >> 1)) / share), 255);
}
function levelByBins(histogram, channel, value, bins) {
  const share = Math.floor((histogram.pixels - leastCount(histogram, channel, bins)) / (bins - 1));
  if (share === 0) return value;
  const bin = Math.min(Math.floor(value * bins / 255), bins - 1);
  const equal = Math.min(
    Math.floor((countBelow(histogram, channel, firstLevel(bin, bins)) + (share >> 1)) / share),
    bins - 1
  );
  return Math.floor((equal * 255 + (bins - 1 >> 1)) / (bins - 1));
}
function leastCount(histogram, channel, bins) {
  let least = histogram.pixels;
  for (let bin = 0; bin < bins; bin++) {
    const count = countBelow(histogram, channel, firstLevel(bin + 1, bins)) - countBelow(histogram, channel, firstLevel(bin, bins));
    if (count > 0) least = Math.min(least, count);
  }
  return least;
}
const firstLevel = (bin, bins) => bin === bins ? LEVELS$1 : Math.floor((bin * 255 + bins - 1) / bins);
let last;
function curvesOf(histogram, words2) {
  if (last?.histogram !== histogram || last.words !== words2) {
    const curve = (channel) => Array.from({ length: LEVELS$1 }, (_, value) => level(histogram, channel, value, words2));
    last = { histogram, words: words2, curves: [0, 1, 2].map(curve) };
  }
  return last.curves;
}
const equalizeOp = defineOp({
  name: "equalize",
  kind: "tone",
  target: "nothing",
  shader: equalizeShader,
  about: "A level curve for each channel that makes its histogram flat. Pillow and torchvision agree: step = (N − the count of the highest level that occurs) ÷ 255, v becomes (pixels below v + step ÷ 2) ÷ step. KerasCV takes away the smallest count instead, and has `bins`; where these are fewer than 256 the result is spread over 0..255 (KerasCV leaves it at 0..bins − 1, and reads past its table). Floats are equalised in 256 levels.",
  args: {
    bins: {
      type: "integer",
      min: 2,
      max: 256,
      default: 256,
      unit: "bins",
      about: "Bins of the histogram: fewer than 256 only for peer kerascv."
    }
  },
  peers: PEERS,
  examples: () => [{}, ...[64, 16, 4].map((bins) => ({ bins, peer: "kerascv" }))],
  laws: { jumps: true, neutral: "none" },
  encode,
  encodeF32: encode,
  table: level,
  f32: (v, words2, _stats, histogram) => {
    const curves = curvesOf(histogram, words2);
    const equal = (c) => fround(curves[c][floatLevel(v[c])] / 255);
    return [equal(0), equal(1), equal(2), v[3]];
  }
});
function isAffine(matrix) {
  return matrix.length === 6 || matrix[6] === 0 && matrix[7] === 0;
}
function product(inner, outer) {
  if (inner.length === 6 && outer.length === 6) return affineProduct(inner, outer);
  const a = square(inner);
  const b = square(outer);
  const entry = (row2, column) => row2[0] * b[0][column] + row2[1] * b[1][column] + row2[2] * b[2][column];
  const rows = a.map((row2) => [entry(row2, 0), entry(row2, 1), entry(row2, 2)]);
  return (isAffine(inner) && isAffine(outer) ? rows.slice(0, 2) : rows).flat();
}
function affineProduct(inner, outer) {
  const matrix = [0, 0, 0, 0, 0, 0];
  for (let row2 = 0; row2 < 6; row2 += 3) {
    const a = inner[row2];
    const b = inner[row2 + 1];
    const c = inner[row2 + 2];
    matrix[row2] = a * outer[0] + b * outer[3] + c * 0;
    matrix[row2 + 1] = a * outer[1] + b * outer[4] + c * 0;
    matrix[row2 + 2] = a * outer[2] + b * outer[5] + c;
  }
  return matrix;
}
function square(matrix) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 1] = matrix;
  if (!isAffine(matrix))
    return [
      [a, b, c],
      [d, e, f],
      [g, h, i]
    ];
  return [
    [a / i, b / i, c / i],
    [d / i, e / i, f / i],
    [0, 0, 1]
  ];
}
function foldWarps(first, second) {
  if (!("matrix" in first && "matrix" in second)) return void 0;
  if (second.permutes) {
    if (second.size && first.antialias) return void 0;
    return folded(first, second, first, first.permutes);
  }
  if (first.size || second.window) return void 0;
  if (first.permutes) return folded(first, second, second);
  if (first.antialias || second.antialias || first.window || !readAlike(first, second)) return void 0;
  return folded(first, second, first);
}
function folded(first, second, reading, permutes) {
  const warp = makeWarp(product(first.matrix, second.matrix), reading, reading);
  warp.size = second.size ?? first.size;
  warp.permutes = permutes;
  return warp;
}
const NO_MORE = {};
function makeWarp(matrix, { interpolation, edge: edge2, fill: fill2, peer }, { size, antialias, window, permutes } = NO_MORE) {
  return { matrix, interpolation, edge: edge2, fill: fill2, peer, size, antialias, window, permutes };
}
function readAlike(a, b) {
  return a.interpolation === b.interpolation && a.edge === b.edge && a.peer === b.peer && (a.edge !== "constant" || fillAlike(a, b));
}
function fillAlike({ fill: a }, { fill: b }) {
  return a === b || a?.length === b?.length && (a ?? []).every((level2, c) => level2 === b?.[c]);
}
const {
  INTERPOLATION_SHIFT,
  EDGE_SHIFT,
  BORDER_SHIFT,
  KIND_SHIFT,
  STEPS_SHIFT,
  M8_SHIFT,
  INSIDE,
  WINDOW,
  TORCHVISION,
  BORDER_MAPPED,
  BORDER_ZERO,
  BORDER_FADE,
  KIND_AFFINE,
  KIND_HOMOGRAPHY,
  KIND_AVERAGE,
  KIND_PLACED
} = constants.warpPlace;
const INTERPOLATION_NUMBERS = {
  nearest: constants.warpPlace.NEAREST,
  bilinear: constants.warpPlace.BILINEAR,
  bicubic: constants.warpPlace.BICUBIC
};
const EDGE_NUMBERS = {
  constant: constants.warpPlace.EDGE_CONSTANT,
  edge: constants.warpPlace.EDGE_NEAREST,
  reflect: constants.warpPlace.EDGE_REFLECT,
  symmetric: constants.warpPlace.EDGE_SYMMETRIC,
  wrap: constants.warpPlace.EDGE_WRAP
};
const INTERPOLATIONS = ["nearest", "bilinear", "bicubic"];
const EDGES = ["constant", "edge", "reflect", "symmetric", "wrap"];
const LOW_BITS = 256;
const MOST_FRACTION_BITS = 22;
const FEWEST_FRACTION_BITS = 12;
const LIMIT = 1 << 30;
const record = {
  x: row(),
  y: row(),
  below: row(),
  flags: 0,
  low: 0,
  lower: 0,
  fill: new Uint32Array(4)
};
function writeWarp({ warp, input, output }, precision, words2, at2) {
  if ("matrix" in warp) setMap(warp, input, output);
  else setPlaced(warp);
  record.flags |= flagsOf(warp);
  setFill(warp, precision);
  warpWords.write(record, words2, at2);
}
function setMap(warp, input, output) {
  const { matrix } = warp;
  for (let i = 0; i < matrix.length; i++) {
    if (!Number.isFinite(matrix[i]))
      throw new ArgumentError("matrix", "finite numbers", found$1(`[${matrix.join(", ")}]`));
  }
  if (averages(warp)) setAverage(warp, input, output);
  else if (isAffine(matrix)) setAffine(warp, input, output);
  else if (warp.window) throw new ArgumentError("window", "none with a homography", found$1("a window"));
  else setHomography(matrix, input, output);
}
function setPlaced(warp) {
  const words2 = new Uint32Array(warpWords.length);
  words2.set(warp.words);
  const { x, y, low, lower: lower2 } = warpWords.decode(words2);
  set(record.x, ...x);
  set(record.y, ...y);
  record.low = low;
  record.lower = lower2;
  record.flags = constants.place.PLACE_BITS | KIND_PLACED << KIND_SHIFT;
  setWindow(warp, warp.id);
}
function row() {
  return new Int32Array(3);
}
function set(three, a, b, c) {
  three[0] = a;
  three[1] = b;
  three[2] = c;
}
function setWindow({ window }, last2 = 0) {
  if (window) set(record.below, spanWord(window.left, window.width), spanWord(window.top, window.height), last2);
  else set(record.below, 0, 0, last2);
}
function flagsOf({ interpolation, edge: edge2, fill: fill2, peer, window }) {
  const constant = edge2 === "constant";
  const byPosition = constant && (peer === "pillow" || interpolation === "nearest" || window !== void 0);
  const border = !constant || byPosition ? BORDER_MAPPED : fill2 === void 0 ? BORDER_ZERO : BORDER_FADE;
  return INTERPOLATION_NUMBERS[interpolation] << INTERPOLATION_SHIFT | EDGE_NUMBERS[edge2] << EDGE_SHIFT | border << BORDER_SHIFT | (byPosition ? INSIDE : 0) | (window ? WINDOW : 0) | (peer === "torchvision" ? TORCHVISION : 0);
}
function setFill({ fill: fill2 }, precision) {
  const red = fill2?.[0] ?? 0;
  const alpha = fill2?.[3] ?? (fill2 === void 0 || fill2.length === 1 ? red : 255);
  record.fill[0] = fillWord(red, precision);
  record.fill[1] = fillWord(fill2?.[1] ?? red, precision);
  record.fill[2] = fillWord(fill2?.[2] ?? red, precision);
  record.fill[3] = fillWord(alpha, precision);
}
const fillWord = (level2, precision) => precision === "f32" ? f32(level2 / 255) : Math.min(255, Math.max(0, Math.round(level2)));
function spanWord(start, length) {
  const half = (value) => Math.min(32767, Math.max(-32768, value)) & 65535;
  return half(start + length) << 16 | half(start);
}
function setAffine(warp, input, output) {
  const { matrix } = warp;
  const by = matrix[8] ?? 1;
  for (let i = 0; i < 6; i++) scaled$1[i] = matrix[i] / by;
  const farthest = Math.max(input.width, input.height, largest$1(scaled$1, 0, output), largest$1(scaled$1, 3, output));
  const bits = bitsBelow(LIMIT, farthest + 4, MOST_FRACTION_BITS, FEWEST_FRACTION_BITS, matrix);
  setFixed(record.x, X_LOW, 0, bits);
  setFixed(record.y, Y_LOW, 3, bits);
  record.flags = bits | KIND_AFFINE << KIND_SHIFT;
  setLow();
  record.lower = bytes(Y_LOW[1], Y_LOW[2], 0, 0);
  setWindow(warp);
}
const scaled$1 = new Float64Array(9);
function largest$1(matrix, at2, { width, height }) {
  const a = matrix[at2];
  const b = matrix[at2 + 1];
  const c = matrix[at2 + 2];
  const right = width - 0.5;
  const bottom = height - 0.5;
  return Math.max(
    Math.abs(a * 0.5 + b * 0.5 + c),
    Math.abs(a * 0.5 + b * bottom + c),
    Math.abs(a * right + b * 0.5 + c),
    Math.abs(a * right + b * bottom + c)
  );
}
function bitsBelow(limit, size, most, fewest, matrix) {
  if (!Number.isFinite(size)) throw new ArgumentError("matrix", "finite numbers", found$1(`[${matrix.join(", ")}]`));
  for (let bits = most; bits >= fewest; bits--) if (size * (1 << bits) < limit) return bits;
  throw new ArgumentError("matrix", "input positions within 262,140 pixels", found$1(`[${matrix.join(", ")}]`));
}
const X_LOW = row();
const Y_LOW = row();
const BELOW_LOW = row();
const setLow = () => {
  record.low = bytes(X_LOW[0], X_LOW[1], X_LOW[2], Y_LOW[0]);
};
function setFixed(high, low, at2, bits) {
  const unit = powerOfTwo(bits) * LOW_BITS;
  const a = scaled$1[at2];
  const b = scaled$1[at2 + 1];
  const c = scaled$1[at2 + 2];
  setEntry(high, low, 0, a * unit);
  setEntry(high, low, 1, b * unit);
  setEntry(high, low, 2, (a / 2 + b / 2 + c) * unit + LOW_BITS / 2);
}
function setEntry(high, low, entry, value) {
  const rounded = Math.round(value);
  high[entry] = Math.floor(rounded / LOW_BITS);
  low[entry] = rounded - high[entry] * LOW_BITS;
}
const bytes = (a, b, c, d) => a | b << 8 | c << 16 | d << 24;
const powerOfTwo = (bits) => (1 << (bits >> 1)) * (1 << bits - (bits >> 1));
function setHomography(matrix, input, output) {
  const middle2 = matrix[6] * (output.width / 2) + matrix[7] * (output.height / 2) + matrix[8];
  const most = largest$1(matrix, 6, output) * (middle2 < 0 ? -1 : 1);
  for (let i = 0; i < 9; i++) scaled$1[i] = matrix[i] / most;
  const fraction = bitsBelow(
    LIMIT / 2,
    Math.max(input.width, input.height) + 4,
    MOST_FRACTION_BITS,
    FEWEST_FRACTION_BITS,
    matrix
  );
  const numeratorBits = bitsBelow(
    LIMIT,
    Math.max(1, largest$1(scaled$1, 0, output), largest$1(scaled$1, 3, output)),
    29,
    0,
    matrix
  );
  const denominatorBits = bitsBelow(LIMIT, 1, 29, 0, matrix);
  setFixed(record.x, X_LOW, 0, numeratorBits);
  setFixed(record.y, Y_LOW, 3, numeratorBits);
  setFixed(record.below, BELOW_LOW, 6, denominatorBits);
  const steps = fraction + 1 + denominatorBits - numeratorBits;
  record.flags = fraction | KIND_HOMOGRAPHY << KIND_SHIFT | steps << STEPS_SHIFT | BELOW_LOW[2] << M8_SHIFT;
  setLow();
  record.lower = bytes(Y_LOW[1], Y_LOW[2], BELOW_LOW[0], BELOW_LOW[1]);
}
function averages({ antialias, interpolation, matrix, peer }) {
  if (!antialias || interpolation === "nearest") return false;
  if (interpolation === "bicubic") throw new ArgumentError("antialias", "false with bicubic", true);
  const across = matrix[0];
  const down = matrix[4];
  if (!isAffine(matrix) || matrix[1] !== 0 || matrix[3] !== 0 || across === 0 || down === 0)
    throw new ArgumentError("antialias", "a matrix that only scales, flips and moves", found$1(`[${matrix.join(", ")}]`));
  return peer === "pillow" || Math.abs(across) > 1 || Math.abs(down) > 1;
}
const MOST_WEIGHT = 1 << 18;
function setAverage(warp, input, output) {
  const matrix = warp.matrix.map((m) => m / (warp.matrix[8] ?? 1));
  const x = averageAxis(matrix[0], matrix[2], input.width, output.width);
  const y = averageAxis(matrix[4], matrix[5], input.height, output.height);
  set(record.x, ...x.numbers);
  set(record.y, ...y.numbers);
  record.flags = KIND_AVERAGE << KIND_SHIFT;
  record.low = 0;
  record.lower = bytes(x.shift, y.shift, 0, 0);
  setWindow(warp);
}
function averageAxis(scale, offset, inputSize, outputSize) {
  const whole = scale * outputSize;
  const box = Math.round(whole);
  const isWhole2 = (number) => Math.abs(Math.round(number) - number) < 1e-9 * (1 + Math.abs(number));
  const exact = isWhole2(whole) && isWhole2(offset);
  const reach = Math.max(inputSize, Math.abs(offset) + Math.abs(whole)) + 2 * Math.max(1, Math.abs(scale)) + 2;
  let tap = 2 * outputSize;
  if (tap * reach >= LIMIT)
    throw new ArgumentError(
      "antialias",
      "input and output sizes whose product is below 2^29",
      found$1(`${inputSize} to ${outputSize} pixels`)
    );
  if (!exact) while (2 * tap * reach < LIMIT) tap *= 2;
  const step = 2 * (exact ? box : Math.round(scale * tap / 2));
  const first = Math.round(offset * tap) + step / 2;
  const support = Math.max(tap, Math.abs(step));
  let shift = 0;
  while ((support >> shift) * (Math.floor(support / tap) + 2) >= MOST_WEIGHT) shift++;
  return { numbers: [first, step, tap], shift };
}
const WARP_PEERS = ["pillow", "torchvision", "kerascv"];
function readingArgs({
  interpolation = "bilinear",
  edge: edge2 = "constant"
} = {}) {
  return {
    interpolation: {
      type: "choice",
      values: INTERPOLATIONS,
      default: interpolation,
      unit: "name",
      about: "The pixel that a position lies in, a weighted mean of the four around it, or a cubic through sixteen."
    },
    edge: {
      type: "choice",
      values: EDGES,
      default: edge2,
      unit: "name",
      about: "Outside a picture a b c d there is: constant, `fill`; edge, a a|a b c d|d d; reflect, c b|a b c d|c b; symmetric, b a|a b c d|d c; wrap, c d|a b c d|a b."
    },
    fill: {
      ...fillArg,
      about: "For edge constant: one level for all channels, or one per channel (three are opaque). Left out it is 0, and for torchvision the border does not fade to it (its null)."
    }
  };
}
const fillArg = {
  type: "list",
  min: 0,
  max: 255,
  default: void 0,
  unit: "level 0..255"
};
function readingOf({ interpolation, edge: edge2, fill: fill2, peer }) {
  return {
    interpolation,
    edge: peer === "kerascv" && edge2 === "reflect" ? "symmetric" : edge2,
    fill: fill2,
    peer: peer === "torchvision" ? "torchvision" : "pillow"
  };
}
function warpOf(matrix, args, more) {
  return makeWarp(matrix, readingOf(args), more);
}
const sideArg = { type: "integer", min: 1, max: 16384, unit: "pixels" };
const startArg = { type: "integer", min: -16384, max: 16384, unit: "pixels" };
const affineOp = defineOp({
  name: "affine",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Turns, shears, scales and moves the picture about its middle in one read, as `F.affine`; or any affine map given as `matrix`. Here a positive angle turns clockwise, as in torchvision's function of the name (`rotate` turns the other way).",
  peers: ["torchvision", "pillow", "kerascv"],
  args: {
    angle: { type: "number", min: -36e3, max: 36e3, default: 0, identity: 0, unit: "degrees", about: "Clockwise." },
    translate: {
      type: "list",
      length: 2,
      min: -16384,
      max: 16384,
      default: [0, 0],
      identity: [0, 0],
      unit: "pixels",
      about: "To the right and down."
    },
    scale: {
      type: "number",
      min: 1e-3,
      max: 1e3,
      default: 1,
      identity: 1,
      unit: "factor",
      about: "Above 1 enlarges."
    },
    shear: {
      type: "list",
      length: 2,
      min: -89,
      max: 89,
      default: [0, 0],
      identity: [0, 0],
      unit: "degrees",
      about: "Along x and along y."
    },
    matrix: {
      type: "list",
      length: 6,
      default: void 0,
      unit: "pixels in per pixel out",
      about: "Instead of all the others: m0..m5 from output to input, pixel centres at + 0.5: x_in = m0 (x + 0.5) + m1 (y + 0.5) + m2, y_in = m3 (x + 0.5) + m4 (y + 0.5) + m5 (Pillow's `Image.transform(AFFINE)`)."
    },
    ...readingArgs()
  },
  atMagnitude: (magnitude) => ({ angle: 20 * magnitude, scale: 1 + 0.2 * magnitude, shear: [10 * magnitude, 0] }),
  warp(args, size) {
    return warpOf(args.matrix ?? affineMatrix(args, size), args);
  }
});
function affineMatrix({ angle, translate: [right, down], scale, shear: [shearX, shearY] }, { width, height }) {
  const cos = cosDegrees(angle - shearY) / cosDegrees(shearY);
  const sin = sinDegrees(angle - shearY) / cosDegrees(shearY);
  const a = cos / scale;
  const b = (cos * tanDegrees(shearX) + sinDegrees(angle)) / scale;
  const c = -sin / scale;
  const d = (cosDegrees(angle) - sin * tanDegrees(shearX)) / scale;
  const x = -width / 2 - right;
  const y = -height / 2 - down;
  return [d, b, d * x + b * y + width / 2, c, a, c * x + a * y + height / 2];
}
const MAX_SIDE = 16384;
function sizeByRatio({ height, width }, { shortest, longest }, rounding2) {
  const other = (side, to, by) => Math.max(1, rounding2 === "down" ? Math.floor(side * to / by) : halfEven(to / by * side));
  let short = Math.min(height, width);
  let long = Math.max(height, width);
  if (shortest !== void 0) [short, long] = [shortest, other(shortest, long, short)];
  const most = longest ?? MAX_SIDE;
  const isLongest = longest !== void 0 && shortest === void 0;
  if (isLongest || long > most) [short, long] = [other(most, short, long), most];
  return width <= height ? { height: long, width: short } : { height: short, width: long };
}
function halfEven(x) {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}
const { edge: edge$2, fill: fill$2 } = readingArgs();
const centerCropOp = defineOp({
  name: "centerCrop",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Cuts a box out of the picture's middle (`CenterCrop`, `F.center_crop`). Where the picture is smaller, it is padded in the mode of `edge`, the odd line below and to the right. Of an odd number of lines to cut off, torchvision's `round` may take one more above or below; for the peers pillow and kerascv (albumentations, Keras) the odd one is always below and to the right. Pixels move whole.",
  peers: ["torchvision", "pillow", "kerascv"],
  args: {
    height: { ...sideArg, about: "Of the box, and of the result.", sideOfResult: "height" },
    width: { ...sideArg, about: "Of the box, and of the result.", sideOfResult: "width" },
    edge: edge$2,
    fill: fill$2
  },
  examples: () => [
    { height: 80, width: 80 },
    { height: 64, width: 64 },
    { height: 48, width: 96 },
    { height: 112, width: 112 }
  ],
  laws: { neutral: ({ height, width }) => [{ height, width }] },
  warp(args, input) {
    const { height, width, peer } = args;
    const start = (whole, kept2) => {
      const left = (whole - kept2) / 2;
      return left > 0 && peer === "torchvision" ? halfEven(left) : Math.trunc(left) + 0;
    };
    const matrix = [1, 0, start(input.width, width), 0, 1, start(input.height, height)];
    const permutes = height <= input.height && width <= input.width;
    return warpOf(matrix, { ...args, interpolation: "nearest" }, { size: { height, width }, permutes });
  }
});
const { edge: edge$1, fill: fill$1 } = readingArgs();
const cropOp = defineOp({
  name: "crop",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Cuts a box out of the picture, which becomes the size (`Image.crop`, `F.crop`). Where the box sticks out it is padding: a negative `top` and `left` with a larger `height` and `width` are `F.pad`, in the mode of `edge`. Pixels move whole.",
  said: "cropped to {width} × {height} at {left}, {top}",
  peers: WARP_PEERS,
  args: {
    top: { ...startArg, about: "First row of the box; negative adds rows above." },
    left: { ...startArg, about: "First column of the box; negative adds columns." },
    height: { ...sideArg, about: "Of the box, and of the result.", sideOfResult: "height" },
    width: { ...sideArg, about: "Of the box, and of the result.", sideOfResult: "width" },
    edge: edge$1,
    fill: fill$1
  },
  examples: () => [
    { top: 8, left: 8, height: 80, width: 80 },
    { top: 16, left: 16, height: 64, width: 64 },
    { top: 0, left: 24, height: 96, width: 48 },
    { top: -16, left: 24, height: 96, width: 96 }
  ],
  laws: { neutral: ({ height, width }) => [{ top: 0, left: 0, height, width }] },
  warp(args, input) {
    const { top, left, height, width } = args;
    const size = { height, width };
    const inside = top >= 0 && left >= 0 && top + height <= input.height && left + width <= input.width;
    const matrix = [1, 0, left, 0, 1, top];
    const { edge: edge2, fill: fill2, peer } = args;
    return warpOf(matrix, { interpolation: "nearest", edge: edge2, fill: fill2, peer }, { size, permutes: inside });
  }
});
const boxArg = (min) => ({ type: "number", min, max: 16384, unit: "pixels" });
const cropAndResizeOp = defineOp({
  name: "cropAndResize",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Cuts a box out and resizes it (`F.resized_crop`, the second half of RandomResizedCrop): only pixels of the box are read. `antialias` averages all pixels under an output pixel when shrinking, with torchvision's triangle weights or, for peer pillow, in Pillow's two roundings; it reads (2 s + 1)² pixels at a shrinking of s.",
  said: "cropped to {width} × {height} at {left}, {top} and resized to {outWidth} × {outHeight}",
  peers: ["torchvision", "pillow", "kerascv"],
  args: {
    top: { ...boxArg(-16384), about: "First row of the box; need not be whole." },
    left: { ...boxArg(-16384), about: "First column of the box." },
    height: { ...boxArg(0.01), about: "Of the box." },
    width: { ...boxArg(0.01), about: "Of the box." },
    outHeight: { ...sideArg, about: "Of the result.", sideOfResult: "height" },
    outWidth: { ...sideArg, about: "Of the result.", sideOfResult: "width" },
    antialias: { type: "boolean", default: true, unit: "yes or no", about: "Only for bilinear." },
    interpolation: readingArgs().interpolation,
    overhang: {
      type: "choice",
      values: ["fill", "cut"],
      default: "fill",
      unit: "name",
      about: "Where the box sticks out of the picture the result is `fill` (KerasCV's JitteredResize), or that part is cut off the box first."
    },
    fill: { ...fillArg, about: "One level for all channels, or one per channel. Left out it is 0." }
  },
  examples: ({ height, width }) => [
    [8, 8, 80, 80],
    [0, 20, 64, 64],
    [4, 28, 40, 40],
    [0, 30, 96, 36]
  ].map(([top, left, high, wide]) => ({
    top: top * height / 96,
    left: left * width / 96,
    height: high * height / 96,
    width: wide * width / 96,
    outHeight: height,
    outWidth: width
  })),
  laws: {
    neutral: ({ height, width }) => [{ top: 0, left: 0, height, width, outHeight: height, outWidth: width }],
    // Weights are divided by their sum.
    neutralWithin: 2 ** -24
  },
  warp(args, input) {
    const { outHeight, outWidth, overhang, interpolation, fill: fill2, peer } = args;
    const isCut = overhang === "cut";
    const down = spanOf(args.top, args.height, input.height, isCut, "cropAndResize.top");
    const across = spanOf(args.left, args.width, input.width, isCut, "cropAndResize.left");
    return warpOf(
      [across.length / outWidth, 0, across.start, 0, down.length / outHeight, down.start],
      { interpolation, edge: isCut ? "edge" : "constant", fill: fill2, peer },
      {
        antialias: args.antialias && interpolation === "bilinear",
        window: { top: down.first, height: down.count, left: across.first, width: across.count },
        size: { height: outHeight, width: outWidth }
      }
    );
  }
});
function spanOf(start, length, size, isCut, path) {
  const from = Math.max(0, start);
  const to = Math.min(size, start + length);
  if (!(to > from)) throw new InputError(path, "a box that lies in the picture at least in part", start);
  const first = Math.floor(from);
  return { start: isCut ? from : start, length: isCut ? to - from : length, first, count: Math.ceil(to) - first };
}
const { PLACE_BITS } = constants.place;
const PIXEL = 1 << PLACE_BITS;
const pixelCentre = ({ x, y }) => [
  2 * x + 1 << PLACE_BITS - 1,
  2 * y + 1 << PLACE_BITS - 1
];
function scaled(a, b, bits) {
  const x = Math.abs(a);
  const y = Math.abs(b);
  const lowest = Math.imul(x & 65535, y & 65535) >>> 0;
  const across = (Math.imul(x >>> 16, y & 65535) >>> 0) + (lowest >>> 16);
  const down = (Math.imul(x & 65535, y >>> 16) >>> 0) + (across & 65535);
  const low = (down << 16 | lowest & 65535) >>> 0;
  const rounded = low + (1 << bits - 1 >>> 0) >>> 0;
  const high = Math.imul(x >>> 16, y >>> 16) + (across >>> 16) + (down >>> 16) + (rounded < low ? 1 : 0);
  const size = high << 32 - bits | rounded >>> bits;
  return a < 0 !== b < 0 ? -size : size;
}
const { GRID_BITS, WEIGHT_BITS } = constants.field;
const MOST_CELLS = 64;
function flatField(spline, { across, down, spacing }) {
  const more = spline === "linear" ? 1 : 3;
  const [columns, rows] = [across + more, down + more];
  return { spline, columns, rows, spacing, nodes: new Float64Array(2 * columns * rows) };
}
const FARTHEST = 16383;
function encodeField({ columns, rows, spacing, nodes }, table2) {
  const most = nodes.reduce((far, number) => Math.max(far, Math.abs(number)), 0);
  let bits = PLACE_BITS;
  while (bits > 1 && most * (1 << bits) > 32767) bits--;
  const words2 = new DataView(new ArrayBuffer(nodes.length * Int16Array.BYTES_PER_ELEMENT));
  nodes.forEach((number, i) => {
    const held2 = Math.min(Math.max(number, -FARTHEST), FARTHEST);
    words2.setInt16(i * Int16Array.BYTES_PER_ELEMENT, Math.round(held2 * (1 << bits)), true);
  });
  const [x, y] = [inverseOf(spacing[0]), inverseOf(spacing[1])];
  return {
    nodes: table2(new Uint8Array(words2.buffer)),
    columns,
    rows,
    inverse: [x.inverse, y.inverse],
    bits: [x.bits, y.bits],
    shift: bits + WEIGHT_BITS - PLACE_BITS
  };
}
function inverseOf(spacing) {
  let bits = 1;
  let inverse2 = (1 << GRID_BITS - PLACE_BITS + bits) / spacing;
  for (; bits < 31 && inverse2 < 1073741823; bits++) inverse2 *= 2;
  return { inverse: Math.round(inverse2), bits };
}
function displacedBy({ spline, columns, rows, spacing, nodes }) {
  const weightsOf = spline === "linear" ? linearShares : cubicShares;
  const order = spline === "linear" ? 2 : 4;
  return (x, y) => {
    const [u, v] = [x / spacing[0], y / spacing[1]];
    const [column, row2] = [Math.floor(u), Math.floor(v)];
    const [across, down] = [weightsOf(u - column), weightsOf(v - row2)];
    let [dx, dy] = [0, 0];
    for (let j = 0; j < order; j++) {
      const line = columns * Math.min(Math.max(row2 + j, 0), rows - 1);
      for (let i = 0; i < order; i++) {
        const node = 2 * (line + Math.min(Math.max(column + i, 0), columns - 1));
        const weight = across[i] * down[j];
        dx += weight * nodes[node];
        dy += weight * nodes[node + 1];
      }
    }
    return [x + dx, y + dy];
  };
}
const linearShares = (t) => [1 - t, t];
function cubicShares(t) {
  const u = 1 - t;
  return [
    u * u * u / 6,
    (4 - 6 * t * t + 3 * t * t * t) / 6,
    (1 + 3 * t + 3 * t * t - 3 * t * t * t) / 6,
    t * t * t / 6
  ];
}
function cellOf(centre, inverse2, bits, cells) {
  const position = scaled(centre, inverse2, bits);
  const first = Math.min(position >>> GRID_BITS, cells - 1);
  const rest = position - (first << GRID_BITS);
  return { first, share: rest + (1 << GRID_BITS - WEIGHT_BITS - 1) >> GRID_BITS - WEIGHT_BITS };
}
function linearPlace(field, at2, tables) {
  const centre = pixelCentre(at2);
  const across = cellOf(centre[0], field.inverse[0], field.bits[0], field.columns - 1);
  const down = cellOf(centre[1], field.inverse[1], field.bits[1], field.rows - 1);
  return displaced({ field, tables }, centre, linearNodes(across), linearNodes(down));
}
function cubicPlace(field, at2, tables) {
  const centre = pixelCentre(at2);
  const across = cellOf(centre[0], field.inverse[0], field.bits[0], field.columns - 3);
  const down = cellOf(centre[1], field.inverse[1], field.bits[1], field.rows - 3);
  return displaced({ field, tables }, centre, cubicNodes(across), cubicNodes(down));
}
function displaced({ field, tables }, centre, across, down) {
  const bytes2 = new DataView(tables.buffer, tables.byteOffset + 16 * field.nodes);
  const sums2 = [0, 0];
  for (let axis = 0; axis < 2; axis++) {
    let high = 0;
    let low = 0;
    down.weights.forEach((weight, j) => {
      let line = 0;
      across.weights.forEach((share, i) => {
        const node = (down.first + j) * field.columns + across.first + i;
        line += bytes2.getInt16(4 * node + 2 * axis, true) * share;
      });
      high += (line >> WEIGHT_BITS) * weight;
      low += (line & (1 << WEIGHT_BITS) - 1) * weight;
    });
    sums2[axis] = high + (low >> WEIGHT_BITS);
  }
  const half = 1 << field.shift >> 1;
  return {
    x: centre[0] + (sums2[0] + half >> field.shift),
    y: centre[1] + (sums2[1] + half >> field.shift),
    valid: true
  };
}
const linearNodes = ({ first, share }) => ({ first, weights: [(1 << WEIGHT_BITS) - share, share] });
function cubicNodes({ first: from, share: t }) {
  const u = (1 << WEIGHT_BITS) - t;
  const square2 = t * t + 8192 >>> 14;
  const cube = square2 * t;
  const other = (u * u + 8192 >>> 14) * u;
  const first = Math.floor((other + 196608) / 393216);
  const last2 = Math.floor((cube + 196608) / 393216);
  const third = Math.floor((65542 + 6 * t + 3 * square2 - 3 * (cube >>> 15)) / 12);
  return { first: from, weights: [first, (1 << WEIGHT_BITS) - first - third - last2, third, last2] };
}
const gridArg = {
  type: "list",
  length: 2,
  min: 1,
  max: MOST_CELLS,
  isNoRange: true,
  unit: "cells"
};
const fieldKeyArg = {
  ...keyArg,
  default: [0, 0],
  about: "Names the displacements that are drawn: the same key and number of cells give the same noise."
};
function evenCells(path, [down, across], { height, width }) {
  if (!Number.isInteger(down) || !Number.isInteger(across))
    throw new ArgumentError(path, "[rows, columns], whole numbers", found$1(`[${down}, ${across}]`));
  return { across, down, spacing: [width / across, height / down] };
}
function cellsOfLength(path, spacing, { height, width }) {
  const across = Math.ceil(width / spacing[0] - 1e-9);
  const down = Math.ceil(height / spacing[1] - 1e-9);
  if (Math.max(across, down) > MOST_CELLS)
    throw new ArgumentError(
      path,
      `a number that divides a picture of ${width} × ${height} into ${MOST_CELLS} cells a side at most`,
      found$1(`one that makes ${across} × ${down}`)
    );
  return { across, down, spacing };
}
function drawnField(spline, cells, key, displacement) {
  const field = flatField(spline, cells);
  const [k0, k1] = key;
  const random = new Uint32Array(2);
  for (let node = 0; node < field.columns * field.rows; node++) {
    threefry2x32({ k0, k1 }, node, 0, random);
    field.nodes[2 * node] = displacement(random[0], 0);
    field.nodes[2 * node + 1] = displacement(random[1], 1);
  }
  return field;
}
function givenField(path, spline, cells, given, unit) {
  const field = flatField(spline, cells);
  if (given.length !== field.nodes.length)
    throw new ArgumentError(
      path,
      `${field.nodes.length} numbers, x and y of ${field.columns} × ${field.rows} nodes`,
      found$1(`${given.length}`)
    );
  given.forEach((number, i) => {
    field.nodes[i] = number * unit[i % 2];
  });
  return field;
}
const NORMAL_BITS = 12;
const SMOOTHED = 151 / 315;
const ONE_TO_ONE = 0.48;
const elasticOp = defineOp({
  name: "elastic",
  kind: "warp",
  target: "moves",
  shader: elasticShader,
  about: "Bends the picture smoothly and at random, as the elastic deformations of U-Net: displacements are a cubic B-spline whose coefficients are normal. With a sigma its law is that of torchvision's ElasticTransform (alpha, sigma): the same standard deviation, std = 0.0814 alpha / sigma pixels, and correlations within 0.03. Coefficients are cut off at 0.48 of the spacing, so that nothing folds over, and strong noise gets weaker; `folds` does not. Integer arithmetic; displacements are within 1/6,500 of the largest node.",
  said: "bent by {std} over {sigma}",
  peers: WARP_PEERS,
  args: {
    std: {
      type: "number",
      min: 0,
      max: 1024,
      default: 0,
      identity: 0,
      unit: "pixels",
      about: "Standard deviation of the displacement in x and in y, before it is cut off."
    },
    sigma: {
      type: "number",
      min: 0.5,
      max: 4096,
      default: void 0,
      unit: "pixels",
      about: "Over what distance displacements are alike: the sigma of a Gaussian by which noise is smoothed. Coefficients stand √3 sigma apart, at most 64 along a side."
    },
    grid: {
      ...gridArg,
      default: void 0,
      about: "Instead of sigma: [rows, columns] of cells between coefficients. Without either it is [4, 4]."
    },
    folds: {
      type: "boolean",
      default: false,
      unit: "yes or no",
      about: "Whether coefficients are left as they are drawn, as by torchvision, and the picture may fold over."
    },
    nodes: {
      type: "list",
      min: -16383,
      max: 16383,
      default: void 0,
      isNoRange: true,
      unit: "pixels",
      about: "Instead of drawn coefficients: x and y of each, line by line, from a cell before the picture to a cell behind it, so rows + 3 lines of columns + 3. They are not cut off."
    },
    key: fieldKeyArg,
    ...readingArgs()
  },
  together: oneOfEach,
  atMagnitude: (magnitude) => ({ std: 3 * magnitude, grid: [3, 3], key: [0, 0], edge: "symmetric" }),
  encode: (args, { height, width, table: table2 }) => encodeField(fieldOf$2(args, { height, width }), table2),
  place: cubicPlace,
  placeAt: (args, size) => displacedBy(fieldOf$2(args, size)),
  reading: readingOf
});
function oneOfEach({ sigma, grid, nodes, std }) {
  if (sigma !== void 0 && grid !== void 0)
    throw new ArgumentError("grid", "sigma or grid", found$1("both of them"));
  if (std !== void 0 && nodes !== void 0) throw new ArgumentError("nodes", "std or nodes", found$1("both of them"));
}
function fieldOf$2({ std, sigma, grid, folds, nodes, key }, size) {
  const apart = (sigma ?? 0) * Math.sqrt(3);
  const cells = sigma === void 0 ? evenCells("elastic.grid", grid ?? [4, 4], size) : cellsOfLength("elastic.sigma", [apart, apart], size);
  if (nodes) return givenField("elastic.nodes", "cubic", cells, nodes, [1, 1]);
  const unit = std / SMOOTHED / (1 << NORMAL_BITS);
  return drawnField("cubic", cells, key, (word, axis) => {
    const coefficient = normal12(word) * unit;
    const most = folds ? Number.POSITIVE_INFINITY : ONE_TO_ONE * cells.spacing[axis];
    return Math.min(Math.max(coefficient, -most), most);
  });
}
const flipXOp = defineOp({
  name: "flipX",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Mirrors the picture left to right (`ImageOps.mirror`, `F.hflip`). No pixel changes, so it folds with any other warp.",
  said: "flipped left to right",
  args: {},
  laws: { neutral: "none" },
  warp: (_args, { width }) => warpOf(
    [-1, 0, width, 0, 1, 0],
    { interpolation: "nearest", edge: "edge", fill: void 0, peer: "pillow" },
    { permutes: true }
  )
});
const flipYOp = defineOp({
  name: "flipY",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Mirrors the picture top to bottom (`ImageOps.flip`, `F.vflip`). No pixel changes, so it folds with any other warp.",
  said: "flipped upside down",
  args: {},
  laws: { neutral: "none" },
  warp: (_args, { height }) => warpOf(
    [1, 0, 0, 0, -1, height],
    { interpolation: "nearest", edge: "edge", fill: void 0, peer: "pillow" },
    { permutes: true }
  )
});
const HALF = 2147483648;
const gridDistortionOp = defineOp({
  name: "gridDistortion",
  kind: "warp",
  target: "moves",
  shader: gridDistortionShader,
  about: "Divides the picture into cells, moves their corners, and stretches each cell between its four. albumentations' GridDistortion moves whole lines of corners; here each moves by itself, those on the border too. Below a limit of 0.25 nothing folds over. Integer arithmetic; displacements are within 1/6,500 of the largest node.",
  said: "distorted by {limit} on a grid of {grid}",
  peers: WARP_PEERS,
  args: {
    grid: { ...gridArg, default: [5, 5], about: "[rows, columns] of cells." },
    limit: {
      type: "number",
      min: 0,
      max: 0.5,
      default: 0.2,
      identity: 0,
      unit: "share of a cell",
      about: "How far a corner moves at most, in x and in y: uniform between minus this and this."
    },
    shifts: {
      type: "list",
      min: -64,
      max: 64,
      default: void 0,
      isNoRange: true,
      unit: "share of a cell",
      about: "Instead of drawn ones: how far from a corner its pixel is read, x and y, line by line, so rows + 1 lines of columns + 1."
    },
    key: fieldKeyArg,
    ...readingArgs()
  },
  together({ limit, shifts }) {
    if (limit !== void 0 && shifts !== void 0)
      throw new ArgumentError("shifts", "limit or shifts", found$1("both of them"));
  },
  atMagnitude: (magnitude) => ({ limit: 0.25 * magnitude, grid: [3, 3], key: [0, 0], edge: "symmetric" }),
  encode: (args, { height, width, table: table2 }) => encodeField(fieldOf$1(args, { height, width }), table2),
  place: linearPlace,
  placeAt: (args, size) => displacedBy(fieldOf$1(args, size)),
  reading: readingOf
});
function fieldOf$1({ grid, limit, shifts, key }, size) {
  const cells = evenCells("gridDistortion.grid", grid, size);
  if (shifts) return givenField("gridDistortion.shifts", "linear", cells, shifts, cells.spacing);
  return drawnField("linear", cells, key, (word, axis) => (word - HALF) / HALF * limit * cells.spacing[axis]);
}
const { LENS_BITS, LENS_FARTHEST } = constants.lensDistortion;
const lensDistortionOp = defineOp({
  name: "lensDistortion",
  kind: "warp",
  target: "moves",
  shader: lensDistortionShader,
  about: "Sees the picture through a lens: a pixel at r from the centre c is read at c + r (1 + k1 ρ² + k2 ρ⁴), where ρ is |r| in half diagonals of the picture. Above 0 the picture bulges (barrel), below 0 its corners are drawn out (pincushion). OpenCV's radial model, as albumentations' OpticalDistortion, whose centre is half a pixel off; ours is not. That one counts ρ in widths and heights. Integer arithmetic; positions are within 1/1,000 pixel of the exact ones up to 4,096 pixels, and what lies further than 32,767 pixels away is read there.",
  peers: WARP_PEERS,
  args: {
    k1: {
      type: "number",
      min: -0.5,
      max: 0.5,
      default: 0,
      identity: 0,
      unit: "factor",
      about: "Of the square of the distance."
    },
    k2: { type: "number", min: -0.5, max: 0.5, default: 0, identity: 0, unit: "factor", about: "Of its fourth power." },
    center: {
      type: "list",
      length: 2,
      min: 0,
      max: 1,
      default: [0.5, 0.5],
      unit: "share of the width, of the height",
      about: "What stays where it is."
    },
    ...readingArgs()
  },
  atMagnitude: (magnitude) => ({ k1: 0.5 * magnitude }),
  encode({ k1, k2, center }, { height, width }) {
    let inverse2 = 2147483648 / Math.sqrt(height * height + width * width);
    let bits = 18;
    for (; bits < 31 && inverse2 < 1073741824; bits++) inverse2 *= 2;
    return {
      center: [Math.round(center[0] * width * PIXEL), Math.round(center[1] * height * PIXEL)],
      inverse: Math.round(inverse2),
      bits,
      k1: toFixed(k1, LENS_BITS),
      k2: toFixed(k2, LENS_BITS)
    };
  },
  place({ center, inverse: inverse2, bits, k1, k2 }, at2) {
    const centre = pixelCentre(at2);
    const fromCentre = [centre[0] - center[0], centre[1] - center[1]];
    const x = scaled(fromCentre[0], inverse2, bits);
    const y = scaled(fromCentre[1], inverse2, bits);
    const square2 = scaled(x, x, LENS_BITS) + scaled(y, y, LENS_BITS);
    const more = scaled(square2, k1 + scaled(k2, square2, LENS_BITS), LENS_BITS + 1);
    return { x: moved(centre[0], fromCentre[0], more), y: moved(centre[1], fromCentre[1], more), valid: true };
  },
  placeAt({ k1, k2, center }, { height, width }) {
    const [x, y] = [center[0] * width, center[1] * height];
    const inverse2 = 4 / (height * height + width * width);
    return (atX, atY) => {
      const [dx, dy] = [atX - x, atY - y];
      const square2 = (dx * dx + dy * dy) * inverse2;
      const more = square2 * (k1 + k2 * square2);
      return [atX + dx * more, atY + dy * more];
    };
  },
  reading: readingOf
});
function moved(start, offset, more) {
  const rough = scaled(offset, more, LENS_BITS + 3);
  const farthest = rough < 0 ? -LENS_FARTHEST : LENS_FARTHEST;
  const isFar = Math.abs(rough) > LENS_FARTHEST >> 4;
  const by = isFar ? farthest : scaled(offset, more, LENS_BITS - 1);
  return start + Math.min(by, LENS_FARTHEST - start);
}
const { edge, fill } = readingArgs();
const padIfNeededOp = defineOp({
  name: "padIfNeeded",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: 'Pads the picture to a least size (albumentations\' `PadIfNeeded`); a side that is long enough stays. After `resize({ longest: 640 })` it makes a letterbox of 640 × 640, as `resize` with `fit: "contain"` does in one read. Pixels move whole.',
  peers: WARP_PEERS,
  args: {
    minHeight: { ...sideArg, about: "Of the result, at least.", sideOfResult: "both" },
    minWidth: { ...sideArg, about: "Of the result, at least.", sideOfResult: "both" },
    position: {
      type: "choice",
      values: ["center", "topLeft", "topRight", "bottomLeft", "bottomRight"],
      default: "center",
      unit: "name",
      about: "Where the picture lies in the result; in the center the odd line is below and to the right."
    },
    edge,
    fill
  },
  examples: () => [
    { minHeight: 112, minWidth: 112 },
    { minHeight: 96, minWidth: 128, fill: [128] },
    { minHeight: 128, minWidth: 112, position: "topLeft" },
    { minHeight: 112, minWidth: 112, edge: "reflect" }
  ],
  laws: { neutral: ({ height, width }) => [{ minHeight: height, minWidth: width }] },
  sizeAfter: sizeOf$1,
  warp(args, input) {
    const size = sizeOf$1(args, input);
    const { position } = args;
    const place = (added, isFirst, isLast) => isFirst ? 0 : isLast ? added : Math.floor(added / 2);
    const top = place(size.height - input.height, position.startsWith("top"), position.startsWith("bottom"));
    const left = place(size.width - input.width, position.endsWith("Left"), position.endsWith("Right"));
    const permutes = size.height === input.height && size.width === input.width;
    return warpOf([1, 0, 0 - left, 0, 1, 0 - top], { ...args, interpolation: "nearest" }, { size, permutes });
  }
});
function sizeOf$1({ minHeight, minWidth }, { height, width }) {
  return { height: Math.max(height, minHeight), width: Math.max(width, minWidth) };
}
function solveEquations(given) {
  const equations = [...given];
  for (let column = 0; column < equations.length; column++) {
    const pivot = equations.reduce(
      (best, row2, i) => i > column && Math.abs(row2[column]) > Math.abs(equations[best][column]) ? i : best,
      column
    );
    [equations[column], equations[pivot]] = [equations[pivot], equations[column]];
    const own = equations[column];
    if (Math.abs(own[column]) < 1e-9) return void 0;
    equations.forEach((row2, i) => {
      const times = row2[column] / own[column];
      if (i !== column) equations[i] = row2.map((value, k) => value - times * own[k]);
    });
  }
  return equations.map((row2, i) => row2.slice(equations.length).map((value) => value / row2[i]));
}
const perspectiveOp = defineOp({
  name: "perspective",
  kind: "warp",
  target: "moves",
  projects: true,
  shader: warpShader,
  about: "Looks at the picture from another side: the homography that moves the four `start` points to the four `end` points, as `F.perspective`, or one given as `matrix`. What lies behind the horizon is fill, whatever the edge. Integer arithmetic, divided to the last bit; positions are within 1/2,000 pixel of the exact ones up to 4,096 pixels where the denominator stays above a tenth of its largest value in the picture.",
  said: "seen in perspective",
  peers: ["torchvision", "pillow", "kerascv"],
  args: {
    start: {
      type: "list",
      length: 8,
      default: void 0,
      unit: "pixels",
      about: "x, y of four points of the input, one after the other."
    },
    end: { type: "list", length: 8, default: void 0, unit: "pixels", about: "Where they are in the output." },
    matrix: {
      type: "list",
      length: 9,
      default: void 0,
      identity: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      unit: "pixels in per pixel out",
      about: "Instead of the points: m0..m8 from output to input, pixel centres at + 0.5: x_in = (m0 x + m1 y + m2)/(m6 x + m7 y + m8), y_in = (m3 x + m4 y + m5)/(the same). Pillow's eight PERSPECTIVE numbers and a 1."
    },
    ...readingArgs()
  },
  atMagnitude: (magnitude) => ({ matrix: [1, 0, 0, 0, 1, 0, 4e-3 * magnitude, 2e-3 * magnitude, 1] }),
  warp(args) {
    return warpOf(matrixOf(args), args);
  }
});
function matrixOf({ matrix, start, end }) {
  if (matrix) return matrix;
  if (!start || !end) throw new InputError("perspective", "a matrix, or start and end points", start ?? end);
  return throughPoints(pointsOf(end), pointsOf(start));
}
const pointsOf = (numbers) => [0, 2, 4, 6].map((i) => [numbers[i], numbers[i + 1]]);
function throughPoints(from, to) {
  const matrix = solved(from, to) ?? aboutFirst(from, to);
  if (!matrix) throw new InputError("perspective", "four points of which no three are on a line", from.flat());
  return matrix;
}
function aboutFirst(from, to) {
  const [left, top] = from[0];
  const moved2 = from.map(([x, y]) => [x - left, y - top]);
  return solved(moved2, to)?.map(
    (value, i, matrix) => i % 3 === 2 ? value - left * matrix[i - 2] - top * matrix[i - 1] : value
  );
}
function solved(from, to) {
  const equations = from.flatMap(([x, y], i) => {
    const [u, v] = to[i];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v]
    ];
  });
  const solution = solveEquations(equations);
  return solution && [...solution.map(([value]) => value), 1];
}
const resizeOp = defineOp({
  name: "resize",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Another size: `height` × `width`, or one side that keeps the ratio of the sides. `shortest` is the shorter side (`Resize(int)`, `SmallestMaxSize`), `longest` the longer one (`LongestMaxSize`); both are a shorter side that no longer side exceeds (torchvision's `max_size`). The other side is cut to whole pixels, as torchvision does, or for peer pillow rounded, as `ImageOps.contain` and albumentations do. Of two sides: `fill` stretches (`Image.resize`, `F.resize`), `cover` fills the result and cuts off what sticks out, centred (`ImageOps.fit`, KerasCV's crop_to_aspect_ratio), `contain` shows all of it, centred on `fill` (`ImageOps.pad`, KerasCV's pad_to_aspect_ratio). `antialias` averages all pixels under an output pixel when shrinking, with torchvision's triangle weights or, for peer pillow, in Pillow's two roundings (alpha is averaged as any channel, not multiplied in); it reads (2 s + 1)² pixels at a shrinking of s. Without it a pixel is interpolated from its neighbours only (KerasCV). Nearest is Pillow's, torch's `nearest-exact`.",
  said: "resized to {width} × {height}",
  peers: ["torchvision", "pillow", "kerascv"],
  args: {
    height: { ...sideArg, about: "Of the result; with `width`.", default: void 0, sideOfResult: "height" },
    width: { ...sideArg, about: "Of the result; with `height`.", default: void 0, sideOfResult: "width" },
    shortest: {
      ...sideArg,
      about: "Instead of both: the shorter side of the result.",
      default: void 0,
      sideOfResult: "both"
    },
    longest: {
      ...sideArg,
      about: "Instead of both: the longer side of the result; beside `shortest`, what it is at most.",
      default: void 0,
      sideOfResult: "both"
    },
    fit: {
      type: "choice",
      values: ["fill", "cover", "contain"],
      default: "fill",
      unit: "name",
      about: "How the picture meets another shape."
    },
    antialias: { type: "boolean", default: true, unit: "yes or no", about: "Only for bilinear." },
    interpolation: readingArgs().interpolation,
    fill: { ...fillArg, about: "For contain: one level for all channels, or one per channel. Left out it is 0." }
  },
  examples: () => [
    { height: 64, width: 64 },
    { height: 48, width: 96 },
    { height: 48, width: 96, fit: "cover" },
    { height: 48, width: 96, fit: "contain", fill: [128] },
    { shortest: 40 }
  ],
  together({ height, width, shortest, longest, fit }) {
    const byRatio = shortest !== void 0 || longest !== void 0;
    if (!byRatio && height === void 0) throw new ArgumentError("height", NEEDED, height);
    if (!byRatio && width === void 0) throw new ArgumentError("width", NEEDED, width);
    if (!byRatio) return;
    if (height !== void 0) throw new ArgumentError("height", "nothing beside shortest or longest", height);
    if (width !== void 0) throw new ArgumentError("width", "nothing beside shortest or longest", width);
    if (fit !== void 0 && fit !== "fill")
      throw new ArgumentError("fit", "nothing beside shortest or longest, which keep the ratio", fit);
    if (typeof shortest === "number" && typeof longest === "number" && longest < shortest)
      throw new ArgumentError("longest", `at least ${shortest}, as shortest`, longest);
  },
  sizeAfter: sizeOf,
  laws: {
    neutral: ({ height, width }) => ["fill", "cover", "contain"].map((fit) => ({ height, width, fit })),
    // Weights are divided by their sum.
    neutralWithin: 2 ** -24
  },
  warp(args, input) {
    const size = sizeOf(args, input);
    const { fit, interpolation, fill: fill2, peer } = args;
    const reading = { interpolation, edge: fit === "contain" ? "constant" : "edge", fill: fill2, peer };
    const antialias = args.antialias && interpolation === "bilinear";
    const window = fit === "contain" ? { top: 0, left: 0, ...input } : void 0;
    return warpOf(fitMatrix(fit, input, size), reading, { antialias, size, window });
  }
});
const NEEDED = "an integer 1 to 16384 (pixels), with the other side; or shortest, or longest";
function sizeOf({ height, width, shortest, longest, peer }, input) {
  if (height !== void 0 && width !== void 0) return { height, width };
  return sizeByRatio(input, { shortest, longest }, peer === "pillow" ? "nearest" : "down");
}
function fitMatrix(fit, input, output) {
  const across = input.width / output.width;
  const down = input.height / output.height;
  if (fit === "fill" || across === down) return [across, 0, 0, 0, down, 0];
  if (fit === "cover") {
    const scale2 = Math.min(across, down);
    return [scale2, 0, (input.width - scale2 * output.width) / 2, 0, scale2, (input.height - scale2 * output.height) / 2];
  }
  const scale = Math.max(across, down);
  const inner = {
    width: Math.max(1, halfEven(input.width / scale)),
    height: Math.max(1, halfEven(input.height / scale))
  };
  const x = input.width / inner.width;
  const y = input.height / inner.height;
  return [
    x,
    0,
    -x * halfEven((output.width - inner.width) / 2),
    0,
    y,
    -y * halfEven((output.height - inner.height) / 2)
  ];
}
const rotateOp = defineOp({
  name: "rotate",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Turns the picture counter-clockwise about its middle (W/2, H/2), as `Image.rotate` and `F.rotate` do; the size stays (Pillow without expand). Exact at multiples of 90 degrees: of a square picture every pixel is moved whole, of another shape the corners that are turned out are lost. KerasCV counts in turns (a factor of 0.1 is 36 degrees) about the same middle.",
  said: "rotated by {degrees}",
  peers: WARP_PEERS,
  args: {
    degrees: { type: "number", min: -36e3, max: 36e3, identity: 0, unit: "degrees", about: "Counter-clockwise." },
    ...readingArgs()
  },
  atMagnitude: (magnitude) => ({ degrees: 30 * magnitude }),
  warp(args, { height, width }) {
    const cos = cosDegrees(args.degrees);
    const sin = sinDegrees(args.degrees);
    const across = (width - cos * width + sin * height) / 2;
    const down = (height - sin * width - cos * height) / 2;
    return warpOf([cos, -sin, across, sin, cos, down], args);
  }
});
const shearXOp = defineOp({
  name: "shearX",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Slants the picture: a row is read `share` times its height below the top further right, x_in = x + share · y, about the top left corner of the picture, as Pillow, timm and torchvision's policies do. KerasCV's is about the middle of the first pixel: share/2 pixels beside.",
  said: "sheared by {share} across",
  peers: WARP_PEERS,
  args: {
    share: {
      type: "number",
      min: -8,
      max: 8,
      identity: 0,
      unit: "pixels across per pixel down",
      about: "Positive moves lower rows left."
    },
    ...readingArgs()
  },
  atMagnitude: (magnitude) => ({ share: 0.3 * magnitude }),
  warp: (args) => warpOf([1, args.share, 0, 0, 1, 0], args)
});
const shearYOp = defineOp({
  name: "shearY",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Slants the picture: a column is read `share` times its distance from the left further down, y_in = y + share · x, about the top left corner of the picture, as Pillow, timm and torchvision's policies do. KerasCV's is about the middle of the first pixel: share/2 pixels beside.",
  said: "sheared by {share} down",
  peers: WARP_PEERS,
  args: {
    share: {
      type: "number",
      min: -8,
      max: 8,
      identity: 0,
      unit: "pixels down per pixel across",
      about: "Positive moves columns on the right up."
    },
    ...readingArgs()
  },
  atMagnitude: (magnitude) => ({ share: 0.3 * magnitude }),
  warp: (args) => warpOf([1, 0, 0, args.share, 1, 0], args)
});
const BEYOND = 6;
function sampledField(cells, displacement) {
  const field = flatField("cubic", cells);
  const { columns, rows, spacing } = field;
  const [wide, tall] = [columns + 2 * BEYOND, rows + 2 * BEYOND];
  const planes2 = [new Float64Array(wide * tall), new Float64Array(wide * tall)];
  for (let j = 0; j < tall; j++)
    for (let i = 0; i < wide; i++) {
      const [dx, dy] = displacement((i - BEYOND - 1) * spacing[0], (j - BEYOND - 1) * spacing[1]);
      planes2[0][j * wide + i] = dx;
      planes2[1][j * wide + i] = dy;
    }
  planes2.forEach((plane, axis) => {
    for (let j = 0; j < tall; j++) toCoefficients(plane, { from: j * wide, step: 1, count: wide });
    for (let i = 0; i < wide; i++) toCoefficients(plane, { from: i, step: wide, count: tall });
    for (let node = 0; node < columns * rows; node++) {
      const at2 = (Math.floor(node / columns) + BEYOND) * wide + node % columns + BEYOND;
      field.nodes[2 * node + axis] = plane[at2];
    }
  });
  return field;
}
function toCoefficients(plane, { from, step, count }) {
  const factors = new Float64Array(count);
  for (let i = 1; i < count - 1; i++) {
    const at2 = from + i * step;
    const pivot = 4 - factors[i - 1];
    factors[i] = 1 / pivot;
    plane[at2] = (6 * plane[at2] - plane[at2 - step]) / pivot;
  }
  for (let i = count - 2; i > 0; i--) {
    const at2 = from + i * step;
    plane[at2] = plane[at2] - factors[i] * plane[at2 + step];
  }
}
function thinPlate(points, values) {
  const equations = points.map(([x, y], i) => [
    ...points.map(([px, py]) => bent(x - px, y - py)),
    1,
    x,
    y,
    ...values[i]
  ]);
  const sums2 = [points.map(() => 1), points.map(([x]) => x), points.map(([, y]) => y)];
  const solution = solveEquations([...equations, ...sums2.map((row2) => [...row2, 0, 0, 0, 0, 0])]);
  if (!solution) return void 0;
  const [flat, across, down] = solution.slice(points.length);
  return (x, y) => {
    let dx = flat[0] + across[0] * x + down[0] * y;
    let dy = flat[1] + across[1] * x + down[1] * y;
    points.forEach(([px, py], i) => {
      const by = bent(x - px, y - py);
      dx += solution[i][0] * by;
      dy += solution[i][1] * by;
    });
    return [dx, dy];
  };
}
function bent(x, y) {
  const square2 = x * x + y * y;
  return square2 === 0 ? 0 : square2 * log(square2) / 2;
}
const CELLS = 32;
const MOST_POINTS = 64;
const pointsArg = {
  type: "list",
  min: -1,
  max: 2,
  isNoRange: true,
  unit: "share of the width, of the height"
};
const CORNERS = [0, 0, 1, 0, 0, 1, 1, 1, 0.5, 0.5];
const thinPlateSplineOp = defineOp({
  name: "thinPlateSpline",
  kind: "warp",
  target: "moves",
  shader: thinPlateSplineShader,
  about: "Moves some points of the picture, and bends what is between them as a thin plate would bend (Bookstein 1989; SciPy's RBFInterpolator, kernel thin_plate_spline), as Kornia's and albumentations' ops of this name. It is solved in f64, sampled at 32 cells a side and read through an interpolating cubic B-spline: within a few thousandths of the largest displacement.",
  said: "bent as a thin plate",
  peers: WARP_PEERS,
  args: {
    from: {
      ...pointsArg,
      default: CORNERS,
      about: `x and y of points of the picture, one after the other: 3 to ${MOST_POINTS}, not all on a line. The corners and the middle.`
    },
    to: { ...pointsArg, default: CORNERS, identity: CORNERS, about: "Where they are afterwards, as many." },
    distance: {
      type: "choice",
      values: ["pixels", "share"],
      default: "pixels",
      unit: "name",
      about: "Whether the plate is as wide and as high as the picture, or square whatever its sides, as Kornia's: two different bends."
    },
    ...readingArgs()
  },
  together: areAsMany,
  atMagnitude: (magnitude) => ({
    to: [0.2, 0.1, 0.9, 0, 0, 0.8, 1, 1, 0.6, 0.45].map((share, i) => CORNERS[i] + magnitude * (share - CORNERS[i])),
    edge: "symmetric"
  }),
  encode: (args, { height, width, table: table2 }) => encodeField(fieldOf(args, { height, width }), table2),
  place: cubicPlace,
  placeAt: (args, size) => displacedBy(fieldOf(args, size)),
  reading: readingOf
});
function areAsMany({ from = CORNERS, to = CORNERS }) {
  if (!Array.isArray(from) || !Array.isArray(to)) return;
  if (from.length % 2 !== 0 || from.length < 6 || from.length > 2 * MOST_POINTS)
    throw new ArgumentError("from", `x and y of 3 to ${MOST_POINTS} points`, found$1(`${from.length} numbers`));
  if (to.length !== from.length)
    throw new ArgumentError("to", `as many numbers as in from, ${from.length}`, found$1(`${to.length}`));
}
function fieldOf({ from, to, distance }, size) {
  const { height, width } = size;
  const cells = evenCells("thinPlateSpline", [CELLS, CELLS], size);
  const side = Math.max(width, height);
  const [perX, perY] = distance === "share" ? [1, 1] : [width / side, height / side];
  const points = pairs(to).map(([x, y]) => [x * perX, y * perY]);
  const moves = pairs(from).map(([x, y], i) => [(x - to[2 * i]) * width, (y - to[2 * i + 1]) * height]);
  const plate = thinPlate(points, moves);
  if (!plate) throw new ArgumentError("thinPlateSpline.to", "points that are not all on a line, no two the same", to);
  return sampledField(cells, (x, y) => plate(x / width * perX, y / height * perY));
}
const pairs = (numbers) => Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]]);
const translateXOp = defineOp({
  name: "translateX",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Moves the picture to the right by `pixels`, x_in = x − pixels, as torchvision's positive magnitudes do; Pillow's and timm's matrix (1, 0, v, 0, 1, 0) and KerasCV's positive factors move it to the left, which is pixels: −v. torchvision moves by whole pixels only: for that peer the number is cut off.",
  said: "moved by {pixels} across",
  peers: WARP_PEERS,
  args: {
    pixels: {
      type: "number",
      min: -16384,
      max: 16384,
      identity: 0,
      unit: "pixels",
      about: "How far to the right; negative is left."
    },
    ...readingArgs()
  },
  atMagnitude: (magnitude) => ({ pixels: 32 * magnitude }),
  warp: (args) => warpOf([1, 0, -movedBy(args), 0, 1, 0], args)
});
function movedBy({ pixels, peer }) {
  return (peer === "torchvision" ? Math.trunc(pixels) : pixels) + 0;
}
const translateYOp = defineOp({
  name: "translateY",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Moves the picture down by `pixels`, y_in = y − pixels, as torchvision's positive magnitudes do; Pillow's and timm's matrix (1, 0, 0, 0, 1, v) and KerasCV's positive factors move it up, which is pixels: −v. torchvision moves by whole pixels only: for that peer the number is cut off.",
  said: "moved by {pixels} down",
  peers: WARP_PEERS,
  args: {
    pixels: {
      type: "number",
      min: -16384,
      max: 16384,
      identity: 0,
      unit: "pixels",
      about: "How far down; negative is up."
    },
    ...readingArgs()
  },
  atMagnitude: (magnitude) => ({ pixels: 32 * magnitude }),
  warp: (args) => warpOf([1, 0, 0, 0, 1, -movedBy(args)], args)
});
const zoomArg = { type: "number", min: 0.01, max: 100, identity: 1, unit: "factor" };
const zoomOp = defineOp({
  name: "zoom",
  kind: "warp",
  target: "moves",
  shader: warpShader,
  about: "Enlarges or shrinks about the picture's middle, in either direction by its own factor: x_in = z x + (1 − z) W/2 for pixel centres at + 0.5, which is KerasCV's x_in = z x + (1 − z) (W − 1)/2 for whole coordinates. As there, a factor above 1 zooms out: the picture gets smaller and what is beside it shows; 0.5 shows the middle half at twice the size.",
  peers: ["kerascv", "pillow", "torchvision"],
  args: {
    height: { ...zoomArg, about: "Of the rows: how much of the height is shown." },
    width: { ...zoomArg, about: "Of the columns. Left out it is the same as `height`.", default: void 0 },
    ...readingArgs({ edge: "symmetric" })
  },
  atMagnitude: (magnitude) => ({ height: 1 + 0.5 * magnitude }),
  warp(args, { height, width }) {
    const down = args.height;
    const across = args.width ?? down;
    return warpOf([across, 0, (1 - across) * width / 2, 0, down, (1 - down) * height / 2], args);
  }
});
const imageOps = {
  affine: affineOp,
  autocontrast: autocontrastOp,
  brightness: brightnessOp,
  brightnessDelta: brightnessDeltaOp,
  centerCrop: centerCropOp,
  channelShift: channelShiftOp,
  channelShuffle: channelShuffleOp,
  color: colorOp,
  colorDegeneration: colorDegenerationOp,
  contrast: contrastOp,
  crop: cropOp,
  cropAndResize: cropAndResizeOp,
  cutout: cutoutOp,
  downscale: downscaleOp,
  elastic: elasticOp,
  equalize: equalizeOp,
  erase: eraseOp,
  flipX: flipXOp,
  flipY: flipYOp,
  gamma: gammaOp,
  gaussianBlur: gaussianBlurOp,
  gaussianNoise: gaussianNoiseOp,
  grayscale: grayscaleOp,
  gridDistortion: gridDistortionOp,
  gridMask: gridMaskOp,
  hue: hueOp,
  identity: identityOp,
  invert: invertOp,
  jigsaw: jigsawOp,
  jpegQuality: jpegQualityOp,
  lensDistortion: lensDistortionOp,
  medianBlur: medianBlurOp,
  normalize: normalizeOp,
  padIfNeeded: padIfNeededOp,
  perspective: perspectiveOp,
  posterize: posterizeOp,
  rescale: rescaleOp,
  resize: resizeOp,
  rotate: rotateOp,
  saltAndPepper: saltAndPepperOp,
  saturation: saturationOp,
  sepia: sepiaOp,
  sharpness: sharpnessOp,
  shearX: shearXOp,
  shearY: shearYOp,
  smooth3x3: smooth3x3Op,
  solarization: solarizationOp,
  solarize: solarizeOp,
  solarizeAdd: solarizeAddOp,
  thinPlateSpline: thinPlateSplineOp,
  translateX: translateXOp,
  translateY: translateYOp,
  zoom: zoomOp
};
function useAllOps() {
  if (knownOps.isComplete) return;
  useOps(Object.values(imageOps));
  knownOps.isComplete = true;
}
const kept = /* @__PURE__ */ new WeakMap();
const prepareImageStages = (stages, epoch, time, from) => {
  let now = from ? fixed(from) : ownSizes();
  let known2;
  const ready = stages.map((placed2) => {
    const bySize = new StageBySize(placed2, epoch, time);
    const after = now.because ? void 0 : bySize.at(oneSize(now)).after;
    now = after ? fixed(after) : sizesAfterStage(placed2.stage, now, placed2.place);
    return bySize;
  });
  return {
    size: oneSize(now),
    beginBatch(address, boxesOf) {
      known2 = boxesOf;
      for (const stage of ready) stage.beginBatch(address);
    },
    drawOps(pictures, i, size, calls) {
      const boxes = known2 && ((so) => known2(i, size, so));
      drawOps(ready, { pictures, i, size, boxes }, calls);
    }
  };
};
class StageBySize {
  constructor(placed2, epoch, time) {
    this.placed = placed2;
    this.epoch = epoch;
    this.time = time;
  }
  /** The batch's first sample. */
  address = 0;
  last;
  others;
  beginBatch(address) {
    this.address = address;
    if (this.last) this.last.first.address = address;
    if (this.others) for (const { first } of this.others.values()) first.address = address;
  }
  at(size) {
    const { last: last2 } = this;
    if (last2 && isSame(last2.before, size)) return last2;
    const key = size.height * 2 ** 16 + size.width;
    let stage = this.others?.get(key);
    if (!stage) {
      stage = readyStage(this.placed, this.epoch, this.time, size);
      stage.first.address = this.address;
      this.others ??= /* @__PURE__ */ new Map();
      this.others.set(key, stage);
    }
    this.last = stage;
    return stage;
  }
}
function readyStage(placed2, epoch, time, { height, width }) {
  const before = { height, width };
  const last2 = kept.get(placed2);
  if (last2 && last2.epoch.k0 === epoch.k0 && last2.epoch.k1 === epoch.k1 && isSame(last2.before, before)) return last2;
  const { stage, place } = placed2;
  const first = { address: 0 };
  const after = sizesAfterStage(stage, fixed(before), place);
  const ready = {
    epoch,
    before,
    after: after.because ? void 0 : oneSize(after),
    first,
    drawFor: keyed(
      placed2,
      epoch,
      (key) => prepareImageStage(stage, { ...before, time, first, path: place, key, granularity: "sample" })
    )
  };
  if (isSteady(stage)) kept.set(placed2, ready);
  return ready;
}
function isSteady(value) {
  if (typeof value === "function") return false;
  if (typeof value !== "object" || value === null) return true;
  return value.unit !== "step" && Object.values(value).every(isSteady);
}
function drawOps(stages, { pictures, i, size, boxes }, calls) {
  const address = pictures.addresses[i];
  let now = size;
  for (const bySize of stages) {
    const stage = bySize.at(now);
    const from = calls.length;
    stage.first.boxes = boxes;
    stage.drawFor(i >= pictures.external)(address, calls);
    stage.first.boxes = void 0;
    now = stage.after ?? sizeAfterCalls(calls.slice(from), now, bySize.placed.place);
  }
}
const checkAugmenters = ({ augmenters, before }, from) => {
  const [first, ...others] = augmenters.map(
    (augmenter) => oneSize(
      [...augmenter ? [augmenter] : [], ...before].reduce(
        (now, { stage: stage2, place: place2 }) => sizesAfterStage(stage2, now, place2),
        from ? fixed(from) : ownSizes()
      )
    )
  );
  const odd = others.findIndex((size) => !isSame(size, first));
  if (odd < 0) return;
  const { place, stage } = augmenters[odd + 1];
  const expected = `pictures of ${first.height} × ${first.width}, as from the first augmenter`;
  throw new PolicyError(stagePath(place, stage), expected, others[odd]);
};
const ownSizes = () => anySize(noOneSize());
const codecOf = ({ shader }, precision) => shader.words[precision];
function encodeCall(op, args, context, precision) {
  return precision === "u8" || op.kind === "warp" ? op.encode(args, context) : op.encodeF32(args, context);
}
function writeCall(op, named2, precision, words2, at2) {
  codecOf(op, precision).write(named2, words2, at2);
}
function wordsOfCall(op, named2, precision) {
  const words2 = new Uint32Array(codecOf(op, precision).length);
  writeCall(op, named2, precision, words2, 0);
  return words2;
}
const readCall = (op, named2, precision) => codecOf(op, precision).decode(wordsOfCall(op, named2, precision));
function kindOfSegment(segment) {
  if (segment?.tile) return "tile";
  if (segment?.warp || segment?.stencil) return "gather";
  return segment?.calls[0]?.op.kind === "tone" ? "tone" : "plain";
}
const changesNothing = ({ name }) => name === "identity";
const isCurve = (op, precision) => precision === "u8" && (op.kind === "tone" || "byLevel" in op && op.byLevel === true);
const NO_SEGMENTS = [];
class Cutter {
  shape;
  precision;
  /** What the next call works on. */
  context;
  now;
  segments = NO_SEGMENTS;
  /** The segment that the next call may join. */
  current;
  /**
   * Whether a warp may be multiplied into it: what stood in between keeps two warps apart, even an op that does
   * nothing.
   */
  folds = true;
  cutsApart;
  constructor(shape, precision, table2, cutsApart = false) {
    const { height, width, channels } = shape;
    this.shape = shape;
    this.precision = precision;
    this.cutsApart = cutsApart;
    this.now = { height, width };
    this.context = { height, width, channels, table: table2 };
  }
  /** The segments of one picture's calls. `path` leads to the calls, for messages; `size` is its own, if it has one. */
  segmentsOf(calls, path, size = this.shape) {
    this.segments = NO_SEGMENTS;
    this.current = void 0;
    this.resize(size);
    this.context.channels = this.shape.channels;
    for (let i = 0; i < calls.length; i++) {
      const call = calls[i];
      try {
        this.add(call, argsOfCall(call) ?? checkCall(call, `${path()}[${i}]`).args);
      } catch (error) {
        throw atCall(error, call.op, `${path()}[${i}]`);
      }
    }
    return this.segments;
  }
  add(call, args) {
    const { context, precision } = this;
    const op = opNamed(call.op);
    if (this.cutsApart && changesNothing(op)) {
      this.folds = false;
      return;
    }
    if (op.kind === "warp") {
      this.addWarp(op.place ? placedWarp(op, args, context) : op.warp(args, this.now), args.fuse !== false);
      return;
    }
    const words2 = encodeCall(op, args, context, precision);
    if (op.kind === "stencil") {
      this.open().stencil = { op, words: words2 };
      return;
    }
    if (op.kind === "tile") {
      this.open().tile = { op, words: words2 };
      this.current = void 0;
      if (op.show) this.open().stencil = { op, words: words2 };
      return;
    }
    const segment = this.joined(op) ?? this.open();
    if (segment.calls.length === 0) segment.calls = [{ op, words: words2 }];
    else segment.calls.push({ op, words: words2 });
    if (op.kind !== "tone" && op.channelsAfter) {
      const before = context.channels;
      context.channels = op.channelsAfter(args, before);
      segment.channels = context.channels;
      if (context.channels !== before) this.current = void 0;
    }
  }
  /** The segment that a colour, mask or tone op can still be in. */
  joined(op) {
    const { current, precision, cutsApart } = this;
    if (op.kind === "tone") return void 0;
    if (!cutsApart) return current;
    const first = current?.calls[0];
    return first && isCurve(op, precision) && isCurve(first.op, precision) ? current : void 0;
  }
  addWarp(warp, fuses) {
    const { current } = this;
    const canFold = fuses && this.folds && current?.warp && current.calls.length === 0;
    const folded2 = canFold ? foldWarps(current.warp, warp) : void 0;
    const segment = folded2 ? current : this.open();
    segment.warp = folded2 ?? warp;
    if (warp.size) this.resize(warp.size);
    segment.output = this.now;
  }
  open() {
    const { now, context } = this;
    this.folds = true;
    this.current = {
      warp: void 0,
      stencil: void 0,
      tile: void 0,
      calls: NO_CALLS,
      input: now,
      output: now,
      channels: context.channels
    };
    if (this.segments.length === 0) this.segments = [this.current];
    else this.segments.push(this.current);
    return this.current;
  }
  resize({ height, width }) {
    const { now, context } = this;
    if (now.height === height && now.width === width) return;
    this.now = { height, width };
    context.height = height;
    context.width = width;
  }
}
const NO_CALLS = [];
function placedWarp(op, args, context) {
  const named2 = encodeCall(op, args, context, "u8");
  const words2 = readCall(op, named2, "u8");
  return {
    ...op.reading(args),
    op: op.name,
    id: op.shader.id,
    words: wordsOfCall(op, named2, "u8"),
    place: (at2, tables) => op.place(words2, at2, tables)
  };
}
function expectedLevels(policy, shape, cutting = {}, haveOwnSizes = false) {
  const isList = Array.isArray(policy);
  const { augmenters, before, graph } = layOut(isList ? policy : [policy], isList, true);
  let sizes = haveOwnSizes ? ownSizes() : fixed(shape);
  let { channels } = shape;
  const level2 = (steps, above) => {
    let walk = new Walk(cutting);
    const ragged = new Raggedness(sizes);
    const known2 = () => sizes.because ? [] : [{ ...oneSize(sizes), channels }];
    const shapes = known2();
    for (const stages of steps) {
      const from = sizes;
      const after = stages.map((placed2) => placed2 ? sizesAfterStage(placed2.stage, from, placed2.place) : from);
      sizes = oneOfSizes(after, from.because);
      if (stages[0] && !cutting.follows) channels = channelsAfter(stages[0].stage, channels);
      walk = walk.one(stages.map((placed2) => placed2?.stage));
      ragged.note(from, sizes, walk.counts());
      shapes.push(...known2());
    }
    oneSize(sizes);
    const done = graph[above] ? walk.copied(graph[above].stage) : walk;
    return { ...done.level(shapes), ragged: ragged.passes, isAlwaysRagged: ragged.isAlways };
  };
  const each = (stages) => stages.map((stage) => [stage]);
  const levels2 = [level2([augmenters, ...each(before)], 0)];
  graph.forEach(({ stage, after }, g) => {
    for (let between2 = 1; between2 < needsOf(stage).levels; between2++) levels2.push(level2([], graph.length));
    levels2.push(level2(each(after), g + 1));
  });
  if (graph.length === 0) levels2.push(level2([], graph.length));
  return levels2;
}
class Raggedness {
  passes = "none";
  isAlways;
  constructor(start) {
    this.isAlways = start.because !== void 0;
  }
  /** A step leads from some sizes to others, and pictures have so many segments afterwards. */
  note(before, after, counts) {
    const varies = before.because !== void 0 || after.because !== void 0;
    if (!varies && isSame(oneSize(before), oneSize(after))) return;
    const most = Math.max(...counts);
    if (!varies && counts.size === 1 && most < MOST_JOINED) return;
    if (most > 1) this.passes = "all";
    else if (this.passes === "none") this.passes = "first";
  }
}
function channelsAfter(stage, channels) {
  const { ops, children } = partsOfStage(stage);
  const own = ops.reduce((count, op) => channelsOf$1(op, stage, count), channels);
  return children.reduce((count, child) => channelsAfter(child, count), own);
}
function channelsOf$1(name, stage, channels) {
  const op = opNamed(name);
  return "channelsAfter" in op && op.channelsAfter ? op.channelsAfter(stage, channels) : channels;
}
const NONE = "0 closed plain";
const partsOf = (state) => state.split(" ");
const MOST_JOINED = 3;
const MOST_APART = 12;
class Walk {
  constructor(cutting, states = /* @__PURE__ */ new Set([NONE]), met2 = { first: /* @__PURE__ */ new Set(), later: /* @__PURE__ */ new Set(), followed: /* @__PURE__ */ new Set(), ops: /* @__PURE__ */ new Set() }) {
    this.cutting = cutting;
    this.states = states;
    this.met = met2;
  }
  /** They go through one of the stages each. */
  one(stages) {
    return union(stages.map((stage) => stage ? this.stage(stage) : this));
  }
  stage(stage) {
    const { ops, children, takes } = partsOfStage(stage);
    const ways = [
      ...ops.map((op) => (from) => from.op(op, stage)),
      ...children.map((child) => (from) => from.stage(child))
    ];
    const whole = takes === "each" ? ways.reduce((walk, way) => way(walk), this) : this.some(ways, takes);
    return (stage.prob ?? 1) === 1 ? whole : union([this, whole]);
  }
  /** Beside them there are copies that a mixing stage makes for itself. */
  copied(stage) {
    const copies = mixersOf(stage).flatMap((mixer) => {
      const { copies: copies2, draws } = mixOpOf(mixer);
      return copies2 ? [this.stage(copies2(mixer))] : (draws(mixer).ops ?? []).map((op) => this.op(op, {}));
    });
    return union([this, ...copies]);
  }
  /** From `least` to `most` of the ways, one after the other. */
  some(ways, [least, most]) {
    let walk = this;
    const ends = least === 0 ? [this] : [];
    const seen = /* @__PURE__ */ new Set();
    for (let count = 1; count <= most && ways.length > 0; count++) {
      walk = union(ways.map((way) => way(walk)));
      if (count >= least) ends.push(walk);
      const key = [...walk.states].sort().join();
      if (seen.has(key) && count >= least) break;
      seen.add(key);
    }
    return union(ends);
  }
  /** They get a call of this op. `args` are the stage's, as far as it fixes them. */
  op(name, args) {
    const op = opNamed(name);
    const { apart, follows = () => true } = this.cutting;
    const isFollowed = follows(op);
    const states = /* @__PURE__ */ new Set();
    const [first, later, followed] = [new Set(this.met.first), new Set(this.met.later), new Set(this.met.followed)];
    const open = (state, kind, as) => {
      const [count, , last2] = partsOf(state);
      (count === "0" ? first : later).add(kind);
      if (count === "1") followed.add(last2);
      return `${Math.min(Number(count) + 1, apart ? MOST_APART : MOST_JOINED)} ${as} ${kind}`;
    };
    const isNothing = !isFollowed || apart !== void 0 && changesNothing(op);
    for (const state of this.states) {
      const [count, last2, kind] = partsOf(state);
      const stays = (as) => states.add(`${Number(count)} ${as} ${kind}`);
      if (isNothing) stays(last2 === "warps" ? "open" : last2);
      else if (op.kind === "warp") {
        if (last2 === "warps") states.add(state);
        if (last2 !== "warps" || !alwaysFolds(op)) states.add(open(state, "gather", "warps"));
      } else if (op.kind === "stencil") states.add(open(state, "gather", "open"));
      else if (op.kind === "tile") {
        const made = open(state, "tile", "closed");
        states.add(op.show ? open(made, "gather", "open") : made);
      } else if (op.kind === "tone") states.add(open(state, "tone", apart === "u8" ? "curve" : "open"));
      else if (apart && isCurve(op, apart)) states.add(last2 === "curve" ? state : open(state, "plain", "curve"));
      else if (apart || last2 === "closed") states.add(open(state, "plain", "open"));
      else stays("open");
    }
    const isCut = isFollowed && channelsOf$1(name, args, 3) !== 3;
    const closed = (state) => `${partsOf(state)[0]} closed ${partsOf(state)[2]}`;
    const ops = isNothing ? this.met.ops : /* @__PURE__ */ new Set([...this.met.ops, name]);
    return new Walk(this.cutting, isCut ? new Set([...states].map(closed)) : states, { first, later, followed, ops });
  }
  /** How many segments pictures can have. */
  counts() {
    return new Set([...this.states].map((state) => Number(partsOf(state)[0])));
  }
  /** The level, for pictures that have these sizes before, in between and afterwards, as far as they are known. */
  level(sizes) {
    const canBePlain = this.states.has(NONE);
    const first = new Set(this.met.first);
    if (canBePlain && first.size > 0) first.add("plain");
    const later = new Set(this.met.later);
    if (later.size > 0) later.add("plain");
    const counts = this.counts();
    const differ = counts.size > 1 || counts.has(MOST_APART);
    const shape = sizes.at(-1);
    return { shape, canBePlain, first, later, ops: this.met.ops, differ, sizes, beforeLast: this.beforeLast() };
  }
  beforeLast() {
    const first = new Set(this.met.followed);
    const passes2 = [...this.states].map((state) => {
      const [count, , kind] = partsOf(state);
      if (kind === "tile" && count === "1") first.add("tile");
      return kind === "tile" ? Number(count) : Math.max(0, Number(count) - 1);
    });
    return { least: Math.min(...passes2), most: Math.max(...passes2), first };
  }
  /** Everything that was possible in one of them. */
  static union(walks) {
    const all = (of) => new Set(walks.flatMap((walk) => [...of(walk)]));
    return new Walk(
      walks[0]?.cutting ?? {},
      all((walk) => walk.states),
      {
        first: all((walk) => walk.met.first),
        later: all((walk) => walk.met.later),
        followed: all((walk) => walk.met.followed),
        ops: all((walk) => walk.met.ops)
      }
    );
  }
}
const { union } = Walk;
function alwaysFolds(op) {
  return !op.place && Object.keys(op.args).length === 0 && op.warp({}, { height: 1, width: 1 }).permutes === true;
}
const { TILE_SIDE } = constants.grid;
const { LEVELS } = constants.histogram;
const QUAD = 4;
const GRIDS = {
  /** One workgroup counts a picture's levels. */
  tone: () => ({ width: 1, folds: 1 }),
  /** One invocation makes a level. */
  curves: (_, lanes) => fold(LEVELS, lanes),
  /** One invocation makes a pixel. */
  augment: ({ height, width }, lanes) => fold(height * width, lanes),
  /** One invocation makes four. */
  op_quads: ({ height, width }, lanes) => fold(Math.ceil(height * width / QUAD), lanes),
  /** One workgroup makes a tile. */
  tile: ({ height, width }) => fold(Math.ceil(height / TILE_SIDE) * Math.ceil(width / TILE_SIDE), 1)
};
function dispatchOver(lowering, entry, pipeline, pictures, { level: level2, output, buffer: buffer2, records, own }) {
  const { augmentChunks, program } = lowering;
  const list = program.addList(pictures);
  const buffers = {
    chunk: "augmentChunks",
    program: "program",
    tables: "tones",
    ...buffer2 && { pixels: buffer2 },
    ...pageBindings(level2)
  };
  const lanes = kernelNamed(pipeline.kernel).workgroupSize[0];
  const grid = own ? largestGrid(pictures.map((i) => GRIDS[entry](own.sizes[i], lanes))) : GRIDS[entry](output, lanes);
  for (const { first, count } of cut(pictures.length, MAX_GROUPS)) {
    const { view, offset } = augmentChunks.add(AUGMENT_CHUNK_SIZE);
    writeAugmentChunk(view, 0, {
      inWidth: level2.shape.width,
      inHeight: level2.shape.height,
      outWidth: output.width,
      outHeight: output.height,
      channels: level2.shape.channels,
      records,
      gridWidth: grid.width,
      firstPicture: first,
      listed: list,
      extents: own?.extents ?? 0,
      low: level2.range[0],
      inverseRange: 1 / (level2.range[1] - level2.range[0])
    });
    lowering.dispatch({ ...pipeline, buffers, offset, groups: [grid.width, count, grid.folds] });
  }
}
const largestGrid = (grids) => grids.reduce((most, one) => one.width * one.folds > most.width * most.folds ? one : most);
const BYTES_PER_PIXEL = { u8: 4, f32: 16 };
function needsPictures(lowering, { precision, count }, { height, width }, buffer2) {
  lowering.needs(buffer2, count * height * width * BYTES_PER_PIXEL[precision]);
  lowering.needs("tones", count * constants.toneBlock.TONE_BLOCK * Uint32Array.BYTES_PER_ELEMENT);
}
function shapeOf(segments, input, path) {
  const shapeAfter = (segment) => segment ? { ...segment.output, channels: segment.channels } : input;
  const shape = shapeAfter(segments[0]);
  const differs = (size, channels) => size.height !== shape.height || size.width !== shape.width || channels !== shape.channels;
  const odd = segments.findIndex(
    (segment) => segment ? differs(segment.output, segment.channels) : differs(input, input.channels)
  );
  if (odd < 0) return shape;
  const expected = `pictures of ${inWords(shape)}, as the others of the batch become`;
  throw new PlanError(`${path}[${odd}].ops`, expected, found$1(inWords(shapeAfter(segments[odd]))));
}
function inWords({ height, width, channels }) {
  return `${height}×${width}×${channels}`;
}
const RECORD_WORDS = constants.program.RECORD_STRIDE * VEC4;
const CALL_WORDS = constants.program.CALL_STRIDE * VEC4;
function addPass(program, segments, level2, curves = false) {
  let calls = 0;
  for (const segment of segments) calls += segment?.calls.length ?? 0;
  const records = program.grow(segments.length * RECORD_WORDS + calls * CALL_WORDS);
  const { words: words2 } = program;
  let next = records + segments.length * RECORD_WORDS;
  for (let picture = 0; picture < segments.length; picture++) {
    const segment = segments[picture];
    let at2 = records + picture * RECORD_WORDS;
    words2[at2++] = level2.wordOf(picture);
    words2[at2++] = gatherKind(segment, curves);
    words2[at2++] = next / VEC4;
    words2[at2++] = segment?.calls.length ?? 0;
    if (!segment) continue;
    writeGather(segment, level2.precision, words2, at2);
    for (const call of segment.calls) {
      words2[next] = call.op.shader.id;
      writeCall(call.op, call.words, level2.precision, words2, next + VEC4);
      next += CALL_WORDS;
    }
  }
  return records / VEC4;
}
function gatherKind(segment, curves) {
  const { GATHER_NONE, GATHER_WARP, GATHER_STENCIL, GATHER_TILE, GATHER_SHIFT } = constants.program;
  if (segment?.warp) return GATHER_WARP;
  if (segment?.tile) return GATHER_TILE | segment.tile.op.shader.id << GATHER_SHIFT;
  if (segment?.stencil) return GATHER_STENCIL | segment.stencil.op.shader.id << GATHER_SHIFT;
  if (curves && segment?.calls[0]?.op.kind === "tone") return GATHER_NONE | 1 << GATHER_SHIFT;
  return GATHER_NONE;
}
function writeGather({ warp, input, output, tile, stencil }, precision, words2, at2) {
  if (warp) writeWarp({ warp, input, output }, precision, words2, at2);
  else if (tile) writeCall(tile.op, tile.words, precision, words2, at2);
  else if (stencil) writeCall(stencil.op, stencil.words, precision, words2, at2);
}
const { STEP_COPY, STEP_COLOR, STEP_CURVE, STEP_WARP, STEP_STENCIL } = constants.step;
function lowerApart(lowering, level2, { segments, shapes }) {
  const passes2 = segments.reduce((most, { length }) => Math.max(most, length), 0);
  if (passes2 === 0) return level2;
  let now = isInScratch(level2) ? level2 : lowerUnpacking(lowering, level2);
  for (let number = 0; number < passes2; number++) {
    const isCopied = (picture) => segments[picture].length === number && (passes2 - number) % 2 === 1;
    const pass = segments.map((list) => list[number]);
    now = lowerPass$1(lowering, now, { segments: pass, output: shapes[number], isCopied });
  }
  return now;
}
const isInScratch = ({ memory }) => memory === "pixels_u8" || memory === "pixels_f32";
function lowerUnpacking(lowering, level2) {
  const { precision, count, shape } = level2;
  const buffer2 = "even";
  const none = Array.from({ length: count });
  const records = addPass(lowering.program, none, level2);
  const all = Array.from(none, (_, picture) => picture);
  dispatchOver(lowering, "op_quads", unpacking(level2), all, { level: level2, output: shape, buffer: buffer2, records });
  needsPictures(lowering, level2, shape, buffer2);
  return madeLevel({ shape, memory: `pixels_${precision}`, precision, count }, buffer2);
}
function lowerPass$1(lowering, level2, { segments, output, isCopied }) {
  const { precision, count } = level2;
  const buffer2 = level2.pages[0] === "even" ? "odd" : "even";
  const records = addPass(lowering.program, segments, level2, true);
  const tones = new Groups();
  const curved = [];
  const steps = new Groups();
  for (let picture = 0; picture < segments.length; picture++) {
    const segment = segments[picture];
    if (!segment) {
      if (isCopied(picture)) steps.add("copy", picture);
      continue;
    }
    const first = segment.calls[0]?.op;
    const isTone2 = first?.kind === "tone";
    if (isTone2) tones.add(first.name, picture);
    if (precision === "u8" && first && isCurve(first, precision) && segment.calls.length > (isTone2 ? 1 : 0))
      curved.push(picture);
    steps.add(stepOf(segment, precision), picture);
  }
  const pass = { level: level2, output, buffer: buffer2, records };
  const make = { precision, ops: lowering.ops, isWhole: isWhole(output) };
  for (const [op, pictures] of tones.all)
    dispatchOver(lowering, "tone", tonePipeline(op, precision), pictures, pass);
  if (curved.length > 0) dispatchOver(lowering, "curves", curvesPipeline(lowering.ops), curved, pass);
  for (const [step, pictures] of steps.all) {
    const pipeline = pipelineOf(step, make);
    dispatchOver(lowering, step.startsWith("tile ") ? "tile" : "op_quads", pipeline, pictures, pass);
  }
  needsPictures(lowering, level2, output, buffer2);
  return madeLevel({ shape: output, memory: `pixels_${precision}`, precision, count }, buffer2);
}
class Groups {
  all = /* @__PURE__ */ new Map();
  add(key, picture) {
    const group = this.all.get(key);
    if (group) group.push(picture);
    else this.all.set(key, [picture]);
  }
}
const isWhole = ({ height, width }) => height * width % 4 === 0;
const ALL_READS = ["nearest", "bilinear", "bicubic", "average"];
function stepOf({ warp, stencil, tile, calls }, precision) {
  if (warp && "matrix" in warp) return `${isAffine(warp.matrix) ? "warp" : "homography"} ${readOf(warp)}`;
  if (warp) return `placed ${readOf(warp)} ${warp.op}`;
  if (tile) return `tile ${tile.op.name}`;
  if (stencil) return `stencil ${stencil.op.name}`;
  const { op } = calls[0];
  return isCurve(op, precision) ? "curve" : `color ${op.name}`;
}
function pipelineOf(step, { precision, ops, isWhole: isWhole2 }) {
  const [kind, name, op] = step.split(" ");
  const whole = { WHOLE: isWhole2 ? 1 : 0 };
  const kernel = `op_quads_pixels_${precision}`;
  switch (kind) {
    case "copy":
      return { kernel, ops: [], constants: { STEP: STEP_COPY, ...whole } };
    case "curve":
      return { kernel, ops: [], constants: { STEP: STEP_CURVE, ...whole } };
    case "warp":
    case "homography":
    case "placed": {
      const warps = [op ?? matrixWarp(ops)];
      const HOMOGRAPHIES = kind === "homography" ? 1 : 0;
      const constants2 = { STEP: STEP_WARP, ...whole, ...readingSet(warps, [name]), HOMOGRAPHIES };
      return { kernel, ops: warps, constants: constants2 };
    }
    case "tile":
      return { kernel: `tile_pixels_${precision}`, ops: [name], constants: {} };
    default:
      return { kernel, ops: [name], constants: { STEP: kind === "stencil" ? STEP_STENCIL : STEP_COLOR, ...whole } };
  }
}
function unpacking(level2) {
  const kernel = `op_quads_${level2.memory}`;
  const constants2 = known$1(kernelNamed(kernel).overrides, {
    PAGES: level2.pages.length,
    IN_NCHW: level2.layout === "nchw" ? 1 : 0,
    CHANNELS: level2.shape.channels,
    WHOLE: isWhole(level2.shape) ? 1 : 0
  });
  return { kernel, ops: [], constants: constants2 };
}
function tonePipeline(op, precision) {
  const kernel = `tone_pixels_${precision}`;
  return { kernel, ops: opsIn(kernel, [op]), constants: toneSet(kernelNamed(kernel).overrides, [op]) };
}
const curvesPipeline = (ops) => ({
  kernel: "curves_u8",
  ops: levelOps(ops),
  constants: {}
});
function pipelinesApart({ ops, differ, sizes }, level2, precision, options) {
  const all = options.ops ?? [];
  const steps = new Set(differ ? ["copy"] : []);
  const found2 = isInScratch(level2) ? [] : [unpacking(level2)];
  for (const name of ops) {
    const op = opNamed(name);
    if (op.kind === "tone") found2.push(tonePipeline(name, precision));
    if (op.kind === "color" && isCurve(op, precision)) found2.push(curvesPipeline(all));
    if (op.kind === "warp") {
      for (const read2 of options.readings ?? ALL_READS) {
        steps.add(op.place ? `placed ${read2} ${name}` : `warp ${read2}`);
        if (!op.place && op.projects) steps.add(`homography ${read2}`);
      }
    } else if (op.kind === "tile") {
      steps.add(`tile ${name}`);
      if (op.show) steps.add(`stencil ${name}`);
    } else if (op.kind === "stencil") steps.add(`stencil ${name}`);
    else steps.add(isCurve(op, precision) ? "curve" : `color ${name}`);
  }
  for (const whole of new Set(sizes.map(isWhole)))
    for (const step of steps) found2.push(pipelineOf(step, { precision, ops: all, isWhole: whole }));
  return found2;
}
function takesOps(channels, pictures) {
  if (channels !== 2) return channels === 1 || channels === 3 || channels === 4;
  return pictures.every(({ ops = [] }) => ops.every(({ op }) => opNamed(op).target !== "nothing"));
}
function lowerOps(lowering, level2, { segments, shapes, readings }) {
  return shapes.reduce(
    (now, output, number) => lowerPass(lowering, now, { segments: segments.map((list) => list[number]), output, readings }),
    level2
  );
}
function cutOps(lowering, level2, { pictures, path }) {
  const { channels } = level2.shape;
  if (!takesOps(channels, pictures)) throw new PlanError(`${path}.ops`, "pictures of 1, 3 or 4 channels", channels);
  const cutter = new Cutter(
    level2.shape,
    level2.precision,
    (bytes2) => lowering.program.addTable(bytes2),
    lowering.isApart
  );
  let picture = 0;
  const where = () => `${path}[${picture}].ops`;
  const segments = [];
  for (; picture < pictures.length; picture++)
    segments.push(cutter.segmentsOf(pictures[picture].ops ?? NO_OPS, where, level2.own?.sizes[picture]));
  return segments;
}
function passesOf(lowering, { level: level2, segments }, path) {
  const readings = readingsFor(segments, lowering.options.readings);
  const passes2 = segments.reduce((most, { length }) => Math.max(most, length), 1);
  const shapes = [];
  for (let number = 0; number < passes2; number++) {
    const input = shapes[number - 1] ?? level2.shape;
    shapes.push(
      shapeOf(
        segments.map((list) => list[number]),
        input,
        path
      )
    );
  }
  return { segments, shapes, readings };
}
const NO_OPS = [];
function lowerPass(lowering, level2, pass) {
  const { segments, output } = pass;
  const records = addPass(lowering.program, segments, level2);
  const buffer2 = level2.pages[0] === "even" ? "odd" : "even";
  const kinds = segments.map(kindOfSegment);
  const gathers = kinds.some((kind, picture) => kind === "gather" && (pass.makes?.(picture) ?? true));
  for (const one of dispatchesOf(lowering.ops, gathers)) {
    const makes = (picture) => one.entry === "tone" || (pass.makes?.(picture) ?? true);
    const listed = picturesOf(kinds, (kind, picture) => one.takes(kind) && makes(picture));
    dispatchPass(lowering, level2, { ...pass, records, buffer: buffer2 }, one, listed);
  }
  needsPictures(lowering, level2, output, buffer2);
  const { precision, count } = level2;
  return madeLevel({ shape: output, memory: `pixels_${precision}`, precision, count }, buffer2);
}
function lowerTones(lowering, level2, { segments, output, readings, records }) {
  const tone = toneDispatch(lowering.ops);
  const listed = picturesOf(segments.map(kindOfSegment), tone.takes);
  dispatchPass(lowering, level2, { output, readings, records, buffer: void 0 }, tone, listed);
}
function dispatchPass(lowering, level2, { output, readings, records, buffer: buffer2 }, one, listed) {
  if (listed.length === 0) return;
  const pipeline = passPipeline(one, level2, readings);
  dispatchOver(lowering, one.entry, pipeline, listed, { level: level2, output, buffer: buffer2, records });
}
function picturesOf(kinds, takes) {
  const pictures = [];
  for (let i = 0; i < kinds.length; i++) if (takes(kinds[i], i)) pictures.push(i);
  return pictures;
}
function dispatchesOf(ops, hasGathers = false) {
  const plain = plainOps(ops);
  const isOne2 = hasGathers && plain.length === 0;
  const gathers = (kind) => kind === "gather" || isOne2 && kind === "plain";
  return [
    { entry: "tone", takes: (kind) => kind === "tone", ops },
    { entry: "augment", takes: (kind) => kind !== "tile" && !gathers(kind), ops: plain },
    { entry: "augment", takes: gathers, ops },
    { entry: "tile", takes: (kind) => kind === "tile", ops }
  ];
}
function passPipeline({ entry, ops }, level2, readings) {
  const kernel = `${entry}_${level2.memory}`;
  const { overrides } = kernelNamed(kernel);
  const own = opsIn(kernel, ops);
  const constants2 = {
    ...known$1(overrides, { PAGES: level2.pages.length, IN_NCHW: level2.layout === "nchw" ? 1 : 0 }),
    ...level2.isRagged && { RAGGED: 1 },
    ...readingSet(own, readings),
    ...entry === "tone" && toneSet(overrides, own)
  };
  return { kernel, ops: own, constants: constants2 };
}
function pipelinesOfPass(kinds, level2, { ops = [], readings }) {
  return dispatchesOf(ops).filter(({ takes }) => [...kinds].some(takes)).map((dispatch) => passPipeline(dispatch, level2, readings));
}
function pipelineOfTones(level2, { ops = [], readings }) {
  return passPipeline(toneDispatch(ops), level2, readings);
}
const toneDispatch = (ops) => dispatchesOf(ops).find(({ entry }) => entry === "tone");
const ONE_STAGE = 2;
function mixesLast({ tuning = "hardware" }, { slots }, { shape }) {
  return tuning === "hardware" && slots <= ONE_STAGE && usesQuads(shape);
}
function lowerButLast(lowering, source, { segments, shapes, readings }) {
  const before = segments.map(segmentsBefore);
  const passes2 = before.reduce((most, count) => Math.max(most, count), 0);
  const hasRoom = source.pages.length < MAX_PAGES;
  const direct = before.map((count) => passes2 === 0 || hasRoom && count === 0);
  let now = source;
  for (let number = 0; number < passes2; number++) {
    const counted = (segment) => number === 0 && kindOfSegment(segment) === "tone" ? segment : void 0;
    now = lowerPass(lowering, now, {
      segments: segments.map((list, picture) => direct[picture] ? counted(list[0]) : list[number]),
      output: shapes[number],
      readings,
      makes: (picture) => !direct[picture]
    });
  }
  const scratchPage = passes2 > 0 ? hasRoom ? source.pages.length : 0 : void 0;
  const wordOf = (picture) => direct[picture] ? source.wordOf(picture) : (scratchPage << constants.mixChunk.PAGE_SHIFT | picture) >>> 0;
  const last2 = segments.map((list, picture) => list[direct[picture] ? 0 : passes2]);
  const output = shapes.at(-1);
  const records = addPass(lowering.program, last2, { ...source, wordOf });
  const uncounted = passes2 > 0 ? last2.map((segment, picture) => direct[picture] ? void 0 : segment) : last2;
  lowerTones(lowering, now, { segments: uncounted, output, readings, records });
  lowering.needs("tones", source.count * constants.toneBlock.TONE_BLOCK * 4);
  return {
    ...source,
    shape: output,
    range: MADE_RANGE[source.precision],
    pages: passes2 === 0 ? source.pages : hasRoom ? [...source.pages, now.pages[0]] : now.pages,
    wordOf: (picture) => picture,
    last: { records, readings, source, scratch: passes2 > 0 ? { page: scratchPage, shape: now.shape } : void 0 }
  };
}
function segmentsBefore(list) {
  return list.at(-1)?.tile ? list.length : Math.max(0, list.length - 1);
}
function ownLevel({ plan, options }, level2) {
  const { pages, places, externalPlaces } = options;
  const placesOf2 = ({ from }) => from === "external" ? externalPlaces : places;
  return {
    ...level2,
    wordOf(position) {
      const source = plan.sources[position];
      const page = source.from === "external" ? pages : pageOf(places, source.index);
      return page << constants.mixChunk.PAGE_SHIFT >>> 0;
    },
    own: {
      sizes: plan.sources.map((_, position) => sizeOfSource(plan, position)),
      firstOf(position) {
        const source = plan.sources[position];
        return placesOf2(source).firsts[source.index];
      }
    }
  };
}
function lowerToOneSize(lowering, undone, path) {
  const passes2 = raggedPasses(undone);
  if (passes2 === 0) return undone;
  let { level: level2 } = undone;
  for (let number = 0; number < passes2; number++)
    level2 = lowerRagged(
      lowering,
      level2,
      undone.segments.map((list) => list[number]),
      path
    );
  return { level: level2, segments: undone.segments.map((list) => list.slice(passes2)) };
}
function raggedPasses({ level: level2, segments }) {
  const most = segments.reduce((count, { length }) => Math.max(count, length), 0);
  let now = sizesOf(level2);
  let passes2 = level2.own ? 1 : 0;
  for (let number = 0; number < most; number++) {
    const after = now.map((size, picture) => segments[picture][number]?.output ?? size);
    if (!isOne(now) || !isOne(after)) passes2 = number + 1;
    now = after;
  }
  return passes2;
}
const isOne = (sizes) => sizes.every((size) => isSame(size, sizes[0]));
const sizesOf = ({ own, shape, count }) => own?.sizes ?? new Array(count).fill(shape);
function lowerRagged(lowering, level2, segments, path) {
  const { program } = lowering;
  const { precision, count } = level2;
  const before = sizesOf(level2);
  const after = before.map((size, picture) => segments[picture]?.output ?? size);
  const output = { ...largest(after), channels: channelsOf(segments, level2, path) };
  const firsts = new Array(count);
  let pixels = 0;
  for (const [picture, { height, width }] of after.entries()) {
    firsts[picture] = pixels;
    pixels += height * width;
  }
  const records = addPass(program, segments, level2);
  const firstRead = firstValues(level2);
  const extents = program.addList(
    after.flatMap((size, picture) => [
      sidesWord(before[picture]),
      sidesWord(size),
      firstRead(picture),
      firsts[picture]
    ])
  );
  const buffer2 = level2.pages[0] === "even" ? "odd" : "even";
  const kinds = segments.map(kindOfSegment);
  const readings = readingsFor([segments.filter((segment) => segment !== void 0)], lowering.options.readings);
  for (const one of dispatchesOf(lowering.ops)) {
    const listed = picturesOf(kinds, one.takes);
    if (listed.length === 0) continue;
    const pipeline = passPipeline(one, { ...level2, isRagged: true }, readings);
    dispatchOver(lowering, one.entry, pipeline, listed, {
      level: level2,
      output,
      buffer: buffer2,
      records,
      own: { sizes: after, extents }
    });
  }
  lowering.needs(buffer2, pixels * BYTES_PER_PIXEL[precision]);
  lowering.needs("tones", count * constants.toneBlock.TONE_BLOCK * Uint32Array.BYTES_PER_ELEMENT);
  const made = madeLevel({ shape: output, memory: `pixels_${precision}`, precision, count }, buffer2);
  return isOne(after) ? made : { ...made, own: { sizes: after, firstOf: (picture) => firsts[picture] } };
}
const sidesWord = ({ height, width }) => (width | height << 16) >>> 0;
function firstValues({ own, shape, memory, wordOf }) {
  if (own) return own.firstOf;
  const { height, width, channels } = shape;
  const size = height * width * (memory === "pixels_u8" || memory === "pixels_f32" ? 1 : channels);
  return (picture) => (wordOf(picture) & constants.mixChunk.PAGE_INDEX) * size;
}
function largest(sizes) {
  return {
    height: sizes.reduce((most, { height }) => Math.max(most, height), 0),
    width: sizes.reduce((most, { width }) => Math.max(most, width), 0)
  };
}
function channelsOf(segments, { shape }, path) {
  const after = segments.map((segment) => segment?.channels ?? shape.channels);
  const odd = after.findIndex((channels) => channels !== after[0]);
  if (odd < 0) return after[0];
  const shown2 = (picture) => inWords({ ...segments[picture]?.output ?? shape, channels: after[picture] });
  throw new PlanError(
    `${path}[${odd}].ops`,
    `pictures of ${shown2(0)}, as the others of the batch become`,
    found$1(shown2(odd))
  );
}
function useOpPasses() {
  useOpDraws({ prepareImageStages, checkAugmenters, openSizes });
  useOpLowering({ levelsOf: levelsOf$1, ownLevel, lowerPictures, pipelinesAfterOps });
}
const levelsOf$1 = (policy, { shape, format, tuning, haveOwnSizes, follows }) => {
  const apart = tuning === "software" ? precisionOf(format) : void 0;
  return expectedLevels(policy, shape, { apart, follows }, haveOwnSizes);
};
function lowerPictures(lowering, level2, run) {
  const undone = lowerToOneSize(lowering, { level: level2, segments: cutOps(lowering, level2, run) }, run.path);
  if (undone.segments.every(({ length }) => length === 0)) return undone.level;
  const ops = passesOf(lowering, undone, run.path);
  if (lowering.isApart) return lowerApart(lowering, undone.level, ops);
  const { soft } = lowering;
  return !soft && undone.level === level2 && mixesLast(lowering.options, run.tree, { shape: ops.shapes.at(-1) }) ? lowerButLast(lowering, level2, ops) : lowerOps(lowering, undone.level, ops);
}
function pipelinesAfterOps({ pictures, ops }, tree, precision, options) {
  const { ragged, isAlwaysRagged } = ops;
  const even = isAlwaysRagged ? afterRagged(ops, precision, options) : afterEven({ pictures, ops }, tree, precision, options);
  if (ragged === "none") return even;
  const scratch2 = inOneBuffer(`pixels_${precision}`, "even");
  const first = pipelinesOfPass(ops.first, { ...pictures, isRagged: true }, options);
  const later = ragged === "all" ? pipelinesOfPass(ops.later, { ...scratch2, isRagged: true }, options) : [];
  const after = afterRagged(ops, precision, options);
  return { passes: [...first, ...later, ...after.passes, ...even.passes], made: [...after.made, ...even.made] };
}
function afterRagged(ops, precision, options) {
  const { shape, later } = ops;
  const pictures = { ...inOneBuffer(`pixels_${precision}`, "even"), shape };
  const passes2 = options.tuning === "software" && later.size > 0 ? pipelinesApart(ops, pictures, precision, options) : pipelinesOfPass(later, pictures, options);
  return { passes: passes2, made: [pictures] };
}
function afterEven({ pictures, ops }, tree, precision, options) {
  const { shape, first, later, beforeLast } = ops;
  const scratch2 = inOneBuffer(`pixels_${precision}`, "even");
  if (options.tuning === "software")
    return { passes: pipelinesApart(ops, pictures, precision, options), made: [{ ...scratch2, shape }] };
  if (options.soft || !mixesLast(options, tree, { shape })) {
    const passes22 = [...pipelinesOfPass(first, pictures, options), ...pipelinesOfPass(later, scratch2, options)];
    return { passes: passes22, made: [{ ...scratch2, shape }] };
  }
  const { least, most } = beforeLast;
  const hasRoom = pictures.pages.length < MAX_PAGES;
  const passes2 = [];
  const made = [];
  const { readings } = options;
  if (first.has("tone")) passes2.push(pipelineOfTones(pictures, options));
  if (least === 0) made.push({ ...pictures, shape, last: { readings, scratch: void 0 } });
  if (most > 0) {
    passes2.push(...pipelinesOfPass(hasRoom ? beforeLast.first : first, pictures, options));
    if (later.has("tone")) passes2.push(pipelineOfTones(scratch2, options));
    const page = hasRoom ? pictures.pages.length : 0;
    const pages = hasRoom ? [...pictures.pages, ...scratch2.pages] : scratch2.pages;
    made.push({ ...pictures, shape, pages, last: { readings, scratch: { page } } });
  }
  if (most > 1) passes2.push(...pipelinesOfPass(later, scratch2, options));
  return { passes: passes2, made };
}
function bringAllOps() {
  useAllOps();
  bringPasses();
}
function bringPasses() {
  useOpChecks({ checkCall, sizeAfterCalls });
  useOpPasses();
}
function createOps(device, options = {}) {
  checkDevice("createOps.device", device);
  knownKeys("createOps.options", options, ["tuning", "own"]);
  const { tuning = "auto" } = options;
  checkTuning("createOps.tuning", tuning);
  const own = options.own ?? [];
  if (!isListOf(own, (op) => typeof op === "function" && typeof Reflect.get(op, "opName") === "string"))
    throw new InputError("createOps.own", "a list of ops that defineOp made", own);
  sizesOf$1(device, "createOps.device");
  knownLoss(device);
  bringAllOps();
  const engines = /* @__PURE__ */ new Map();
  const engineFor = (output) => {
    const key = JSON.stringify(output);
    let engine = engines.get(key);
    if (!engine) {
      engine = new Engine(device, { policy: [], output, tuning }, false);
      engines.set(key, engine);
    }
    return engine;
  };
  const apply = (given, calls) => {
    if (!isOptions(given))
      throw new InputError("batch", "{ images, size, height, width, channels, … }", given);
    if (!Array.isArray(calls)) throw new InputError("calls", "a list of op calls", calls);
    Array.from(calls).forEach((call, i) => {
      const op = calls.length === 1 && isOptions(call) ? call.op : void 0;
      checkCall(call, typeof op === "string" ? op : `calls[${i}]`);
    });
    const { labels: _labels, labelForm: _form, external: _external, ...input } = openBatch(given);
    const open = openInput(input, void 0, device);
    const { read: read2, ops, output, values } = planValues(given, input, calls);
    const sources = Array.from({ length: input.size }, (_, index2) => ({
      from: "batch",
      index: index2,
      id: index2,
      ...input.sizes && pairAt("batch.sizes", input.sizes, index2),
      ops: copied([...ops])
    }));
    const rows = sources.map(({ index: index2 }) => ({ mixer: "none", own: index2 }));
    const { size: batchSize } = input;
    const plan = {
      version: 1,
      seed: 0,
      epoch: 0,
      ...input.sizes ? oneSizeAfter(ops, input.sizes) : { height: open.shape.height, width: open.shape.width },
      sources,
      batchSize,
      stages: [{ pairing: "reverse", rows }]
    };
    const batch = engineFor(output).run({ ...input, ...read2 }, { plan });
    const { valueRange: _range, normalize: _normalize, ...rest } = batch;
    return { ...rest, ...values(batch.shape[batch.layout === "nhwc" ? 3 : 1]) };
  };
  const functions = Object.fromEntries(
    [...Object.keys(imageOps), ...own.map(({ opName }) => opName)].map((op) => [
      op,
      (batch, args = {}) => apply(batch, [callOf(op, args)])
    ])
  );
  const destroy = () => {
    for (const engine of engines.values()) engine.destroy();
    engines.clear();
  };
  return { ...functions, apply, destroy };
}
function oneSizeAfter(ops, sizes) {
  const after = Array.from(
    { length: sizes.length / 2 },
    (_, i) => sizeAfterCalls(ops, pairAt("batch.sizes", sizes, i), "calls")
  );
  const [first, ...others] = after;
  const odd = others.find((size) => !isSame(size, first));
  if (!odd) return first;
  const expected = "ops that give all pictures one size, since they have sizes of their own (resize, centerCrop …)";
  throw new InputError("calls", expected, found$1(`ops that lead to ${showSize(first)} and to ${showSize(odd)}`));
}
function callOf(op, args) {
  if (!isOptions(args)) throw new PolicyError(op, "an object of arguments", args);
  if ("op" in args) throw new PolicyError(op, "arguments of the op", "op");
  return { op, ...args };
}
function openBatch(batch) {
  if (!("shape" in batch)) return batch;
  checkBatch("batch", batch);
  const { images, shape, format, layout, fields } = batch;
  const [size, a, b, c] = shape;
  const [height, width, channels] = layout === "nhwc" ? [a, b, c] : [b, c, a];
  return { images, size, height, width, channels, format, layout, fields };
}
function planValues(given, input, ops) {
  const { format = "u8", layout = "nhwc" } = input;
  const memory = { format, layout };
  if (format === "u8") return { read: {}, ops, output: memory, values: () => ({ valueRange: [0, 255] }) };
  const { valueRange, normalize } = "shape" in given ? given : { valueRange: given.valueRange ?? [0, 1] };
  if (valueRange === void 0)
    throw new InputError(
      "batch.valueRange",
      "[low, high] of the pictures (a policy's op normalize leaves none: use output.normalize)",
      void 0
    );
  if (normalize) {
    if (ops.some(isNormalize))
      throw new InputError("batch", "pictures that are not normalised yet, for normalize", found$1("normalised ones"));
    const again = isAlike(normalize) ? { mean: [normalize.mean[0]], std: [normalize.std[0]] } : normalize;
    if (again === normalize && ops.some((call) => call.op === "grayscale" && call.channels === "one"))
      throw new InputError(
        "batch",
        "pictures whose channels are normalised alike, since one is left",
        found$1("channels that are not")
      );
    return {
      read: {},
      ops: [undoing(inUnits(normalize, valueRange)), ...ops],
      output: { ...memory, normalize: inUnits(again, valueRange) },
      values: (channels) => ({ valueRange, normalize: eachChannel(again, channels) })
    };
  }
  const read2 = { valueRange };
  if (!ops.some(isNormalize)) return { read: read2, ops, output: { ...memory, valueRange }, values: () => ({ valueRange }) };
  if (ops.findIndex(isNormalize) < ops.length - 1) return { read: read2, ops, output: memory, values: () => ({}) };
  const { args } = checkCall(ops.at(-1), "calls");
  const values = (channels) => ({
    valueRange,
    normalize: inRange(channelsOf$2(args, channels), valueRange)
  });
  return { read: read2, ops, output: memory, values };
}
const isAlike = (normalize) => Object.values(normalize).every((list) => list.every((value) => value === list[0]));
const CHANNELS = 4;
function levelsOf(path, batch, channels, valueRange) {
  const values = valuesToShow(path, batch, channels, valueRange);
  const [low, high] = values.valueRange;
  const gain = 255 / (high - low);
  const { mean, std } = eachChannel(values.normalize ?? { mean: 0, std: 1 }, channels);
  const four = (of) => Array.from({ length: CHANNELS }, (_, c) => of(Math.min(c, channels - 1)));
  return { scale: four((c) => std[c] * gain), bias: four((c) => (mean[c] - low) * gain) };
}
function valuesToShow(path, batch, channels, given) {
  if (given !== void 0) {
    range(`${path}.valueRange`, given);
    return { valueRange: given };
  }
  const { valueRange, normalize } = batch;
  if (valueRange !== void 0) return { valueRange, normalize };
  const call = normalizedBy(batch.plan);
  if (call) return { valueRange: [0, 1], normalize: inColours(call, channels) };
  throw new InputError(
    `${path}.valueRange`,
    "[low, high], what is to be drawn black and white: the pictures were not all normalised alike, so the batch does not say it",
    void 0
  );
}
function normalizedBy(plan) {
  if (plan === void 0) return void 0;
  const { sources, stages } = plan;
  const levels2 = [sources, ...stages.map(({ rows }) => rows)];
  const normalizing = levels2.filter((pictures) => pictures.some(({ ops }) => ops?.some(isNormalize)));
  const [level2] = normalizing;
  if (normalizing.length !== 1 || levels2.slice(levels2.indexOf(level2) + 1).some((pictures) => pictures.some(hasOps)))
    return void 0;
  const last2 = level2.map(({ ops = [] }) => ops.filter(isNormalize).length === 1 ? ops.at(-1) : void 0);
  const [first] = last2;
  const alike = last2.every(
    (call) => call !== void 0 && isNormalize(call) && JSON.stringify(call) === JSON.stringify(first)
  );
  return alike ? first : void 0;
}
function inColours({ mean, std }, channels) {
  const withAlpha = (list, neutral) => list.length === 3 && channels === 4 ? [...list, neutral] : list;
  return eachChannel({ mean: withAlpha(mean, 0), std: withAlpha(std, 1) }, channels);
}
const hasOps = ({ ops = [] }) => ops.length > 0;
function written(list, size, write) {
  const bytes2 = new Uint8Array(list.length * size);
  const view = new DataView(bytes2.buffer);
  list.forEach((value, i) => {
    write(view, i * size, value, i);
  });
  return bytes2;
}
const SMALLEST = 96;
function filled(device, usage, data) {
  const size = Math.max(SMALLEST, Math.ceil(data.byteLength / 16) * 16);
  const buffer2 = device.createBuffer({ label: "mixwell list", size, usage: usage | GPUBufferUsage.COPY_DST });
  device.queue.writeBuffer(buffer2, 0, data);
  return buffer2;
}
function checkShown(path, batch, device) {
  checkBatch(path, batch);
  const { shape, format, layout, images } = batch;
  const values = shape.reduce((all, side) => all * side, 1);
  storage(`${path}.images`, images, values * BYTES_PER_ELEMENT[format], device);
  const [, a, b, c] = shape;
  return layout === "nhwc" ? { height: a, width: b, channels: c } : { channels: a, height: b, width: c };
}
function showPictures(device, encoder, { batch, shown: shown2, rows, levels: levels2, over }, tiling, form) {
  useKernels(showKernels);
  const lines = Math.ceil(rows.length / tiling.columns) * tiling.tileHeight;
  const pixels = makePixels(device, tiling.line, lines);
  const { STORAGE, UNIFORM } = GPUBufferUsage;
  const tiles2 = written(rows, SHOWN_TILE_SIZE, (view, at2, row2, i) => {
    const [firstStroke = 0, endStroke = 0] = over?.ranges[i] ?? [];
    writeShownTile(view, at2, { row: row2, firstStroke, endStroke });
  });
  const list = filled(device, STORAGE, tiles2);
  const drawn = over && over.strokes.length > 0 ? over.strokes : NO_STROKES;
  const strokes = filled(device, STORAGE, written(drawn, STROKE_SIZE, writeStroke));
  const numbers = { ...tiling, count: rows.length, lines, stroke: over?.half ?? 0 };
  const chunk = filled(device, UNIFORM, chunkOf(batch, shown2, levels2, numbers));
  runKernel(device, encoder, {
    kernel: "show",
    constants: {
      FORMAT: FORMATS[batch.format],
      BLUE_FIRST: Number(form.blueFirst),
      PREMULTIPLY: Number(form.premultiply)
    },
    buffers: { chunk, shown: list, pictures: batch.images, strokes, pixels },
    groups: [Math.ceil(tiling.line / constants.grid.WORKGROUP_SIZE), lines]
  });
  const done = () => {
    for (const buffer2 of [list, strokes, chunk]) buffer2.destroy();
  };
  return { pixels, done };
}
const FORMATS = {
  u8: constants.show.SHOW_U8,
  f16: constants.show.SHOW_F16,
  f32: constants.show.SHOW_F32
};
function chunkOf({ layout }, { height, width, channels }, levels2, numbers) {
  const bytes2 = new Uint8Array(SHOW_CHUNK_SIZE);
  const [pixelStep, channelStep] = layout === "nhwc" ? [channels, 1] : [1, height * width];
  writeShowChunk(new DataView(bytes2.buffer), 0, {
    ...levels2,
    ...numbers,
    height,
    width,
    channels,
    pixelStep,
    channelStep,
    pictureStep: height * width * channels
  });
  return bytes2;
}
const NO_STROKES = [{ ends: [0, 0, 0, 0], color: [0, 0, 0, 0] }];
function makePixels(device, line, lines) {
  const { limits } = device;
  const limit = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  if (4 * line * lines > limit || lines > MAX_GROUPS)
    throw new InputError(
      "batch.shape",
      `pictures whose pixels fit in ${limit} bytes and ${MAX_GROUPS} lines on this device`,
      found$1(`${line} × ${lines} pixels`)
    );
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC;
  return device.createBuffer({ label: "mixwell pixels", size: 4 * line * lines, usage });
}
async function toImageData(device, batch, row2, options = {}) {
  checkDevice("toImageData.device", device);
  const shown2 = checkShown("toImageData.batch", batch, device);
  if (!Number.isInteger(row2) || row2 < 0 || row2 >= batch.size)
    throw new InputError("toImageData.row", `an integer in 0..${batch.size - 1}`, row2);
  knownKeys("toImageData.options", options, ["valueRange"]);
  const levels2 = levelsOf("toImageData.options", batch, shown2.channels, options.valueRange);
  assertLiving(device);
  const { height, width } = shown2;
  const encoder = device.createCommandEncoder({ label: "mixwell show" });
  const { pixels, done } = showPictures(
    device,
    encoder,
    { batch, shown: shown2, rows: [row2], levels: levels2 },
    { columns: 1, tileWidth: width, tileHeight: height, gap: 0, line: width },
    { blueFirst: false, premultiply: false }
  );
  device.queue.submit([encoder.finish()]);
  try {
    const [bytes2] = await readBuffers("toImageData.batch", device, [[pixels, 4 * height * width]]);
    const data = new Uint8ClampedArray(bytes2);
    if (typeof ImageData !== "undefined") return new ImageData(data, width, height);
    return { data, width, height, colorSpace: "srgb" };
  } finally {
    done();
    pixels.destroy();
  }
}
const CIFAR10_CLASSES = /* @__PURE__ */ words(
  "airplane automobile bird cat deer dog frog horse ship truck"
);
const CIFAR100_CLASSES = /* @__PURE__ */ words(`
  apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle
  bowl boy bridge bus butterfly camel can castle caterpillar cattle
  chair chimpanzee clock cloud cockroach couch crab crocodile cup dinosaur
  dolphin elephant flatfish forest fox girl hamster house kangaroo keyboard
  lamp lawn_mower leopard lion lizard lobster man maple_tree motorcycle mountain
  mouse mushroom oak_tree orange orchid otter palm_tree pear pickup_truck pine_tree
  plain plate poppy porcupine possum rabbit raccoon ray road rocket
  rose sea seal shark shrew skunk skyscraper snail snake spider
  squirrel streetcar sunflower sweet_pepper table tank telephone television tiger tractor
  train trout tulip turtle wardrobe whale willow_tree wolf woman worm`);
const CIFAR100_SUPERCLASSES = /* @__PURE__ */ words(`
  aquatic_mammals fish flowers food_containers fruit_and_vegetables
  household_electrical_devices household_furniture insects large_carnivores large_man-made_outdoor_things
  large_natural_outdoor_scenes large_omnivores_and_herbivores medium_mammals non-insect_invertebrates people
  reptiles small_mammals trees vehicles_1 vehicles_2`);
function words(text) {
  return Object.freeze(text.trim().split(/\s+/));
}
const index = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  ArgumentError,
  CIFAR100_CLASSES,
  CIFAR10_CLASSES,
  Dataset,
  DeviceLostError,
  GpuError,
  InputError,
  MixwellError,
  PlanError,
  PolicyError,
  SourceError,
  createEngine,
  createOps,
  epochOrder,
  imageOps,
  keyFromSeed,
  noiseKey: keyArg,
  readBatch,
  samplePlan,
  toImageData,
  validatePlan
}, Symbol.toStringTag, { value: "Module" }));
export {
  checkLabels$1 as A,
  BYTES_PER_ELEMENT as B,
  CIFAR100_SUPERCLASSES as C,
  CIFAR100_CLASSES as D,
  CIFAR10_CLASSES as E,
  sizeByRatio as F,
  MixwellError as G,
  checkSignal as H,
  InputError as I,
  MAX_SIDE$2 as J,
  requesting as K,
  index as L,
  MAX_PAGES as M,
  SourceError as S,
  checkAnnotations as a,
  checkPairs as b,
  checkClasses as c,
  cosDegrees as d,
  sinDegrees as e,
  found$1 as f,
  isArray as g,
  oneOf as h,
  isBufferOfBytes as i,
  isOptions as j,
  knownKeys as k,
  largestOf as l,
  isListOf as m,
  nearestName as n,
  ownView as o,
  packPictures as p,
  positive as q,
  holdsItself as r,
  show as s,
  expectLiving as t,
  untilAborted as u,
  checkPictures as v,
  assertLiving as w,
  MAX_PICTURES as x,
  fitting as y,
  picturesPerPage as z
};
