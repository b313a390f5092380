// One op of a picture, in a pass that has nothing else: what a GPU in software runs, as it would pay for every other op
// in a kernel. What the op is, is fixed when the pipeline is made. Pictures are read from scratch memory, but for the
// copy that brings them there.
//
// One invocation makes four consecutive pixels, so that it reads once what holds for all of them. Grid: x (and z, past
// 65,535) = workgroups of one picture, y = the pictures of this dispatch, which the program lists.
// Reads: `chunk`, `program`, `tables`, source pages or scratch. Writes: `pixels`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::op::{Args, At, gather_args};
import package::lib::program::{chunk, program, read_record, listed_picture, read_gather, GATHER_SHIFT};
import package::lib::tables::tone_base;
import package::lib::tone_block::TONE_BLOCK;
@if(from_scratch) import package::lib::step::{STEP_COPY, STEP_CURVE, STEP_WARP, STEP_STENCIL};
import package::op_words::read_warp;
import package::lib::warp_place::Warp;
@if(u8_pipeline) import package::lib::fetch_u8::{fetch_u8, fetched_picture};
@if(u8_pipeline && from_pages) import package::lib::four_words::four_words;
@if(u8_pipeline && from_scratch) import package::lib::read_pixels_u8::page_0;
@if(u8_pipeline && from_scratch) import package::lib::tables::tone_word;
@if(u8_pipeline && from_scratch) import package::dispatch_u8::{apply_color_u8, gather_stencil_u8, apply_warp_u8};
@if(f32_pipeline) import package::lib::fetch_f32::{fetch_f32, fetched_picture};
@if(f32_pipeline && from_scratch) import package::lib::read_pixels_f32::page_0;
@if(f32_pipeline && from_scratch) import package::dispatch_f32::{apply_color_f32, gather_stencil_f32, apply_warp_f32};

/// Scratch memory: one word (RGBA) or one vec4f a pixel.
@if(u8_pipeline) @group(0) @binding(5) var<storage, read_write> pixels: array<u32>;
@if(f32_pipeline) @group(0) @binding(5) var<storage, read_write> pixels: array<vec4f>;

/// What is done, see package::lib::step.
@if(from_scratch) override STEP: u32 = 0u;
/// Whether the pixels of a picture come in whole fours.
override WHOLE: bool = false;

@compute @workgroup_size(WORKGROUP_SIZE)
fn op_quads(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let first = 4u * ((group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane);
  let area = chunk.out_width * chunk.out_height;
  if (first >= area) {
    return;
  }
  let picture = listed_picture(group.y);
  let base = picture * area + first;
  @if(from_pages) {
    fetched_picture = read_record(picture).source;
    unpack_four(base, first, area);
  }
  @if(from_scratch) {
    fetched_picture = picture;
    tone_base = picture * TONE_BLOCK;
    if (STEP == STEP_COPY || STEP == STEP_CURVE) {
      make_word(base, first, area);
      make_word(base + 1u, first + 1u, area);
      make_word(base + 2u, first + 2u, area);
      make_word(base + 3u, first + 3u, area);
    } else {
      make_pixels(picture, base, first, area);
    }
  }
}

/// Pictures as they lie in their pages, to scratch memory.
@if(u8_pipeline && from_pages) fn unpack_four(base: u32, first: u32, area: u32) {
  if (WHOLE) {
    let words = four_words(first);
    pixels[base] = words.x;
    pixels[base + 1u] = words.y;
    pixels[base + 2u] = words.z;
    pixels[base + 3u] = words.w;
  } else {
    for (var k = 0u; k < 4u; k++) {
      if (first + k < area) {
        let y = (first + k) / chunk.in_width;
        pixels[base + k] = packed(fetch_u8(i32(first + k - y * chunk.in_width), i32(y)));
      }
    }
  }
}
@if(f32_pipeline && from_pages) fn unpack_four(base: u32, first: u32, area: u32) {
  for (var k = 0u; k < 4u; k++) {
    if (WHOLE || first + k < area) {
      let y = (first + k) / chunk.in_width;
      pixels[base + k] = fetch_f32(i32(first + k - y * chunk.in_width), i32(y));
    }
  }
}

/// A pixel that stays, or goes through the curve.
@if(from_scratch) fn make_word(at: u32, index: u32, area: u32) {
  if (WHOLE || index < area) {
    @if(u8_pipeline) {
      if (STEP == STEP_CURVE) {
        pixels[at] = tone_word(page_0[at]);
      } else {
        pixels[at] = page_0[at];
      }
    }
    @if(f32_pipeline) { pixels[at] = page_0[at]; }
  }
}

/// Four pixels of an op.
@if(from_scratch) fn make_pixels(picture: u32, base: u32, first: u32, area: u32) {
  var warp: Warp;
  var args: Args;
  var op: u32;
  if (STEP == STEP_WARP) {
    warp = read_warp(read_gather(picture));
  } else if (STEP == STEP_STENCIL) {
    args = gather_args(read_gather(picture));
    op = read_record(picture).gather >> GATHER_SHIFT;
  } else {
    let call = read_record(picture).first_call;
    op = program[call].x;
    args = Args(program[call + 1u], program[call + 2u]);
  }
  for (var k = 0u; k < 4u; k++) {
    let index = first + k;
    if (WHOLE || index < area) {
      let y = index / chunk.out_width;
      let at = At(index - y * chunk.out_width, y, chunk.out_width, chunk.out_height, chunk.channels);
      @if(u8_pipeline) {
        var value: vec4i;
        if (STEP == STEP_WARP) {
          value = apply_warp_u8(warp, at);
        } else if (STEP == STEP_STENCIL) {
          value = gather_stencil_u8(op, args, at);
        } else {
          value = apply_color_u8(op, vec4i((vec4u(page_0[base + k]) >> vec4u(0u, 8u, 16u, 24u)) & vec4u(255u)), args, at);
        }
        pixels[base + k] = packed(value);
      }
      @if(f32_pipeline) {
        if (STEP == STEP_WARP) {
          pixels[base + k] = apply_warp_f32(warp, at);
        } else if (STEP == STEP_STENCIL) {
          pixels[base + k] = gather_stencil_f32(op, args, at);
        } else {
          pixels[base + k] = apply_color_f32(op, page_0[base + k], args, at);
        }
      }
    }
  }
}

/// A pixel as a word of scratch memory.
@if(u8_pipeline) fn packed(value: vec4i) -> u32 {
  let bytes = vec4u(value) << vec4u(0u, 8u, 16u, 24u);
  return bytes.x | bytes.y | bytes.z | bytes.w;
}
