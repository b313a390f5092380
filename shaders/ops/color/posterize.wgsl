// Fewer bits a channel. Words: u8 the mask; f32 the number of levels, 0 for all of them.

import package::lib::op::{Args, At};

fn posterize_u8(v: vec4i, args: Args, at: At) -> vec4i {
  let mask = i32(args.a.x);
  return vec4i(v.xyz & vec3i(mask), v.w);
}

fn posterize_f32(v: vec4f, args: Args, at: At) -> vec4f {
  let levels = bitcast<f32>(args.a.x);
  if (levels == 0.0) {
    return v;
  }
  return vec4f(clamp(floor(v.xyz * levels), vec3f(0.0), vec3f(levels - 1.0)) / levels, v.w);
}
