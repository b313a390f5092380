// What `op_quads` does to the pictures of a dispatch.

/// Nothing, the picture's level curve, a colour or mask op, a warp, or a stencil.
const STEP_COPY = 0u;
const STEP_CURVE = 1u;
const STEP_COLOR = 2u;
const STEP_WARP = 3u;
const STEP_STENCIL = 4u;
