// The negative.

fn invert_u8(v: vec4i) -> vec4i {
  return vec4i(255 - v.xyz, v.w);
}

fn invert_f32(v: vec4f) -> vec4f {
  return vec4f(1.0 - v.xyz, v.w);
}
