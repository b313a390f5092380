// What every op in shaders/ops is handed.

/// The eight words of an op call, as `encode` in src/ops/<name>.ts made them.
struct Args { a: vec4u, b: vec4u }

/// Where the pixel is in the picture that is being made.
struct At { x: u32, y: u32, width: u32, height: u32, channels: u32 }

/// The sixteen words of a warp, as `encodeWarp` in src/ops/warp-words.ts made them; a stencil has its Args in a and b.
struct Gather { a: vec4u, b: vec4u, c: vec4u, d: vec4u }
