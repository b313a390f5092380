// Nothing: a choice among ops can be to leave the picture alone.

fn identity(v: Pixel) -> Pixel {
  return v;
}
