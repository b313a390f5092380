// factor × value.

import package::lib::blend::blend_f32;
import package::lib::soft_float::scale_byte;

struct Brightness {
  /// The bits of an f32.
  factor: u32,
}
struct BrightnessF32 { factor: f32 }

fn brightness_u8(v: vec4i, args: Brightness) -> vec4i {
  var result = v;
  for (var channel = 0u; channel < 3u; channel++) {
    result[channel] = scale_byte(v[channel], args.factor);
  }
  return result;
}

fn brightness_f32(v: vec4f, args: BrightnessF32) -> vec4f {
  return blend_f32(vec3f(0.0), v, args.factor);
}
