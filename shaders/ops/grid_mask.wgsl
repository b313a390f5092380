// Square holes on a grid, which may be turned. Words: what a step across and a step down add to the phases, the phases of the first
// pixel (2), the halved phase where holes begin, and the fill as bytes, or as three f32.
// A phase is a position in 2^-32 of a unit of the grid: whole units fall away when a word overflows.

import package::lib::op::{Args, At};
import package::lib::box_fill::bytes_of;

fn grid_mask_u8(v: vec4i, args: Args, at: At) -> vec4i {
  if (!in_hole(args, at)) {
    return v;
  }
  return vec4i(bytes_of(args.b.y).xyz, v.w);
}

fn grid_mask_f32(v: vec4f, args: Args, at: At) -> vec4f {
  if (!in_hole(args, at)) {
    return v;
  }
  return vec4f(bitcast<vec3f>(args.b.yzw), v.w);
}

fn in_hole(args: Args, at: At) -> bool {
  let across = (args.a.x * at.x - args.a.y * at.y + args.a.z) >> 1u;
  let down = (args.a.y * at.x + args.a.x * at.y + args.a.w) >> 1u;
  return across >= args.b.x && down >= args.b.x;
}
