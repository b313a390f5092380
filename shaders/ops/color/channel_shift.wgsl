// value + a delta for each channel. One channel takes red's.

import package::lib::op::At;
import package::lib::shift::{shift_u8, shift_f32};

struct ChannelShift {
  /// With 16 fractional bits.
  deltas: vec3i,
}
struct ChannelShiftF32 { deltas: vec3f }

fn channel_shift_u8(v: vec4i, args: ChannelShift, at: At) -> vec4i {
  return shift_u8(v, select(args.deltas, args.deltas.xxx, at.channels == 1u));
}

fn channel_shift_f32(v: vec4f, args: ChannelShiftF32, at: At) -> vec4f {
  return shift_f32(v, select(args.deltas, args.deltas.xxx, at.channels == 1u));
}
