// Blending in fixed point, for u8 output. Integers only, so that every adapter gives the same byte:
// WGSL lets a GPU contract or round `a * b + c` as it likes, and a byte on the edge would differ.
// A sum is kept with 24 fractional bits; 255 in full plus the rounding half stays below 2^32.

@if(!fused) import package::lib::mix_chunk::chunk;

/// Half of the last place of a byte.
const HALF = 0x800000u;

/// A weight in [0, 1] for u8 input: 24 fractional bits. Multiplying by a power of two and cutting off are both exact.
fn weight_24(weight: f32) -> u32 {
  return u32(weight * 16777216.0);
}

/// A weight in [0, 1] for float input, whose values carry 8 fractional bits themselves: 16 fractional bits.
fn weight_16(weight: f32) -> u32 {
  return u32(weight * 65536.0);
}

/// Four float values as bytes with 8 fractional bits, 0 … 65,280.
fn to_fixed_four(value: vec4f) -> vec4u {
  let unit = clamp(unit_four(value), vec4f(0.0), vec4f(1.0));
  return (vec4u(unit * 16777216.0) * 255u + vec4u(32768u)) >> vec4u(16u);
}

/// The same for one value.
fn to_fixed(value: f32) -> u32 {
  let unit = clamp(unit_one(value), 0.0, 1.0);
  return (u32(unit * 16777216.0) * 255u + 32768u) >> 16u;
}

/// Float values as they are where black is 0 and white 1: so what ops made is, and what else is read may have another
/// range.
@if(!fused) fn unit_four(value: vec4f) -> vec4f { return (value - vec4f(chunk.low)) * chunk.inverse_range; }
@if(fused) fn unit_four(value: vec4f) -> vec4f { return value; }

@if(!fused) fn unit_one(value: f32) -> f32 { return (value - chunk.low) * chunk.inverse_range; }
@if(fused) fn unit_one(value: f32) -> f32 { return value; }
