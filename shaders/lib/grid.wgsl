// Every size constant, once. The three that the host writes smaller on a smaller device (src/gpu/device-sizes.ts) say
// so.

/// Invocations in a workgroup of every kernel but `tone`: a multiple of all known subgroup sizes, a quarter of the
/// default limit.
const WORKGROUP_SIZE = 64u;

/// Pixels along a tile, which a workgroup of that size makes, four to an invocation.
const TILE_SIDE = 16u;

/// Invocations of the tone kernel: one for each of 256 levels. A power of two, at most as many as there are levels.
/// The compatibility feature level promises only 128, and a GPU in software makes barriers of threads that wait; the
/// host then writes fewer, and an invocation takes several levels.
const TONE_LANES = 256u;

/// Slots (vec4u) of mixing rows in one uniform block. With the header the block stays below the 64 KiB that every
/// device of the core feature level has, and the number divides by 4 × 16, so that a chunk of rows always ends on a
/// whole word of u8 output. The compatibility feature level promises only 16 KiB; the host then writes fewer.
const MIX_SLOTS = 4032u;

/// Slots of label rows in one uniform block; the same rule.
const LABEL_SLOTS = 4032u;
