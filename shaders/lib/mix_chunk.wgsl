// What the host uploads for one chunk of a batch, and the question "does this leaf show at these pixels?".
// Where `fused`, the leaves are pictures whose last segment is not done yet (lib/segment.wgsl).
// Reads: the uniform block `chunk`.

import package::lib::grid::MIX_SLOTS;

/// A row is a complete binary tree of `sources` leaves (2 for one mixer, 4 for two stacked ones …), stored as `sources`
/// slots. Slot i holds leaf i, and inner node i in heap order (there is no node 0): in which box the *partner* child
/// shows.
struct MixSlot {
  /// Leaf: which source picture. The top two bits are its page (storage binding), the rest its index there.
  /// Where `fused`, the number of its record.
  source: u32,
  /// Leaf: weight of that picture where it shows; 0 = never read.
  weight: f32,
  /// Node: x0 | x1 << 16, half-open. NO_BOX where both children show everywhere (a blend), MASK_BOX for a mask.
  box_x: u32,
  /// Node: y0 | y1 << 16, half-open. For a mask: where its plane begins (lib/mask.wgsl).
  box_y: u32,
}

/// One chunk of output rows.
struct MixChunk {
  width: u32,
  height: u32,
  channels: u32,
  /// width × height.
  pixels: u32,
  /// Slots a row.
  sources: u32,
  /// Rows of the output before this chunk.
  first_row: u32,
  /// Rows in this chunk.
  row_count: u32,
  /// Workgroups in x, where the grid is folded because a dimension holds at most 65,535.
  grid_width: u32,
  /// Input values are mapped to 0..1 by (value - low) * inverse_range where the output is u8.
  low: f32,
  inverse_range: f32,
  /// Output = blend * scale + bias, per channel; for up to four channels (more: the `affine` buffer).
  scale: vec4f,
  bias: vec4f,
  /// Each a `MixSlot` in one vector: a GPU in software loads it at once, and members of a struct one by one.
  slots: array<vec4u, MIX_SLOTS>,
}

/// One chunk of output rows, mixed of pictures whose last segment is done on the way.
struct FusedChunk {
  /// Size of the pictures that are made.
  width: u32,
  height: u32,
  /// width × height.
  pixels: u32,
  /// Slots a row.
  sources: u32,
  /// Rows of the output before this chunk.
  first_row: u32,
  /// Rows in this chunk.
  row_count: u32,
  /// Workgroups in x, as above.
  grid_width: u32,
  /// Where the pictures' records start in `program`, in vec4u.
  records: u32,
  /// Size and channels of the pictures that are read from pages.
  in_width: u32,
  in_height: u32,
  channels: u32,
  /// Float input is mapped to 0..1 by (value - low) * inverse_range when it is read from pages.
  low: f32,
  inverse_range: f32,
  /// Size and channels of the pictures that are read from scratch memory.
  scratch_width: u32,
  scratch_height: u32,
  scratch_channels: u32,
  /// Output = blend * scale + bias, per channel.
  scale: vec4f,
  bias: vec4f,
  slots: array<MixSlot, MIX_SLOTS>,
}

@if(!fused) @group(0) @binding(0) var<uniform> chunk: MixChunk;
@if(fused) @group(0) @binding(0) var<uniform> chunk: FusedChunk;

@if(!fused) fn slot_at(index: u32) -> MixSlot {
  let words = chunk.slots[index];
  return MixSlot(words.x, bitcast<f32>(words.y), words.z, words.w);
}

@if(fused) fn slot_at(index: u32) -> MixSlot {
  return chunk.slots[index];
}

const NO_BOX = 0xffffffffu;
/// No box ends before it begins.
const MASK_BOX = 0x0000ffffu;

/// A source word: its page above, its index in that page below.
const PAGE_SHIFT = 30u;
const PAGE_INDEX = 0x3fffffffu;

struct Position { x: vec4u, y: vec4u }

/// Where the four pixels of a quad are; they may run over the end of a line, at most once since width >= 4.
fn position_of(index: u32) -> Position {
  let first = 4u * index;
  let line = first / chunk.width;
  let x = vec4u(first - line * chunk.width) + vec4u(0u, 1u, 2u, 3u);
  let wrapped = x >= vec4u(chunk.width);
  return Position(select(x, x - chunk.width, wrapped), select(vec4u(line), vec4u(line + 1u), wrapped));
}

/// At which of four pixels the leaf shows: every box on its way to the root must agree.
fn shows_at_quad(base: u32, leaf: u32, x: vec4u, y: vec4u) -> vec4<bool> {
  var shows = vec4<bool>(true);
  for (var node = chunk.sources + leaf; node > 1u; node >>= 1u) {
    let slot = slot_at(base + (node >> 1u));
    if (slot.box_x != NO_BOX && slot.box_x != MASK_BOX) {
      let inside = (x >= vec4u(slot.box_x & 0xffffu)) & (x < vec4u(slot.box_x >> 16u))
                 & (y >= vec4u(slot.box_y & 0xffffu)) & (y < vec4u(slot.box_y >> 16u));
      let is_partner = vec4<bool>((node & 1u) == 1u);
      shows = shows & (inside == is_partner);
    }
  }
  return shows;
}

/// The same for one pixel.
fn shows_at(base: u32, leaf: u32, x: u32, y: u32) -> bool {
  var shows = true;
  for (var node = chunk.sources + leaf; node > 1u; node >>= 1u) {
    let slot = slot_at(base + (node >> 1u));
    if (slot.box_x != NO_BOX && slot.box_x != MASK_BOX) {
      let inside = x >= (slot.box_x & 0xffffu) && x < (slot.box_x >> 16u)
                && y >= (slot.box_y & 0xffffu) && y < (slot.box_y >> 16u);
      shows = shows && (inside == ((node & 1u) == 1u));
    }
  }
  return shows;
}
