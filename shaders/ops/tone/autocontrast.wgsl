// Stretches each channel to the full range.

import package::lib::histogram::{pixel_count, level_of_rank};
import package::lib::stretch::{stretch_f32, stretch_f64};
import package::lib::tables::{tone_level, stat_low, stat_high};

struct Autocontrast {
  arithmetic: u32,
  /// Pixels to cut off at the dark end, and at the bright end.
  cut_low: u32,
  cut_high: u32,
}

const AUTOCONTRAST_PILLOW = 0u;
const AUTOCONTRAST_TORCHVISION = 1u;
/// The curve is none: entry 0 is the darkest level that the cut leaves, the others the brightest.
const AUTOCONTRAST_FLOAT = 2u;

fn autocontrast_table(channel: u32, value: u32, args: Autocontrast) -> u32 {
  let low = level_of_rank(channel, args.cut_low + 1u);
  let high = level_of_rank(channel, pixel_count() - args.cut_high);
  if (args.arithmetic == AUTOCONTRAST_FLOAT) {
    return select(high, low, value == 0u);
  }
  if (high <= low) {
    return value;
  }
  if (value <= low) {
    return 0u;
  }
  if (value > high) {
    return 255u;
  }
  if (args.arithmetic == AUTOCONTRAST_TORCHVISION) {
    return stretch_f32(value - low, high - low);
  }
  return stretch_f64(low, high, value);
}

fn autocontrast_f32(v: vec4f, args: Autocontrast) -> vec4f {
  var low = stat_low();
  var high = stat_high();
  for (var channel = 0u; channel < 3u; channel++) {
    if (args.cut_low > 0u) {
      low[channel] = f32(tone_level(channel, 0u)) / 255.0;
    }
    if (args.cut_high > 0u) {
      high[channel] = f32(tone_level(channel, 255u)) / 255.0;
    }
  }
  let is_flat = high.xyz <= low.xyz;
  let scale = 1.0 / select(high.xyz - low.xyz, vec3f(1.0), is_flat);
  return vec4f(select(clamp((v.xyz - low.xyz) * scale, vec3f(0.0), vec3f(1.0)), v.xyz, is_flat), v.w);
}
