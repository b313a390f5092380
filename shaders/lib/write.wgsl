// The output batch: tightly packed, no padding between samples, offset 0.
// Writes: `images`.

@if(out_f32) @group(0) @binding(5) var<storage, read_write> images: array<vec4f>;
@if(!out_f32) @group(0) @binding(5) var<storage, read_write> images: array<u32>;

/// Values 4 × unit … 4 × unit + 3.
@if(out_f32) fn write_four(unit: u32, value: vec4f) {
  images[unit] = value;
}
@if(out_f16) fn write_four(unit: u32, value: vec4f) {
  images[2u * unit] = pack2x16float(value.xy);
  images[2u * unit + 1u] = pack2x16float(value.zw);
}
@if(out_u8) fn write_four(unit: u32, value: vec4u) {
  images[unit] = value.x | (value.y << 8u) | (value.z << 16u) | (value.w << 24u);
}
