// Nothing: a choice among ops can be to leave the picture alone.

import package::lib::op::{Args, At};

fn identity_u8(v: vec4i, args: Args, at: At) -> vec4i {
  return v;
}

fn identity_f32(v: vec4f, args: Args, at: At) -> vec4f {
  return v;
}
