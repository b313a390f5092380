// Channels in another order. Words: which channel each of the three becomes. One channel stays.

import package::lib::op::{Args, At};

fn channel_shuffle_u8(v: vec4i, args: Args, at: At) -> vec4i {
  let order = args.a;
  return vec4i(v[order.x], v[order.y], v[order.z], v.w);
}

fn channel_shuffle_f32(v: vec4f, args: Args, at: At) -> vec4f {
  let order = args.a;
  return vec4f(v[order.x], v[order.y], v[order.z], v.w);
}
