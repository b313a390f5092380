// Adds, clips, then inverts what is at or above a threshold. Words: addition, threshold; in u8 with 16 fractional bits.

import package::lib::op::{Args, At};

fn solarization_u8(v: vec4i, args: Args, at: At) -> vec4i {
  let addition = vec3i(bitcast<i32>(args.a.x));
  let threshold = vec3i(bitcast<i32>(args.a.y));
  let white = vec3i(255 << 16u);
  let sum = clamp((v.xyz << vec3u(16u)) + addition, vec3i(0), white);
  let result = select(white - sum, sum, sum < threshold);
  return vec4i((result + 32768) >> vec3u(16u), v.w);
}

fn solarization_f32(v: vec4f, args: Args, at: At) -> vec4f {
  let addition = vec3f(bitcast<f32>(args.a.x));
  let threshold = vec3f(bitcast<f32>(args.a.y));
  let sum = clamp(v.xyz + addition, vec3f(0.0), vec3f(1.0));
  return vec4f(select(1.0 - sum, sum, sum < threshold), v.w);
}
