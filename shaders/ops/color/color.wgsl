// A blend with the pixel's own grey (saturation). Words: u8 whose grey and arithmetic, factor and 1 - factor as f32; f32 the factor.

import package::lib::op::{Args, At};
import package::lib::blend::blend_f32;
import package::lib::grey::{GREY_TORCHVISION, grey_u8, grey_f32};
import package::lib::soft_float::peer_blend;

fn color_u8(v: vec4i, args: Args, at: At) -> vec4i {
  if (at.channels == 1u) {
    return v;
  }
  let grey = grey_u8(v, args.a.x, at.channels);
  var result = v;
  for (var channel = 0u; channel < 3u; channel++) {
    result[channel] = peer_blend(grey, v[channel], args.a.y, args.a.z, args.a.x == GREY_TORCHVISION);
  }
  return result;
}

fn color_f32(v: vec4f, args: Args, at: At) -> vec4f {
  if (at.channels == 1u) {
    return v;
  }
  return blend_f32(vec3f(grey_f32(v, at.channels)), v, bitcast<f32>(args.a.x));
}
