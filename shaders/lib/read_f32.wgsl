// Source pictures of f32, four values to a load.
// Reads: up to four pages of pictures.

@group(0) @binding(1) var<storage, read> page_0: array<vec4f>;
@group(0) @binding(2) var<storage, read> page_1: array<vec4f>;
@group(0) @binding(3) var<storage, read> page_2: array<vec4f>;
@group(0) @binding(4) var<storage, read> page_3: array<vec4f>;

/// Pages in use; fixed when the pipeline is made, so that one page costs no branch.
override PAGES: u32 = 1u;

/// Values 4 × unit … 4 × unit + 3 of a page.
fn read_four(page: u32, unit: u32) -> vec4f {
  if (PAGES > 1u) {
    switch (page) {
      case 1u: { return page_1[unit]; }
      case 2u: { return page_2[unit]; }
      case 3u: { return page_3[unit]; }
      default: {}
    }
  }
  return page_0[unit];
}
