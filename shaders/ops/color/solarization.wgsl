// Adds, clips, then inverts what is at or above a threshold.

/// Both with 16 fractional bits.
struct Solarization { addition: i32, threshold: i32 }
struct SolarizationF32 { addition: f32, threshold: f32 }

fn solarization_u8(v: vec4i, args: Solarization) -> vec4i {
  let white = vec3i(255 << 16u);
  let sum = clamp((v.xyz << vec3u(16u)) + args.addition, vec3i(0), white);
  let result = select(white - sum, sum, sum < vec3i(args.threshold));
  return vec4i((result + 32768) >> vec3u(16u), v.w);
}

fn solarization_f32(v: vec4f, args: SolarizationF32) -> vec4f {
  let sum = clamp(v.xyz + args.addition, vec3f(0.0), vec3f(1.0));
  return vec4f(select(1.0 - sum, sum, sum < vec3f(args.threshold)), v.w);
}
