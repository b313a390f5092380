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

/// level / 255 rounded to nearest on every adapter, which a division by 255 need not be: then a channel of one level
/// would not be seen to be flat. 1 / 255 is 257 / 65536 + 1 / (255 · 65536); the first part is exact, and made of an
/// integer, so that no compiler adds the factors.
fn autocontrast_unit(level: u32) -> f32 {
  return f32(257u * level) / 65536.0 + f32(level) / 16711680.0;
}

fn autocontrast_f32(v: vec4f, args: Autocontrast) -> vec4f {
  var low = stat_low();
  var high = stat_high();
  for (var channel = 0u; channel < 3u; channel++) {
    if (args.cut_low > 0u) {
      low[channel] = autocontrast_unit(tone_level(channel, 0u));
    }
    if (args.cut_high > 0u) {
      high[channel] = autocontrast_unit(tone_level(channel, 255u));
    }
  }
  let is_flat = high.xyz <= low.xyz;
  let scale = 1.0 / select(high.xyz - low.xyz, vec3f(1.0), is_flat);
  return vec4f(select(clamp((v.xyz - low.xyz) * scale, vec3f(0.0), vec3f(1.0)), v.xyz, is_flat), v.w);
}
