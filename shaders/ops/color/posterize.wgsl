// Fewer bits a channel.

struct Posterize { mask: i32 }
struct PosterizeF32 {
  /// 0 for all of them.
  levels: f32,
}

fn posterize_u8(v: vec4i, args: Posterize) -> vec4i {
  return vec4i(v.xyz & vec3i(args.mask), v.w);
}

fn posterize_f32(v: vec4f, args: PosterizeF32) -> vec4f {
  let levels = args.levels;
  if (levels == 0.0) {
    return v;
  }
  return vec4f(clamp(floor(v.xyz * levels), vec3f(0.0), vec3f(levels - 1.0)) / levels, v.w);
}
