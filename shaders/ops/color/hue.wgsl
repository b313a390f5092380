// Turns the hue in HSV.
// With V and S fixed, a pixel's largest and smallest channel stay; only the one between them, and which is which,
// change.

struct Hue {
  /// In sixths of the circle, 0 to 6, with 20 fractional bits.
  turn: u32,
}
struct HueF32 { turn: f32 }

fn hue_u8(v: vec4i, args: Hue) -> vec4i {
  let high = max(v.x, max(v.y, v.z));
  let low = min(v.x, min(v.y, v.z));
  let range = high - low;
  if (range == 0) {
    return v;
  }

  // The hue, in sixths times `range`.
  var hue = 4 * range + v.x - v.y;
  if (high == v.x) {
    hue = v.y - v.z;
  } else if (high == v.y) {
    hue = 2 * range + v.z - v.x;
  }
  if (hue < 0) {
    hue += 6 * range;
  }
  let turned = ((u32(hue) << 20u) + (u32(range) >> 1u)) / u32(range) + args.turn;
  let sixth = (turned >> 20u) % 6u;
  let part = range * i32(turned & 0xfffffu);

  // The bias makes good what the divisions cut off: the peer's values sit at whole numbers too.
  let rising = ((low << 20u) + part + 1024) >> 20u;
  let falling = ((high << 20u) - part + 1024) >> 20u;
  switch (sixth) {
    case 0u: { return vec4i(high, rising, low, v.w); }
    case 1u: { return vec4i(falling, high, low, v.w); }
    case 2u: { return vec4i(low, high, rising, v.w); }
    case 3u: { return vec4i(low, falling, high, v.w); }
    case 4u: { return vec4i(rising, low, high, v.w); }
    default: { return vec4i(high, low, falling, v.w); }
  }
}

fn hue_f32(v: vec4f, args: HueF32) -> vec4f {
  let high = max(v.x, max(v.y, v.z));
  let low = min(v.x, min(v.y, v.z));
  let range = high - low;
  if (range == 0.0) {
    return v;
  }

  // The hue, in sixths.
  var hue = 4.0 + (v.x - v.y) / range;
  if (high == v.x) {
    hue = (v.y - v.z) / range;
  } else if (high == v.y) {
    hue = 2.0 + (v.z - v.x) / range;
  }
  if (hue < 0.0) {
    hue += 6.0;
  }
  hue += args.turn;
  if (hue >= 6.0) {
    hue -= 6.0;
  }
  let sixth = min(floor(hue), 5.0);
  let part = range * (hue - sixth);

  let rising = low + part;
  let falling = high - part;
  switch (u32(sixth)) {
    case 0u: { return vec4f(high, rising, low, v.w); }
    case 1u: { return vec4f(falling, high, low, v.w); }
    case 2u: { return vec4f(low, high, rising, v.w); }
    case 3u: { return vec4f(low, falling, high, v.w); }
    case 4u: { return vec4f(rising, low, high, v.w); }
    default: { return vec4f(high, low, falling, v.w); }
  }
}
