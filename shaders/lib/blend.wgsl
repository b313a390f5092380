// d + factor (v - d), the blend behind brightness, colour, contrast and sharpness, in floats. In bytes:
// lib/soft_float.wgsl.

/// Clamped to 0..1; alpha stays.
fn blend_f32(d: vec3f, v: vec4f, factor: f32) -> vec4f {
  return vec4f(clamp(factor * v.xyz + (1.0 - factor) * d, vec3f(0.0), vec3f(1.0)), v.w);
}
