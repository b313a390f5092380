// Control points moved, and what is between them bent as a thin plate, sampled at the nodes of a grid.

import package::lib::op::{At, Place};
import package::lib::field::{Field, cubic_place};

fn thin_plate_spline_place(args: Field, at: At) -> Place {
  return cubic_place(args, at);
}
