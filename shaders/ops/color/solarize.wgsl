// Inverts what is at or above a threshold. Words: the threshold, in u8 rounded up to a whole level.

import package::lib::op::{Args, At};

fn solarize_u8(v: vec4i, args: Args, at: At) -> vec4i {
  let threshold = vec3i(i32(args.a.x));
  return vec4i(select(255 - v.xyz, v.xyz, v.xyz < threshold), v.w);
}

fn solarize_f32(v: vec4f, args: Args, at: At) -> vec4f {
  let threshold = vec3f(bitcast<f32>(args.a.x));
  return vec4f(select(v.xyz, 1.0 - v.xyz, v.xyz >= threshold), v.w);
}
