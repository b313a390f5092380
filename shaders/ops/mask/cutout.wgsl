// Fills a box. Words: the box (2), the fill as bytes, whether alpha is filled too, and the fill as f32 (4).

import package::lib::op::{Args, At};
import package::lib::box_fill::{in_box, bytes_of};

fn cutout_u8(v: vec4i, args: Args, at: At) -> vec4i {
  if (!in_box(args.a.x, args.a.y, at)) {
    return v;
  }
  let fill = bytes_of(args.a.z);
  return vec4i(fill.xyz, select(v.w, fill.w, args.a.w == 1u));
}

fn cutout_f32(v: vec4f, args: Args, at: At) -> vec4f {
  if (!in_box(args.a.x, args.a.y, at)) {
    return v;
  }
  let fill = bitcast<vec4f>(args.b);
  return vec4f(fill.xyz, select(v.w, fill.w, args.a.w == 1u));
}
