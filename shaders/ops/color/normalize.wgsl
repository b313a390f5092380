// (value - mean) / deviation by channel, floats only.

struct NormalizeF32 { mean: vec4f, deviation: vec4f }

fn normalize_f32(v: vec4f, args: NormalizeF32) -> vec4f {
  return (v - args.mean) / args.deviation;
}
