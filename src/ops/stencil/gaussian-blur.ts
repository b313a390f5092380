import { f32 } from "../../format/words.ts";
import * as constants from "../../generated/constants.ts";
import { gaussianBlurShader } from "../../generated/op-shaders.ts";
import type { GaussianBlur } from "../../generated/op-words.ts";
import { exp } from "../../random/math.ts";
import { defineOp } from "../define.ts";
import { boxBlurPixel, boxOf, encodeBoxBlur } from "../lib/box-blur.ts";
import type { EncodeContext, Fetch, Peer, Pixel } from "../op.ts";

/** What lies outside of the picture, and Pillow's u8 path, which is no convolution. */
const { BORDER_REFLECT: REFLECT, BORDER_ZERO: ZERO, BORDER_EDGE: EDGE, BLUR_BOXES: BOXES } = constants.gaussianBlur;

const PEERS = ["torchvision", "pillow", "kerascv"] as const satisfies Peer[];

/** Taps that a kernel may have in each direction; the largest that timm uses. */
const MAX_TAPS = 23;
const WEIGHT_ONE = 65536;

export const gaussianBlurOp = defineOp({
  kind: "stencil",
  target: "nothing",
  name: "gaussianBlur",
  shader: gaussianBlurShader,
  about:
    "A Gaussian blur of all channels. torchvision: a true Gaussian of `kernel` taps, reflected at the border, rounded once, half to " +
    "even (u8 in fixed point: at most 1 level off in under 1 % of the values). kerascv: the same with zeros outside of the picture, so edges darken. " +
    "pillow: ImageFilter.GaussianBlur, three box blurs each way, each rounded, byte for byte; in f32, where there is no peer, the " +
    "convolution of the three boxes without rounding. Cost: kernel height x width reads per pixel; for pillow up to 19 x 19.",
  said: "blurred by {sigma}",
  peers: PEERS,
  args: {
    sigma: {
      type: "list",
      length: 2,
      min: 0,
      max: 10,
      identity: [0, 0],
      unit: "pixels",
      about: "Standard deviation down and across, [sy, sx]. With 0 that direction is not blurred. Pillow's up to 3.4.",
    },
    kernel: {
      type: "list",
      length: 2,
      min: 0,
      max: MAX_TAPS,
      default: [0, 0],
      unit: "pixels",
      about:
        "Taps down and across, [ky, kx], odd (an even number is one more). 0 is up to three standard deviations each way.",
    },
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
  u8(fetch, words, at, tables) {
    if (words.border === BOXES) return boxBlurPixel(fetch, words, at);
    const { down, across, weights, border } = words;
    const view = new DataView(tables.buffer, tables.byteOffset + 16 * weights);
    const weight = (index: number) => view.getUint32(4 * index, true);
    const total = [0, 0, 0, 0];
    for (let j = 0; j < down; j++) {
      const y = placeInside(at.y + j - (down >> 1), at.height, border);
      // Each line with 8 fractional bits.
      const line = [128, 128, 128, 128];
      for (let i = 0; i < across; i++) {
        const x = placeInside(at.x + i - (across >> 1), at.width, border);
        const value = read(fetch, x, y);
        for (let channel = 0; channel < 4; channel++) line[channel]! += weight(down + i) * value[channel]!;
      }
      for (let channel = 0; channel < 4; channel++) total[channel]! += weight(j) * (line[channel]! >>> 8);
    }
    return total.map(roundEven24) as unknown as Pixel;
  },
  f32(fetch, words, at, tables) {
    const { down, across, weights, border } = words;
    const view = new DataView(tables.buffer, tables.byteOffset + 16 * weights);
    const weight = (index: number) => view.getFloat32(4 * index, true);
    const total = [0, 0, 0, 0];
    for (let j = 0; j < down; j++) {
      const y = placeInside(at.y + j - (down >> 1), at.height, border);
      const line = [0, 0, 0, 0];
      for (let i = 0; i < across; i++) {
        const x = placeInside(at.x + i - (across >> 1), at.width, border);
        const value = read(fetch, x, y);
        for (let channel = 0; channel < 4; channel++) line[channel]! += weight(down + i) * value[channel]!;
      }
      for (let channel = 0; channel < 4; channel++) total[channel]! += weight(j) * line[channel]!;
    }
    return total.map(Math.fround) as unknown as Pixel;
  },
});

interface Blur {
  readonly sigma: readonly [down: number, across: number];
  readonly kernel: readonly [down: number, across: number];
  readonly peer: (typeof PEERS)[number];
}

/** By peer. */
const borderOf = ({ peer }: Blur): number => ({ torchvision: REFLECT, pillow: EDGE, kerascv: ZERO })[peer];

/** Where a tap outside of the picture reads; -1 for nowhere. */
function placeInside(position: number, size: number, border: number): number {
  if (position >= 0 && position < size) return position;
  if (border === ZERO) return -1;
  if (border === EDGE || size === 1) return Math.min(Math.max(position, 0), size - 1);
  // Reflected about the centres of the outermost pixels, as often as it takes.
  const period = 2 * (size - 1);
  const within = ((position % period) + period) % period;
  return within < size ? within : period - within;
}

const NOTHING: Pixel = [0, 0, 0, 0];
const read = (fetch: Fetch, x: number, y: number): Pixel => (x < 0 || y < 0 ? NOTHING : fetch(x, y));

/** Rounds off 24 fractional bits, half to even. */
function roundEven24(value: number): number {
  const whole = value >>> 24;
  const rest = value & 0xffffff;
  return rest > 0x800000 || (rest === 0x800000 && (whole & 1) === 1) ? whole + 1 : whole;
}

function kernelsOf(args: Blur): [down: number[], across: number[]] {
  const [sy, sx] = args.sigma;
  const [ky, kx] = args.kernel;
  if (args.peer === "pillow") return [threeBoxes(sy), threeBoxes(sx)];
  return [gaussian(sy, ky), gaussian(sx, kx)];
}

function encodeKernels(
  [down, across]: [number[], number[]],
  border: number,
  { table }: EncodeContext,
  toWords: (weights: number[]) => number[],
): GaussianBlur {
  const words = [...toWords(down), ...toWords(across)];
  const bytes = new Uint8Array(4 * words.length);
  const view = new DataView(bytes.buffer);
  for (const [i, word] of words.entries()) view.setUint32(i * Uint32Array.BYTES_PER_ELEMENT, word, true);
  return {
    down: down.length,
    across: across.length,
    weights: table(bytes),
    border,
    boxDown: [0, 0],
    boxAcross: [0, 0],
  };
}

/** Weights of sum 1; taps of 0 are chosen by sigma. */
export function gaussian(sigma: number, taps: number): number[] {
  if (sigma === 0) return [1];
  const radius = taps === 0 ? Math.min(Math.ceil(3 * sigma), MAX_TAPS >> 1) : taps >> 1;
  const weights = Array.from({ length: 2 * radius + 1 }, (_, i) =>
    exp(-0.5 * ((i - radius) / sigma) * ((i - radius) / sigma)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** In 1/65536, with a sum of exactly 65536: what rounding leaves goes to the centre. */
export function quantise(weights: number[]): number[] {
  const rounded = weights.map((weight) => Math.round(weight * WEIGHT_ONE));
  rounded[weights.length >> 1]! += WEIGHT_ONE - rounded.reduce((total, weight) => total + weight, 0);
  return rounded;
}

/** Pillow's three boxes as one kernel. */
function threeBoxes(sigma: number): number[] {
  const box = boxOf(sigma);
  return convolve(box, convolve(box, box));
}

function convolve(a: readonly number[], b: readonly number[]): number[] {
  const product = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      product[i + j]! += x * y;
    });
  });
  return product;
}
