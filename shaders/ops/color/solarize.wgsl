// Inverts what is at or above a threshold.

struct Solarize {
  /// Rounded up to a whole level.
  threshold: i32,
}
struct SolarizeF32 { threshold: f32 }

fn solarize_u8(v: vec4i, args: Solarize) -> vec4i {
  return vec4i(select(255 - v.xyz, v.xyz, v.xyz < vec3i(args.threshold)), v.w);
}

fn solarize_f32(v: vec4f, args: SolarizeF32) -> vec4f {
  return vec4f(select(v.xyz, 1.0 - v.xyz, v.xyz >= vec3f(args.threshold)), v.w);
}
