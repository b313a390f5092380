// What the tone kernel leaves for each picture, in 32-bit words: three curves of 256 bytes, then what floats need.

/// Words of one curve, four levels each, lowest byte first.
const TONE_CURVE = 64u;
/// Smallest and largest value by channel (4 floats each), and the means by channel (3 floats); f32 pipeline only.
const TONE_LOW = 192u;
const TONE_HIGH = 196u;
const TONE_MEAN = 200u;
/// Words of a whole block.
const TONE_BLOCK = 204u;
