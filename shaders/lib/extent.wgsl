// How large the picture is that is read, and the one that is made, and where they begin: one size for all pictures of a
// pass, or, where RAGGED, each picture's own.
// Reads: `chunk`, and where RAGGED `program`.

import package::lib::program::{chunk, program};

/// Whether pictures have sizes of their own in this pass. Fixed when the pipeline is made, so that one size costs no
/// read.
override RAGGED: bool = false;

/// Where RAGGED, what is written of the picture at hand: width | height << 16 as it is read, the same as it is made,
/// the first value of its page (or pixel of scratch memory) that is read, and the first pixel that is made.
var<private> picture_extent: vec4u;

/// A kernel calls this for the picture that it makes, before anything else. Returns `in_size`, which a compiler knows
/// to be the same for a whole workgroup here, so that barriers may follow.
fn begin_picture(picture: u32) -> vec2u {
  if (RAGGED) {
    let extent = program[chunk.extents + picture];
    picture_extent = extent;
    return vec2u(extent.x & 0xffffu, extent.x >> 16u);
  }
  return vec2u(chunk.in_width, chunk.in_height);
}

/// Width and height of what is read.
fn in_size() -> vec2u {
  if (RAGGED) {
    return vec2u(picture_extent.x & 0xffffu, picture_extent.x >> 16u);
  }
  return vec2u(chunk.in_width, chunk.in_height);
}

/// Width and height of what is made.
fn out_size() -> vec2u {
  if (RAGGED) {
    return vec2u(picture_extent.y & 0xffffu, picture_extent.y >> 16u);
  }
  return vec2u(chunk.out_width, chunk.out_height);
}

/// Where the picture begins that is read: the `index`th of so many values or pixels each.
fn in_first(index: u32, size: u32) -> u32 {
  if (RAGGED) {
    return picture_extent.z;
  }
  return index * size;
}

/// Where the picture begins that is made.
fn out_first(index: u32, size: u32) -> u32 {
  if (RAGGED) {
    return picture_extent.w;
  }
  return index * size;
}
