// What every op in shaders/ops is handed.

/// The eight words of an op call: the struct in the op's own file says what they are.
struct Args { a: vec4u, b: vec4u }

/// Where the pixel is in the picture that is being made.
struct At { x: u32, y: u32, width: u32, height: u32, channels: u32 }

/// An input position in fixed point: pixel i reaches from i to i + 1. Not valid where there is nothing to read; then
/// fill shows.
struct Place { x: i32, y: i32, valid: bool }

/// A tile of 16 x 16 pixels: its upper left one, and the size of the picture that is read and made. A workgroup of 64
/// makes it: lane i the 2 x 2 pixels from (x + 2 (i & 7), y + 2 (i >> 3)) on, the upper left one first, then the upper
/// right one.
struct Tile { x: u32, y: u32, width: u32, height: u32, channels: u32 }

/// The sixteen words that a picture is read by: those of a warp, or in a and b those of a stencil or tile op.
struct Gather { a: vec4u, b: vec4u, c: vec4u, d: vec4u }

/// What a stencil or tile op has of them.
fn gather_args(gather: Gather) -> Args {
  return Args(gather.a, gather.b);
}
