// The nodes of a grid moved, and each of its cells stretched between them.

import package::lib::op::{At, Place};
import package::lib::field::{Field, linear_place};

fn grid_distortion_place(args: Field, at: At) -> Place {
  return linear_place(args, at);
}
