// `color`, whose factor the host turned round.

import package::lib::op::At;
import package::ops::color::color::{Color, ColorF32, color_u8, color_f32};

fn color_degeneration_u8(v: vec4i, args: Color, at: At) -> vec4i {
  return color_u8(v, args, at);
}

fn color_degeneration_f32(v: vec4f, args: ColorF32, at: At) -> vec4f {
  return color_f32(v, args, at);
}
