import { k as knownKeys, I as InputError, c as checkClasses, S as SourceError, f as found, a as checkAnnotations, b as checkPairs, p as packPictures, l as largestOf, s as show } from "./index.F55_14cs.js";
import { a as allocate } from "./read.BXXHPWpY.js";
const ARRAY_KEYS = [
  "images",
  "shape",
  "sizes",
  "channels",
  "layout",
  "frames",
  "labels",
  "labelRows",
  "fields",
  "classes",
  "classNames"
];
function fromArrays(input) {
  knownKeys("fromArrays.arrays", input, ARRAY_KEYS);
  const { layout = "nhwc" } = input;
  if (layout !== "nhwc" && layout !== "nchw") throw new InputError("layout", '"nhwc" or "nchw"', layout);
  checkClasses(input);
  const { frames = 1 } = input;
  if (!(Number.isSafeInteger(frames) && frames >= 1))
    throw new InputError("frames", "an integer of at least 1", frames);
  if (frames > 1 && input.sizes !== void 0)
    throw new InputError("frames", "1, for pictures with sizes of their own", frames);
  if (input.sizes !== void 0) return ownSized(input, layout);
  if (input.channels !== void 0) throw new InputError("channels", "nothing without sizes", input.channels);
  const { pixels, shape } = flatten(input.images, input.shape);
  const { count, height, width, channels } = checkShape(shape, layout);
  const wanted = shape.reduce((product, size) => product * size, 1);
  if (pixels.length !== wanted) throw wrongLength(pixels.length, wanted, shape, layout);
  if (count % frames !== 0) throw new SourceError("images", `clips of ${frames} pictures each`, found(`${count}`));
  const annotations = checkAnnotations(input, count / frames);
  return { count, height, width, channels, layout, pixels, ...frames > 1 && { frames }, ...annotations };
}
function ownSized(input, layout) {
  const { images, sizes: pairs, channels = 3 } = input;
  if (input.shape !== void 0) throw new InputError("shape", "nothing beside sizes", input.shape);
  checkPairs("sizes", pairs, void 0);
  const sizes = Uint32Array.from(pairs);
  if (sizes.length === 0) throw new InputError("sizes", "at least one pair", pairs);
  if (!(Number.isSafeInteger(channels) && channels >= 1))
    throw new InputError("channels", "a whole number of at least 1", channels);
  const count = sizes.length / 2;
  const { firsts, pageValues } = packPictures("sizes", pairs, channels, Number.POSITIVE_INFINITY);
  const total = pageValues[0];
  const endOf = (i) => i + 1 < count ? firsts[i + 1] : total;
  const one = { count, ...largestOf(sizes), sizes, channels, layout, ...checkAnnotations(input, count) };
  if (isBytes(images)) {
    if (images.length !== total)
      throw new SourceError("images", `${total} bytes, as the sizes say`, found(`${images.length}`));
    return { ...one, pixels: new Uint8Array(images.buffer, images.byteOffset, images.length) };
  }
  if (!Array.isArray(images)) throw notBytes("images", images);
  if (images.length !== count)
    throw new SourceError("images", `${count} pictures, as the sizes say`, found(`${images.length}`));
  const pixels = allocate(total, "images");
  for (const [i, picture] of Array.from(images).entries()) {
    if (!isBytes(picture)) throw notBytes(`images[${i}]`, picture);
    const bytes = endOf(i) - firsts[i];
    if (picture.length !== bytes)
      throw new SourceError(
        `images[${i}]`,
        `${bytes} bytes, ${sizes[2 * i]} × ${sizes[2 * i + 1]} × ${channels}`,
        found(`${picture.length}`)
      );
    pixels.set(picture, firsts[i]);
  }
  return { ...one, pixels };
}
const isBytes = (value) => value instanceof Uint8Array || value instanceof Uint8ClampedArray;
function wrongLength(length, wanted, shape, layout) {
  const axes = shape.length === 3 ? "N × H × W" : layout === "nhwc" ? "N × H × W × C" : "N × C × H × W";
  const isOnePicture = shape.length === 3 && length > 0 && length % wanted === 0;
  const advice = isOnePicture ? ` (N comes first: is it shape: ${show([length / wanted, ...shape])}?)` : "";
  return new SourceError("images", `${wanted} bytes (${axes} = ${shape.join(" × ")})`, found(`${length}${advice}`));
}
function checkShape(shape, layout) {
  const order = layout === "nhwc" ? "[N, H, W, C]" : "[N, C, H, W]";
  if (shape.length !== 3 && shape.length !== 4) throw new InputError("shape", `${order} or [N, H, W]`, shape);
  const wrong = shape.findIndex((size) => !(Number.isSafeInteger(size) && size >= 1));
  if (wrong >= 0) throw new InputError(`shape[${wrong}]`, "a whole number of at least 1", shape[wrong]);
  const [count, a, b, c] = shape;
  if (c === void 0) return { count, height: a, width: b, channels: 1 };
  return layout === "nhwc" ? { count, height: a, width: b, channels: c } : { count, height: b, width: c, channels: a };
}
function flatten(images, shape) {
  if (shape !== void 0 && !Array.isArray(shape)) throw new InputError("shape", "a list of sizes", shape);
  if (images instanceof Uint8Array || images instanceof Uint8ClampedArray) {
    if (!shape) throw new InputError("shape", "[N, H, W, C] (a flat array has none of its own)", shape);
    return { pixels: new Uint8Array(images.buffer, images.byteOffset, images.length), shape };
  }
  if (!Array.isArray(images)) throw notBytes("images", images);
  checkOneLength(images);
  const nested = shapeOf(images);
  const flat = nested.length === 1;
  if (flat && !shape) throw new InputError("shape", "[N, H, W, C] (a flat array has none of its own)", shape);
  const isOther = shape && (shape.length !== nested.length || shape.some((size, i) => size !== nested[i]));
  if (!flat && isOther) throw new SourceError("images", `the shape ${show(shape)}`, found(show(nested)));
  const pixels = allocate(
    nested.reduce((product, size) => product * size, 1),
    "images"
  );
  copyNested(images, nested, "images", pixels, 0);
  return { pixels, shape: flat ? shape : nested };
}
function checkOneLength(images) {
  const [first, ...others] = images;
  const other = others.find((picture) => isBytes(first) && isBytes(picture) && picture.length !== first.length);
  if (isBytes(first) && isBytes(other))
    throw new SourceError(
      "images",
      "pictures of one size (for pictures of different size give `sizes`)",
      found(`${first.length} and ${other.length} bytes`)
    );
}
const MOST_LEVELS = 4;
function shapeOf(nested) {
  const shape = [];
  let level = nested;
  while (isList(level) && shape.length <= MOST_LEVELS) {
    shape.push(level.length);
    level = level[0];
  }
  return shape;
}
function isList(value) {
  return Array.isArray(value) || value instanceof Uint8Array || value instanceof Uint8ClampedArray;
}
function copyNested(value, [length, ...inner], path, out, at) {
  if (length === void 0) {
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 255) throw notByte(path, value);
    out[at] = value;
    return at + 1;
  }
  if (!isList(value))
    throw ArrayBuffer.isView(value) ? notBytes(path, value) : new SourceError(path, `${length} entries`, value);
  if (value.length !== length) throw new SourceError(path, `${length} entries`, found(`${value.length}`));
  let end = at;
  for (let i = 0; i < value.length; i++) end = copyNested(value[i], inner, `${path}[${i}]`, out, end);
  return end;
}
function notByte(path, value) {
  if (ArrayBuffer.isView(value)) return notBytes(path, value);
  const fraction = typeof value === "number" && value > 0 && value < 1;
  const words = fraction ? `${value} (multiply by 255 and round; float pictures enter by Dataset.fromBuffer)` : show(value);
  return new SourceError(path, "a whole number 0..255", found(words));
}
function notBytes(path, value) {
  let words = show(value);
  if (ArrayBuffer.isView(value) && /^Float/.test(value.constructor.name)) {
    words += " (multiply by 255 and round; float pictures enter by Dataset.fromBuffer)";
  } else if (value instanceof ArrayBuffer) {
    words += " (wrap it: new Uint8Array(buffer))";
  }
  return new SourceError(path, "bytes 0..255 (Uint8Array, Uint8ClampedArray or nested arrays)", found(words));
}
export {
  fromArrays
};
