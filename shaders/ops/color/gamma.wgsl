// gain × value ^ gamma.

import package::lib::program::host_byte;

struct Gamma {
  /// Where the table of 256 levels is.
  curve: u32,
}
struct GammaF32 { exponent: f32, gain: f32 }

fn gamma_u8(v: vec4i, args: Gamma) -> vec4i {
  let level = vec4u(v);
  return vec4i(i32(host_byte(args.curve, level.x)), i32(host_byte(args.curve, level.y)), i32(host_byte(args.curve, level.z)), v.w);
}

fn gamma_f32(v: vec4f, args: GammaF32) -> vec4f {
  let power = vec3f(power_of(v.x, args.exponent), power_of(v.y, args.exponent), power_of(v.z, args.exponent));
  return vec4f(clamp(args.gain * power, vec3f(0.0), vec3f(1.0)), v.w);
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
