// gain × value ^ gamma. Words: u8 where the table of 256 levels is; f32 gamma and gain.

import package::lib::op::{Args, At};
import package::lib::program::host_byte;

fn gamma_u8(v: vec4i, args: Args, at: At) -> vec4i {
  let curve = args.a.x;
  let level = vec4u(v);
  return vec4i(i32(host_byte(curve, level.x)), i32(host_byte(curve, level.y)), i32(host_byte(curve, level.z)), v.w);
}

fn gamma_f32(v: vec4f, args: Args, at: At) -> vec4f {
  let exponent = bitcast<f32>(args.a.x);
  let gain = bitcast<f32>(args.a.y);
  let power = vec3f(power_of(v.x, exponent), power_of(v.y, exponent), power_of(v.z, exponent));
  return vec4f(clamp(gain * power, vec3f(0.0), vec3f(1.0)), v.w);
}

/// x ^ exponent where WGSL's `pow` may be anything (x <= 0), and exact where it may be off (exponent 1).
fn power_of(x: f32, exponent: f32) -> f32 {
  if (exponent == 1.0) {
    return max(x, 0.0);
  }
  if (x <= 0.0) {
    return select(0.0, 1.0, exponent == 0.0);
  }
  return pow(x, exponent);
}
