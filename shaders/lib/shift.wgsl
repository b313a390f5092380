// value + delta, clipped; alpha stays.

/// `delta` has 16 fractional bits; halves are rounded up.
fn shift_u8(v: vec4i, delta: vec3i) -> vec4i {
  return vec4i(clamp(((v.xyz << vec3u(16u)) + delta + 32768) >> vec3u(16u), vec3i(0), vec3i(255)), v.w);
}

fn shift_f32(v: vec4f, delta: vec3f) -> vec4f {
  return vec4f(clamp(v.xyz + delta, vec3f(0.0), vec3f(1.0)), v.w);
}
