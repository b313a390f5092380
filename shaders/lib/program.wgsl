// What the host uploads for one pass over the pictures of a level: a record a picture, the op calls, and byte tables.
// Reads: the uniform block `chunk`, the storage buffer `program`.

import package::lib::op::Gather;
@if(fused) import package::lib::mix_chunk::chunk;

/// One pass.
struct AugmentChunk {
  /// Size of the pictures that are read, and of those that are made; the largest sides where they have sizes of their
  /// own.
  in_width: u32,
  in_height: u32,
  out_width: u32,
  out_height: u32,
  channels: u32,
  /// Where this pass's records start in `program`, in vec4u.
  records: u32,
  /// Workgroups in x, where the grid is folded because a dimension holds at most 65,535.
  grid_width: u32,
  /// Listed pictures before this chunk.
  first_picture: u32,
  /// Where the numbers of the pictures that this dispatch takes start in `program`, in vec4u, four in each.
  listed: u32,
  /// Where pictures have sizes of their own: where the extents of this pass start in `program` (lib/extent.wgsl), a
  /// vec4u a picture.
  extents: u32,
  /// Float input is mapped to 0..1 by (value - low) * inverse_range when it is first read.
  low: f32,
  inverse_range: f32,
}

@if(!fused) @group(0) @binding(0) var<uniform> chunk: AugmentChunk;
@group(0) @binding(6) var<storage, read> program: array<vec4u>;

/// vec4u in a picture's record and in an op call.
const RECORD_STRIDE = 5u;
const CALL_STRIDE = 3u;

/// How a picture is read in this pass: as it is, through a warp, through a stencil, or tile by tile (the op's number is
/// above GATHER_SHIFT).
const GATHER_NONE = 0u;
const GATHER_WARP = 1u;
const GATHER_STENCIL = 2u;
const GATHER_TILE = 3u;
const GATHER_SHIFT = 8u;
const GATHER_MASK = 255u;

/// A picture's part in this pass.
struct Record {
  /// Which picture is read: page and index, as in the mixing rows; in scratch memory just the index. Where `fused`,
  /// scratch memory is a page too.
  source: u32,
  gather: u32,
  /// Its op calls: where they start in `program`, and how many.
  first_call: u32,
  call_count: u32,
}

fn read_record(picture: u32) -> Record {
  let head = program[chunk.records + picture * RECORD_STRIDE];
  return Record(head.x, head.y, head.z, head.w);
}

/// The picture of this row of the grid.
fn listed_picture(row: u32) -> u32 {
  let at = chunk.first_picture + row;
  let numbers = program[chunk.listed + (at >> 2u)];
  return numbers[at & 3u];
}

fn read_gather(picture: u32) -> Gather {
  let at = chunk.records + picture * RECORD_STRIDE;
  return Gather(program[at + 1u], program[at + 2u], program[at + 3u], program[at + 4u]);
}

/// Byte `index` of a table that starts at vec4u `table` of the program.
fn host_byte(table: u32, index: u32) -> u32 {
  let words = program[table + (index >> 4u)];
  return (words[(index >> 2u) & 3u] >> (8u * (index & 3u))) & 255u;
}

/// Word `index` of such a table.
fn host_word(table: u32, index: u32) -> u32 {
  let words = program[table + (index >> 2u)];
  return words[index & 3u];
}
