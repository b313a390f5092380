// Pillow's ImageFilter.SMOOTH: 1 1 1 / 1 5 1 / 1 1 1 over 13, the border of one pixel copied.

import package::lib::op::At;
import package::lib::smooth::{smooth_u8, smooth_f32};

fn smooth3x3_u8(at: At) -> vec4i {
  return smooth_u8(at);
}

fn smooth3x3_f32(at: At) -> vec4f {
  return smooth_f32(at);
}
