// The arithmetic a kernel blends in, chosen by its output type: floats for f32 and f16 output, fixed point for u8.
// `Four` holds four values, `One` holds one, `Weight` a weight; `blend_*` adds a weighted picture to a sum, and
// `finish_*` turns a sum into the values to store.

import package::lib::mix_chunk::chunk;
import package::lib::fixed::{HALF, weight_24, weight_16, to_fixed_four, to_fixed};

@if(out_u8) alias Four = vec4u;
@else alias Four = vec4f;

@if(out_u8) alias One = u32;
@else alias One = f32;

@if(out_u8) alias Weight = u32;
@else alias Weight = f32;

@if(out_u8 && in_u8) fn to_weight(weight: f32) -> Weight { return weight_24(weight); }
@if(out_u8 && !in_u8) fn to_weight(weight: f32) -> Weight { return weight_16(weight); }
@if(!out_u8) fn to_weight(weight: f32) -> Weight { return weight; }

@if(out_u8 && in_u8) fn to_four(raw: vec4u) -> Four { return raw; }
@if(out_u8 && !in_u8) fn to_four(raw: vec4f) -> Four { return to_fixed_four(raw); }
@if(!out_u8 && in_u8) fn to_four(raw: vec4u) -> Four { return vec4f(vec4i(raw)); }
@if(!out_u8 && !in_u8) fn to_four(raw: vec4f) -> Four { return raw; }

@if(out_u8 && in_u8) fn to_one(raw: u32) -> One { return raw; }
@if(out_u8 && !in_u8) fn to_one(raw: f32) -> One { return to_fixed(raw); }
@if(!out_u8 && in_u8) fn to_one(raw: u32) -> One { return f32(raw); }
@if(!out_u8 && !in_u8) fn to_one(raw: f32) -> One { return raw; }

/// The part of a weight, of 256, that a mask leaves. All of it is left as it is; the rest loses the last of its 24 or
/// 16 bits.
@if(out_u8) fn mask_four(weight: Four, part: vec4u) -> Four {
  return select((weight >> vec4u(8u)) * part, weight, part == vec4u(256u));
}
@else fn mask_four(weight: Four, part: vec4u) -> Four { return weight * (vec4f(vec4i(part)) * 0.00390625); }

@if(out_u8) fn mask_one(weight: One, part: u32) -> One { return select((weight >> 8u) * part, weight, part == 256u); }
@else fn mask_one(weight: One, part: u32) -> One { return weight * (f32(part) * 0.00390625); }

/// What a picture of weight 1 alone adds up to.
@if(out_u8) fn to_sum(value: Four) -> Four { return value * to_weight(1.0); }
@else fn to_sum(value: Four) -> Four { return value; }

/// Adds a picture where it shows. `select`, not a product with zero: a NaN that does not show must not spread.
fn blend_four(sum: Four, value: Four, weight: Weight, shows: vec4<bool>) -> Four {
  return select(sum, sum + value * weight, shows);
}

/// The same with a weight for every value.
fn blend_masked(sum: Four, value: Four, weight: Four, shows: vec4<bool>) -> Four {
  return select(sum, sum + value * weight, shows);
}

fn blend_one(sum: One, value: One, weight: Weight) -> One {
  return sum + value * weight;
}

@if(out_u8) fn finish_four(sum: Four, scale: f32, bias: f32) -> Four { return (sum + HALF) >> vec4u(24u); }
@else fn finish_four(sum: Four, scale: f32, bias: f32) -> Four { return sum * scale + bias; }

@if(out_u8) fn finish_one(sum: One, scale: f32, bias: f32) -> One { return (sum + HALF) >> 24u; }
@else fn finish_one(sum: One, scale: f32, bias: f32) -> One { return sum * scale + bias; }
