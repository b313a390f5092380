// The normal distribution in integers. A random word becomes a quantile: its lowest bit is the sign, the other 31 the
// tail's probability p < 1/2, and |z| is interpolated between 177 nodes, eight to each halving of p from 1/2 down to
// 2^-23 (z = 5.2, beyond which nothing lies). z has 12 fractional bits. Between nodes it is at most 0.001 too large, so
// the standard deviation is right to 0.1 %.
// src/ops/normal.ts line by line.

import package::lib::threefry::threefry2x32;

/// 4096 times the |z| beyond which the tail is p = 2^-(23 - (i >> 3)) (1 + (i & 7) / 8), two to a word, the even one
/// low.
const QUANTILES = array<u32, 89>(
  0x525052aau, 0x51b551ffu, 0x51335172u, 0x50c450fau, 0x50345091u, 0x4f964fe1u, 0x4f114f51u, 0x4e9e4ed6u, 0x4e0b4e6au, 0x4d694db6u,
  0x4ce04d22u, 0x4c6b4ca3u, 0x4bd44c35u, 0x4b2c4b7cu, 0x4aa04ae4u, 0x4a274a62u, 0x498c49f1u, 0x48e04932u, 0x48504895u, 0x47d3480fu,
  0x4734479bu, 0x468246d7u, 0x45ed4635u, 0x456d45abu, 0x44c84533u, 0x44114468u, 0x437743c1u, 0x42f34333u, 0x424842b7u, 0x418b41e5u,
  0x40ec4138u, 0x406240a5u, 0x3fb24024u, 0x3eed3f4bu, 0x3e483e97u, 0x3db93dfeu, 0x3d023d79u, 0x3c353c97u, 0x3b8a3bdcu, 0x3af53b3du,
  0x3a363ab1u, 0x396139c6u, 0x38ad3903u, 0x3812385du, 0x374a37cbu, 0x366b36d5u, 0x35ae3609u, 0x350b355au, 0x343934c1u, 0x334f33beu,
  0x328832e8u, 0x31dd3230u, 0x30ff318eu, 0x3007307du, 0x2f352f9au, 0x2e7f2ed7u, 0x2d932e2cu, 0x2c8b2d09u, 0x2bab2c17u, 0x2ae82b47u,
  0x29ec2a90u, 0x28d12958u, 0x27e02854u, 0x270e2774u, 0x25fd26aeu, 0x24ca255du, 0x23c42442u, 0x22df234eu, 0x21b42276u, 0x20622104u,
  0x1f411fcdu, 0x1e421ebeu, 0x1cf51dceu, 0x1b7a1c30u, 0x1a321ad1u, 0x1911199eu, 0x1793188cu, 0x15dc16afu, 0x145d1517u, 0x130713aeu,
  0x113e1268u, 0x0f261029u, 0x0d4a0e32u, 0x0b980c6cu, 0x09440acbu, 0x067007d2u, 0x03cc0519u, 0x01410284u, 0x00000000u,
);

fn quantile(i: u32) -> i32 {
  return i32((QUANTILES[i >> 1u] >> (16u * (i & 1u))) & 0xffffu);
}

/// The word's standard normal, with 12 fractional bits: -21162 .. 21162.
fn normal_12(word: u32) -> i32 {
  let tail = word >> 1u;
  let octave = min(countLeadingZeros(tail | 1u) - 1u, 21u);
  // The 15 bits after the leading one: three choose the node, twelve lie between it and the next.
  let fraction = max((tail << (octave + 1u)) >> 16u, 0x8000u) & 0x7fffu;
  let node = 8u * (21u - octave) + (fraction >> 12u);
  let far = quantile(node);
  let size = far - (((far - quantile(node + 1u)) * i32(fraction & 0xfffu) + 2048) >> 12u);
  return select(size, -size, (word & 1u) == 1u);
}

/// One random word for a pixel and a channel.
fn noise_word(key: vec2u, pixel: u32, channel: u32) -> u32 {
  return threefry2x32(key, vec2u(pixel, channel)).x;
}
