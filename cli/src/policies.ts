/** `mixwell policies`. */
import { NAMED, opNames } from "./policy-names.ts";
import type { Output } from "./progress.ts";

export function listPolicies({ out }: Output): void {
  const width = Math.max(...NAMED.map(({ name }) => name.length));
  for (const { name, about } of NAMED) out(`${name.padEnd(width)}  ${about}`);
  out("");
  out("Each of these ops, on half of the pictures (others need numbers, in a .json file):");
  out(opNames().join(" "));
  out("");
  out("Or FILE.json: a stage, a list of stages, or { policy }.");
}
