/** Three ops of one's own: colour by place, neighbours, and pixels elsewhere. docs/own-ops.md says how each is made. */
import { type At, defineOp, type Fetch, opMath, type Pixel } from "mixwell";

/** Darkens towards the corners, by the square of the distance from the middle. */
export const vignette = defineOp({
  name: "vignette",
  kind: "mask",
  args: { strength: { type: "number", min: 0, max: 1, default: 0.7, identity: 0, unit: "factor" } },
  wgsl: /* wgsl */ `
    struct Vignette { strength: i32 } // in 1/256
    struct VignetteF32 { strength: f32 }

    // The square of the distance from the middle, and that of a corner, in half pixels.
    fn squares(at: At) -> vec2i {
      let x = 2 * i32(at.x) + 1 - i32(at.width);
      let y = 2 * i32(at.y) + 1 - i32(at.height);
      return vec2i(x * x + y * y, i32(at.width * at.width + at.height * at.height));
    }
    fn vignette_u8(v: vec4i, args: Vignette, at: At) -> vec4i {
      let s = squares(at);
      let kept = 65536 - args.strength * ((s.x * 256) / s.y);
      return vec4i((v.xyz * kept + 32768) >> vec3u(16u), v.w);
    }
    fn vignette_f32(v: vec4f, args: VignetteF32, at: At) -> vec4f {
      let s = vec2f(squares(at));
      return vec4f(v.xyz * (1.0 - args.strength * s.x / s.y), v.w);
    }`,
  encode: ({ strength }) => ({ strength: Math.round(strength * 256) }),
  encodeF32: ({ strength }) => ({ strength }),
  u8(v, { strength }, at) {
    const [square, corner] = squares(at);
    const kept = 65536 - strength * Math.trunc((square * 256) / corner);
    const dark = (value: number) => (value * kept + 32768) >> 16;
    return [dark(v[0]), dark(v[1]), dark(v[2]), v[3]];
  },
  f32(v, { strength }, at) {
    const [square, corner] = squares(at);
    const kept = 1 - (strength * square) / corner;
    return [v[0] * kept, v[1] * kept, v[2] * kept, v[3]];
  },
  atMagnitude: (strength) => ({ strength }),
  said: "darkened to the corners by {strength}",
});

function squares({ x, y, width, height }: At): [square: number, corner: number] {
  const [across, down] = [2 * x + 1 - width, 2 * y + 1 - height];
  return [across * across + down * down, width * width + height * height];
}

/** A relief, lit from the upper left. Its word is its argument. */
export const emboss = defineOp({
  name: "emboss",
  kind: "stencil",
  args: { amount: { type: "integer", min: 0, max: 4, default: 2, identity: 0, unit: "times" } },
  wgsl: /* wgsl */ `
    struct Emboss { amount: i32 }

    fn slope(at: At) -> Pixel {
      let x = i32(at.x);
      let y = i32(at.y);
      return fetch(x - 1, y - 1) - fetch(x + 1, y + 1);
    }
    fn emboss_u8(args: Emboss, at: At) -> vec4i {
      let v = fetch(i32(at.x), i32(at.y));
      return vec4i(clamp(v.xyz + args.amount * slope(at).xyz, vec3i(0), vec3i(255)), v.w);
    }
    fn emboss_f32(args: Emboss, at: At) -> vec4f {
      let v = fetch(i32(at.x), i32(at.y));
      return vec4f(clamp(v.xyz + f32(args.amount) * slope(at).xyz, vec3f(0.0), vec3f(1.0)), v.w);
    }`,
  u8: (fetch, { amount }, at) => lit(fetch, amount, at, 255),
  f32: (fetch, { amount }, at) => lit(fetch, amount, at, 1),
  atMagnitude: (magnitude) => ({ amount: Math.round(4 * magnitude) }),
});

function lit(fetch: Fetch, amount: number, { x, y }: At, white: number): Pixel {
  const [v, above, below] = [fetch(x, y), fetch(x - 1, y - 1), fetch(x + 1, y + 1)];
  const by = (c: 0 | 1 | 2) => Math.min(white, Math.max(0, v[c] + amount * (above[c] - below[c])));
  return [by(0), by(1), by(2), v[3]];
}

/** Moves lines sideways in a wave, by a table of sines that the host makes. */
export const ripple = defineOp({
  name: "ripple",
  kind: "warp",
  args: {
    amplitude: { type: "number", min: -64, max: 64, default: 8, identity: 0, unit: "pixels" },
    period: { type: "number", min: 1, max: 4096, default: 64, unit: "pixels" },
  },
  reading: { edge: "reflect" },
  wgsl: /* wgsl */ `
    struct Ripple { amplitude: i32, step: u32, sines: u32 }

    fn ripple_place(args: Ripple, at: At) -> Place {
      let sine = i32(host_byte(args.sines, ((at.y * args.step) >> 16u) & 255u)) - 128;
      let centre = pixel_centre(at);
      return Place(centre.x + scaled(args.amplitude, sine, 7u), centre.y, true);
    }`,
  encode({ amplitude, period }, { table }) {
    const sine = (_: unknown, i: number) => 128 + Math.round(127 * Math.sin((i * Math.PI) / 128));
    return {
      amplitude: Math.round(amplitude * opMath.PIXEL),
      step: Math.round((256 * 65_536) / period),
      sines: table(Uint8Array.from({ length: 256 }, sine)),
    };
  },
  place({ amplitude, step, sines }, at, tables) {
    const sine = opMath.hostByte(tables, sines, (Math.imul(at.y, step) >>> 16) & 255) - 128;
    const [x, y] = opMath.pixelCentre(at);
    return { x: x + opMath.scaled(amplitude, sine, 7), y, valid: true };
  },
  atMagnitude: (magnitude) => ({ amplitude: 16 * magnitude }),
});
