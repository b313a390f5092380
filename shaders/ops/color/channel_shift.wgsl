// value + a delta for each channel. Words: the three deltas, in u8 with 16 fractional bits. One channel takes red's.

import package::lib::op::{Args, At};
import package::lib::shift::{shift_u8, shift_f32};

fn channel_shift_u8(v: vec4i, args: Args, at: At) -> vec4i {
  let delta = bitcast<vec4i>(args.a);
  return shift_u8(v, select(delta.xyz, delta.xxx, at.channels == 1u));
}

fn channel_shift_f32(v: vec4f, args: Args, at: At) -> vec4f {
  let delta = bitcast<vec4f>(args.a);
  return shift_f32(v, select(delta.xyz, delta.xxx, at.channels == 1u));
}
