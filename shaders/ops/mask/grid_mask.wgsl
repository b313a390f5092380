// Square holes on a grid, which may be turned.
// A phase is a position in 2^-32 of a unit of the grid: whole units fall away when a word overflows.

import package::lib::op::At;
import package::lib::box_fill::bytes_of;
import package::lib::fill_noise::{fill_noise, noise_bytes, noise_f32};

struct GridMask {
  /// What a step across and a step down add to the phases.
  across: u32,
  down: u32,
  /// Of the first pixel.
  phase: vec2u,
  /// The halved phase where holes begin.
  hole: u32,
  /// Of the noise; of a constant in u8 its four bytes, in f32 the bits of red and green.
  key: vec2u,
  /// Mean and standard deviation, and GRID_NOISY; of a constant in f32 the bits of blue.
  noise: u32,
}

/// The constants' third f32, which lies there else, has no sign.
const GRID_NOISY = 0x80000000u;

fn grid_mask_u8(v: vec4i, args: GridMask, at: At) -> vec4i {
  if (!in_hole(args, at)) {
    return v;
  }
  if (is_noisy_grid(args)) {
    return vec4i(noise_bytes(grid_noise(args, at)), v.w);
  }
  return vec4i(bytes_of(args.key.x).xyz, v.w);
}

fn grid_mask_f32(v: vec4f, args: GridMask, at: At) -> vec4f {
  if (!in_hole(args, at)) {
    return v;
  }
  if (is_noisy_grid(args)) {
    return vec4f(noise_f32(grid_noise(args, at)), v.w);
  }
  return vec4f(bitcast<vec3f>(vec3u(args.key, args.noise)), v.w);
}

fn in_hole(args: GridMask, at: At) -> bool {
  let across = (args.across * at.x - args.down * at.y + args.phase.x) >> 1u;
  let down = (args.down * at.x + args.across * at.y + args.phase.y) >> 1u;
  return across >= args.hole && down >= args.hole;
}

fn is_noisy_grid(args: GridMask) -> bool {
  return (args.noise & GRID_NOISY) != 0u;
}

/// In levels with 7 fractional bits. A picture of one channel has the same in all.
fn grid_noise(args: GridMask, at: At) -> vec3i {
  var noise: vec3i;
  for (var channel = 0u; channel < 3u; channel++) {
    noise[channel] = fill_noise(args.key, at.y * at.width + at.x, select(channel, 0u, at.channels == 1u), args.noise);
  }
  return noise;
}
