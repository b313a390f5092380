// scale × value + offset.

/// Both with 18 fractional bits.
struct Rescale { scale: i32, offset: i32 }
struct RescaleF32 { scale: f32, offset: f32 }

fn rescale_u8(v: vec4i, args: Rescale) -> vec4i {
  return vec4i(clamp((v.xyz * args.scale + args.offset + 131072) >> vec3u(18u), vec3i(0), vec3i(255)), v.w);
}

fn rescale_f32(v: vec4f, args: RescaleF32) -> vec4f {
  return vec4f(v.xyz * args.scale + args.offset, v.w);
}
