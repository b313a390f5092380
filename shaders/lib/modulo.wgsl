/// i modulo n, in 0 .. n - 1 for any i; n > 0.
/// Made of a quotient, since compilers to SPIR-V may make `OpSRem` of a signed `%`, which Vulkan leaves undefined below zero.
fn modulo(i: i32, n: i32) -> i32 {
  let rest = i - (i / n) * n;
  return select(rest, rest + n, rest < 0);
}
