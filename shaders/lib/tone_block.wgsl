// What is known of each picture's levels, in 32-bit words: a word a level, of what it becomes (of red in
// the lowest byte, then of green and blue), then what floats need.

/// Smallest and largest value by channel (4 floats each), and the means by channel (3 floats); f32 pipeline only.
const TONE_LOW = 256u;
const TONE_HIGH = 260u;
const TONE_MEAN = 264u;
/// Words of a whole block.
const TONE_BLOCK = 268u;
