// Square holes on a grid, which may be turned. Words: what a step across and a step down add to the phases, the phases of the first
// pixel (2), the halved phase where holes begin, and the fill as bytes, or as three f32; for noise the key (2), and the mean and the
// standard deviation in a word with its highest bit set.
// A phase is a position in 2^-32 of a unit of the grid: whole units fall away when a word overflows.

import package::lib::op::{Args, At};
import package::lib::box_fill::bytes_of;
import package::lib::fill_noise::{fill_noise, noise_bytes, noise_f32};

/// The constants' third f32, which lies there else, has no sign.
const GRID_NOISY = 0x80000000u;

fn grid_mask_u8(v: vec4i, args: Args, at: At) -> vec4i {
  if (!in_hole(args, at)) {
    return v;
  }
  if (is_noisy_grid(args)) {
    return vec4i(noise_bytes(grid_noise(args, at)), v.w);
  }
  return vec4i(bytes_of(args.b.y).xyz, v.w);
}

fn grid_mask_f32(v: vec4f, args: Args, at: At) -> vec4f {
  if (!in_hole(args, at)) {
    return v;
  }
  if (is_noisy_grid(args)) {
    return vec4f(noise_f32(grid_noise(args, at)), v.w);
  }
  return vec4f(bitcast<vec3f>(args.b.yzw), v.w);
}

fn in_hole(args: Args, at: At) -> bool {
  let across = (args.a.x * at.x - args.a.y * at.y + args.a.z) >> 1u;
  let down = (args.a.y * at.x + args.a.x * at.y + args.a.w) >> 1u;
  return across >= args.b.x && down >= args.b.x;
}

fn is_noisy_grid(args: Args) -> bool {
  return (args.b.w & GRID_NOISY) != 0u;
}

/// In levels with 7 fractional bits. A picture of one channel has the same in all.
fn grid_noise(args: Args, at: At) -> vec3i {
  var noise: vec3i;
  for (var channel = 0u; channel < 3u; channel++) {
    noise[channel] = fill_noise(args.b.yz, at.y * at.width + at.x, select(channel, 0u, at.channels == 1u), args.b.w);
  }
  return noise;
}
