// Every size constant, once.

/// Invocations in a workgroup of every kernel here: a multiple of all known subgroup sizes, a quarter of the default limit.
const WORKGROUP_SIZE = 64u;

/// Slots (vec4u) of mixing rows in one uniform block. With the header the block stays below the 64 KiB that every
/// adapter has, and the number divides by 4 × 16, so that a chunk of rows always ends on a whole word of u8 output.
const MIX_SLOTS = 4032u;

/// Slots of label rows in one uniform block; the same rule.
const LABEL_SLOTS = 4032u;
