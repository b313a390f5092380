// Multiplies S of HSV.
// With H and V fixed, each channel's distance from the largest grows with S, until the smallest channel is 0.

struct Saturation {
  /// With 16 fractional bits, at most 256.
  multiplier: u32,
}
struct SaturationF32 { multiplier: f32 }

fn saturation_u8(v: vec4i, args: Saturation) -> vec4i {
  let high = max(v.x, max(v.y, v.z));
  let low = min(v.x, min(v.y, v.z));
  let range = u32(high - low);
  if (range == 0u) {
    return v;
  }
  if (args.multiplier * range >= u32(high) << 16u) {
    // S = 1.
    let above = vec3u(v.xyz - low);
    return vec4i(vec3i((2u * u32(high) * above + range) / (2u * range)), v.w);
  }
  let below = vec3u(high - v.xyz);
  return vec4i(vec3i(((u32(high) << 16u) - args.multiplier * below + 32768u) >> vec3u(16u)), v.w);
}

fn saturation_f32(v: vec4f, args: SaturationF32) -> vec4f {
  let high = max(v.x, max(v.y, v.z));
  let low = min(v.x, min(v.y, v.z));
  let range = high - low;
  if (range <= 0.0 || high <= 0.0) {
    return v;
  }
  let multiplier = min(args.multiplier, high / range);
  return vec4f(high - multiplier * (high - v.xyz), v.w);
}
