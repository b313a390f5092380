// Adds to what is below a threshold. Words: addition, threshold; in u8 whole levels.

import package::lib::op::{Args, At};

fn solarize_add_u8(v: vec4i, args: Args, at: At) -> vec4i {
  let addition = vec3i(i32(args.a.x));
  let threshold = vec3i(i32(args.a.y));
  let sum = clamp(v.xyz + addition, vec3i(0), vec3i(255));
  return vec4i(select(v.xyz, sum, v.xyz < threshold), v.w);
}

fn solarize_add_f32(v: vec4f, args: Args, at: At) -> vec4f {
  let addition = vec3f(bitcast<f32>(args.a.x));
  let threshold = vec3f(bitcast<f32>(args.a.y));
  let sum = clamp(v.xyz + addition, vec3f(0.0), vec3f(1.0));
  return vec4f(select(v.xyz, sum, v.xyz < threshold), v.w);
}
