// Source pictures of f32, one value to a load: for pictures whose values do not come in fours.
// Reads: up to four pages of pictures.

@group(0) @binding(1) var<storage, read> page_0: array<f32>;
@group(0) @binding(2) var<storage, read> page_1: array<f32>;
@group(0) @binding(3) var<storage, read> page_2: array<f32>;
@group(0) @binding(4) var<storage, read> page_3: array<f32>;

/// Pages in use; fixed when the pipeline is made, so that one page costs no branch.
override PAGES: u32 = 1u;

/// One value of a page.
fn read_one(page: u32, index: u32) -> f32 {
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
