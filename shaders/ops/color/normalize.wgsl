// (value - mean) / deviation by channel, floats only. Words: four means, four deviations.

import package::lib::op::{Args, At};

fn normalize_f32(v: vec4f, args: Args, at: At) -> vec4f {
  return (v - bitcast<vec4f>(args.a)) / bitcast<vec4f>(args.b);
}
