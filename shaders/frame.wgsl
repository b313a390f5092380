// One frame of a camera, a video or a canvas into a packed batch of u8: its pixels as they were copied from a texture,
// cropped and resized, with as many channels as are wanted. The bytes are those of `src/source/resize.ts`, whose
// weights these are, and of `src/source/images.ts`, whose channels: integers only.
// One invocation makes one word of the batch: four bytes, which may be of two pixels, and at the ends of other
// pictures.
//
// Grid: workgroups of the picture's words, folded into y past 65,535.
// Reads: `chunk`, `raw` (RGBA, a pixel a word), `taps`. Writes: `pictures`.

import package::lib::grid::WORKGROUP_SIZE;

/// Fractional bits of a weight: Pillow's 32 − 8 − 2.
const TAP_BITS = 22u;
/// Words of an output position in `taps` before its weights: the first source position, and how many.
const TAP_HEAD = 2u;

/// A frame, and where it goes.
struct FrameChunk {
  /// Levels: what lies under transparent pixels, and around a picture that does not fill its place.
  background: vec4u,
  /// Words from a line of `raw` to the next.
  line: u32,
  /// The picture, in pixels.
  width: u32,
  height: u32,
  /// Where in it the frame shows.
  left: u32,
  top: u32,
  inner_width: u32,
  inner_height: u32,
  /// Where it begins in the batch, in bytes.
  first_byte: u32,
  /// Words of the batch that it reaches into.
  words: u32,
  /// Where the weights of columns and rows begin in `taps`, and how many words there are for each.
  across: u32,
  across_step: u32,
  down: u32,
  down_step: u32,
  /// Workgroups in x.
  grid_width: u32,
}

@group(0) @binding(0) var<uniform> chunk: FrameChunk;
@group(0) @binding(1) var<storage, read> raw: array<u32>;
@group(0) @binding(2) var<storage, read> taps: array<i32>;
@group(0) @binding(3) var<storage, read_write> pictures: array<u32>;

/// Of the picture: 1, 3 or 4.
override CHANNELS: u32 = 3u;
/// Whether the frame has another size than its place, or a part of it is shown.
override SCALED: bool = false;
/// Whether blue is in the lowest byte of `raw`.
override BLUE_FIRST: bool = false;

@compute @workgroup_size(WORKGROUP_SIZE)
fn frame(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.y * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  if (index >= chunk.words) {
    return;
  }
  let word = (chunk.first_byte >> 2u) + index;
  let size = chunk.width * chunk.height * CHANNELS;
  var bytes = 0u;
  var mine = 0u;
  var pixel = vec4u();
  var known = 0xffffffffu;
  for (var k = 0u; k < 4u; k++) {
    let at = 4u * word + k - chunk.first_byte;
    // Before the picture it is a huge number.
    if (at >= size) {
      continue;
    }
    let position = at / CHANNELS;
    if (position != known) {
      known = position;
      pixel = pixel_at(position % chunk.width, position / chunk.width);
    }
    bytes |= pixel[at % CHANNELS] << (8u * k);
    mine |= 0xffu << (8u * k);
  }
  if (mine != 0xffffffffu) {
    bytes |= pictures[word] & ~mine;
  }
  pictures[word] = bytes;
}

fn pixel_at(x: u32, y: u32) -> vec4u {
  let column = x - chunk.left;
  let row = y - chunk.top;
  // To the left and above they are huge numbers.
  if (column >= chunk.inner_width || row >= chunk.inner_height) {
    return around();
  }
  if (!SCALED) {
    return with_channels(unpacked(raw[row * chunk.line + column]));
  }
  return unmultiplied(filtered(column, row));
}

/// What is around a picture that does not fill its place.
fn around() -> vec4u {
  if (CHANNELS == 1u) {
    return vec4u(luma(chunk.background.xyz));
  }
  return chunk.background;
}

/// The triangle filter: along a line first and rounded to bytes, then along a column.
fn filtered(x: u32, y: u32) -> vec4u {
  let head = chunk.down + y * chunk.down_step;
  let first = u32(taps[head]);
  let count = u32(taps[head + 1u]);
  var sum = vec4i(1 << (TAP_BITS - 1u));
  for (var k = 0u; k < count; k++) {
    sum += vec4i(narrowed(x, first + k)) * taps[head + TAP_HEAD + k];
  }
  // Rounded weights can sum to a hair more than 1.
  return vec4u(min(sum >> vec4u(TAP_BITS), vec4i(255)));
}

fn narrowed(x: u32, row: u32) -> vec4u {
  let head = chunk.across + x * chunk.across_step;
  let first = u32(taps[head]);
  let count = u32(taps[head + 1u]);
  var sum = vec4i(1 << (TAP_BITS - 1u));
  for (var k = 0u; k < count; k++) {
    let pixel = multiplied(with_channels(unpacked(raw[row * chunk.line + first + k])));
    sum += vec4i(pixel) * taps[head + TAP_HEAD + k];
  }
  return vec4u(min(sum >> vec4u(TAP_BITS), vec4i(255)));
}

/// Invisible pixels do not bleed: where there is alpha, colours are multiplied by it before the filter.
fn multiplied(pixel: vec4u) -> vec4u {
  if (CHANNELS != 4u) {
    return pixel;
  }
  return vec4u(by_255(pixel.xyz * pixel.w), pixel.w);
}

fn unmultiplied(pixel: vec4u) -> vec4u {
  if (CHANNELS != 4u || pixel.w == 0u || pixel.w == 255u) {
    return pixel;
  }
  return vec4u(min(255u * pixel.xyz / pixel.w, vec3u(255u)), pixel.w);
}

/// As many channels as the picture has. Transparency is laid over the background before alpha is dropped.
fn with_channels(rgba: vec4u) -> vec4u {
  if (CHANNELS == 4u) {
    return rgba;
  }
  let over = by_255(rgba.xyz * rgba.w + chunk.background.xyz * (255u - rgba.w));
  let colors = select(over, rgba.xyz, rgba.w == 255u);
  if (CHANNELS == 1u) {
    return vec4u(luma(colors));
  }
  return vec4u(colors, 255u);
}

/// ITU-R 601 luma in 16-bit fixed point, as Pillow's `convert("L")`.
fn luma(colors: vec3u) -> u32 {
  return (19595u * colors.x + 38470u * colors.y + 7471u * colors.z + 32768u) >> 16u;
}

/// x / 255 rounded to the nearest, for x in 0..255².
fn by_255(x: vec3u) -> vec3u {
  let y = x + vec3u(128u);
  return ((y >> vec3u(8u)) + y) >> vec3u(8u);
}

fn unpacked(word: u32) -> vec4u {
  let bytes = (vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
  if (BLUE_FIRST) {
    return bytes.zyxw;
  }
  return bytes;
}
