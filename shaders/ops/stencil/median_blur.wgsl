// The median of a pixel and its eight neighbours, channel by channel. Alpha stays.

import package::lib::op::At;
import package::lib::fetch_u8::fetch_u8;
import package::lib::fetch_f32::fetch_f32;

/// With every row in order, the median of the nine is that of three: the greatest low, the middle of the middles and
/// the least high.
fn median_blur(at: At) -> Pixel {
  let x = i32(at.x);
  var own: Pixel;
  var low: array<Pixel, 3>;
  var middle: array<Pixel, 3>;
  var high: array<Pixel, 3>;
  for (var row = 0; row < 3; row++) {
    let y = i32(at.y) + row - 1;
    let a = fetch(x - 1, y);
    let b = fetch(x, y);
    let c = fetch(x + 1, y);
    low[row] = min(min(a, b), c);
    middle[row] = max(min(a, b), min(max(a, b), c));
    high[row] = max(max(a, b), c);
    if (row == 1) {
      own = b;
    }
  }
  let a = max(max(low[0], low[1]), low[2]);
  let b = max(min(middle[0], middle[1]), min(max(middle[0], middle[1]), middle[2]));
  let c = min(min(high[0], high[1]), high[2]);
  let median = max(min(a, b), min(max(a, b), c));
  return Pixel(median.xyz, own.w);
}
