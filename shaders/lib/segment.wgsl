// One pixel of a segment: what one read of a picture gives (as it is, through a warp, or through a stencil), and then
// the picture's colour and mask ops on it in registers, whatever they are.
// Reads: `chunk`, `program`, `tables`, source pages or scratch.

@if(!fused) import package::lib::extent::begin_picture;
import package::lib::op::{Args, At, gather_args};
import package::lib::program::{program, Record, read_record, read_gather, CALL_STRIDE, GATHER_NONE, GATHER_WARP, GATHER_STENCIL, GATHER_SHIFT, GATHER_MASK};
import package::op_words::read_warp;
import package::lib::tables::tone_base;
import package::lib::tone_block::TONE_BLOCK;
@if(u8_pipeline) import package::lib::fetch_u8::{fetch_u8, fetched_picture};
@if(u8_pipeline) import package::dispatch_u8::{apply_color_u8, gather_stencil_u8, apply_warp_u8};
@if(f32_pipeline) import package::lib::fetch_f32::{fetch_f32, fetched_picture};
@if(f32_pipeline) import package::dispatch_f32::{apply_color_f32, gather_stencil_f32, apply_warp_f32};

/// Four channels: 0..255 in the u8 pipeline, nominally 0..1 in the other.
@if(u8_pipeline) alias Value = vec4i;
@if(f32_pipeline) alias Value = vec4f;

/// A picture's part in this pass. All that follows reads that picture, until the next call.
fn begin_segment(picture: u32) -> Record {
  let record = read_record(picture);
  @if(!fused) { _ = begin_picture(picture); }
  fetched_picture = record.source;
  tone_base = picture * TONE_BLOCK;
  return record;
}

/// The pixel that the segment makes there, of the picture it began with.
fn segment_pixel(picture: u32, record: Record, at: At) -> Value {
  return apply_calls(record, read_pixel_at(picture, record, at), at);
}

/// What the read gives.
fn read_pixel_at(picture: u32, record: Record, at: At) -> Value {
  let kind = record.gather & GATHER_MASK;
  var value: Value;
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
  return value;
}

/// What the record's calls make of a pixel.
fn apply_calls(record: Record, raw: Value, at: At) -> Value {
  var value = raw;
  for (var call = 0u; call < record.call_count; call++) {
    let words = record.first_call + call * CALL_STRIDE;
    let args = Args(program[words + 1u], program[words + 2u]);
    @if(u8_pipeline) { value = apply_color_u8(program[words].x, value, args, at); }
    @if(f32_pipeline) { value = apply_color_f32(program[words].x, value, args, at); }
  }
  return value;
}
