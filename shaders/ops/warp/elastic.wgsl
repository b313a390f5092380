// Displaced by random vectors at the nodes of a grid, smoothly between them.

import package::lib::op::{At, Place};
import package::lib::field::{Field, cubic_place};

fn elastic_place(args: Field, at: At) -> Place {
  return cubic_place(args, at);
}
