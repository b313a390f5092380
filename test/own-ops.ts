/** Ops of one's own, one of every kind, for the tests of `defineOp`. */
import { defineOp, noiseKey, opMath, type Pixel } from "mixwell";

/** Darkens towards the corners. */
export const dim = defineOp({
  name: "dim",
  kind: "mask",
  args: { strength: { type: "number", min: 0, max: 1, default: 0.5, identity: 0, unit: "factor" } },
  wgsl: `
    struct Dim { strength: i32 }
    struct DimF32 { strength: f32 }

    /* How far the pixel is from the middle, squared; a corner's centre is nearly 1. */
    fn far(at: At) -> vec2i {
      let x = 2 * i32(at.x) + 1 - i32(at.width);
      let y = 2 * i32(at.y) + 1 - i32(at.height);
      return vec2i(x * x + y * y, i32(at.width * at.width + at.height * at.height));
    }

    fn dim_u8(v: vec4i, args: Dim, at: At) -> vec4i {
      let distance = far(at);
      let kept = (1 << 20u) - args.strength * ((distance.x << 10u) / distance.y);
      return vec4i((v.xyz * (kept >> 8u) + 2048) >> vec3u(12u), v.w);
    }

    fn dim_f32(v: vec4f, args: DimF32, at: At) -> vec4f {
      let distance = vec2f(far(at));
      return vec4f(v.xyz * (1.0 - args.strength * (distance.x / distance.y)), v.w);
    }`,
  encode: ({ strength }) => ({ strength: Math.round(strength * 1024) }),
  encodeF32: ({ strength }) => ({ strength }),
  u8(v, { strength }, at) {
    const [square, corner] = far(at);
    const kept = (1 << 20) - strength * Math.trunc((square << 10) / corner);
    const dim = (value: number) => (value * (kept >> 8) + 2048) >> 12;
    return [dim(v[0]), dim(v[1]), dim(v[2]), v[3]];
  },
  f32(v, { strength }, at) {
    const [square, corner] = far(at);
    const kept = 1 - strength * (square / corner);
    return [v[0] * kept, v[1] * kept, v[2] * kept, v[3]];
  },
  atMagnitude: (strength) => ({ strength }),
});

