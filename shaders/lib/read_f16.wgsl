// Source pictures of f16, two values to a word. Unpacked by a core builtin, so that no adapter needs `shader-f16`.
// Reads: up to four pages of pictures.

@group(0) @binding(1) var<storage, read> page_0: array<u32>;
@group(0) @binding(2) var<storage, read> page_1: array<u32>;
@group(0) @binding(3) var<storage, read> page_2: array<u32>;
@group(0) @binding(4) var<storage, read> page_3: array<u32>;

/// Pages in use; fixed when the pipeline is made, so that one page costs no branch.
override PAGES: u32 = 1u;

fn read_word(page: u32, index: u32) -> u32 {
  if (PAGES > 1u) {
    switch (page) {
      case 1u: { return page_1[index]; }
      case 2u: { return page_2[index]; }
      case 3u: { return page_3[index]; }
      default: {}
    }
  }
  return page_0[index];
}

/// Values 4 × unit … 4 × unit + 3 of a page.
fn read_four(page: u32, unit: u32) -> vec4f {
  return vec4f(unpack2x16float(read_word(page, 2u * unit)), unpack2x16float(read_word(page, 2u * unit + 1u)));
}

/// One value of a page.
fn read_one(page: u32, index: u32) -> f32 {
  let pair = unpack2x16float(read_word(page, index >> 1u));
  return select(pair.x, pair.y, (index & 1u) == 1u);
}
