// Threefry2x32: the counter-based generator of src/random/threefry.ts, line by line. 64 key bits and 64 counter bits
// in, 64 random bits out, from additions, rotations and exclusive-ors only, so WGSL and JavaScript compute the same
// words. A kernel may expand a key it was given (one counter per pixel); it never keeps state.
//
// Paper: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011 (the Random123 library);
// 20 rounds and the use of the key are those of jax.random.

// Skein's key-schedule constant C240, low word: the third key word is k0 ^ k1 ^ this.
const THREEFRY_PARITY = 0x1bd11bdau;

fn rotate_left(x: u32, by: u32) -> u32 {
  return (x << by) | (x >> (32u - by));
}

// Threefry2x32 with 20 rounds.
fn threefry2x32(key: vec2u, counter: vec2u) -> vec2u {
  let k0 = key.x;
  let k1 = key.y;
  let k2 = k0 ^ k1 ^ THREEFRY_PARITY;
  var x0 = counter.x + k0;
  var x1 = counter.y + k1;

  x0 = x0 + x1; x1 = rotate_left(x1, 13u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 15u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 26u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 6u) ^ x0;
  x0 = x0 + k1; x1 = x1 + k2 + 1u;

  x0 = x0 + x1; x1 = rotate_left(x1, 17u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 29u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 16u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 24u) ^ x0;
  x0 = x0 + k2; x1 = x1 + k0 + 2u;

  x0 = x0 + x1; x1 = rotate_left(x1, 13u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 15u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 26u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 6u) ^ x0;
  x0 = x0 + k0; x1 = x1 + k1 + 3u;

  x0 = x0 + x1; x1 = rotate_left(x1, 17u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 29u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 16u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 24u) ^ x0;
  x0 = x0 + k1; x1 = x1 + k2 + 4u;

  x0 = x0 + x1; x1 = rotate_left(x1, 13u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 15u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 26u) ^ x0;
  x0 = x0 + x1; x1 = rotate_left(x1, 6u) ^ x0;
  return vec2u(x0 + k2, x1 + k0 + 5u);
}

// The same generator as the definition reads, for any number of rounds: what the published 13- and 32-round vectors
// test, and what the unrolled version above is compared with.
fn threefry2x32_rounds(key: vec2u, counter: vec2u, rounds: u32) -> vec2u {
  // Left rotation of round r is entry r mod 8.
  var rotations = array<u32, 8>(13u, 15u, 26u, 6u, 17u, 29u, 16u, 24u);
  var ks = array<u32, 3>(key.x, key.y, key.x ^ key.y ^ THREEFRY_PARITY);
  var x0 = counter.x + key.x;
  var x1 = counter.y + key.y;
  for (var r = 0u; r < rounds; r++) {
    x0 = x0 + x1;
    x1 = rotate_left(x1, rotations[r % 8u]) ^ x0;
    if (r % 4u == 3u) {
      let injection = (r + 1u) / 4u;
      x0 = x0 + ks[injection % 3u];
      x1 = x1 + ks[(injection + 1u) % 3u] + injection;
    }
  }
  return vec2u(x0, x1);
}
