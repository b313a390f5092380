// What every op in shaders/ops is handed.

/// The eight words of an op call: the struct in the op's own file says what they are.
struct Args { a: vec4u, b: vec4u }

/// Where the pixel is in the picture that is being made.
struct At { x: u32, y: u32, width: u32, height: u32, channels: u32 }

/// The sixteen words that a picture is read by: those of a warp, or a stencil's in a and b.
struct Gather { a: vec4u, b: vec4u, c: vec4u, d: vec4u }

/// What a stencil has of them.
fn stencil_args(gather: Gather) -> Args {
  return Args(gather.a, gather.b);
}
