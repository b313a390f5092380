// A blend with the picture's mean, of grey or of each channel.

import package::lib::blend::blend_f32;
import package::lib::grey::GREY_PILLOW;
import package::lib::histogram::{pixel_count, mean_sum};
import package::lib::tables::stat_mean;
import package::lib::soft_float::{byte_of_sum, soft_product, soft_mean_product, pillow_blend};

struct Contrast {
  /// Whose mean: see shaders/tone.wgsl.
  mean_of: u32,
  /// The bits of two f32: the factor, and 1 - factor.
  factor: u32,
  other: u32,
}
struct ContrastF32 { mean_of: u32, factor: f32 }

fn contrast_table(channel: u32, value: u32, args: Contrast) -> u32 {
  let total = mean_sum(channel);
  let pixels = pixel_count();
  if (args.mean_of != GREY_PILLOW) {
    return u32(byte_of_sum(soft_product(args.factor, value), soft_mean_product(args.other, total, pixels), (args.other >> 31u) == 1u));
  }
  let whole = total / pixels;
  let rest = total - whole * pixels;
  let mean = whole + select(0u, 1u, 2u * rest >= pixels);
  return u32(pillow_blend(i32(mean), i32(value), args.factor));
}

fn contrast_f32(v: vec4f, args: ContrastF32) -> vec4f {
  return blend_f32(stat_mean(), v, args.factor);
}
