// Threefry on the device, for the known-answer tests and for kernels that expand a key per pixel.
// One invocation encrypts one counter.
//
// Grid: one workgroup for every WORKGROUP_SIZE jobs. Reads: `jobs` (key, counter). Writes: `words`.

import package::lib::grid::WORKGROUP_SIZE;
import package::lib::threefry::threefry2x32_rounds;

/// Rounds; Mixwell draws with 20.
override ROUNDS: u32 = 20u;

@group(0) @binding(0) var<storage, read> jobs: array<vec4u>;
@group(0) @binding(1) var<storage, read_write> words: array<vec2u>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn threefry_words(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < arrayLength(&jobs)) {
    let job = jobs[id.x];
    words[id.x] = threefry2x32_rounds(job.xy, job.zw, ROUNDS);
  }
}
