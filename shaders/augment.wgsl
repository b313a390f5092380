// One pass over the pictures of a level: read each pixel (as it is, through a warp, or through a stencil), then run the
// picture's colour and mask ops on it in registers, whatever they are. Every picture has a program of its own.
// A pass ends only where a picture needs neighbours or a histogram of what was computed so far (src/analysis/passes.ts cuts there).
//
// One invocation makes one pixel. Grid: x (and z, past 65,535) = workgroups of one picture, y = the pictures of this dispatch,
// which the program lists: a workgroup never spans two pictures, so the branches below are uniform.
// Reads: `chunk`, `program`, `tables`, source pages or scratch. Writes: `pixels`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::op::{Args, At, gather_args};
import package::lib::program::{chunk, program, read_record, listed_picture, read_gather, CALL_STRIDE, GATHER_NONE, GATHER_WARP, GATHER_STENCIL, GATHER_SHIFT, GATHER_MASK};
import package::op_words::read_warp;
import package::lib::tables::tone_base;
import package::lib::tone_block::TONE_BLOCK;
@if(u8_pipeline) import package::lib::fetch_u8::{fetch_u8, fetched_picture};
@if(u8_pipeline) import package::dispatch_u8::{apply_color_u8, gather_stencil_u8, apply_warp_u8};
@if(f32_pipeline) import package::lib::fetch_f32::{fetch_f32, fetched_picture};
@if(f32_pipeline) import package::dispatch_f32::{apply_color_f32, gather_stencil_f32, apply_warp_f32};

/// Scratch memory: one word (RGBA) or one vec4f a pixel.
@if(u8_pipeline) @group(0) @binding(5) var<storage, read_write> pixels: array<u32>;
@if(f32_pipeline) @group(0) @binding(5) var<storage, read_write> pixels: array<vec4f>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn augment(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let index = (group.z * chunk.grid_width + group.x) * WORKGROUP_SIZE + lane;
  let area = chunk.out_width * chunk.out_height;
  if (index >= area) {
    return;
  }
  let picture = listed_picture(group.y);
  let record = read_record(picture);
  fetched_picture = record.source;
  tone_base = picture * TONE_BLOCK;

  let y = index / chunk.out_width;
  let at = At(index - y * chunk.out_width, y, chunk.out_width, chunk.out_height, chunk.channels);
  @if(u8_pipeline) var value: vec4i;
  @if(f32_pipeline) var value: vec4f;
  let kind = record.gather & GATHER_MASK;
  if (kind == GATHER_NONE) {
    @if(u8_pipeline) { value = fetch_u8(i32(at.x), i32(at.y)); }
    @if(f32_pipeline) { value = fetch_f32(i32(at.x), i32(at.y)); }
  } else if (kind == GATHER_WARP) {
    let warp = read_warp(read_gather(picture));
    @if(u8_pipeline) { value = apply_warp_u8(warp, at); }
    @if(f32_pipeline) { value = apply_warp_f32(warp, at); }
  } else if (kind == GATHER_STENCIL) {
    let args = gather_args(read_gather(picture));
    @if(u8_pipeline) { value = gather_stencil_u8(record.gather >> GATHER_SHIFT, args, at); }
    @if(f32_pipeline) { value = gather_stencil_f32(record.gather >> GATHER_SHIFT, args, at); }
  }

  for (var call = 0u; call < record.call_count; call++) {
    let words = record.first_call + call * CALL_STRIDE;
    let args = Args(program[words + 1u], program[words + 2u]);
    @if(u8_pipeline) { value = apply_color_u8(program[words].x, value, args, at); }
    @if(f32_pipeline) { value = apply_color_f32(program[words].x, value, args, at); }
  }

  @if(u8_pipeline) {
    let bytes = vec4u(value) << vec4u(0u, 8u, 16u, 24u);
    pixels[picture * area + index] = bytes.x | bytes.y | bytes.z | bytes.w;
  }
  @if(f32_pipeline) {
    pixels[picture * area + index] = value;
  }
}
