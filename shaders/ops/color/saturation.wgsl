// Multiplies S of HSV. Words: the multiplier, in u8 with 16 fractional bits and at most 256.
// With H and V fixed, each channel's distance from the largest grows with S, until the smallest channel is 0.

import package::lib::op::{Args, At};

fn saturation_u8(v: vec4i, args: Args, at: At) -> vec4i {
  let high = max(v.x, max(v.y, v.z));
  let low = min(v.x, min(v.y, v.z));
  let range = u32(high - low);
  let multiplier = args.a.x;
  if (range == 0u) {
    return v;
  }
  if (multiplier * range >= u32(high) << 16u) {
    // S = 1.
    let above = vec3u(v.xyz - low);
    return vec4i(vec3i((2u * u32(high) * above + range) / (2u * range)), v.w);
  }
  let below = vec3u(high - v.xyz);
  return vec4i(vec3i(((u32(high) << 16u) - multiplier * below + 32768u) >> vec3u(16u)), v.w);
}

fn saturation_f32(v: vec4f, args: Args, at: At) -> vec4f {
  let high = max(v.x, max(v.y, v.z));
  let low = min(v.x, min(v.y, v.z));
  let range = high - low;
  if (range <= 0.0 || high <= 0.0) {
    return v;
  }
  let multiplier = min(bitcast<f32>(args.a.x), high / range);
  return vec4f(high - multiplier * (high - v.xyz), v.w);
}
