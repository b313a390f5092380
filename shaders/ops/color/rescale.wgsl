// scale × value + offset. Words: scale, offset; in u8 with 18 fractional bits.

import package::lib::op::{Args, At};

fn rescale_u8(v: vec4i, args: Args, at: At) -> vec4i {
  let scale = bitcast<i32>(args.a.x);
  let offset = bitcast<i32>(args.a.y);
  return vec4i(clamp((v.xyz * scale + offset + 131072) >> vec3u(18u), vec3i(0), vec3i(255)), v.w);
}

fn rescale_f32(v: vec4f, args: Args, at: At) -> vec4f {
  let scale = bitcast<f32>(args.a.x);
  let offset = bitcast<f32>(args.a.y);
  return vec4f(v.xyz * scale + offset, v.w);
}
