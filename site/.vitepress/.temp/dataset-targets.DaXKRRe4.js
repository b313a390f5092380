import { d as cosDegrees, e as sinDegrees, n as nearestName, I as InputError, f as found, g as isArray, k as knownKeys, h as oneOf, j as isOptions, m as isListOf, q as positive, S as SourceError, r as holdsItself, t as expectLiving, v as checkPictures, w as assertLiving, p as packPictures, M as MAX_PAGES, x as MAX_PICTURES, y as fitting, B as BYTES_PER_ELEMENT, z as picturesPerPage } from "./index.F55_14cs.js";
const NUMBERS = {
  xyxy: 4,
  xywh: 4,
  cxcywh: 4,
  yxyx: 4,
  cxcywhr: 5,
  xywhr: 5,
  xyxyxyxy: 8
};
const BOX_FORMATS = Object.keys(NUMBERS);
const isOriented = (format) => NUMBERS[format] > 4;
function readCorners(numbers, at, format, [x, y], into) {
  const a = numbers[at] * x;
  const b = numbers[at + 1] * y;
  const c = numbers[at + 2] * x;
  const d = numbers[at + 3] * y;
  switch (format) {
    case "xyxy":
      setUpright(into, a, b, c, d);
      return;
    case "xywh":
      setUpright(into, a, b, a + c, b + d);
      return;
    case "cxcywh":
      setUpright(into, a - c / 2, b - d / 2, a + c / 2, b + d / 2);
      return;
    case "yxyx":
      setUpright(into, numbers[at + 1] * x, numbers[at] * y, numbers[at + 3] * x, numbers[at + 2] * y);
      return;
    case "cxcywhr":
      setTurned(into, [a, b, c, d, numbers[at + 4]]);
      return;
    case "xywhr":
      setFrom(into, [a, b, c, d, numbers[at + 4]]);
      return;
    default:
      for (let i = 0; i < 8; i += 2) {
        into[i] = numbers[at + i] * x;
        into[i + 1] = numbers[at + i + 1] * y;
      }
  }
}
function setUpright(into, x0, y0, x1, y1) {
  into[0] = x0;
  into[1] = y0;
  into[2] = x1;
  into[3] = y0;
  into[4] = x1;
  into[5] = y1;
  into[6] = x0;
  into[7] = y1;
}
function setFrom(into, [x, y, width, height, degrees]) {
  const [cos, sin] = [cosDegrees(degrees), sinDegrees(degrees)];
  into[0] = x;
  into[1] = y;
  into[2] = x + width * cos;
  into[3] = y - width * sin;
  into[4] = x + width * cos + height * sin;
  into[5] = y - width * sin + height * cos;
  into[6] = x + height * sin;
  into[7] = y + height * cos;
}
function setTurned(into, [x, y, width, height, degrees]) {
  const [cos, sin] = [cosDegrees(degrees), sinDegrees(degrees)];
  const left = x - width * cos / 2 - height * sin / 2;
  const top = y + width * sin / 2 - height * cos / 2;
  setFrom(into, [left, top, width, height, degrees]);
}
const OTHER_NAMES = {
  coco: '"xywh"',
  pascal_voc: '"xyxy"',
  voc: '"xyxy"',
  yolo: '{ format: "cxcywh", normalized: true }',
  albumentations: '{ format: "xyxy", normalized: true }',
  center_xywh: '"cxcywh"',
  rel_xyxy: '{ format: "xyxy", normalized: true }',
  rel_yxyx: '{ format: "yxyx", normalized: true }',
  dota: '"xyxyxyxy"'
};
function checkFormat(path, value) {
  if (BOX_FORMATS.includes(value)) return value;
  const other = typeof value === "string" ? OTHER_NAMES[value.toLowerCase()] : void 0;
  const near = typeof value === "string" && !other ? nearestName(value, BOX_FORMATS) : void 0;
  const hint = other ? ` (that is ${other})` : near ? ` (did you mean ${near}?)` : "";
  throw new InputError(path, `one of ${BOX_FORMATS.join(", ")}${hint}`, value);
}
function numbersOf(path, boxes, format) {
  const step = NUMBERS[format];
  const numbers = flat(path, boxes, step, format);
  if (numbers.length % step !== 0)
    throw new InputError(path, `whole boxes, of ${step} numbers each in ${format}`, found(`${numbers.length} numbers`));
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i]))
      throw new InputError(`${path}[${Math.floor(i / step)}]`, "finite numbers", numbers[i]);
  }
  return numbers;
}
function flat(path, boxes, step, format) {
  if (boxes instanceof Float32Array || boxes instanceof Float64Array) return boxes;
  const expected = `a Float32Array, a Float64Array, or a list of ${step} numbers a box`;
  if (!Array.isArray(boxes)) throw new InputError(path, expected, boxes);
  const numbers = new Float64Array(boxes.length * step);
  for (let i = 0; i < boxes.length; i++) {
    const box = boxes[i];
    if (!isArray(box) || box.length !== step)
      throw new InputError(`${path}[${i}]`, `a list of ${step} numbers, as ${format} has`, box);
    for (let k = 0; k < step; k++) {
      const number = box[k];
      if (typeof number !== "number") throw new InputError(`${path}[${i}][${k}]`, "a number", number);
      numbers[i * step + k] = number;
    }
  }
  return numbers;
}
const buffers = [new Float64Array(256), new Float64Array(256)];
function twiceArea(ring, length) {
  let sum = 0;
  let x = ring[length - 2];
  let y = ring[length - 1];
  for (let i = 0; i < length; i += 2) {
    const nextX = ring[i];
    const nextY = ring[i + 1];
    sum += x * nextY - nextX * y;
    x = nextX;
    y = nextY;
  }
  return sum;
}
const areaOf = (ring, length = ring.length) => length < 6 ? 0 : Math.abs(twiceArea(ring, length)) / 2;
function cutRing(ring, length, planes) {
  const cut = { ring, length };
  for (let plane = 0; plane < planes.length && cut.length > 0; plane += 3)
    cutBy(cut, planes[plane], planes[plane + 1], planes[plane + 2]);
  return cut;
}
function cutBy(cut, a, b, c) {
  const { ring, length } = cut;
  let i = 0;
  while (i < length && a * ring[i] + b * ring[i + 1] + c >= 0) i += 2;
  if (i === length) return;
  const slot = ring === buffers[0] ? 1 : 0;
  if (buffers[slot].length < 2 * length + 4) buffers[slot] = new Float64Array(4 * length + 8);
  cut.length = cutInto(cut, a, b, c, buffers[slot]);
  cut.ring = buffers[slot];
}
function cutInto({ ring, length }, a, b, c, into) {
  let count = 0;
  let x = ring[length - 2];
  let y = ring[length - 1];
  let value = a * x + b * y + c;
  for (let i = 0; i < length; i += 2) {
    const nextX = ring[i];
    const nextY = ring[i + 1];
    const nextValue = a * nextX + b * nextY + c;
    if (value >= 0 !== nextValue >= 0) {
      const share = value / (value - nextValue);
      into[count++] = x + (nextX - x) * share;
      into[count++] = y + (nextY - y) * share;
    }
    if (nextValue >= 0) {
      into[count++] = nextX;
      into[count++] = nextY;
    }
    x = nextX;
    y = nextY;
    value = nextValue;
  }
  return count;
}
function isConvex(ring) {
  const { length } = ring;
  let sign = 0;
  for (let i = 0; i < length; i += 2) {
    const j = (i + 2) % length;
    const k = (i + 4) % length;
    const turn = (ring[j] - ring[i]) * (ring[k + 1] - ring[j + 1]) - (ring[j + 1] - ring[i + 1]) * (ring[k] - ring[j]);
    if (turn === 0) continue;
    if (sign !== 0 && turn > 0 !== sign > 0) return false;
    sign = turn;
  }
  return length <= 8 || crossings(ring) <= 2;
}
function crossings(ring) {
  const { length } = ring;
  let changes = 0;
  let last = 0;
  let first = 0;
  for (let i = 0; i < length; i += 2) {
    const step = ring[(i + 2) % length] - ring[i];
    if (step === 0) continue;
    if (first === 0) first = step;
    if (last !== 0 && step > 0 !== last > 0) changes++;
    last = step;
  }
  if (last !== 0 && last > 0 !== first > 0) changes++;
  return changes;
}
const KEYS = [
  "format",
  "normalized",
  "offsets",
  "boxes",
  "labels",
  "keypoints",
  "polygons",
  "fields",
  "degenerate"
];
function checkObjects(path, set) {
  knownKeys(path, set, KEYS);
  const format = checkFormat(`${path}.format`, set.format);
  const { normalized = false, degenerate = "throw" } = set;
  if (typeof normalized !== "boolean") throw new InputError(`${path}.normalized`, "true or false", normalized);
  oneOf(`${path}.degenerate`, degenerate, ["throw", "drop"]);
  const { boxes, offsets } = boxesOf(path, set, format);
  const count = boxes.length / NUMBERS[format];
  return {
    path,
    format,
    normalized,
    pictures: offsets.length - 1,
    count,
    offsets,
    boxes,
    labels: labelsOf(`${path}.labels`, set.labels, count),
    keypoints: keypointsOf(`${path}.keypoints`, set.keypoints, count, normalized),
    polygons: polygonsOf(`${path}.polygons`, set.polygons, count),
    fields: fieldsOf(`${path}.fields`, set.fields, count),
    drops: degenerate === "drop"
  };
}
function boxesOf(path, { boxes, offsets }, format) {
  if (offsets !== void 0) {
    const flat2 = boxes instanceof Float32Array || boxes instanceof Float64Array ? boxes : listed(path, boxes, format);
    const step = NUMBERS[format];
    if (flat2.length % step !== 0)
      throw new InputError(
        `${path}.boxes`,
        `whole boxes, of ${step} numbers each in ${format}`,
        found(`${flat2.length} numbers`)
      );
    checkOffsets(`${path}.offsets`, offsets, flat2.length / step, "boxes");
    return { boxes: flat2, offsets };
  }
  if (!Array.isArray(boxes))
    throw new InputError(`${path}.offsets`, "where each picture's boxes begin, for boxes in one array", offsets);
  const lists = Array.from(boxes, (list, i) => {
    if (!Array.isArray(list)) throw new InputError(`${path}.boxes[${i}]`, "a list of the picture's boxes", list);
    return listed(`${path}.boxes[${i}]`, list, format);
  });
  const starts = [0];
  for (const list of lists) starts.push(starts.at(-1) + list.length / NUMBERS[format]);
  return { boxes: lists.flatMap((list) => Array.from(list)), offsets: starts };
}
const listed = (path, boxes, format) => numbersOf(path.endsWith("]") ? path : `${path}.boxes`, boxes, format);
function checkOffsets(path, offsets, end, of) {
  if (!isArray(offsets) || offsets.length === 0) throw new InputError(path, "a Uint32Array", offsets);
  const numbers = offsets;
  let last = 0;
  for (let i = 0; i < numbers.length; i++) {
    const offset = numbers[i];
    if (!Number.isInteger(offset) || offset < last || i === 0 && offset !== 0)
      throw new InputError(`${path}[${i}]`, i === 0 ? "0" : `a whole number of at least ${last}`, offset);
    last = offset;
  }
  if (last !== end) throw new InputError(`${path}[${numbers.length - 1}]`, `${end}, as there are ${of}`, last);
}
function labelsOf(path, labels, count) {
  if (labels === void 0) return void 0;
  const isList = labels instanceof Uint32Array || Array.isArray(labels);
  if (!isList || labels.length !== count) throw new InputError(path, `a Uint32Array of ${count} class ids`, labels);
  if (Array.isArray(labels))
    labels.forEach((label, i) => {
      if (typeof label !== "number" || label >>> 0 !== label)
        throw new InputError(`${path}[${i}]`, "a class id, a whole number below 2^32", label);
    });
  return labels;
}
const isNumbers = (value) => value instanceof Float32Array || value instanceof Float64Array || isListOf(value, (number) => typeof number === "number");
function keypointsOf(path, points, count, normalized) {
  if (points === void 0) return void 0;
  knownKeys(path, points, ["data", "count", "at", "swap"]);
  const { data, count: each, at = normalized ? "edge" : "index", swap = [] } = points;
  if (!Number.isInteger(each) || each < 1) throw new InputError(`${path}.count`, "a positive integer", each);
  if (!isNumbers(data) || data.length !== count * each * 3)
    throw new InputError(`${path}.data`, `a Float32Array of ${count} × ${each} × 3 numbers, x, y and v`, data);
  oneOf(`${path}.at`, at, ["index", "edge"]);
  if (!Array.isArray(swap)) throw new InputError(`${path}.swap`, "a list of pairs of points", swap);
  const taken = /* @__PURE__ */ new Set();
  Array.from(swap).forEach((pair, i) => {
    const isPair = Array.isArray(pair) && pair.length === 2 && pair.every((k) => Number.isInteger(k) && k >= 0 && k < each && !taken.has(k)) && pair[0] !== pair[1];
    if (!isPair) throw new InputError(`${path}.swap[${i}]`, `two points of 0 to ${each - 1}, each in one pair`, pair);
    for (const k of pair) taken.add(k);
  });
  return { data, count: each, at, swap };
}
function polygonsOf(path, polygons, count) {
  if (polygons === void 0) return void 0;
  knownKeys(path, polygons, ["vertices", "offsets", "rings"]);
  const { vertices, offsets, rings } = polygons;
  if (!isNumbers(vertices) || vertices.length % 2 !== 0)
    throw new InputError(`${path}.vertices`, "a Float32Array of x and y of every vertex", vertices);
  checkOffsets(`${path}.offsets`, offsets, vertices.length / 2, "vertices");
  if (rings !== void 0) {
    checkOffsets(`${path}.rings`, rings, offsets.length - 1, "rings");
    if (rings.length !== count + 1)
      throw new InputError(`${path}.rings`, `${count + 1} numbers, one more than objects`, found(`${rings.length}`));
  } else if (offsets.length !== count + 1) {
    throw new InputError(`${path}.offsets`, `${count + 1} numbers, one more than objects`, found(`${offsets.length}`));
  }
  for (let i = 0; i + 1 < offsets.length; i++) {
    if (offsets[i + 1] - offsets[i] < 3)
      throw new InputError(`${path}.offsets[${i}]`, "rings of three vertices at least", offsets[i + 1] - offsets[i]);
  }
  return { vertices, offsets, rings };
}
function fieldsOf(path, fields, count) {
  if (fields === void 0) return {};
  if (!isOptions(fields)) throw new InputError(path, "an object of lists by name", fields);
  for (const [name, field] of Object.entries(fields)) {
    const fits = isArray(field) && (count === 0 ? field.length === 0 : field.length > 0 && field.length % count === 0);
    if (!fits) throw new InputError(`${path}.${name}`, `a list of ${count} values, or equally many for each`, field);
  }
  return fields;
}
function checkIdForm(path, bytes, { classes, ignoreIndex = 2 ** (8 * bytes) - 1 }) {
  if (classes !== void 0) positive(`${path}.classes`, classes, 2 ** 24);
  const end = 2 ** (8 * bytes);
  if (ignoreIndex !== null && !(Number.isInteger(ignoreIndex) && ignoreIndex >= 0 && ignoreIndex < end))
    throw new InputError(`${path}.ignoreIndex`, `an id, a whole number below ${end}, or null`, ignoreIndex);
  return { bytes, classes, ignoreIndex };
}
function bytesOfIds(ids) {
  if (ids instanceof Uint8Array || ids instanceof Uint8ClampedArray) return 1;
  if (ids instanceof Uint16Array) return 2;
  return ids instanceof Uint32Array ? 3 : void 0;
}
function checkIds(path, ids, { bytes, classes, ignoreIndex }, placeOf) {
  const end = 2 ** (8 * bytes);
  const most = Math.min(classes ?? end, end);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    if (id < most || id === ignoreIndex) continue;
    const expected = classes === void 0 ? `an id below ${end}` : `an id below ${classes}, or ${ignoreIndex ?? "none other"}`;
    throw new SourceError(`${path}[${i}] (${placeOf(i)})`, expected, id);
  }
}
function idBytes(ids, width) {
  const bytes = new Uint8Array(ids.length * width);
  if (width === 1) bytes.set(ids);
  else
    for (let i = 0, to = 0; i < ids.length; i++)
      for (let byte = 0; byte < width; byte++) bytes[to++] = ids[i] >> 8 * byte & 255;
  return bytes;
}
const VERTICES = 64;
const CIRCLE = Float64Array.from({ length: 2 * VERTICES }, (_, i) => {
  const degrees = 360 * (i >> 1) / VERTICES;
  return i % 2 === 0 ? cosDegrees(degrees) : sinDegrees(degrees);
});
class Outlines {
  /** @param keepsEmpty whether an object without area has an outline too: of torchvision's, which may come back */
  constructor(kind, keepsEmpty) {
    this.kind = kind;
    this.keepsEmpty = keepsEmpty;
    this.boxOutline = { rings: [this.box], isConvex: true, area: 0, border: [] };
  }
  /** The four corners of the last one's box, in pixels, not cut off. */
  corners = new Float64Array(8);
  box = new Float64Array(8);
  boxOutline;
  /** None for an object without area that is to be left out. */
  read(at, size) {
    const { objects, object } = at;
    const { format, boxes, normalized } = objects;
    const step = NUMBERS[format];
    for (let i = object * step; i < (object + 1) * step; i++)
      if (!Number.isFinite(boxes[i])) throw wrongObject(at, "boxes", "finite numbers", boxes[i]);
    readCorners(boxes, object * step, format, normalized ? [size.width, size.height] : [1, 1], this.corners);
    const rings = this.polygonOf(at, size);
    const isPlain = !rings && this.kind === "box" && !isOriented(format);
    const outline = isPlain ? this.uprightBox(at, size) : outlineOf(rings ?? [this.turnedRing(at)], size);
    if (outline.area > 0 || this.keepsEmpty) return outline;
    if (objects.drops) return void 0;
    const expected = 'a box with an area in its picture (or degenerate: "drop")';
    const numbers = Array.from({ length: step }, (_, i) => boxes[object * step + i]);
    throw wrongObject(at, "boxes", expected, found(`[${numbers.join(", ")}]`));
  }
  uprightBox(at, { height, width }) {
    const { corners, box, boxOutline } = this;
    const [left, top, right, bottom] = [corners[0], corners[1], corners[4], corners[5]];
    checkSides(at, right - left, bottom - top);
    const x0 = within(left, width);
    const y0 = within(top, height);
    const x1 = within(right, width);
    const y1 = within(bottom, height);
    box[0] = x0;
    box[1] = y0;
    box[2] = x1;
    box[3] = y0;
    box[4] = x1;
    box[5] = y1;
    box[6] = x0;
    box[7] = y1;
    boxOutline.area = (x1 - x0) * (y1 - y0);
    return boxOutline;
  }
  /** The corners of a box that is turned, or the ellipse in a box. */
  turnedRing(at) {
    const { corners } = this;
    const { format, boxes } = at.objects;
    const from = at.object * NUMBERS[format];
    if (format === "cxcywhr" || format === "xywhr") checkSides(at, boxes[from + 2], boxes[from + 3]);
    if (!isOriented(format)) checkSides(at, corners[4] - corners[0], corners[5] - corners[1]);
    if (this.kind === "box") return corners.slice();
    const [x0, y0, x1, y1, x2, y2] = corners;
    const [x, y] = [(x0 + x2) / 2, (y0 + y2) / 2];
    return CIRCLE.map(
      (_, i) => i % 2 === 0 ? x + (CIRCLE[i] * (x1 - x0) + CIRCLE[i + 1] * (x2 - x1)) / 2 : y + (CIRCLE[i - 1] * (y1 - y0) + CIRCLE[i] * (y2 - y1)) / 2
    );
  }
  /** The object's own rings, where it has any. */
  polygonOf(at, { height, width }) {
    const { polygons, normalized } = at.objects;
    if (!polygons) return void 0;
    const { vertices, offsets, rings } = polygons;
    const first = rings ? rings[at.object] : at.object;
    const end = rings ? rings[at.object + 1] : at.object + 1;
    if (first === end) return void 0;
    const [acrossUnit, downUnit] = normalized ? [width, height] : [1, 1];
    return Array.from({ length: end - first }, (_, i) => {
      const from = 2 * offsets[first + i];
      const length = 2 * offsets[first + i + 1] - from;
      return Float64Array.from({ length }, (_2, k) => {
        const number = vertices[from + k];
        if (!Number.isFinite(number)) throw wrongObject(at, "polygons", "finite numbers", number);
        return number * (k % 2 === 0 ? acrossUnit : downUnit);
      });
    });
  }
}
const within = (value, most) => value < 0 ? 0 : value > most ? most : value;
function checkSides(at, width, height) {
  if (width < 0 || height < 0)
    throw wrongObject(at, "boxes", "a width and a height of 0 at least", found(`${width} × ${height}`));
}
function checkOutlines(objects, sizeOf, [first, end] = [0, objects.pictures]) {
  const outlines = new Outlines("box", false);
  for (let picture = first; picture < end; picture++)
    for (let object = objects.offsets[picture]; object < objects.offsets[picture + 1]; object++)
      outlines.read({ objects, object, picture }, sizeOf(picture));
}
function wrongObject({ objects, object, picture }, what, expected, value) {
  const place = object - objects.offsets[picture];
  return new InputError(`${objects.path}.${what}[${object}] (picture ${picture}, object ${place})`, expected, value);
}
function outlineOf(rings, { height, width }) {
  const border = [1, 0, 0, -1, 0, width, 0, 1, 0, 0, -1, height];
  const areConvex = rings.every(isConvex);
  let area = 0;
  let sticksOut = false;
  const cutRings = rings.map((ring) => {
    const cut = cutRing(ring, ring.length, border);
    area += areaOf(cut.ring, cut.length);
    if (cut.ring === ring) return ring;
    sticksOut = true;
    return areConvex ? cut.ring.slice(0, cut.length) : ring;
  });
  return {
    rings: cutRings.filter(({ length }) => length >= 6),
    isConvex: areConvex,
    area,
    border: sticksOut && !areConvex ? border : []
  };
}
function checkObjectData(path, data, { count, sizeOf, said }) {
  const { kind: _kind, ...given } = data;
  const set = checkObjects(path, copyOf(given));
  if (set.pictures !== count)
    throw new SourceError(path, `the objects of ${count} pictures, as the ${said} has`, found(`${set.pictures}`));
  if (sizeOf) checkOutlines(set, sizeOf);
  return set;
}
function copyOf(value, outer) {
  if (ArrayBuffer.isView(value)) return "slice" in value ? value.slice() : value;
  if (holdsItself(value, outer)) return value;
  const within2 = { value, outer };
  if (Array.isArray(value))
    return value.map(
      (one) => Array.isArray(one) || ArrayBuffer.isView(one) ? copyOf(one, within2) : one
    );
  if (!isOptions(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copyOf(one, within2)]));
}
function checkTargets(targets, owner, others = {}) {
  if (!isOptions(targets)) throw new InputError("targets", "targets by name", targets);
  for (const name of Object.keys(targets))
    if (Object.hasOwn(others, name))
      throw new InputError(`targets.${name}`, "a name that no target has yet", found(name));
  const checked = Object.entries(targets).map(
    ([name, data]) => [name, checkTarget(`targets.${name}`, data, owner)]
  );
  return { upload: (pageBytes) => uploadAll(checked, { ...owner, pageBytes }) };
}
async function uploadAll(checked, owner) {
  await expectLiving(owner.device);
  const owned = [];
  const made = {};
  try {
    for (const [name, one] of checked) made[name] = "open" in one ? one.open : await upload(name, one, owner, owned);
  } catch (error) {
    for (const buffer of owned) buffer.destroy();
    throw error;
  }
  return { targets: made, owned };
}
function checkTarget(path, data, owner) {
  if (!isOptions(data)) throw new InputError(path, "{ kind, … }", data);
  oneOf(`${path}.kind`, data.kind, ["mask", "image", "objects"]);
  if (data.kind === "objects") {
    const { count, sizes, height, width } = owner;
    const sizeOf = (i) => sizes ? { height: sizes[2 * i], width: sizes[2 * i + 1] } : { height, width };
    return { open: { kind: "objects", set: checkObjectData(path, data, { count, sizeOf, said: "dataset" }) } };
  }
  if (data.kind === "mask") return checkMaps(path, data, owner);
  return checkCompanion(path, data, owner);
}
class Pixels {
  constructor(owner) {
    this.owner = owner;
    const { sizes, count } = owner;
    if (!sizes) return;
    this.starts = new Float64Array(count + 1);
    for (let i = 0; i < count; i++) this.starts[i + 1] = this.starts[i] + sizes[2 * i] * sizes[2 * i + 1];
  }
  starts;
  /** Pixels before a picture. */
  before(picture) {
    return this.starts?.[picture] ?? picture * this.owner.height * this.owner.width;
  }
  /** All, as a message has it: `8 × 20 × 30`. */
  get said() {
    const { count, height, width } = this.owner;
    return this.starts ? `${this.before(count)}` : `${count} × ${height} × ${width}`;
  }
  /** Where a pixel is, in words. */
  place(pixel) {
    const { starts, owner } = this;
    let picture = Math.floor(pixel / (owner.height * owner.width));
    if (starts) {
      picture = 0;
      while (starts[picture + 1] <= pixel) picture++;
    }
    const width = owner.sizes?.[2 * picture + 1] ?? owner.width;
    const inside = pixel - this.before(picture);
    return `picture ${picture}, pixel ${inside % width}, ${Math.floor(inside / width)}`;
  }
}
function checkMaps(path, data, owner) {
  const { count, height, width } = owner;
  knownKeys(path, data, ["kind", "ids", "classes", "ignoreIndex"]);
  const { ids } = data;
  const bytes = bytesOfIds(ids);
  if (bytes === void 0) throw new SourceError(`${path}.ids`, "a Uint8Array, a Uint16Array or a Uint32Array", ids);
  const pixels = new Pixels(owner);
  if (ids.length !== pixels.before(count))
    throw new SourceError(`${path}.ids`, `${pixels.said} ids, as the pictures are`, found(`${ids.length}`));
  const form = checkIdForm(path, bytes, data);
  checkIds(`${path}.ids`, ids, form, (pixel) => pixels.place(pixel));
  return {
    bytes,
    bytesOf: (first, end) => idBytes(ids.subarray(first, end), bytes),
    opened: (pictures) => ({ kind: "mask", pictures, ignoreIndex: form.ignoreIndex, classes: form.classes }),
    form: { shape: { height, width, channels: bytes }, format: "u8", layout: "nhwc" }
  };
}
function checkCompanion(path, data, owner) {
  const { count, height, width } = owner;
  knownKeys(path, data, ["kind", "data", "channels", "layout", "valueRange"]);
  const { data: values, channels = 1, layout = "nhwc", valueRange } = data;
  const isFloat = values instanceof Float32Array;
  if (!isFloat && !(values instanceof Uint8Array || values instanceof Uint8ClampedArray))
    throw new SourceError(`${path}.data`, "a Uint8Array or a Float32Array", values);
  const shape = { height, width, channels };
  const range = valueRange;
  checkPictures(path, { shape, format: isFloat ? "f32" : "u8", layout, valueRange: range });
  const pixels = new Pixels(owner);
  if (values.length !== pixels.before(count) * channels)
    throw new SourceError(
      `${path}.data`,
      `${pixels.said} × ${channels} values, as the pictures are`,
      found(`${values.length}`)
    );
  const wrong = isFloat ? values.findIndex((value) => !Number.isFinite(value)) : -1;
  if (wrong >= 0) throw new SourceError(`${path}.data[${wrong}]`, "a finite number", values[wrong]);
  const bytesOf = (first, end) => {
    const part = values.slice(first * channels, end * channels);
    return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  };
  return {
    bytes: channels * values.BYTES_PER_ELEMENT,
    bytesOf,
    opened: (pictures) => ({ kind: "image", pictures }),
    form: { shape, format: isFloat ? "f32" : "u8", layout, valueRange: range && [range[0], range[1]] }
  };
}
const UPLOAD_STEP = 8 * 2 ** 20;
async function upload(name, { bytes, bytesOf, opened, form }, owner, owned) {
  const { device, count, sizes } = owner;
  const { pageStarts, perPage, places } = pagesOf(name, form, owner);
  const pixels = new Pixels(owner);
  const pages = [];
  const step = Math.max(4, 4 * Math.floor(UPLOAD_STEP / bytes / 4));
  for (const [page, start] of pageStarts.entries()) {
    const first = pixels.before(start);
    const end = pixels.before(pageStarts[page + 1] ?? count);
    const size = Math.ceil((end - first) * bytes / 4) * 4;
    const buffer = device.createBuffer({
      label: `mixwell target ${name}`,
      size,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC
    });
    owned.push(buffer);
    pages.push({ buffer, size });
    for (let at = first; at < end; at += step) {
      const part = bytesOf(at, Math.min(at + step, end));
      const padded = part.length % 4 === 0 ? part : new Uint8Array(Math.ceil(part.length / 4) * 4);
      if (padded !== part) padded.set(part);
      device.queue.writeBuffer(buffer, (at - first) * bytes, padded);
    }
    await device.queue.onSubmittedWorkDone();
    assertLiving(device);
  }
  const own = places && { sizes, places };
  return opened({ ...form, pages, picturesPerPage: perPage, datasetSize: count, own });
}
function pagesOf(name, { shape: { channels }, format }, { device, count, height, width, sizes, pageBytes = Number.POSITIVE_INFINITY }) {
  const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
  const limit = Math.min(maxStorageBufferBindingSize, maxBufferSize, pageBytes);
  const bytes = channels * BYTES_PER_ELEMENT[format];
  if (sizes) {
    const most = Math.floor(limit / BYTES_PER_ELEMENT[format]);
    const places = packPictures(`targets.${name}`, sizes, channels, most);
    const { pageStarts, pageValues } = places;
    if (pageValues.length <= MAX_PAGES && pageValues.every((values) => values <= most))
      return { pageStarts, perPage: MAX_PICTURES, places };
    const expected = `pictures that fit in ${MAX_PAGES} pages of ${limit} bytes, with ${bytes} a pixel`;
    throw new SourceError(`targets.${name}`, expected, found(`${count} pictures of ${pageValues.length} pages`));
  }
  const each = bytes * height * width;
  const perPage = picturesPerPage(limit, each);
  if (perPage === 0 || Math.ceil(count / perPage) > MAX_PAGES)
    throw new SourceError(
      `targets.${name}`,
      `at most ${fitting(limit, each)} pictures of ${each} bytes, in ${MAX_PAGES} pages of ${limit} bytes`,
      found(`${count} pictures`)
    );
  return { pageStarts: Array.from({ length: Math.ceil(count / perPage) }, (_, page) => page * perPage), perPage };
}
export {
  checkTargets
};