function far({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const [dx, dy] = [2 * x + 1 - width, 2 * y + 1 - height];
  return [dx * dx + dy * dy, width * width + height * height] as const;
}

/** Doubles or halves what is red: a colour op of one function, whose words are its arguments. */
export const redShift = defineOp({
  name: "redShift",
  kind: "color",
  args: {
    by: { type: "integer", min: -8, max: 8, default: 1, identity: 0, unit: "pixels values" },
    wraps: { type: "boolean", default: false, unit: "yes or no" },
    channel: { type: "choice", values: ["red", "green", "blue"], default: "red", unit: "channel" },
  },
  wgsl: `struct Shift { by: i32, wraps: u32, channel: u32 }

alias Byte = i32;
const WHITE: Byte = 255;

fn moved(value: Byte, by: Byte, wraps: bool) -> Byte {
  if (wraps) { return (value + by) & WHITE; }
  return clamp(value + by, 0, WHITE);
}

fn red_shift_u8(v: vec4<i32>, args: Shift) -> vec4<i32> {
  var result = v;
  result[args.channel] = moved(v[args.channel], args.by, args.wraps == 1u);
  return result;
}

fn red_shift_f32(v: vec4<f32>, args: Shift) -> vec4<f32> {
  var result = v;
  result[args.channel] = clamp(v[args.channel] + f32(args.by) / 255.0, 0.0, 1.0);
  return result;
}
`,
  u8(v, { by, wraps, channel }) {
    const result: [number, number, number, number] = [...v];
    result[channel] = wraps ? (result[channel]! + by) & 255 : Math.min(255, Math.max(0, result[channel]! + by));
    return result;
  },
  f32(v, { by, channel }) {
    const result: [number, number, number, number] = [...v];
    result[channel] = Math.min(1, Math.max(0, result[channel]! + by / 255));
    return result;
  },
});

/** A relief, lit from the upper left: the same text for u8 and f32. */
export const relief = defineOp({
  name: "relief",
  kind: "stencil",
  args: { amount: { type: "integer", min: 0, max: 4, default: 1, identity: 0, unit: "times" } },
  wgsl: `
    struct Relief { amount: i32 }

    fn relief_u8(args: Relief, at: At) -> vec4i {
      let v = fetch(i32(at.x), i32(at.y));
      let slope = fetch(i32(at.x) - 1, i32(at.y) - 1) - fetch(i32(at.x) + 1, i32(at.y) + 1);
      return vec4i(clamp(v.xyz + args.amount * slope.xyz, vec3i(0), vec3i(255)), v.w);
    }

    fn relief_f32(args: Relief, at: At) -> vec4f {
      let v = fetch(i32(at.x), i32(at.y));
      let slope = fetch(i32(at.x) - 1, i32(at.y) - 1) - fetch(i32(at.x) + 1, i32(at.y) + 1);
      return vec4f(clamp(v.xyz + f32(args.amount) * slope.xyz, vec3f(), vec3f(1.0)), v.w);
    }`,
  u8: (fetch, { amount }, { x, y }) => reliefed(fetch(x, y), fetch(x - 1, y - 1), fetch(x + 1, y + 1), amount, 255),
  f32: (fetch, { amount }, { x, y }) => reliefed(fetch(x, y), fetch(x - 1, y - 1), fetch(x + 1, y + 1), amount, 1),
  atMagnitude: (magnitude) => ({ amount: Math.round(4 * magnitude) }),
});

function reliefed(v: Pixel, lit: Pixel, dark: Pixel, amount: number, white: number): Pixel {
  const by = (c: 0 | 1 | 2) => Math.min(white, Math.max(0, v[c] + amount * (lit[c] - dark[c])));
  return [by(0), by(1), by(2), v[3]];
}

/** The largest of the pixels beside each other: one function for both. */
export const widest = defineOp({
  name: "widest",
  kind: "stencil",
  wgsl: `
    fn larger(a: Pixel, b: Pixel) -> Pixel {
      return max(a, b);
    }

    fn widest(at: At) -> Pixel {
      return larger(fetch(i32(at.x), i32(at.y)), fetch(i32(at.x) + 1, i32(at.y)));
    }`,
  u8: (fetch, _, { x, y }) => largest(fetch(x, y), fetch(x + 1, y)),
  f32: (fetch, _, { x, y }) => largest(fetch(x, y), fetch(x + 1, y)),
});

const largest = (a: Pixel, b: Pixel): Pixel => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** Moves lines sideways in a wave, by a table of sines. */
export const waves = defineOp({
  name: "waves",
  kind: "warp",
  reading: { edge: "reflect" },
  args: {
    amplitude: { type: "number", min: -64, max: 64, identity: 0, unit: "pixels" },
    period: { type: "number", min: 1, max: 4096, default: 32, unit: "pixels" },
  },
  wgsl: `
    struct Waves {
      amplitude: i32, // with PLACE_BITS
      step: u32,
      sines: u32,
    }

    fn waves_place(args: Waves, at: At) -> Place {
      let phase = (at.y * args.step) >> 16u;
      let sine = i32(host_byte(args.sines, phase & 255u)) - 128;
      let centre = pixel_centre(at);
      return Place(centre.x + scaled(args.amplitude, sine, 7u), centre.y, true);
    }`,
  encode({ amplitude, period }, { table }) {
    const sines = Uint8Array.from({ length: 256 }, (_, i) => 128 + Math.round(127 * Math.sin((i * Math.PI) / 128)));
    return {
      amplitude: Math.round(amplitude * opMath.PIXEL),
      step: Math.round((256 * 65536) / period),
      sines: table(sines),
    };
  },
  place({ amplitude, step, sines }, at, tables) {
    const phase = Math.imul(at.y, step) >>> 16;
    const sine = opMath.hostByte(tables, sines, phase & 255) - 128;
    const [x, y] = opMath.pixelCentre(at);
    return { x: x + opMath.scaled(amplitude, sine, 7), y, valid: true };
  },
  atMagnitude: (magnitude) => ({ amplitude: 4 * magnitude }),
});

/** Reads at another place by a matrix: a lean about the middle. */
export const lean = defineOp({
  name: "lean",
  kind: "warp",
  args: { by: { type: "number", min: -1, max: 1, identity: 0, unit: "share of the height" } },
  matrix: ({ by }, { height }) => [1, by, (-by * height) / 2, 0, 1, 0],
});

/** Noise of a key that each picture draws. */
export const speckle = defineOp({
  name: "speckle",
  kind: "mask",
  args: { amount: { type: "integer", min: 0, max: 64, identity: 0, unit: "level 0..255" }, key: noiseKey },
  wgsl: `
    struct Speckle { amount: i32, key: vec2u }

    fn noise(args: Speckle, at: At) -> i32 {
      return (args.amount * normal_12(noise_word(args.key, at.y * at.width + at.x, 0u)) + 2048) >> 12u;
    }

    fn speckle_u8(v: vec4i, args: Speckle, at: At) -> vec4i {
      return vec4i(clamp(v.xyz + noise(args, at), vec3i(0), vec3i(255)), v.w);
    }

    fn speckle_f32(v: vec4f, args: Speckle, at: At) -> vec4f {
      return vec4f(clamp(v.xyz + f32(noise(args, at)) / 255.0, vec3f(0.0), vec3f(1.0)), v.w);
    }`,
  u8(v, args, at) {
    const noise = noiseOf(args, at);
    const add = (value: number) => Math.min(255, Math.max(0, value + noise));
    return [add(v[0]), add(v[1]), add(v[2]), v[3]];
  },
  f32(v, args, at) {
    const noise = noiseOf(args, at) / 255;
    const add = (value: number) => Math.min(1, Math.max(0, value + noise));
    return [add(v[0]), add(v[1]), add(v[2]), v[3]];
  },
  atMagnitude: (magnitude) => ({ amount: Math.round(64 * magnitude) }),
});

function noiseOf(
  { amount, key }: { amount: number; key: readonly [number, number] },
  { x, y, width }: { x: number; y: number; width: number },
): number {
  return (Math.imul(amount, opMath.normal12(opMath.noiseWord(key[0], key[1], y * width + x, 0))) + 2048) >> 12;
}

/** Black and white, at the level in the middle of all pixels. */
export const halves = defineOp({
  name: "halves",
  kind: "tone",
  wgsl: `
    fn halves_table(channel: u32, value: u32) -> u32 {
      let middle = level_of_rank(channel, (pixel_count() + 1u) / 2u);
      return select(0u, 255u, value >= middle);
    }

    fn halves_f32(v: vec4f) -> vec4f {
      var result = v;
      for (var c = 0u; c < 3u; c++) {
        result[c] = f32(tone_level(c, u32(clamp(v[c], 0.0, 1.0) * 255.999))) / 255.0;
      }
      return result;
    }`,
  table: ({ counts, pixels }, channel, value) => (value >= middleOf(counts[channel]!, pixels) ? 255 : 0),
  f32(v, _, __, { counts, pixels }) {
    const half = (c: 0 | 1 | 2) => {
      const level = Math.floor(Math.fround(Math.min(Math.max(v[c], 0), 1) * Math.fround(255.999)));
      return level >= middleOf(counts[c]!, pixels) ? 1 : 0;
    };
    return [half(0), half(1), half(2), v[3]];
  },
});

function middleOf(counts: ArrayLike<number>, pixels: number): number {
  let left = Math.floor((pixels + 1) / 2);
  for (let level = 0; ; level++) {
    left -= counts[level]!;
    if (left <= 0) return level;
  }
}

/** Squares of 2 × 2 pixels, as the lanes of a tile have them: each becomes its first pixel. */
export const coarse = defineOp({
  name: "coarse",
  kind: "tile",
  wgsl: `
    fn coarse(tile: Tile, lane: u32) -> array<Pixel, 4> {
      let first = fetch(i32(tile.x + 2u * (lane & 7u)), i32(tile.y + 2u * (lane >> 3u)));
      return array<Pixel, 4>(first, first, first, first);
    }`,
  u8: (fetch, _, { x, y }) => squares(fetch, x, y),
  f32: (fetch, _, { x, y }) => squares(fetch, x, y),
});

const squares = (fetch: (x: number, y: number) => Pixel, x: number, y: number): Pixel[] =>
  Array.from({ length: 256 }, (_, i) => fetch(x + ((i % 16) & ~1), y + ((i >> 4) & ~1)));

/** One of every kind, and how it is called so that it does something. */
export const ownCalls = () => [
  dim.opCall({ strength: 0.75 }),
  redShift.opCall({ by: 7, wraps: true, channel: "blue" }),
  relief.opCall({ amount: 2 }),
  widest.opCall(),
  waves.opCall({ amplitude: 2.5, period: 7 }),
  lean.opCall({ by: 0.3, fill: [9], interpolation: "nearest" }),
  speckle.opCall({ amount: 20, key: [1, 2] }),
  halves.opCall(),
  coarse.opCall(),
];
