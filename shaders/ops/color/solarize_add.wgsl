// Adds to what is below a threshold.

/// Whole levels.
struct SolarizeAdd { addition: i32, threshold: i32 }
struct SolarizeAddF32 { addition: f32, threshold: f32 }

fn solarize_add_u8(v: vec4i, args: SolarizeAdd) -> vec4i {
  let sum = clamp(v.xyz + args.addition, vec3i(0), vec3i(255));
  return vec4i(select(v.xyz, sum, v.xyz < vec3i(args.threshold)), v.w);
}

fn solarize_add_f32(v: vec4f, args: SolarizeAddF32) -> vec4f {
  let sum = clamp(v.xyz + args.addition, vec3f(0.0), vec3f(1.0));
  return vec4f(select(v.xyz, sum, v.xyz < vec3f(args.threshold)), v.w);
}
