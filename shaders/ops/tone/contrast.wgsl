// A blend with the picture's mean, of grey or of each channel. Words: u8 factor and 1 - factor as f32, f32 the factor; last whose rule.

import package::lib::op::{Args, At};
import package::lib::blend::blend_f32;
import package::lib::grey::GREY_PILLOW;
import package::lib::histogram::{pixel_count, mean_sum};
import package::lib::tables::{tone_pixel, stat_mean};
import package::lib::soft_float::{byte_of_sum, soft_product, soft_mean_product, pillow_blend};

fn contrast_table(channel: u32, value: u32, args: Args) -> u32 {
  let total = mean_sum(channel);
  let pixels = pixel_count();
  let is_rounded = args.b.w == GREY_PILLOW;
  if (!is_rounded) {
    let other = args.a.y;
    return u32(byte_of_sum(soft_product(args.a.x, value), soft_mean_product(other, total, pixels), (other >> 31u) == 1u));
  }
  let whole = total / pixels;
  let rest = total - whole * pixels;
  let mean = whole + select(0u, 1u, 2u * rest >= pixels);
  return u32(pillow_blend(i32(mean), i32(value), args.a.x));
}

fn contrast_u8(v: vec4i, args: Args, at: At) -> vec4i {
  return tone_pixel(v);
}

fn contrast_f32(v: vec4f, args: Args, at: At) -> vec4f {
  return blend_f32(stat_mean(), v, bitcast<f32>(args.a.x));
}
