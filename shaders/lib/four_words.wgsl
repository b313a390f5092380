// Four consecutive pixels of a packed u8 picture as words of scratch memory (RGBA, red lowest), read by whole words.
// Needs pictures whose pixels come in whole fours: then every picture and plane begins with a word.

import package::lib::program::chunk;
import package::lib::mix_chunk::{PAGE_SHIFT, PAGE_INDEX};
import package::lib::fetch_u8::{fetched_picture, IN_NCHW};
import package::lib::read_u8::read_word;

/// 1, 3 or 4.
override CHANNELS: u32 = 3u;

const OPAQUE = 0xff000000u;

/// Pixels `first` to `first` + 3, of which the first is a multiple of four.
fn four_words(first: u32) -> vec4u {
  let plane = chunk.in_width * chunk.in_height;
  let page = fetched_picture >> PAGE_SHIFT;
  let base = ((fetched_picture & PAGE_INDEX) * plane * CHANNELS) >> 2u;
  if (CHANNELS == 1u) {
    return (bytes_of_word(read_word(page, base + (first >> 2u))) * 0x010101u) | vec4u(OPAQUE);
  }
  if (IN_NCHW) {
    let at = base + (first >> 2u);
    let stride = plane >> 2u;
    var words = bytes_of_word(read_word(page, at));
    words |= bytes_of_word(read_word(page, at + stride)) << vec4u(8u);
    words |= bytes_of_word(read_word(page, at + 2u * stride)) << vec4u(16u);
    if (CHANNELS == 3u) {
      return words | vec4u(OPAQUE);
    }
    return words | (bytes_of_word(read_word(page, at + 3u * stride)) << vec4u(24u));
  }
  let at = base + (first >> 2u) * CHANNELS;
  let u = read_word(page, at);
  let v = read_word(page, at + 1u);
  let w = read_word(page, at + 2u);
  if (CHANNELS == 3u) {
    return vec4u(u, (u >> 24u) | (v << 8u), (v >> 16u) | (w << 16u), w >> 8u) | vec4u(OPAQUE);
  }
  return vec4u(u, v, w, read_word(page, at + 3u));
}

fn bytes_of_word(word: u32) -> vec4u {
  return (vec4u(word) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u);
}
