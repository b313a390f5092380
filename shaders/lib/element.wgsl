// One value of a source picture, whatever its memory order.

import package::lib::mix_chunk::chunk;
@if(in_u8 && !in_pixels) import package::lib::read_u8::read_one;
@if(in_f16) import package::lib::read_f16::read_one;
@if(in_f32 && !in_pixels) import package::lib::read_f32_scalar::read_one;
@if(in_u8 && in_pixels) import package::lib::read_pixels_u8::read_pixel;
@if(in_f32 && in_pixels) import package::lib::read_pixels_f32::read_pixel;

/// Memory order in: false is NHWC, true is NCHW.
@if(!in_pixels) override IN_NCHW: bool = false;

/// From packed pages.
@if(in_u8 && !in_pixels) fn read_value(page: u32, picture: u32, pixel: u32, channel: u32) -> u32 {
  return read_one(page, picture * chunk.pixels * chunk.channels + offset_of(pixel, channel));
}
/// From packed pages.
@if(!in_u8 && !in_pixels) fn read_value(page: u32, picture: u32, pixel: u32, channel: u32) -> f32 {
  return read_one(page, picture * chunk.pixels * chunk.channels + offset_of(pixel, channel));
}
/// From scratch memory.
@if(in_u8 && in_pixels) fn read_value(page: u32, picture: u32, pixel: u32, channel: u32) -> u32 {
  return read_pixel(picture * chunk.pixels + pixel)[channel];
}
/// From scratch memory.
@if(in_f32 && in_pixels) fn read_value(page: u32, picture: u32, pixel: u32, channel: u32) -> f32 {
  return read_pixel(picture * chunk.pixels + pixel)[channel];
}

@if(!in_pixels) fn offset_of(pixel: u32, channel: u32) -> u32 {
  return select(pixel * chunk.channels + channel, channel * chunk.pixels + pixel, IN_NCHW);
}
