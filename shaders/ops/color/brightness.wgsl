// factor × value. Words: the factor as f32.

import package::lib::op::{Args, At};
import package::lib::blend::blend_f32;
import package::lib::soft_float::scale_byte;

fn brightness_u8(v: vec4i, args: Args, at: At) -> vec4i {
  var result = v;
  for (var channel = 0u; channel < 3u; channel++) {
    result[channel] = scale_byte(v[channel], args.a.x);
  }
  return result;
}

fn brightness_f32(v: vec4f, args: Args, at: At) -> vec4f {
  return blend_f32(vec3f(0.0), v, bitcast<f32>(args.a.x));
}
